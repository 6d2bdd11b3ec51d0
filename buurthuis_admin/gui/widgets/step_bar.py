# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of a longer piece of work in one row, with where it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.icons import draw_icon
from buurthuis_admin.gui.widgets.texts import announce
from buurthuis_admin.i18n import _

_CIRCLE, _HEIGHT, _BETWEEN, _LEAST_LINE = 28, 44, 8, 12


class StepBar(QWidget):
    """Draws each step with its number, or a check once it is behind.

    Where there is no room for all words, only that of the step of now is drawn; where there is
    none for all circles, that step alone, and of how many. A screen reader hears which step it
    is, of how many, and which are done.
    """

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = tuple(words)
        self._now = 0
        self._done: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(_HEIGHT))
        self.show_step(0, frozenset())

    @property
    def now(self) -> int:
        """The step that it is at, from 0."""
        return self._now

    @property
    def done(self) -> frozenset[int]:
        """The steps that are behind."""
        return self._done

    def show_step(self, now: int, done: frozenset[int]) -> None:
        """Show another step; it is said aloud when it changes."""
        moved = now != self._now
        self._now, self._done = now, done - {now}
        told = _("Step {number} of {count}: {name}").format(
            number=now + 1, count=len(self._words), name=self._words[now]
        )
        behind = ", ".join(self._words[one] for one in sorted(self._done))
        if behind:
            told += ". " + _("Done: {names}").format(names=behind)
        self.setAccessibleName(told)
        if moved:
            announce(self, told)
        self.update()

    def sizeHint(self) -> QSize:
        """All words in one row."""
        return QSize(self._width(every=True), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """One step with its word, and of how many it is."""
        longest = max(_width_of(_font(self, bold=True), word) for word in self._words)
        told = _width_of(_font(self, bold=False), self._of_how_many())
        return QSize(round(longest + told) + scaled(_CIRCLE + 3 * _BETWEEN), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps with lines of one length between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._width(every=False) > self.width():
            self._draw_alone(painter)
            return
        every = self._width(every=True) <= self.width()
        spare = max(0, self.width() - self._width(every=every))
        more = spare / max(1, len(self._words) - 1)
        left = 0.0
        for step in range(len(self._words)):
            end = self._draw(painter, step, left, shown=every or step == self._now)
            if step < len(self._words) - 1:
                left = end + scaled(2 * _BETWEEN + _LEAST_LINE) + more
                self._draw_line(painter, end, left, behind=step in self._done)

    def _draw_alone(self, painter: QPainter) -> None:
        end = self._draw(painter, self._now, 0, shown=True) + scaled(_BETWEEN)
        painter.setFont(_font(self, bold=False))
        painter.setPen(QColor(tokens().text2))
        rest = QRectF(end, 0, self.width() - end, self.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._of_how_many())

    def _of_how_many(self) -> str:
        told = _("{number} of {count}")
        return told.format(number=self._now + 1, count=len(self._words))

    def _word_width(self, step: int) -> float:
        """How wide a word is; of the step of now it is bold."""
        return _width_of(_font(self, bold=step == self._now), self._words[step]) + 2

    def _width(self, *, every: bool) -> int:
        """What the steps need with the shortest lines: with all words, or with that of now."""
        count = len(self._words)
        words = sum(
            self._word_width(one) + scaled(_BETWEEN)
            for one in range(count)
            if every or one == self._now
        )
        between = (count - 1) * scaled(2 * _BETWEEN + _LEAST_LINE)
        return round(words) + between + count * (scaled(_CIRCLE) + 1)

    def _draw(self, painter: QPainter, step: int, left: float, *, shown: bool) -> float:
        """Draw a step; returns where it ends."""
        theme, side = tokens(), scaled(_CIRCLE)
        circle = QRectF(left + 1, (self.height() - side) / 2, side, side)
        now, done = step == self._now, step in self._done
        ground = theme.accent if now else theme.accent_soft if done else theme.window
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(theme.accent if now or done else theme.control), 2))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if done:
            draw_icon(painter, circle.adjusted(6, 6, -6, -6), "check", theme.accent)
        else:
            painter.setFont(_font(self, bold=True))
            painter.setPen(QColor(theme.colour("on_accent") if now else theme.text2))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(step + 1))
        if not shown:
            return circle.right()
        painter.setFont(_font(self, bold=now))
        painter.setPen(QColor(theme.text if now or done else theme.text2))
        left = circle.right() + scaled(_BETWEEN)
        words = QRectF(left, 0, self._word_width(step), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words[step])
        return words.right()

    def _draw_line(self, painter: QPainter, start: float, end: float, *, behind: bool) -> None:
        painter.setPen(QPen(QColor(tokens().accent if behind else tokens().border), 2))
        middle, gap = self.height() / 2, scaled(_BETWEEN)
        painter.drawLine(QPointF(start + gap, middle), QPointF(end - gap, middle))


def _font(widget: QWidget, *, bold: bool) -> QFont:
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _width_of(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
