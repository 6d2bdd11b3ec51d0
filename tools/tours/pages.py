# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the pages as they stand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from buurthuis_admin.domain.conflict_copies import OtherVersion, Scheme
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.other_version import OtherVersionDialog
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go, opened


def pages(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Each page of the sidebar, as it is first seen."""
    for key in (places.TODAY, places.MEMBERS, places.ACTIVITIES, places.IMPORT):
        go(shell, key)
        yield key, window
    shell.workspace.administration.backups.make(BackupReason.MANUAL)
    for key in (places.BACKUPS, places.SAFETY, places.SETTINGS):
        go(shell, key)
        yield key, window
    other = OtherVersion(
        shell.workspace.administration.path.with_name("De Linde (conflict).buurthuis"),
        Scheme.DROPBOX,
        common=datetime.datetime(2026, 3, 14, 16, 5, tzinfo=datetime.UTC),
    )
    versions = OtherVersionDialog(other, shell)
    yield from opened("other-version", window, lambda: open_dialog(versions))
