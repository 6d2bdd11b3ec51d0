# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page of a PDF as it comes out of the printer, with the keys of a reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.tokens import LIGHT
from buurthuis_admin.i18n import _

ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0)
_MARGIN = 16
_SMALLEST = 160


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page (from 0), in parts of its width and height; ``name`` is its own."""

    page: int
    area: QRectF
    name: str = ""


class _Sheet(QWidget):
    """The paper: the last picture of the page, on white, with a line around it.

    ``places`` are those of this page that can be clicked; ``outlined`` is being worked on.
    """

    clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.places: list[Place] = []
        self.outlined: QRectF | None = None
        self._hovered: Place | None = None
        self.setMouseTracking(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paper = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(paper, QColor("white"))
        if not self.image.isNull():
            painter.drawImage(paper, self.image)
        painter.setPen(QColor(tokens().control))
        painter.drawRect(paper)
        if self.outlined is not None:
            self._frame(painter, self.outlined, 3)
        if self._hovered is not None:
            self._frame(painter, self._hovered.area, 2)

    def _frame(self, painter: QPainter, area: QRectF, width: int) -> None:
        # The paper is white in the dark too, so this is the accent of the light.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LIGHT.accent), width))
        painter.drawRoundedRect(self._on_paper(area).adjusted(-6, -4, 6, 4), 4, 4)

    def _on_paper(self, area: QRectF) -> QRectF:
        wide, high = self.width(), self.height()
        return QRectF(area.x() * wide, area.y() * high, area.width() * wide, area.height() * high)

    def place_at(self, point: QPointF) -> Place | None:
        """The smallest place under a point of this widget."""
        found = [one for one in self.places if self._on_paper(one.area).contains(point)]
        return min(found, key=lambda one: one.area.width() * one.area.height(), default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not self._hovered:
            self._hovered = place
            shape = Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None:
            self.clicked.emit(place.name)


class PdfPreview(QScrollArea):
    """Shows a PDF page by page; drawing happens in a thread of Qt's own."""

    page_changed = Signal(int, int)
    place_clicked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._rendered)
        self._buffer = QBuffer(self)
        self._places: list[Place] = []
        self._outlined: Place | None = None
        self._sheet.clicked.connect(self.place_clicked)
        self._page = 0
        self._zoom = 0
        self._asked = 0

    @property
    def page(self) -> int:
        """The page that is shown; the first is 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are; 0 without a document."""
        return self._document.pageCount()

    @property
    def drawn(self) -> bool:
        """Whether a picture of a page is on the screen."""
        return not self._sheet.image.isNull()

    @property
    def places(self) -> list[Place]:
        """The places of the page that is shown."""
        return [one for one in self._places if one.page == self._page]

    def point_of(self, place: Place) -> QPointF:
        """The middle of a place of this page, on the paper."""
        return QPointF(
            place.area.center().x() * self._sheet.width(),
            place.area.center().y() * self._sheet.height(),
        )

    def show_places(self, places: Sequence[Place]) -> None:
        """Let these places be clicked."""
        self._places = list(places)
        self._sheet.places = self.places

    def outline(self, place: Place | None, *, go: bool = False) -> None:
        """Draw a line around a place, and show its page when ``go``."""
        self._outlined = place
        if place is not None and go and place.page != self._page:
            self.go_to(place.page)
        self._show_outline()

    def _show_outline(self) -> None:
        place = self._outlined
        here = place is not None and place.page == self._page
        self._sheet.outlined = place.area if here and place is not None else None
        self._sheet.update()

    def show_pdf(self, content: bytes) -> None:
        """Show another document, at the page that was shown when it has that page."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.go_to(self._page)

    def go_to(self, page: int) -> None:
        """Show a page, or the nearest one that there is."""
        self._page = max(0, min(page, self.pages - 1))
        told = _("Page {page} of {pages}").format(page=self._page + 1, pages=self.pages)
        self.setAccessibleDescription(f"{told}\n{self.text()}")
        self.page_changed.emit(self._page, self.pages)
        self._sheet.places = self.places
        self._show_outline()
        self.verticalScrollBar().setValue(0)
        self._draw()

    def text(self) -> str:
        """The words on the page that is shown."""
        return self._document.getAllText(self._page).text() if self.pages else ""

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1); the smallest is the width of the preview."""
        self._zoom = max(0, min(self._zoom + step, len(ZOOMS) - 1))
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as there is room for."""
        super().resizeEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn the page, + and - change its size."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        zooms = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self._page + steps[key])
        elif key in zooms:
            self.zoom(zooms[key])
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        if not self.pages:
            self._sheet.image = QImage()
            self._sheet.resize(0, 0)
            return
        size = self._size_of(self._document.pagePointSize(self._page))
        self._sheet.resize(size)
        self._asked = self._renderer.requestPage(self._page, size * self.devicePixelRatio())

    def _size_of(self, points: QSizeF) -> QSize:
        """At zoom 1 the whole page is in view; larger ones scroll."""
        margin = scaled(_MARGIN)
        room = QSizeF(self.width() - 2 * margin, self.height() - margin).expandedTo(
            QSizeF(_SMALLEST, _SMALLEST)
        )
        whole = points.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return (whole * ZOOMS[self._zoom]).toSize()

    def _rendered(
        self, _page: int, _size: QSize, image: QImage, _options: object, request: int
    ) -> None:
        if request == self._asked:
            self._sheet.image = image
            self._sheet.update()
