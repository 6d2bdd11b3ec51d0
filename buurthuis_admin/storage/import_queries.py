# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an import compares with: the sessions of the days that its sheets speak of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from buurthuis_admin.storage.tables import Attendance, ChangeSet, HeadCount, Session


def last_change(connection: Connection) -> int:
    """The number of the last finished change; a plan is good as long as it stays the same."""
    return connection.execute(select(func.max(ChangeSet.id))).scalar() or 0


def sessions_between(connection: Connection, first: int, last: int) -> Sequence[Any]:
    """The sessions from day to day (numbers like 20190307), in the order they were made."""
    columns = (
        Session.id,
        Session.activity_id,
        Session.day,
        Session.state,
        Session.reason,
        Session.remark,
    )
    chosen = select(*columns).where(_on_days(first, last)).order_by(Session.id)
    return connection.execute(chosen).all()


def attendance_between(connection: Connection, first: int, last: int) -> Sequence[Any]:
    """Who was marked at those sessions."""
    chosen = select(Attendance.session_id, Attendance.person_id, Attendance.status)
    return connection.execute(chosen.join(Session).where(_on_days(first, last))).all()


def head_counts_between(connection: Connection, first: int, last: int) -> Sequence[Any]:
    """How many were counted at those sessions."""
    chosen = select(HeadCount.session_id, HeadCount.tally_type_id, HeadCount.number)
    return connection.execute(chosen.join(Session).where(_on_days(first, last))).all()


def _on_days(first: int, last: int) -> ColumnElement[bool]:
    return Session.day.between(first, last)
