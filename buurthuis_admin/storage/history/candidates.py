# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which of the rows that a change set added can go again, and which have to stay.

A row stays when it was changed since, when something newer refers to it, or when it is a part of
a row that stays. Found out with sets of rows in temporary tables: an import of 50.000 people is
turned back by some hundred statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from buurthuis_admin.domain.history import Standing, standing
from buurthuis_admin.storage.history.recorded import BY_NAME, INSERTED, RECORDED, UPDATED, Recorded
from buurthuis_admin.storage.history.records import OF_SET, SINCE, Span

_ROWS = (
    "(table_number INTEGER, key INTEGER, key_2 INTEGER, word TEXT, "
    "PRIMARY KEY (table_number, key, key_2, word)) WITHOUT ROWID"
)
_REFERENCES = (
    "(table_number INTEGER, key INTEGER, key_2 INTEGER, word TEXT, name TEXT, put INTEGER, "
    "PRIMARY KEY (table_number, key, key_2, word, name)) WITHOUT ROWID"
)
_TABLES = (
    f"CREATE TEMP TABLE IF NOT EXISTS going {_ROWS}",
    f"CREATE TEMP TABLE IF NOT EXISTS staying {_ROWS}",
    "CREATE TEMP TABLE IF NOT EXISTS cancelled (id INTEGER PRIMARY KEY)",
    f"CREATE TEMP TABLE IF NOT EXISTS rewritten {_REFERENCES}",
    "DELETE FROM rewritten",
    "DELETE FROM going",
    "DELETE FROM staying",
    "DELETE FROM cancelled",
)
_REVERTING = "SELECT id, reverts_id FROM change_sets WHERE reverts_id IS NOT NULL"


