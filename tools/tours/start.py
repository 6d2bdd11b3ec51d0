# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is seen before an administration is open, when it cannot be, and while it is empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.page_builders import BUILDERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import _
from tools.tours.moving import Shown, go, opened

_FILE = Path("Buurthuis De Linde.buurthuis")


def start(window: MainWindow) -> Iterator[Shown]:
    """The password, a new administration, the recovery sheet, and an error."""
    page = window.show_start(_FILE)
    yield "start", window
    yield from opened("new-administration", window, page.new)
    yield from opened("recovery-sheet", window, page._ask_sheet)
    error = UserError(_("Type the password of this administration."))
    yield from opened("error", window, lambda: window._errors.show(error))


def damaged(window: MainWindow) -> Iterator[Shown]:
    """A file that cannot be opened."""
    told = _(
        "The administration '{file}' is damaged and was not changed. Put a backup in its place."
    ).format(file=_FILE.name)
    window.show_damage(_FILE, told, "")
    yield "damage", window


def empty(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Each page without anything in it."""
    for key in BUILDERS:
        go(shell, key)
        yield f"empty-{key}", window
