# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two laptops that both changed a copy: the versions compared, and neither overwritten."""

from __future__ import annotations

import platform
from pathlib import Path

from buurthuis_admin.domain.conflict_copies import ConflictCopy, OtherVersion, conflict_copies
from buurthuis_admin.services.backups import BackupService
from buurthuis_admin.storage import backup_queries, backups, durable, problems, slot_keeping, sqlite
from buurthuis_admin.storage.file import AdministrationFile


class VersionService:
    """The conflict copies beside one open administration."""

    def __init__(self, file: AdministrationFile, backups_: BackupService) -> None:
        self._file, self._backups = file, backups_

    def others(self) -> list[OtherVersion]:
        """The copies that lie beside the file, each with what was changed on both sides."""
        path = self._file.path
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
        found = conflict_copies(names, path.name, platform.node())
        return [self._compared(copy) for copy in found]

    def _compared(self, copy: ConflictCopy) -> OtherVersion:
        path = self._file.path.with_name(copy.name)
        if not _is_closed(path) or backups.look(path, self._file.key) is None:
            return OtherVersion(path, copy.scheme, readable=False)
        with self._file.reading() as connection:
            bare = connection.connection.driver_connection
            try:
                common, here, there = backup_queries.sides(bare, path, self._file.key)
            except sqlite.DriverError:
                return OtherVersion(path, copy.scheme, readable=False)
        return OtherVersion(path, copy.scheme, True, common, here, there)

    def go_on_with_other(self, other: OtherVersion) -> None:
        """Take the content of the other version; the present one is kept as a backup.

        Raises a UserError; then nothing was changed.
        """
        _check_is_closed(other.path)
        self._backups.restore(other.path, other.there.at)
        self.set_aside(other)

    def set_aside(self, other: OtherVersion) -> Path:
        """Move the other version among the backups, where it stays for ever under its own name."""
        _check_is_closed(other.path)
        folder = self._backups.folder
        with problems.explained(other.path):
            folder.mkdir(exist_ok=True)
            to = folder / other.path.name
            number = 2
            while to.exists():
                to = folder / f"{other.path.stem} {number}{other.path.suffix}"
                number += 1
            other.path.rename(to)
            durable.write_through(folder)
        return to


def _check_is_closed(path: Path) -> None:
    if not _is_closed(path):
        raise problems.AdministrationInUse(path)


def _is_closed(path: Path) -> bool:
    """Whether all of it is in the one file: its last changes and its key slot too.

    While it is open, and after a crash until it is opened again, they lie beside it.
    """
    return not sqlite.left_beside(path) and not slot_keeping.beside(path).exists()
