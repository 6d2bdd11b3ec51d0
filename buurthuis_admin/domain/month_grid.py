# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The attendance of one activity in one month: people down, sessions across."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from buurthuis_admin.domain.activities import Session, SessionState
from buurthuis_admin.domain.attendance import Mark
from buurthuis_admin.domain.cell_grid import GridPerson

Cell = tuple[int, int]  # session, person


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthGrid:
    """A month as it is on the disk; ``marks`` holds only what is known. A ``CellGrid``."""

    activity_id: int
    activity: str
    first_day: datetime.date
    sessions: tuple[Session, ...] = ()
    people: tuple[GridPerson, ...] = ()
    marks: dict[Cell, Mark] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[Session, ...]:
        """The sessions."""
        return self.sessions

    @property
    def values(self) -> dict[Cell, Mark]:
        """The marks."""
        return self.marks

    def cell(self, row: int, column: int) -> Cell:
        """The session and the person of a cell."""
        return self.sessions[column].id or 0, self.people[row].id

    def is_open(self, cell: Cell) -> bool:
        """Whether the session took place, so that its cells can be filled in."""
        return self._session(cell).state is not SessionState.CANCELLED

    def whose(self, cell: Cell) -> tuple[int, datetime.date]:
        """The person and the day of a cell."""
        return cell[1], self._session(cell).day

    def _session(self, cell: Cell) -> Session:
        return next(one for one in self.sessions if (one.id or 0) == cell[0])
