# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pointer and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QListView,
    QRadioButton,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from tests.gui.tasks.hands import Hands
from tests.gui.tasks.seeing import action_of, areas_around, column_of, name_of, row_of, tile_of


class Mouse(Hands):
    """The pointer and the wheel; keys only for text."""

    def go(self, word: str) -> None:
        """A click in the sidebar."""
        for places in self._all(QAbstractItemView):
            model = places.model()
            for at in range(model.rowCount()) if places.property("kind") == "navigation" else ():
                index = model.index(at, 0)
                if index.data() == word:
                    self._click(places.viewport(), places.visualRect(index).center())
                    return
        pytest.fail(f"no page {word!r} in the sidebar")

    def press(self, name: str) -> None:
        """A click."""
        self._click(self.seen(QAbstractButton, name))

    def chip(self, name: str) -> None:
        """A click."""
        self._click(self.seen(QRadioButton, name))

    def choose(self, name: str, word: str) -> None:
        """A click that opens it, and one on the word."""
        box = self.seen(QComboBox, name)
        arrow = QPoint(box.width() - 12, box.height() // 2)
        self._click(box, arrow if box.isEditable() else None)
        view = box.view()
        index = box.model().index(box.findText(word), 0)
        assert index.isValid(), f"{word!r} is not in {name!r}"
        view.scrollTo(index)
        place = view.viewport().mapTo(view.window(), view.visualRect(index).center())
        handle = view.window().windowHandle()
        QTest.mouseMove(handle, place)
        # Qt leaves a list open that is clicked in the moment after it opened, and was not moved in.
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place, delay=0)
        QTest.mouseRelease(
            handle, Qt.MouseButton.LeftButton, pos=place, delay=QApplication.doubleClickInterval()
        )
        self.rest()
        assert not isValid(box) or box.currentText() == word

    def row(self, table: str, text: str) -> None:
        """A click on the row."""
        found = self.seen((QTableView, QListView), table)
        index = found.model().index(row_of(found, text), 0)
        found.scrollTo(index)
        self._click(found.viewport(), found.visualRect(index).center())

    def rows(self, table: str, first: str, last: str) -> None:
        """A click, and one with Shift."""
        self.row(table, first)
        found = self.seen(QTableView, table)
        index = found.model().index(row_of(found, last), 0)
        found.scrollTo(index)
        place = found.viewport().mapTo(self.window, found.visualRect(index).center())
        shift = Qt.KeyboardModifier.ShiftModifier
        QTest.mouseClick(self._handle(), Qt.MouseButton.LeftButton, shift, place)
        self.rest()

    def cell(self, table: str, row: int, head: str) -> None:
        """A click."""
        found = self.seen(QTableView, table)
        index = found.model().index(row, column_of(found, head))
        found.scrollTo(index)
        self._click(found.viewport(), found.visualRect(index).center())

    def tile(self, word: str) -> None:
        """A click."""
        tiles = self.seen(QListView, "Visitors")
        self._click(tiles.viewport(), tiles.visualRect(tile_of(tiles, word)).center())

    def menu(self, name: str, word: str) -> None:
        """A click that opens it, and one on the line."""
        self.press(name)
        menu, action = action_of(word)
        place = menu.actionGeometry(action).center()
        QTest.mouseMove(menu.windowHandle(), place)
        QTest.mouseClick(menu.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
        self.rest()

    def _to_field(self, field: QWidget) -> None:
        self._click(field)
        focus = self._focus()
        assert focus is field or field.isAncestorOf(focus), f"a click leaves {name_of(field)!r}"

    def _click(self, widget: QWidget, place: QPoint | None = None) -> None:
        at = self._roll_to(widget, place or widget.rect().center())
        under = self.window.childAt(at)
        assert under is not None
        hit = under is widget or widget.isAncestorOf(under) or under.isAncestorOf(widget)
        assert hit, f"{under} lies over {name_of(widget)!r}"
        if QApplication.activePopupWidget() is not None:  # a list of names: a click closes it
            QTest.mouseClick(self._handle(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseClick(self._handle(), Qt.MouseButton.LeftButton, pos=at)
        self.rest()

    def _roll_to(self, widget: QWidget, place: QPoint) -> QPoint:
        """Roll the wheel until a place is in view; gives where that is in the window."""
        for area in areas_around(widget):
            view = area.viewport()
            for _turn in range(60):
                above = widget.mapTo(view, place).y()
                if 0 <= above < view.height():
                    break
                self._wheel(view, 120 if above < 0 else -120)
        return widget.mapTo(self.window, place)

    @staticmethod
    def _wheel(view: QWidget, turn: int) -> None:
        centre = QPointF(view.rect().center())
        event = QWheelEvent(
            centre,
            view.mapToGlobal(centre),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
