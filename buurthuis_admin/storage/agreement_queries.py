# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What agreed results are counted from, beside the sessions of ``figures_queries``."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.dates import Period, day_number
from buurthuis_admin.storage.figures_queries import hours_within
from buurthuis_admin.storage.tables import Attendance, Person, Session, VolunteerHours
from buurthuis_admin.storage.values import PRESENT, STATE_NUMBERS, amount_of

_YEAR = 10000
Activities = Collection[int] | None


def came_before(connection: Connection, day: datetime.date, activities: Activities) -> set[int]:
    """Who came to these activities before a day."""
    question = (
        select(Attendance.person_id)
        .join(Session, Session.id == Attendance.session_id)
        .where(Session.day < day_number(day), Attendance.status == PRESENT)
        .distinct()
    )
    return set(connection.scalars(_limited(question, Session.activity_id, activities)))


def born_in(connection: Connection, first: int, last: int) -> set[int]:
    """Who was born in these years."""
    years = (first * _YEAR, last * _YEAR + 9999)
    return set(connection.scalars(select(Person.id).where(Person.born.between(*years))))


def homes(connection: Connection) -> list[tuple[int, str, str]]:
    """Id, postcode and neighbourhood of everybody."""
    question = select(Person.id, Person.postcode, Person.neighbourhood)
    return [(row.id, row.postcode, row.neighbourhood) for row in connection.execute(question)]


def hours(connection: Connection, period: Period, activities: Activities) -> Decimal:
    """The volunteer hours of a period."""
    question = select(func.sum(VolunteerHours.hours)).where(hours_within(period))
    limited = _limited(question, VolunteerHours.activity_id, activities)
    return amount_of(connection.scalar(limited)) or Decimal(0)


def planned_sessions(
    connection: Connection, period: Period, after: datetime.date, activities: Activities
) -> int:
    """How many sessions of a period are still to be held."""
    question = select(func.count()).where(
        _within(Session.day, period),
        Session.day > day_number(after),
        Session.state == STATE_NUMBERS[SessionState.PLANNED],
    )
    return connection.scalar(_limited(question, Session.activity_id, activities)) or 0


def _limited(question: Any, column: Any, activities: Activities) -> Any:
    return question if activities is None else question.where(column.in_(activities))


def _within(column: Any, period: Period) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.between(day_number(period.start), day_number(period.end))
    return found
