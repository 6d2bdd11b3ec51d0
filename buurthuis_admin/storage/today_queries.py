# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The meetings of today and of the days before, and whether anybody filled in who came."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from buurthuis_admin.domain.activities import AttendanceStatus, EnrolmentState
from buurthuis_admin.domain.dates import day_from_number, day_number
from buurthuis_admin.domain.today import Meeting
from buurthuis_admin.storage.rows import AnyRow, Question
from buurthuis_admin.storage.tables import Activity, Attendance, Enrolment, HeadCount, Session
from buurthuis_admin.storage.values import CANCELLED, PRESENT, STATES, STATUS_NUMBERS, time_of

_UNKNOWN = STATUS_NUMBERS[AttendanceStatus.UNKNOWN]


def meetings(connection: Connection, first: datetime.date, last: datetime.date) -> list[Meeting]:
    """All meetings of some days, in the order in which they are held."""
    question = _question().where(Session.day.between(day_number(first), day_number(last)))
    order = (Session.day, Session.starts_at, Activity.folded_name, Session.id)
    return [_meeting(row) for row in connection.execute(question.order_by(*order))]


def last_meetings(connection: Connection, before: datetime.date, limit: int) -> list[Meeting]:
    """The last meetings that were not cancelled, the newest first."""
    question = _question().where(Session.day < day_number(before), Session.state != CANCELLED)
    order = (Session.day.desc(), Session.starts_at.desc(), Session.id.desc())
    return [_meeting(row) for row in connection.execute(question.order_by(*order).limit(limit))]


def visits_by_day(
    connection: Connection, first: datetime.date, last: datetime.date
) -> dict[datetime.date, int]:
    """Named and counted visits on each day that has some; read from ``ix_sessions_day``."""
    within = (
        Session.day.between(day_number(first), day_number(last)),
        Session.state != CANCELLED,
    )
    named = (
        select(Session.day, func.count())
        .join(Attendance, Attendance.session_id == Session.id)
        .where(*within, Attendance.status == PRESENT)
        .group_by(Session.day)
    )
    counted = (
        select(Session.day, func.sum(HeadCount.number))
        .join(HeadCount, HeadCount.session_id == Session.id)
        .where(*within)
        .group_by(Session.day)
    )
    found: dict[datetime.date, int] = {}
    for question in (named, counted):
        for number, visits in connection.execute(question):
            day = day_from_number(number)
            found[day] = found.get(day, 0) + visits
    return found


def _question() -> Question:
    named = (
        select(func.count())
        .where(Attendance.session_id == Session.id, Attendance.status == PRESENT)
        .scalar_subquery()
    )
    known = (
        select(func.count())
        .where(Attendance.session_id == Session.id, Attendance.status != _UNKNOWN)
        .scalar_subquery()
    )
    counted = (
        select(func.sum(HeadCount.number))
        .where(HeadCount.session_id == Session.id)
        .scalar_subquery()
    )
    enrolled = (
        select(func.count())
        .where(
            Enrolment.activity_id == Session.activity_id,
            Enrolment.state == EnrolmentState.ENROLLED.value,
        )
        .scalar_subquery()
    )
    return select(
        Session.id,
        Session.activity_id,
        Activity.name,
        Session.day,
        Session.starts_at,
        Session.state,
        func.coalesce(Session.room, Activity.room).label("room"),
        func.coalesce(Session.leader, Activity.leader).label("leader"),
        enrolled.label("enrolled"),
        named.label("named"),
        known.label("known"),
        counted.label("counted"),
    ).join(Activity, Activity.id == Session.activity_id)


def _meeting(row: AnyRow) -> Meeting:
    return Meeting(
        session_id=row.id,
        activity_id=row.activity_id,
        activity=row.name,
        day=day_from_number(row.day),
        starts_at=time_of(row.starts_at),
        state=STATES[row.state],
        room=row.room,
        leader=row.leader,
        enrolled=row.enrolled,
        visits=row.named + (row.counted or 0),
        filled=row.known > 0 or row.counted is not None,
    )


def meeting_page(
    connection: Connection, activity_ids: Sequence[int] | None, offset: int, limit: int
) -> list[Meeting]:
    """A part of all meetings, of some activities or of all, the newest first."""
    order = (Session.day.desc(), Session.starts_at.desc(), Session.id.desc())
    question = _chosen(_question(), activity_ids).order_by(*order).offset(offset).limit(limit)
    return [_meeting(row) for row in connection.execute(question)]


def meeting_count(connection: Connection, activity_ids: Sequence[int] | None) -> int:
    """How many meetings there are of some activities, or of all."""
    question = _chosen(select(func.count()).select_from(Session), activity_ids)
    return connection.scalar(question) or 0


def _chosen(question: Question, activity_ids: Sequence[int] | None) -> Question:
    if activity_ids is None:
        return question
    return question.where(Session.activity_id.in_(activity_ids))
