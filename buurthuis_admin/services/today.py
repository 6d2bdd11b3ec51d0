# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What asks for attention today, gathered from everywhere for the page 'Vandaag'."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.backups import BackupState
from buurthuis_admin.domain.month_visits import MonthVisits, days_compared, month_visits
from buurthuis_admin.domain.privacy import Deadline
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.domain.today import RECENT, UNFILLED_DAYS, Overview, subsidy_terms
from buurthuis_admin.storage import today_queries, unclear_queries
from buurthuis_admin.storage.file import AdministrationFile

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Sources:
    """Who is asked; each in its own words."""

    subsidies: Callable[[], Sequence[Subsidy]]
    deadlines: Callable[[datetime.date], Sequence[Deadline]]
    backups: Callable[[], BackupState]
    sheet_confirmed: Callable[[], bool]


class TodayService:
    """Reads; changes nothing."""

    def __init__(
        self,
        file: AdministrationFile,
        sources: Sources,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._sources, self._today = file, sources, today

    def day(self) -> datetime.date:
        """What day it is."""
        return self._today()

    def visits(self) -> MonthVisits:
        """This month so far, beside the same days of the year before."""
        day = self.day()
        by_day: dict[datetime.date, int] = {}
        with self._file.reading() as connection:
            for period in days_compared(day):
                by_day |= today_queries.visits_by_day(connection, period.start, period.end)
        return month_visits(day, by_day)

    def overview(self) -> Overview:
        """Everything as it is now."""
        day = self.day()
        sunday = day + (6 - day.weekday()) * _DAY
        with self._file.reading() as connection:
            around = today_queries.meetings(connection, day - UNFILLED_DAYS * _DAY, sunday)
            recent = today_queries.last_meetings(connection, day, RECENT)
            waiting = unclear_queries.count(connection)
        unfilled = [
            one
            for one in reversed(around)
            if one.day < day and not one.filled and one.state is not SessionState.CANCELLED
        ]
        return Overview(
            day=day,
            meetings=tuple(one for one in around if one.day == day),
            week=tuple(one for one in around if one.day > day),
            unfilled=tuple(unfilled),
            recent=tuple(one for one in recent if one not in unfilled),
            subsidies=tuple(subsidy_terms(self._sources.subsidies(), day)),
            deadlines=tuple(self._sources.deadlines(day)),
            backups=self._sources.backups(),
            sheet_missing=not self._sources.sheet_confirmed(),
            waiting_rows=waiting,
            read_only=self._file.read_only,
        )
