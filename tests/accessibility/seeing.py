# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What there is to see in a window, for every point of the bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMessageBox,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

# What was looked at, in words that tell it from all else, and whether it is as it should be.
Looked = Iterator[tuple[str, bool]]

_CONTROLS = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QAbstractItemView,
)


def visible(window: QWidget) -> Iterator[QWidget]:
    """Everything that is shown; what lies under a message box of Qt's own is not ours."""
    if isinstance(window, QMessageBox):
        return (one for one in window.findChildren(QAbstractButton) if one.isVisible())
    return (
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.window() is window.window()
    )


def controls(window: QWidget) -> list[QWidget]:
    """What a person can work with; the parts that Qt makes inside a control are not meant."""
    return [
        one
        for one in visible(window)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(one, QScrollArea | QHeaderView | QDialog | QMainWindow)
        and (isinstance(one, _CONTROLS) or one.focusPolicy() is Qt.FocusPolicy.StrongFocus)
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QComboBox | QLineEdit | QAbstractSpinBox)
    ]


def told(one: QWidget) -> str:
    """A control in words."""
    return f"{type(one).__name__} {one.accessibleName() or text_of(one) or one.objectName()!r}"


def text_of(one: QWidget) -> str:
    """The text that stands on a label, a button, in a field or in a choice."""
    if isinstance(one, QComboBox):
        return one.currentText()
    if isinstance(one, QLabel | QAbstractButton | QLineEdit):
        return one.text()
    return ""


def place_in(one: QWidget, window: QWidget) -> QRect:
    """The part of a widget that can be seen, in the coordinates of the window."""
    area = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
    parent = one.parentWidget()
    while parent is not None and parent is not window:
        area &= QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        parent = parent.parentWidget()
    return area & window.rect()


def pixels(image: QImage, area: QRect) -> Counter[int]:
    """How often each colour (0xRRGGBB) is in a part of a picture."""
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(part.constBits()).cast("B").cast("I").tolist())


def colour(pixel: int) -> str:
    """A pixel as #RRGGBB."""
    return f"#{pixel & 0xFFFFFF:06X}"


def cells(view: QAbstractItemView, most: int = 40) -> Iterator[QModelIndex]:
    """The places of the first rows of a list."""
    model = view.model()
    if model is not None:
        columns = model.columnCount() if isinstance(view, QTableView) else 1
        for row in range(min(model.rowCount(), most)):
            for column in range(columns):
                yield model.index(row, column)
