# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ring around the control that has the focus: 3 px wide, 2 px away from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from buurthuis_admin.gui.theme import current

GAP = 2
WIDTH = 3
_OUT = GAP + WIDTH
_KEEP_IN_VIEW = 60  # above and below what has the focus
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Lies over a window and follows its focus through moving, scrolling and hiding."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._followed: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    @property
    def followed(self) -> QWidget | None:
        """The control that the ring is around."""
        return self._followed

    def follow(self, widget: QWidget | None) -> None:
        """Go around another control; None takes the ring away."""
        for watched in filter(isValid, self._watched):
            watched.removeEventFilter(self)
        self._followed = widget
        self._watched = _with_parents(widget, self.window())
        for watched in self._watched:
            watched.installEventFilter(self)
        self._place()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and new.window() is self.window()
        self.follow(new if inside and new is not self.window() else None)
        if new is not None and self._followed is new:
            _bring_into_view(new, self._watched)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay where the control goes."""
        if event.type() in _MOVES:
            self._place()
        return False

    def _place(self) -> None:
        if self._followed is not None and not isValid(self._followed):
            self._followed = None
        area = _shown_part(self._followed, self.window())
        self.setVisible(not area.isEmpty())
        if not area.isEmpty():
            self.setGeometry(area.adjusted(-_OUT, -_OUT, _OUT, _OUT) & self.window().rect())
            self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current.tokens().focus), WIDTH))
        half = WIDTH / 2
        inside = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inside, 6 + GAP, 6 + GAP)


def _bring_into_view(widget: QWidget, chain: list[QWidget]) -> None:
    """Scroll to it. Qt does so only from control to control inside; Tab also comes from outside."""
    if widget.visibleRegion().boundingRect().height() >= widget.height() // 2:
        return
    for parent in chain:
        if isinstance(parent, QScrollArea) and parent is not widget:
            parent.ensureWidgetVisible(widget, 0, current.scaled(_KEEP_IN_VIEW))


def _with_parents(widget: QWidget | None, window: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    while widget is not None and widget is not window:
        chain.append(widget)
        widget = widget.parentWidget()
    return chain


def _shown_part(widget: QWidget | None, window: QWidget) -> QRect:
    """What of a control is not scrolled away, in the coordinates of the window."""
    if widget is None or not widget.isVisible():
        return QRect()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    for parent in _with_parents(widget.parentWidget(), window):
        if isinstance(parent, QScrollArea | QAbstractScrollArea) and parent is not widget:
            port = parent.viewport()
            area &= QRect(port.mapTo(window, QPoint(0, 0)), port.size())
    return area
