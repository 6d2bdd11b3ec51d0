# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands behind a figure: the sessions, people, hours or payments that were counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, and_, false, func, not_, or_, select

from buurthuis_admin.domain.dates import Period, day_number
from buurthuis_admin.storage import searching
from buurthuis_admin.storage.figures_queries import hours_within
from buurthuis_admin.storage.rows import AnyRow, Question
from buurthuis_admin.storage.tables import (
    Activity,
    Attendance,
    HeadCount,
    Membership,
    Person,
    Session,
    VolunteerHours,
)
from buurthuis_admin.storage.values import CANCELLED, HELD, PRESENT

_YEAR = 10000
Condition: TypeAlias = ColumnElement[bool]


def of_year(year: int, month: int | None = None) -> ColumnElement[bool]:
    """Sessions of a year, or of one month of it."""
    first = year * _YEAR + (month or 0) * 100
    return Session.day.between(first, first + (99 if month else 9999))


def within(period: Period, activities: Collection[int] | None) -> ColumnElement[bool]:
    """Sessions of a period, of all activities or of some."""
    days = Session.day.between(day_number(period.start), day_number(period.end))
    return days if activities is None else and_(days, Session.activity_id.in_(activities))


def sessions(condition: ColumnElement[bool], *, cancelled: bool = False) -> Question:
    """Sessions with their named and anonymous visits, the oldest first.

    Each row: id, day, id of the activity, named, anonymous. Those that did not take place are
    not counted and so are not here, as in ``figures_queries.counted_sessions``.
    """
    named = _named().label("named")
    anonymous = _anonymous().label("anonymous")
    question = (
        select(Session.id, Session.day, Session.activity_id, named, anonymous)
        .join(Activity, Activity.id == Session.activity_id)
        .where(condition, _cancelled() if cancelled else _took_place())
    )
    return question.order_by(Session.day, Activity.name, Session.id)


def _named() -> ColumnElement[int]:
    return func.coalesce(
        select(func.count())
        .where(Attendance.session_id == Session.id, Attendance.status == PRESENT)
        .scalar_subquery(),
        0,
    )


def _anonymous() -> ColumnElement[int]:
    return func.coalesce(
        select(func.sum(HeadCount.number))
        .where(HeadCount.session_id == Session.id)
        .scalar_subquery(),
        0,
    )


def _cancelled() -> ColumnElement[bool]:
    return Session.state == CANCELLED


def _took_place() -> ColumnElement[bool]:
    return and_(
        Session.state != CANCELLED, or_(Session.state == HELD, _named() > 0, _anonymous() > 0)
    )


def visitors(condition: ColumnElement[bool], people: Sequence[ColumnElement[bool]]) -> Question:
    """People with how often they came. Each row: id, sorting name, visits."""
    visits = func.count().label("visits")
    return (
        select(Person.id, visits)
        .join(Attendance, Attendance.person_id == Person.id)
        .join(Session, Session.id == Attendance.session_id)
        .where(condition, Attendance.status == PRESENT, Session.state != CANCELLED, *people)
        .group_by(Person.id)
        .order_by(Person.sort_key, Person.id)
    )


def members(condition: ColumnElement[bool], people: Sequence[ColumnElement[bool]]) -> Question:
    """People with a membership. Each row: id, number, start and end of it."""
    return (
        select(Person.id, Membership.number, Membership.starts, Membership.ends)
        .join(Membership, Membership.person_id == Person.id)
        .where(condition, *people)
        .group_by(Person.id)
        .order_by(Person.sort_key, Person.id)
    )


def members_on(period: Period, *, first: bool) -> ColumnElement[bool]:
    """Memberships that run on the first or the last day of a period."""
    return searching.runs_on(period.start if first else period.end)


def joined(year: int) -> ColumnElement[bool]:
    """Memberships that began in a year."""
    return Membership.starts.between(year * _YEAR, year * _YEAR + 9999)


def left(year: int) -> ColumnElement[bool]:
    """Memberships that ended in a year."""
    return Membership.ends.between(year * _YEAR, year * _YEAR + 9999)


def hours(
    period: Period, activity: str | None, activities: Collection[int] | None = None
) -> Question:
    """Hours. Each row: person id, day, activity, hours in hundredths, task.

    ``activity``: its name, '' for hours of no activity, None for all; ``activities``: of these.
    """
    question = (
        select(
            VolunteerHours.person_id,
            VolunteerHours.day,
            func.coalesce(Activity.name, ""),
            VolunteerHours.hours,
            VolunteerHours.task,
        )
        .outerjoin(Activity, Activity.id == VolunteerHours.activity_id)
        .join(Person, Person.id == VolunteerHours.person_id)
        .where(hours_within(period), VolunteerHours.hours > 0)
    )
    if activity is not None:
        question = question.where(func.coalesce(Activity.name, "") == activity)
    if activities is not None:
        question = question.where(VolunteerHours.activity_id.in_(activities))
    return question.order_by(VolunteerHours.day, Person.sort_key, VolunteerHours.id)


def born_between(first: int, last: int) -> ColumnElement[bool]:
    """People born in these years."""
    return Person.born.between(first * _YEAR, last * _YEAR + 9999)


def born_outside(spans: Sequence[tuple[int, int]]) -> ColumnElement[bool]:
    """People whose year of birth is not known, or lies in none of these spans of years."""
    inside = or_(false(), *(born_between(first, last) for first, last in spans))
    return or_(Person.born.is_(None), not_(inside))


def among(ids: Collection[int]) -> ColumnElement[bool]:
    """These people."""
    return Person.id.in_(ids)


def not_among(ids: Collection[int]) -> ColumnElement[bool]:
    """Everybody but these people."""
    return Person.id.not_in(ids)


def living_in(area: str) -> ColumnElement[bool]:
    """People whose postcode begins with four digits; '' is nobody knows where."""
    known = Person.postcode.bool_op("GLOB")("[0-9][0-9][0-9][0-9]*")
    return and_(known, func.substr(Person.postcode, 1, 4) == area) if area else not_(known)


def with_theme(theme: str) -> ColumnElement[bool]:
    """Sessions of activities of a theme."""
    ids = select(Activity.id).where(Activity.theme == theme).scalar_subquery()
    return Session.activity_id.in_(ids)


def of_activity(activity_id: int) -> ColumnElement[bool]:
    """Sessions of one activity."""
    return Session.activity_id == activity_id


def count(connection: Connection, question: Question) -> int:
    """How many rows a question has."""
    whole = question.order_by(None).subquery()
    return connection.scalar(select(func.count()).select_from(whole)) or 0


def page(connection: Connection, question: Question, offset: int, limit: int) -> list[AnyRow]:
    """Some of the rows of a question."""
    return list(connection.execute(question.offset(offset).limit(limit)))
