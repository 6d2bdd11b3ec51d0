# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is cut off: not a text, not a button, and not a control beside the window."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QWidget

from buurthuis_admin.gui.widgets.flow import FlowLabel
from tests.accessibility.seeing import Looked, controls, told, visible

_TURNS = 20


def look(shown: QWidget, _place: str) -> Looked:
    """Texts, buttons, controls, and the window itself."""
    for one in visible(shown):
        if isinstance(one, QLabel) and one.text():
            size = one.size().toTuple()
            yield f"text {one.text()[:90]!r} {size}", _fits(one)
        elif isinstance(one, QAbstractButton):
            needed = one.sizeHint().width()
            yield f"button {one.text()!r} {one.width()} of {needed}", needed <= one.width() + 1
    for one in controls(shown):
        left = one.mapTo(shown, one.rect().topLeft()).x()
        yield f"beside: {told(one)}", left >= 0 and left + one.width() <= shown.width() + 1
    if isinstance(shown, QMainWindow):
        least, fits = _least(shown)
        yield f"window of at least {least}", fits


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


def _fits(one: QLabel) -> bool:
    if not (one.wordWrap() or isinstance(one, FlowLabel)):
        return one.sizeHint().width() <= one.width() + 1
    words = one.text().replace("\N{ZERO WIDTH SPACE}", " ").split()
    longest = max((one.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return one.heightForWidth(one.width()) <= one.height() + 1 and longest <= one.width() + 1
