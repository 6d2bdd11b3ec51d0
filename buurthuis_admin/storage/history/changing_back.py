# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that were changed get their old values back, thousands in a few statements.

A column comes back only where the row still holds what the change put there. Records are taken a
block at a time, the last first. Few records, and rows that changed places in something that is
unique, go one after the other, the last first; of many, the last change of each row goes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from buurthuis_admin.storage.history.naming import name_of
from buurthuis_admin.storage.history.one_row import key_of
from buurthuis_admin.storage.history.recorded import UPDATED, Recorded
from buurthuis_admin.storage.history.records import OF_SET, Span
from buurthuis_admin.storage.history.turned import NAMED_AT_MOST, Turned

BLOCK = 5_000
FEW = 100
_MAKE = (
    "CREATE TEMP TABLE IF NOT EXISTS back (id INTEGER UNIQUE, layer INTEGER, row_key INTEGER, "
    "row_key_2 INTEGER, row_word TEXT, before TEXT, after TEXT, "
    "PRIMARY KEY (layer, row_key, row_key_2, row_word)) WITHOUT ROWID"
)
_FILL = (
    "INSERT INTO back SELECT id, row_number() OVER "
    "(PARTITION BY row_key, row_key_2, row_word ORDER BY id DESC), "
    f"row_key, row_key_2, row_word, before, after FROM {OF_SET} "
    f"WHERE table_number = ? AND operation = {UPDATED} AND before IS NOT NULL"
)
_COLUMNS = "SELECT DISTINCT j.key FROM back b, json_each(b.before) j"


_Which = tuple[str, int]  # a condition on the records, and its value


@dataclass(frozen=True, slots=True)
class _Block:
    """The records of a block that are in ``back``, and the columns that any of them changed."""

    one: Recorded
    columns: tuple[str, ...]

    @property
    def same_row(self) -> str:
        """SQL: ``t`` is the row of the record ``b``."""
        names = dict(zip(self.one.keys, ("row_key", "row_key_2"), strict=False))
        same = [f"t.{column} = b.{name}" for column, name in names.items()]
        if self.one.words:
            same.append(f"{self.one.row('t')[2]} = b.row_word")
        return " AND ".join(same)

    def still(self, column: str) -> str:
        """SQL: the record changed this column, and it still holds what was put there."""
        return f"({_changed(column)} AND t.{column} IS json_extract(b.after, '$.{column}'))"

    @property
    def any_still(self) -> str:
        """SQL: something of the record can be changed back."""
        return " OR ".join(map(self.still, self.columns))

    @property
    def any_lost(self) -> str:
        """SQL: something of the record cannot: the row is gone or was changed since."""
        lost = (
            f"({_changed(one)} AND t.{one} IS NOT json_extract(b.after, '$.{one}'))"
            for one in self.columns
        )
        return f"t.{self.one.columns[0]} IS NULL OR {' OR '.join(lost)}"


def _changed(column: str) -> str:
    return f"json_type(b.before, '$.{column}') IS NOT NULL"


def blocks_of(span: Span) -> Iterator[Span]:
    """The records of a span in blocks, the last ones first."""
    end = max(span.end, span.first + 1)  # a single record has no number of its own
    while end > span.first:
        first = max(span.first, end - BLOCK)
        yield Span(span.change_set_id, first, end)
        end = first


def change_back(connection: Connection, one: Recorded, span: Span, turned: Turned) -> None:
    """Change the rows of a block back; ``turned`` learns how many and what stays."""
    block = _take(connection, one, span)
    ids = connection.exec_driver_sql("SELECT id FROM back ORDER BY id DESC").scalars().all()
    if not block.columns:
        return
    if len(ids) > FEW and _change_back_at_once(connection, block, turned):
        return
    for number in ids:
        _keep_names(connection, block, ("b.id = ?", number), turned)
        turned.rows += _update(connection, block, ("b.id = ?", number))


def _change_back_at_once(connection: Connection, block: _Block, turned: Turned) -> bool:
    """False when rows changed places in something that is unique: then nothing was done."""
    mine = Turned()
    connection.exec_driver_sql("SAVEPOINT changing_back")
    well = _all_layers(connection, block, mine)
    if not well:
        connection.exec_driver_sql("ROLLBACK TO changing_back")
    connection.exec_driver_sql("RELEASE changing_back")
    if well:
        turned.add(mine)
    return well


def _all_layers(connection: Connection, block: _Block, turned: Turned) -> bool:
    layers = connection.exec_driver_sql("SELECT max(layer) FROM back").scalar_one()
    try:
        for layer in range(1, layers + 1):
            _keep_names(connection, block, ("b.layer = ?", layer), turned)
            turned.rows += _update(connection, block, ("b.layer = ?", layer))
    except IntegrityError:
        return False
    return True


def count_back(connection: Connection, one: Recorded, span: Span, turned: Turned) -> None:
    """What ``change_back`` would do, by the last change of each row."""
    block = _take(connection, one, span)
    if not block.columns:
        return
    turned.rows += connection.exec_driver_sql(
        f"SELECT count(*) FROM back b CROSS JOIN main.{one.name} t ON {block.same_row} "
        f"WHERE b.layer = 1 AND ({block.any_still})"
    ).scalar_one()
    _keep_names(connection, block, ("b.layer = ?", 1), turned)


def _take(connection: Connection, one: Recorded, span: Span) -> _Block:
    connection.exec_driver_sql(_MAKE)
    connection.exec_driver_sql("DELETE FROM back")
    connection.exec_driver_sql(_FILL, (*span.places, one.number))
    found = set(connection.exec_driver_sql(_COLUMNS).scalars())
    return _Block(one, tuple(column for column in one.columns if column in found))


def _keep_names(connection: Connection, block: _Block, which: _Which, turned: Turned) -> None:
    if turned.knows_enough:
        return
    where, value = which
    lost = connection.exec_driver_sql(
        f"SELECT b.row_key, b.row_key_2, b.row_word FROM back b LEFT JOIN main.{block.one.name} t "
        f"ON {block.same_row} WHERE {where} AND ({block.any_lost}) LIMIT {NAMED_AT_MOST}",
        (value,),
    )
    for record in lost.all():
        turned.keep(name_of(connection, block.one, key_of(block.one, record)))


def _update(connection: Connection, block: _Block, which: _Which) -> int:
    where, value = which
    values = ", ".join(
        f"{column} = CASE WHEN {block.still(column)} "
        f"THEN json_extract(b.before, '$.{column}') ELSE t.{column} END"
        for column in block.columns
    )
    return connection.exec_driver_sql(
        f"UPDATE main.{block.one.name} AS t SET {values} FROM back b "
        f"WHERE {where} AND {block.same_row} AND ({block.any_still})",
        (value,),
    ).rowcount
