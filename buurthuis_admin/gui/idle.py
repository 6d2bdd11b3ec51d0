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
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @property
    def watching(self) -> bool:
        """Whether it would lock."""
        return self._timer.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew at every touch; nothing is held back."""
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
            if isinstance(event, QKeyEvent) and event.keyCombination() == _LOCK_KEYS:
                self.asked.emit()
                return True
        return False
