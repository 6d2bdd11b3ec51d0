# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the pages as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.gui import places
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go


def pages(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Each page of the sidebar, as it is first seen."""
    for key in (places.TODAY, places.MEMBERS, places.ACTIVITIES, places.IMPORT):
        go(shell, key)
        yield key, window
    shell.workspace.administration.backups.make(BackupReason.MANUAL)
    for key in (places.BACKUPS, places.PRIVACY, places.SAFETY, places.SETTINGS):
        go(shell, key)
        yield key, window
