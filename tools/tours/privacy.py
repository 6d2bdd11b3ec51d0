# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the parts of the page of privacy, and of everything that opens from it."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.privacy import RemovalKind
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.privacy import Part, PrivacyPage
from buurthuis_admin.gui.pages.privacy_leaving import LeavingPart
from buurthuis_admin.gui.pages.privacy_lists import BreachesPart, RequestsPart
from buurthuis_admin.gui.pages.privacy_register import RegisterPart
from buurthuis_admin.gui.pages.removal_dialog import for_many
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go, opened, settle


def privacy(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Part by part, each with its forms."""
    go(shell, places.PRIVACY)
    page = shell.page(places.PRIVACY)
    assert isinstance(page, PrivacyPage)
    for part in Part:
        page.show_part(part)
        settle(window)
        yield f"privacy-{part.value}", window
        yield from _forms(page, part, window)
    go(shell, places.MEMBERS)
    members = shell.page(places.MEMBERS)
    assert isinstance(members, MembersPage)
    settle(window)
    own = members.privacy
    yield from opened("consent", window, own.add)
    yield from opened("erase", window, own.erase)


def _forms(page: PrivacyPage, key: Part, window: MainWindow) -> Iterator[Shown]:
    part = page.part(key)
    if isinstance(part, LeavingPart):
        yield from opened("retention", window, part.change_rules)
        if part.table.isVisible():
            yield from opened("keep-reason", window, part.keep)
        many = for_many(12, RemovalKind.ANONYMISED, part)
        yield from opened("anonymise-many", window, lambda: open_dialog(many))
    elif isinstance(part, RequestsPart):
        yield from opened("privacy-request", window, part.new)
    elif isinstance(part, BreachesPart):
        yield from opened("data-breach", window, part.new)
    elif isinstance(part, RegisterPart):
        yield from opened("privacy-contacts", window, part.contacts)
