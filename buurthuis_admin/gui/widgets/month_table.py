# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table with the keys of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from buurthuis_admin.domain.attendance import ABSENT, EXCUSED, HELPED, PRESENT, Mark
from buurthuis_admin.gui.models.month_cells import MonthCells
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW

TYPED: dict[str, Mark] = {
    "x": PRESENT,
    "1": PRESENT,
    "p": PRESENT,
    "v": HELPED,
    "a": EXCUSED,
    "-": ABSENT,
    "n": ABSENT,
    "0": ABSENT,
}
_COLUMN = 64
_NAMES = 240
_EMPTY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_FLAG = QItemSelectionModel.SelectionFlag


class MonthTable(QTableView):
    """``marked`` is sent with a Mark or None for the cells chosen; ``toggled`` is space."""

    marked = Signal(object)
    toggled = Signal()
    copied = Signal()
    pasted = Signal()

    def __init__(self, name: str, cells: MonthCells) -> None:
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
        self.doubleClicked.connect(lambda _index: self.toggled.emit())

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
        """Signs fill in, Delete empties, Enter goes down, Ctrl+C and Ctrl+V copy and paste."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif not self._filled_in(event):
            super().keyPressEvent(event)

    def _filled_in(self, event: QKeyEvent) -> bool:
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & commands:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at = self.currentIndex()
            self.go_to(min(at.row() + 1, self.model().rowCount() - 1), at.column())
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif event.key() in _EMPTY:
            self.marked.emit(None)
        elif event.text().lower() in TYPED:
            self.marked.emit(TYPED[event.text().lower()])
        else:
            return bool(event.text()) and event.text().isprintable()
        return True

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
