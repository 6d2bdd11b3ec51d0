# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log of backups, the second place, and what differs between the file and a backup."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from buurthuis_admin.domain.backups import Attempt, BackupPlace, Count, Difference
from buurthuis_admin.domain.conflict_copies import Side
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.storage.copying import Contents
from buurthuis_admin.storage.history.naming import person_name
from buurthuis_admin.storage.keys import FileKey

_NAMED = 50
_KEPT_ATTEMPTS = 200
_COUNTED = ("people", "memberships", "activities", "sessions", "attendances", "subsidies")
_NAME = "initials, first, prefix, last, partner_prefix, partner_last, name_use"
_CHANGING = (
    f"{_NAME}, sex, born, street, house, postcode, town, neighbourhood, phone, mobile, email, "
    "iban, remark, household_id, archived, anonymised_on"
)
_INSERT = (
    "INSERT INTO backups_made (at, reason, place, file, revision, people, attendances, size, "
    "problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def note(
    connection: Connection,
    at: datetime.datetime,
    reason: BackupReason,
    place: BackupPlace,
    *,
    made: tuple[Path, Contents] | None = None,
    problem: str = "",
) -> None:
    """Remember that a backup was made, or why it failed; the oldest notes go."""
    name, size, counts = "", 0, (0, 0, 0)
    if made is not None:
        path, inside = made
        name, size = path.name, path.stat().st_size
        counts = (inside.revision, inside.people, inside.attendances)
    row = (at.isoformat(timespec="seconds"), reason.value, place.value, name)
    connection.exec_driver_sql(_INSERT, (*row, *counts, size, problem))
    connection.exec_driver_sql(
        "DELETE FROM backups_made WHERE id <= (SELECT max(id) FROM backups_made) - ?",
        (_KEPT_ATTEMPTS,),
    )


def attempts(connection: Connection) -> list[Attempt]:
    """What was tried, the newest first (as it was tried, whatever the clock said)."""
    rows = connection.exec_driver_sql(
        "SELECT at, place, problem, file FROM backups_made ORDER BY id DESC"
    )
    return [
        Attempt(datetime.datetime.fromisoformat(at), BackupPlace(place), problem, file)
        for at, place, problem, file in rows
    ]


def last_backed_up(connection: Connection) -> int:
    """The highest revision that is in a backup."""
    question = "SELECT coalesce(max(revision), 0) FROM backups_made WHERE problem = ''"
    return int(connection.exec_driver_sql(question).scalar_one())


def revision(connection: Connection) -> int:
    """The number of the last change."""
    question = "SELECT coalesce(max(id), 0) FROM change_sets"
    return int(connection.exec_driver_sql(question).scalar_one())


def differences(bare: Any, backup: Path, key: FileKey) -> Difference:
    """What differs between an open file and a backup, through a bare connection of the file.

    Raises what SQLite says when the backup cannot be read.
    """
    with _beside(bare, backup, key):
        return _compared(bare)


def sides(bare: Any, other: Path, key: FileKey) -> tuple[datetime.datetime | None, Side, Side]:
    """When two versions of a file were last the same, and what each changed since."""
    with _beside(bare, other, key):
        common = _common(bare)
        at = bare.execute("SELECT at FROM main.change_sets WHERE id = ?", (common,)).fetchone()
        moment = datetime.datetime.fromisoformat(at[0]) if at else None
        return moment, _side(bare, "main", common), _side(bare, "backup", common)


def _side(bare: Any, schema: str, common: int) -> Side:
    rows = bare.execute(
        f"SELECT at, sentence FROM {schema}.change_sets WHERE id > ? ORDER BY id DESC",  # noqa: S608
        (common,),
    ).fetchall()
    if not rows:
        return Side(0)
    at, sentence = rows[0]
    return Side(len(rows), datetime.datetime.fromisoformat(at), sentence)


@contextlib.contextmanager
def _beside(bare: Any, other: Path, key: FileKey) -> Iterator[None]:
    address = f"{other.absolute().as_uri()}?mode=ro&immutable=1"
    raw_key = f"x'{key.key.hex()}{key.salt.hex()}'"
    bare.execute("ATTACH DATABASE ? AS backup KEY ?", (address, raw_key))
    try:
        yield
    finally:
        bare.execute("DETACH DATABASE backup")


def _common(bare: Any) -> int:
    return int(
        bare.execute(
            "SELECT coalesce(max(m.id), 0) FROM main.change_sets m "
            "JOIN backup.change_sets b ON b.id = m.id AND b.token = m.token"
        ).fetchone()[0]
    )


def _compared(bare: Any) -> Difference:
    common = _common(bare)
    changes = bare.execute(
        "SELECT sentence FROM main.change_sets WHERE id > ? ORDER BY id DESC", (common,)
    ).fetchall()
    return Difference(
        counts=tuple(_count(bare, name) for name in _COUNTED),
        added=_people(bare, "main", "backup"),
        removed=_people(bare, "backup", "main"),
        changed=_changed(bare),
        changes=tuple(sentence for (sentence,) in changes[:_NAMED]),
        changes_count=len(changes),
    )


def _count(bare: Any, name: str) -> Count:
    now, then = (
        int(bare.execute(f"SELECT count(*) FROM {schema}.{name}").fetchone()[0])  # noqa: S608
        for schema in ("main", "backup")
    )
    return Count(name, now, then)


def _people(bare: Any, here: str, there: str) -> tuple[str, ...]:
    """People who are in the one and not in the other."""
    rows = bare.execute(
        f"SELECT {_NAME} FROM {here}.people "  # noqa: S608
        f"WHERE id NOT IN (SELECT id FROM {there}.people) ORDER BY sort_key LIMIT {_NAMED}"
    )
    return tuple(_full(row) for row in rows)


def _changed(bare: Any) -> tuple[str, ...]:
    rows = bare.execute(
        f"SELECT {_NAME} FROM main.people WHERE id IN (SELECT id FROM ("  # noqa: S608
        f"SELECT id, {_CHANGING} FROM main.people EXCEPT SELECT id, {_CHANGING} "
        "FROM backup.people)) AND id IN (SELECT id FROM backup.people) "
        f"ORDER BY sort_key LIMIT {_NAMED}"
    )
    return tuple(_full(row) for row in rows)


def _full(row: tuple[Any, ...]) -> str:
    return person_name(dict(zip(_NAME.split(", "), row, strict=True))).full
