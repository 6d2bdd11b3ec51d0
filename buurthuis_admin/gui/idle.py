# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices that nobody touches keyboard, mouse or screen any more, and Ctrl+L.

Both from a filter on the windows themselves, so that they work over an open form as well. Not on
the whole program: then every event of every widget would pass through Python, and a key in the
search field would take twice its time.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
_LOCK_KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
_MILLISECONDS = 60_000


class IdleWatch(QObject):
    """``idle`` is sent once after so many minutes without a touch; the clock does not matter.

    ``asked`` is sent for Ctrl+L.
    """

    idle = Signal()
    asked = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._watching = self._patient = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._look_at)
        self._look_at(application.focusWindow())

    def _look_at(self, window: QWindow | None) -> None:
        """A window came in use: its keys and touches pass here first from now on."""
        if window is not None:
            window.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on."""
        self._timer.setInterval(minutes * _MILLISECONDS)

    def start(self) -> None:
        """Watch from now on."""
        self._watching = True
        self._begin_to_wait()

    def stop(self) -> None:
        """Watch no more."""
        self._watching = False
        self._timer.stop()

    def set_patient(self, on: bool) -> None:
        """Wait for ever (at the door, where nobody types for long), or as before; keys still do."""
        self._patient = on
        self._begin_to_wait()

    def _begin_to_wait(self) -> None:
        if self._patient or not self._watching:
            self._timer.stop()
        else:
            self._timer.start()

    @property
    def watching(self) -> bool:
        """Whether it would lock by itself."""
        return self._timer.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at every touch; nothing is held back."""
        if event.type() in _TOUCHES and self._watching:
            self._begin_to_wait()
            if isinstance(event, QKeyEvent) and event.keyCombination() == _LOCK_KEYS:
                self.asked.emit()
                return True
        return False
