# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of what is done for many people at once: labels, letters, cards and addresses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.mailing_addresses import AddressesDialog
from buurthuis_admin.gui.pages.mailing_choices import Mailing
from buurthuis_admin.gui.pages.mailing_contribution import ContributionDialog
from buurthuis_admin.gui.pages.mailing_dialog import MailingDialog
from buurthuis_admin.gui.pages.mailing_households import HouseholdsDialog
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go, opened, settle


def letters(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Each of the acts for everybody in the list."""
    go(shell, places.MEMBERS)
    page = shell.page(places.MEMBERS)
    assert isinstance(page, MembersPage)
    settle(window)
    page.mailing.open_below(page.together)
    yield "mailing-menu", page.mailing
    page.mailing.close()
    unpaid = ContributionDialog(page._who(), shell.workspace, page)
    unpaid.year.setValue(2023)
    made: list[tuple[str, QDialog]] = [
        ("contribution", unpaid),
        ("addresses", AddressesDialog(page._who(), shell.workspace, page)),
        ("households", HouseholdsDialog(page._who(), shell.workspace, page)),
    ]
    for mailing in Mailing:
        dialog = MailingDialog(mailing, page._who(), shell.workspace, page)
        made.append((f"mailing-{mailing.value}", dialog))
    for name, one in made:
        yield from opened(name, window, lambda one=one: open_dialog(one))  # type: ignore[misc]
