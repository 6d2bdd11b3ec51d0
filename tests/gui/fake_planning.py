# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The planning of the administration in memory: a week with something on every day."""

from __future__ import annotations

import datetime

from buurthuis_admin.domain.activities import (
    EnrolmentState,
    Series,
    Session,
    SessionState,
    TallyType,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import (
    CalendarSession,
    ClosingDay,
    Helper,
    Overlap,
    Participant,
    Room,
    season_of,
)
from buurthuis_admin.domain.series import Scope
from buurthuis_admin.services.replanning import Preview
from tests.gui.quiet import TODAY

_DAY = datetime.timedelta(days=1)


class FakeSchedule:
    """The same meeting on every day of a period."""

    def today(self) -> datetime.date:
        return TODAY

    def calendar(self, period: Period, _activity_id: int | None = None) -> list[CalendarSession]:
        count = (period.end - period.start).days + 1
        return [self._on(period.start + number * _DAY, number) for number in range(count)]

    def _on(self, day: datetime.date, number: int) -> CalendarSession:
        return CalendarSession(
            id=number + 1,
            activity_id=1,
            activity="Koffieochtend",
            day=day,
            starts_at=datetime.time(10),
            ends_at=datetime.time(12),
            room="Grote zaal",
            leader="Els",
            state=SessionState.CANCELLED if number == 2 else SessionState.PLANNED,
        )

    def free_days(self, period: Period) -> dict[datetime.date, str]:
        return {period.start: "Tweede Kerstdag"}

    def to_extend(self, _until: datetime.date) -> int:
        return 12

    def session(self, session_id: int) -> Session:
        return Session(id=session_id, activity_id=1, day=TODAY)

    def shown(self, session_id: int) -> CalendarSession:
        return self._on(TODAY, session_id)

    def series_of(self, activity_id: int) -> list[Series]:
        return [
            Series(
                id=1,
                activity_id=activity_id,
                rule="FREQ=WEEKLY;BYDAY=TU",
                first_day=TODAY,
                starts_at=datetime.time(10),
                ends_at=datetime.time(12),
            )
        ]

    def preview(self, series: Series, _times: int | None = None) -> Preview:
        return Preview((series.first_day,), ((TODAY, "Tweede Kerstdag"),))

    def double_booked(self, _session: CalendarSession) -> list[Overlap]:
        return []

    def fixed(self, _session_id: int, _scope: Scope) -> int:
        return 0


class FakeEnrolments:
    """One on the list and one who waits."""

    def season(self) -> int:
        return season_of(TODAY)

    def participants(self, _activity_id: int) -> list[Participant]:
        states = (EnrolmentState.ENROLLED, EnrolmentState.WAITING)
        return [
            Participant(
                enrolment_id=number,
                person_id=number,
                name=f"Fatma Y\u0131lmaz {number}",
                sorted_name=f"Y\u0131lmaz {number}, Fatma",
                state=state,
                position=number - 1,
            )
            for number, state in enumerate(states, start=1)
        ]

    def helpers(self, activity_id: int) -> list[Helper]:
        return [Helper(id=1, activity_id=activity_id, person_id=3, name="Els Bakker")]


class FakeLists:
    """A line on every list."""

    def rooms(self) -> list[Room]:
        return [Room(id=1, name="Grote zaal", capacity=60)]

    def room_names(self) -> list[str]:
        return ["Grote zaal"]

    def closing_days(self) -> list[ClosingDay]:
        return [ClosingDay(id=1, name="Zomersluiting", first_day=TODAY, last_day=TODAY + 14 * _DAY)]

    def tally_types(self) -> list[TallyType]:
        return [TallyType(id=1, name="visitors"), TallyType(id=2, name="kinderen")]
