# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of a month of hours: what was written is kept, also when it is not understood."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from buurthuis_admin.domain.cell_grid import GridPerson
from buurthuis_admin.domain.hours_grid import Cell, HoursGrid, ReadHours
from buurthuis_admin.gui.models.grid_cells import GridCells, Index
from buurthuis_admin.gui.theme.current import tokens
from buurthuis_admin.i18n import _, format_weekday
from buurthuis_admin.services.volunteers import hours_words


class HoursCells(GridCells[HoursGrid]):
    """``written`` is sent with a cell and its hours; ``unclear`` with a cell and its text."""

    written = Signal(object, object)
    unclear = Signal(object, str)
    totals = Qt.Orientation.Vertical

    def __init__(self, read: ReadHours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._totals: dict[int, Decimal] = {}
        self._wrong: dict[Cell, str] = {}  # as it was typed, until it is written again

    def show_grid(self, grid: HoursGrid | None) -> None:
        """What was not understood goes with the month in which it was typed."""
        before = self.grid
        if before is None or grid is None or before.first_day != grid.first_day:
            self._wrong = {}
        super().show_grid(grid)

    def set_cells(self, cells: Mapping[Cell, Decimal | None]) -> None:
        """Show other hours at once."""
        for cell in cells:
            self._wrong.pop(cell, None)
        super().set_cells(cells)

    def text_at(self, cell: Cell) -> str:
        """The hours of a cell, or what was typed there."""
        assert self.grid is not None
        hours = self.grid.hours.get(cell)
        return self._wrong.get(cell) or ("" if hours is None else hours_words(hours))

    def spoken(self, cell: Cell) -> str:
        """The hours, and what is the matter with them."""
        assert self.grid is not None
        text = self.text_at(cell) or _("nothing filled in")
        if cell in self._wrong:
            return _("{text}, not understood").format(text=text)
        if not self.grid.is_open(cell):
            return _("{text}, of several activities").format(text=text)
        return text

    def colour(self, cell: Cell) -> str | None:
        """Red for what was not understood, softer for what cannot be changed here."""
        assert self.grid is not None
        if cell in self._wrong:
            return tokens().error
        return None if self.grid.is_open(cell) else tokens().text2

    def count(self) -> None:
        """The hours of each person in this month."""
        self._totals = {}
        for (person, _day), hours in self.grid.hours.items() if self.grid else ():
            self._totals[person] = self._totals.get(person, Decimal(0)) + hours

    def name(self, person: GridPerson) -> str:
        """The name, with the hours of the month."""
        total = self._totals.get(person.id)
        return f"{person.name}  ·  {hours_words(total)}" if total else person.name

    def head(self, section: int) -> str:
        """The day."""
        assert self.grid is not None
        day = self.grid.columns[section]
        return f"{format_weekday(day)[:2]}\n{day.day}"

    # As Qt asks of a model that is written in.

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be written in, but those of several entries."""
        found = super().flags(index)
        if index.isValid() and self.grid is not None and self.grid.is_open(self.cell_at(index)):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows; what is written in it begins with the same."""
        edited = role == Qt.ItemDataRole.EditRole
        return super().data(index, Qt.ItemDataRole.DisplayRole if edited else role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep what was written; what is no number of hours stays in its cell, marked."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self.grid is None:
            return False
        cell, text = self.cell_at(index), str(value).strip()
        if text == self.text_at(cell):
            return True
        try:
            hours = self._read(text)
        except ValueError:
            self._wrong[cell] = text
            self.dataChanged.emit(index, index)
            self.unclear.emit(cell, text)
            return True
        self.written.emit(cell, hours)
        return True
