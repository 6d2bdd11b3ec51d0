# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People as tiles that are tapped: one stop for Tab, arrows between them, space marks."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from buurthuis_admin.domain.attendance import Visitor
from buurthuis_admin.gui.models.door_tiles import DoorTiles, VisitorRole
from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.icons import draw_icon
from buurthuis_admin.gui.theme.tokens import RADIUS, SMALL

LEAST = QSize(180, 104)  # a tile at 100 %; never under 96 in either direction
_GAP = 12
_SIDE, _MARK, _BETWEEN = 14, 30, 10
_RING = 3
_Index = QModelIndex | QPersistentModelIndex


class TileView(QListView):
    """``tapped`` is sent with a row; ``typed`` with the letters that belong in the search field.

    ``menu_asked`` is the menu key or the right button on a tile.
    """

    tapped = Signal(int)
    typed = Signal(str)
    menu_asked = Signal(int, QPoint)

    def __init__(self, name: str, tiles: DoorTiles) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "tiles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setModel(tiles)
        self.setItemDelegate(_TileDelegate(tiles, self))
        self.setMinimumHeight(scaled(2 * (LEAST.height() + _GAP)))
        self.clicked.connect(lambda index: self.tapped.emit(index.row()))

    def go_to(self, row: int) -> None:
        """Make a tile the current one and bring it into view."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many tiles beside each other as fit, all of one width."""
        width = self.viewport().width() + scaled(_GAP)
        across = max(1, width // scaled(LEAST.width() + _GAP))
        # One pixel less: with the last tile to the very edge Qt goes on to the next line.
        size = QSize(max((width - scaled(_GAP)) // across - 1, 1), scaled(LEAST.height() + _GAP))
        if size != self.gridSize():
            self.setGridSize(size)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter mark, once however long they are held; letters and digits search."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.tapped.emit(self.currentIndex().row())
        elif event.text().isprintable() and event.text():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What else can be said of somebody."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.menu_asked.emit(
                index.row(), self.viewport().mapToGlobal(self.visualRect(index).center())
            )


class _TileDelegate(QStyledItemDelegate):
    """Draws a tile: the sign of its state, two lines of name, the state in words, the number."""

    def __init__(self, tiles: DoorTiles, view: TileView) -> None:
        super().__init__(view)
        self._tiles, self._view = tiles, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        visitor = index.data(VisitorRole)
        gap = scaled(_GAP)
        area = QRect(option.rect).adjusted(0, 0, -gap, -gap)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        self._ground(painter, area, visitor, hovered=bool(state & QStyle.StateFlag.State_MouseOver))
        if index == self._view.currentIndex():
            self._ring(painter, area, focused=focused)
        self._sign(painter, area, visitor)
        self._words(painter, area, visitor)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, visitor: Visitor, *, hovered: bool) -> None:
        came = visitor.mark is not None and visitor.mark.came
        look = tokens()
        ground = look.accent_soft if came else look.neutral_bg if hovered else look.surface
        width = 2 if came else 1
        painter.setPen(QPen(QColor(look.accent if came else look.control), width))
        painter.setBrush(QColor(ground))
        half = width / 2
        painter.drawRoundedRect(
            QRectF(area).adjusted(half, half, -half, -half), scaled(RADIUS), scaled(RADIUS)
        )

    def _ring(self, painter: QPainter, area: QRect, *, focused: bool) -> None:
        """Around the current tile; a thin line while the keys go to the search field."""
        width = _RING if focused else 1
        pen = QPen(QColor(tokens().focus), width)
        if not focused:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = QRectF(area).adjusted(4, 4, -4, -4)
        painter.drawRoundedRect(inside, 4, 4)

    def _sign(self, painter: QPainter, area: QRect, visitor: Visitor) -> None:
        name, colour = _sign_of(visitor)
        side = scaled(_MARK)
        left = area.x() + scaled(_SIDE)
        place = QRectF(left, area.center().y() - side / 2 + 1, side, side)
        if visitor.mark is not None and visitor.mark.came:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().accent))
            painter.drawEllipse(place.adjusted(1, 1, -1, -1))
            inner = side * 0.22
            place = place.adjusted(inner, inner, -inner, -inner)
        draw_icon(painter, place, name, tokens().colour(colour))

    def _words(self, painter: QPainter, area: QRect, visitor: Visitor) -> None:
        came = visitor.mark is not None and visitor.mark.came
        ink = QColor(tokens().on_accent_soft if came else tokens().text)
        quiet = ink if came else QColor(tokens().text2)
        small = _font(self._view.font(), SMALL)
        number = "" if visitor.number is None else str(visitor.number)
        corner = area.adjusted(0, scaled(6), -scaled(8), 0)
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(corner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, number)
        taken = QFontMetrics(small).horizontalAdvance(number) + scaled(12)
        left = scaled(_SIDE + _MARK + _BETWEEN)
        column = area.adjusted(left, 0, -scaled(8), 0)
        self._lines(painter, column, visitor, taken, (ink, quiet))

    def _lines(
        self,
        painter: QPainter,
        column: QRect,
        visitor: Visitor,
        taken: int,
        inks: tuple[QColor, QColor],
    ) -> None:
        bold = QFont(self._view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        small = _font(self._view.font(), SMALL)
        lines = [(visitor.given, bold, inks[0])]
        if visitor.surname:
            lines.append((visitor.surname, bold, inks[0]))
        if visitor.street:
            lines.append((visitor.street, small, inks[1]))
        lines.append((self._tiles.state_of(visitor), small, inks[1]))
        heights = [QFontMetrics(font).height() for _text, font, _ink in lines]
        top = column.y() + max(2, (column.height() - sum(heights)) // 2)
        for at, ((text, font, ink), height) in enumerate(zip(lines, heights, strict=True)):
            room = column.width() - (taken if at == 0 else 0)
            painter.setFont(font)
            painter.setPen(ink)
            fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            place = QRect(column.x(), top, room, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, fitting)
            top += height


def _sign_of(visitor: Visitor) -> tuple[str, str]:
    """The icon of a state and its colour: never the colour alone."""
    if visitor.mark is None:
        return "circle", "control"
    if visitor.mark.came:
        return "check", "on_accent"
    return "minus-circle", "text2"


def _font(of: QFont, pixels: int) -> QFont:
    font = QFont(of)
    font.setPixelSize(scaled(pixels))
    return font
