# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A state as a coloured pill with an icon and a word, in a page and in a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.icons import draw_icon
from buurthuis_admin.gui.theme.tokens import SMALL

PillRole = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _ICON, _SIDE, _BETWEEN = 28, 16, 11, 5


@dataclass(frozen=True, slots=True)
class PillText:
    """The word of a pill, its icon, and its colour: ok, warn, error, info, accent or neutral."""

    word: str
    icon: str
    colour: str = "neutral"

    @property
    def tokens(self) -> tuple[str, str]:
        """The tokens of text and ground."""
        special = {"neutral": ("text2", "neutral_bg"), "accent": ("on_accent_soft", "accent_soft")}
        return special.get(self.colour, (self.colour, f"{self.colour}_bg"))


@lru_cache  # a table asks for each pill that it draws
def _font(pixels: int) -> tuple[QFont, QFontMetricsF]:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    return font, QFontMetricsF(font)


def pill_size(text: PillText) -> QSize:
    """How large a pill is in the text size in force."""
    width = _font(scaled(SMALL))[1].horizontalAdvance(text.word)
    return QSize(round(width) + scaled(2 * _SIDE + _ICON + _BETWEEN) + 2, scaled(_HEIGHT))


def draw_pill(painter: QPainter, area: QRectF, text: PillText) -> None:
    """Draw a pill over an area; the word is shortened when it does not fit."""
    ink, ground = (QColor(tokens().colour(name)) for name in text.tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    side = scaled(_ICON)
    image = QRectF(area.x() + scaled(_SIDE) - 1, area.center().y() - side / 2, side, side)
    draw_icon(painter, image, text.icon, ink.name())
    words = area.adjusted(image.right() - area.x() + scaled(_BETWEEN), 0, -scaled(_SIDE) / 2, 0)
    font, metrics = _font(scaled(SMALL))
    painter.setFont(font)
    painter.setPen(ink)
    fitting = metrics.elidedText(text.word, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitting)
    painter.restore()


class Pill(QWidget):
    """A pill in a page."""

    def __init__(self, text: PillText) -> None:
        super().__init__()
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text.word)

    def show_text(self, text: PillText) -> None:
        """Be another pill."""
        self._text = text
        self.setAccessibleName(text.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its word asks for."""
        return pill_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        draw_pill(QPainter(self), QRectF(self.rect()), self._text)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """A cell as Qt draws it, without its words."""
    plain = QStyleOptionViewItem(option)
    plain.text = ""
    style = option.widget.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, option.widget)


class PillDelegate(QStyledItemDelegate):
    """Draws a cell whose model gives a PillText for ``PillRole``."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The ground of the row, then the pill."""
        text = index.data(PillRole)
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        draw_ground(painter, plain)
        if isinstance(text, PillText):
            draw_pill(painter, _area_in(QRectF(option.rect), text), text)


def _area_in(cell: QRectF, text: PillText) -> QRectF:
    size = pill_size(text)
    left = cell.x() + scaled(10)
    width = min(size.width(), cell.width() - scaled(14))
    return QRectF(left, cell.center().y() - size.height() / 2 + 1, width, size.height())


class RowDelegate(QStyledItemDelegate):
    """Draws the first column: a 4 px bar of the accent marks the selected row."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The cell as Qt draws it, then the bar."""
        super().paint(painter, option, index)
        self.draw_bar(painter, option)

    def draw_bar(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The bar of a selected row."""
        if option.state & QStyle.StateFlag.State_Selected:
            bar = QRectF(option.rect)
            bar.setWidth(scaled(4))
            painter.fillRect(bar, QColor(tokens().accent))
