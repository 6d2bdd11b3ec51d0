# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two ways to do the same: by the keyboard alone, and by the mouse.

A task names what it uses as a person reads it on the screen, and each hand gets there on its own:
Tab and the arrows, or the pointer and the wheel. Keys and clicks go to the window, so what lies
over something, or cannot be reached, is found. Text is typed by both, since nobody types by mouse.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.gui.tasks.seeing import (
    action_of,
    clocks,
    column_of,
    name_of,
    row_of,
    tile_of,
)

Found = TypeVar("Found", bound=QWidget)
Settle = Callable[[], None]
_FIELDS = (QLineEdit, QPlainTextEdit, QSpinBox, QComboBox)
_PRESSES = 150  # a ring of Tab that is longer does not end


class Hands(ABC):
    """What a person can do. Each verb waits until the program has nothing under way."""

    def __init__(self, settle: Settle, qtbot: QtBot) -> None:
        self._settle, self._qtbot = settle, qtbot

    # What is to be seen.

    @property
    def window(self) -> QWidget:
        """The window or dialog that is in front."""
        found = QApplication.activeModalWidget() or QApplication.activeWindow()
        assert found is not None
        return found

    def seen(self, kinds: type[Found] | tuple[type[Found], ...], name: str) -> Found:
        """What has this name, or this name with a count or its keys behind it."""
        named = [(one, name_of(one)) for one in self._all(kinds)]
        exact = [one for one, word in named if word == name]
        begins = [one for one, word in named if word.startswith(f"{name} ")]
        if not (exact or begins):
            words = ", ".join(repr(word) for _one, word in named)
            pytest.fail(f"no {name!r} in {self.window.windowTitle()!r}; there are {words}")
        return (exact or begins)[0]

    def reads(self, text: str) -> bool:
        """Whether this stands somewhere in what is in front, as words and not in a field."""
        labels = self.window.findChildren(QLabel)
        return any(one.isVisible() and text in one.text() for one in labels)

    def _all(self, kinds: type[Found] | tuple[type[Found], ...]) -> Iterator[Found]:
        wanted = kinds if isinstance(kinds, tuple) else (kinds,)
        for one in self.window.findChildren(QWidget):
            if isinstance(one, wanted) and one.isVisibleTo(self.window) and one.isEnabled():
                yield one

    # What both do in the same way.

    def rest(self) -> None:
        """Until nothing is under way, also of what began because of what was under way."""
        for _turn in range(2):
            self._settle()
            self._qtbot.waitUntil(self._nothing_is_due)

    def _nothing_is_due(self) -> bool:
        """No clock runs that is there to wait for the end of the typing."""
        running = [clock for top in QApplication.topLevelWidgets() for clock in clocks(top)]
        return not any(clock.isActive() for clock in running)

    def type(self, text: str) -> None:
        """Letters into whatever has the focus; those that no key of the tests has as one input."""
        for sign in text:
            if sign.isascii():
                QTest.keyClick(self._handle(), sign)  # type: ignore[call-overload]
            else:
                event = QInputMethodEvent()
                event.setCommitString(sign)
                QApplication.sendEvent(self._focus(), event)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        """One key, and what follows from it."""
        QTest.keyClick(self._handle(), key, modifiers or Qt.KeyboardModifier.NoModifier)
        self.rest()

    def press_return(self) -> None:
        """Enter, also as the last key of a scanner."""
        self.key(Qt.Key.Key_Return)

    def write(self, name: str, text: str) -> None:
        """Put a text into a field in the place of what stands there."""
        self._to_field(self.seen(_FIELDS, name))
        QTest.keyClick(self._handle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(self._handle(), Qt.Key.Key_Delete)
        self.type(text)
        self.rest()

    @staticmethod
    def _focus() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def _handle(self) -> QWindow:
        handle = self.window.windowHandle()  # Qt itself gives keys to a list that is open
        assert handle is not None
        return handle

    # What each does in its own way.

    @abstractmethod
    def go(self, word: str) -> None:
        """To a page of the sidebar."""

    @abstractmethod
    def press(self, name: str) -> None:
        """A button or a tick."""

    @abstractmethod
    def chip(self, name: str) -> None:
        """One of a row of chips."""

    @abstractmethod
    def choose(self, name: str, word: str) -> None:
        """A word of a list that opens; after some words every page is built anew."""

    @abstractmethod
    def row(self, table: str, text: str) -> None:
        """The row of a table in which a text stands."""

    @abstractmethod
    def rows(self, table: str, first: str, last: str) -> None:
        """Several rows of a table at once: from the one of a text up to that of another."""

    @abstractmethod
    def cell(self, table: str, row: int, head: str) -> None:
        """A box of a grid: the row by its place, the column by a word of its head."""

    @abstractmethod
    def tile(self, word: str) -> None:
        """Somebody at the door, by the tile."""

    @abstractmethod
    def menu(self, name: str, word: str) -> None:
        """A line of the menu behind a button."""

    @abstractmethod
    def _to_field(self, field: QWidget) -> None: ...


class Keyboard(Hands):
    """No mouse at all."""

    def go(self, word: str) -> None:
        """By Ctrl+K, which knows every page."""
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.type(word)
        self.rest()
        self.key(Qt.Key.Key_Return)

    def press(self, name: str) -> None:
        """Tab, and the space bar."""
        self._reach(self.seen(QAbstractButton, name))
        self.key(Qt.Key.Key_Space)

    def chip(self, name: str) -> None:
        """Tab to the row of chips, and the arrows."""
        chip = self.seen(QRadioButton, name)
        row = chip.parentWidget()
        assert row is not None
        self._reach(row)
        for key, below in ((Qt.Key.Key_Right, Qt.Key.Key_Down), (Qt.Key.Key_Left, Qt.Key.Key_Up)):
            for _press in range(len(row.findChildren(QRadioButton))):
                if chip.hasFocus():
                    break
                before = self._focus()
                self.key(key)
                if self._focus() is before:  # they stand below each other
                    self.key(below)
        assert chip.hasFocus(), f"the arrows do not lead to {name!r}"
        if not chip.isChecked():
            self.key(Qt.Key.Key_Space)
        self.rest()

    def choose(self, name: str, word: str) -> None:
        """Tab, and the arrows."""
        box = self.seen(QComboBox, name)
        self._reach(box)
        steps = box.findText(word) - box.currentIndex()
        assert box.findText(word) >= 0, f"{word!r} is not in {name!r}"
        for _press in range(abs(steps)):
            self.key(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        assert not isValid(box) or box.currentText() == word, f"no arrow leads to {word!r}"

    def row(self, table: str, text: str) -> None:
        """Tab, and the arrows."""
        found = self.seen((QTableView, QListView), table)
        wanted = row_of(found, text)
        self._reach(found)
        QTest.keyClick(self._handle(), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        while found.currentIndex().row() < wanted:
            before = found.currentIndex().row()
            QTest.keyClick(self._handle(), Qt.Key.Key_Down)
            assert found.currentIndex().row() > before, f"the arrows stop before {text!r}"
        self.rest()

    def rows(self, table: str, first: str, last: str) -> None:
        """The arrow with Shift."""
        self.row(table, first)
        found = self.seen(QTableView, table)
        for _press in range(row_of(found, last) - row_of(found, first)):
            self.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    def cell(self, table: str, row: int, head: str) -> None:
        """Tab, and the arrows."""
        found = self.seen(QTableView, table)
        wanted = column_of(found, head)
        self._reach(found)
        QTest.keyClick(self._handle(), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        for key, presses in (
            (Qt.Key.Key_Down, row),
            (Qt.Key.Key_Right, found.model().columnCount()),
        ):
            for _press in range(presses):
                if key is Qt.Key.Key_Right and found.currentIndex().column() == wanted:
                    break
                QTest.keyClick(self._handle(), key)
        at = found.currentIndex()
        assert (at.row(), at.column()) == (row, wanted), f"the arrows lead to {at}"

    def tile(self, word: str) -> None:
        """Tab, the arrows and the space bar."""
        tiles = self.seen(QListView, "Visitors")
        self._reach(tiles)
        QTest.keyClick(self._handle(), Qt.Key.Key_Home)
        for _press in range(tiles.model().rowCount()):
            if tile_of(tiles, word) == tiles.currentIndex():
                break
            QTest.keyClick(self._handle(), Qt.Key.Key_Right)
        assert tile_of(tiles, word) == tiles.currentIndex(), f"the arrows do not lead to {word!r}"
        self.key(Qt.Key.Key_Space)

    def menu(self, name: str, word: str) -> None:
        """The space bar opens it, the arrows choose."""
        self.press(name)
        menu, action = action_of(word)
        for _press in menu.actions():
            if menu.activeAction() is action:
                break
            QTest.keyClick(self._handle(), Qt.Key.Key_Down)
        assert menu.activeAction() is action, f"the arrows do not lead to {word!r}"
        self.key(Qt.Key.Key_Return)

    def _to_field(self, field: QWidget) -> None:
        self._reach(field)

    def _reach(self, wanted: QWidget) -> None:
        """Tab until it has the focus, or something within it."""
        for _press in range(_PRESSES):
            focus = self._focus()
            if focus is wanted or wanted.isAncestorOf(focus) or focus is wanted.focusProxy():
                return
            QTest.keyClick(self._handle(), Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not lead to {name_of(wanted)!r}")
