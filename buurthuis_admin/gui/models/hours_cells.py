# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of a month of hours: what was written is kept, also when it is not understood."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from buurthuis_admin.domain.hours_grid import Cell, HoursGrid, ReadHours
from buurthuis_admin.gui.theme.current import tokens
from buurthuis_admin.i18n import _, format_day_long, format_weekday
from buurthuis_admin.services.volunteers import hours_words

_Index = QModelIndex | QPersistentModelIndex


class HoursCells(QAbstractTableModel):
    """``written`` is sent with a cell and its hours; ``unclear`` with a cell and its text."""

    written = Signal(object, object)
    unclear = Signal(object, str)

    def __init__(self, read: ReadHours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: HoursGrid | None = None
        self._read = read
        self._totals: dict[int, Decimal] = {}
        self._wrong: dict[Cell, str] = {}  # as it was typed, until it is written again

    def show_grid(self, grid: HoursGrid | None) -> None:
        """Show another month, or the same one as it is now."""
        before = self.grid
        if before is None or grid is None or before.first_day != grid.first_day:
            self._wrong = {}
        same = before is not None and grid is not None and before.people == grid.people
        if same and before is not None and grid is not None and before.days == grid.days:
            self.grid = grid
            self._all_changed()
            return
        self.beginResetModel()
        self.grid = grid
        self._count()
        self.endResetModel()

    def set_cells(self, cells: Mapping[Cell, Decimal | None]) -> None:
        """Show other hours at once."""
        assert self.grid is not None
        for cell, hours in cells.items():
            self._wrong.pop(cell, None)
            if hours is None:
                self.grid.hours.pop(cell, None)
            else:
                self.grid.hours[cell] = hours
        self._all_changed()

    def cell_at(self, index: _Index) -> Cell:
        """The person and the day of a cell."""
        assert self.grid is not None
        return self.grid.people[index.row()].id, self.grid.days[index.column()]

    def text_at(self, cell: Cell) -> str:
        """What stands in a cell."""
        assert self.grid is not None
        hours = self.grid.hours.get(cell)
        return self._wrong.get(cell) or ("" if hours is None else hours_words(hours))

    def _count(self) -> None:
        self._totals = {}
        for (person, _day), hours in self.grid.hours.items() if self.grid else ():
            self._totals[person] = self._totals.get(person, Decimal(0)) + hours

    def _all_changed(self) -> None:
        self._count()
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)

    # As Qt asks of a model.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many days."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.days)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be written in, but those of several entries."""
        found = super().flags(index)
        if index.isValid() and self.grid is not None and self.cell_at(index) not in self.grid.split:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid() or self.grid is None:
            return None
        cell = self.cell_at(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text_at(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole and cell in self._wrong:
            return QColor(tokens().error)
        if role == Qt.ItemDataRole.ForegroundRole and cell in self.grid.split:
            return QColor(tokens().text2)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index)
        return None

    def _spoken(self, index: _Index) -> str:
        assert self.grid is not None
        cell = self.cell_at(index)
        text = self.text_at(cell) or _("nothing filled in")
        if cell in self._wrong:
            text = _("{text}, not understood").format(text=text)
        elif cell in self.grid.split:
            text = _("{text}, of several activities").format(text=text)
        return f"{self.grid.people[index.row()].name}, {format_day_long(cell[1])}: {text}"

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
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

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names with the hours of the month at the left; days above."""
        if self.grid is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            day = self.grid.days[section]
            return f"{format_weekday(day)[:2]}\n{day.day}"
        person = self.grid.people[section]
        total = self._totals.get(person.id)
        return f"{person.name}  ·  {hours_words(total)}" if total else person.name
