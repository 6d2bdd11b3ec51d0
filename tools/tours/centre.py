# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the forms of the settings."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.settings_sections import Section
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, opened, settle


def centre(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The sections of the settings, and the forms that they open."""
    for section in Section:
        shell.show_settings(section)
        settle(window)
        yield f"settings-{section.value}", window
    page = shell.page(places.SETTINGS)
    assert isinstance(page, SettingsPage)
    more, lists = page.more, page.lists
    for section, name, card in (
        (Section.CENTRE, "cover", more.cover),
        (Section.CENTRE, "bank-account", more.bank),
        (Section.REPORTS, "age-bands", more.bands),
        (Section.CONTRIBUTION, "contribution-kind", more.types),
        (Section.CONTRIBUTION, "not-seen", more.seen),
        (Section.BUILDING, "room", lists.rooms),
        (Section.BUILDING, "closing-day", lists.closing),
        (Section.DOOR, "tally-type", lists.tallies),
        (Section.ACTIVITIES, "theme", lists.themes),
    ):
        shell.show_settings(section)
        yield from opened(f"settings-{name}", window, card.add)
