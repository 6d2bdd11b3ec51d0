# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people side by side, field by field; where they differ, one of the two is chosen."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QButtonGroup, QGridLayout

from buurthuis_admin.domain.merging import Likeness, MergeField
from buurthuis_admin.domain.people import Person
from buurthuis_admin.domain.phones import format_phone
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import breakable, clear, label
from buurthuis_admin.gui.widgets.word_button import WordRadio
from buurthuis_admin.gui.wording import partial_date, sex_words
from buurthuis_admin.i18n import _

FIRST, SECOND = 1, 2  # the columns of the two people
_BREAKS = "@._-/"  # a long address goes on after these
_ONE_LINE = 130  # pixels at 100 %


class SideBySide(ScrollColumn):
    """``choices`` holds a group of two for each field in which the two differ."""

    def __init__(self) -> None:
        super().__init__(margins=(4, 4, 4, 4), gap=0)
        self.choices: dict[MergeField, QButtonGroup] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(16))
        for column in (FIRST, SECOND):
            self._grid.setColumnStretch(column, 1)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def show_nobody(self) -> None:
        """Show nothing."""
        clear(self._grid)
        self.choices.clear()

    def show_people(
        self,
        first: Person,
        second: Person,
        differing: Collection[MergeField],
        *,
        of_second: Collection[MergeField] = (),
        heads: tuple[str, str] = ("", ""),
    ) -> None:
        """Show two people. ``of_second``: the fields that are taken from the second at first."""
        self.show_nobody()
        for column, head in zip((FIRST, SECOND), heads, strict=True):
            if head:
                self._grid.addWidget(label(head, "muted"), 0, column)
        for column, person in ((FIRST, first), (SECOND, second)):
            self._grid.addWidget(label(person.name.full, "strong"), 1, column)
        for row, field in enumerate(MergeField, start=2):
            values = [field_value(person, field) for person in (first, second)]
            if field in differing:
                self._add_choice(row, field, values, SECOND if field in of_second else FIRST)
            elif any(values):
                self._add_values(row, field, values)

    def taken_from(self, column: int) -> frozenset[MergeField]:
        """The fields that were chosen from FIRST or SECOND."""
        return frozenset(
            field for field, group in self.choices.items() if group.checkedId() == column
        )

    def _add_values(self, row: int, field: MergeField, values: Collection[str]) -> None:
        self._grid.addWidget(label(field_word(field), "muted"), row, 0)
        for column, value in enumerate(values, start=FIRST):
            self._grid.addWidget(label(breakable(value, _BREAKS)), row, column)

    def _add_choice(
        self, row: int, field: MergeField, values: Collection[str], chosen: int
    ) -> None:
        self._grid.addWidget(label(field_word(field), "muted"), row, 0)
        group = QButtonGroup(self)
        for column, value in enumerate(values, start=FIRST):
            # No letter of a name is a shortcut.
            choice = WordRadio(breakable(value.replace("&", "&&"), _BREAKS), _ONE_LINE)
            choice.setAccessibleName(f"{field_word(field)}: {value}")
            group.addButton(choice, column)
            self._grid.addWidget(choice, row, column)
        group.button(chosen).setChecked(True)
        self.choices[field] = group


def likeness_sentence(likeness: Likeness) -> str:
    """Why two people may be one."""
    return {
        Likeness.BIRTH: _("The name agrees, and so does the date of birth."),
        Likeness.EMAIL: _("The name agrees, and so does the e-mail address."),
        Likeness.ADDRESS: _("The name agrees, and so does the postcode."),
        Likeness.NAME: _("Only the name agrees: look closely, two people may have one name."),
    }[likeness]


def field_word(field: MergeField) -> str:
    """What a field is called."""
    return {
        MergeField.NAME: _("Name"),
        MergeField.SEX: _("Sex"),
        MergeField.BORN: _("Born"),
        MergeField.ADDRESS: _("Address"),
        MergeField.PHONE: _("Telephone"),
        MergeField.MOBILE: _("Mobile"),
        MergeField.EMAIL: _("E-mail"),
        MergeField.IBAN: _("IBAN"),
    }[field]


def field_value(person: Person, field: MergeField) -> str:
    """What a person says in a field, as people write it."""
    if field is MergeField.NAME:
        return person.name.full
    if field is MergeField.SEX:
        return dict(sex_words())[person.sex] if person.sex else ""
    if field is MergeField.BORN:
        return partial_date(person.born)
    if field is MergeField.ADDRESS:
        place = f"{person.address.postcode} {person.address.town}".strip()
        return ", ".join(part for part in (person.address.line, place) if part)
    if field in (MergeField.PHONE, MergeField.MOBILE):
        return format_phone(getattr(person, field.value))
    return str(getattr(person, field.value))
