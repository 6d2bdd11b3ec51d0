# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the handbook."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.help import ABOUT, SHORTCUTS, HelpPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go


def help_pages(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """A chapter, the keys, and what the program is made of."""
    go(shell, places.MEMBERS)
    shell.show_help()
    yield "help", window
    page = shell.page(places.HELP)
    assert isinstance(page, HelpPage)
    for key in (SHORTCUTS, ABOUT):
        page.show_chapter(key)
        yield f"help-{key}", window
