# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks of the page Activities, by keyboard and by mouse."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from buurthuis_admin.domain.activities import Activity, Series, Session, SessionState
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import CalendarSession, HelperRole
from buurthuis_admin.domain.series import Repeat
from buurthuis_admin.i18n import format_day_short
from buurthuis_admin.services.administration import Administration
from tests.gui.tasks.conftest import DAY, today
from tests.gui.tasks.hands import Hands

ACTIVITIES, MEETINGS = "List of activities", "Meetings"
TEN = datetime.time(10)


def planned(real: Administration) -> list[CalendarSession]:
    """What lies ahead, the first first."""
    return real.schedule.calendar(Period(today() + DAY, today() + 400 * DAY))


@pytest.fixture
def series(real: Administration) -> list[datetime.date]:
    """Three days of this activity that are ahead of us."""
    first = today() + DAY
    rule = Repeat(weekdays=(first.weekday(),), until=first + 14 * DAY).rule
    one = Series(activity_id=1, rule=rule, first_day=first, starts_at=TEN, on_holidays=True)
    real.schedule.save_series(one)
    return [first, first + 7 * DAY, first + 14 * DAY]


def open_activity(hands: Hands) -> None:
    hands.go("Activities")
    hands.row(ACTIVITIES, "Koffie")


def test_new_activity(hands: Hands, real: Administration) -> None:
    hands.go("Activities")
    hands.press("New activity")
    hands.write("Name", "Yoga")
    hands.write("Room", "Zaal 2")
    hands.press("Save")
    assert ("Yoga", "Zaal 2") in [(one.name, one.room) for one in real.activities.all()]


def test_a_series(hands: Hands, real: Administration) -> None:
    open_activity(hands)
    hands.chip("Planning")
    hands.press("Plan a series")
    hands.write("First day", f"{today() + DAY:%d-%m-%Y}")
    hands.write("Starts at", "14.00")
    hands.choose("How long it goes on", "A number of meetings")
    hands.write("Number of meetings", "2")
    hands.press("Save")
    assert [one.starts_at for one in planned(real)] == [datetime.time(14)] * 2


@pytest.mark.parametrize(
    ("scope", "changed"),
    [
        ("Only this one", [False, True, False]),
        ("This one and all that follow", [False, True, True]),
        ("All of the series", [True, True, True]),
    ],
)
def test_meetings_of_a_series(
    hands: Hands,
    real: Administration,
    series: list[datetime.date],
    scope: str,
    changed: list[bool],
) -> None:
    open_activity(hands)
    hands.row(MEETINGS, format_day_short(series[1]))
    hands.press("Change meeting")
    hands.write("Starts at", "11:30")
    hands.chip(scope)
    hands.press("Save")
    assert [one.starts_at == datetime.time(11, 30) for one in planned(real)] == changed


@pytest.fixture
def bridge(real: Administration) -> int:
    """Another activity, tomorrow from ten to twelve in the large hall."""
    activity = real.activities.save(Activity(name="Bridge", room="Grote zaal"))
    noon = datetime.time(12)
    real.activities.save_session(
        Session(activity_id=activity, day=today() + DAY, starts_at=TEN, ends_at=noon)
    )
    return activity


def test_a_room_that_is_in_use(hands: Hands, real: Administration, bridge: int) -> None:
    open_activity(hands)
    hands.chip("Planning")
    hands.press("One meeting")
    for name, text in (
        ("Date", f"{today() + DAY:%d-%m-%Y}"),
        ("Starts at", "11:00"),
        ("Ends at", "13:00"),
        ("Room", "Grote zaal"),
    ):
        hands.write(name, text)
    assert hands.reads("Bridge")
    hands.press("Save")  # both know of each other, and share the hall
    kept = next(one for one in planned(real) if one.activity == "Koffie")
    assert len(real.schedule.double_booked(kept)) == 1
    hands.chip("Meetings")
    hands.row(MEETINGS, format_day_short(kept.day))
    hands.press("Change meeting")
    assert hands.reads("Bridge")
    hands.write("Room", "Keuken")
    assert not hands.reads("Bridge")
    hands.press("Save")
    mended = next(one for one in planned(real) if one.activity == "Koffie")
    assert (mended.room, real.schedule.double_booked(mended)) == ("Keuken", [])


