# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.activities import EnrolmentState, SessionState
from buurthuis_admin.domain.planning import (
    CalendarSession,
    ClosedDays,
    ClosingDay,
    ClosingKind,
    Participant,
    next_waiting,
    overlaps,
    room_left,
    season_end,
    season_of,
)

DAY = datetime.date(2026, 12, 1)


def meeting(
    number: int, start: str = "", end: str = "", room: str = "Zaal", day: datetime.date = DAY
) -> CalendarSession:
    time = datetime.time.fromisoformat
    return CalendarSession(
        id=number,
        activity_id=number,
        activity=f"Activiteit {number}",
        day=day,
        starts_at=time(start) if start else None,
        ends_at=time(end) if end else None,
        room=room,
    )


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        (("10:00", "12:00"), ("11:59", "13:00"), True),
        (("10:00", "12:00"), ("12:00", "13:00"), False),
        (("10:00", "12:00"), ("10:30", "11:00"), True),
        (("10:00", ""), ("10:59", "12:00"), True),
        (("10:00", ""), ("11:00", "12:00"), False),
        (("", ""), ("20:00", "21:00"), True),
    ],
)
def test_a_room_is_booked_twice_when_times_meet(
    first: tuple[str, str], second: tuple[str, str], clash: bool
) -> None:
    assert bool(overlaps([meeting(1, *first), meeting(2, *second)])) is clash


def test_another_room_another_day_and_no_room_are_in_nobodys_way() -> None:
    one = meeting(1, "10:00", "12:00")
    assert not overlaps([one, meeting(2, "10:00", "12:00", room="Keuken")])
    assert not overlaps([one, meeting(2, "10:00", "12:00", day=DAY + datetime.timedelta(days=1))])
    assert not overlaps([meeting(1, room=""), meeting(2, room="")])
    assert overlaps([one, meeting(2, "10:00", "12:00", room="ZAAL")])


def test_what_does_not_go_on_books_no_room() -> None:
    cancelled = CalendarSession(
        id=2, activity_id=2, activity="Bingo", day=DAY, room="Zaal", state=SessionState.CANCELLED
    )
    assert not overlaps([meeting(1), cancelled])


@given(st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=12))
def test_overlaps_are_those_of_comparing_each_with_each(hours: list[tuple[int, int]]) -> None:
    sessions = [
        meeting(number, f"{min(pair):02d}:00", f"{max(pair):02d}:30")
        for number, pair in enumerate(hours, start=1)
    ]
    slow = {
        (one.id, other.id)
        for one, other in combinations(sessions, 2)
        if one.starts_at < other.ends_at and other.starts_at < one.ends_at  # type: ignore[operator]
    }
    assert {(pair.first.id, pair.second.id) for pair in overlaps(sessions)} == slow


def test_why_nothing_is_held() -> None:
    week = datetime.timedelta(days=6)
    school = ClosingDay(
        name="Kerstvakantie", first_day=DAY, last_day=DAY + week, kind=ClosingKind.SCHOOL
    )
    closed = ClosingDay(name="Verbouwing", first_day=DAY + week, last_day=DAY + week)
    holidays = {DAY - week: "Sinterklaas"}
    days = ClosedDays([school, closed], holidays)
    assert days.reason(DAY) == "Kerstvakantie"
    assert days.reason(DAY - week) == "Sinterklaas"
    assert days.reason(DAY + 2 * week) == ""
    goes_on = ClosedDays([school, closed], holidays, on_holidays=True, in_school_holidays=True)
    assert goes_on.reason(DAY) == ""
    assert goes_on.reason(DAY - week) == ""
    assert goes_on.reason(DAY + week) == "Verbouwing"


@pytest.mark.parametrize(
    ("day", "season"),
    [("2026-08-31", 2025), ("2026-09-01", 2026), ("2026-12-31", 2026), ("2027-01-01", 2026)],
)
def test_a_season_begins_in_september(day: str, season: int) -> None:
    found = datetime.date.fromisoformat(day)
    assert season_of(found) == season
    assert season_end(found) == datetime.date(season + 1, 8, 31)


def participant(number: int, state: EnrolmentState, position: int = 0) -> Participant:
    return Participant(
        enrolment_id=number,
        person_id=number,
        name=str(number),
        sorted_name=str(number),
        state=state,
        position=position,
    )


def test_who_waits_longest_is_next_and_places_are_counted() -> None:
    waiting, enrolled = EnrolmentState.WAITING, EnrolmentState.ENROLLED
    found = [participant(1, enrolled), participant(2, waiting, 2), participant(3, waiting, 1)]
    first = next_waiting(found)
    assert first is not None
    assert first.enrolment_id == 3
    assert next_waiting(found[:1]) is None
    assert room_left(None, found) is None
    assert room_left(2, found) == 1
    assert room_left(0, found) == 0
