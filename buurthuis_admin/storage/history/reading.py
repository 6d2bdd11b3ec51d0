# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The history as it is shown: change sets, the newest first, and what each did to which fields."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence

from sqlalchemy import Connection

from buurthuis_admin.domain.history import (
    ChangeKind,
    ChangeSet,
    FieldChange,
    Operation,
    RowChange,
    Standing,
)
from buurthuis_admin.domain.text import fold
from buurthuis_admin.storage.history.candidates import standing_of
from buurthuis_admin.storage.history.naming import name_of
from buurthuis_admin.storage.history.one_row import Values, key_of, row_of
from buurthuis_admin.storage.history.recorded import (
    BY_NAME,
    DELETED,
    INSERTED,
    RECORDED,
    UPDATED,
    Recorded,
)
from buurthuis_admin.storage.history.records import OF_SET, span_of
from buurthuis_admin.storage.rows import AnyRow

_OPERATIONS = {
    INSERTED: Operation.ADDED,
    UPDATED: Operation.CHANGED,
    DELETED: Operation.DELETED,
}
_SETS = (
    "SELECT c.id, c.at, c.sentence, c.kind, c.reverts_id, "
    "coalesce((SELECT n.first_row FROM change_sets n WHERE n.id > c.id ORDER BY n.id LIMIT 1), "
    "(SELECT coalesce(max(id), 0) + 1 FROM row_changes)) - c.first_row "
    "+ (c.operation IS NOT NULL) AS rows FROM change_sets c "
)
_LATER = (
    "SELECT before FROM row_changes WHERE table_number = ? AND row_key = ? AND row_key_2 = 0 "
    "AND row_word = ? AND id > ? AND before IS NOT NULL ORDER BY id DESC"
)
_OF_ROW = (
    "SELECT change_set_id FROM row_changes "
    "WHERE table_number = :number AND row_key = :key AND row_key_2 = 0 "
    "UNION SELECT change_set_id FROM row_changes "
    "WHERE table_number = :number AND last_key >= :key AND row_key <= :key"
)
_SUMMARY = (
    "SELECT table_number, operation, sum(many) FROM (SELECT DISTINCT table_number, operation, "
    "row_key, row_key_2, row_word, coalesce(last_key, row_key) - row_key + 1 AS many "
    f"FROM {OF_SET}) GROUP BY table_number, operation"
)
# What is worked out from other columns tells a reader nothing.
_UNSHOWN = frozenset({"id", "sort_key", "search_text", "folded_name", "position"})


def change_sets(connection: Connection, offset: int, limit: int) -> list[ChangeSet]:
    """A part of the list of changes, the newest first."""
    rows = connection.exec_driver_sql(
        f"{_SETS} ORDER BY c.id DESC LIMIT ? OFFSET ?", (limit, offset)
    ).all()
    now = standing_of(connection)
    return [_change_set(row, now) for row in rows]


def found(connection: Connection, text: str) -> list[int]:
    """The numbers of changes whose sentence has all these words, the newest first.

    A word may be a day as it is written ('7-3-2024') or a part of a word; accents do not matter.
    """
    words = fold(text).split()
    rows = connection.exec_driver_sql("SELECT id, at, sentence FROM change_sets ORDER BY id DESC")
    return [number for number, at, sentence in rows if _has(words, at, sentence)]


def _has(words: Sequence[str], at: str, sentence: str) -> bool:
    told = fold(sentence)
    return all(word in told or _is_day(word, at) for word in words)


def _is_day(word: str, at: str) -> bool:
    if not word[0].isdigit():
        return False
    here = datetime.datetime.fromisoformat(at).astimezone()
    return word in (f"{here:%d-%m-%Y}", f"{here.day}-{here.month}-{here.year}", f"{here:%Y-%m-%d}")


