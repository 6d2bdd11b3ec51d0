# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hours of volunteers in one month: people down, days across."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.month_grid import GridPerson

Cell = tuple[int, datetime.date]  # person, day
ReadHours = Callable[[str], Decimal | None]  # None for an empty text; ValueError for no hours


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursGrid:
    """A month as it is on the disk.

    ``split`` are cells of several entries, such as two activities on a day: the list of hours
    changes those one by one.
    """

    first_day: datetime.date
    people: tuple[GridPerson, ...] = ()
    hours: dict[Cell, Decimal] = field(default_factory=dict)
    split: frozenset[Cell] = frozenset()

    @property
    def days(self) -> list[datetime.date]:
        """Every day of the month."""
        count = calendar.monthrange(self.first_day.year, self.first_day.month)[1]
        return [self.first_day.replace(day=number) for number in range(1, count + 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedHours:
    """What a pasted table comes to: what changes, and an account of the rest."""

    changes: dict[Cell, Decimal | None]
    unclear: tuple[tuple[Cell, str], ...] = ()
    outside: int = 0  # cells that fell beyond the last row or day
    split: int = 0  # cells of several entries, left as they were


def paste_hours(
    grid: HoursGrid, table: Sequence[Sequence[str]], row: int, column: int, read: ReadHours
) -> PastedHours:
    """What a table comes to when its corner is put on a cell. Nothing is written."""
    changes: dict[Cell, Decimal | None] = {}
    unclear: list[tuple[Cell, str]] = []
    outside = split = 0
    days = grid.days
    for down, texts in enumerate(table):
        for across, text in enumerate(texts):
            at, over = row + down, column + across
            if at >= len(grid.people) or over >= len(days):
                outside += bool(text.strip())
                continue
            cell = (grid.people[at].id, days[over])
            try:
                hours = read(text)
            except ValueError:
                unclear.append((cell, text))
                continue
            if hours == grid.hours.get(cell):
                continue
            if cell in grid.split:
                split += 1
            else:
                changes[cell] = hours
    return PastedHours(changes=changes, unclear=tuple(unclear), outside=outside, split=split)
