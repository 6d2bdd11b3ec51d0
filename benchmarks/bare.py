# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An encrypted administration opened by the driver alone: the floor under what we write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.data import PASSWORD
from buurthuis_admin.storage import slot_keeping, sqlite
from buurthuis_admin.storage.file import AdministrationFile

_SETTINGS = (
    "foreign_keys = ON",
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "cache_size = -65536",
)


def bare_connection(path: Path) -> Any:
    """A bare connection to an administration, made when it is not there; without any history."""
    if not path.exists():
        AdministrationFile.create(path, PASSWORD).close()
    file = AdministrationFile.open(path, PASSWORD)
    file.close()
    slot_keeping.move_beside(path, file.slot)
    connection = sqlite.connect(path, file.key, "rw")
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection
