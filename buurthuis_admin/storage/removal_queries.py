# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of somebody who is about to be removed."""

from __future__ import annotations

from sqlalchemy import Connection

from buurthuis_admin.domain.privacy import RemovalPreview
from buurthuis_admin.storage.history.naming import person_name
from buurthuis_admin.storage.history.one_row import row_of
from buurthuis_admin.storage.history.recorded import BY_NAME
from buurthuis_admin.storage.values import CANCELLED, PRESENT

_VISITS = (
    "SELECT count(*) FROM attendances a JOIN sessions s ON s.id = a.session_id "  # noqa: S608
    f"WHERE a.person_id = ? AND a.status = {PRESENT} AND s.state <> {CANCELLED}"
)
_HOURS = "SELECT count(*) FROM volunteer_hours WHERE person_id = ?"
_PAID = (
    "SELECT max(c.year) FROM contributions c JOIN memberships m ON m.id = c.membership_id "
    "WHERE m.person_id = ? AND (c.amount IS NOT NULL OR c.paid)"
)
_BOOKED = "SELECT max(year) FROM bookings WHERE person_id = ?"
_YEARS = (
    "SELECT min(starts) / 10000, max(coalesce(ends, 99991231)) / 10000 "
    "FROM memberships WHERE person_id = ?"
)


def preview(connection: Connection, person_id: int) -> RemovalPreview | None:
    """What is known, or None; both ``…_until`` are the last year they paid."""
    row = row_of(connection, BY_NAME["people"], {"id": person_id})
    if row is None:
        return None

    def one(question: str) -> int | None:
        number = connection.exec_driver_sql(question, (person_id,)).scalar()
        return None if number is None else int(number)

    first, last = connection.exec_driver_sql(_YEARS, (person_id,)).one()
    return RemovalPreview(
        name=person_name(row).full,
        visits=one(_VISITS) or 0,
        hours=one(_HOURS) or 0,
        membership_years=tuple(year for year in (first, last) if year is not None),
        contribution_until=one(_PAID),
        book_until=one(_BOOKED),
    )
