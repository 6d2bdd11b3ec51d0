# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Visits as bars: the twelve months of a year, and a few weeks beside those of last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.tokens import BODY, SMALL
from buurthuis_admin.i18n import format_number, month_name

_HEIGHT, _LINE, _SHARE = 112, 20, 0.64
_ROW, _BAR, _TICK, _GAP = 36, 20, 3, 12  # of a lying bar


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


@dataclass(frozen=True, slots=True)
class LyingBar:
    """A count with its words at the left; ``before`` is drawn as a tick, None is not."""

    words: str
    count: int
    before: int | None


class LyingBars(QWidget):
    """Bars from a common zero, each with its number behind it; all of it is said aloud as well."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[LyingBar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A row for each bar."""
        return QSize(scaled(300), scaled(_ROW) * len(self._bars))

    def show_bars(self, bars: Sequence[LyingBar], told: str) -> None:
        """Show other bars; ``told`` says the finding and every figure."""
        self._bars = bars
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setPixelSize(scaled(BODY))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        gap = scaled(_GAP)
        words = max((metrics.horizontalAdvance(one.words) for one in self._bars), default=0)
        numbers = max(
            (metrics.horizontalAdvance(format_number(one.count)) for one in self._bars), default=0
        )
        left = min(words, self.width() * 0.5) + gap
        room = max(self.width() - left - numbers - 2 * gap, 1.0)
        most = max((max(one.count, one.before or 0) for one in self._bars), default=0)
        for place, one in enumerate(self._bars):
            row = QRectF(left, place * scaled(_ROW), room, scaled(_ROW))
            self._draw_bar(painter, row, one, max(most, 1))

    def _draw_bar(self, painter: QPainter, row: QRectF, one: LyingBar, most: int) -> None:
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens().text))
        words = QRectF(0, row.y(), row.x() - scaled(_GAP), row.height())
        painter.drawText(words, middle, one.words)
        length, tick = (row.width() * number / most for number in (one.count, one.before or 0))
        height = scaled(_BAR)
        top = row.y() + (row.height() - height) / 2
        painter.fillRect(QRectF(row.x(), top, length, height), QColor(tokens().accent))
        if one.before is not None:
            self._draw_tick(painter, row, row.x() + tick)
        end = row.x() + max(length, tick) + scaled(_GAP)
        number = QRectF(end, row.y(), self.width() - end, row.height())
        painter.drawText(number, middle, format_number(one.count))

    def _draw_tick(self, painter: QPainter, row: QRectF, place: float) -> None:
        # The edge in the colour of the card keeps the tick apart from the bar.
        wide = scaled(_TICK)
        mark = QRectF(place - wide / 2, row.y() + 2, wide, row.height() - 4)
        painter.fillRect(mark.adjusted(-2, 0, 2, 0), QColor(tokens().surface))
        painter.fillRect(mark, QColor(tokens().text))
