# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hours of volunteers in one month: people down, days across."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.cell_grid import GridPerson

Cell = tuple[int, datetime.date]  # person, day
ReadHours = Callable[[str], Decimal | None]  # None for an empty text; ValueError for no hours


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursGrid:
    """A month as it is on the disk. A ``CellGrid``.

    ``split`` are cells of several entries, such as two activities on a day: the list of hours
    changes those one by one.
    """

    first_day: datetime.date
    people: tuple[GridPerson, ...] = ()
    hours: dict[Cell, Decimal] = field(default_factory=dict)
    split: frozenset[Cell] = frozenset()

    @property
    def columns(self) -> list[datetime.date]:
        """Every day of the month."""
        count = calendar.monthrange(self.first_day.year, self.first_day.month)[1]
        return [self.first_day.replace(day=number) for number in range(1, count + 1)]

    @property
    def values(self) -> dict[Cell, Decimal]:
        """The hours."""
        return self.hours

    def cell(self, row: int, column: int) -> Cell:
        """The person and the day of a cell."""
        return self.people[row].id, self.first_day.replace(day=column + 1)

    def is_open(self, cell: Cell) -> bool:
        """Whether it can be filled in: it is not of several entries."""
        return cell not in self.split

    def whose(self, cell: Cell) -> tuple[int, datetime.date]:
        """The person and the day of a cell."""
        return cell
