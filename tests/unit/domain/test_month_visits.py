# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""This month so far beside the same days of last year."""

from __future__ import annotations

import datetime

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.month_visits import WeekVisits, days_compared, month_visits

MONDAY = datetime.date(2026, 11, 23)


def test_weeks_of_the_month_lie_beside_the_same_dates_of_last_year() -> None:
    by_day = {
        datetime.date(2026, 11, 1): 3,  # a Sunday: a week of one day
        datetime.date(2026, 11, 2): 10,
        datetime.date(2026, 11, 8): 5,
        MONDAY: 7,
        datetime.date(2025, 11, 1): 2,
        datetime.date(2025, 11, 8): 20,
        datetime.date(2025, 11, 23): 1,
    }
    found = month_visits(MONDAY, by_day)
    assert found.weeks[:2] == (
        WeekVisits(
            period=Period(datetime.date(2026, 11, 1), datetime.date(2026, 11, 1)),
            visits=3,
            before=2,
        ),
        WeekVisits(
            period=Period(datetime.date(2026, 11, 2), datetime.date(2026, 11, 8)),
            visits=15,
            before=20,
        ),
    )
    assert [one.period.start.day for one in found.weeks] == [1, 2, 9, 16, 23]
    assert found.weeks[-1].period == Period(MONDAY, MONDAY)
    assert (found.visits, found.before) == (25, 23)


def test_a_leap_day_has_no_day_beside_it() -> None:
    leap = datetime.date(2028, 2, 29)
    assert days_compared(leap)[1].end == datetime.date(2027, 2, 28)
    by_day = {datetime.date(2027, 2, 28): 4, leap: 6}
    found = month_visits(leap, by_day)
    assert (found.visits, found.before) == (6, 4)
