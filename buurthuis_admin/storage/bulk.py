# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many rows at once: read whole tables, and write thousands of rows in one statement.

For the import and for nothing else: screens ask for a page of rows, by the query modules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from buurthuis_admin.storage.history import recording
from buurthuis_admin.storage.history.recorded import recorded
from buurthuis_admin.storage.tables import Base

__all__ = [
    "Connection",
    "Table",
    "all_rows",
    "insert_rows",
    "next_id",
    "replace_rows",
    "update_rows",
]

Table = type[Base]
Values = Mapping[str, object]
# The driver keeps the interpreter while it binds rows: the window gets its turn in between.
_AT_ONCE = 2_000


def all_rows(connection: Connection, table: Table, *columns: str) -> Sequence[Row[Any]]:
    """All rows of a table, or some columns of them, in the order of their keys."""
    source = table.__table__
    chosen = [source.c[name] for name in columns] or list(source.c)
    return connection.execute(select(*chosen).order_by(*source.primary_key)).all()


def next_id(connection: Connection, table: Table) -> int:
    """The id that the next new row of a table can have."""
    one = recorded(table)
    if one is not None:
        return recording.next_id(connection, one)
    highest = connection.execute(select(func.max(table.__table__.c.id))).scalar()
    return int(highest or 0) + 1


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows that all have the same columns; nothing for no rows.

    History keeps them as one. The statement is made once and the driver gets the values as they
    are: for 50.000 people that saves half of the time.
    """
    if not rows:
        return
    one = recorded(table)
    if one is None:
        _insert(connection, table, rows)
        return
    if one.keys == ("id",) and "id" not in rows[0]:
        rows = _numbered(rows, recording.next_id(connection, one))
    with recording.as_one(connection, one, rows):
        _insert(connection, table, rows)


def _numbered(rows: Sequence[Values], first: int) -> list[Values]:
    return [{"id": number, **row} for number, row in enumerate(rows, first)]


def _insert(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    columns = list(rows[0])
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=columns)
    order = compiled.positiontup or columns
    for first in range(0, len(rows), _AT_ONCE):
        some = rows[first : first + _AT_ONCE]
        values = list(map(itemgetter(*order), some)) if len(order) > 1 else _single(order[0], some)
        connection.exec_driver_sql(compiled.string, values)


def _single(column: str, rows: Sequence[Values]) -> list[tuple[object, ...]]:
    return [(row[column],) for row in rows]


def update_rows(connection: Connection, table: Table, rows: Iterable[Values]) -> None:
    """Update rows by their id; each says which columns it changes."""
    for row in rows:
        values = {name: value for name, value in row.items() if name != "id"}
        statement = update(table).where(table.__table__.c.id == row["id"])
        connection.execute(statement.values(values))


def replace_rows(
    connection: Connection, table: Table, keys: Sequence[str], rows: Sequence[Values]
) -> None:
    """Insert rows by their key, in the place of those that have that key already."""
    if not rows:
        return
    source = table.__table__
    condition = [source.c[key] == bindparam(f"key_{key}") for key in keys]
    places = [{f"key_{key}": row[key] for key in keys} for row in rows]
    connection.execute(delete(table).where(*condition), places)
    insert_rows(connection, table, rows)
