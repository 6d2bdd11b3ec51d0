# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking over a sheet from paper: its rows as they are typed, and its total held against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIntValidator, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.attendance import BLANK_ROWS, DoorList, Visitor, difference
from buurthuis_admin.domain.row_numbers import read_rows, write_rows
from buurthuis_admin.gui.door_desk import DoorDesk
from buurthuis_admin.gui.models.paper_rows import STATE, on_paper, paper_model
from buurthuis_admin.gui.pages.attendance_counts import CountsCard
from buurthuis_admin.gui.pages.session_head import SessionHead
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_names import field_name
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, card, label
from buurthuis_admin.gui.widgets.total_box import total_sentence
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext

_WIDE_ENOUGH = 860
_MOST = 99_999


@dataclass(frozen=True, slots=True)
class _Taken:
    """What typed rows came to."""

    known: tuple[Visitor, ...]
    blank: tuple[int, ...]
    beyond: tuple[int, ...]
    unclear: tuple[str, ...]


class PaperView(QWidget):
    """Rows are typed or scanned in the order of the sheet; Enter takes them over at once."""

    def __init__(self, workspace: Workspace, desk: DoorDesk) -> None:
        super().__init__()
        self._workspace, self._desk = workspace, desk
        self._blank: tuple[int, ...] = ()
        self._renewal = QTimer(self)
        self._renewal.setSingleShot(True)
        self._renewal.setInterval(0)
        self._renewal.timeout.connect(self._renew)
        self.head = SessionHead(desk, _("To the door"))
        self.rows = QLineEdit()
        self.take = button(_("Take over"), "check", "primary")
        self.told = label("", "muted")
        self.wrong = label("", "problem")
        self.name = QLineEdit()
        self.add = button(_("Add"), "user-plus")
        self.on_paper = QLineEdit()
        self.compared = label("", "strong")
        self.model = paper_model()
        self.table = Table(_("Rows of the sheet"))
        self.counts = CountsCard(desk)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        scroll = ScrollColumn(margins=(24, 8, 24, 16), gap=12)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        scroll.column.addWidget(self.head)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(scaled(24))
        left = QVBoxLayout()
        left.setSpacing(scaled(12))
        left.addWidget(self._typing())
        self.table.show_model(self.model, (70, 0, 220))
        self.table.setItemDelegateForColumn(STATE, PillDelegate(self.table))
        left.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.setSpacing(scaled(12))
        right.addWidget(self.counts)
        right.addWidget(self._comparing())
        right.addStretch(1)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        scroll.column.addLayout(self._columns, 1)

    def _typing(self) -> QWidget:
        frame, column = card(gap=8)
        self.rows.setAccessibleName(_("Rows with a tick on the paper"))
        self.rows.setMinimumHeight(scaled(44))
        self.name.setAccessibleName(_("Name on an empty row"))
        self.name.setMinimumHeight(scaled(44))
        example = label(_("For example: 1 3 4 9-12. Or scan the codes one after another."), "muted")
        for widget in (
            _named(_("Rows with a tick on the paper"), self.rows),
            example,
            flow_row(self.rows, self.take),
            self.told,
            self.wrong,
            _named(_("Name on an empty row"), self.name),
            flow_row(self.name, self.add),
        ):
            column.addWidget(widget)
        for field in (self.rows, self.name):
            field.setMinimumWidth(scaled(260))
        self.told.hide()
        self.wrong.hide()
        return frame

    def _comparing(self) -> QWidget:
        frame, column = card(gap=8)
        self.on_paper.setValidator(QIntValidator(0, _MOST, self.on_paper))
        self.on_paper.setMinimumHeight(scaled(44))
        named = field_name(
            _("Number written on the paper"), self.on_paper, empty=True, kind="strong"
        )
        for widget in (named, self.on_paper, self.compared):
            column.addWidget(widget)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(_WIDE_ENOUGH)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _connect(self) -> None:
        self._desk.shown.connect(self._show)
        self._desk.changed.connect(self._renewal.start)
        self.take.clicked.connect(self._take)
        self.rows.returnPressed.connect(self._take)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.on_paper.textChanged.connect(lambda _text: self._compare())
        self.table.row_opened.connect(self._toggle)

    def focus_first(self) -> None:
        """Where the rows are typed."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Another sheet: nothing is typed yet."""
        for field in (self.rows, self.name, self.on_paper):
            field.clear()
        self._blank = ()
        self._tell("")

    # What is shown.

    def _show(self, _door: DoorList) -> None:
        self._renew()

    def showEvent(self, event: QShowEvent) -> None:
        """While it was hidden it followed nothing: the door has its own list."""
        super().showEvent(event)
        self._renew()

    def _renew(self) -> None:
        if not self.isVisible():
            return
        at = self.table.current_row
        listed = on_paper(self._desk.tiles.people)
        if list(self.model.rows) != listed:
            self.model.show_rows(listed)
            if listed:
                self.table.selectRow(min(max(at, 0), len(listed) - 1))
        self._compare()

    def _compare(self) -> None:
        text = self.on_paper.text()
        self.compared.setText(compared(self._desk, int(text)) if text.isdecimal() else "")
        self.compared.setVisible(bool(self.compared.text()))

    def _tell(self, text: str, wrong: str = "") -> None:
        """Say what was done, and apart from that what is not right."""
        for one, words in ((self.told, text), (self.wrong, wrong)):
            one.setText(words)
            one.setVisible(bool(words))
        announce(self, f"{text} {wrong}".strip())

    def tell(self, text: str) -> None:
        """Say what a scan came to."""
        self._tell(text)

    # What is typed.

    def _take(self) -> None:
        if not self.rows.text().strip():
            return
        taken = self._read(self.rows.text())
        self._desk.mark_rows(list(taken.known))
        self._blank = (*self._blank, *taken.blank)
        # What could not be taken over stays in the field, to be mended.
        left = " ".join((*taken.unclear, write_rows(taken.beyond)))
        self.rows.setText(left.strip())
        self._tell(_told(taken), _wrong(taken))
        if taken.blank and not left.strip():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, text: str) -> _Taken:
        found = read_rows(text)
        listed = {one.number: one for one in self._desk.tiles.people if one.number is not None}
        last = max(listed, default=0)
        unknown = [number for number in found.numbers if number not in listed]
        return _Taken(
            tuple(listed[number] for number in found.numbers if number in listed),
            tuple(number for number in unknown if number <= last + BLANK_ROWS),
            tuple(number for number in unknown if number > last + BLANK_ROWS),
            found.unclear,
        )

    def _add(self) -> None:
        """Somebody who wrote their name: who is known by exactly this name, or somebody new."""
        name = self.name.text().strip()
        if not name:
            self._tell("", _("Fill in a name."))
            return
        attendance = self._workspace.administration.attendance
        self._workspace.readers.run(
            self, lambda: attendance.named(name), lambda found: self._added(name, found)
        )

    def _added(self, name: str, found: Sequence[Visitor]) -> None:
        if len(found) == 1:
            self._desk.mark_rows(list(found))
            told = _("{name} is known and is marked as present.")
        elif found:
            told = _("There are several people called {name}. Find the right one at the door.")
            self._tell("", told.format(name=name))
            return
        else:
            self._desk.add(name)
            told = _("{name} is new and present.")
        self.name.clear()
        self._blank = self._blank[1:]
        self._tell(told.format(name=name))
        more = self.name if self._blank else self.rows
        more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self, number: int) -> None:
        if 0 <= number < len(self.model.rows):
            self._desk.toggle(self.model.rows[number])


