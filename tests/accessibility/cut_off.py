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
        # What just grew or shrank lays itself out in the next turns of the loop.
        for _turn in range(_TURNS):
            least = shown.minimumSizeHint()
            fits = least.width() <= shown.width() and least.height() <= shown.height()
            if fits:
                break
            QApplication.processEvents()
        yield f"window of at least {least.toTuple()}", fits
    else:
        opener = shown.parentWidget()
        room = opener.window().size() if opener is not None else shown.size()
        fits = shown.width() <= room.width() and shown.height() <= room.height()
        yield f"dialog {type(shown).__name__} {shown.size().toTuple()}", fits


def _fits(one: QLabel) -> bool:
    if not (one.wordWrap() or isinstance(one, FlowLabel)):
        return one.sizeHint().width() <= one.width() + 1
    words = one.text().replace("\N{ZERO WIDTH SPACE}", " ").split()
    longest = max((one.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return one.heightForWidth(one.width()) <= one.height() + 1 and longest <= one.width() + 1
