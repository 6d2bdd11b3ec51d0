# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The visits of this month so far, week by week, beside the same days of the year before."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from buurthuis_admin.domain.dates import Period

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekVisits:
    """A week as far as it lies in the month and is past; ``before``: the same days last year."""

    period: Period
    visits: int
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthVisits:
    """The month of a day up to and including that day."""

    day: datetime.date
    weeks: tuple[WeekVisits, ...]

    @property
    def visits(self) -> int:
        """All visits of this month so far."""
        return sum(one.visits for one in self.weeks)

    @property
    def before(self) -> int:
        """All visits on the same days of the year before."""
        return sum(one.before for one in self.weeks)


def days_compared(day: datetime.date) -> tuple[Period, Period]:
    """The days of the month up to a day, and those of the same dates a year earlier."""
    return Period(day.replace(day=1), day), Period(
        datetime.date(day.year - 1, day.month, 1), _a_year_before(day)
    )


def month_visits(day: datetime.date, by_day: Mapping[datetime.date, int]) -> MonthVisits:
    """The weeks of the month up to a day, from the visits of all days of ``days_compared``."""
    return MonthVisits(
        day=day,
        weeks=tuple(
            WeekVisits(
                period=week,
                visits=sum(by_day.get(one, 0) for one in _days(week)),
                before=sum(_of_last_year(by_day, one) for one in _days(week)),
            )
            for week in _weeks(day)
        ),
    )


def _weeks(day: datetime.date) -> Iterator[Period]:
    first = day.replace(day=1)
    while first <= day:
        last = min(first + (6 - first.weekday()) * _DAY, day)
        yield Period(first, last)
        first = last + _DAY


def _days(period: Period) -> Iterator[datetime.date]:
    day = period.start
    while day <= period.end:
        yield day
        day += _DAY


def _of_last_year(by_day: Mapping[datetime.date, int], day: datetime.date) -> int:
    before = _a_year_before(day)
    return by_day.get(before, 0) if before.day == day.day else 0  # 29 February has none


def _a_year_before(day: datetime.date) -> datetime.date:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    return datetime.date(day.year - 1, day.month, min(day.day, last))
