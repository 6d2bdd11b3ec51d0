# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceRole,
    AttendanceStatus,
    HeadCount,
    Session,
    SessionState,
)
from buurthuis_admin.domain.history import Operation
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.i18n import language
from buurthuis_admin.services.activities import (
    ActivityExists,
    ActivityGone,
    ActivityNameMissing,
    ActivityService,
    NumberNegative,
)
from buurthuis_admin.services.administration import Administration

DAY = datetime.date(2024, 3, 7)


@pytest.fixture
def activities(administration: Administration) -> ActivityService:
    return administration.activities


def test_an_activity_comes_back_as_it_was_kept(activities: ActivityService) -> None:
    activity = Activity(
        name="Taalcafé",
        theme="Educatie",
        target_group="Iedereen",
        capacity=12,
        own_contribution=Decimal("2.50"),
        weekday_and_time="dinsdag 10.00",
    )
    number = activities.save(activity)
    kept = activities.get(number)
    assert kept == Activity(
        id=number,
        name="Taalcafé",
        theme="Educatie",
        target_group="Iedereen",
        capacity=12,
        own_contribution=Decimal("2.50"),
        weekday_and_time="dinsdag 10.00",
    )
    activities.save(kept)
    assert activities.get(number) == kept


def test_two_activities_never_have_one_name(activities: ActivityService) -> None:
    activities.save(Activity(name="Taalcafé"))
    with pytest.raises(ActivityExists, match="TAALCAFE"):
        activities.save(Activity(name="TAALCAFE"))
    with pytest.raises(ActivityNameMissing):
        activities.save(Activity(name="  "))
    with pytest.raises(ActivityGone):
        activities.get(404)
    with pytest.raises(ActivityGone):
        activities.session(404)


def test_sessions_with_who_came(administration: Administration) -> None:
    activities = administration.activities
    activity = activities.save(Activity(name="Bingo", theme="Ontmoeting"))
    session = Session(activity_id=activity, day=DAY, starts_at=datetime.time(13, 30), remark="Vol")
    number = activities.save_session(session)
    assert activities.session(number).starts_at == datetime.time(13, 30)
    for last, status, role in (
        ("Zwart", AttendanceStatus.PRESENT, AttendanceRole.PARTICIPANT),
        ("Berg", AttendanceStatus.PRESENT, AttendanceRole.VOLUNTEER),
        ("Dal", AttendanceStatus.EXCUSED, AttendanceRole.PARTICIPANT),
    ):
        person = administration.members.save(
            PersonDetail(person=Person(name=PersonName(last=last)))
        )
        activities.set_attendance(
            Attendance(session_id=number, person_id=person, status=status, role=role)
        )
    activities.set_head_count(HeadCount(session_id=number, number=3))
    activities.set_head_count(HeadCount(session_id=number, number=4))
    activities.set_head_count(HeadCount(session_id=number, tally_type="kinderen", number=2))
    cancelled = Session(
        activity_id=activity, day=DAY.replace(month=4), state=SessionState.CANCELLED, reason="Feest"
    )
    activities.save_session(cancelled)
    assert activities.attendance(number) == [
        ("Berg", AttendanceStatus.PRESENT),
        ("Dal", AttendanceStatus.EXCUSED),
        ("Zwart", AttendanceStatus.PRESENT),
    ]
    assert [(c.tally_type, c.number) for c in activities.head_counts(number)] == [
        ("visitors", 4),
        ("kinderen", 2),
    ]
    newest, oldest = activities.sessions(activity, 2024, 0, 10)
    assert newest.state is SessionState.CANCELLED
    assert (oldest.named, oldest.anonymous, oldest.visits, oldest.remark) == (2, 6, 8, "Vol")
    assert activities.session_count(activity, None) == 2
    assert activities.session_count(activity, 2023) == 0
    assert activities.sessions(activity, 2024, 1, 10) == [oldest]
    (row,) = activities.rows(2024)
    assert (row.name, row.theme, row.sessions, row.visits, row.unique) == (
        "Bingo",
        "Ontmoeting",
        1,
        8,
        2,
    )
    assert row.last_session == DAY
    assert activities.rows(None) == [row]
    assert activities.rows(2023)[0].visits == 0
    assert activities.years() == [2024]


def test_fewer_than_no_visitors_is_told(activities: ActivityService) -> None:
    with pytest.raises(NumberNegative):
        activities.set_head_count(HeadCount(session_id=1, number=-1))


def test_a_later_answer_takes_the_place_of_an_earlier(administration: Administration) -> None:
    activities = administration.activities
    activity = activities.save(Activity(name="Bingo"))
    session = activities.save_session(Session(activity_id=activity, day=DAY))
    person = administration.members.save(PersonDetail(person=Person(name=PersonName(last="Berg"))))
    for status in (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT):
        activities.set_attendance(Attendance(session_id=session, person_id=person, status=status))
    assert activities.attendance(session) == [("Berg", AttendanceStatus.ABSENT)]


def test_the_sentences_name_the_activity_and_the_day(administration: Administration) -> None:
    activities = administration.activities
    activity = activities.save(Activity(name="Koffieochtend"))
    session = activities.save_session(Session(activity_id=activity, day=DAY))
    person = administration.members.save(PersonDetail(person=Person(name=PersonName(last="Berg"))))
    tick = Attendance(session_id=session, person_id=person, status=AttendanceStatus.PRESENT)
    with language("nl"):
        activities.set_attendance(tick)
        activities.set_head_count(HeadCount(session_id=session, number=3))
        activities.save(Activity(id=activity, name="Theeochtend"))
        activities.set_attendance(replace(tick, status=AttendanceStatus.ABSENT))
        activities.save_session(Session(id=session, activity_id=activity, day=DAY, remark="Vol"))
        administration.history.turn_back(4 + 2)  # the name goes back
        activities.set_attendance(tick)
    told = [change.sentence for change in administration.history.recent(0, 20)]
    assert told == [
        "Aanwezigheid ingevuld: Koffieochtend, 7 maart 2024",
        "Teruggedraaid: Activiteit Theeochtend gewijzigd",
        "Bijeenkomst gewijzigd: Theeochtend, 7 maart 2024",
        "Aanwezigheid ingevuld: Theeochtend, 7 maart 2024",
        "Activiteit Theeochtend gewijzigd",
        "Bezoekers geteld: Koffieochtend, 7 maart 2024",
        "Aanwezigheid ingevuld: Koffieochtend, 7 maart 2024",
        "Berg added",
        "Meeting added: Koffieochtend, 7 March 2024",
        "Activity Koffieochtend added",
    ]


def test_a_tick_that_is_changed_is_one_change_in_the_history(
    administration: Administration,
) -> None:
    activities = administration.activities
    session = activities.save_session(
        Session(activity_id=activities.save(Activity(name="Bingo")), day=DAY)
    )
    person = administration.members.save(PersonDetail(person=Person(name=PersonName(last="Berg"))))
    for status in (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT):
        activities.set_attendance(Attendance(session_id=session, person_id=person, status=status))
    for number in (3, 4):
        activities.set_head_count(HeadCount(session_id=session, number=number))
    count, _first, tick, *_rest = administration.history.recent(0, 9)
    for change in (count, tick):
        (row,) = administration.history.rows(change.id, 0, 9)
        assert row.operation is Operation.CHANGED
    with pytest.raises(ActivityGone):
        activities.set_head_count(HeadCount(session_id=404, number=1))
