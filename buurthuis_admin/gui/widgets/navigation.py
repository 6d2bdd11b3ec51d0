# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list at the left of a page that says what is shown at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from buurthuis_admin.gui.theme.current import scaled

_ROW = 48


def navigation_list(name: str) -> QListWidget:
    """An empty list, of a name for who listens."""
    made = QListWidget()
    made.setProperty("kind", "navigation")
    made.setAccessibleName(name)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setMinimumHeight(scaled(3 * _ROW))
    return made


def navigation_item(word: str, key: object = None) -> QListWidgetItem:
    """A line of it, high enough to hit; ``key`` is what it stands for."""
    made = QListWidgetItem(word)
    made.setData(Qt.ItemDataRole.UserRole, key)
    made.setSizeHint(QSize(0, scaled(_ROW)))
    return made
