# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which dossiers are open, how near their term is, and in which order they stand."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.privacy import Urgency
from buurthuis_admin.domain.subsidies import Instalment, Subsidy, SubsidyState
from buurthuis_admin.domain.today import Overview, subsidy_terms

TODAY = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


def dossier(days: int | None, state: SubsidyState = SubsidyState.AWARDED) -> Subsidy:
    return Subsidy(
        funder="Gemeente",
        purpose=f"in {days}",
        state=state,
        awarded=Decimal(1000),
        due_on=None if days is None else TODAY + days * DAY,
        instalments=(Instalment(received=Decimal(400)),),
    )


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(15, Urgency.CALM), (14, Urgency.SOON), (0, Urgency.SOON), (-1, Urgency.LATE)],
)
def test_a_term_is_amber_from_fourteen_days_and_red_when_past(days: int, urgency: Urgency) -> None:
    (term,) = subsidy_terms([dossier(days)], TODAY)
    assert term.urgency is urgency
    assert term.to_come == Decimal(600)


def test_the_nearest_stands_first_and_the_long_past_last() -> None:
    found = subsidy_terms([dossier(n) for n in (40, -400, None, -3, 5)], TODAY)
    assert [term.name for term in found] == ["in -3", "in 5", "in 40", "in None", "in -400"]
    overview = Overview(day=TODAY, subsidies=tuple(found))
    assert overview.to_come == Decimal(3000)


def test_what_is_accounted_for_waits_for_its_money_only() -> None:
    (term,) = subsidy_terms([dossier(-3, SubsidyState.ACCOUNTED)], TODAY)
    assert (term.due_on, term.urgency) == (None, Urgency.CALM)


@pytest.mark.parametrize(
    "state",
    [SubsidyState.REJECTED, SubsidyState.SETTLED, SubsidyState.WITHDRAWN, SubsidyState.APPLIED],
)
def test_what_is_closed_or_not_awarded_is_left_out(state: SubsidyState) -> None:
    assert subsidy_terms([dossier(-3, state)], TODAY) == []


def test_the_name_says_which_year() -> None:
    period = Period(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    subsidy = Subsidy(
        funder="Fonds", state=SubsidyState.AWARDED, due_on=TODAY, period=period, awarded=Decimal(1)
    )
    assert subsidy_terms([subsidy], TODAY)[0].name == "Fonds 2025"
