# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""No control without a name that is read aloud."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMessageBox, QWidget

from tests.accessibility.seeing import Looked, controls, told


def look(shown: QWidget, _place: str) -> Looked:
    """By the interface that a screen reader uses; the window itself has a name as well."""
    if not isinstance(shown, QMessageBox):
        yield (
            f"title of {type(shown).__name__} {shown.windowTitle()!r}",
            bool(shown.windowTitle() or shown.accessibleName()),
        )
    for one in controls(shown):
        interface = QAccessible.queryAccessibleInterface(one)
        name = interface.text(QAccessible.Text.Name)
        yield told(one), bool(name.strip())
