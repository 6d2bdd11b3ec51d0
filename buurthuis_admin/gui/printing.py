# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A PDF on paper: each page is drawn in the background and handed to the printer in turn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from buurthuis_admin.gui.runners import Runner

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def page_image(content: bytes, page: int) -> tuple[QImage, int]:
    """A page at 300 dpi, and how many pages there are (runs in a background thread)."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = document.pagePointSize(page) * (DOTS_PER_INCH / _POINTS_PER_INCH)
    return document.render(page, size.toSize()), document.pageCount()


def printer_for(content: bytes) -> QPrinter:
    """A printer set to the paper of the first page: A4, or an envelope that lies on its side."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    points = document.pagePointSize(0)
    lying = points.width() > points.height()
    size = points.transposed() if lying else points
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", fuzzy))
    printer.setPageOrientation(way)
    return printer


class PrintJob(QObject):
    """Prints the pages that the printer was set to, one after another."""

    def __init__(
        self,
        content: bytes,
        printer: QPrinter,
        runner: Runner,
        *,
        done: Callable[[bool], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._printer = printer
        self._runner = runner
        self._done = done
        self._painter = QPainter()
        self._last: int | None = printer.toPage() - 1 if printer.toPage() else None

    def start(self) -> None:
        """Begin; ``done`` is told whether the printer took everything."""
        self._printer.setResolution(DOTS_PER_INCH)
        self._printer.setFullPage(True)
        self._draw(max(0, self._printer.fromPage() - 1))

    def _draw(self, page: int) -> None:
        self._runner.run(
            self, lambda: page_image(self._content, page), lambda made: self._put(page, *made)
        )

    def _put(self, page: int, image: QImage, pages: int) -> None:
        ready = self._printer.newPage() if self._painter.isActive() else self._begin()
        if not ready:
            self._end(well=False)
            return
        paper = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        fitting = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRectF(paper.topLeft(), fitting), image)
        last = pages - 1 if self._last is None else min(self._last, pages - 1)
        if page < last:
            self._draw(page + 1)
        else:
            self._end(well=True)

    def _begin(self) -> bool:
        return self._painter.begin(self._printer)

    def _end(self, *, well: bool) -> None:
        finished = self._painter.end() if self._painter.isActive() else False
        self._done(well and finished)
        self.deleteLater()
