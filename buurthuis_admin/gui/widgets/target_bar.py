# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bar for what was reached, with a tick where it was agreed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled, tokens

_HEIGHT, _BAR = 24, 14
_TICK_AT = 0.86  # of the width, so that there is room for more than was agreed


class TargetBar(QWidget):
    """What it shows is said in words beside it; it has no name of its own."""

    def __init__(self, reached: float, agreed: float) -> None:
        super().__init__()
        self._reached, self._agreed = reached, agreed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(scaled(160), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The whole of what was agreed as an outline, what was reached in it, and the tick."""
        theme, painter = tokens(), QPainter(self)
        tick = self.width() * _TICK_AT
        share = self._reached / self._agreed if self._agreed else 0.0
        top = (self.height() - scaled(_BAR)) / 2
        agreed = QRectF(0.5, top, tick, scaled(_BAR))
        painter.setPen(QPen(QColor(theme.control), 1))
        painter.drawRect(agreed)
        reached = QRectF(0, top, min(tick * share, self.width()), scaled(_BAR))
        painter.fillRect(reached, QColor(theme.accent))
        painter.fillRect(QRectF(tick - 2, 0, 6, self.height()), QColor(theme.surface))
        painter.fillRect(QRectF(tick - 1, 0, 3, self.height()), QColor(theme.text))