def count(connection: Connection) -> int:
    """How many changes there ever were."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM change_sets").scalar_one())


def change_set(connection: Connection, change_set_id: int) -> ChangeSet | None:
    """One change, or None when there is none of this number."""
    found = change_sets_of(connection, [change_set_id])
    return found[0] if found else None


def change_sets_of(connection: Connection, ids: Sequence[int]) -> list[ChangeSet]:
    """These changes, the newest first."""
    known = ", ".join(str(int(number)) for number in ids) or "NULL"
    rows = connection.exec_driver_sql(f"{_SETS} WHERE c.id IN ({known}) ORDER BY c.id DESC").all()
    now = standing_of(connection)
    return [_change_set(row, now) for row in rows]


def latest_to_undo(connection: Connection) -> int | None:
    """The newest change that is in force; None when there is none.

    A change that cannot be taken back (an erasure, a restored backup) ends the row; one that
    changed nothing (saved as it was) is passed over.
    """
    undone = standing_of(connection).undone
    rows = connection.exec_driver_sql(
        "SELECT id, kind FROM change_sets WHERE kind IN ('change', 'final') ORDER BY id DESC"
    )
    for number, kind in rows:
        if kind == ChangeKind.FINAL:
            return None
        if number not in undone and _changed_something(connection, number):
            return int(number)
    return None


def _changed_something(connection: Connection, change_set_id: int) -> bool:
    question = f"SELECT EXISTS (SELECT 1 FROM {OF_SET})"
    places = span_of(connection, change_set_id).places
    return bool(connection.exec_driver_sql(question, places).scalar_one())


def latest_to_redo(connection: Connection) -> int | None:
    """The newest undo that is in force, unless something else was changed since."""
    undone = standing_of(connection).undone
    rows = connection.exec_driver_sql("SELECT id, kind FROM change_sets ORDER BY id DESC")
    for number, kind in rows:
        if kind in (ChangeKind.CHANGE, ChangeKind.FINAL):
            return None
        if kind == ChangeKind.UNDO and number not in undone:
            return int(number)
    return None


def changes_of_row(connection: Connection, table: str, row_id: int) -> set[int]:
    """The change sets that did something to a row, by its id."""
    values = {"number": BY_NAME[table].number, "key": row_id}
    return set(connection.exec_driver_sql(_OF_ROW, values).scalars())


def row_changes(
    connection: Connection, change_set_id: int, offset: int, limit: int
) -> list[RowChange]:
    """A part of what a change did, row by row and field by field, in the order it was done."""
    span = span_of(connection, change_set_id)
    records = connection.exec_driver_sql(
        f"SELECT * FROM {OF_SET} ORDER BY id LIMIT ? OFFSET ?",
        (*span.places, limit, offset),
    ).all()
    return [row_change(connection, record) for record in records]


def summary(connection: Connection, change_set_id: int) -> list[tuple[str, Operation, int]]:
    """How many rows of each table a change added, changed and deleted."""
    span = span_of(connection, change_set_id)
    rows = connection.exec_driver_sql(_SUMMARY, span.places).all()
    return [(RECORDED[table].name, _OPERATIONS[what], int(many)) for table, what, many in rows]


def place(connection: Connection, change_set_id: int) -> int:
    """Where a change stands in the list of changes: how many are newer."""
    question = "SELECT count(*) FROM change_sets WHERE id > ?"
    return int(connection.exec_driver_sql(question, (change_set_id,)).scalar_one())


def _change_set(row: AnyRow, now: Standing) -> ChangeSet:
    return ChangeSet(
        id=row.id,
        at=datetime.datetime.fromisoformat(row.at),
        sentence=row.sentence,
        kind=ChangeKind(row.kind),
        reverts_id=row.reverts_id,
        undone=row.id in now.undone,
        rows=row.rows,
    )


def row_change(connection: Connection, record: AnyRow) -> RowChange:
    """One record of the history, field by field."""
    one = RECORDED[record.table_number]
    key = key_of(one, record)
    many = (record.last_key or record.row_key) - record.row_key + 1
    return RowChange(
        table=one.name,
        key=tuple(key.values()),
        operation=_OPERATIONS[record.operation],
        name=name_of(connection, one, key) if many == 1 else "",
        fields=_fields(connection, one, record) if many == 1 else (),
        count=many,
    )


def _fields(connection: Connection, one: Recorded, record: AnyRow) -> tuple[FieldChange, ...]:
    before: Values = json.loads(record.before or "{}")
    if record.operation == INSERTED:
        before, after = {}, _as_inserted(connection, one, record)
    else:
        after = json.loads(record.after or "{}")
    return tuple(
        FieldChange(name, before.get(name), after.get(name))
        for name in one.columns
        if name not in _UNSHOWN
        and before.get(name) != after.get(name)
        and (before.get(name), after.get(name)) not in ((None, ""), ("", None))
    )


def _as_inserted(connection: Connection, one: Recorded, record: AnyRow) -> Values:
    """A row as it was added: as it is now, less what was changed since."""
    row = row_of(connection, one, key_of(one, record)) or {}
    if record.row_key_2:
        return row  # an attendance: what it said at first is not looked for
    place = (one.number, record.row_key, record.row_word, record.id)
    for later in connection.exec_driver_sql(_LATER, place).scalars():
        row = row | json.loads(later)
    return row
