# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""At the door: tiles to tap, one field for names, numbers and the scanner, and the counts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QMenu, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.attendance import (
    ABSENT,
    EXCUSED,
    HELPED,
    PRESENT,
    DoorList,
    Mark,
    Visitor,
)
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.door_desk import DoorDesk
from buurthuis_admin.gui.models.door_tiles import Shown
from buurthuis_admin.gui.pages.attendance_counts import CountsCard, RemarkCard
from buurthuis_admin.gui.pages.attendance_forms import new_name_form, when_done
from buurthuis_admin.gui.pages.session_head import SessionHead
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy, flow_row
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.texts import announce, button
from buurthuis_admin.gui.widgets.tiles import TileView
from buurthuis_admin.gui.wording import mark_word
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, ngettext

_WIDE_ENOUGH = 900  # below that the counts stand under the tiles
_SIDE = 300
_SEARCH_REST = 150  # milliseconds after the last key before everybody is searched
_LETTERS_IN_KIOSK = 3  # nobody reads all names of the centre from the screen at the door


class DoorField(SearchField):
    """The field of the door: Enter marks the tile that is pointed out."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter once, however long it is held."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        super().keyPressEvent(event)


class DoorView(QWidget):
    """``paper_asked``, ``kiosk_asked`` and ``leave_asked`` lead to the other ways to work."""

    paper_asked = Signal()
    kiosk_asked = Signal()
    sheet_asked = Signal()
    leave_asked = Signal()
    said = Signal(str)

    def __init__(self, workspace: Workspace, desk: DoorDesk) -> None:
        super().__init__()
        self._workspace, self._desk = workspace, desk
        self._kiosk = False
        self._asked = ""
        self.search = DoorField(_("Type a name or number, or scan a card"))
        self.new_name = button(_("New name"), "user-plus")
        self.guest = button(_("Guest"), "plus")
        self.paper = button(_("Take over a paper list"), "clipboard-text")
        self.kiosk = button(_("Full screen for visitors"), "arrows-out", "link")
        self.sheet = button(_("Print the sheet"), "printer", "link")
        self.head = SessionHead(desk, _("Meetings"), self.sheet, self.kiosk)
        self.leave = button(_("Leave with the password"), "lock-simple")
        self.chips: Chips[Shown] = Chips(_chip_words(), _("Who is shown"))
        self.meaning = QComboBox()
        self.tiles = TileView(_("Visitors"), desk.tiles)
        self.counts = CountsCard(desk)
        self.remark = RemarkCard(desk)
        self.told = FlowLabel("")
        self.saved = FlowLabel("", "muted")
        self.offer = button(_("Add as a new name"), "user-plus")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SEARCH_REST)
        self._lay_out()
        self._connect()
        self._follow()

    # How it looks.

    def _lay_out(self) -> None:
        self.meaning.setAccessibleName(_("A tap means"))
        for mark, word in _meanings():
            self.meaning.addItem(_("Tap: {state}").format(state=word.lower()), mark)
        scroll = ScrollColumn(margins=(24, 8, 24, 16), gap=12)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        scroll.column.addWidget(self.head)
        scroll.column.addWidget(self._tools())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(scaled(24))
        self._columns.addLayout(self._people(), 1)
        self._aside = QWidget()
        side = QVBoxLayout(self._aside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(scaled(12))
        side.addWidget(self.counts)
        side.addWidget(self.remark)
        side.addStretch(1)
        self._columns.addWidget(self._aside)
        scroll.column.addLayout(self._columns, 1)

    def _tools(self) -> QWidget:
        tools = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        row.addWidget(self.search, 1)
        row.addWidget(flow_row(self.new_name, self.guest, self.paper, self.leave))
        self._tools_row = row
        self.leave.hide()
        return tools

    def _people(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(scaled(12))
        above = QWidget()
        flow = FlowLayout(12, above)
        flow_policy(above)
        flow.add(self.chips)
        flow.add(self.meaning, to_right=True)
        column.addWidget(above)
        column.addWidget(self.offer)
        column.addWidget(self.tiles, 1)
        column.addWidget(self._status())
        self.offer.hide()
        return column

    def _status(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(12, line)
        flow_policy(line)
        flow.add(self.told)
        flow.add(self.saved, to_right=True)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(_WIDE_ENOUGH)
        directions = QBoxLayout.Direction
        for row in (self._columns, self._tools_row):
            row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._aside.setMaximumWidth(scaled(_SIDE) if wide else 16_777_215)
        self._aside.setMinimumWidth(scaled(_SIDE) if wide else 0)

    # What happens.

    def _connect(self) -> None:
        desk = self._desk
        desk.shown.connect(self._show)
        desk.changed.connect(self._follow)
        desk.waiting.connect(self._say_saved)
        self.search.textChanged.connect(self._typed)
        self.search.entered.connect(self._entered)
        self.search.left_down.connect(self._to_tiles)
        self._rest.timeout.connect(self._search_everybody)
        self.tiles.tapped.connect(self._tapped)
        self.tiles.typed.connect(self._typed_on_tiles)
        self.tiles.menu_asked.connect(self._menu)
        self.chips.chosen.connect(self._chip_chosen)
        self.new_name.clicked.connect(lambda: self.ask_name(self._name_typed()))
        self.offer.clicked.connect(self._add_typed)
        self.guest.clicked.connect(self._guest)
        self.paper.clicked.connect(self.paper_asked)
        self.kiosk.clicked.connect(self.kiosk_asked)
        self.sheet.clicked.connect(self.sheet_asked)
        self.leave.clicked.connect(self.leave_asked)

    def focus_first(self) -> None:
        """The field: it takes names, numbers and scans."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_kiosk(self, on: bool) -> None:
        """Show only what visitors may touch."""
        self._kiosk = on
        self.head.set_bare(on)
        for widget in (self.paper, self.kiosk, self._aside, self.meaning, self.chips):
            widget.setVisible(not on)
        self.leave.setVisible(on)
        self.search.clear()
        if on:
            self.meaning.setCurrentIndex(0)
            self.chips.choose(Shown.REGULAR)
            self._chip_chosen(Shown.REGULAR)
        self.focus_first()

    def _show(self, door: DoorList) -> None:
        cancelled = door.session.state is SessionState.CANCELLED
        for widget in (self.search, self.tiles, self.counts, self.new_name, self.guest):
            widget.setEnabled(not cancelled)
        if not self.tiles.currentIndex().isValid():
            self.tiles.go_to(0)

    def _follow(self) -> None:
        self.chips.set_counts(self._desk.tiles.counts())

    def _say_saved(self, waiting: int) -> None:
        if waiting:
            told = ngettext("{count} is being saved…", "{count} are being saved…", waiting)
            self.saved.setText(told.format(count=waiting))
        else:
            self.saved.setText(_("Everything is saved"))
        self.saved.updateGeometry()

    def tell(self, text: str) -> None:
        """Say what was done, on the screen and aloud."""
        self.told.setText(text)
        self.told.updateGeometry()
        self.said.emit(text)
        announce(self, text)

    # Tapping.

    def _tapped(self, row: int) -> None:
        visitor = self._desk.tiles.visitor_at(row)
        if visitor is not None:
            self._toggle(visitor, self.meaning.currentData())

    def _toggle(self, visitor: Visitor, mark: Mark) -> None:
        self._tell_of(visitor, self._desk.toggle(visitor, mark))

    def _tell_of(self, visitor: Visitor, mark: Mark | None) -> None:
        state = _("taken off the list") if mark is None else mark_word(mark).lower()
        self.tell(_("{name}: {state}.").format(name=visitor.name, state=state))

    def _menu(self, row: int, place: QPoint) -> None:
        visitor = self._desk.tiles.visitor_at(row)
        if visitor is None or self._kiosk:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark, word in (*_meanings(), (ABSENT, mark_word(ABSENT)), (None, _("Not marked"))):
            action = menu.addAction(word)
            action.triggered.connect(lambda _on=False, mark=mark: self._set(visitor, mark))
        menu.popup(place)

    def _set(self, visitor: Visitor, mark: Mark | None) -> None:
        self._desk.mark(visitor, mark)
        self._tell_of(visitor, mark)

    def _chip_chosen(self, chip: Shown) -> None:
        self._desk.tiles.show_chip(chip)
        self.tiles.go_to(0)

    # Typing.

    def _typed(self, text: str) -> None:
        typed = text.strip()
        self._rest.stop()
        self.offer.hide()
        number = int(typed) if typed.isdecimal() and len(typed) < 6 else None
        visitor = None if number is None else self._desk.tiles.with_number(number)
        self._desk.tiles.show_typed("" if number is not None else typed)
        if visitor is not None:
            self.tiles.go_to(self._desk.tiles.row_of(visitor.person_id))
        else:
            self.tiles.go_to(0)
            if len(typed) >= (_LETTERS_IN_KIOSK if self._kiosk else 2):
                self._rest.start()

    def _name_typed(self) -> str:
        typed = self.search.text().strip()
        return "" if typed.isdecimal() else typed

    def _search_everybody(self) -> None:
        asked = self._asked = self.search.text().strip()
        attendance = self._workspace.administration.attendance
        self._workspace.readers.run(
            self, lambda: attendance.find(asked), lambda found: self._found(asked, found)
        )

    def _found(self, asked: str, found: list[Visitor]) -> None:
        if asked != self.search.text().strip():
            return
        self._desk.tiles.show_found(found)
        if not self.tiles.currentIndex().isValid():
            self.tiles.go_to(0)
        nobody = not self._desk.tiles.shown and bool(self._name_typed())
        text = _("Add “{name}” as a new name").format(name=asked)
        self.offer.setAccessibleName(text)  # on the button itself a long name has no room
        self.offer.setVisible(nobody)
        if nobody:
            self.tell(_("Nobody with this name was found."))

    def _entered(self) -> None:
        """Mark who is pointed out; with nobody found, go to the button that adds the name."""
        typed = self.search.text().strip()
        if not typed:
            return
        if typed.isdecimal() and self._desk.tiles.with_number(int(typed[:9])) is None:
            if not self._rest.isActive() and self._desk.tiles.shown and self._asked == typed:
                self._mark_current()
                return
            self.tell(_("Number {row} is not on the list.").format(row=typed))
            self.search.selectAll()
        elif self.tiles.currentIndex().isValid() and self._desk.tiles.shown:
            self._mark_current()
        elif self.offer.isVisible():
            self.offer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_current(self) -> None:
        visitor = self._desk.tiles.visitor_at(self.tiles.currentIndex().row())
        if visitor is not None:
            self._toggle(visitor, self.meaning.currentData())
            self.search.clear()
            self.tiles.go_to(self._desk.tiles.row_of(visitor.person_id))

    def _typed_on_tiles(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(self.search.text() + text)

    def _to_tiles(self) -> None:
        self.tiles.setFocus(Qt.FocusReason.OtherFocusReason)

    # Others than those on the list.

    def _guest(self) -> None:
        number = self._desk.guest()
        told = ngettext(
            "{count} visitor without a name.", "{count} visitors without a name.", number
        )
        self.tell(told.format(count=number))

    def ask_name(self, typed: str) -> None:
        """Ask for the name of somebody new."""
        open_dialog(when_done(new_name_form(typed, self), self._add))

    def _add_typed(self) -> None:
        name = self._name_typed()
        if name:
            self._add(name)

    def _add(self, name: str) -> None:
        self._desk.add(name, self.meaning.currentData())
        self.search.clear()
        self.tell(_("{name} is new and present.").format(name=name))
        self.focus_first()

    # Scanning.

    def take_code(self, code: ScanCode) -> None:
        """Somebody's card or row was scanned: present, and nothing when they are already."""
        if code.kind is not CodeKind.PERSON:
            return
        visitor = self._desk.tiles.person(code.number)
        if visitor is not None:
            self._scanned(visitor)
            return
        attendance = self._workspace.administration.attendance
        self._workspace.readers.run(self, lambda: attendance.person(code.number), self._scanned)

    def _scanned(self, visitor: Visitor | None) -> None:
        if visitor is None:
            self.tell(_("This card is of nobody in the administration."))
        elif self._desk.mark(visitor, PRESENT):
            self._tell_of(visitor, PRESENT)
        else:
            self.tell(_("{name} was present already.").format(name=visitor.name))
        if visitor is not None:
            self.tiles.go_to(self._desk.tiles.row_of(visitor.person_id))


def _chip_words() -> list[tuple[Shown, str]]:
    return [
        (Shown.REGULAR, _("Regular visitors")),
        (Shown.PRESENT, _("Present")),
        (Shown.EVERYBODY, _("All participants")),
    ]


def _meanings() -> list[tuple[Mark, str]]:
    return [(mark, mark_word(mark)) for mark in (PRESENT, HELPED, EXCUSED)]
