# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of hours: a digit begins to write in the cell, as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QWidget,
)

from buurthuis_admin.gui.widgets.grid_table import EMPTY, GridTable

_TRIGGERS = QAbstractItemView.EditTrigger


class _Cells(QStyledItemDelegate):
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """What was begun stays when the cells are read anew, as after each that is kept."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)


class HoursTable(GridTable):
    """``emptied`` is sent when the cells that are chosen are to be empty.

    Enter keeps what was written and goes down; Esc leaves the cell as it was.
    """

    emptied = Signal()

    def __init__(self, name: str, cells: QAbstractTableModel) -> None:
        super().__init__(name, cells)
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(
            _TRIGGERS.AnyKeyPressed | _TRIGGERS.EditKeyPressed | _TRIGGERS.DoubleClicked
        )

    def filled_in(self, event: QKeyEvent) -> bool:
        """Delete empties; what is written is Qt's."""
        if event.key() in EMPTY:
            self.emptied.emit()
            return True
        return False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the next one down."""
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go_down()
