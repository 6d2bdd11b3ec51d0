# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The states of something in a row: those that are behind with a check, and where it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.icons import draw_icon
from buurthuis_admin.gui.theme.tokens import SMALL

_CIRCLE, _ROW, _BETWEEN, _AFTER, _LEAST_LINE = 32, 60, 12, 8, 12


class Reach(Enum):
    """How a state is drawn."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class TrackItem:
    """A state: its word, the line below it, and what a screen reader says of it."""

    word: str
    below: str
    reach: Reach
    told: str


class TrackBar(QWidget):
    """Draws the states side by side, on more lines where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[TrackItem] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_items(self, items: Sequence[TrackItem], name: str) -> None:
        """Show other states; ``name`` says of what."""
        self._items = tuple(items)
        self.setAccessibleName(f"{name}: " + "; ".join(item.told for item in items))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """All in one row."""
        return QSize(self._needed() * max(1, len(self._items)), scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        return QSize(self._needed(), scaled(_ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the rows ask for."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each state, and a line to the one after it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        areas = self._areas()
        for number, (item, area) in enumerate(zip(self._items, areas, strict=True)):
            last = number == len(areas) - 1 or areas[number + 1].y() > area.y()
            self._draw(painter, area, item, last=last)

    def _fit(self) -> None:
        rows = round(max((area.bottom() for area in self._areas()), default=0) / scaled(_ROW))
        self.setFixedHeight(max(1, rows) * scaled(_ROW))

    def _areas(self) -> list[QRectF]:
        """Where each state stands: in one row each as wide as it needs, with lines of one length.

        Where that does not fit they stand in columns of one width, on as few rows as can be.
        """
        widths, height = self._widths(), scaled(_ROW)
        line = scaled(_AFTER + _LEAST_LINE)
        spare = self.width() - sum(widths) + line  # the last one has no line after it
        if widths and spare >= 0:
            more = spare / max(1, len(widths) - 1)
            areas, left = [], 0.0
            for width in widths:
                areas.append(QRectF(left, 0, width + more, height))
                left += width + more
            return areas
        count = max(1, len(widths))
        rows = -(-count // max(1, self.width() // max(1, self._needed())))
        per_row = -(-count // rows)
        each = self.width() / per_row
        places = (divmod(number, per_row) for number in range(len(widths)))
        return [QRectF(column * each, row * height, each, height) for row, column in places]

    def _widths(self) -> list[int]:
        """The width of each state with its circle and a little line after it."""
        strong = QFontMetricsF(_font(self, bold=True))
        small = QFontMetricsF(_font(self, bold=False))
        around = scaled(_CIRCLE + _BETWEEN + 2 * _AFTER + _LEAST_LINE)
        return [
            around
            + round(max(strong.horizontalAdvance(one.word), small.horizontalAdvance(one.below)))
            for one in self._items
        ]

    def _needed(self) -> int:
        return max(self._widths(), default=0)

    def _draw(self, painter: QPainter, area: QRectF, item: TrackItem, *, last: bool) -> None:
        side = scaled(_CIRCLE)
        circle = QRectF(area.x(), area.center().y() - side / 2, side, side)
        _draw_circle(painter, circle, item.reach)
        left = circle.right() + scaled(_BETWEEN)
        ahead = item.reach is Reach.AHEAD
        painter.setPen(QColor(tokens().text2 if ahead else tokens().text))
        half = area.height() / 2
        bold, small = _font(self, bold=True), _font(self, bold=False)
        painter.setFont(bold)
        words = QRectF(left, area.y() + scaled(4), area.right() - left, half - scaled(4))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, item.word)
        painter.setFont(small)
        painter.setPen(QColor(tokens().text2))
        below = QRectF(left, area.y() + half, area.right() - left, half - scaled(4))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, item.below)
        if not last:
            widest = max(
                QFontMetricsF(bold).horizontalAdvance(item.word),
                QFontMetricsF(small).horizontalAdvance(item.below),
            )
            start = left + widest + scaled(_AFTER)
            _draw_line(painter, start, area.right() - scaled(_AFTER), area.center().y(), ahead)


def _font(widget: QWidget, *, bold: bool) -> QFont:
    font = QFont(widget.font())
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    else:
        font.setPixelSize(scaled(SMALL))
    return font


def _draw_circle(painter: QPainter, circle: QRectF, reach: Reach) -> None:
    theme = tokens()
    inner = circle.adjusted(7, 7, -7, -7)
    if reach is Reach.DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(circle)
        draw_icon(painter, inner, "check", theme.colour("on_accent"))
        return
    ink = {Reach.NOW: theme.accent, Reach.STOPPED: theme.error}.get(reach, theme.control)
    painter.setPen(QPen(QColor(ink), 2))
    ground = QColor(theme.accent_soft) if reach is Reach.NOW else Qt.BrushStyle.NoBrush
    painter.setBrush(ground)
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
    if reach is Reach.NOW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawEllipse(circle.center(), scaled(6), scaled(6))
    elif reach is Reach.STOPPED:
        draw_icon(painter, inner, "x", ink)


def _draw_line(painter: QPainter, start: float, end: float, height: float, ahead: bool) -> None:
    if end - start < 4:
        return
    theme = tokens()
    painter.setPen(QPen(QColor(theme.border if ahead else theme.accent), 2))
    painter.drawLine(QPointF(start, height), QPointF(end, height))
