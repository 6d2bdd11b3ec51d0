# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts stand out from their ground: 4.5, measured from the pixels of what is shown.

The ground is the colour that most pixels have, the ink the one that differs most from it: the
middle of a stroke, as its edges are mixed with the ground.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from buurthuis_admin.gui.theme.tokens import contrast
from tests.accessibility.seeing import Looked, cells, colour, pixels, place_in, text_of, visible

LEAST, DISABLED = 4.5, 3.0
_MOST_CELLS = 60  # of one list; the others are drawn by the same hand
_BORDER, _LEAST_HEIGHT = 4, 14


def look(shown: QWidget, _place: str) -> Looked:
    """Labels, buttons, fields, and what stands in lists."""
    image = shown.grab().toImage()
    for one in visible(shown):
        area = place_in(one, shown)
        if isinstance(one, QAbstractItemView) and not isinstance(one, QHeaderView):
            yield from _cells(one, shown, image)
        elif _has_text(one) and area.height() >= one.fontMetrics().height():
            inside = area.adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
            if isinstance(one, QLabel):
                inside = area
            yield from _measured(image, inside, _words(one), enabled=one.isEnabled())


def _has_text(one: QWidget) -> bool:
    kinds = QLabel | QPushButton | QRadioButton | QLineEdit | QComboBox
    return isinstance(one, kinds) and bool(text_of(one).strip())


def _words(one: QWidget) -> str:
    return f"{type(one).__name__} {text_of(one)[:60]!r}"


def _cells(view: QAbstractItemView, shown: QWidget, image: QImage) -> Looked:
    port = view.viewport()
    in_sight = place_in(port, shown)
    seen = 0
    for index in cells(view):
        area = view.visualRect(index) & port.rect()
        text = index.data(Qt.ItemDataRole.DisplayRole)
        inside = QRect(port.mapTo(shown, area.topLeft()), area.size()) & in_sight
        # Of a cell that is scrolled away in part only the edges of letters may be left.
        whole = inside.height() == view.visualRect(index).height()
        if seen < _MOST_CELLS and whole and text:
            seen += 1
            words = f"cell {str(text)[:60]!r} of {view.accessibleName()!r}"
            yield from _measured(image, inside.adjusted(6, 3, -2, -3), words, enabled=True)


def _measured(image: QImage, area: QRect, words: str, *, enabled: bool) -> Looked:
    if area.width() < 8 or area.height() < _LEAST_HEIGHT:
        return
    scale = image.devicePixelRatio()
    counted = pixels(
        image,
        QRect(
            round(area.x() * scale),
            round(area.y() * scale),
            round(area.width() * scale),
            round(area.height() * scale),
        ),
    )
    ground = colour(counted.most_common(1)[0][0])
    inks = {colour(pixel) for pixel, _times in counted.most_common(400)}
    best = max(inks, key=lambda ink: contrast(ink, ground))
    ratio = contrast(best, ground)
    yield f"{words}: {best} on {ground} is {ratio:.1f}", ratio >= (LEAST if enabled else DISABLED)


def is_pair(words: str) -> str:
    """Which pair of colours was looked at, out of the words of one look."""
    return words.rsplit(": ", 1)[-1]
