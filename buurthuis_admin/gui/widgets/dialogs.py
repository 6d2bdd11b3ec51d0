# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a dialog so that the focus comes back to what opened it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog over its window; when it closes, the focus is where it was."""
    opener = QApplication.focusWidget()

    def give_back() -> None:
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.activateWindow()
            opener.setFocus(Qt.FocusReason.PopupFocusReason)

    # Once the dialog is gone, or its going would take the focus away again.
    dialog.finished.connect(lambda _result: QTimer.singleShot(0, give_back))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
