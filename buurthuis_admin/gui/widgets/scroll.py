# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A column that scrolls up and down and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled

_KEEP_IN_VIEW = 60


class ScrollColumn(QScrollArea):
    """``column`` takes the widgets; the ring of the window brings what has the focus into view.

    With ``widest`` it is no wider than so many pixels at 100 %, as it is read with ease. Not by a
    greatest width of each widget in it: Qt would reckon its height by a width that it never has.
    """

    def __init__(
        self,
        *,
        margins: tuple[int, int, int, int] = (24, 20, 24, 20),
        gap: int = 8,
        widest: int | None = None,
    ) -> None:
        super().__init__()
        self._widest = widest
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.body.setProperty("kind", "clear")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(*(scaled(side) for side in margins))
        self.column.setSpacing(scaled(gap))
        self.setWidget(self.body)
        self.viewport().setAutoFillBackground(False)
        self.body.setAutoFillBackground(False)
        self.body.installEventFilter(self)
        self._margins = self.column.contentsMargins()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside asks for another size, and so does this."""
        if watched is self.body and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """The least width of what is inside, as there is no scrolling sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        least = self.body.minimumSizeHint().width() + bar
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room at the right empty that is too much."""
        if self._widest is not None:
            sides = self._margins.left() + self._margins.right()
            bar = self.verticalScrollBar().sizeHint().width()
            more = max(0, self.width() - bar - sides - scaled(self._widest))
            self.column.setContentsMargins(self._margins + QMargins(0, 0, more, 0))
        super().resizeEvent(event)

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget is in view."""
        self.ensureWidgetVisible(widget, 0, scaled(_KEEP_IN_VIEW))
