# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table with the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW

_COLUMN = 64
_NAMES = 240
EMPTY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_FLAG = QItemSelectionModel.SelectionFlag


class GridTable(QTableView):
    """Arrows, Ctrl with an arrow, Enter, copy and paste as in a spreadsheet; Tab leaves it.

    What else a key does is for ``filled_in`` of a table of ours.
    """

    copied = Signal()
    pasted = Signal()

    def __init__(self, name: str, cells: QAbstractTableModel) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setProperty("kind", "grid")
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(scaled(42 + 4 * ROW))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultSectionSize(scaled(_COLUMN))
        across.setMinimumHeight(scaled(62))
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(scaled(ROW))
        down.setFixedWidth(scaled(_NAMES))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionsClickable(False)

    def chosen(self) -> list[QModelIndex]:
        """The cells that are chosen, row by row."""
        indexes = self.selectionModel().selectedIndexes()
        return sorted(indexes, key=lambda index: (index.row(), index.column()))

    def go_to(self, row: int, column: int) -> None:
        """Choose one cell."""
        index = self.model().index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Ctrl+C and Ctrl+V copy and paste, other keys fill in."""
        if self.state() is QAbstractItemView.State.EditingState:
            return  # Enter in a cell comes here too, before what was written is kept
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.modifiers() & commands:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_down()
        elif not self.filled_in(event):
            super().keyPressEvent(event)

    def go_down(self) -> None:
        """The cell below, or the last one."""
        at = self.currentIndex()
        self.go_to(min(at.row() + 1, self.model().rowCount() - 1), at.column())

    def filled_in(self, event: QKeyEvent) -> bool:
        """Whether a key without Ctrl or Alt did something to the cells."""
        raise NotImplementedError

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """With Ctrl an arrow goes to the edge, as in a spreadsheet."""
        at = self.currentIndex()
        last_row, last_column = self.model().rowCount() - 1, self.model().columnCount() - 1
        edges = {
            QAbstractItemView.CursorAction.MoveUp: (0, at.column()),
            QAbstractItemView.CursorAction.MoveDown: (last_row, at.column()),
            QAbstractItemView.CursorAction.MoveLeft: (at.row(), 0),
            QAbstractItemView.CursorAction.MoveRight: (at.row(), last_column),
        }
        if modifiers & Qt.KeyboardModifier.ControlModifier and action in edges and at.isValid():
            return self.model().index(*edges[action])
        return super().moveCursor(action, modifiers)

    def selectionCommand(
        self,
        index: QModelIndex | QPersistentModelIndex,
        event: QEvent | None = None,
    ) -> QItemSelectionModel.SelectionFlag:
        """Ctrl with an arrow chooses where it goes; Qt would only move."""
        if isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return _FLAG.SelectCurrent if shifted else _FLAG.ClearAndSelect
        return super().selectionCommand(index, event)
