# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Going through the window as a tour does: to a page, and waiting until all is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from shiboken6 import isValid

from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow

Shown = tuple[str, QWidget]
TURNS = 4  # of Qt, in which what came in last finds its place, from the row up to the page
REST = 150  # milliseconds without work before a picture is taken


@dataclass(frozen=True, slots=True)
class Left:
    """How a dialog went away when Esc was pressed."""

    name: str
    closed: bool
    focus_back: bool


LEFT: list[Left] = []  # of every dialog that a tour opened by ``opened``, in that order


def go(shell: Shell, key: str) -> None:
    """Show a page with the focus where its work starts."""
    shell.go_to(key)
    shell.page(key).focus_first()


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way and nothing is drawn any more."""
    quiet = False
    while not quiet:
        _wait(REST)
        quiet = not window.readers.busy and not window.writers.busy
    for _turn in range(TURNS):
        QApplication.processEvents()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    stop: Callable[[], None] = loop.quit
    QTimer.singleShot(milliseconds, stop)
    loop.exec()


def opened(
    name: str, window: MainWindow, act: QAbstractButton | Callable[[], object]
) -> Iterator[Shown]:
    """The dialog that a button or an act opens; Esc closes it after its picture."""
    settle(window)
    if isinstance(act, QAbstractButton):
        act.setFocus(Qt.FocusReason.OtherFocusReason)
    before = QApplication.focusWidget()
    there = set(dialogs())
    if isinstance(act, QAbstractButton):
        act.click()
    else:
        act()
    settle(window)
    new = [one for one in dialogs() if one not in there]
    if not new:
        raise LookupError(f"nothing was opened for {name}")
    yield name, new[-1]
    leave(name, new[-1], window, before)


def leave(name: str, dialog: QDialog, window: MainWindow, before: QWidget | None = None) -> None:
    """Press Esc, and note whether it did what it should."""
    stood = QApplication.focusWidget()
    inside = stood if stood is not None and dialog.isAncestorOf(stood) else dialog
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    settle(window)
    closed = not isValid(dialog) or not dialog.isVisible()
    if not closed:
        dialog.reject()
        settle(window)
    now = QApplication.focusWidget()
    gone = before is None or not isValid(before) or not before.isVisible()
    LEFT.append(Left(name, closed, now is not None if gone else now is before))


def dialogs() -> list[QDialog]:
    """The dialogs that are on the screen."""
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]
