# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about activities, their sessions and who came, and keeping them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from buurthuis_admin.domain.activities import (
    TALLY_BROUGHT,
    TALLY_VISITORS,
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
    SessionRow,
)
from buurthuis_admin.domain.dates import day_from_number
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.storage import sqlite, tables
from buurthuis_admin.storage.people_queries import people
from buurthuis_admin.storage.rows import AnyRow, Question, upsert
from buurthuis_admin.storage.schedule_queries import session_in, session_values
from buurthuis_admin.storage.values import (
    PRESENT,
    ROLE_NUMBERS,
    STATES,
    STATUS_NUMBERS,
    STATUSES,
    amount_of,
    hundredths,
)


def activities(connection: Connection, ids: Sequence[int] | None = None) -> list[Activity]:
    """Activities by name; all of them without ids."""
    table = tables.Activity.__table__
    question = select(table).order_by(table.c.folded_name)
    if ids is not None:
        question = question.where(table.c.id.in_(ids))
    return [_activity(row) for row in connection.execute(question)]


def save_activity(connection: Connection, activity: Activity) -> int:
    """Keep an activity; returns its id."""
    values = {
        "name": clean(activity.name),
        "folded_name": fold(activity.name),
        "theme": activity.theme,
        "target_group": activity.target_group,
        "room": activity.room,
        "leader": activity.leader,
        "capacity": activity.capacity,
        "own_contribution": hundredths(activity.own_contribution),
        "weekday_and_time": activity.weekday_and_time,
        "archived": int(activity.archived),
    }
    return upsert(connection, tables.Activity, activity.id, values)


def id_by_name(connection: Connection, name: str) -> int | None:
    """The activity of this name, however it is typed."""
    table = tables.Activity
    return connection.scalar(select(table.id).where(table.folded_name == fold(name)))


def session_rows(
    connection: Connection, activity_id: int, year: int | None, offset: int, limit: int
) -> list[SessionRow]:
    """A part of the sessions of an activity, the newest first."""
    table = tables.Session
    named = (
        select(func.count())
        .where(tables.Attendance.session_id == table.id, tables.Attendance.status == PRESENT)
        .scalar_subquery()
    )
    anonymous = (
        select(func.coalesce(func.sum(tables.HeadCount.number), 0))
        .where(tables.HeadCount.session_id == table.id)
        .scalar_subquery()
    )
    question = select(
        table.id,
        table.day,
        table.state,
        named.label("named"),
        anonymous.label("anonymous"),
        table.remark,
    )
    order = (table.day.desc(), table.starts_at.desc(), table.id.desc())
    asked = _of_activity(question, activity_id, year).order_by(*order).offset(offset).limit(limit)
    return [_session_row(row) for row in connection.execute(asked)]


def session_count(connection: Connection, activity_id: int, year: int | None) -> int:
    """How many sessions an activity has, cancelled ones too."""
    question = select(func.count()).select_from(tables.Session)
    return connection.scalar(_of_activity(question, activity_id, year)) or 0


def attendance(connection: Connection, session_id: int) -> list[tuple[str, AttendanceStatus]]:
    """Who is on the list of a session, by name, and whether they came."""
    table = tables.Attendance
    question = select(table.person_id, table.status).where(table.session_id == session_id)
    statuses = dict(connection.execute(question).all())
    present = people(connection, list(statuses))
    ordered = sorted(present, key=lambda person: (person.name.sort_key, person.id or 0))
    return [(one.name.sorted, STATUSES[statuses[one.id or 0]]) for one in ordered]


def head_counts(connection: Connection, session_id: int) -> list[HeadCount]:
    """The anonymous visitors of a session, in the order of the tally types."""
    table, kind = tables.HeadCount, tables.TallyType
    question = (
        select(kind.name, table.number)
        .join(kind, kind.id == table.tally_type_id)
        .where(table.session_id == session_id)
        .order_by(kind.position, kind.id)
    )
    rows = connection.execute(question)
    return [
        HeadCount(session_id=session_id, tally_type=name, number=number) for name, number in rows
    ]


def save_session(connection: Connection, session: Session) -> int:
    """Keep a session; returns its id."""
    return upsert(connection, tables.Session, session.id, session_values(session))


def replace_attendance(connection: Connection, attendance: Attendance) -> None:
    """Keep whether somebody came, in the place of what was known of it."""
    sqlite.keep(
        connection,
        "attendances",
        {"session_id": attendance.session_id, "person_id": attendance.person_id},
        {"status": STATUS_NUMBERS[attendance.status], "role": ROLE_NUMBERS[attendance.role]},
    )


def replace_head_count(connection: Connection, count: HeadCount) -> None:
    """Keep a number of visitors, in the place of what was known of it."""
    kind = tally_type_id(connection, count.tally_type)
    key = {"session_id": count.session_id, "tally_type_id": kind}
    sqlite.keep(connection, "head_counts", key, {"number": count.number})


def tally_type_id(connection: Connection, name: str) -> int:
    """The tally type of this name; it is made when there is none yet."""
    table = tables.TallyType
    known = connection.scalar(select(table.id).where(table.name == name))
    if known is not None:
        return known
    first = (TALLY_VISITORS, TALLY_BROUGHT)
    last = connection.scalar(select(func.max(table.position))) or 0
    position = first.index(name) if name in first else max(last, len(first) - 1) + 1
    return upsert(connection, table, None, {"name": name, "position": position})


def _of_activity(question: Question, activity_id: int, year: int | None) -> Question:
    asked = question.where(tables.Session.activity_id == activity_id)
    if year is None:
        return asked
    return asked.where(tables.Session.day.between(year * 10000, year * 10000 + 9999))


def _session_row(row: AnyRow) -> SessionRow:
    return SessionRow(
        id=row.id,
        day=day_from_number(row.day),
        state=STATES[row.state],
        named=row.named,
        anonymous=row.anonymous,
        remark=row.remark,
    )


def _activity(row: AnyRow) -> Activity:
    return Activity(
        id=row.id,
        name=row.name,
        theme=row.theme,
        target_group=row.target_group,
        room=row.room,
        leader=row.leader,
        capacity=row.capacity,
        own_contribution=amount_of(row.own_contribution),
        weekday_and_time=row.weekday_and_time,
        archived=bool(row.archived),
    )


def session_of(connection: Connection, session_id: int) -> Session | None:
    """One session, or None when there is none of this id."""
    table = tables.Session.__table__
    row = connection.execute(select(table).where(table.c.id == session_id)).first()
    return None if row is None else session_in(row)
