# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can still be read of a damaged file. It is only ever read: not a byte of it changes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from buurthuis_admin.storage import sqlite
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey

_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
    "AND name NOT LIKE 'people_search%' AND name NOT LIKE 'alembic%' ORDER BY rootpage"
)
# History and the archive of imports say nothing that a person would type over from paper.
_LEFT_OUT = frozenset({"change_sets", "row_changes", "source_rows", "identity", "drafts"})
_AT_ONCE = 100
_LONGEST_LEAP = 1 << 20
_CLOSELY = 200
_ATTEMPTS = 20_000


@dataclass(slots=True)
class Salvaged:
    """The rows of one table that could be read; ``whole``: none was lost."""

    name: str
    columns: list[str]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    whole: bool = True


def salvage(path: Path, key: FileKey) -> list[Salvaged]:
    """Read every table as far as it goes; one of which nothing is left has no rows.

    Empty when not even the list of tables is left, or when the key is another.
    """
    with _Asking(path, key) as asking:
        try:
            names = [name for (name,) in asking.rows(_TABLES)]
        except sqlite.DriverError:
            return []
        return [_table(asking, name) for name in names if name not in _LEFT_OUT]


class _Asking:
    """A connection that is made anew after each fault.

    After one page that does not fit SQLCipher reads no other; until then one connection does.
    """

    def __init__(self, path: Path, key: FileKey) -> None:
        self._path = path
        self._key = key
        self._connection: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._leave()

    def rows(self, question: str, *values: Any) -> list[Any]:
        """All rows; raise DriverError when a page of them cannot be read."""
        if self._connection is None:
            self._connection = sqlite.connect_for_reading(self._path, self._key)
        try:
            return list(self._connection.execute(question, values))
        except sqlite.DriverError:
            self._leave()
            raise

    def _leave(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _table(asking: _Asking, name: str) -> Salvaged:
    described = asking.rows(f'PRAGMA table_info("{name}")')
    found = Salvaged(name, [column[1] for column in described])
    keys = sorted((column[5], column[1], column[2]) for column in described if column[5])
    try:
        found.rows = asking.rows(f'SELECT * FROM "{name}"')  # noqa: S608
    except sqlite.DriverError:
        found.whole = False
        if keys and keys[0][2] == "INTEGER":
            found.rows = list(_piece_by_piece(asking, name, keys[0][1]))
    return found


def _piece_by_piece(asking: _Asking, name: str, first: str) -> Iterator[tuple[Any, ...]]:
    """Go through a table by the first column of its key, and leap over what cannot be read."""
    begin, step, missed = 0, _AT_ONCE, 0
    for _attempt in range(_ATTEMPTS):
        rows = _some(asking, name, first, begin, step)
        if rows is None and step > 1:
            step = max(1, step // 4)
            continue
        yield from rows or ()
        missed = 0 if rows else missed + 1
        # One by one past a page or two; where all is lost, or the end is reached, ever further.
        leap = step << max(0, missed - _CLOSELY)
        if leap > _LONGEST_LEAP:
            return
        begin += leap
        step = _AT_ONCE if rows or (rows is not None and step > 1) else min(step * 2, _AT_ONCE)
        step = 1 if rows is None else step


def _some(
    asking: _Asking, name: str, first: str, begin: int, step: int
) -> list[tuple[Any, ...]] | None:
    """The rows of a stretch; None when a page of it cannot be read."""
    # Not 'between' for a single one: that looks at the next page too.
    chosen = f'"{first}" = ?' if step == 1 else f'"{first}" BETWEEN ? AND ? ORDER BY "{first}"'
    values = (begin,) if step == 1 else (begin, begin + step - 1)
    try:
        return asking.rows(f'SELECT * FROM "{name}" WHERE {chosen}', *values)  # noqa: S608
    except sqlite.DriverError:
        return None


def erasures(path: Path, key: FileKey) -> list[tuple[Any, ...]]:
    """Who was erased, as far as that can be read: time, fingerprint and kind."""
    with _Asking(path, key) as asking, contextlib.suppress(sqlite.DriverError):
        return asking.rows("SELECT at, fingerprint, kind FROM erasures")
    return []


def carry_erasures(file: AdministrationFile, rows: list[tuple[Any, ...]]) -> None:
    """Let an administration that was put back know who was erased since."""
    with file.bookkeeping() as connection:
        for row in rows:
            connection.exec_driver_sql(
                "INSERT OR IGNORE INTO erasures (at, fingerprint, kind) VALUES (?, ?, ?)", row
            )


def faults(file: AdministrationFile) -> list[str]:
    """Pages of an open file that are not what was written; read straight from the disk."""
    with file.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars()
        return [str(one) for one in said]