def compared(desk: DoorDesk, written: int) -> str:
    """The difference with the number on the paper, in words."""
    total = desk.total
    more = difference(total, written)
    here = total_sentence(total)
    if more == 0:
        return _("This is the same as on the paper: {total}.").format(total=here)
    count = format_number(abs(more))
    if more > 0:
        told = ngettext(
            "On the paper there is {count} more than here. Here: {total}.",
            "On the paper there are {count} more than here. Here: {total}.",
            more,
        )
    else:
        told = ngettext(
            "On the paper there is {count} fewer than here. Here: {total}.",
            "On the paper there are {count} fewer than here. Here: {total}.",
            -more,
        )
    return told.format(count=count, total=here)


def _told(taken: _Taken) -> str:
    parts = []
    if taken.known:
        told = ngettext("{count} row taken over.", "{count} rows taken over.", len(taken.known))
        parts.append(told.format(count=format_number(len(taken.known))))
    if taken.blank:
        told = _("Empty on the sheet: {rows}. Type the name that was written there.")
        parts.append(told.format(rows=write_rows(taken.blank)))
    return " ".join(parts)


def _wrong(taken: _Taken) -> str:
    parts = []
    if taken.beyond:
        parts.append(_("Not on this sheet: {rows}.").format(rows=write_rows(taken.beyond)))
    if taken.unclear:
        parts.append(_("Not understood: {words}.").format(words=", ".join(taken.unclear)))
    return " ".join(parts)


def _named(text: str, field: QWidget) -> QWidget:
    made = label(text, "strong")
    made.setBuddy(field)
    return made
