# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tab goes round and comes past everything; a table is one stop. The ring is there at each stop.

The ring is measured as WCAG 2.2 asks (2.4.13): the pixels that differ between with and without.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QMenu,
    QMessageBox,
    QRadioButton,
    QTextBrowser,
    QWidget,
)

from buurthuis_admin.gui.theme.tokens import contrast
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from tests.accessibility.seeing import Looked, colour, controls, told

_HAS_PARTS = QTextBrowser | QAbstractSpinBox
MOST = 160  # stops
WIDTH, LEAST = 3, 3.0


def go_round(shown: QWidget) -> Iterator[QWidget | None]:
    """Each stop of Tab, from where the focus is; the last is the first again where it closes."""
    first = QApplication.focusWidget()
    if first is None or first.window() is not shown.window() or first is shown:
        QTest.keyClick(shown, Qt.Key.Key_Tab)
        first = QApplication.focusWidget()
    yield first
    for _step in range(MOST):
        now = QApplication.focusWidget()
        if now is None:
            return
        QTest.keyClick(now, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is now and isinstance(now, _HAS_PARTS):
            continue  # to the next link, or from hours to minutes
        yield QApplication.focusWidget()
        if QApplication.focusWidget() is first:
            return


def look(shown: QWidget, place: str) -> Looked:
    """The round of Tab."""
    first, *stops = list(go_round(shown))
    closes = bool(stops) and stops[-1] is first
    yield f"Tab round {place}", closes and len(stops) == len({id(one) for one in stops})
    reached = {id(one) for one in stops}
    for one in controls(shown):
        if one.isEnabled() and not _is_other_radio(one):
            yield f"reach {told(one)}", id(one) in reached or _stands_for(one, reached)


def _stands_for(one: QWidget, reached: set[int]) -> bool:
    proxy = one.focusProxy()
    return proxy is not None and id(proxy) in reached


def _is_other_radio(one: QWidget) -> bool:
    # Of a group of radio buttons only the chosen one is a stop; arrows go to the others.
    return isinstance(one, QRadioButton) and not one.isChecked()


def look_ring(shown: QWidget, place: str) -> Looked:
    """The ring at every stop."""
    if isinstance(shown, QMessageBox | QMenu):  # drawn by the style, which marks the chosen line
        return
    ring = next((one for one in shown.window().findChildren(FocusRing)), None)
    yield f"a ring in {type(shown).__name__}", ring is not None
    if ring is None:
        return
    for number, one in enumerate(go_round(shown)):
        QApplication.processEvents()
        if one is None or not number:
            continue  # where the focus was put by the program: it comes again at the end
        if not ring.isVisible():
            yield f"{told(one)} in {place}: no ring", False
            continue
        thick, ratio = measure(ring, shown.window())
        words = f"{told(one)} in {place}: {thick} px, {ratio:.1f}"
        yield words, thick >= WIDTH and ratio >= LEAST


def measure(ring: FocusRing, window: QWidget) -> tuple[int, float]:
    """How thick the ring is at the middle of its sides, and how it differs from without."""
    area = ring.geometry()
    after = window.grab(area).toImage()
    ring.hide()
    before = window.grab(area).toImage()
    ring.show()
    width, height = after.width(), after.height()
    middle = QRect(0, 0, width, height).center()
    sides = [
        [(middle.x(), y) for y in range(min(12, height))],
        [(middle.x(), height - 1 - y) for y in range(min(12, height))],
        [(x, middle.y()) for x in range(min(12, width))],
        [(width - 1 - x, middle.y()) for x in range(min(12, width))],
    ]
    found = [_side(before, after, points) for points in sides]
    found.sort(reverse=True)
    return found[1]  # two sides at least: a control at the edge of the window has no more


def _side(before: QImage, after: QImage, points: list[tuple[int, int]]) -> tuple[int, float]:
    thick, least = 0, 21.0
    for x, y in points:
        old, new = colour(before.pixel(x, y)), colour(after.pixel(x, y))
        ratio = contrast(old, new)
        if ratio >= LEAST:
            thick += 1
            least = min(least, ratio)
    return thick, least if thick else 1.0
