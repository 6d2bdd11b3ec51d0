# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short words for asking and writing rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, Select, delete, insert, update

from buurthuis_admin.storage.bulk import next_id

Question: TypeAlias = Select[*tuple[Any, ...]]
AnyRow: TypeAlias = Row[*tuple[Any, ...]]

_AT_ONCE = 20_000  # SQLite takes a quarter of a million parameters; this is well below


def rows_of(
    connection: Connection, question: Question, column: Any, ids: Sequence[int] | None
) -> Iterable[AnyRow]:
    """The rows whose column is one of the ids; all rows without ids."""
    if ids is None:
        yield from connection.execute(question)
        return
    for start in range(0, len(ids), _AT_ONCE):
        yield from connection.execute(question.where(column.in_(ids[start : start + _AT_ONCE])))


def upsert(
    connection: Connection, table: type[Any], row_id: int | None, values: Mapping[str, Any]
) -> int:
    """Change the row with this id, or add one; returns its id, that no row ever had before."""
    if row_id is not None:
        connection.execute(update(table).where(table.id == row_id).values(**values))
        return row_id
    new_id = next_id(connection, table)
    connection.execute(insert(table).values(id=new_id, **values))
    return new_id


def delete_others(
    connection: Connection, table: type[Any], owner: Any, kept: Iterable[int | None]
) -> None:
    """Delete the rows that meet a condition and are not kept."""
    ids = [number for number in kept if number is not None]
    connection.execute(delete(table).where(owner, table.id.not_in(ids)))
