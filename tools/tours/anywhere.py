# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of Ctrl+K, with nothing typed, with a name, and with nothing found."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.go_anywhere import GoAnywhere
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go, leave, opened, settle


def anywhere(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The question, and what it finds."""
    go(shell, places.TODAY)
    settle(window)
    yield from opened("anywhere", window, shell.go_anywhere)
    shell.go_anywhere()
    dialog = shell.findChildren(GoAnywhere)[-1]
    for name, text in (("anywhere-found", "ja"), ("anywhere-nothing", "qqq")):
        dialog.field.setText(text)
        settle(window)
        yield name, dialog
    leave(name, dialog, window)
