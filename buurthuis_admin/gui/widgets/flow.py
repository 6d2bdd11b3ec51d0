# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A layout that puts its items side by side and goes on to the next line where they do not fit."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled


class _Shown(NamedTuple):
    """An item that is seen, with the size that it wants: Qt asks for these all the time."""

    item: QLayoutItem
    width: int
    height: int
    to_right: bool

    def height_at(self, width: int) -> int:
        """Its height when it gets no more than this width."""
        narrower = width < self.width and self.item.hasHeightForWidth()
        return self.item.heightForWidth(width) if narrower else self.height


class FlowLayout(QLayout):
    """Items on lines; those added with ``to_right`` stand at the right end of their line.

    What is known of sizes stands until Qt says by ``invalidate`` that something changed, as in the
    layouts of Qt itself.
    """

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        self._known: list[_Shown] | None = None
        self._heights: dict[int, int] = {}  # by width
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right: set[int] = set()
        self._gap = scaled(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def add(self, widget: QWidget, *, to_right: bool = False) -> None:
        """Put a widget behind the others."""
        if to_right:
            self._right.add(len(self._items))
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """As Qt asks of a layout."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a place out of the layout, or None."""
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def invalidate(self) -> None:
        """Something of an item changed: what was known of sizes is so no more."""
        self._known = None
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """It does not ask for more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the lines need at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        shown = self._shown()
        width = sum(one.width for one in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((one.height for one in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone."""
        size = QSize()
        for one in self._shown():
            size = size.expandedTo(one.item.minimumSize())
        return size

    def _shown(self) -> list[_Shown]:
        if self._known is None:
            self._known = [
                _Shown(item, size.width(), size.height(), index in self._right)
                for index, item in enumerate(self._items)
                if not item.isEmpty()
                for size in (item.sizeHint(),)
            ]
        return self._known

    def _arrange(self, area: QRect, *, place: bool) -> int:
        left, top, width = area.x(), area.y(), area.width()
        for number, line in enumerate(self._lines(width)):
            height = max(one.height_at(width) for one in line)
            top += self._gap if number else 0
            if place:
                self._place(line, QRect(left, top, width, height))
            top += height
        return top - area.y()

    def _lines(self, width: int) -> list[list[_Shown]]:
        lines: list[list[_Shown]] = []
        used = 0
        for one in self._shown():
            if lines and used + self._gap + one.width <= width:
                lines[-1].append(one)
                used += self._gap + one.width
            else:
                lines.append([one])
                used = one.width
        return lines

    def _place(self, line: list[_Shown], area: QRect) -> None:
        widths = [min(one.width, area.width()) for one in line]
        left_over = area.width() - sum(widths) - self._gap * (len(line) - 1)
        x = area.x()
        pushed = False
        for one, width in zip(line, widths, strict=True):
            if one.to_right and not pushed:
                x += max(0, left_over)
                pushed = True
            height = min(one.height_at(width), area.height())
            y = area.y() + (area.height() - height) // 2
            one.item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self._gap


class FlowLabel(QLabel):
    """A text in a flow: one line where there is room, more lines where there is not."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("kind", kind)

    def sizeHint(self) -> QSize:
        """The whole text on one line."""
        self.ensurePolished()
        size = self.fontMetrics().size(0, self.text())
        return QSize(size.width() + 2, size.height())

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        metrics = self.fontMetrics()
        words = self.text().replace("\N{ZERO WIDTH SPACE}", " ").split()
        widths = [metrics.horizontalAdvance(word) for word in words]
        return QSize(max(widths, default=0) + 2, metrics.height())


def flow_policy(widget: QWidget) -> None:
    """Let a widget with a flow in it be as high as its lines ask for."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def flow_row(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Widgets side by side, on more lines where there is no room."""
    row = QWidget()
    flow = FlowLayout(gap, row)
    for widget in widgets:
        flow.add(widget)
    flow_policy(row)
    return row


def answer_row(*answers: QPushButton, beside: QPushButton | None = None) -> QWidget:
    """The buttons that end a dialog, at its right; what the dialog is for stands last.

    ``beside`` stands at the left. See ``enter_means`` for the keys.
    """
    row = QWidget()
    flow = FlowLayout(parent=row)
    if beside is not None:
        flow.add(beside)
    for one in answers:
        flow.add(one, to_right=True)
    flow_policy(row)
    return row


def enter_means(main: QPushButton, *others: QPushButton) -> None:
    """Enter in a field presses ``main``; on one of the others it presses that one.

    They stand in their dialog by then: a button tells the dialog so, once.
    """
    for one in (main, *others):
        one.setAutoDefault(True)
    main.setDefault(True)
