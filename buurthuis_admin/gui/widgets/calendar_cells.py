# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a day of the calendar is drawn: its number, a holiday, and a line for each meeting."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.planning import CalendarSession
from buurthuis_admin.gui.models.calendar import Day, DayRole, session_line
from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.tokens import SMALL
from buurthuis_admin.i18n import _
from buurthuis_admin.services.series_words import times_sentence

_Index = QModelIndex | QPersistentModelIndex
_HEAD, _LINE, _GAP, _SIDE = 28, 25, 3, 4
_TALL, _BLOCK = 300, 72  # a cell that is so tall (of a week) has room for blocks of three lines
_COLOURS = {
    SessionState.PLANNED: ("on_accent_soft", "accent_soft"),
    SessionState.HELD: ("ok", "ok_bg"),
    SessionState.CANCELLED: ("text2", "neutral_bg"),
}


class DayDelegate(QStyledItemDelegate):
    """Draws a day; ``target`` is the cell over which a meeting is dragged."""

    target = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground, the number of the day, and what is held."""
        day = index.data(DayRole)
        if not isinstance(day, Day):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option.rect, day, chosen=chosen, target=self.target == index)
        self._draw_head(painter, option.rect, day)
        for one, area in lines(day, option.rect):
            _draw_session(painter, area, one)
        hidden = len(day.sessions) - fitting(day, option.rect)
        if hidden > 0:
            _draw_more(painter, option.rect, day, hidden)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Room for the number and two lines."""
        return QSize(scaled(60), scaled(_HEAD + 2 * (_LINE + _GAP)))

    def session_at(self, day: Day, cell: QRect, place: QPoint) -> CalendarSession | None:
        """The meeting whose line is at a point."""
        for one, area in lines(day, cell):
            if area.contains(QPointF(place)):
                return one
        return None

    def _draw_ground(
        self, painter: QPainter, cell: QRect, day: Day, *, chosen: bool, target: bool
    ) -> None:
        colours = tokens()
        ground = colours.sunken if day.note or day.aside else colours.surface
        painter.fillRect(cell, QColor(colours.accent_soft if target else ground))
        painter.setPen(QColor(colours.border))
        painter.drawLine(cell.topRight(), cell.bottomRight())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        if chosen or target:
            width = scaled(3)
            painter.setPen(QPen(QColor(colours.accent), width))
            inset = width / 2
            painter.drawRect(QRectF(cell).adjusted(inset, inset, -inset, -inset))

    def _draw_head(self, painter: QPainter, cell: QRect, day: Day) -> None:
        number = _head(cell)
        font = _font(painter, strong=day.today)
        painter.setFont(font)
        text = str(day.day.day)
        if day.today:
            width = QFontMetricsF(font).horizontalAdvance(text) + scaled(12)
            badge = QRectF(number.x() - scaled(2), number.y() + 2, width, number.height() - 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().accent))
            painter.drawRoundedRect(badge, scaled(6), scaled(6))
            painter.setPen(QColor(tokens().on_accent))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
            number.setLeft(badge.right() + scaled(4))
        else:
            painter.setPen(QColor(tokens().text2 if day.aside else tokens().text))
            painter.drawText(number, _LEFT, text)
            number.setLeft(number.x() + QFontMetricsF(font).horizontalAdvance(text) + scaled(6))
        if day.note:
            painter.setPen(QColor(tokens().text2))
            painter.setFont(_font(painter))
            painter.drawText(number, _LEFT, _elided(painter, day.note, number.width()))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def lines(day: Day, cell: QRect) -> Iterator[tuple[CalendarSession, QRectF]]:
    """The meetings that there is room for, each with its place."""
    top = float(cell.y() + scaled(_HEAD))
    height = _height(cell)
    for one in day.sessions[: fitting(day, cell)]:
        side = scaled(_SIDE)
        yield one, QRectF(cell.x() + side, top, cell.width() - 2 * side, height)
        top += height + scaled(_GAP)


def _height(cell: QRect) -> int:
    return scaled(_BLOCK if cell.height() >= scaled(_TALL) else _LINE)


def fitting(day: Day, cell: QRect) -> int:
    """How many lines there is room for; the last place is for 'and 3 more' when needed."""
    step = _height(cell) + scaled(_GAP)
    room = max(0, (cell.height() - scaled(_HEAD) - scaled(2)) // step)
    return len(day.sessions) if len(day.sessions) <= room else max(0, room - 1)


def _head(cell: QRect) -> QRectF:
    side = scaled(_SIDE + 2)
    return QRectF(cell.x() + side, cell.y() + 2, cell.width() - 2 * side, scaled(_HEAD) - 4)


def _draw_session(painter: QPainter, area: QRectF, one: CalendarSession) -> None:
    ink, ground = (QColor(tokens().colour(name)) for name in _COLOURS[one.state])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, scaled(4), scaled(4))
    bar = QRectF(area.x(), area.y(), scaled(3), area.height())
    painter.fillRect(bar, ink)
    font = _font(painter)
    font.setStrikeOut(one.state is SessionState.CANCELLED)
    painter.setFont(font)
    painter.setPen(ink)
    words = area.adjusted(scaled(7), 0, -scaled(2), 0)
    if area.height() > scaled(_LINE):
        _draw_block(painter, words, one)
        return
    text = session_line(one)
    if one.room and QFontMetricsF(font).horizontalAdvance(f"{text} · {one.room}") < words.width():
        text = f"{text} · {one.room}"
    painter.drawText(words, _LEFT, _elided(painter, text, words.width()))


def _draw_block(painter: QPainter, area: QRectF, one: CalendarSession) -> None:
    """Time, name and room below each other."""
    line = area.height() / 3
    texts = (times_sentence(one.starts_at, one.ends_at), one.activity, one.room)
    for number, text in enumerate(text for text in texts if text):
        place = QRectF(area.x(), area.y() + number * line, area.width(), line)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if text is one.activity else QFont.Weight.Normal)
        painter.setFont(font)
        painter.drawText(place, _LEFT, _elided(painter, text, place.width()))


def _draw_more(painter: QPainter, cell: QRect, day: Day, hidden: int) -> None:
    shown = len(day.sessions) - hidden
    step = _height(cell) + scaled(_GAP)
    top = cell.y() + scaled(_HEAD) + shown * step
    side = scaled(_SIDE + 2)
    area = QRectF(cell.x() + side, top, cell.width() - 2 * side, scaled(_LINE))
    told = _("and {count} more") if shown else _("{count} in all")
    painter.setFont(_font(painter))
    painter.setPen(QColor(tokens().text2))
    painter.drawText(area, _LEFT, _elided(painter, told.format(count=hidden), area.width()))


def _font(painter: QPainter, *, strong: bool = False) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(scaled(SMALL))
    font.setStrikeOut(False)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def _elided(painter: QPainter, text: str, width: float) -> str:
    metrics = QFontMetricsF(painter.font())
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