def test_from_the_calendar(hands: Hands, real: Administration, bridge: int) -> None:
    hands.go("Activities")
    for view in ("Week", "Month"):
        hands.chip(view)
        hands.press("Today")
        hands.press("New meeting")
        hands.choose("Activity", "Bridge")
        hands.write("Date", f"{today() + 2 * DAY:%d-%m-%Y}")
        hands.press("Save")
    days = [one.day for one in planned(real)]
    assert days == [today() + DAY, *[today() + 2 * DAY] * 2]


def test_change_and_archive(hands: Hands, real: Administration) -> None:
    open_activity(hands)
    hands.press("Change activity")
    hands.write("Own contribution for a season", "10,00")
    hands.press("Save")
    hands.press("Put in the archive")
    (one,) = real.activities.all()
    assert (one.own_contribution, one.archived) == (Decimal(10), True)


def test_a_series_is_changed_and_stopped(
    hands: Hands, real: Administration, series: list[datetime.date]
) -> None:
    open_activity(hands)
    hands.chip("Planning")
    hands.press("Change series:")
    hands.write("Starts at", "9:30")
    hands.press("Save")
    assert {one.starts_at for one in planned(real)} == {datetime.time(9, 30)}
    hands.press("Stop series:")
    assert planned(real) == []


def test_a_meeting_does_not_go_on(
    hands: Hands, real: Administration, series: list[datetime.date]
) -> None:
    open_activity(hands)
    hands.row(MEETINGS, format_day_short(series[0]))
    hands.press("Does not go on")
    hands.write("Why", "Ziek")
    hands.press("Does not go on")
    first, *others = planned(real)
    assert (first.state, first.reason) == (SessionState.CANCELLED, "Ziek")
    assert {one.state for one in others} == {SessionState.PLANNED}


def test_the_list_and_who_waits(hands: Hands, real: Administration) -> None:
    open_activity(hands)
    hands.chip("Participants")
    for name in ("Bos, Anna", "Bos, Bert", "Dam, Cor"):
        hands.press("Add participant")
        hands.row("People found", name)
        hands.press("Add")
    assert _states(real) == ["enrolled", "enrolled", "waiting"]
    hands.row("List of participants", "Bos, Anna")
    hands.press("Take off the list")
    hands.press("Put Cor Dam on the list")
    assert _states(real) == ["enrolled", "enrolled"]
    hands.row("List of participants", "Bos, Bert")
    hands.press("Own contribution")
    hands.write("Amount", "7,50")
    hands.write("Paid on", f"{today():%d-%m-%Y}")
    hands.press("Save")
    asked = [one.contribution for one in real.enrolments.participants(1)]
    paid = [(one.amount, one.paid_on) for one in asked if one is not None]
    assert paid == [(Decimal("7.50"), today())]


def test_the_order_of_who_waits_and_the_list_on_paper(
    hands: Hands, real: Administration, saved: Path
) -> None:
    for person in (1, 2, 3, 4):
        real.enrolments.add(1, person)
    open_activity(hands)
    hands.chip("Participants")
    hands.row("List of participants", "Evers, Dora")
    hands.press("Earlier")
    people = real.enrolments.participants(1)
    assert [one.name for one in people if one.state.value == "waiting"] == ["Dora Evers", "Cor Dam"]
    hands.press("Print the participants")
    hands.press("Save as PDF")
    assert "Dora Evers" in PdfReader(saved).pages[0].extract_text()


def test_who_leads_and_helps(hands: Hands, real: Administration) -> None:
    open_activity(hands)
    hands.chip("Participants")
    for name, role in (("Dam, Cor", "Leader"), ("Evers, Dora", "Volunteer")):
        hands.press("Add leader or volunteer")
        hands.row("People found", name)
        hands.choose("Helps as", role)
        hands.press("Add")
    hands.press("Take away: Cor Dam")
    (one,) = real.enrolments.helpers(1)
    assert (one.name, one.role) == ("Dora Evers", HelperRole.VOLUNTEER)


def _states(real: Administration) -> list[str]:
    return sorted(one.state.value for one in real.enrolments.participants(1))


def test_calendar_file(hands: Hands, saved: Path, series: list[datetime.date]) -> None:
    open_activity(hands)
    hands.chip("Planning")
    hands.press("Save calendar")
    hands.write("Last day", f"{series[-1]:%d-%m-%Y}")
    hands.press("Save")
    assert saved.read_text(encoding="utf-8").count("BEGIN:VEVENT") >= 3
