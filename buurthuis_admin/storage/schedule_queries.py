# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings as a calendar shows them, series, and the meetings that belong to one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from sqlalchemy import ColumnElement, Connection, and_, case, delete, exists, func, select, update

from buurthuis_admin.domain.activities import AttendanceStatus, Series, Session, SessionState
from buurthuis_admin.domain.dates import Period, day_from_number, day_number
from buurthuis_admin.domain.planning import CalendarSession
from buurthuis_admin.domain.series import Known
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.bulk import insert_rows
from buurthuis_admin.storage.rows import AnyRow, Question, upsert
from buurthuis_admin.storage.values import (
    STATE_NUMBERS,
    STATES,
    STATUS_NUMBERS,
    day_of,
    day_to_number,
    time_of,
    time_to_minutes,
)

_UNKNOWN = STATUS_NUMBERS[AttendanceStatus.UNKNOWN]
_PLANNED = STATE_NUMBERS[SessionState.PLANNED]


class _When(TypedDict):
    """What meetings and series both say: from when until when."""

    starts_at: datetime.time | None
    ends_at: datetime.time | None


class _How(_When):
    """What every reading of a meeting tells."""

    day: datetime.date
    series_id: int | None
    state: SessionState
    reason: str
    remark: str


def _when(row: AnyRow) -> _When:
    return _When(starts_at=time_of(row.starts_at), ends_at=time_of(row.ends_at))


def _how(row: AnyRow) -> _How:
    return _How(
        **_when(row),
        day=day_from_number(row.day),
        series_id=row.series_id,
        state=STATES[row.state],
        reason=row.reason,
        remark=row.remark,
    )


def _when_values(one: Session | Series) -> dict[str, object]:
    return {
        "starts_at": time_to_minutes(one.starts_at),
        "ends_at": time_to_minutes(one.ends_at),
        "room": one.room,
        "leader": one.leader,
    }


def _counted() -> ColumnElement[bool]:
    """Whether somebody filled in who came, or how many."""
    session, marked, heads = tables.Session, tables.Attendance, tables.HeadCount
    named = exists().where(marked.session_id == session.id, marked.status != _UNKNOWN)
    return named | exists().where(heads.session_id == session.id)


def calendar(
    connection: Connection, period: Period, activity_id: int | None = None
) -> list[CalendarSession]:
    """The meetings of some days, in the order in which they are held."""
    session = tables.Session
    days = session.day.between(day_number(period.start), day_number(period.end))
    question = _calendar_question().where(days)
    if activity_id is not None:
        question = question.where(session.activity_id == activity_id)
    order = (session.day, session.starts_at, tables.Activity.folded_name, session.id)
    return [_calendar_session(row) for row in connection.execute(question.order_by(*order))]


def calendar_session(connection: Connection, session_id: int) -> CalendarSession | None:
    """One meeting as the calendar shows it; None when it is there no more."""
    question = _calendar_question().where(tables.Session.id == session_id)
    row = connection.execute(question).first()
    return None if row is None else _calendar_session(row)


def _calendar_question() -> Question:
    session, activity = tables.Session, tables.Activity
    return select(
        session.id,
        session.activity_id,
        activity.name,
        session.day,
        session.starts_at,
        session.ends_at,
        func.coalesce(session.room, activity.room).label("room"),
        func.coalesce(session.leader, activity.leader).label("leader"),
        session.state,
        session.reason,
        session.remark,
        session.series_id,
        case((_counted(), 1), else_=0).label("counted"),
    ).join(activity, activity.id == session.activity_id)


def _calendar_session(row: AnyRow) -> CalendarSession:
    return CalendarSession(
        id=row.id,
        activity_id=row.activity_id,
        activity=row.name,
        room=row.room,
        leader=row.leader,
        counted=bool(row.counted),
        **_how(row),
    )


def session_values(session: Session) -> dict[str, object]:
    """The row of a meeting, without its id."""
    return {
        "activity_id": session.activity_id,
        "series_id": session.series_id,
        "series_day": day_to_number(session.series_day),
        "day": day_to_number(session.day),
        **_when_values(session),
        "state": STATE_NUMBERS[session.state],
        "reason": session.reason,
        "remark": session.remark,
    }


