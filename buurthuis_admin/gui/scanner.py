# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A barcode scanner that types, heard wherever the focus is.

A code begins with a sign that nobody types and ends with Enter (``domain.scan_codes``). From that
first sign on the keys pass by every field and shortcut, however slowly they come: there is no
clock. Keys that turn out to be no code are typed after all, so nothing that was typed is lost.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.scan_codes import LONGEST, PREFIX, CodeKind, read_code

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_Control, Qt.Key.Key_Alt)
_KINDS = tuple(kind.value for kind in CodeKind)


class Scanner(QObject):
    """``scanned`` is sent with a ScanCode; ``misread`` for a code that does not check.

    Its filter lies on the windows, as that of ``IdleWatch``, and sees their keys before any field.
    """

    scanned = Signal(object)
    misread = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys: list[QKeyEvent] = []
        self._typing = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._look_at)
        self._look_at(application.focusWindow())

    def _look_at(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @property
    def _text(self) -> str:
        return "".join(key.text() for key in self._keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the keys of a code from the fields."""
        if event.type() is not QEvent.Type.KeyPress or self._typing or not self._is_shown():
            return False
        assert isinstance(event, QKeyEvent)
        if not self._keys:
            return self._begins(event)
        return self._goes_on(watched, event)

    def _is_shown(self) -> bool:
        """Two that hear the same keys would take them from each other: one that went hears none."""
        home = self.parent()
        return not isinstance(home, QWidget) or home.isVisible()

    def _begins(self, event: QKeyEvent) -> bool:
        if event.text() != PREFIX:
            return False
        self._keys.append(event.clone())
        return True

    def _goes_on(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _HELD:
            return False
        if event.key() in _ENDS and len(self._keys) > 2:
            self._ends()
            return True
        if self._fits(event.text()):
            self._keys.append(event.clone())
            return True
        self._type_after_all(watched)
        return False

    def _fits(self, sign: str) -> bool:
        """Whether a sign can come next in a code."""
        if len(self._keys) == 1:
            return sign.upper() in _KINDS and bool(sign)
        return sign.isdecimal() and sign.isascii() and len(self._keys) < LONGEST

    def _ends(self) -> None:
        code = read_code(self._text)
        self._keys.clear()
        if code is None:
            self.misread.emit()
        else:
            self.scanned.emit(code)

    def _type_after_all(self, window: QObject) -> None:
        keys, self._keys = self._keys, []
        self._typing = True
        try:
            for key in keys:
                QCoreApplication.sendEvent(window, key)
        finally:
            self._typing = False
