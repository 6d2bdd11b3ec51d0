# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hours of volunteers in a month, filled in as a spreadsheet; from and to Excel."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtGui import QGuiApplication

from buurthuis_admin.domain.dates import months_before
from buurthuis_admin.domain.hours_grid import Cell, HoursGrid, PastedHours, paste_hours
from buurthuis_admin.domain.month_grid import read_table, write_table
from buurthuis_admin.gui.models.hours_cells import HoursCells
from buurthuis_admin.gui.pages.page_part import PagePart
from buurthuis_admin.gui.pages.pasting import paste_account, spread
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.hours_table import HoursTable
from buurthuis_admin.gui.widgets.texts import button, label, restyle, square_button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, format_number, month_name, ngettext
from buurthuis_admin.services.hours_months import read_hours


class HoursMonthPart(PagePart):
    """Volunteers down, days across."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._service = workspace.administration.volunteers.months
        self._day = workspace.administration.volunteers.day().replace(day=1)
        self._writing = 0
        self.cells = HoursCells(read_hours, self)
        self.before = square_button("caret-left", _("Month before"))
        self.month = label("", "heading", wrap=False)
        self.after = square_button("caret-right", _("Month after"))
        self.copy = button(_("Copy"), "copy")
        self.paste = button(_("Paste"), "clipboard-text")
        self.table = HoursTable(_("Hours by day"), self.cells)
        keys = _(
            "Type hours as 2, 2,5 or 2:30; Enter goes down, Delete empties. Ctrl+C and Ctrl+V copy"
            " from and to Excel. A cell of several activities is changed at ‘Hours’."
        )
        self.column.addWidget(
            flow_row(self.before, self.month, self.after, self.copy, self.paste, gap=12)
        )
        self.column.addWidget(label(keys, "muted"))
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        self._connect()

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.show_month(months_before(self._day, 1)))
        self.after.clicked.connect(lambda: self.show_month(months_before(self._day, -1)))
        self.copy.clicked.connect(self.copy_cells)
        self.paste.clicked.connect(self.paste_cells)
        self.table.copied.connect(self.copy_cells)
        self.table.pasted.connect(self.paste_cells)
        self.table.emptied.connect(self._empty)
        self.cells.written.connect(lambda cell, hours: self._write({cell: hours}))
        self.cells.unclear.connect(self._tell_unclear)

    def show_month(self, day: datetime.date) -> None:
        """Show the month of a day."""
        self._day = day.replace(day=1)
        self.cells.show_grid(None)
        self._say("")
        self.refresh()

    def refresh(self) -> None:
        """Read the month anew, once everything that was typed is written."""
        self.month.setText(f"{month_name(self._day.month)} {self._day.year}")
        if not self._writing:
            day, service = self._day, self._service
            self.workspace.readers.run(self, lambda: service.grid(day), self._show)

    def _show(self, grid: HoursGrid) -> None:
        if self._writing or grid.first_day != self._day:
            return  # what is written, or the other month, is read after this
        first = self.cells.grid is None
        self.cells.show_grid(grid)
        if first or not self.table.currentIndex().isValid():
            self.table.go_to(0, 0)
        if not grid.people:
            self._say(
                _(
                    "Nobody was a volunteer in this year. "
                    "Choose ‘Volunteers’ at the top and add the first one."
                )
            )

    # Filling in.

    def _write(self, changes: Mapping[Cell, Decimal | None]) -> None:
        if not changes:
            return
        self._writing += 1
        self.cells.set_cells(changes)
        day, cells, service = self._day, dict(changes), self._service
        self.workspace.writers.run(
            self, lambda: service.set_cells(day, cells), lambda _done: self._written(), self._failed
        )

    def _written(self) -> None:
        self._writing -= 1
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._written()
        self.workspace.errors.show(error)

    def _empty(self) -> None:
        """Take away what stands in the cells that are chosen."""
        grid = self.cells.grid
        if grid is not None:
            chosen = [self.cells.cell_at(one) for one in self.table.chosen()]
            empty: dict[Cell, Decimal | None] = {
                cell: None for cell in chosen if cell not in grid.split
            }
            kept = {cell: None for cell in empty if cell in grid.hours}
            self.cells.set_cells(empty)  # also what was not understood and so never kept
            self._write(kept)

    def _tell_unclear(self, cell: Cell, text: str) -> None:
        told = _("{cell} is no number of hours. Write 2, 2,5 or 2:30, and no more than 24.")
        self._say(told.format(cell=self._named(cell, text)), wrong=True)

    # The clipboard.

    def copy_cells(self) -> None:
        """Put the chosen cells on the clipboard, as Excel takes them."""
        indexes = self.table.chosen()
        if not indexes:
            return
        known = {(one.row(), one.column()): self.cells.cell_at(one) for one in indexes}
        columns = sorted({one.column() for one in indexes})
        rows = range(indexes[0].row(), indexes[-1].row() + 1)
        texts = [
            [self.cells.text_at(known[row, at]) if (row, at) in known else "" for at in columns]
            for row in rows
        ]
        QGuiApplication.clipboard().setText(write_table(texts))
        told = ngettext("{count} cell copied.", "{count} cells copied.", len(indexes))
        self._say(told.format(count=format_number(len(indexes))))

    def paste_cells(self) -> None:
        """Put what is on the clipboard from the chosen cell on, with an account of all of it."""
        grid, indexes = self.cells.grid, self.table.chosen()
        table = read_table(QGuiApplication.clipboard().text())
        if grid is None or not indexes or not table:
            self._say(_("There is nothing to paste. Copy cells in Excel first."), wrong=True)
            return
        left = min(one.column() for one in indexes)
        table = spread(table, indexes)
        pasted = paste_hours(grid, table, indexes[0].row(), left, read_hours)
        self._write(pasted.changes)
        self._say(self._account(pasted), wrong=bool(pasted.unclear or pasted.outside))

    def _account(self, pasted: PastedHours) -> str:
        unclear = [self._named(*one) for one in pasted.unclear]
        told = paste_account(len(pasted.changes), unclear, pasted.outside)
        if pasted.split:
            split = _("{count} of several activities on a day, left as it was.")
            told = f"{told} {split.format(count=format_number(pasted.split))}"
        return told

    def _named(self, cell: Cell, text: str) -> str:
        grid = self.cells.grid
        assert grid is not None
        person = next(one.name for one in grid.people if one.id == cell[0])
        return f"“{text.strip()}” ({person}, {format_day_short(cell[1])})"

    def _say(self, text: str, *, wrong: bool = False) -> None:
        restyle(self.told, "kind", "problem" if wrong else "muted")
        self.tell(text)
