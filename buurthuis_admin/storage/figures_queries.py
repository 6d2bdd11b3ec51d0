# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the figures of a period are counted from, each in one pass over an index."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, Connection, distinct, func, select

from buurthuis_admin.domain.dates import Period, day_number
from buurthuis_admin.domain.figures import MemberFigures, VolunteerFigures
from buurthuis_admin.storage import searching, sqlite
from buurthuis_admin.storage.tables import (
    Activity,
    Attendance,
    HeadCount,
    Membership,
    Person,
    Session,
    Subsidy,
    VolunteerHours,
)
from buurthuis_admin.storage.values import CANCELLED, HELD, PRESENT

_YEAR = 10000  # a day number divided by this is its year


@dataclass(frozen=True, slots=True)
class CountedSession:
    """A session that took place; ``people`` are the ids of those present."""

    activity_id: int
    day: int
    people: list[int]
    anonymous: int


def counted_sessions(
    connection: Connection, period: Period | None, activities: Collection[int] | None = None
) -> Iterable[CountedSession]:
    """The sessions that took place, with who was there; of all activities or of some.

    Held is held, even when nobody came; a planned session took place when anybody was there;
    a cancelled one never did. The people of a session come as one text: SQLite hands over
    20.000 rows and not a million, which is most of the time of a year's figures.
    """
    present = (
        select(sqlite.joined(Attendance.person_id))
        .where(Attendance.session_id == Session.id, Attendance.status == PRESENT)
        .scalar_subquery()
    )
    anonymous = (
        select(func.sum(HeadCount.number))
        .where(HeadCount.session_id == Session.id)
        .scalar_subquery()
    )
    question = select(Session.activity_id, Session.day, Session.state, present, anonymous)
    question = question.where(Session.state != CANCELLED)
    if period is not None:
        question = question.where(_in_period(period))
    if activities is not None:
        question = question.where(Session.activity_id.in_(activities))
    for activity_id, day, state, people, number in connection.execute(question).all():
        if people or number or state == HELD:
            yield CountedSession(
                activity_id, day, list(map(int, people.split(","))) if people else [], number or 0
            )


def cancelled_sessions(connection: Connection, period: Period | None) -> dict[int, int]:
    """How many sessions of each activity did not go on."""
    question = select(Session.activity_id, func.count()).where(Session.state == CANCELLED)
    if period is not None:
        question = question.where(_in_period(period))
    return dict(connection.execute(question.group_by(Session.activity_id)).all())


def residences(connection: Connection) -> Iterable[tuple[int, int | None, str]]:
    """Id, year of birth and postcode of everybody: what age bands and areas need."""
    question = select(Person.id, Person.born // _YEAR, Person.postcode)
    return connection.execute(question).all()


def highest_person_id(connection: Connection) -> int:
    """The largest id of a person; 0 when there is nobody."""
    return connection.scalar(select(func.max(Person.id))) or 0


def member_figures(connection: Connection, period: Period) -> MemberFigures:
    """Members over a calendar year. Joined and left are people, however many memberships."""
    days = (period.start.year * _YEAR, period.start.year * _YEAR + 9999)
    return MemberFigures(
        on_first_day=_people_with(connection, searching.runs_on(period.start)),
        on_last_day=_people_with(connection, searching.runs_on(period.end)),
        joined=_people_with(connection, Membership.starts.between(*days)),
        left=_people_with(connection, Membership.ends.between(*days)),
    )


def volunteer_figures(
    connection: Connection, period: Period, activities: Collection[int] | None = None
) -> VolunteerFigures:
    """Volunteers over a period; the hours of no activity are under ''."""
    in_year = hours_within(period)
    if activities is not None:
        in_year &= VolunteerHours.activity_id.in_(activities)
    registered = select(func.count()).where(searching.volunteers_on(period.start, period.end))
    active = select(func.count(distinct(VolunteerHours.person_id))).where(
        in_year, VolunteerHours.hours > 0
    )
    hours = _hours_by_activity(connection, in_year)
    return VolunteerFigures(
        registered=connection.scalar(registered) or 0,
        active=connection.scalar(active) or 0,
        hours=sum(hours.values(), Decimal(0)),
        hours_by_activity=hours,
    )


def hours_within(period: Period) -> ColumnElement[bool]:
    """Hours of a period. A month or year without a day belongs to the period that begins it."""
    first = day_number(period.start)
    if period.start.day == 1:
        first -= 1  # 20240300: some day in March
        if period.start.month == 1:
            first -= 100  # 20240000: some day in 2024
    return VolunteerHours.day.between(first, day_number(period.end))


def _hours_by_activity(
    connection: Connection, condition: ColumnElement[bool]
) -> dict[str, Decimal]:
    total = func.sum(VolunteerHours.hours)
    question = (
        select(func.coalesce(Activity.name, ""), total)
        .outerjoin(Activity, Activity.id == VolunteerHours.activity_id)
        .where(condition)
        .group_by(Activity.id)
        .order_by(total.desc(), Activity.name)
    )
    return {
        name: Decimal(hours).scaleb(-2) for name, hours in connection.execute(question) if hours
    }


def years(connection: Connection) -> list[int]:
    """Years of which there are sessions, hours or dossiers, the newest first."""
    columns = (
        Session.day,
        VolunteerHours.day,
        Subsidy.period_start,
        Subsidy.decided_on,
        Subsidy.applied_on,
    )
    found: set[int] = set()
    for column in columns:
        year = column // _YEAR
        found.update(connection.scalars(select(year).where(column.is_not(None)).distinct()))
    return sorted(found, reverse=True)


def session_years(connection: Connection) -> list[int]:
    """Years in which there are sessions, the newest first."""
    year = Session.day // _YEAR
    return sorted(connection.scalars(select(year).distinct()), reverse=True)


def _people_with(connection: Connection, condition: ColumnElement[bool]) -> int:
    question = select(func.count(distinct(Membership.person_id)))
    return connection.scalar(question.where(condition)) or 0


def _in_period(period: Period) -> ColumnElement[bool]:
    return Session.day.between(day_number(period.start), day_number(period.end))
