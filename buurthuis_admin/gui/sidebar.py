# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of pages at the left: an icon and a word each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.gui.keys import GO_KEYS, native_keys
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.icons import icon
from buurthuis_admin.gui.widgets.texts import button, label, restyle
from buurthuis_admin.i18n import _

_LEAST_WIDTH = 216
_ITEM = 48
_SIDES = 24  # left and right of the word together
_ICON_ABOVE = 20 + 12 + 8  # the icon over a word, and the space around the two


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the sidebar."""

    key: str
    word: str
    icon: str
    keys: str = ""


class Sidebar(QFrame):
    """Two lists, one at the top and one at the bottom; together they have one chosen page.

    Where large texts leave no room for both, the whole scrolls and is wider by the scroll bar.
    ``set_slim`` puts the icons above the words, so that large texts leave room for the page.
    """

    chosen = Signal(str)

    def __init__(self, top: list[Place], bottom: list[Place]) -> None:
        super().__init__()
        self.setProperty("kind", "sidebar")
        self.centre = label("", "strong")
        self.anything = button(_("Search or do…"), "magnifying-glass")
        self.pages = _PlaceList(_("Pages"), top)
        self.more = _PlaceList(_("More"), bottom)
        self._magnifier = self.anything.icon()
        self._slim = False
        self._lay_out()
        self.anything.setToolTip(native_keys(GO_KEYS))
        for places in (self.pages, self.more):
            # Not the current item: Qt makes the first one current when the focus comes in.
            places.itemSelectionChanged.connect(lambda places=places: self._changed(places))
            places.currentItemChanged.connect(lambda item, _before: self._bring_into_view(item))

    def _lay_out(self) -> None:
        self._body = QWidget()
        self._body.setProperty("kind", "clear")
        self._column = column = QVBoxLayout(self._body)
        column.setSpacing(scaled(8))
        self.centre.setContentsMargins(scaled(8), 0, 0, scaled(8))
        column.addWidget(self.centre)
        column.addWidget(self.anything)
        column.addWidget(self.pages)
        column.addStretch(1)
        column.addWidget(self.more)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._fit_width())
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self._fit_width()

    def set_slim(self, slim: bool) -> None:
        """Icons above the words, or beside them."""
        if slim is self._slim:
            return
        self._slim = slim
        self.anything.setIcon(QIcon() if slim else self._magnifier)
        for places in (self.pages, self.more):
            places.set_slim(slim)
        self._fit_width()

    def _fit_width(self) -> None:
        inside = (self.pages, self.more, self.anything)
        widest = max(one.sizeHint().width() for one in inside)
        least = 0 if self._slim else scaled(_LEAST_WIDTH)
        width = max(least, widest + scaled(24))
        bar = self._scroll.verticalScrollBar()
        scrolls = bar.maximum() > 0
        left, right = (scaled(8), 0) if scrolls else (scaled(12), scaled(12))
        self._column.setContentsMargins(left, scaled(16), right, scaled(16))
        spared = scaled(24) - left - right
        self.setFixedWidth(width + (bar.sizeHint().width() - spared if scrolls else 0))

    def _bring_into_view(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.listWidget().hasFocus():
            place = item.listWidget().visualItemRect(item).center()
            inside = item.listWidget().viewport().mapTo(self._body, place)
            self._scroll.ensureVisible(inside.x(), inside.y(), 0, scaled(_ITEM))

    def show_place(self, key: str) -> None:
        """Mark a page as the one that is shown, without telling."""
        for places in (self.pages, self.more):
            places.blockSignals(True)
            places.mark(key)
            places.blockSignals(False)

    def _changed(self, places: _PlaceList) -> None:
        for item in places.selectedItems():
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _PlaceList(QListWidget):
    def __init__(self, name: str, places: list[Place]) -> None:
        super().__init__()
        self.setProperty("kind", "navigation")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(scaled(24), scaled(20)))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setWordWrap(True)
        self.setItemDelegate(_PlaceDelegate(self))
        self.slim = False
        for place in places:
            item = QListWidgetItem(icon(place.icon, "text2"), place.word)
            item.setData(Qt.ItemDataRole.UserRole, place.key)
            if place.keys:
                item.setToolTip(f"{place.word} ({place.keys})")
            self.addItem(item)
        self.set_slim(False)

    def set_slim(self, slim: bool) -> None:
        """Each icon above its word, or beside it."""
        self.slim = slim
        restyle(self, "slim", "true" if slim else "false")
        self.setIconSize(QSize(scaled(20 if slim else 24), scaled(20)))
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, self._height_of(self.item(row).text())))
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + 2)

    def _height_of(self, word: str) -> int:
        if not self.slim:
            return scaled(_ITEM)
        lines = word.count(" ") + 1  # at most: words that fit on one line leave some space
        return scaled(_ICON_ABOVE) + lines * self._metrics().lineSpacing()

    def _metrics(self) -> QFontMetrics:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)

    def sizeHint(self) -> QSize:
        """Room for the widest word in bold, its icon and the space around them."""
        metrics = self._metrics()
        words = [self.item(row).text() for row in range(self.count())]
        around = scaled(24 + 12 + 12 + 16)
        if self.slim:
            words = [part for word in words for part in word.split()]
            around = scaled(_SIDES)
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(widest + around, self.height())

    def mark(self, key: str) -> None:
        """Choose the page with this key; with another key, choose none."""
        self.clearSelection()
        for row in range(self.count()):
            item = self.item(row)
            chosen = item.data(Qt.ItemDataRole.UserRole) == key
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
            item.setFont(font)
            if chosen:
                self.setCurrentItem(item)


class _PlaceDelegate(QStyledItemDelegate):
    """Draws the icon of a place above its word while the sidebar is slim."""

    def __init__(self, places: _PlaceList) -> None:
        super().__init__(places)
        self._places = places

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """As the style draws an item."""
        super().initStyleOption(option, index)
        if self._places.slim:
            option.decorationPosition = QStyleOptionViewItem.Position.Top
            option.displayAlignment = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
