# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hours of volunteers in a month, filled in as a spreadsheet; from and to Excel."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from decimal import Decimal

from buurthuis_admin.domain.hours_grid import Cell, HoursGrid
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.models.hours_cells import HoursCells
from buurthuis_admin.gui.pages.grid_filling import GridFilling
from buurthuis_admin.gui.pages.page_part import PagePart
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.hours_table import HoursTable
from buurthuis_admin.gui.widgets.texts import label, restyle
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.services.hours_months import read_hours


class HoursFilling(GridFilling[HoursGrid]):
    """Reads and writes hours."""

    def reading(self) -> Callable[[], HoursGrid] | None:
        """Everybody who is a volunteer in the year, or has hours in the month."""
        day, months = self.day, self.workspace.administration.volunteers.months
        return lambda: months.grid(day)

    def writing(
        self, grid: HoursGrid, changes: Mapping[Cell, Decimal | None]
    ) -> Callable[[], object]:
        """Keep hours."""
        months = self.workspace.administration.volunteers.months
        return lambda: months.set_cells(grid.first_day, changes)

    def read_cell(self, text: str) -> Decimal | None:
        """Hours of one day."""
        return read_hours(text)

    def shut_words(self, count: int) -> str:
        """Cells of several entries."""
        told = _("{count} of several activities on a day, left as it was.")
        return told.format(count=format_number(count))

    def find_person(self, name: str) -> None:
        """Somebody who is in the administration."""
        volunteers = self.workspace.administration.volunteers
        self.workspace.readers.run(
            self, lambda: volunteers.months.row_for(volunteers.find(name)), self.add_row, self._lost
        )

    def _lost(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.told.emit(str(error), True)
        else:
            self.workspace.errors.show(error)


class HoursMonthPart(PagePart):
    """Volunteers down, days across."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.cells = HoursCells(read_hours, self)
        self.table = HoursTable(_("Hours by day"), self.cells)
        self.filling = fill = HoursFilling(self.table, self.cells, workspace, self)
        fill.told_of_row = _(
            "Somebody who is in the administration gets a row, also who is no volunteer."
        )
        self.copy, self.paste, self.person = fill.copy, fill.paste, fill.person
        keys = _(
            "Type hours as 2, 2,5 or 2:30; Enter goes down, Delete empties. Ctrl+C and Ctrl+V copy"
            " from and to Excel. A cell of several activities is changed at ‘Hours’."
        )
        months = (fill.before, fill.month, fill.after, fill.copy, fill.paste, fill.person)
        self.column.addWidget(flow_row(*months, gap=12))
        self.column.addWidget(label(keys, "muted"))
        self.column.addWidget(self.told)
        self.column.addWidget(self.table, 1)
        fill.told.connect(self._say)
        fill.shown.connect(self._tell_empty)
        self.table.emptied.connect(self._empty)
        self.cells.written.connect(lambda cell, hours: fill.write({cell: hours}))
        self.cells.unclear.connect(self._tell_unclear)
        fill.day = workspace.administration.volunteers.day()

    def show_month(self, day: datetime.date) -> None:
        """Show the month of a day."""
        self.filling.show_month(day)

    def refresh(self) -> None:
        """Read the month anew; the first time that of today."""
        if self.filling.month.text():
            self.filling.refresh()
        else:
            self.filling.show_month(self.filling.day)

    def _tell_empty(self, grid: HoursGrid) -> None:
        if not grid.people:
            self._say(
                _(
                    "Nobody was a volunteer in this year. "
                    "Choose ‘Volunteers’ at the top and add the first one."
                )
            )

    def _empty(self) -> None:
        """Take away what stands in the cells that are chosen."""
        grid = self.cells.grid
        if grid is not None:
            chosen = [self.cells.cell_at(one) for one in self.table.chosen()]
            empty: dict[Cell, Decimal | None] = {
                cell: None for cell in chosen if grid.is_open(cell)
            }
            kept = {cell: None for cell in empty if cell in grid.hours}
            self.cells.set_cells(empty)  # also what was not understood and so never kept
            self.filling.write(kept)

    def _tell_unclear(self, cell: Cell, text: str) -> None:
        told = _("{cell} is no number of hours. Write 2, 2,5 or 2:30, and no more than 24.")
        self._say(told.format(cell=self.filling.named(cell, text)), True)

    def _say(self, text: str, wrong: bool = False) -> None:
        restyle(self.told, "kind", "problem" if wrong else "muted")
        self.tell(text)
