# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month filled in as a spreadsheet: read, written, copied and pasted; for each kind of grid."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.cell_grid import (
    GridPerson,
    Pasted,
    paste_cells,
    read_table,
    write_table,
)
from buurthuis_admin.domain.dates import months_before
from buurthuis_admin.gui.models.grid_cells import Grid, GridCells
from buurthuis_admin.gui.pages.attendance_forms import ShortForm, when_done
from buurthuis_admin.gui.pages.pasting import paste_account, spread
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.grid_table import GridTable
from buurthuis_admin.gui.widgets.texts import button, label, square_button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, format_number, month_name, ngettext


class GridFilling(QObject, Generic[Grid]):
    """Behind a page with such a grid; the page puts the buttons of this in their places.

    ``told`` is sent with words and whether something is not right, ``shown`` with a grid that was
    read. ``told_of_row`` explains whose name can be given for a row of their own.
    """

    told = Signal(str, bool)
    shown = Signal(object)
    told_of_row = ""

    def __init__(
        self, table: GridTable, cells: GridCells[Grid], workspace: Workspace, page: QWidget
    ) -> None:
        super().__init__(page)
        self.table, self.workspace, self.page = table, workspace, page
        self.cells: GridCells[Grid] = cells
        self.day = datetime.date.min
        self._writing = 0
        self._reading = False
        self._stale = False
        self._added: list[GridPerson] = []  # rows in which nothing is filled in yet
        self.before = square_button("caret-left", _("Month before"))
        self.month = label("", "heading", wrap=False)
        self.after = square_button("caret-right", _("Month after"))
        self.person = button(_("Add a row"), "user-plus")
        self.copy = button(_("Copy"), "copy")
        self.paste = button(_("Paste"), "clipboard-text")
        self.before.clicked.connect(lambda: self.show_month(months_before(self.day, 1)))
        self.after.clicked.connect(lambda: self.show_month(months_before(self.day, -1)))
        self.person.clicked.connect(self._ask_name)
        for asked in (self.copy.clicked, table.copied):
            asked.connect(lambda _on=False: self.copy_cells())
        for asked in (self.paste.clicked, table.pasted):
            asked.connect(lambda _on=False: self.paste_cells())

    # What each kind of grid knows.

    def reading(self) -> Callable[[], Grid] | None:
        """What reads the grid that is asked for now, in the background; None: there is none."""
        raise NotImplementedError

    def is_asked(self, grid: Grid) -> bool:
        """Whether this is still the grid that is asked for."""
        return grid.first_day == self.day

    def writing(self, grid: Grid, changes: Mapping[Any, Any]) -> Callable[[], object]:
        """What keeps changes of a grid, in the background."""
        raise NotImplementedError

    def read_cell(self, text: str) -> object:
        """What a text in a cell means. Raises ValueError."""
        raise NotImplementedError

    def shut_words(self, count: int) -> str:
        """What is told of cells that cannot be filled in."""
        raise NotImplementedError

    def find_person(self, name: str) -> None:
        """Find who is meant, and give them a row by ``add_row``."""
        raise NotImplementedError

    # Which month.

    def show_month(self, day: datetime.date) -> None:
        """Show the month of a day."""
        self.day = day.replace(day=1)
        self.month.setText(f"{month_name(self.day.month)} {self.day.year}")
        self.cells.show_grid(None)
        self._added = []
        self.told.emit("", False)
        self.refresh()

    def refresh(self) -> None:
        """Read the month anew, once everything that was typed is written."""
        if self._writing or self._reading:
            self._stale = True
            return
        read = self.reading()
        if read is not None:
            self._reading, self._stale = True, False
            self.workspace.readers.run(self, read, self._show, self._unread)

    def _unread(self, error: BaseException) -> None:
        self._reading = False
        self.workspace.errors.show(error)

    def _show(self, grid: Grid) -> None:
        self._reading = False
        if self._stale or self._writing or not self.is_asked(grid):
            self.refresh()
            return
        first = self.cells.grid is None
        known = {one.id for one in grid.people}
        added: list[GridPerson] = [one for one in self._added if one.id not in known]
        self.cells.show_grid(replace(grid, people=(*grid.people, *added)))
        if first or not self.table.currentIndex().isValid():
            self.table.go_to(0, 0)
        self.shown.emit(grid)

    # Filling in.

    def write(self, changes: Mapping[Any, Any]) -> None:
        """Show other values at once, and keep them."""
        grid = self.cells.grid
        if not changes or grid is None:
            return
        self._writing += 1
        self._stale = True
        self.cells.set_cells(changes)
        work = self.writing(grid, dict(changes))
        self.workspace.writers.run(self, work, lambda _done: self._written(), self._failed)

    def _written(self) -> None:
        self._writing -= 1
        if not self._writing:
            self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._written()
        self.workspace.errors.show(error)

    # The clipboard.

    def copy_cells(self) -> None:
        """Put the chosen cells on the clipboard, as Excel takes them."""
        indexes = self.table.chosen()
        if not indexes:
            return
        known = {
            (one.row(), one.column()): self.cells.text_at(self.cells.cell_at(one))
            for one in indexes
        }
        columns = sorted({one.column() for one in indexes})
        rows = range(indexes[0].row(), indexes[-1].row() + 1)
        texts = [[known.get((row, column), "") for column in columns] for row in rows]
        QGuiApplication.clipboard().setText(write_table(texts))
        told = ngettext("{count} cell copied.", "{count} cells copied.", len(indexes))
        self.told.emit(told.format(count=format_number(len(indexes))), False)

    def paste_cells(self) -> None:
        """Put what is on the clipboard from the chosen cell on, with an account of all of it."""
        grid, indexes = self.cells.grid, self.table.chosen()
        table = read_table(QGuiApplication.clipboard().text())
        if grid is None or not indexes or not table:
            self.told.emit(_("There is nothing to paste. Copy cells in Excel first."), True)
            return
        left = min(one.column() for one in indexes)
        pasted: Pasted[Any, Any] = paste_cells(
            grid, spread(table, indexes), indexes[0].row(), left, self.read_cell
        )
        self.write(pasted.changes)
        self.told.emit(self._account(pasted), bool(pasted.unclear or pasted.outside))

    def _account(self, pasted: Pasted[Any, Any]) -> str:
        unclear = [self.named(*one) for one in pasted.unclear]
        told = paste_account(len(pasted.changes), unclear, pasted.outside)
        return f"{told} {self.shut_words(pasted.shut)}" if pasted.shut else told

    def named(self, cell: Any, text: str) -> str:
        """A text that was typed or pasted, with whose it is and the day."""
        grid = self.cells.grid
        assert grid is not None
        person, day = grid.whose(cell)
        name = next(one.name for one in grid.people if one.id == person)
        return f"“{text.strip()}” ({name}, {format_day_short(day)})"

    # Somebody who has no row yet.

    def _ask_name(self) -> None:
        form = ShortForm(
            _("Add a row"),
            self.told_of_row,
            _("Name"),
            _("Add"),
            _("Fill in a name."),
            self.page,
        )
        open_dialog(when_done(form, self.find_person))

    def add_row(self, person: GridPerson) -> None:
        """Give somebody a row, and go there."""
        if self.cells.grid is not None:
            self._added.append(person)
            row = self.cells.add_person(person)
            self.table.go_to(row, max(0, self.table.currentIndex().column()))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
