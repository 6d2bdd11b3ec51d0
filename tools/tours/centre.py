# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the forms of the settings."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.pages.settings_centre import BandsForm, CoverForm
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go, opened, settle


def centre(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The cards of the centre, and their forms."""
    go(shell, places.SETTINGS)
    settle(window)
    page = shell.page(places.SETTINGS)
    assert isinstance(page, SettingsPage)
    page.more.bands.add.setFocus()
    yield "settings-centre", window
    for card, kind in ((page.more.cover, CoverForm), (page.more.bands, BandsForm)):
        yield from opened(f"settings-{kind.draft_kind.replace(' ', '-')}", window, card.add)
    for name, editable in (
        ("room", page.lists.rooms),
        ("closing-day", page.lists.closing),
        ("tally-type", page.lists.tallies),
        ("theme", page.lists.themes),
    ):
        yield from opened(f"settings-{name}", window, editable.add)
