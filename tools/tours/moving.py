# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Going through the window as a tour does: to a page, and waiting until all is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow

Shown = tuple[str, QWidget]
_REST = 150  # milliseconds without work before a picture is taken


def go(shell: Shell, key: str) -> None:
    """Show a page with the focus where its work starts."""
    shell.go_to(key)
    shell.page(key).focus_first()


def settle(window: MainWindow) -> None:
    """Wait until nothing is under way and nothing is drawn any more."""
    quiet = False
    while not quiet:
        _wait(_REST)
        quiet = not window.readers.busy and not window.writers.busy


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    stop: Callable[[], None] = loop.quit
    QTimer.singleShot(milliseconds, stop)
    loop.exec()
