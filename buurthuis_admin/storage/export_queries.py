# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the exported list of attendance is made of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sqlalchemy import Connection, select

from buurthuis_admin.domain.activities import AttendanceStatus, SessionState
from buurthuis_admin.domain.dates import day_from_number
from buurthuis_admin.storage.people_queries import people
from buurthuis_admin.storage.tables import Activity, Attendance, HeadCount, Session, TallyType
from buurthuis_admin.storage.values import PRESENT, STATES, STATUSES


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    """A named person at a session, or a number of anonymous visitors by tally type."""

    day: datetime.date
    activity: str
    state: SessionState
    person: str = ""
    status: AttendanceStatus | None = None
    tally_type: str = ""
    number: int


def attendance_lines(connection: Connection) -> list[AttendanceLine]:
    """Every attendance and every head count, by day, activity and name."""
    lines = [*_named(connection), *_anonymous(connection)]
    return sorted(lines, key=lambda line: (line.day, line.activity, not line.person, line.person))


def _named(connection: Connection) -> list[AttendanceLine]:
    names = {person.id: person.name.sorted for person in people(connection)}
    question = (
        select(Session.day, Activity.name, Session.state, Attendance.person_id, Attendance.status)
        .join(Session, Session.id == Attendance.session_id)
        .join(Activity, Activity.id == Session.activity_id)
    )
    return [
        AttendanceLine(
            day=day_from_number(day),
            activity=activity,
            state=STATES[state],
            person=names[person_id],
            status=STATUSES[status],
            number=int(status == PRESENT),
        )
        for day, activity, state, person_id, status in connection.execute(question)
    ]


def _anonymous(connection: Connection) -> list[AttendanceLine]:
    question = (
        select(Session.day, Activity.name, Session.state, TallyType.name, HeadCount.number)
        .join(Session, Session.id == HeadCount.session_id)
        .join(Activity, Activity.id == Session.activity_id)
        .join(TallyType, TallyType.id == HeadCount.tally_type_id)
    )
    return [
        AttendanceLine(
            day=day_from_number(day),
            activity=activity,
            state=STATES[state],
            tally_type=tally_type,
            number=number,
        )
        for day, activity, state, tally_type, number in connection.execute(question)
    ]
