# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The attendance of one activity in one month: people down, sessions across."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from buurthuis_admin.domain.activities import Session
from buurthuis_admin.domain.attendance import Mark

Cell = tuple[int, int]  # session, person


@dataclass(frozen=True, slots=True)
class GridPerson:
    """A row: the name as lists sort it."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGrid:
    """A month as it is on the disk; ``marks`` holds only what is known."""

    activity_id: int
    activity: str
    first_day: datetime.date
    sessions: tuple[Session, ...] = ()
    people: tuple[GridPerson, ...] = ()
    marks: dict[Cell, Mark] = field(default_factory=dict)


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
