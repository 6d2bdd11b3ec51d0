# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What needs more height than its window has, scrolls as a whole; else it fills the window.

For pages and dialogs in which a list or a text scrolls already, below a title and above buttons.
With large texts in a low window the title and the buttons alone may be higher than that window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled

_LEAST_HEIGHT = 120


class TallArea(QScrollArea):
    """``inside`` has the size of this area, or the height that it needs at that width.

    Sideways it never scrolls: it asks for the width of what is in it.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def shown(self) -> QWidget | None:
        """Of which widget the size counts."""
        return self._inside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something inside asks for another size."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is inside its size."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """What the widget would like."""
        shown = self.shown()
        return super().sizeHint() if shown is None else shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The width of the widget; of its height as much as is of use."""
        shown = self.shown()
        least = QSize() if shown is None else shown.minimumSizeHint()
        height = scaled(_LEAST_HEIGHT)
        bar = self.verticalScrollBar().sizeHint().width() if least.height() > height else 0
        return QSize(least.width() + bar, min(least.height(), height))

    def _fit(self) -> None:
        shown = self.shown()
        if shown is not None:
            port = self.maximumViewportSize()
            least = _least_height(shown, port.width())
            if least > port.height():
                port.setWidth(port.width() - self.verticalScrollBar().sizeHint().width())
                least = _least_height(shown, port.width())
            self._inside.resize(port.width(), max(port.height(), least))


class PageArea(TallArea):
    """``stack`` holds the pages of the window, of which one is shown."""

    def __init__(self) -> None:
        self.stack = QStackedWidget()
        super().__init__(self.stack)
        self.stack.currentChanged.connect(lambda _index: self._changed())

    def shown(self) -> QWidget | None:
        """The page; those that are hidden ask for nothing."""
        return self.stack.currentWidget()

    def _changed(self) -> None:
        self.verticalScrollBar().setValue(0)
        self._fit()
        self.updateGeometry()


class ShallowArea(QScrollArea):
    """As high as what is in it, up to ``highest`` pixels at 100 %; from there on it scrolls."""

    def __init__(self, inside: QWidget, highest: int) -> None:
        super().__init__()
        self._inside = inside
        self._highest = highest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something inside asks for another size."""
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        """Words go on to more lines in a narrow one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What is inside, or the most."""
        bar = self.verticalScrollBar().sizeHint().width()
        return min(self._inside.heightForWidth(width - bar), scaled(self._highest))

    def sizeHint(self) -> QSize:
        """What is inside, or the most."""
        size = self._inside.sizeHint()
        return QSize(size.width(), min(size.height(), scaled(self._highest)))

    def minimumSizeHint(self) -> QSize:
        """The width of what is inside, as it never scrolls sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        size = self._inside.minimumSizeHint()
        return QSize(size.width() + bar, min(size.height(), scaled(self._highest)))


def tall_column(dialog: QWidget, margin: int = 24, gap: int = 12) -> QVBoxLayout:
    """The column of a dialog with these pixels at 100 % around it and between its parts."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(*(scaled(margin),) * 4)
    column.setSpacing(scaled(gap))
    around = QVBoxLayout(dialog)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(TallArea(inside))
    return column


def _least_height(page: QWidget, width: int) -> int:
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return page.minimumSizeHint().height()
