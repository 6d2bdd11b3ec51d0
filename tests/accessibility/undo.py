# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Undo has no time limit: its bar stays, on every page, until something else is done."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from buurthuis_admin.gui.window import MainWindow
from tests.accessibility.seeing import Looked

_BARE = ("lock", "damage", "start")


class Watch:
    """Remembers that the bar was shown once."""

    def __init__(self) -> None:
        self._shown = False

    def look(self, shown: QWidget, place: str) -> Looked:
        """Once something was changed the bar is on every page, and no clock takes it away."""
        if not isinstance(shown, MainWindow) or shown.shell is None or place in _BARE:
            return
        bar = shown.shell.undo_bar
        self._shown = self._shown or bar.isVisible()
        if self._shown:
            yield f"the bar in {place}", bar.isVisible()
            clocks = [one for one in bar.findChildren(QTimer) if one.isActive()]
            yield f"no clock in the bar in {place}", not clocks
