# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The full screen at the door: one page and nothing else, until the password is given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow

from buurthuis_admin.gui.idle import IdleWatch
from buurthuis_admin.gui.shell import Shell


class Kiosk(QObject):
    """Fills the screen and hides the rest; nobody at the door is locked out by waiting.

    Ctrl+L still locks. Who unlocks has given the password and is back in the whole program.
    """

    def __init__(self, window: QMainWindow, watch: IdleWatch) -> None:
        super().__init__(window)
        self._window, self._watch = window, watch
        self._before = window.windowState()
        self._ask: Callable[[], None] = _nothing
        self._active = False

    @property
    def active(self) -> bool:
        """Whether only the door is shown."""
        return self._active

    def begin(self, shell: Shell, ask: Callable[[], None]) -> None:
        """Show nothing but the current page; ``ask`` asks for the password."""
        if self._active:
            return
        self._active, self._ask = True, ask
        self._before = self._window.windowState()
        shell.set_bare(True)
        self._watch.set_patient(True)
        self._window.setWindowState(Qt.WindowState.WindowFullScreen)

    def end(self, shell: Shell | None) -> None:
        """Back to everything; ``shell`` is None when the program was locked."""
        if not self._active:
            return
        self._active, self._ask = False, _nothing
        self._watch.set_patient(False)
        if shell is not None:
            shell.set_bare(False)
        self._window.setWindowState(self._before)

    def refuse_to_close(self) -> bool:
        """Whether the window stays; then the password is asked for."""
        if self._active:
            self._ask()
        return self._active


def _nothing() -> None:
    return
