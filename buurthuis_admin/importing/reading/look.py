# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cells wear besides their value, gathered by a second look, and joined to the values."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from buurthuis_admin.importing.reading.tidy import rectangle, shown_with_zeros
from buurthuis_admin.importing.workbook import MergedRange, Position, ReadCode, ReadNote, Sheet

MAX_POSITIONS = 50_000
"""More coloured or struck cells than this say nothing any more about single people."""


@dataclass(slots=True)
class Look:
    """Everything about the cells of one sheet that is not their value."""

    struck: set[Position] = field(default_factory=set)
    fills: dict[Position, str] = field(default_factory=dict)
    comments: dict[Position, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    missing: set[Position] = field(default_factory=set)
    zeros: dict[Position, str] = field(default_factory=dict)
    """The format of cells that show leading zeros, as shown_with_zeros takes it."""
    filled_cells: bool = False
    """Whether the sheet holds a value, whatever the first reader says."""


def make_sheet(
    name: str,
    rows: Sequence[Sequence[Any]],
    look: Look,
    *,
    hidden: bool = False,
    merged: Sequence[MergedRange] = (),
) -> Sheet:
    """The sheet of these values with this look, clipped to the rectangle of the values."""
    cells = rectangle(_with_zeros(rows, look), name)
    cells = _without(cells, look.errors)
    height, width = len(cells), len(cells[0]) if cells else 0

    def inside(position: Position) -> bool:
        return position[0] < height and position[1] < width

    return Sheet(
        name=name,
        rows=cells,
        hidden=hidden,
        merged=tuple(block for block in merged if inside((block.first_row, block.first_column))),
        struck=frozenset(filter(inside, look.struck)),
        fills={position: look.fills[position] for position in filter(inside, look.fills)},
        comments=dict(look.comments),
        hidden_rows=frozenset(row for row in look.hidden_rows if row < height),
        hidden_columns=frozenset(column for column in look.hidden_columns if column < width),
        error_cells=dict(look.errors),
        missing_values=frozenset(look.missing),
    )


def sheet_notes(sheet: Sheet) -> list[ReadNote]:
    """What the person may want to know of this sheet."""
    notes = []
    if sheet.error_cells:
        notes.append(_count(ReadCode.ERRORS_PRESENT, sheet, len(sheet.error_cells)))
    if sheet.missing_values:
        notes.append(_count(ReadCode.VALUES_MISSING, sheet, len(sheet.missing_values)))
    return notes


def as_cell(value: object) -> object:
    """A moment without a clock as a date; everything else as it is."""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date()
    return value


def _count(code: ReadCode, sheet: Sheet, count: int) -> ReadNote:
    return ReadNote(code, {"sheet": sheet.name, "count": count})


def _with_zeros(rows: Sequence[Sequence[Any]], look: Look) -> Sequence[Sequence[Any]]:
    if not look.zeros:
        return rows
    changed = [list(row) for row in rows]
    for (row, column), zeros in look.zeros.items():
        if row < len(changed) and column < len(changed[row]):
            shown = shown_with_zeros(changed[row][column], zeros)
            changed[row][column] = changed[row][column] if shown is None else shown
    return changed


def _without(rows: tuple[Any, ...], errors: dict[Position, str]) -> tuple[Any, ...]:
    """Error cells as None: readers differ in what they put there."""
    changed: dict[int, list[Any]] = {}
    for row, column in errors:
        if row < len(rows) and column < len(rows[row]) and rows[row][column] is not None:
            changed.setdefault(row, list(rows[row]))[column] = None
    return (
        tuple(tuple(changed.get(index, row)) for index, row in enumerate(rows)) if changed else rows
    )
