# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables without the columns that say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from buurthuis_admin.reporting.content import Block, Keep, Row, Simple, Table

Part = TypeVar("Part")


def without_column(table: Table, place: int) -> Table:
    """The table without one of its columns (from 0)."""
    return _with_columns(table, [at for at in range(len(table.columns)) if at != place])


def without_blanks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks whose tables have no column in which nothing stands."""
    for block in blocks:
        if isinstance(block, Keep):
            yield Keep(tuple(_filled(one) for one in block.blocks))
        else:
            yield _filled(block)


def _filled(block: Simple) -> Simple:
    if not isinstance(block, Table) or not block.rows:
        return block
    lines = [*block.rows, *([block.total] if block.total else [])]
    kept = [
        at for at in range(len(block.columns)) if not at or any(line.cells[at] for line in lines)
    ]
    return block if len(kept) == len(block.columns) else _with_columns(block, kept)


def _with_columns(table: Table, kept: Sequence[int]) -> Table:
    return replace(
        table,
        columns=_chosen(table.columns, kept),
        rows=tuple(_row(row, kept) for row in table.rows),
        total=None if table.total is None else _row(table.total, kept),
    )


def _row(row: Row, kept: Sequence[int]) -> Row:
    return replace(
        row,
        cells=_chosen(row.cells, kept),
        explain=_chosen(row.explain, kept) if row.explain else (),
    )


def _chosen(parts: Sequence[Part], kept: Sequence[int]) -> tuple[Part, ...]:
    return tuple(parts[at] for at in kept)
