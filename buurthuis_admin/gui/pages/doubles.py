# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who may stand in the administration twice, two at a time and field by field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from buurthuis_admin.domain.merging import Likeness, MergeField, PossibleDouble
from buurthuis_admin.domain.people import Person
from buurthuis_admin.domain.phones import format_phone
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, clear, label
from buurthuis_admin.gui.wording import partial_date, sex_words
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.merging import Comparison

_WIDTH, _HEIGHT = 760, 640
_KEPT, _GONE = 1, 2  # the columns of the two people


class DoublesDialog(QDialog):
    """Asks of each pair: one person, two people, or later. Nothing happens without an answer."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._merging = workspace, workspace.administration.merging
        self._opener = parent
        self._waiting: list[PossibleDouble] = []
        self._comparison: Comparison | None = None
        self.choices: dict[MergeField, QButtonGroup] = {}
        self.setModal(True)
        self.setWindowTitle(_("People who stand here twice"))
        self.ring = FocusRing(self)
        self.title = label("", "heading")
        self.why = label("")
        self.told = label("", "muted")
        self._fields = ScrollColumn(margins=(4, 4, 4, 4), gap=0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(scaled(16))
        for column in (_KEPT, _GONE):
            self._grid.setColumnStretch(column, 1)
        self._fields.column.addLayout(self._grid)
        self._fields.column.addStretch(1)
        self.same = button(_("This is one person"), "", "primary")
        self.other = button(_("These are two people"))
        self.later = button(_("Later"))
        self.close_button = button(_("Close"))
        self._lay_out()
        self._connect()
        self._ask_again()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        for widget in (self.title, self.why, self.told):
            column.addWidget(widget)
        column.addWidget(self._fields, 1)
        buttons = (self.same, self.other, self.later, self.close_button)
        column.addWidget(flow_row(*buttons))

    def _connect(self) -> None:
        self.same.clicked.connect(self._merge)
        self.other.clicked.connect(self._keep_apart)
        self.later.clicked.connect(self._next)
        self.close_button.clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        """Wide enough for two people, but never larger than the window it belongs to."""
        room = self._opener.window().size()
        self.resize(
            min(scaled(_WIDTH), room.width() - 32), min(scaled(_HEIGHT), room.height() - 32)
        )
        super().showEvent(event)

    def _ask_again(self) -> None:
        self._show_buttons(asking=False)
        self.title.setText(_("Looking for people who stand here twice…"))
        self._workspace.readers.run(self, self._merging.doubles, self._found)

    def _found(self, doubles: list[PossibleDouble]) -> None:
        self._waiting = doubles
        self._show_first()

    def _show_first(self) -> None:
        clear(self._grid)
        self.choices.clear()
        self._comparison = None
        self._show_buttons(asking=bool(self._waiting))
        if not self._waiting:
            self.title.setText(_("Nobody else seems to stand here twice."))
            self.why.setText("")
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.title.text())
            return
        double = self._waiting[0]
        try:
            self._comparison = self._merging.compare(*double.pair)
        except UserError:  # one of them was removed since
            self._next()
            return
        self._show(double, self._comparison)

    def _show(self, double: PossibleDouble, comparison: Comparison) -> None:
        left = ngettext("{count} pair to look at", "{count} pairs to look at", len(self._waiting))
        self.title.setText(_("Is this one person?"))
        self.why.setText(likeness_sentence(double.likeness))
        self.told.setText(left.format(count=format_number(len(self._waiting))))
        kept, gone = comparison.kept.person, comparison.gone.person
        for column, person in ((_KEPT, kept), (_GONE, gone)):
            self._grid.addWidget(label(person.name.full, "strong"), 0, column)
        for row, field in enumerate(MergeField, start=1):
            self._show_field(row, field, comparison)
        announce(self, f"{self.title.text()} {kept.name.full}, {gone.name.full}")
        self.later.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_field(self, row: int, field: MergeField, comparison: Comparison) -> None:
        people = (comparison.kept.person, comparison.gone.person)
        values = [field_value(person, field) for person in people]
        if not any(values):
            return
        self._grid.addWidget(label(field_word(field), "muted"), row, 0)
        if field not in comparison.differing:
            for column, value in enumerate(values, start=_KEPT):
                self._grid.addWidget(label(value), row, column)
            return
        group = QButtonGroup(self)
        for column, value in enumerate(values, start=_KEPT):
            choice = QRadioButton(value.replace("&", "&&"))  # no letter of a name is a shortcut
            choice.setAccessibleName(f"{field_word(field)}: {value}")
            group.addButton(choice, column)
            self._grid.addWidget(choice, row, column)
        group.button(_KEPT).setChecked(True)
        self.choices[field] = group

    def _show_buttons(self, *, asking: bool) -> None:
        for widget in (self.same, self.other, self.later, self.told):
            widget.setVisible(asking)

    def _merge(self) -> None:
        assert self._comparison is not None
        kept, gone = self._comparison.kept.person, self._comparison.gone.person
        assert kept.id is not None
        assert gone.id is not None
        taken = [field for field, group in self.choices.items() if group.checkedId() == _GONE]
        self._merging.merge(kept.id, gone.id, taken)
        self._waiting = [one for one in self._waiting if gone.id not in one.pair]
        self._show_first()

    def _keep_apart(self) -> None:
        double = self._waiting[0]
        self._merging.keep_apart(double.first, double.second)
        self._next()

    def _next(self) -> None:
        """This pair is not asked about again before the dialog is opened anew."""
        self._waiting = self._waiting[1:]
        self._show_first()


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
