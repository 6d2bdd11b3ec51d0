# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month of one activity, filled in as a spreadsheet; from and to Excel by the clipboard."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.attendance import PRESENT, Mark, Visitor
from buurthuis_admin.domain.month_grid import Cell, GridPerson, MonthGrid, read_table, write_table
from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.gui.models.month_cells import MonthCells
from buurthuis_admin.gui.pages.attendance_forms import ShortForm, when_done
from buurthuis_admin.gui.pages.pasting import paste_account, spread
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.month_table import MonthTable
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.texts import announce, button, label, restyle, square_button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, format_number, month_name, ngettext
from buurthuis_admin.services.grid_signs import Pasted, sign_of
from buurthuis_admin.services.months import paste


class MonthView(QWidget):
    """``back_asked`` leads back to the meetings."""

    back_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._day = workspace.administration.meetings.today().replace(day=1)
        self._writing = 0
        self._reading = False
        self._stale = False
        self._added: list[GridPerson] = []  # rows in which nothing is filled in yet
        self.cells = MonthCells(self)
        self.header = PageHeader(_("Fill in a month"))
        self.back = button(_("Meetings"), "caret-left", "link")
        self.activity = QComboBox()
        self.before = square_button("caret-left", _("Month before"))
        self.month = label("", "heading", wrap=False)
        self.after = square_button("caret-right", _("Month after"))
        self.person = button(_("Add a row"), "user-plus")
        self.copy = button(_("Copy"), "copy")
        self.paste = button(_("Paste"), "clipboard-text")
        self.told = label("", "muted")
        self.table = MonthTable(_("Who came, by day"), self.cells)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.activity.setAccessibleName(_("Activity"))
        self.header.add(self.copy, self.paste, self.person)
        listing = list_column()
        keys = label(
            _(
                "x present · v volunteer · a sent word · - absent · Delete empties · space changes."
                " Ctrl+C and Ctrl+V copy from and to Excel."
            ),
            "muted",
        )
        months = flow_row(self.activity, self.before, self.month, self.after, gap=12)
        for widget in (flow_row(self.back), self.header, months, keys, self.told):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(listing)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.activity.currentIndexChanged.connect(lambda _index: self._choose())
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.person.clicked.connect(self._ask_name)
        self.copy.clicked.connect(self.copy_cells)
        self.paste.clicked.connect(self.paste_cells)
        self.table.marked.connect(self._mark)
        self.table.toggled.connect(self._toggle)
        self.table.copied.connect(self.copy_cells)
        self.table.pasted.connect(self.paste_cells)

    def focus_first(self) -> None:
        """The cells."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Which month.

    def open(self) -> None:
        """Show the activities to choose from, and the month."""
        meetings = self._workspace.administration.meetings
        self._workspace.readers.run(self, meetings.activities, self._show_activities)

    def show_month(self, activity_id: int, day: datetime.date) -> None:
        """Show the month of a day of an activity."""
        self._day = day.replace(day=1)
        self.activity.setCurrentIndex(self.activity.findData(activity_id))
        self._choose()

    def _show_activities(self, activities: Sequence[Activity]) -> None:
        chosen = self.activity.currentData()
        self.activity.blockSignals(True)
        self.activity.clear()
        for one in activities:
            self.activity.addItem(one.name, one.id)
        self.activity.setCurrentIndex(max(0, self.activity.findData(chosen) if chosen else 0))
        self.activity.blockSignals(False)
        self._choose()

    def _turn(self, by: int) -> None:
        months = self._day.year * 12 + self._day.month - 1 + by
        self._day = datetime.date(months // 12, months % 12 + 1, 1)
        self._choose()

    def _choose(self) -> None:
        self.month.setText(f"{month_name(self._day.month)} {self._day.year}")
        self.cells.show_grid(None)
        self._added = []
        self._tell("")
        self.refresh()

    def refresh(self) -> None:
        """Read the month anew, once everything that was typed is written."""
        activity_id, day = self.activity.currentData(), self._day
        if self._writing or self._reading:
            self._stale = True
            return
        if activity_id is None:
            return
        months = self._workspace.administration.months
        self._reading, self._stale = True, False
        self._workspace.readers.run(
            self, lambda: months.grid(activity_id, day), self._show, self._unread
        )

    def _unread(self, error: BaseException) -> None:
        self._reading = False
        self._workspace.errors.show(error)

    def _show(self, grid: MonthGrid) -> None:
        self._reading = False
        asked = (self.activity.currentData(), self._day)
        if self._stale or self._writing or asked != (grid.activity_id, grid.first_day):
            self.refresh()
            return
        first = self.cells.grid is None
        known = {one.id for one in grid.people}
        added = (one for one in self._added if one.id not in known)
        self.cells.show_grid(replace(grid, people=(*grid.people, *added)))
        if first or not self.table.currentIndex().isValid():
            self.table.go_to(0, 0)
        if not grid.sessions:
            self._tell(_("There are no meetings in this month. Choose another month."))

    # Filling in.

    def _mark(self, mark: Mark | None) -> None:
        indexes = [one for one in self.table.chosen() if self.cells.is_open(one.column())]
        known = self.cells.marks_at(indexes)
        self._write({cell: mark for cell, before in known.items() if before != mark})

    def _toggle(self) -> None:
        """All chosen cells present; empty when all of them are that already."""
        indexes = [one for one in self.table.chosen() if self.cells.is_open(one.column())]
        known = self.cells.marks_at(indexes)
        all_came = all(mark is not None and mark.came for mark in known.values())
        self._mark(None if all_came else PRESENT)

    def _write(self, changes: Mapping[Cell, Mark | None]) -> None:
        grid = self.cells.grid
        if not changes or grid is None:
            return
        self._writing += 1
        self._stale = True
        self.cells.set_cells(changes)
        months, cells = self._workspace.administration.months, dict(changes)
        self._workspace.writers.run(
            self, lambda: months.set_cells(grid, cells), lambda _done: self._written(), self._failed
        )

    def _written(self) -> None:
        self._writing -= 1
        if not self._writing:
            self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._written()
        self._workspace.errors.show(error)

    # The clipboard.

    def copy_cells(self) -> None:
        """Put the chosen cells on the clipboard, as Excel takes them."""
        indexes = self.table.chosen()
        if not indexes:
            return
        known = {(one.row(), one.column()): one for one in indexes}
        rows = range(indexes[0].row(), indexes[-1].row() + 1)
        columns = sorted({one.column() for one in indexes})
        marks = self.cells.marks_at(indexes)

        def text(row: int, column: int) -> str:
            index = known.get((row, column))
            return "" if index is None else sign_of(marks[self.cells.cell_at(index)])

        table = [[text(row, column) for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(write_table(table))
        told = ngettext("{count} cell copied.", "{count} cells copied.", len(indexes))
        self._tell(told.format(count=format_number(len(indexes))))

    def paste_cells(self) -> None:
        """Put what is on the clipboard from the chosen cell on, with an account of all of it."""
        grid, indexes = self.cells.grid, self.table.chosen()
        table = read_table(QGuiApplication.clipboard().text())
        if grid is None or not indexes or not table:
            self._tell(_("There is nothing to paste. Copy cells in Excel first."), wrong=True)
            return
        top, left = indexes[0].row(), min(one.column() for one in indexes)
        pasted = paste(grid, spread(table, indexes), top, left)
        self._write(pasted.changes)
        self._tell(self._account(pasted), wrong=bool(pasted.unclear or pasted.outside))

    def _account(self, pasted: Pasted) -> str:
        unclear = [self._named(*one) for one in pasted.unclear]
        told = paste_account(len(pasted.changes), unclear, pasted.outside)
        if pasted.closed:
            closed = _("{count} of meetings that did not take place.")
            told = f"{told} {closed.format(count=format_number(pasted.closed))}"
        return told

    def _named(self, cell: Cell, text: str) -> str:
        grid = self.cells.grid
        assert grid is not None
        person = next(one.name for one in grid.people if one.id == cell[1])
        day = next(one.day for one in grid.sessions if one.id == cell[0])
        return f"“{text.strip()}” ({person}, {format_day_short(day)})"

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        restyle(self.told, "kind", "problem" if wrong else "muted")
        announce(self, text)

    # Somebody who has no row yet.

    def _ask_name(self) -> None:
        form = ShortForm(
            _("Add a row"),
            _("Somebody who is known gets a row; a name that is not known becomes a new person."),
            _("Name"),
            _("Add"),
            _("Fill in a name."),
            self,
        )
        open_dialog(when_done(form, self._look_for))

    def _look_for(self, name: str) -> None:
        attendance = self._workspace.administration.attendance
        self._workspace.readers.run(
            self, lambda: attendance.named(name), lambda found: self._found(name, found)
        )

    def _found(self, name: str, found: Sequence[Visitor]) -> None:
        if len(found) > 1:
            told = _("There are several people called {name}. Find the right one at the door.")
            self._tell(told.format(name=name), wrong=True)
        elif found:
            self._add_row(found[0].person_id, name)
        else:
            members = self._workspace.administration.members
            detail = PersonDetail(person=Person(name=parse_name(name)))
            add: Callable[[int], None] = lambda number: self._add_row(number, name)  # noqa: E731
            self._workspace.writers.run(self, lambda: members.save(detail), add)

    def _add_row(self, person_id: int, name: str) -> None:
        if self.cells.grid is not None:
            person = GridPerson(person_id, parse_name(name).sorted)
            self._added.append(person)
            row = self.cells.add_person(person)
            self.table.go_to(row, max(0, self.table.currentIndex().column()))
            self.focus_first()
