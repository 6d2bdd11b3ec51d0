# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table model over any number of rows that holds only the blocks that are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from buurthuis_admin.gui.models.rows import SHOWN_ROLES, Column, cell, heading
from buurthuis_admin.gui.runners import Runner

Row = TypeVar("Row")
BLOCK = 100  # rows asked for at once
_KEPT = 60  # blocks remembered
_AT_ONCE = 1000  # rows, when all are read
_Index = QModelIndex | QPersistentModelIndex


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Knows the count at once, so that the scroll bar is true, and fetches rows when asked.

    A row that is not here yet shows as empty and is filled in when its block arrives. Blocks are
    read in the background, the one asked for last first.
    """

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._count = 0
        self._fetch: Callable[[int, int], Sequence[Row]] = _nothing
        self._blocks: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._wanted: list[int] = []
        self._reading: int | None = None
        self._generation = 0

    # What a model of ours says of itself.

    @property
    def columns(self) -> Sequence[Column[Row]]:
        """The columns with their words in the language of the screen."""
        raise NotImplementedError

    def value(self, row: Row, column: int, role: int) -> Any:
        """What a cell shows for a role, or None."""
        return cell(self.columns[column], row, role)

    # Filling.

    def show_rows(
        self, count: int, first: Sequence[Row], fetch: Callable[[int, int], Sequence[Row]]
    ) -> None:
        """Show ``count`` rows of which the first block is given; ``fetch(offset, limit)``."""
        self.beginResetModel()
        self._generation += 1
        self._count = count
        self._fetch = fetch
        self._blocks = OrderedDict({0: first})
        self._wanted.clear()
        self._reading = None
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """The row at a place, or None while it is on its way or when there is none."""
        if not 0 <= number < self._count:
            return None
        block = self._blocks.get(number // BLOCK)
        if block is None:
            self._want(number // BLOCK)
            return None
        self._blocks.move_to_end(number // BLOCK)
        place = number % BLOCK
        return block[place] if place < len(block) else None

    def everything(self) -> Callable[[], list[Row]]:
        """Reads all rows there are now; for the background, as there may be very many."""
        count, fetch = self._count, self._fetch

        def read() -> list[Row]:
            starts = range(0, count, _AT_ONCE)
            return [row for start in starts for row in fetch(start, _AT_ONCE)]

        return read

    def _want(self, block: int) -> None:
        if block != self._reading and block not in self._wanted:
            self._wanted.append(block)
        self._read_next()

    def _read_next(self) -> None:
        if self._reading is not None or not self._wanted:
            return
        block = self._reading = self._wanted.pop()
        del self._wanted[:-4]  # what was scrolled past is asked again when it comes in view
        generation, fetch = self._generation, self._fetch
        self._runner.run(
            self,
            lambda: fetch(block * BLOCK, BLOCK),
            lambda rows: self._arrived(generation, block, rows),
        )

    def _arrived(self, generation: int, block: int, rows: Sequence[Row]) -> None:
        if generation != self._generation:
            return
        self._reading = None
        self._blocks[block] = rows
        while len(self._blocks) > _KEPT:
            self._blocks.popitem(last=False)
        last = min(self._count, (block + 1) * BLOCK) - 1
        self.dataChanged.emit(
            self.index(block * BLOCK, 0), self.index(last, self.columnCount() - 1)
        )
        self._read_next()

    # As Qt asks of a model.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are in all."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if role not in SHOWN_ROLES or not index.isValid():
            return None
        row = self.row(index.row())
        return None if row is None else self.value(row, index.column(), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words above the columns."""
        return heading(self.columns, section, orientation, role)


def _nothing(_offset: int, _limit: int) -> Sequence[Any]:
    return ()
