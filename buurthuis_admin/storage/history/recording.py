# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""History of thousands of rows at once: one range instead of a record for each."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from sqlalchemy import Connection

from buurthuis_admin.storage.history.recorded import INSERTED, Recorded, recorded
from buurthuis_admin.storage.history.triggers import insert_trigger, on_insert

_ID = itemgetter("id")
_RANGE = (
    "INSERT INTO row_changes (change_set_id, table_number, operation, row_key, last_key) "
    "VALUES (change_number(), ?, ?, ?, ?)"
)
_ROW = (
    "INSERT INTO row_changes "
    "(change_set_id, table_number, operation, row_key, row_key_2, row_word) "
    "VALUES (change_number(), ?, ?, ?, ?, ?)"
)
_NEW_RANGES = (
    "SELECT row_key, coalesce(last_key, row_key) FROM row_changes "
    "WHERE table_number = ? AND operation = 1 "
    "AND change_set_id = change_number() "
    "AND id >= (SELECT first_row FROM change_sets WHERE id = change_set_id)"
)
_HIGHEST = (
    "SELECT max(coalesce((SELECT max(row_key) FROM row_changes "
    "WHERE table_number = :number AND row_key_2 = 0), 0), "
    "coalesce((SELECT max(last_key) FROM row_changes "
    "WHERE table_number = :number AND last_key IS NOT NULL), 0), "
    "coalesce((SELECT max(id) FROM {table}), 0))"
)


def next_id(connection: Connection, one: Recorded) -> int:
    """An id that no row of the table ever had: history names rows by their id for ever."""
    statement = _HIGHEST.format(table=one.name).replace(":number", str(one.number))
    return int(connection.exec_driver_sql(statement).scalar_one()) + 1


@contextlib.contextmanager
def as_one(
    connection: Connection, one: Recorded, rows: Sequence[Mapping[str, object]]
) -> Iterator[None]:
    """Insert these rows inside: they are recorded together. Those with an id are in its order."""
    connection.exec_driver_sql(f"DROP TRIGGER temp.{insert_trigger(one)}")
    yield
    if one.keys == ("id",):
        _record_ranges(connection, one, list(map(_ID, rows)))
    else:
        _record_rows(connection, one, rows)
    connection.exec_driver_sql(on_insert(one))


def _record_ranges(connection: Connection, one: Recorded, ids: list[int]) -> None:
    starts = [n for n, number in enumerate(ids) if n == 0 or number != ids[n - 1] + 1]
    ends = [*starts[1:], len(ids)]
    ranges = [
        (one.number, INSERTED, ids[start], ids[end - 1])
        for start, end in zip(starts, ends, strict=True)
    ]
    connection.exec_driver_sql(_RANGE, ranges)


def _record_rows(
    connection: Connection, one: Recorded, rows: Sequence[Mapping[str, object]]
) -> None:
    """The rows of which the owner is not new; the others go with it."""
    new = _new_owners(connection, one)
    column = one.follows[1] if one.follows else ""
    own = [
        row for row in rows if not any(first <= _int(row[column]) <= last for first, last in new)
    ]
    values = [
        (one.number, INSERTED, *_numbers(one, row), ":".join(str(row[w]) for w in one.words))
        for row in own
    ]
    if values:
        connection.exec_driver_sql(_ROW, values)


def _new_owners(connection: Connection, one: Recorded) -> list[tuple[int, int]]:
    owner = recorded(one.follows[0]) if one.follows else None
    if owner is None:
        return []
    found = connection.exec_driver_sql(_NEW_RANGES, (owner.number,))
    return [(int(first), int(last)) for first, last in found]


def _numbers(one: Recorded, row: Mapping[str, object]) -> tuple[int, int]:
    numbers = [_int(row[key]) for key in one.keys]
    return numbers[0], numbers[1] if len(numbers) > 1 else 0


def _int(value: object) -> int:
    return int(str(value))
