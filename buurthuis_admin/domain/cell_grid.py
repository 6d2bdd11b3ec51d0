# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month as a grid: people down, days or meetings across; and a table pasted into it."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

Cell = TypeVar("Cell")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class GridPerson:
    """A row: the name as lists sort it."""

    id: int
    name: str


class CellGrid(Protocol[Cell, Value]):
    """What the grids of attendance and of hours have in common."""

    @property
    def first_day(self) -> datetime.date:
        """The first day of the month."""

    @property
    def people(self) -> tuple[GridPerson, ...]:
        """The rows."""

    @property
    def columns(self) -> Sequence[object]:
        """What stands above each column; two of the same month have the same."""

    @property
    def values(self) -> dict[Cell, Value]:
        """What is known of the cells; of all others nothing."""

    def cell(self, row: int, column: int) -> Cell:
        """What stands for a cell."""

    def is_open(self, cell: Cell) -> bool:
        """Whether a cell can be filled in."""

    def whose(self, cell: Cell) -> tuple[int, datetime.date]:
        """The person and the day of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted(Generic[Cell, Value]):
    """What a pasted table comes to: what changes, and an account of the rest."""

    changes: Mapping[Cell, Value | None]
    unclear: tuple[tuple[Cell, str], ...] = ()
    outside: int = 0  # cells that fell beyond the last row or column
    shut: int = 0  # cells that cannot be filled in, left as they were


def paste_cells(
    grid: CellGrid[Cell, Value],
    table: Sequence[Sequence[str]],
    row: int,
    column: int,
    read: Callable[[str], Value | None],
) -> Pasted[Cell, Value]:
    """What a table comes to when its corner is put on a cell. Nothing is written.

    ``read`` gives None for an empty text, and raises ValueError for what it cannot read.
    """
    changes: dict[Cell, Value | None] = {}
    unclear: list[tuple[Cell, str]] = []
    outside = shut = 0
    width = len(grid.columns)
    for down, texts in enumerate(table):
        for across, text in enumerate(texts):
            at, over = row + down, column + across
            if at >= len(grid.people) or over >= width:
                outside += bool(text.strip())
                continue
            cell = grid.cell(at, over)
            try:
                value = read(text)
            except ValueError:
                unclear.append((cell, text))
                continue
            if value == grid.values.get(cell):
                continue
            if grid.is_open(cell):
                changes[cell] = value
            else:
                shut += 1
    return Pasted(changes=changes, unclear=tuple(unclear), outside=outside, shut=shut)


def read_table(text: str) -> list[list[str]]:
    """Cells as a spreadsheet puts them on the clipboard: tabs between columns, quotes around what
    holds a tab or a line end, and a line end behind the last row.
    """
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    while rows and not any(cell.strip() for cell in rows[-1]) and len(rows[-1]) < 2:
        rows.pop()
    return rows


def write_table(rows: Iterable[Sequence[str]]) -> str:
    """Cells as a spreadsheet takes them from the clipboard."""
    written = io.StringIO(newline="")
    csv.writer(written, delimiter="\t", lineterminator="\n").writerows(rows)
    return written.getvalue()
