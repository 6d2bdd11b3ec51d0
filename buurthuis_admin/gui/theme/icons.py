# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Outline icons in the colour of a token, drawn when they are painted.

The Phosphor outline set is a font inside the package qtawesome. Only the font and its list of
names are used: importing the package itself would load nine icon fonts at every start.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QIcon,
    QIconEngine,
    QPainter,
    QPixmap,
)

from buurthuis_admin.gui.theme import current

_FONT = "phosphor-1.3.0.ttf"
_NAMES = "phosphor-charmap-1.3.0.json"


@cache
def _folder() -> Path:
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("the package qtawesome with its icon fonts is not installed")
    return Path(found.origin).parent / "fonts"


@cache
def _family() -> str:
    loaded = QFontDatabase.addApplicationFont(str(_folder() / _FONT))
    return QFontDatabase.applicationFontFamilies(loaded)[0]


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = json.loads((_folder() / _NAMES).read_text("utf-8"))
    return codes


@cache
def _sign(name: str) -> str:
    return chr(int(_codes()[name], 16))


def draw_icon(painter: QPainter, area: QRectF, name: str, colour: str) -> None:
    """Draw an icon into a square area; KeyError when the set has no such name."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(area.height())))
    sign = _sign(name)
    width = QFontMetricsF(font).horizontalAdvance(sign)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    left = QPointF((area.width() - width) / 2, 0)
    painter.drawText(area.translated(left), Qt.AlignmentFlag.AlignVCenter, sign)
    painter.restore()


class TokenIcon(QIconEngine):
    """An icon that asks for its colour when it is painted, so that it follows light and dark."""

    def __init__(self, name: str, token: str, chosen: str) -> None:
        super().__init__()
        self._name = name
        self._token = token
        self._chosen = chosen

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw at the left of the area; one that is wider keeps the text at a distance."""
        side = min(rect.width(), rect.height())
        area = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        draw_icon(painter, area, self._name, current.tokens().colour(self._colour(mode, state)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon on a transparent ground."""
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return image

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for when an icon changes hands."""
        return TokenIcon(self._name, self._token, self._chosen)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return "disabled"
        chosen = mode is QIcon.Mode.Selected or state is QIcon.State.On
        return self._chosen if chosen else self._token


def icon(name: str, token: str, chosen: str = "on_accent_soft") -> QIcon:
    """An icon in the colour of ``token``; of ``chosen`` where it is selected or switched on."""
    return QIcon(TokenIcon(name, token, chosen))
