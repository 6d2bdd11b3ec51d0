# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a table was understood as, said in words, with a choice for each thing that is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.gui.pages.import_colours import add_colours
from buurthuis_admin.gui.pages.import_columns import add_columns
from buurthuis_admin.gui.pages.import_controls import add_choice, add_line
from buurthuis_admin.gui.pages.import_sentences import reason_sentence
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import card, clear, label
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.corrections import NONE, TableCorrection
from buurthuis_admin.importing.date_heads import HeadKind
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.recognise import orientations_for
from buurthuis_admin.importing.signs import CHOICES, Sign, signs_of
from buurthuis_admin.importing.values.marks import Mark
from buurthuis_admin.importing.wording import (
    kind_name,
    mark_name,
    orientation_name,
    weekday_name,
)

_MOST_SIGNS = 30
_YEARS = range(1950, 2100)
_DATED = (SheetKind.ATTENDANCE, SheetKind.HEAD_COUNTS, SheetKind.VOLUNTEER_HOURS)
_KINDS = tuple(kind for kind in SheetKind if kind is not SheetKind.EMPTY)


class SheetChoices(ScrollColumn):
    """``changed`` brings all that a person now says of the table."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=12)
        self._said: TableCorrection = NONE

    def show_table(self, found: FoundTable | None) -> None:
        """Show what a table was understood as; the focus stays where it was."""
        focused: QWidget | None = self.focusWidget()
        name = focused.accessibleName() if focused is not None else ""
        clear(self.column)
        if found is None:
            self.column.addWidget(label(_("No table was found on this sheet."), "heading"))
            told = _("Choose the cells of the table, and say that they are the whole table.")
            self.column.addWidget(label(told))
        else:
            self._said = found.said
            self._add_kind(found)
            self._add_signs(found)
            add_colours(self.column, found, self._say)
            add_columns(self.column, found, self._say)
        self.column.addStretch(1)
        if name:
            self._focus(name)

    def _focus(self, name: str) -> None:
        for child in self.findChildren(QWidget):
            if child.accessibleName() == name:
                child.setFocus()
                return

    def control(self, name: str) -> QWidget:
        """The control of a name; KeyError when there is none."""
        for child in self.findChildren(QWidget):
            if child.accessibleName() == name and not child.isHidden():
                return child
        raise KeyError(name)

    def half_typed(self) -> dict[str, str]:
        """What stands in fields and was not taken yet, by what is read aloud."""
        lines = self.findChildren(QLineEdit)
        return {line.accessibleName(): line.text() for line in lines if line.isModified()}

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put back what ``half_typed`` gave, with the cursor there."""
        for line in self.findChildren(QLineEdit):
            if line.accessibleName() in texts:
                line.setText(texts[line.accessibleName()])
                line.setModified(True)
                line.setFocus()

    def _say(self, said: TableCorrection) -> None:
        if said != self._said:
            self._said = replace(said, remembered=False)
            self.changed.emit(self._said)

    # --- kind, year, activity ---

    def _add_kind(self, found: FoundTable) -> None:
        frame, column = card()
        column.addWidget(label(kind_name(found.found.kind), "heading"))
        orientation = orientation_name(found.found.orientation.value)
        for text in (orientation, reason_sentence(found.outcome)):
            if text:
                column.addWidget(label(text, "muted"))
        kinds = [(kind, _kind_choice(kind)) for kind in _KINDS]
        add_choice(column, _("What this sheet is"), kinds, found.found.kind, self._kind_chosen)
        ways = [(way, _way_choice(way)) for way in orientations_for(found.found.kind)]
        if ways:
            lies = found.found.orientation
            add_choice(column, _("How it lies"), ways, lies, self._way_chosen)
        if found.found.kind in _DATED:
            self._add_year(column, found)
            if not found.found.having(Field.ACTIVITY):
                self._add_activity(column, found)
            if any(c.head and c.head.kind is HeadKind.WEEK for c in found.found.columns):
                days = [(day, weekday_name(day)) for day in range(1, 8)]
                current = found.around.weekday or 1
                add_choice(column, _("Day of the week"), days, current, self._weekday_chosen)
        self.column.addWidget(frame)

    def _add_year(self, column: QVBoxLayout, found: FoundTable) -> None:
        field = add_line(column, _("Year"))
        field.setText(str(found.around.season.year) if found.around.season else "")
        field.editingFinished.connect(lambda: self._year_typed(field))

    def _add_activity(self, column: QVBoxLayout, found: FoundTable) -> None:
        field = add_line(column, _("Activity"))
        field.setText(found.around.activity)
        field.editingFinished.connect(lambda: self._activity_typed(field))

    def _kind_chosen(self, kind: SheetKind) -> None:
        self._say(replace(self._said, kind=kind, fields={}, orientation=None))

    def _way_chosen(self, way: Orientation) -> None:
        self._say(replace(self._said, orientation=way))

    def _weekday_chosen(self, day: int) -> None:
        self._say(replace(self._said, weekday=day))

    def _year_typed(self, field: QLineEdit) -> None:
        text = field.text().strip()
        right = text.isdigit() and int(text) in _YEARS
        problem = "" if right or not text else _("Type a year of four digits, such as 2019.")
        field.setAccessibleDescription(problem)
        told = field.property("problem_label")
        told.setText(problem)
        told.setVisible(bool(problem))
        if right and field.isModified():
            self._say(replace(self._said, year=int(text)))

    def _activity_typed(self, field: QLineEdit) -> None:
        if field.isModified():
            self._say(replace(self._said, activity=field.text().strip() or None))

    # --- signs ---

    def _add_signs(self, found: FoundTable) -> None:
        signs = signs_of(found)
        if not signs:
            return
        frame, column = card()
        column.addWidget(label(_("What the signs mean"), "heading"))
        for sign in signs[:_MOST_SIGNS]:
            self._add_sign(column, sign)
        more = len(signs) - _MOST_SIGNS
        if more > 0:
            told = ngettext("And {count} more.", "And {count} more.", more)
            column.addWidget(label(told.format(count=format_number(more)), "muted"))
        self.column.addWidget(frame)

    def _add_sign(self, column: QVBoxLayout, sign: Sign) -> None:
        shown = f"“{sign.text}”" if sign.text else _("empty")
        times = ngettext("{sign}, {count} time", "{sign}, {count} times", sign.count)
        word = times.format(sign=shown, count=format_number(sign.count))
        choices = [(mark, mark_name(mark)) for mark in CHOICES]
        if sign.meaning not in CHOICES:
            choices.insert(0, (sign.meaning, mark_name(sign.meaning)))

        def chosen(mark: Mark, of: str = sign.sign) -> None:
            if mark in CHOICES:
                self._say(self._said.with_mark(of, mark))

        add_choice(column, word, choices, sign.meaning, chosen)


def _kind_choice(kind: SheetKind) -> str:
    return _("Do not read this sheet") if kind is SheetKind.UNKNOWN else kind_name(kind)


def _way_choice(way: Orientation) -> str:
    return orientation_name(way.value) or _("A list, one row after another")
