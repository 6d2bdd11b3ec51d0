# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of a month, people down: what the grids of attendance and of hours have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from buurthuis_admin.domain.cell_grid import GridPerson
from buurthuis_admin.domain.hours_grid import HoursGrid
from buurthuis_admin.domain.month_grid import MonthGrid
from buurthuis_admin.i18n import format_day_long

Grid = TypeVar("Grid", bound=HoursGrid | MonthGrid)
Index = QModelIndex | QPersistentModelIndex


def _like(one: HoursGrid | MonthGrid, other: HoursGrid | MonthGrid) -> bool:
    """Whether they have the same rows and columns."""
    return one.people == other.people and one.columns == other.columns


class GridCells(QAbstractTableModel, Generic[Grid]):
    """A cell is looked up when it is drawn: nothing is copied for Qt.

    ``totals`` is the header in which something is counted.
    """

    totals = Qt.Orientation.Horizontal

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None

    # What each kind of grid knows.

    def text_at(self, cell: Any) -> str:
        """What stands in a cell, as it is copied."""
        raise NotImplementedError

    def shown(self, cell: Any) -> str:
        """What is drawn in a cell."""
        return self.text_at(cell)

    def spoken(self, cell: Any) -> str:
        """What a screen reader says of a cell, after the name and the day."""
        raise NotImplementedError

    def colour(self, cell: Any) -> str | None:
        """The colour of a cell that is not as all others."""
        raise NotImplementedError

    def count(self) -> None:
        """Add up what the headers tell."""
        raise NotImplementedError

    def name(self, person: GridPerson) -> str:
        """What stands before a row."""
        return person.name

    def head(self, section: int) -> str:
        """What stands above a column."""
        raise NotImplementedError

    # What is shown.

    def show_grid(self, grid: Grid | None) -> None:
        """Show another month, or the same one as it is now."""
        before = self.grid
        if before is not None and grid is not None and _like(before, grid):
            self.grid = grid
            self.all_changed()
            return
        self.beginResetModel()
        self.grid = grid
        self.count()
        self.endResetModel()

    def set_cells(self, cells: Mapping[Any, Any]) -> None:
        """Show other values at once; None empties."""
        assert self.grid is not None
        values: dict[Any, Any] = self.grid.values
        for cell, value in cells.items():
            if value is None:
                values.pop(cell, None)
            else:
                values[cell] = value
        self.all_changed()

    def add_person(self, person: GridPerson) -> int:
        """Put somebody below the others; returns the row. Who is there already stays there."""
        grid = self.grid
        assert grid is not None
        known = [one.id for one in grid.people]
        if person.id in known:
            return known.index(person.id)
        row = len(known)
        self.beginInsertRows(QModelIndex(), row, row)
        self.grid = replace(grid, people=(*grid.people, person))
        self.endInsertRows()
        return row

    def cell_at(self, index: Index) -> Any:
        """What stands for a cell in the grid."""
        assert self.grid is not None
        return self.grid.cell(index.row(), index.column())

    def all_changed(self) -> None:
        """Everything is counted and drawn anew."""
        self.count()
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            across = self.totals is Qt.Orientation.Horizontal
            self.headerDataChanged.emit(self.totals, 0, (columns if across else rows) - 1)

    # As Qt asks of a model.

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many days or sessions."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid() or self.grid is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        cell = self.cell_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown(cell)
        if role == Qt.ItemDataRole.ForegroundRole:
            colour = self.colour(cell)
            return None if colour is None else QColor(colour)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            _person, day = self.grid.whose(cell)
            name = self.grid.people[index.row()].name
            return f"{name}, {format_day_long(day)}: {self.spoken(cell)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names at the left; days above."""
        if self.grid is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        down = orientation is Qt.Orientation.Vertical
        if section >= len(self.grid.people if down else self.grid.columns):
            return None
        return self.name(self.grid.people[section]) if down else self.head(section)
