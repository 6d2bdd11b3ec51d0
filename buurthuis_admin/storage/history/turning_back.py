# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turning back a change set: undo, redo, and an import that is taken back months later.

It is itself a change and is recorded as one, so that it can be turned back in its turn.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from buurthuis_admin.storage.history import candidates
from buurthuis_admin.storage.history.changing_back import blocks_of, change_back, count_back
from buurthuis_admin.storage.history.naming import name_of
from buurthuis_admin.storage.history.one_row import parts
from buurthuis_admin.storage.history.recorded import (
    INSERTED,
    RECORDED,
    UPDATED,
    Recorded,
)
from buurthuis_admin.storage.history.records import OF_SET, Span, span_of
from buurthuis_admin.storage.history.turned import CannotTurnBack, Turned, Watch, unwatched
from buurthuis_admin.storage.rows import AnyRow

_RUNS = (
    "SELECT operation, table_number, min(id), max(id), count(*) FROM ("
    "SELECT id, operation, table_number, "
    # A run: one operation after another of the same kind; of insertions, in the same table.
    "id - row_number() OVER (PARTITION BY operation, "
    "CASE operation WHEN 1 THEN table_number END ORDER BY id) AS run "
    f"FROM {OF_SET}"
    ") GROUP BY operation, CASE operation WHEN 1 THEN table_number END, run "
    "ORDER BY max(id) DESC"
)


def preview(connection: Connection, change_set_id: int, watch: Watch = unwatched) -> Turned:
    """What turning back would do, without doing it: only temporary tables are written."""
    span = span_of(connection, change_set_id)
    candidates.find(connection, span)
    turned = Turned()
    _name_what_stays(connection, turned)
    turned.rows = _count(connection, "SELECT count(*) FROM going")
    progress = _Progress(watch, span.size)
    for operation, _number, first, last, _rows in _runs(connection, span):
        if operation == UPDATED:
            for block in blocks_of(Span(change_set_id, first, last + 1)):
                for one in _tables_in(connection, block):
                    count_back(connection, one, block, turned)
                progress.went(block.size)
    turned.rows += _count(
        connection,
        f"SELECT count(*) FROM {OF_SET} WHERE operation = 3 AND before IS NOT NULL",
        *span.places,
    )
    return turned


def turn_back(connection: Connection, change_set_id: int, watch: Watch = unwatched) -> Turned:
    """Turn back a change set inside a unit of work. Raises CannotTurnBack."""
    span = span_of(connection, change_set_id)
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    candidates.find(connection, span)
    turned = Turned()
    _name_what_stays(connection, turned)
    progress = _Progress(watch, span.size)
    for operation, number, first, last, rows in _runs(connection, span):
        part = Span(change_set_id, first, last + 1)
        if operation == UPDATED:
            for block in blocks_of(part):
                for one in _tables_in(connection, block):
                    change_back(connection, one, block, turned)
                progress.went(block.size)
            continue
        if operation == INSERTED:
            turned.rows += _take_away(connection, RECORDED[number])
        else:
            turned.rows += _bring_back(connection, part)
        progress.went(rows)
    return turned


def _runs(connection: Connection, span: Span) -> Sequence[AnyRow]:
    return connection.exec_driver_sql(_RUNS, span.places).all()


def _tables_in(connection: Connection, span: Span) -> list[Recorded]:
    question = f"SELECT DISTINCT table_number FROM {OF_SET} ORDER BY table_number"
    return [RECORDED[one] for one in connection.exec_driver_sql(question, span.places).scalars()]


class _Progress:
    """Counts the records that were dealt with."""

    def __init__(self, watch: Watch, total: int) -> None:
        self._watch, self._done, self._total = watch, 0, total
        watch(0, total)

    def went(self, records: int) -> None:
        self._done = min(self._done + records, self._total)
        self._watch(self._done, self._total)


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
