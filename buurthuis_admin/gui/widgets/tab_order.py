# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of Tab after parts of a page were made anew: as they stand on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_as_shown(before: QWidget, inside: QWidget) -> None:
    """Let Tab go from ``before`` through the controls of ``inside``, in the order of its layouts.

    Qt puts what is made later at the end, wherever it stands.
    """
    last = before
    for control in _controls(inside):
        QWidget.setTabOrder(last, control)
        last = control


def _controls(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif (layout := widget.layout()) is not None:
        yield from _in(layout)


def _in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _in(inner)
        elif widget is not None:
            yield from _controls(widget)
