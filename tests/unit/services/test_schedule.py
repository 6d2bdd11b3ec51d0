# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Series,
    Session,
    SessionState,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.planning import CalendarSession, ClosingDay, ClosingKind, Room
from buurthuis_admin.domain.series import Every, Repeat, Scope
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.recurrence import bounded, days_from, days_of, public_holidays
from buurthuis_admin.services.replanning import (
    AlreadyHeld,
    EndBeforeStart,
    NothingPlanned,
    Values,
)
from buurthuis_admin.services.schedule import ScheduleService

TODAY = datetime.date(2026, 9, 1)  # a Tuesday
TUESDAYS = Repeat(weekdays=(1,))
TEN, TWELVE, NOON = datetime.time(10), datetime.time(12), datetime.time(13)
SEASON = Period(datetime.date(2026, 9, 1), datetime.date(2027, 8, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture
def schedule(administration: Administration) -> ScheduleService:
    made = ScheduleService(administration._file, administration.changed, lambda: TODAY)
    administration.__dict__["schedule"] = made
    return made


@pytest.fixture
def coffee(administration: Administration) -> int:
    return administration.activities.save(
        Activity(name="Koffieochtend", room="Grote zaal", leader="Els")
    )


def tuesdays(activity_id: int, until: str = "2026-10-27", **more: object) -> Series:
    repeat = Repeat(weekdays=(1,), until=day(until))
    return Series(
        activity_id=activity_id,
        rule=repeat.rule,
        first_day=TODAY,
        starts_at=TEN,
        ends_at=TWELVE,
        **more,  # type: ignore[arg-type]
    )


def days(schedule: ScheduleService, period: Period = SEASON) -> list[str]:
    return [f"{one.day:%m-%d}" for one in schedule.calendar(period)]


def on(schedule: ScheduleService, text: str) -> CalendarSession:
    (found,) = schedule.calendar(Period(day(text), day(text)))
    return found


def hold(administration: Administration, session_id: int) -> None:
    administration.activities.set_head_count(HeadCount(session_id=session_id, number=7))


def test_a_series_without_an_end_is_planned_to_the_end_of_the_season(
    schedule: ScheduleService, coffee: int
) -> None:
    series = Series(activity_id=coffee, rule=TUESDAYS.rule, first_day=TODAY, starts_at=TEN)
    schedule.save_series(series)
    found = schedule.calendar(Period(TODAY, day("2028-01-01")))
    assert found[0].day == TODAY
    assert found[-1].day == day("2027-08-31")
    assert len(found) == 53 - 1  # 27 April is King's Day
    assert {one.state for one in found} == {SessionState.PLANNED}
    assert {(one.starts_at, one.room, one.leader) for one in found} == {(TEN, "Grote zaal", "Els")}


def test_closing_days_holidays_and_school_holidays_are_left_out(
    schedule: ScheduleService, coffee: int, administration: Administration
) -> None:
    lists = administration.centre_lists
    lists.save_closing_day(
        ClosingDay(
            name="Herfstvakantie",
            first_day=day("2026-10-17"),
            last_day=day("2026-10-25"),
            kind=ClosingKind.SCHOOL,
        )
    )
    cleaning = ClosingDay(
        name="Schoonmaak", first_day=day("2026-09-15"), last_day=day("2026-09-15")
    )
    lists.save_closing_day(cleaning)
    found = schedule.preview(tuesdays(coffee))
    assert found.skipped == (
        (day("2026-09-15"), "Schoonmaak"),
        (day("2026-10-20"), "Herfstvakantie"),
    )
    assert len(found.days) == 7
    goes_on = schedule.preview(tuesdays(coffee, in_school_holidays=True))
    assert goes_on.skipped == ((day("2026-09-15"), "Schoonmaak"),)


def test_it_goes_on_on_a_public_holiday_when_a_person_says_so(
    schedule: ScheduleService, coffee: int
) -> None:
    christmas = Series(
        activity_id=coffee,
        rule=Repeat(every=Every.YEAR, month=12, day=25, until=day("2026-12-31")).rule,
        first_day=TODAY,
    )
    with pytest.raises(NothingPlanned):
        schedule.save_series(christmas)
    schedule.save_series(replace(christmas, on_holidays=True))
    assert days(schedule) == ["12-25"]


def test_a_number_of_times_counts_the_meetings_that_are_held(
    schedule: ScheduleService, coffee: int, administration: Administration
) -> None:
    closed = ClosingDay(name="Dicht", first_day=day("2026-09-08"), last_day=day("2026-09-08"))
    administration.centre_lists.save_closing_day(closed)
    series = Series(activity_id=coffee, rule=TUESDAYS.rule, first_day=TODAY)
    series_id = schedule.save_series(series, times=3)
    assert days(schedule) == ["09-01", "09-15", "09-22"]
    assert schedule.series(series_id).rule.endswith("UNTIL=20260922")


def test_a_day_on_which_it_meets_already_gets_no_second(
    schedule: ScheduleService, coffee: int
) -> None:
    schedule.save(Session(activity_id=coffee, day=day("2026-09-08"), starts_at=TEN))
    schedule.save_series(tuesdays(coffee, until="2026-09-15"))
    assert days(schedule) == ["09-01", "09-08", "09-15"]


def test_an_end_before_the_start_is_told(schedule: ScheduleService, coffee: int) -> None:
    with pytest.raises(EndBeforeStart):
        schedule.save_series(replace(tuesdays(coffee), ends_at=datetime.time(9)))
    with pytest.raises(EndBeforeStart):
        schedule.save(Session(activity_id=coffee, day=TODAY, starts_at=TEN, ends_at=TEN))


def test_only_this_meeting_is_moved_and_the_series_leaves_it_there(
    schedule: ScheduleService, coffee: int
) -> None:
    schedule.save_series(tuesdays(coffee, until="2026-09-15"))
    schedule.move(on(schedule, "2026-09-08").id, day("2026-09-10"))
    assert days(schedule) == ["09-01", "09-10", "09-15"]
    assert schedule.to_extend(day("2027-08-31")) == 0


def test_this_and_following_get_another_time_and_room(
    schedule: ScheduleService, coffee: int, administration: Administration
) -> None:
    schedule.save_series(tuesdays(coffee, until="2026-09-29"))
    held = on(schedule, "2026-09-22")
    hold(administration, held.id)
    count = schedule.change(
        on(schedule, "2026-09-15").id, Values(NOON, room="Keuken"), Scope.FOLLOWING
    )
    assert count == 2
    assert [(one.starts_at, one.room) for one in schedule.calendar(SEASON)] == [
        (TEN, "Grote zaal"),
        (TEN, "Grote zaal"),
        (NOON, "Keuken"),
        (TEN, "Grote zaal"),  # somebody was there: it stays what it was
        (NOON, "Keuken"),
    ]
    first, second = schedule.series_of(coffee)
    assert first.rule.endswith("UNTIL=20260914")
    assert (second.first_day, second.starts_at) == (day("2026-09-15"), NOON)
    assert len(days(schedule)) == 5
    administration.history.undo()
    assert len(schedule.series_of(coffee)) == 1
    assert {one.starts_at for one in schedule.calendar(SEASON)} == {TEN}


def test_all_get_another_leader(schedule: ScheduleService, coffee: int) -> None:
    schedule.save_series(tuesdays(coffee, until="2026-09-15"))
    values = Values(TEN, TWELVE, leader="Fatma")
    assert schedule.change(on(schedule, "2026-09-15").id, values, Scope.ALL) == 3
    assert {one.leader for one in schedule.calendar(SEASON)} == {"Fatma"}
    assert len(schedule.series_of(coffee)) == 1


def test_cancelling_with_a_reason_and_going_on_after_all(
    schedule: ScheduleService, coffee: int
) -> None:
    schedule.save_series(tuesdays(coffee, until="2026-09-22"))
    assert schedule.cancel(on(schedule, "2026-09-08").id, Scope.FOLLOWING, "Verbouwing") == 3
    states = [one.state for one in schedule.calendar(SEASON)]
    assert states == [SessionState.PLANNED, *[SessionState.CANCELLED] * 3]
    assert on(schedule, "2026-09-15").reason == "Verbouwing"
    schedule.uncancel(on(schedule, "2026-09-15").id)
    assert on(schedule, "2026-09-15").state is SessionState.PLANNED


def test_a_meeting_with_visitors_is_not_cancelled_silently(
    schedule: ScheduleService, coffee: int, administration: Administration
) -> None:
    schedule.save_series(tuesdays(coffee, until="2026-09-08"))
    session = on(schedule, "2026-09-01")
    hold(administration, session.id)
    with pytest.raises(AlreadyHeld):
        schedule.cancel(session.id, Scope.ONE, "")
    assert schedule.cancel(session.id, Scope.ALL, "") == 1
    assert on(schedule, "2026-09-01").state is not SessionState.CANCELLED
    assert schedule.fixed(on(schedule, "2026-09-08").id, Scope.ALL) == 2


def test_another_weekday_from_a_day_on_keeps_what_was_held(
    schedule: ScheduleService, coffee: int, administration: Administration
) -> None:
    series_id = schedule.save_series(tuesdays(coffee, until="2026-09-29"))
    name = PersonName(first="Jan", last="Berg")
    person = administration.members.save(PersonDetail(person=Person(name=name)))
    held = on(schedule, "2026-09-22")
    administration.activities.set_attendance(
        Attendance(session_id=held.id, person_id=person, status=AttendanceStatus.PRESENT)
    )
    rule = Repeat(weekdays=(3,), until=day("2026-09-30")).rule
    changed = replace(schedule.series(series_id), rule=rule)
    found = schedule.preview(replace(changed, first_day=day("2026-09-15")))
    assert (found.dropped, found.fixed) == (2, 1)
    schedule.change_series(changed, day("2026-09-15"))
    assert days(schedule) == ["09-01", "09-08", "09-17", "09-22", "09-24"]
    assert on(schedule, "2026-09-22").counted
    administration.history.undo()
    assert days(schedule) == ["09-01", "09-08", "09-15", "09-22", "09-29"]


def test_a_series_stops(
    schedule: ScheduleService, coffee: int, administration: Administration
) -> None:
    series_id = schedule.save_series(tuesdays(coffee))
    hold(administration, on(schedule, "2026-10-06").id)
    assert schedule.stop_series(series_id, day("2026-09-15")) == 6
    assert days(schedule) == ["09-01", "09-08", "10-06"]


def test_series_without_an_end_go_on_into_the_next_season(
    schedule: ScheduleService, coffee: int
) -> None:
    rule = Repeat(every=Every.WEEKDAY_OF_MONTH, weekdays=(3,), nth=5).rule
    schedule.save_series(Series(activity_id=coffee, rule=rule, first_day=TODAY))
    until = day("2028-08-31")
    before = len(days(schedule, Period(TODAY, until)))
    more = schedule.to_extend(until)
    assert more > 0
    assert schedule.extend(until) == more
    assert len(days(schedule, Period(TODAY, until))) == before + more
    assert schedule.to_extend(until) == 0


def test_a_room_that_is_in_use_is_told_and_not_refused(
    schedule: ScheduleService, coffee: int, administration: Administration
) -> None:
    schedule.save_series(tuesdays(coffee, until="2026-09-15"))
    bingo = administration.activities.save(Activity(name="Bingo", room="grote zaal"))
    found = schedule.preview(tuesdays(bingo, until="2026-09-15"))
    assert len(found.overlaps) == 3
    schedule.save_series(tuesdays(bingo, until="2026-09-15"))
    (pair,) = schedule.double_booked(schedule.calendar(SEASON)[0])
    assert {pair.first.activity, pair.second.activity} == {"Bingo", "Koffieochtend"}


def test_a_room_takes_its_meetings_along_to_another_name(
    schedule: ScheduleService, administration: Administration
) -> None:
    lists = administration.centre_lists
    room_id = lists.save_room(Room(name="Zaal 1"))
    activity = administration.activities.save(Activity(name="Yoga", room="Zaal 1"))
    schedule.save_series(tuesdays(activity, until="2026-09-08"))
    lists.save_room(Room(id=room_id, name="Lindezaal", capacity=30))
    assert {one.room for one in schedule.calendar(SEASON)} == {"Lindezaal"}
    assert lists.room_names() == ["Lindezaal"]


def test_meetings_on_a_closing_day_are_found_and_cancelled(
    schedule: ScheduleService, coffee: int
) -> None:
    schedule.save_series(tuesdays(coffee, until="2026-09-22"))
    closing = ClosingDay(name="Lekkage", first_day=day("2026-09-07"), last_day=day("2026-09-16"))
    found = schedule.planned_on(closing)
    assert schedule.cancel_all(found, closing.name) == 2
    assert on(schedule, "2026-09-15").reason == "Lekkage"


def test_29_february_comes_in_leap_years_only() -> None:
    rule = Repeat(every=Every.YEAR, month=2, day=29).rule
    assert days_of(rule, day("2026-01-01"), day("2033-01-01")) == [
        day("2028-02-29"),
        day("2032-02-29"),
    ]


def test_a_fifth_thursday_is_left_out_where_there_is_none() -> None:
    rule = Repeat(every=Every.WEEKDAY_OF_MONTH, weekdays=(3,), nth=5).rule
    found = days_of(rule, day("2026-01-01"), day("2026-06-30"))
    assert found == [day("2026-01-29"), day("2026-04-30")]


def test_a_number_of_times_of_another_program_becomes_a_last_day(coffee: int) -> None:
    series = Series(rule="FREQ=WEEKLY;BYDAY=TU;COUNT=4", first_day=TODAY)
    assert bounded(series) == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260922"


@pytest.mark.language("nl")
def test_holidays_have_dutch_names() -> None:
    found = public_holidays(Period(day("2027-04-01"), day("2027-04-30")))
    assert found[day("2027-04-27")] == "Koningsdag"


@given(
    st.sampled_from(
        [
            "FREQ=WEEKLY;BYDAY=TU",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU",
            "FREQ=MONTHLY;BYDAY=5TH",
            "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR",
            "FREQ=MONTHLY;BYMONTHDAY=31",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
            "FREQ=DAILY;INTERVAL=5",
        ]
    ),
    st.dates(day("2020-01-01"), day("2024-12-31")),
    st.integers(0, 1500),
)
def test_days_of_a_period_are_those_of_all_days(
    rule: str, first: datetime.date, later: int
) -> None:
    start = first + datetime.timedelta(days=later)
    last = start + datetime.timedelta(days=400)
    everything = days_of(rule, first, last)
    assert days_from(rule, first, start, last) == [one for one in everything if one >= start]
