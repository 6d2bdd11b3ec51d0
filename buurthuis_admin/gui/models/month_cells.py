# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of a month: signs, and names and days in the headers. Nothing is copied for Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.attendance import Mark
from buurthuis_admin.domain.month_grid import Cell, GridPerson, MonthGrid
from buurthuis_admin.gui.theme.current import tokens
from buurthuis_admin.gui.wording import mark_word
from buurthuis_admin.i18n import _, format_day_long, format_weekday
from buurthuis_admin.services.grid_signs import sign_of

_Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter
CROSSED = "×"


class MonthCells(QAbstractTableModel):
    """People down, sessions across. A cell is looked up when it is drawn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: MonthGrid | None = None
        self._came: Counter[int] = Counter()

    # What is shown.

    def show_grid(self, grid: MonthGrid | None) -> None:
        """Show another month, or the same one as it is now."""
        before = self.grid
        same = (
            before is not None
            and grid is not None
            and before.people == grid.people
            and before.sessions == grid.sessions
        )
        if same:
            self.grid = grid
            self._count()
            self._all_changed()
            return
        self.beginResetModel()
        self.grid = grid
        self._count()
        self.endResetModel()

    def set_cells(self, cells: Mapping[Cell, Mark | None]) -> None:
        """Show other marks at once."""
        if self.grid is None:
            return
        for cell, mark in cells.items():
            if mark is None:
                self.grid.marks.pop(cell, None)
            else:
                self.grid.marks[cell] = mark
        self._count()
        self._all_changed()

    def add_person(self, person: GridPerson) -> int:
        """Put somebody below the others; returns the row. Who is there already stays there."""
        assert self.grid is not None
        known = [one.id for one in self.grid.people]
        if person.id in known:
            return known.index(person.id)
        row = len(known)
        self.beginInsertRows(QModelIndex(), row, row)
        self.grid = replace(self.grid, people=(*self.grid.people, person))
        self.endInsertRows()
        return row

    def cell_at(self, index: _Index) -> Cell:
        """The session and the person of a cell."""
        assert self.grid is not None
        session = self.grid.sessions[index.column()].id or 0
        return session, self.grid.people[index.row()].id

    def is_open(self, column: int) -> bool:
        """Whether a session took place, so that its cells can be filled in."""
        assert self.grid is not None
        return self.grid.sessions[column].state is not SessionState.CANCELLED

    def marks_at(self, indexes: Iterable[_Index]) -> dict[Cell, Mark | None]:
        """What is known of some cells."""
        assert self.grid is not None
        return {
            cell: self.grid.marks.get(cell) for cell in (self.cell_at(index) for index in indexes)
        }

    def _count(self) -> None:
        marks = self.grid.marks.items() if self.grid is not None else ()
        self._came = Counter(session for (session, _person), mark in marks if mark.came)

    def _all_changed(self) -> None:
        rows, columns = self.rowCount(), self.columnCount()
        if rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)

    # As Qt asks of a model.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many people."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many sessions."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.sessions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if not index.isValid() or self.grid is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if not self.is_open(index.column()):
                return CROSSED
            return sign_of(self.grid.marks.get(self.cell_at(index)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role == Qt.ItemDataRole.ForegroundRole and not self.is_open(index.column()):
            return QColor(tokens().text2)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index)
        return None

    def _spoken(self, index: _Index) -> str:
        assert self.grid is not None
        session, person = self.grid.sessions[index.column()], self.grid.people[index.row()]
        if session.state is SessionState.CANCELLED:
            state = _("did not take place")
        else:
            mark = self.grid.marks.get(self.cell_at(index))
            state = _("nothing filled in") if mark is None else mark_word(mark)
        return f"{person.name}, {format_day_long(session.day)}: {state}"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names at the left; days above, with how many came."""
        if self.grid is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole and section < len(self.grid.people):
                return self.grid.people[section].name
            return None
        if role != Qt.ItemDataRole.DisplayRole or section >= len(self.grid.sessions):
            return None
        session = self.grid.sessions[section]
        day = f"{format_weekday(session.day)[:2]} {session.day.day}"
        return f"{day}\n{self._came[session.id or 0]}" if self.is_open(section) else f"{day}\n"
