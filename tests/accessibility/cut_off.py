# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is cut off: not a text, not a button, and not what stands beside or over another.

What lies outside a part that cannot be scrolled there cannot be seen by anybody; what lies over
its neighbour hides it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QWidget,
)

from buurthuis_admin.gui.widgets.flow import FlowLabel
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from tests.accessibility.seeing import Looked, controls, told, visible
from tests.accessibility.sizes import CONTROL

_TURNS = 20
_HAS_PARTS = QAbstractScrollArea | QLineEdit | QComboBox | QAbstractSpinBox


def look(shown: QWidget, _place: str) -> Looked:
    """Texts, buttons, controls, and the window itself."""
    inside = set(controls(shown))
    for one in visible(shown):
        if isinstance(one, QLabel) and one.text():
            size = one.size().toTuple()
            yield f"text {one.text()[:90]!r} {size}", _fits(one)
            yield f"beside: text {one.text()[:90]!r}", _can_be_seen(one, shown)
        elif isinstance(one, QAbstractButton):
            sizes = (one.width(), one.height(), one.sizeHint().width())
            yield f"button {one.text()!r} {sizes}", _button_fits(one)
            inside.add(one)
        elif isinstance(one, QHeaderView) and one.orientation() is Qt.Orientation.Horizontal:
            yield from _headings(one)
    for one in inside:
        yield f"beside: {told(one)}", _can_be_seen(one, shown)
    yield from _over_each_other(shown)
    if isinstance(shown, QMainWindow):
        least, fits = _least(shown)
        yield f"window of at least {least}", fits
    elif isinstance(shown, QDialog) and (parent := shown.parentWidget()) is not None:
        room = parent.window().size()
        fits = shown.width() <= room.width() and shown.height() <= room.height()
        yield f"dialog {shown.windowTitle()!r} of {shown.size().toTuple()}", fits


def _headings(header: QHeaderView) -> Iterator[tuple[str, bool]]:
    for column in range(header.count()):
        if not header.isSectionHidden(column):
            words = header.model().headerData(column, Qt.Orientation.Horizontal)
            sizes = (header.sectionSize(column), header.sectionSizeHint(column))
            yield f"heading {words!r} {sizes}", sizes[1] <= sizes[0] + 1


def _can_be_seen(one: QWidget, shown: QWidget) -> bool:
    """Whether all of it is in sight, or comes there by scrolling."""
    area = QRect(one.mapTo(shown, QPoint(0, 0)), one.size())
    parent = one.parentWidget()
    while parent is not None and parent is not shown:
        there = QRect(parent.mapTo(shown, QPoint(0, 0)), parent.size())
        scroller = parent.parentWidget()
        if isinstance(scroller, QScrollArea) and scroller.viewport() is parent:
            if not _scrolls_to(area, there, scroller):
                return False
            area = there  # from here on the part that scrolls has to be in sight itself
        elif not _holds(there, area):
            return False
        parent = scroller
    return _holds(shown.rect(), area)


def _scrolls_to(area: QRect, port: QRect, scroller: QScrollArea) -> bool:
    if port.height() < min(area.height(), CONTROL):
        return False  # a slit
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if scroller.horizontalScrollBarPolicy() is never:
        port = QRect(port.left(), area.top(), port.width(), area.height())
        return _holds(port, area)
    return True


def _holds(outer: QRect, inner: QRect) -> bool:
    return outer.adjusted(-1, -1, 1, 1).contains(inner)


def _over_each_other(shown: QWidget) -> Iterator[tuple[str, bool]]:
    """Of widgets side by side in one part none lies over the other."""
    beside: dict[QWidget | None, list[QWidget]] = defaultdict(list)
    for one in visible(shown):
        parent = one.parentWidget()
        if not isinstance(one, FocusRing) and not isinstance(parent, _HAS_PARTS):
            beside[parent].append(one)
    for ones in beside.values():
        for one, other in combinations(ones, 2):
            both = one.geometry() & other.geometry()
            right = both.width() <= 1 or both.height() <= 1
            if not right:
                yield f"{told(one)} lies over {told(other)} by {both.size().toTuple()}", False
    yield f"nothing over another: {len(beside)} parts of {type(shown).__name__}", True


def _least(window: QMainWindow) -> tuple[tuple[int, int], bool]:
    """The least size of a window, and whether it has it.

    What just grew or shrank lays itself out in the next turns of the loop.
    """
    least = window.minimumSizeHint()
    for _turn in range(_TURNS):
        if least.width() <= window.width() and least.height() <= window.height():
            return (least.width(), least.height()), True
        QApplication.processEvents()
        least = window.minimumSizeHint()
    return (least.width(), least.height()), False


def _button_fits(one: QAbstractButton) -> bool:
    if not one.hasHeightForWidth():
        return one.sizeHint().width() <= one.width() + 1
    # It has as many lines as it needs: the longest word fits, and all of its lines do.
    metrics = one.fontMetrics()
    around = one.sizeHint().width() - metrics.horizontalAdvance(one.text())
    longest = max(map(metrics.horizontalAdvance, _words_of(one.text())), default=0)
    lines = one.heightForWidth(one.width()) <= one.height() + 1
    return lines and longest + around <= one.width() + 1


def _fits(one: QLabel) -> bool:
    if not (one.wordWrap() or isinstance(one, FlowLabel)):
        return one.sizeHint().width() <= one.width() + 1
    longest = max(map(one.fontMetrics().horizontalAdvance, _words_of(one.text())), default=0)
    return one.heightForWidth(one.width()) <= one.height() + 1 and longest <= one.width() + 1


def _words_of(text: str) -> list[str]:
    return text.replace("\N{ZERO WIDTH SPACE}", " ").split()
