# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a dialog so that the focus comes back to what opened it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog over its window; when it closes, the focus is where it was.

    Where that is hidden by then, the focus is where the window put it meanwhile.
    """
    opener = QApplication.focusWidget()
    window = None if opener is None else opener.window()

    def give_back() -> None:
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.activateWindow()
            opener.setFocus(Qt.FocusReason.PopupFocusReason)
        elif window is not None and isValid(window) and window.isVisible():
            window.activateWindow()

    # Once the dialog is gone, or its going would take the focus away again.
    dialog.finished.connect(lambda _result: QTimer.singleShot(0, give_back))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
