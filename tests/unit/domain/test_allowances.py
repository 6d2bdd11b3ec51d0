# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.allowances import (
    DEFAULT_MAXIMA,
    AllowanceState,
    check_allowance,
    is_young,
    maxima_of,
)

FINE, NEAR, OVER = AllowanceState
THIS = DEFAULT_MAXIMA[-1]
AMOUNTS = st.decimals(Decimal("0.01"), Decimal(400), places=2)
DAYS = st.dates(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
PAID = st.lists(st.tuples(DAYS, AMOUNTS), max_size=20)
HOURS = st.decimals(Decimal(0), Decimal(2000), places=2)


@given(PAID, HOURS, st.booleans())
def test_a_maximum_is_passed_exactly_when_more_was_paid(
    paid: list[tuple[datetime.date, Decimal]], hours: Decimal, young: bool
) -> None:
    found = check_allowance(paid, hours, THIS, young=young)
    total = sum((amount for _day, amount in paid), Decimal(0))
    months = [
        sum((amount for day, amount in paid if day.month == month), Decimal(0))
        for month in range(1, 13)
    ]
    assert found.whole_year == total
    assert (found.of_year is OVER) == (total > 2100)
    assert (found.of_year is not FINE) == (total >= 1890)
    assert (found.of_month is OVER) == any(month > 210 for month in months)
    assert (found.of_month is not FINE) == any(month >= 189 for month in months)
    at_most = Decimal("3.30") if young else Decimal("5.60")
    assert (found.of_hour is OVER) == (hours > 0 and total / hours > at_most)
    assert found.state == max(found.of_year, found.of_month, found.of_hour)


@given(PAID, DAYS, AMOUNTS, HOURS)
def test_paying_more_never_makes_it_better(
    paid: list[tuple[datetime.date, Decimal]], day: datetime.date, amount: Decimal, hours: Decimal
) -> None:
    before = check_allowance(paid, hours, THIS, young=False)
    after = check_allowance([*paid, (day, amount)], hours, THIS, young=False)
    assert after.state >= before.state


def test_at_the_maximum_is_near_and_a_cent_more_is_above() -> None:
    day = datetime.date(2025, 3, 7)
    assert check_allowance([(day, Decimal(210))], Decimal(0), THIS, young=False).state is NEAR
    assert check_allowance([(day, Decimal("210.01"))], Decimal(0), THIS, young=False).state is OVER
    assert check_allowance([(day, Decimal(188))], Decimal(0), THIS, young=False).state is FINE


@pytest.mark.parametrize(("year", "hour"), [(2019, "5.50"), (2024, "5.50"), (2031, "5.60")])
def test_a_year_that_is_not_known_has_the_maxima_nearest_before_it(year: int, hour: str) -> None:
    found = maxima_of(year, DEFAULT_MAXIMA)
    assert found is not None
    assert found.hour == Decimal(hour)


@pytest.mark.parametrize(
    ("born", "young"),
    [
        (datetime.date(2004, 1, 1), False),  # 21 on the first day of 2025
        (datetime.date(2004, 1, 2), True),
        (None, False),
    ],
)
def test_under_21_is_by_the_first_day_of_the_year(born: datetime.date | None, young: bool) -> None:
    assert is_young(born, 2025) is young
