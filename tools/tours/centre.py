# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the forms of the settings."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.pages.settings_centre import BandsForm, CoverForm
from buurthuis_admin.gui.pages.settings_money_forms import BankForm, ContributionTypeForm
from buurthuis_admin.gui.settings_sections import Section
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, settle


def centre(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The sections of the settings, and the forms of the centre."""
    for section in Section:
        shell.show_settings(section)
        settle(window)
        yield f"settings-{section.value}", window
    page = shell.page(places.SETTINGS)
    assert isinstance(page, SettingsPage)
    more = page.more
    forms = (
        (more.cover, CoverForm),
        (more.bands, BandsForm),
        (more.bank, BankForm),
        (more.types, ContributionTypeForm),
    )
    for card, kind in forms:
        card.add.click()
        settle(window)
        form = page.findChildren(kind)[-1]
        yield f"settings-{kind.draft_kind.replace(' ', '-') or 'contribution-kind'}", form
        form.reject()
