# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An old sheet on the screen: grid, row numbers, and blocks of cells that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.widgets.table import Table

_Index = QModelIndex | QPersistentModelIndex
_LOOKED_AT = 40  # rows from which the width of a column is taken
_NARROWEST, _WIDEST = 64, 220  # pixels at 100 %
_SIDES = 40


class SheetDelegate(QStyledItemDelegate):
    """Draws the background that the model gives and a line of the grid around the cell.

    The style sheet of the program draws items itself, and leaves out both.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Background, then the cell as Qt draws it, then the lines."""
        background = index.data(Qt.ItemDataRole.BackgroundRole)
        if background is not None and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, background)
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(tokens().border))
        area = option.rect
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.drawLine(QLineF(area.topRight(), area.bottomRight()))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(tokens().accent))
            painter.drawLine(QLineF(area.topLeft(), area.topRight()))
            painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A line to type in, which says the place of its cell to a screen reader."""
        editor = super().createEditor(parent, option, index)
        letters = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(f"{letters}{index.row() + 1}")
        return editor


class SheetTable(Table):
    """Cells are chosen by dragging, or with Shift and the arrow keys; F2 types in one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        delegate = SheetDelegate(self)
        self.setItemDelegate(delegate)
        self.setItemDelegateForColumn(0, delegate)
        self.verticalHeader().show()

    def fit_columns(self) -> None:
        """Make each column as wide as its first texts need, within bounds."""
        model = self.model()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)  # headings are the widest
        rows = min(model.rowCount(), _LOOKED_AT)
        for column in range(model.columnCount()):
            texts = [str(model.index(row, column).data() or "") for row in range(rows)]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            width = widest + scaled(_SIDES)
            self.setColumnWidth(column, min(max(width, scaled(_NARROWEST)), scaled(_WIDEST)))
        first = max(self.columnWidth(0), self._heading_width(0))
        self.setColumnWidth(0, first)
