# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may go: only who is nothing any more, and only after every term has ended."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.retention import (
    LastContact,
    PersonFacts,
    RetentionRules,
    who_may_go,
    years_later,
)

TODAY = datetime.date(2026, 1, 15)
RULES = RetentionRules()
days = st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 12, 31))
facts = st.builds(
    PersonFacts,
    id=st.integers(1, 9),
    name=st.sampled_from(("Berg, Jan", "Smit, Gerda")),
    active=st.booleans(),
    last=st.dictionaries(st.sampled_from(LastContact), days),
    last_paid_year=st.none() | st.integers(2000, 2026),
)


def somebody(**last: str) -> PersonFacts:
    return PersonFacts(
        id=1,
        name="Berg, Jan",
        active=False,
        last={LastContact(kind): datetime.date.fromisoformat(day) for kind, day in last.items()},
    )


def test_the_term_that_ends_last_counts() -> None:
    person = somebody(membership="2015-12-31", visit="2023-11-02")
    (found,) = who_may_go([person], RULES, TODAY)
    assert (found.contact, found.last_day) == (LastContact.VISIT, datetime.date(2023, 11, 2))
    assert found.since == datetime.date(2025, 11, 2)
    longer = replace(RULES, membership=12)
    assert who_may_go([person], longer, TODAY) == []


def test_on_the_last_day_somebody_is_still_kept() -> None:
    assert who_may_go([somebody(visit="2024-01-15")], RULES, TODAY) == []
    assert len(who_may_go([somebody(visit="2024-01-14")], RULES, TODAY)) == 1


def test_who_is_a_member_or_unknown_stays() -> None:
    old = somebody(membership="2001-01-01")
    assert who_may_go([replace(old, active=True)], RULES, TODAY) == []
    assert who_may_go([replace(old, last={})], RULES, TODAY) == []


def test_what_was_paid_is_kept_seven_years() -> None:
    old = somebody(membership="2001-01-01")
    until = {
        year: who_may_go([replace(old, last_paid_year=year)], RULES, TODAY)[0].money_until
        for year in (2018, 2019, 2023)
    }
    assert until == {2018: None, 2019: 2026, 2023: 2030}


def test_29_february() -> None:
    assert years_later(datetime.date(2024, 2, 29), 2) == datetime.date(2026, 2, 28)
    assert years_later(datetime.date(2024, 2, 29), 4) == datetime.date(2028, 2, 29)


@given(st.lists(facts, max_size=6), st.integers(0, 5))
def test_nobody_goes_within_any_term(people: list[PersonFacts], years: int) -> None:
    rules = RetentionRules(membership=years, visit=years, volunteering=years, other=years)
    found = who_may_go(people, rules, TODAY)
    assert [one.since for one in found] == sorted(one.since for one in found)
    stay = [person for person in people if person.active or not person.last]
    assert len(found) <= len(people) - len(stay)
    for one in found:
        assert one.last_day <= one.since < TODAY
