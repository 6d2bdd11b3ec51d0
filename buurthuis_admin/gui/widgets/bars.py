# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The visits of a year as twelve small bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.tokens import SMALL
from buurthuis_admin.i18n import format_number, month_name

_HEIGHT, _LINE, _SHARE = 112, 20, 0.64


class MonthBars(QWidget):
    """A bar per month with its number above it; everything is said in the accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._months: tuple[int, ...] = (0,) * 12
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for twelve numbers."""
        return QSize(scaled(300), scaled(_HEIGHT))

    def show_months(self, months: Sequence[int], name: str) -> None:
        """Show January to December; ``name`` tells what is counted."""
        self._months = tuple(months)
        told = ", ".join(
            f"{month_name(number)} {format_number(count)}"
            for number, count in enumerate(self._months, start=1)
        )
        self.setAccessibleName(f"{name}: {told}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars from a common zero."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(scaled(SMALL))
        painter.setFont(font)
        step = self.width() / 12
        line = scaled(_LINE)
        room = self.height() - 2 * line
        most = max(*self._months, 1)
        for index, count in enumerate(self._months):
            bar = max(room * count / most, 2.0)
            top = self.height() - line - bar
            cell = QRectF(index * step, top, step, bar)
            self._draw_month(painter, cell, index + 1, count)

    def _draw_month(self, painter: QPainter, cell: QRectF, month: int, count: int) -> None:
        line = scaled(_LINE)
        side = cell.width() * (1 - _SHARE) / 2
        ink = tokens().accent if count else tokens().control
        painter.fillRect(cell.adjusted(side, 0, -side, 0), QColor(ink))
        painter.setPen(QColor(tokens().text))
        above = QRectF(cell.x(), cell.y() - line, cell.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, format_number(count))
        painter.setPen(QColor(tokens().text2))
        below = QRectF(cell.x(), self.height() - line, cell.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, month_name(month)[:1].upper())
