# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whole copies of an administration: made in one step, and looked at before they count.

A copy is an administration by itself, with the key slot at its end. The online backup of SQLite
copies page by page between two keys, so that a copy can have another key as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from buurthuis_admin.storage import durable, problems, recognise, slot_keeping, sqlite
from buurthuis_admin.storage.keys import PAGE_SIZE, FileKey
from buurthuis_admin.storage.slots import KeySlot

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TABLES = (
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' "
    "AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'people_search%' ORDER BY name"
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What two copies of one administration must have in common: rows by table, and revision."""

    rows: dict[str, int]
    revision: int

    @property
    def people(self) -> int:
        """How many people there are."""
        return self.rows.get("people", 0)

    @property
    def attendances(self) -> int:
        """How many attendances there are."""
        return self.rows.get("attendances", 0)


class CopyFailed(Exception):
    """A copy is not what it was made of; the message says in what (for the log, in English)."""


def contents(connection: Any) -> Contents:
    """Count what stands in a file, through a bare connection."""
    names = [name for (name,) in connection.execute(_TABLES)]
    rows = {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608
        for name in names
    }
    revision = connection.execute("SELECT coalesce(max(id), 0) FROM change_sets").fetchone()[0]
    return Contents(rows, int(revision))


def copy_open(connection: Connection, copy: Path, key: FileKey) -> Contents:
    """Copy an open file to a new place; ``key`` is that of the copy. It is not verified yet."""
    return _copy(connection.connection.driver_connection, copy, key)


def copy_closed(path: Path, old: FileKey, copy: Path, new: FileKey) -> Contents:
    """Copy a closed file, as ``copy_open`` does."""
    source = sqlite.connect(path, old, "ro&immutable=1")
    try:
        return _copy(source, copy, new)
    finally:
        source.close()


def finish(copy: Path, key: FileKey, expected: Contents, slot: KeySlot | None) -> None:
    """Verify a copy and give it its key slot. Raises CopyFailed; then it does not count."""
    recognise.check_is_encrypted(copy)
    if verify(copy, key) != expected:
        raise CopyFailed("the copy has other rows")
    if slot is not None:
        slot_keeping.put_at_end(copy, slot)
    copy.chmod(0o600)
    durable.write_through(copy)


def _copy(source: Any, copy: Path, key: FileKey) -> Contents:
    target = sqlite.connect(copy, key, "rwc")
    try:
        target.execute("PRAGMA journal_mode = OFF")  # nobody knows this file yet
        source.backup(target)  # in one step: a stepped one never ends under a writer
    finally:
        target.close()
    return contents(source)


def verify(path: Path, key: FileKey) -> Contents:
    """Read a closed file from end to end. Raises CopyFailed when anything is wrong with it."""
    connection = sqlite.connect(path, key, "ro&immutable=1")
    try:
        faults = [*_faults(connection, path)]
        if faults:
            raise CopyFailed(faults[0])
        return contents(connection)
    finally:
        connection.close()


def _faults(connection: Any, path: Path) -> list[str]:
    said = (str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check"))
    # The key slot at the end is no page, and is not signed as one.
    found = [fault for fault in said if "invalid size" not in fault]
    if sqlite.number_of(connection, "page_count") != path.stat().st_size // PAGE_SIZE:
        found.append("the file has another number of pages than it says")
    found += [
        str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)") if row[0] != "ok"
    ]
    found += [f"row of {row[0]} without its owner" for row in _orphans(connection)]
    if sqlite.number_of(connection, "application_id") != sqlite.APPLICATION_ID:
        raise problems.NotAnAdministration(path)
    return found


def _orphans(connection: Any) -> list[Any]:
    return list(connection.execute("PRAGMA foreign_key_check"))
