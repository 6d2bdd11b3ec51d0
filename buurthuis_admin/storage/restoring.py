# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting a backup back: whenever the power goes, the old file or the restored one is there.

What must outlive a restore goes along: who was erased, the log of backups, and the number of the
last change, so that revisions only ever go up.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

from buurthuis_admin.storage import (
    copying,
    durable,
    making,
    migrating,
    opening,
    problems,
    recognise,
    slot_keeping,
    sqlite,
)
from buurthuis_admin.storage.copying import CopyFailed
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey
from buurthuis_admin.storage.opening import Unlock
from buurthuis_admin.storage.schema import SCHEMA_VERSION
from buurthuis_admin.storage.slots import KeySlot

# Tables that the restored file takes from the one it replaces, and settings likewise.
_CARRIED = ("erasures", "backups_made")
_CARRIED_SETTINGS = ("second_place",)
_FINAL = (
    "INSERT INTO change_sets (id, at, sentence, kind, token, first_row) VALUES "
    "(?, ?, ?, 'final', lower(hex(randomblob(8))), "
    "(SELECT coalesce(max(id), 0) + 1 FROM row_changes))"
)

Mend = Callable[[AdministrationFile], object]


def restore(
    file: AdministrationFile, backup: Path, key: FileKey, sentence: str, mend: Mend
) -> None:
    """Put a backup in the place of the content of an open file, and go on with that.

    ``mend`` is done to the restored content before anybody sees it: erasing again who was
    erased. Raises a FileProblem or CopyFailed; then nothing was changed.
    """
    if file.slot is None:
        raise problems.KeySlotDamaged(file.path)
    with (
        problems.explained(file.path),
        sqlite.explained(file.path),
        durable.draft_beside(file.path) as draft,
    ):
        with sqlite.explained(backup):
            _copy(backup, key, draft, file.key)
        with file.reading() as connection:
            carried = _carried(connection.connection.driver_connection)
        _carry_over(draft, file.key, carried, sentence)
        _mended(draft, file.key, file.slot, mend)
        copying.verify(draft, file.key)
        file.replace_content(draft, file.key, file.slot)


def bring_back(path: Path, backup: Path, unlock: Unlock, aside: str) -> Path | None:
    """Put a backup in the place of a file that is damaged, empty or gone; it can then be opened.

    The damaged file is kept beside it: ``aside`` is put behind its name. Returns where. Raises
    a FileProblem or CopyFailed; then nothing was changed.
    """
    unlocked, _version = opening.look_inside(backup, unlock)
    if unlocked.slot is None:
        raise problems.KeySlotDamaged(backup)
    with opening.locked(path) as lock, problems.explained(path):
        with durable.draft_beside(path) as draft:
            with sqlite.explained(backup):
                expected = copying.copy_closed(backup, unlocked.key, draft, unlocked.key)
            copying.finish(draft, unlocked.key, expected, unlocked.slot)
            kept = _set_aside(path, aside)
            making.take_new_place(draft, path)
        lock.release()
    return kept


def _copy(backup: Path, key: FileKey, draft: Path, new: FileKey) -> None:
    version = recognise.check_inside(backup, key)
    expected = copying.copy_closed(backup, key, draft, new)
    if copying.verify(draft, new) != expected:
        raise CopyFailed("the copy of the backup has other rows")
    if version < SCHEMA_VERSION:
        migrating.migrate_copy(draft, new, expected)


def _carried(connection: Any) -> dict[str, Any]:
    rows: dict[str, Any] = {
        name: [tuple(row) for row in connection.execute(f"SELECT * FROM main.{name}")]  # noqa: S608
        for name in _CARRIED
    }
    marks = ", ".join("?" * len(_CARRIED_SETTINGS))
    rows["settings"] = [
        tuple(row)
        for row in connection.execute(
            f"SELECT key, value FROM settings WHERE key IN ({marks})",  # noqa: S608
            _CARRIED_SETTINGS,
        )
    ]
    rows["revision"] = connection.execute("SELECT max(id) FROM change_sets").fetchone()[0] or 0
    return rows


def _carry_over(draft: Path, key: FileKey, carried: dict[str, Any], sentence: str) -> None:
    connection = sqlite.connect(draft, key, "rw")
    try:
        connection.execute("BEGIN")
        connection.execute("DELETE FROM backups_made")
        for name in _CARRIED:
            for row in carried[name]:
                marks = ", ".join("?" * (len(row) - 1))
                connection.execute(
                    f"INSERT OR IGNORE INTO {name} VALUES (NULL, {marks})",  # noqa: S608
                    row[1:],
                )
        for row in carried["settings"]:
            connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", row)
        own = connection.execute("SELECT coalesce(max(id), 0) FROM change_sets").fetchone()[0]
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        connection.execute(_FINAL, (max(own, carried["revision"]) + 1, now, sentence))
        connection.execute("COMMIT")
    finally:
        connection.close()


def _mended(draft: Path, key: FileKey, slot: KeySlot, mend: Mend) -> None:
    """Do something to a draft as to any administration; it carries its slot afterwards."""
    slot_keeping.put_at_end(draft, slot)
    opened = AdministrationFile.open_with_sheet(draft, key)
    try:
        mend(opened)
    finally:
        opened.close()
    if slot_keeping.end_of(draft) != slot.to_bytes():
        raise CopyFailed("the draft did not close well")


def _set_aside(path: Path, aside: str) -> Path | None:
    """Rename a damaged file and what belongs to it; nothing of it is ever deleted."""
    kept = None
    for part in (path, slot_keeping.beside(path), *sqlite.left_beside(path)):
        if part.exists():
            to = _free_name(part, path, aside)
            part.rename(to)
            kept = kept or to
    return kept


def _free_name(part: Path, path: Path, aside: str) -> Path:
    ending = part.name[len(path.stem) :]
    for number in range(1, 1000):
        more = f" {number}" if number > 1 else ""
        name = path.with_name(f"{path.stem} - {aside}{more}{ending}")
        if not name.exists():
            return name
    raise problems.NotWritable(path)
