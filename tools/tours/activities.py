# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the calendar, of the lists of an activity, and of its forms."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain.activities import Series
from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.domain.planning import (
    ClosingDay,
    ClosingKind,
    Helper,
    HelperRole,
    OwnContribution,
    Room,
)
from buurthuis_admin.domain.series import Every, Repeat
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.activities import ActivitiesPage, View
from buurthuis_admin.gui.pages.activity_detail import Part
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tools.tours.moving import Shown, go, opened, settle


def activities(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """A season is planned, and looked at from all sides."""
    administration = shell.workspace.administration
    _plan(administration)
    settle(window)
    go(shell, places.ACTIVITIES)
    page = shell.page(places.ACTIVITIES)
    assert isinstance(page, ActivitiesPage)
    yield from _calendar(page, window)
    page.show_view(View.LIST)
    page.show_activity(administration.activities.all()[0].id or 0)
    settle(window)
    for part in (Part.PEOPLE, Part.PLANNING):
        page.detail.show_part(part)
        yield f"activity-{part.value}", window
    yield from _forms(page, window)
    page.detail.show_part(Part.MEETINGS)


def _calendar(page: ActivitiesPage, window: MainWindow) -> Iterator[Shown]:
    for view in (View.MONTH, View.WEEK):
        page.show_view(view)
        page.calendar.focus_first()
        yield f"calendar-{view.value}", window
    yield from opened("calendar-export", window, page.calendar.export)


def _forms(page: ActivitiesPage, window: MainWindow) -> Iterator[Shown]:
    planning, people = page.detail.planning_part, page.detail.people_part
    yield from opened("series-form", window, planning.plan)
    page.detail.show_part(Part.PEOPLE)
    settle(window)
    yield from opened("enrol-form", window, people.add)
    yield from opened("helper-form", window, people.add_helper)
    yield from opened("own-contribution", window, people.pay)
    page.detail.show_part(Part.MEETINGS)
    yield from opened("meeting-form", window, page.detail.change_meeting)
    yield from opened("cancel-meeting", window, page.detail._cancel_meeting)
    yield from opened("activity-form", window, page.new)


def _plan(administration: Administration) -> None:
    if administration.centre_lists.rooms():
        return  # in another look already
    today = administration.schedule.today()
    administration.centre_lists.save_room(Room(name="Grote zaal", capacity=60))
    friday = today + datetime.timedelta(days=4 - today.weekday())
    administration.centre_lists.save_closing_day(
        ClosingDay(
            name="Kerstvakantie",
            first_day=friday + datetime.timedelta(days=14),
            last_day=friday + datetime.timedelta(days=28),
            kind=ClosingKind.SCHOOL,
        )
    )
    monday = today - datetime.timedelta(days=today.weekday() + 14)
    for number, one in enumerate(administration.activities.all()[:6]):
        room = "Grote zaal" if number % 2 else "Keuken"
        administration.activities.save(
            replace(one, room=room, leader="Els Bakker", capacity=34, own_contribution=Decimal(25))
        )
        repeat = Repeat(weekdays=(number % 5,), interval=1 + number % 2)
        if number == 3:
            repeat = Repeat(every=Every.WEEKDAY_OF_MONTH, weekdays=(3,), nth=2)
        start, end = datetime.time(9 + number), datetime.time(11 + number)
        administration.schedule.save_series(
            Series(
                activity_id=one.id,
                rule=repeat.rule,
                first_day=monday,
                starts_at=start,
                ends_at=end,
            )
        )
    _enrol(administration)


def _enrol(administration: Administration) -> None:
    activity = administration.activities.all()[0].id or 0
    people = administration.members.page("", MemberFilter.MEMBERS, 0, 8)
    enrolments = administration.enrolments
    today = administration.schedule.today()
    for number, person in enumerate(people[:6]):
        with contextlib.suppress(UserError):  # the example may have them on the list
            enrolments.add(activity, person.id)
        enrolments.save_contribution(
            OwnContribution(
                activity_id=activity,
                person_id=person.id,
                season=enrolments.season(),
                amount=Decimal(25),
                paid_on=today if number % 2 else None,
            )
        )
    for person, role in zip(people[6:], (HelperRole.LEADER, HelperRole.VOLUNTEER), strict=False):
        enrolments.save_helper(Helper(activity_id=activity, person_id=person.id, role=role))
