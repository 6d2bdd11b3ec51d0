# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changes on the screen without the focus going there is said aloud."""

from __future__ import annotations

from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from buurthuis_admin.gui.widgets import texts
from buurthuis_admin.gui.widgets.undo_bar import UndoBar
from tests.accessibility.seeing import Looked, visible


class Ears:
    """Stands where a screen reader listens, and remembers what it was told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def isActive(self) -> bool:  # noqa: N802 - as Qt calls it
        """A screen reader is there."""
        return True

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802
        """As Qt calls it."""
        self.heard.append(event.message())

    def listen(self) -> None:
        """From now on."""
        setattr(texts, "QAccessible", self)  # noqa: B010 - where the program tells it

    def look(self, shown: QWidget, _place: str) -> Looked:
        """Every sentence in the places where the program says what it did, and the undo bar."""
        for one in (shown, *visible(shown)):
            told = getattr(one, "told", None)
            if isinstance(told, QLabel) and told.isVisible() and told.text().strip():
                yield f"{type(one).__name__} {told.text()[:90]!r}", self._was_heard(told.text())
            if isinstance(one, UndoBar):
                yield f"undo bar {one.text.text()!r}", self._was_heard(one.text.text())

    def _was_heard(self, text: str) -> bool:
        return any(text in sentence for sentence in self.heard)
