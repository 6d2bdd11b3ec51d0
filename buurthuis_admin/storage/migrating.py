# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing an older file up to date: a verified backup, a copy, a check, and only then a swap.

Whenever the power goes, either the old file or the new one is there, whole.
"""

from __future__ import annotations

import datetime
from pathlib import Path

from buurthuis_admin.domain.backup_names import backup_name
from buurthuis_admin.domain.thinning import BackupReason, BackupStamp
from buurthuis_admin.storage import (
    copying,
    durable,
    engines,
    problems,
    recognise,
    slot_keeping,
    sqlite,
)
from buurthuis_admin.storage.copying import Contents, CopyFailed
from buurthuis_admin.storage.keys import FileKey
from buurthuis_admin.storage.opening import Unlocked
from buurthuis_admin.storage.schema import SCHEMA_VERSION, migrate

BACKUPS = "{stem} - reservekopieën"  # the folder beside the file; the same in every language


def backup_folder(path: Path) -> Path:
    """Where the backups beside an administration are."""
    return path.parent / BACKUPS.format(stem=path.stem)


def bring_up_to_date(path: Path, unlocked: Unlocked) -> Unlocked:
    """Migrate a closed file of which the program lock is held; returns the key it has then.

    A file of the first version gets a random key: its old one was made of the password, and
    stays that of the backup that is kept. Raises a FileProblem.
    """
    with problems.explained(path), sqlite.explained(path):
        durable.sweep(path)
        _settle(path, unlocked)
        new = unlocked.successor or unlocked
        try:
            with durable.draft_beside(path) as draft:
                before = copying.copy_closed(path, unlocked.key, draft, new.key)
                _keep_backup(path, unlocked, before)
                migrate_copy(draft, new.key, before)
                copying.finish(draft, new.key, copying.verify(draft, new.key), new.slot)
                draft.replace(path)
                durable.write_through(path.parent)
        except CopyFailed as error:
            raise problems.NotMigrated(path) from error
    return new


def _settle(path: Path, unlocked: Unlocked) -> None:
    """Have the changes that a crash left in the log moved into the file."""
    if not sqlite.left_beside(path):
        return
    slot_keeping.move_beside(path, unlocked.slot)
    connection = sqlite.connect(path, unlocked.key, "rw")
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    if unlocked.slot is not None:
        slot_keeping.move_to_end(path, unlocked.slot)


def _keep_backup(path: Path, unlocked: Unlocked, before: Contents) -> None:
    """The old file itself, verified, among the backups: an earlier program can open it."""
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    stamp = BackupStamp(
        revision=before.revision,
        at=datetime.datetime.now(datetime.UTC),
        reason=BackupReason.BEFORE_MIGRATION,
    )
    backup = folder / backup_name(path.stem, stamp)
    with durable.draft_beside(backup) as draft:
        draft.write_bytes(path.read_bytes())
        durable.write_through(draft)
        if copying.verify(draft, unlocked.key) != before:
            raise CopyFailed("the backup has other rows")
        draft.replace(backup)
    durable.write_through(folder)


def migrate_copy(draft: Path, key: FileKey, before: Contents) -> None:
    """Bring a copy that nobody uses yet up to date. Raises CopyFailed when rows are lost."""
    engine = engines.make_building_engine(draft, key)
    try:
        with engine.begin() as transaction:
            migrate(transaction, SCHEMA_VERSION)
    finally:
        engine.dispose()
    sqlite.check_settled(draft)
    recognise.check_is_encrypted(draft)
    after = copying.verify(draft, key)
    lost = [name for name, rows in before.rows.items() if after.rows.get(name) != rows]
    if lost:
        raise CopyFailed(f"rows of {', '.join(lost)} were lost")
