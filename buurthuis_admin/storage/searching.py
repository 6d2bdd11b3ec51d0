# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who stands how to the centre on a day, as conditions of a question."""

from __future__ import annotations

import datetime

from sqlalchemy import ColumnElement, Connection, Integer, case, or_, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.storage import listing
from buurthuis_admin.storage.tables import Membership, Volunteer


def member_ids(connection: Connection, day: datetime.date) -> set[int]:
    """People with a membership on a day."""
    return listing.member_ids(connection.connection.driver_connection, day)


def runs_on(day: datetime.date) -> ColumnElement[bool]:
    """The rule of ``Membership.on`` as a condition: start ≤ day ≤ end."""
    number = day_number(day)
    return or_(Membership.starts.is_(None), Membership.starts <= number) & or_(
        Membership.ends.is_(None), latest(Membership.ends) >= number
    )


def volunteers_on(first: datetime.date, last: datetime.date) -> ColumnElement[bool]:
    """Registered on at least one of the days; the same rule as for memberships."""
    return or_(Volunteer.since.is_(None), Volunteer.since <= day_number(last)) & or_(
        Volunteer.until.is_(None), latest(Volunteer.until) >= day_number(first)
    )


def latest(column: InstrumentedAttribute[int | None]) -> ColumnElement[int | None]:
    """The latest day that a partial date can be: 00 counts as 99."""
    unknown = case((column % 10000 == 0, 9999), (column % 100 == 0, 99), else_=0)
    return type_coerce(column + unknown, Integer())