def session_in(row: AnyRow) -> Session:
    """The meeting in a row of the table."""
    return Session(
        id=row.id,
        activity_id=row.activity_id,
        series_day=day_of(row.series_day),
        room=row.room,
        leader=row.leader,
        **_how(row),
    )


def series(connection: Connection, series_id: int) -> Series | None:
    """One series; None when it is there no more."""
    table = tables.Series.__table__
    row = connection.execute(select(table).where(table.c.id == series_id)).first()
    return None if row is None else _series(row)


def series_of(connection: Connection, activity_id: int | None = None) -> list[Series]:
    """The series of an activity, the oldest first; of all activities without an id."""
    table = tables.Series.__table__
    question = select(table).order_by(table.c.activity_id, table.c.first_day, table.c.id)
    if activity_id is not None:
        question = question.where(table.c.activity_id == activity_id)
    return [_series(row) for row in connection.execute(question)]


def save_series(connection: Connection, one: Series) -> int:
    """Keep a series; returns its id."""
    values = {
        "activity_id": one.activity_id,
        "rule": one.rule,
        "first_day": day_to_number(one.first_day),
        **_when_values(one),
        "on_holidays": int(one.on_holidays),
        "in_school_holidays": int(one.in_school_holidays),
    }
    return upsert(connection, tables.Series, one.id, values)


def known(connection: Connection, series_id: int) -> list[Known]:
    """The meetings that a series has, by the day that they stand for."""
    table = tables.Session
    stands_for = func.coalesce(table.series_day, table.day)
    fixed = case((and_(table.state == _PLANNED, ~_counted()), 0), else_=1)
    question = (
        select(table.id, stands_for.label("series_day"), table.day, fixed.label("fixed"))
        .where(table.series_id == series_id)
        .order_by(stands_for, table.id)
    )
    return [
        Known(
            id=row.id,
            series_day=day_from_number(row.series_day),
            day=day_from_number(row.day),
            fixed=bool(row.fixed),
        )
        for row in connection.execute(question)
    ]


def taken_days(
    connection: Connection, one: Series, period: Period
) -> dict[datetime.date, list[datetime.time | None]]:
    """When the activity of a series has other meetings: loose ones, and those of other series."""
    table = tables.Session
    question = select(table.day, table.starts_at).where(
        table.activity_id == one.activity_id,
        table.day.between(day_number(period.start), day_number(period.end)),
    )
    if one.id is not None:
        question = question.where(table.series_id.is_distinct_from(one.id))
    found: dict[datetime.date, list[datetime.time | None]] = {}
    for day, starts_at in connection.execute(question):
        found.setdefault(day_from_number(day), []).append(time_of(starts_at))
    return found


def add_sessions(connection: Connection, sessions: Iterable[Session]) -> None:
    """Plan many meetings at once."""
    insert_rows(connection, tables.Session, [session_values(one) for one in sessions])


def update_sessions(
    connection: Connection, ids: Sequence[int], values: Mapping[str, object]
) -> None:
    """Give meetings other values."""
    table = tables.Session
    if ids and values:
        connection.execute(update(table).where(table.id.in_(ids)).values(**values))


def drop_sessions(connection: Connection, ids: Sequence[int]) -> None:
    """Take out planned meetings; one that was held or counted stays, whoever asks."""
    table = tables.Session
    if ids:
        chosen = (table.id.in_(ids), table.state == _PLANNED, ~_counted())
        connection.execute(delete(table).where(*chosen))


def last_planned(connection: Connection) -> dict[int, datetime.date]:
    """The last day of each series for which there is a meeting."""
    table = tables.Session
    question = select(table.series_id, func.max(table.series_day)).where(
        table.series_id.is_not(None), table.series_day.is_not(None)
    )
    rows = connection.execute(question.group_by(table.series_id)).all()
    return {row[0]: day_from_number(row[1]) for row in rows if row[0] and row[1]}


def _series(row: AnyRow) -> Series:
    return Series(
        id=row.id,
        activity_id=row.activity_id,
        rule=row.rule,
        first_day=day_from_number(row.first_day),
        **_when(row),
        room=row.room,
        leader=row.leader,
        on_holidays=bool(row.on_holidays),
        in_school_holidays=bool(row.in_school_holidays),
    )
