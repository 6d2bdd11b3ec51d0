# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A heading claims nothing that the figures do not bear out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.figures import ActivityFigures, Count, MemberFigures, YearFigures
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.reporting import headings
from buurthuis_admin.reporting.findings import (
    busiest_activity,
    busiest_month,
    decisions,
    hardest_grower,
    main_group,
    summer_is_quieter,
)

visits = st.integers(0, 9)
activities = st.dictionaries(st.integers(1, 6), visits, max_size=6)
months = st.lists(visits, min_size=12, max_size=12)


def figures(year: int, numbers: dict[int, int]) -> YearFigures:
    return YearFigures(
        year=year,
        activities=tuple(
            ActivityFigures(id=key, name=f"A{key}", count=Count(1 if number else 0, number))
            for key, number in numbers.items()
        ),
    )


def with_months(numbers: list[int]) -> YearFigures:
    return YearFigures(year=2022, months=tuple(Count(1, number) for number in numbers))


@given(activities, activities)
def test_a_grower_grew_more_than_every_other(now: dict[int, int], before: dict[int, int]) -> None:
    grower = hardest_grower(figures(2022, now), figures(2021, before))
    if grower is None:
        return
    growth = {key: number - before.get(key, 0) for key, number in now.items() if number}
    mine = int(grower.name[1:])
    assert growth[mine] == grower.now - grower.before > 0
    assert before[mine] == grower.before > 0
    assert all(growth[mine] > other for key, other in growth.items() if key != mine)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ({1: 9, 2: 9}, {1: 5, 2: 5}),  # both as much
        ({1: 9, 2: 4}, {1: 9, 2: 4}),  # neither
        ({1: 9}, {1: 5}),  # the only one
        ({1: 9, 2: 6}, {1: 8}),  # a new one rose more
        ({1: 0, 2: 0}, {1: 0, 2: 0}),
    ],
)
def test_no_grower_in_doubt(now: dict[int, int], before: dict[int, int]) -> None:
    assert hardest_grower(figures(2022, now), figures(2021, before)) is None


def test_no_grower_without_the_year_before() -> None:
    assert hardest_grower(figures(2022, {1: 9, 2: 6}), None) is None


@given(activities)
def test_the_busiest_activity_is_busier_than_all_others(now: dict[int, int]) -> None:
    if busiest := busiest_activity(figures(2022, now)):
        others = [number for key, number in now.items() if key != busiest.id]
        assert all(busiest.count.visits > number for number in others)
        assert sum(1 for number in now.values() if number) > 1


@given(months)
def test_a_quieter_summer_is_quieter(numbers: list[int]) -> None:
    if summer_is_quieter(with_months(numbers)):
        summer, others = numbers[5:8], numbers[:5] + numbers[8:]
        assert sum(summer) / 3 < sum(others) / 9
        assert all(others)


def test_a_year_that_is_half_filled_in_has_no_quiet_summer() -> None:
    assert not summer_is_quieter(with_months([0] * 8 + [9, 9, 9, 9]))


@given(months)
def test_the_busiest_month_is_busier_than_all_others(numbers: list[int]) -> None:
    if month := busiest_month(with_months(numbers)):
        others = numbers[: month - 1] + numbers[month:]
        assert all(numbers[month - 1] > number for number in others)


@given(st.lists(visits, max_size=5), visits)
def test_the_main_group_stays_main_whoever_is_unknown(sizes: list[int], unknown: int) -> None:
    groups = [(str(at), size) for at, size in enumerate(sizes)]
    main = main_group(groups, unknown)
    if main is None:
        return
    size = dict(groups)[main.key]
    others = [number for key, number in groups if key != main.key]
    if main.majority:
        assert size > sum(others) + unknown
    else:
        assert all(size > other + unknown for other in others)


STATES = st.lists(st.sampled_from(SubsidyState), max_size=6)


def dossiers(states: list[SubsidyState]) -> list[Subsidy]:
    return [Subsidy(funder="Fonds", state=state, requested=Decimal(1)) for state in states]


@given(STATES)
def test_applications_granted_are_applications(states: list[SubsidyState]) -> None:
    found = decisions(dossiers(states))
    assert 0 <= found.granted <= found.applications <= len(states)


@pytest.mark.language("nl")
@pytest.mark.parametrize(
    ("states", "heading"),
    [
        ("awarded awarded rejected applied", "Twee van de vier aanvragen zijn toegekend"),
        ("awarded rejected applied", "Een van de drie aanvragen is toegekend"),
        ("awarded settled accounted", "Alle drie de aanvragen zijn toegekend"),
        ("rejected withdrawn", "Geen van de twee aanvragen is toegekend"),
        ("awarded", "De aanvraag is toegekend"),
        ("rejected draft", "De aanvraag is niet toegekend"),
        ("draft", "Subsidies per subsidiegever"),
    ],
)
def test_subsidies_heading(states: str, heading: str) -> None:
    given_states = [SubsidyState(state) for state in states.split()]
    assert headings.subsidies_heading(dossiers(given_states)) == heading


@pytest.mark.parametrize(
    ("first", "last", "heading"),
    [
        (100, 112, "The number of members grew"),
        (112, 100, "The number of members fell"),
        (100, 100, "The number of members stayed the same"),
        (0, 100, "Members"),
        (3, 100, "Members"),
        (100, 2, "Members"),
    ],
)
def test_members_heading(first: int, last: int, heading: str) -> None:
    members = MemberFigures(on_first_day=first, on_last_day=last)
    assert headings.members_heading(members) == heading


def test_headings_name_their_subject_when_nothing_stands_out() -> None:
    empty = YearFigures(year=2022)
    assert headings.activities_heading(empty, None) == "Visits by activity"
    assert headings.months_heading(empty) == "Visits by month"
    assert headings.ages_heading(None) == "The age of the participants"
    assert headings.areas_heading(None) == "Where the participants live"


@pytest.mark.language("nl")
def test_age_headings_in_dutch() -> None:
    old = main_group([("27-66", 10), ("67+", 40)], 5)
    young = main_group([("0-3", 12), ("4-11", 5), ("67+", 5)], 3)
    assert headings.ages_heading(old) == "De meeste deelnemers zijn 67 jaar of ouder"
    assert headings.ages_heading(young) == "De grootste groep is 0–3 jaar"
