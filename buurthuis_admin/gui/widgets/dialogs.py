# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a dialog so that the focus comes back to what opened it, with help on its page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from buurthuis_admin.gui.keys import HELP_KEYS


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
    offer_help(dialog)
    dialog.open()


def offer_help(widget: QWidget) -> None:
    """F1 in a dialog, or on a page outside the shell, opens the chapter on it."""
    helping = QShortcut(QKeySequence(HELP_KEYS), widget)
    helping.activated.connect(lambda: _help(widget))


def _help(widget: QWidget) -> None:
    """The chapter on the page that this belongs to, over it: what was typed stays."""
    from buurthuis_admin.gui.pages.help_dialog import HelpDialog

    keys = (getattr(one, "help_key", "") for one in _around(widget))
    chapter = next((key for key in keys if key), "")
    if chapter and not isinstance(widget, HelpDialog):
        open_dialog(HelpDialog(chapter, widget))


def _around(widget: QWidget) -> Iterator[QObject]:
    one: QObject | None = widget
    while one is not None:
        yield one
        one = one.parent()
