# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups: verified copies in a folder, thinned by their names. Each is an administration."""

from __future__ import annotations

import contextlib
import datetime
from dataclasses import dataclass
from pathlib import Path

from buurthuis_admin.domain.backup_names import SUFFIX, backup_name, belongs_to, read_backup_name
from buurthuis_admin.domain.thinning import BackupReason, BackupStamp, thin
from buurthuis_admin.storage import copying, durable, making, problems, sqlite
from buurthuis_admin.storage.copying import Contents, CopyFailed
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup in a folder, by what its name says."""

    path: Path
    stamp: BackupStamp

    @property
    def size(self) -> int:
        """Bytes; 0 when it is gone meanwhile."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


def make(
    file: AdministrationFile, folder: Path, reason: BackupReason, at: datetime.datetime
) -> tuple[BackupFile, Contents]:
    """Make a backup of an open file and verify it; it never takes the place of another.

    Raises a FileProblem about the folder, or CopyFailed; then nothing of it is left.
    """
    wanted = folder / f"backup{SUFFIX}"
    with problems.explained(wanted), sqlite.explained(wanted):
        folder.mkdir(parents=True, exist_ok=True)
        durable.sweep(wanted)
        with durable.draft_beside(wanted) as draft:
            with file.reading() as connection:
                made = copying.copy_open(connection, draft, file.key)
            copying.finish(draft, file.key, made, file.slot)
            stamp = BackupStamp(made.revision, at, reason)
            path = folder / backup_name(file.path.stem, stamp)
            making.take_new_place(draft, path)
    return BackupFile(path, stamp), made


def found(folder: Path, stem: str) -> list[BackupFile]:
    """The backups of an administration in a folder, the newest revision first.

    Empty when the folder is not there: a stick that is not put in.
    """
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_file())
    except OSError:
        return []
    read = ((name, read_backup_name(name)) for name in names if belongs_to(name, stem))
    backups = [BackupFile(folder / name, stamp) for name, stamp in read if stamp is not None]
    return sorted(backups, key=lambda one: one.stamp.order, reverse=True)


def thin_out(folder: Path, stem: str) -> list[Path]:
    """Take away the backups that thinning gives up; which they were.

    Only after a new one was verified. One that is in use stays until the next time.
    """
    gone = []
    for stamp in thin(one.stamp for one in found(folder, stem)).evicted:
        with contextlib.suppress(PermissionError):
            (folder / stamp.file).unlink(missing_ok=True)
            gone.append(folder / stamp.file)
    if gone:
        durable.write_through(folder)
    return gone


def look(path: Path, key: FileKey) -> Contents | None:
    """What is in a backup; None when this key does not open it or it is damaged."""
    try:
        connection = sqlite.connect(path, key, "ro&immutable=1")
    except sqlite.DriverError:
        return None
    try:
        return copying.contents(connection)
    except sqlite.DriverError:
        return None
    finally:
        connection.close()


def is_whole(path: Path, key: FileKey) -> bool:
    """Whether a backup can be read from end to end without a fault."""
    try:
        copying.verify(path, key)
    except (CopyFailed, problems.FileProblem, sqlite.DriverError, OSError):
        return False
    return True
