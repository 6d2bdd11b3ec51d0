# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search field of a page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.icons import icon

WAIT = 120  # milliseconds after the last key


class SearchField(QLineEdit):
    """``searched`` follows the typing after a short rest; Esc empties it; ↓ goes to the list."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(True)
        self.addAction(icon("magnifying-glass", "text2"), QLineEdit.ActionPosition.LeadingPosition)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._tell)
        self._told = ""
        self.textChanged.connect(lambda _text: self._timer.start())

    def sizeHint(self) -> QSize:
        """Never lower than a control is."""
        return super().sizeHint().expandedTo(QSize(scaled(160), scaled(44)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches at once, Esc empties, ↓ leaves for the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self._tell()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)
