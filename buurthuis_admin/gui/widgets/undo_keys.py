# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+Z and its like, everywhere in a window: for the text being typed, or for what was saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from buurthuis_admin.gui.widgets.undo_bar import REDO_KEYS, UNDO_KEYS

_SEQUENCES = tuple(QKeySequence(keys) for keys in (UNDO_KEYS, *REDO_KEYS))


class UndoKeys(QObject):
    """A text field that has something to undo does so itself; otherwise a signal is sent.

    Qt's text fields take these keys even when they have nothing to undo. So the field that has
    the focus is watched: it does not get the keys, and is asked what it can do.
    """

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, area: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._watched: QWidget | None = None
        for keys in (UNDO_KEYS, *REDO_KEYS):
            shortcut = QShortcut(QKeySequence(keys), area)
            shortcut.activated.connect(self._undo if keys == UNDO_KEYS else self._redo)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        inside = new is not None and self._area.isAncestorOf(new)
        self._watched = new if inside else None
        if self._watched is not None and _text_of(self._watched) is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep these keys from the field, so that they come to us."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if pressed in _SEQUENCES:
                event.ignore()
                return True
        return False

    def _undo(self) -> None:
        text = self._focused_text()
        if text is not None and _can_undo(text):
            text.undo()
        else:
            self.undo_asked.emit()

    def _redo(self) -> None:
        text = self._focused_text()
        if text is not None and _can_redo(text):
            text.redo()
        else:
            self.redo_asked.emit()

    def _focused_text(self) -> QLineEdit | QPlainTextEdit | QTextEdit | None:
        focused = QApplication.focusWidget()
        return None if focused is None else _text_of(focused)


def _text_of(widget: QWidget) -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """The text that is typed in a control: its own, or that of the field inside it."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return widget
    inner = widget.findChild(QLineEdit)
    return inner if isinstance(inner, QLineEdit) and inner.parent() is widget else None


def _can_undo(text: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable() and not text.isReadOnly()
    return text.document().isUndoAvailable() and not text.isReadOnly()


def _can_redo(text: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    if isinstance(text, QLineEdit):
        return text.isRedoAvailable() and not text.isReadOnly()
    return text.document().isRedoAvailable() and not text.isReadOnly()
