# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of a page side by side where there is room, and below each other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled

_SLIT = 160  # pixels at 100 %


class SideBySide(QWidget):
    """Two parts of one height beside each other from ``width`` pixels (at 100 %) on."""

    def __init__(self, *parts: QWidget, width: int, gap: int = 16) -> None:
        super().__init__()
        self._width = scaled(width)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(gap))
        for part in parts:
            self._row.addWidget(part, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        wide = self.width() >= self._width
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)


class WaysBeside(QWidget):
    """Words and, beside them, the ways on; those go below where the words would be a slit."""

    def __init__(self, words: QWidget, ways: QWidget, gap: int = 12) -> None:
        super().__init__()
        self._words, self._ways = words, ways
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(gap))
        self._row.addWidget(words, 1)
        self._row.addWidget(ways)

    def minimumSizeHint(self) -> QSize:
        """The widest of the two alone."""
        words, ways = self._words.minimumSizeHint(), self._ways.minimumSizeHint()
        return QSize(max(words.width(), ways.width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew."""
        super().resizeEvent(event)
        words = max(scaled(_SLIT), self._words.minimumSizeHint().width())
        beside = words + self._row.spacing() + self._ways.sizeHint().width() <= self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)


class CardGrid(QWidget):
    """Cards of one width, as many beside each other as fit."""

    def __init__(self, least: int, gap: int = 12) -> None:
        super().__init__()
        self._least, self._gap = scaled(least), scaled(gap)
        self._cards: Sequence[QWidget] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._gap)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show other cards."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards, self._columns = tuple(cards), 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew how many fit."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        needed = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        each = max(self._least, needed) + self._gap
        fits = max(1, (self.width() + self._gap) // each)
        rows = -(-len(self._cards) // fits) or 1
        columns = -(-len(self._cards) // rows) or 1
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for number, card in enumerate(self._cards):
            row, column = divmod(number, columns)
            self._grid.addWidget(card, row, column)
            self._grid.setColumnStretch(column, 1)
        self._columns = columns
