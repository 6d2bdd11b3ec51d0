# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was reached of what was agreed: counted, never typed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from buurthuis_admin.domain.agreements import Agreement, Reached, agreement, period_of
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.subsidies import Indicator, Subsidy, Target
from buurthuis_admin.domain.text import fold
from buurthuis_admin.storage import agreement_queries, figures_queries
from buurthuis_admin.storage.bulk import Connection

_OLDEST = 130
_POSTCODE = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Came:
    """The sessions of a period: how many, with how many visits, and who was there by name."""

    sessions: int
    visits: int
    people: frozenset[int]


class AgreementCounter:
    """Counts over one connection; what several agreements share is counted once."""

    def __init__(self, connection: Connection, today: datetime.date) -> None:
        self._connection, self._today = connection, today
        self._came: dict[tuple[Period, tuple[int, ...] | None], Came] = {}

    def agreements(self, subsidy: Subsidy, per_cent: int) -> tuple[Agreement, ...]:
        """Every agreed result of a dossier with what was reached."""
        return tuple(self._agreement(one, subsidy, per_cent) for one in subsidy.targets)

    def _agreement(self, target: Target, subsidy: Subsidy, per_cent: int) -> Agreement:
        period = period_of(target, subsidy.period)
        activities = activities_of(target, subsidy)
        reached = Reached(value=None)
        if period is not None:
            reached = self.reached(target, period, activities)
        return agreement(target, period, reached, self._today, per_cent)

    def reached(
        self, target: Target, period: Period, activities: tuple[int, ...] | None
    ) -> Reached:
        """What was counted for an agreed result."""
        if target.kind is Indicator.OWN:
            return Reached(value=None)
        planned = agreement_queries.planned_sessions(
            self._connection, period, self._today, activities
        )
        value = _COUNTERS[target.kind](self, target, period, activities)
        held = self.came(period, activities).sessions
        return Reached(value=Decimal(value), held=held, planned=planned)

    def came(self, period: Period, activities: tuple[int, ...] | None) -> Came:
        """The sessions of a period and who was there."""
        key = (period, activities)
        if key not in self._came:
            sessions = visits = 0
            people: set[int] = set()
            for one in figures_queries.counted_sessions(self._connection, period, activities):
                sessions += 1
                visits += len(one.people) + one.anonymous
                people.update(one.people)
            self._came[key] = Came(sessions, visits, frozenset(people))
        return self._came[key]

    def _new_people(
        self, _target: Target, period: Period, activities: tuple[int, ...] | None
    ) -> int:
        before = agreement_queries.came_before(self._connection, period.start, activities)
        return len(self.came(period, activities).people - before)

    def _of_age(self, target: Target, period: Period, activities: tuple[int, ...] | None) -> int:
        """Age is that on 31 December of the year in which the period ends."""
        year = period.end.year
        oldest = _OLDEST if target.age_to is None else target.age_to
        born = agreement_queries.born_in(
            self._connection, year - oldest, year - (target.age_from or 0)
        )
        return len(self.came(period, activities).people & born)

    def _of_area(self, target: Target, period: Period, activities: tuple[int, ...] | None) -> int:
        lives = area_test(target.area)
        homes = agreement_queries.homes(self._connection)
        there = {number for number, postcode, area in homes if lives(postcode, area)}
        return len(self.came(period, activities).people & there)

    def _hours(
        self, _target: Target, period: Period, activities: tuple[int, ...] | None
    ) -> Decimal:
        return agreement_queries.hours(self._connection, period, activities)


def activities_of(target: Target, subsidy: Subsidy) -> tuple[int, ...] | None:
    """The activities that count: those of the agreement, else that of the dossier, else all."""
    if target.activities:
        return target.activities
    return None if subsidy.activity_id is None else (subsidy.activity_id,)


def area_test(area: str) -> Callable[[str, str], bool]:
    """Whether a postcode or a neighbourhood lies in an area: '3552, 3553' or 'Lombok'."""
    parts = [part.strip() for part in re.split(r"[,;\n]", area) if part.strip()]
    digits = tuple(part for part in parts if _POSTCODE.fullmatch(part))
    names = {fold(part) for part in parts if not _POSTCODE.fullmatch(part)}

    def lives(postcode: str, neighbourhood: str) -> bool:
        return (bool(digits) and postcode.startswith(digits)) or fold(neighbourhood) in names

    return lives


_COUNTERS: dict[Indicator, Callable[..., Decimal | int]] = {
    Indicator.SESSIONS: lambda counter, _target, *over: counter.came(*over).sessions,
    Indicator.VISITS: lambda counter, _target, *over: counter.came(*over).visits,
    Indicator.PEOPLE: lambda counter, _target, *over: len(counter.came(*over).people),
    Indicator.NEW_PEOPLE: AgreementCounter._new_people,
    Indicator.AGE_BAND: AgreementCounter._of_age,
    Indicator.NEIGHBOURHOOD: AgreementCounter._of_area,
    Indicator.VOLUNTEER_HOURS: AgreementCounter._hours,
}
