# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month of one activity, filled in as a spreadsheet; from and to Excel by the clipboard."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.attendance import PRESENT, Mark, Visitor
from buurthuis_admin.domain.cell_grid import GridPerson
from buurthuis_admin.domain.month_grid import Cell, MonthGrid
from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.gui.models.month_cells import MonthCells
from buurthuis_admin.gui.pages.grid_filling import GridFilling
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.month_table import MonthTable
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.texts import announce, button, label, restyle
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.services.grid_signs import read_sign


class MonthFilling(GridFilling[MonthGrid]):
    """Reads and writes the attendance of one activity."""

    activity_id: int | None = None

    def reading(self) -> Callable[[], MonthGrid] | None:
        """Who came lately, is enrolled, or is marked already."""
        chosen, day, months = self.activity_id, self.day, self.workspace.administration.months
        return None if chosen is None else lambda: months.grid(chosen, day)

    def is_asked(self, grid: MonthGrid) -> bool:
        """The same month of the same activity."""
        return super().is_asked(grid) and grid.activity_id == self.activity_id

    def writing(self, grid: MonthGrid, changes: Mapping[Cell, Mark | None]) -> Callable[[], object]:
        """Keep marks."""
        months = self.workspace.administration.months
        return lambda: months.set_cells(grid, changes)

    def read_cell(self, text: str) -> Mark | None:
        """A sign."""
        return read_sign(text)

    def shut_words(self, count: int) -> str:
        """Cells of sessions that did not take place."""
        told = _("{count} of meetings that did not take place.")
        return told.format(count=format_number(count))

    def find_person(self, name: str) -> None:
        """Somebody who is known, or somebody new."""
        attendance = self.workspace.administration.attendance
        self.workspace.readers.run(
            self, lambda: attendance.named(name), lambda found: self._found(name, found)
        )

    def _found(self, name: str, found: Sequence[Visitor]) -> None:
        parsed = parse_name(name)

        def add(person_id: int) -> None:
            self.add_row(GridPerson(person_id, parsed.sorted))

        if len(found) > 1:
            told = _("There are several people called {name}. Find the right one at the door.")
            self.told.emit(told.format(name=name), True)
        elif found:
            add(found[0].person_id)
        else:
            members, detail = (
                self.workspace.administration.members,
                PersonDetail(person=Person(name=parsed)),
            )
            self.workspace.writers.run(self, lambda: members.save(detail), add)


class MonthView(QWidget):
    """``back_asked`` leads back to the meetings."""

    back_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.cells = MonthCells(self)
        self.header = PageHeader(_("Fill in a month"))
        self.back = button(_("Meetings"), "caret-left", "link")
        self.activity = QComboBox()
        self.told = label("", "muted")
        self.table = MonthTable(_("Who came, by day"), self.cells)
        self.filling = fill = MonthFilling(self.table, self.cells, workspace, self)
        fill.told_of_row = _(
            "Somebody who is known gets a row; a name that is not known becomes a new person."
        )
        self.copy, self.paste, self.person = fill.copy, fill.paste, fill.person
        fill.day = workspace.administration.meetings.today()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.activity.setAccessibleName(_("Activity"))
        fill = self.filling
        self.header.add(fill.copy, fill.paste, fill.person)
        listing = list_column()
        keys = label(
            _(
                "x present · v volunteer · a sent word · - absent · Delete empties · space changes."
                " Ctrl+C and Ctrl+V copy from and to Excel."
            ),
            "muted",
        )
        months = flow_row(self.activity, fill.before, fill.month, fill.after, gap=12)
        for widget in (flow_row(self.back), self.header, months, keys, self.told):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(listing)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.activity.currentIndexChanged.connect(lambda _index: self._choose())
        self.table.marked.connect(self._mark)
        self.table.toggled.connect(self._toggle)
        self.filling.told.connect(self._tell)
        self.filling.shown.connect(self._tell_empty)

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
        self.filling.day = day
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

    def _choose(self) -> None:
        self.filling.activity_id = self.activity.currentData()
        self.filling.show_month(self.filling.day)

    def refresh(self) -> None:
        """Read the month anew, once everything that was typed is written."""
        self.filling.refresh()

    def _tell_empty(self, grid: MonthGrid) -> None:
        if not grid.sessions:
            self._tell(_("There are no meetings in this month. Choose another month."))

    # Filling in.

    def _known(self) -> dict[Cell, Mark | None]:
        """What is known of the cells that are chosen and can be filled in."""
        grid = self.cells.grid
        if grid is None:
            return {}
        chosen: list[Cell] = [self.cells.cell_at(one) for one in self.table.chosen()]
        return {cell: grid.marks.get(cell) for cell in chosen if grid.is_open(cell)}

    def _mark(self, mark: Mark | None) -> None:
        self.filling.write({cell: mark for cell, before in self._known().items() if before != mark})

    def _toggle(self) -> None:
        """All chosen cells present; empty when all of them are that already."""
        all_came = all(mark is not None and mark.came for mark in self._known().values())
        self._mark(None if all_came else PRESENT)

    def _tell(self, text: str, wrong: bool = False) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        restyle(self.told, "kind", "problem" if wrong else "muted")
        announce(self, text)
