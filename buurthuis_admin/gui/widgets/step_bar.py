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

    Where there is no room for all words, only that of the step of now is drawn. A screen reader
    hears which step it is, of how many, and which are done.
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
        """The circles, and the longest word."""
        widest = max(range(len(self._words)), key=lambda one: self._metrics(one).width)
        return QSize(self._width(every=False, now=widest), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the steps with lines of one length between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        every = self._width(every=True) <= self.width()
        spare = max(0, self.width() - self._width(every=every))
        more = spare / max(1, len(self._words) - 1)
        left = 0.0
        for step in range(len(self._words)):
            end = self._draw(painter, step, left, shown=every or step == self._now)
            if step < len(self._words) - 1:
                left = end + scaled(2 * _BETWEEN + _LEAST_LINE) + more
                self._draw_line(painter, end, left, behind=step in self._done)

    def _metrics(self, step: int) -> _Measured:
        font = _font(self, bold=step == self._now)
        return _Measured(font, QFontMetricsF(font).horizontalAdvance(self._words[step]))

    def _width(self, *, every: bool, now: int | None = None) -> int:
        shown = self._now if now is None else now
        words = sum(
            self._metrics(one).width + scaled(_BETWEEN)
            for one in range(len(self._words))
            if every or one == shown
        )
        between = (len(self._words) - 1) * scaled(2 * _BETWEEN + _LEAST_LINE)
        return round(words) + between + len(self._words) * scaled(_CIRCLE) + scaled(4)

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
        measured = self._metrics(step)
        painter.setFont(measured.font)
        painter.setPen(QColor(theme.text if now or done else theme.text2))
        words = QRectF(circle.right() + scaled(_BETWEEN), 0, measured.width + 2, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words[step])
        return words.right()

    def _draw_line(self, painter: QPainter, start: float, end: float, *, behind: bool) -> None:
        painter.setPen(QPen(QColor(tokens().accent if behind else tokens().border), 2))
        middle, gap = self.height() / 2, scaled(_BETWEEN)
        painter.drawLine(QPointF(start + gap, middle), QPointF(end - gap, middle))


class _Measured:
    """The font of a word and how wide it is in it."""

    def __init__(self, font: QFont, width: float) -> None:
        self.font, self.width = font, width


def _font(widget: QWidget, *, bold: bool) -> QFont:
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