def find(connection: Connection, span: Span) -> None:
    """Fill ``going`` with the added rows that can go, ``staying`` with those that cannot."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    added = _tables(connection, span, INSERTED)
    if not added:
        return
    _note_cancelled(connection)
    _note_rewritten(connection, span)
    touched = [one for one in added if _added(connection, one, span)]
    for one in RECORDED.values():
        owner = one.follows[0] if one.follows else None
        if owner is not None and any(other.model is owner for other in touched):
            _add_followers(connection, one)
    _leave_what_was_changed_since(connection, span)
    present = connection.exec_driver_sql("SELECT DISTINCT table_number FROM going").scalars()
    going = [RECORDED[number] for number in present]
    while sum(_leave(connection, one) for one in going):
        pass


def _tables(connection: Connection, span: Span, operation: int) -> list[Recorded]:
    """The tables of which the change set has records of this kind."""
    question = f"SELECT DISTINCT table_number FROM {OF_SET} WHERE operation = ?"
    found = connection.exec_driver_sql(question, (*span.places, operation)).scalars()
    return [RECORDED[number] for number in sorted(found)]


def _note_cancelled(connection: Connection) -> None:
    now = standing_of(connection)
    ids = [(number,) for number in sorted(now.without_effect)]
    if ids:
        connection.exec_driver_sql("INSERT INTO cancelled VALUES (?)", ids)


def _note_rewritten(connection: Connection, span: Span) -> None:
    """Which rows were made to refer to another row: they refer to the old one again afterwards."""
    for one in _tables(connection, span, UPDATED):
        for column, _table in one.references:
            path = f"'$.{column}'"
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO rewritten SELECT table_number, row_key, row_key_2, "
                f"row_word, '{column}', json_extract(after, {path}) FROM {OF_SET} "
                f"WHERE table_number = {one.number} "
                f"AND operation = {UPDATED} "
                f"AND json_extract(before, {path}) IS NOT json_extract(after, {path})",
                span.places,
            )


def standing_of(connection: Connection) -> Standing:
    """Which change sets are undone now."""
    rows = connection.exec_driver_sql(_REVERTING)
    return standing((int(change), int(reverted)) for change, reverted in rows)


def _added(connection: Connection, one: Recorded, span: Span) -> int:
    key, key_2, word = one.row("t")
    same = f"r.row_key_2 = {key_2}" if len(one.keys) > 1 else "1"
    between = (
        "t.id BETWEEN r.row_key AND coalesce(r.last_key, r.row_key)"
        if one.keys == ("id",)
        else f"{key} = r.row_key AND {same} AND {word} = r.row_word"
    )
    return connection.exec_driver_sql(
        f"INSERT OR IGNORE INTO going SELECT {one.number}, {key}, {key_2}, {word} "
        f"FROM {OF_SET} r CROSS JOIN main.{one.name} t ON {between} "
        f"WHERE r.table_number = {one.number} AND r.operation = {INSERTED}",
        span.places,
    ).rowcount


def _add_followers(connection: Connection, one: Recorded) -> None:
    """Rows that came with a new row of another table, and so have no record of their own."""
    assert one.follows is not None
    owner, column = one.follows
    number = BY_NAME[str(owner.__tablename__)].number
    key, key_2, word = one.row("t")
    connection.exec_driver_sql(
        f"INSERT OR IGNORE INTO going SELECT {one.number}, {key}, {key_2}, {word} "
        f"FROM going g CROSS JOIN main.{one.name} t ON t.{column} = g.key "
        f"WHERE g.table_number = {number}"
    )


def _leave_what_was_changed_since(connection: Connection, span: Span) -> None:
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO staying SELECT g.* "
        f"FROM {SINCE} r CROSS JOIN going g "
        "ON g.table_number = r.table_number AND g.key = r.row_key AND g.key_2 = r.row_key_2 "
        "AND g.word = r.row_word "
        "WHERE r.change_set_id NOT IN (SELECT id FROM cancelled)",
        span.after,
    )
    connection.exec_driver_sql(
        "DELETE FROM going WHERE (table_number, key, key_2, word) IN (SELECT * FROM staying)"
    )


def _leave(connection: Connection, one: Recorded) -> int:
    """Have the rows of a table stay that must; how many."""
    left = 0
    for condition in (*_referred_to(one), *_part_of_what_stays(one)):
        where = f"table_number = {one.number} AND {condition}"
        connection.exec_driver_sql(
            f"INSERT OR IGNORE INTO staying SELECT * FROM going WHERE {where}"
        )
        left += connection.exec_driver_sql(
            "DELETE FROM going WHERE "
            f"table_number = {one.number} AND (table_number, key, key_2, word) IN "
            f"(SELECT * FROM staying WHERE table_number = {one.number})"
        ).rowcount
    return left


def _referred_to(one: Recorded) -> Iterator[str]:
    """Conditions: a row that does not go refers to this one."""
    if one.keys != ("id",):
        return
    for other in RECORDED.values():
        for column, name in other.references:
            if name == one.name and other.name != "source_rows":
                key, key_2, word = other.row("c")
                yield (
                    f"EXISTS (SELECT 1 FROM main.{other.name} c WHERE c.{column} = going.key "
                    f"AND NOT EXISTS (SELECT 1 FROM going AS o WHERE o.table_number = "
                    f"{other.number} AND o.key = {key} AND o.key_2 = {key_2} AND o.word = {word}) "
                    f"AND NOT EXISTS (SELECT 1 FROM rewritten x WHERE x.table_number = "
                    f"{other.number} AND x.key = {key} AND x.key_2 = {key_2} "
                    f"AND x.word = {word} AND x.name = '{column}' AND x.put = c.{column}))"
                )


def _part_of_what_stays(one: Recorded) -> Iterator[str]:
    """Conditions: the row that this one is a part of stays."""
    for column in one.part_of:
        table = BY_NAME[dict(one.references)[column]]
        if one.keys == ("id",):
            mine = f"(SELECT t.{column} FROM main.{one.name} t WHERE t.id = going.key)"
        else:
            mine = "going.key" if one.keys[0] == column else "going.key_2"
        yield (
            f"EXISTS (SELECT 1 FROM staying s WHERE s.table_number = {table.number} "
            f"AND s.key = {mine})"
        )
