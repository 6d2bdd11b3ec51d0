# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turning back a change set: undo, redo, and an import that is taken back months later.

It is itself a change and is recorded as one, so that it can be turned back in its turn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from buurthuis_admin.storage.history import candidates
from buurthuis_admin.storage.history.naming import name_of
from buurthuis_admin.storage.history.one_row import key_of, parts, row_of
from buurthuis_admin.storage.history.recorded import (
    INSERTED,
    RECORDED,
    UPDATED,
    Recorded,
)
from buurthuis_admin.storage.history.records import OF_SET, Span, span_of
from buurthuis_admin.storage.rows import AnyRow

_RUNS = (
    "SELECT operation, table_number, min(id), max(id), count(*) FROM ("
    "SELECT id, operation, table_number, "
    # A run: one operation after another of the same kind, whatever the table when deleted.
    "id - row_number() OVER (PARTITION BY operation, "
    "CASE operation WHEN 3 THEN 0 ELSE table_number END ORDER BY id) AS run "
    f"FROM {OF_SET}"
    ") GROUP BY operation, CASE operation WHEN 3 THEN 0 ELSE table_number END, run "
    "ORDER BY max(id) DESC"
)
_NAMED_AT_MOST = 200


class CannotTurnBack(Exception):
    """Something that was deleted cannot come back: its place is taken (``name``)."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__("a deleted row cannot come back")


@dataclass(slots=True)
class Turned:
    """What turning back did: so many rows; ``kept`` names what was changed since and stays."""

    rows: int = 0
    kept: dict[str, None] = field(default_factory=dict)

    def keep(self, name: str) -> None:
        """Remember a name once, in order."""
        if name and len(self.kept) < _NAMED_AT_MOST:
            self.kept[name] = None


def preview(connection: Connection, change_set_id: int) -> Turned:
    """What turning back would do, without doing it: only temporary tables are written."""
    span = span_of(connection, change_set_id)
    candidates.find(connection, span)
    turned = Turned()
    _name_what_stays(connection, turned)
    turned.rows = _count(connection, "SELECT count(*) FROM going")
    for record in _records(connection, span, UPDATED):
        one = RECORDED[record.table_number]
        changed = _still(connection, one, record)
        if changed:
            turned.rows += 1
        else:
            turned.keep(name_of(connection, one, key_of(one, record)))
    turned.rows += _count(
        connection,
        f"SELECT count(*) FROM {OF_SET} WHERE operation = 3 AND before IS NOT NULL",
        *span.places,
    )
    return turned


def turn_back(connection: Connection, change_set_id: int) -> Turned:
    """Turn back a change set inside a unit of work. Raises CannotTurnBack."""
    span = span_of(connection, change_set_id)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    candidates.find(connection, span)
    turned = Turned()
    _name_what_stays(connection, turned)
    runs = connection.exec_driver_sql(_RUNS, span.places).all()
    for operation, number, first, last, _rows in runs:
        part = Span(change_set_id, first, last + 1)
        if operation == INSERTED:
            turned.rows += _take_away(connection, RECORDED[number])
        elif operation == UPDATED:
            _change_back(connection, part, turned)
        else:
            turned.rows += _bring_back(connection, part)
    return turned


def _count(connection: Connection, question: str, *values: int) -> int:
    return int(connection.exec_driver_sql(question, values).scalar_one())


def _name_what_stays(connection: Connection, turned: Turned) -> None:
    rows = connection.exec_driver_sql(
        "SELECT table_number, key, key_2, word FROM staying ORDER BY table_number, key, key_2"
    )
    for number, key, key_2, word in rows.all():
        one = RECORDED[number]
        turned.keep(name_of(connection, one, parts(one, key, key_2, word)))


def _take_away(connection: Connection, one: Recorded) -> int:
    """Delete what was added and can go; all rows of the table at once."""
    key, key_2, word = one.row("t")
    return connection.exec_driver_sql(
        f"DELETE FROM main.{one.name} AS t WHERE ({key}, {key_2}, {word}) IN "
        f"(SELECT key, key_2, word FROM going WHERE table_number = {one.number})"
        if one.keys != ("id",)
        else f"DELETE FROM main.{one.name} WHERE id IN "
        f"(SELECT key FROM going WHERE table_number = {one.number})"
    ).rowcount


def _change_back(connection: Connection, span: Span, turned: Turned) -> None:
    for record in reversed(list(_records(connection, span, UPDATED))):
        one = RECORDED[record.table_number]
        key = key_of(one, record)
        columns = _still(connection, one, record)
        if len(columns) < len(json.loads(record.before or "{}")):
            turned.keep(name_of(connection, one, key))
        if columns:
            _set(connection, one, key, columns)
            turned.rows += 1


def _still(connection: Connection, one: Recorded, record: AnyRow) -> dict[str, object]:
    """The columns that still hold what the change put there, with their values of before."""
    before, after = json.loads(record.before or "{}"), json.loads(record.after or "{}")
    now = row_of(connection, one, key_of(one, record))
    if now is None:
        return {}
    return {name: value for name, value in before.items() if now[name] == after[name]}


def _set(
    connection: Connection, one: Recorded, key: dict[str, object], columns: dict[str, object]
) -> None:
    changes = ", ".join(f"{name} = ?" for name in columns)
    where = " AND ".join(f"{name} = ?" for name in key)
    connection.exec_driver_sql(
        f"UPDATE main.{one.name} SET {changes} WHERE {where}",
        (*columns.values(), *key.values()),
    )


def _bring_back(connection: Connection, span: Span) -> int:
    """Insert what was deleted; what was erased since has no content and does not come back."""
    brought = 0
    known = f"{OF_SET} WHERE operation = 3 AND before IS NOT NULL"
    counted = connection.exec_driver_sql(
        f"SELECT table_number, count(*) FROM {known} GROUP BY table_number",
        span.places,
    ).all()
    for number, expected in counted:
        one = RECORDED[number]
        values = ", ".join(f"json_extract(before, '$.{name}')" for name in one.columns)
        done = connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO main.{one.name} ({', '.join(one.columns)}) "
            f"SELECT {values} FROM {known} AND table_number = {number} ORDER BY id DESC",
            span.places,
        ).rowcount
        if done != expected:
            raise CannotTurnBack(one.name)
        brought += done
    return brought


def _records(connection: Connection, span: Span, operation: int) -> Iterator[AnyRow]:
    yield from connection.exec_driver_sql(
        f"SELECT * FROM {OF_SET} WHERE operation = ? ORDER BY id",
        (*span.places, operation),
    ).all()
