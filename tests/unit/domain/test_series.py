# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.series import (
    LAST,
    Every,
    Known,
    Repeat,
    Scope,
    SeriesWithoutDay,
    concerned,
    ended_before,
    parse_rule,
    renew,
    split,
)

DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2027, 12, 31))
UNTIL = st.none() | DAYS


@st.composite
def repeats(draw: st.DrawFn) -> Repeat:
    every = draw(st.sampled_from(Every))
    interval = draw(st.integers(1, 8))
    until = draw(UNTIL)
    weekday = st.integers(0, 6)
    if every is Every.WEEK:
        weekdays = draw(st.sets(weekday, min_size=1))
        return Repeat(interval=interval, weekdays=tuple(sorted(weekdays)), until=until)
    if every is Every.WEEKDAY_OF_MONTH:
        nth = draw(st.sampled_from([1, 2, 3, 4, 5, LAST]))
        one = (draw(weekday),)
        return Repeat(every=every, interval=interval, weekdays=one, nth=nth, until=until)
    day, month = draw(st.integers(1, 31)), draw(st.integers(1, 12))
    month = month if every is Every.YEAR else 1
    return Repeat(every=every, interval=interval, day=day, month=month, until=until)


@st.composite
def meetings(draw: st.DrawFn) -> list[Known]:
    """Meetings of a series: some moved to another day, some held."""
    stands_for = draw(st.lists(DAYS, unique=True, max_size=30))
    moved = st.integers(-3, 3).map(lambda days: datetime.timedelta(days=days))
    return [
        Known(id=number, series_day=day, day=day + draw(moved), fixed=draw(st.booleans()))
        for number, day in enumerate(stands_for, start=1)
    ]


@given(repeats())
def test_a_rule_is_read_back_as_what_was_meant(repeat: Repeat) -> None:
    assert parse_rule(repeat.rule) == repeat


@pytest.mark.parametrize(
    ("repeat", "rule"),
    [
        (Repeat(weekdays=(1,)), "FREQ=WEEKLY;BYDAY=TU"),
        (Repeat(interval=2, weekdays=(1, 3)), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"),
        (Repeat(every=Every.WEEKDAY_OF_MONTH, weekdays=(3,), nth=2), "FREQ=MONTHLY;BYDAY=2TH"),
        (
            Repeat(every=Every.YEAR, month=2, day=29, until=datetime.date(2032, 2, 29)),
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20320229",
        ),
    ],
)
def test_a_rule_is_written_as_the_standard_says(repeat: Repeat, rule: str) -> None:
    assert repeat.rule == rule


def test_a_series_without_a_day_has_no_rule() -> None:
    with pytest.raises(SeriesWithoutDay):
        _ = Repeat(weekdays=()).rule


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=1",
        "FREQ=MONTHLY;BYDAY=6TH",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=tomorrow",
        "nonsense",
        "",
    ],
)
def test_a_rule_that_says_more_than_our_words_is_left_alone(rule: str) -> None:
    assert parse_rule(rule) is None


@given(repeats(), DAYS)
def test_a_series_that_ends_never_ends_later_than_it_did(
    repeat: Repeat, day: datetime.date
) -> None:
    ended = parse_rule(ended_before(repeat.rule, day))
    assert ended is not None
    assert ended.until is not None
    assert ended.until < day
    assert repeat.until is None or ended.until <= repeat.until


@given(meetings(), st.sets(DAYS, max_size=30))
def test_what_was_held_is_kept_and_no_day_gets_two(
    known: list[Known], wanted: set[datetime.date]
) -> None:
    renewal = renew(wanted, known)
    fixed = {one.id for one in known if one.fixed}
    assert fixed <= set(renewal.keep)
    assert not fixed & set(renewal.drop)
    assert sorted([*renewal.keep, *renewal.drop]) == sorted(one.id for one in known)
    stands_for = [one.series_day for one in known if one.id in renewal.keep]
    after = [*stands_for, *renewal.add]
    assert len(after) == len(set(after))
    held_on = {one.day for one in known if one.fixed}
    assert not held_on & set(renewal.add)


@given(meetings(), st.sets(DAYS, max_size=30))
def test_planning_again_changes_nothing(known: list[Known], wanted: set[datetime.date]) -> None:
    first = renew(wanted, known)
    added = [
        Known(id=1000 + number, series_day=day, day=day) for number, day in enumerate(first.add)
    ]
    kept = [one for one in known if one.id in first.keep]
    again = renew(wanted, [*kept, *added])
    assert again.add == ()
    assert again.drop == ()


@given(meetings(), DAYS)
def test_a_cut_loses_nothing_and_doubles_nothing(known: list[Known], cut: datetime.date) -> None:
    halves = split(known, cut)
    assert sorted(one.id for one in (*halves.stay, *halves.go)) == sorted(one.id for one in known)
    assert all(one.series_day < cut for one in halves.stay)
    assert all(one.series_day >= cut for one in halves.go)


@given(meetings(), st.sampled_from(Scope), DAYS)
def test_a_change_is_never_for_what_was_held(
    known: list[Known], scope: Scope, cut: datetime.date
) -> None:
    found = concerned(known, scope, cut)
    assert not any(one.fixed for one in found)
    if scope is Scope.FOLLOWING:
        assert all(one.series_day >= cut for one in found)
    if scope is Scope.ALL:
        assert len(found) == sum(not one.fixed for one in known)
