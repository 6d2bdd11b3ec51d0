# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreed against reached: the forecast, and when a difference asks for an explanation."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.agreements import (
    Basis,
    Reached,
    agreement,
    forecast,
    period_of,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.subsidies import Indicator, Target

YEAR = Period.year(2026)
VISITS = Target(indicator="Bezoeken", promised=Decimal(100), kind=Indicator.VISITS)
LATE, EARLY = datetime.date(2026, 11, 23), datetime.date(2026, 3, 1)
AFTER = datetime.date(2027, 1, 1)


def test_visits_follow_the_sessions_that_are_planned() -> None:
    found = forecast(Indicator.VISITS, Reached(value=Decimal(60), held=30, planned=10), YEAR, LATE)
    assert found is not None
    assert (found.value, found.basis, found.done, found.total) == (
        Decimal(80),
        Basis.SESSIONS,
        30,
        40,
    )


@pytest.mark.parametrize("kind", [Indicator.PEOPLE, Indicator.VOLUNTEER_HOURS])
def test_what_does_not_grow_with_sessions_follows_the_days(kind: Indicator) -> None:
    half = datetime.date(2026, 7, 2)  # day 183 of 365
    found = forecast(kind, Reached(value=Decimal(183), held=30, planned=10), YEAR, half)
    assert found is not None
    assert (found.value, found.basis, found.done, found.total) == (
        Decimal(365),
        Basis.DAYS,
        183,
        365,
    )


@pytest.mark.parametrize("day", [datetime.date(2025, 12, 31), YEAR.end, AFTER])
def test_before_and_after_the_period_there_is_no_forecast(day: datetime.date) -> None:
    assert forecast(Indicator.VISITS, Reached(value=Decimal(5)), YEAR, day) is None


@pytest.mark.parametrize(
    ("reached", "day", "due"),
    [
        (50, EARLY, False),  # there is time
        (50, LATE, True),  # it will not be reached any more
        (95, LATE, False),
        (89, AFTER, True),
        (90, AFTER, False),  # ten per cent is not more than ten per cent
        (110, AFTER, False),
        (111, AFTER, True),
        (130, LATE, False),  # more than agreed is told afterwards
    ],
)
def test_an_explanation_is_due_for_a_difference_over_ten_per_cent(
    reached: int, day: datetime.date, due: bool
) -> None:
    counted = Reached(value=Decimal(reached), held=10)
    assert agreement(VISITS, YEAR, counted, day).explanation_due is due
    explained = replace(VISITS, explanation="De zaal was dicht.")
    assert not agreement(explained, YEAR, counted, day).explanation_due


def test_what_cannot_be_counted_is_told_in_words_afterwards() -> None:
    own = replace(VISITS, kind=Indicator.OWN)
    assert not agreement(own, YEAR, Reached(value=None), LATE).explanation_due
    assert agreement(own, YEAR, Reached(value=None), AFTER).explanation_due
    assert agreement(own, YEAR, Reached(value=None), AFTER).difference is None


def test_an_agreement_can_have_a_period_of_its_own() -> None:
    spring = replace(VISITS, ends=datetime.date(2026, 6, 30))
    assert period_of(spring, YEAR) == Period(YEAR.start, datetime.date(2026, 6, 30))
    assert period_of(VISITS, None) is None
    wrong = replace(VISITS, starts=datetime.date(2027, 5, 1))
    assert period_of(wrong, YEAR) is None


@given(
    st.integers(0, 10**6), st.integers(1, 500), st.integers(0, 500), st.dates(YEAR.start, YEAR.end)
)
def test_a_forecast_is_never_less_than_what_was_reached(
    value: int, held: int, planned: int, day: datetime.date
) -> None:
    counted = Reached(value=Decimal(value), held=held, planned=planned)
    for kind in (Indicator.VISITS, Indicator.PEOPLE):
        found = forecast(kind, counted, YEAR, day)
        assert found is None or found.value >= value
        assert found is None or 0 < found.done <= found.total
