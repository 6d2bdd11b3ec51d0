# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an import compares with: the sessions of the days that its sheets speak of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from buurthuis_admin.storage.tables import (
    Attendance,
    ChangeSet,
    HeadCount,
    ImportFile,
    ImportSheet,
    Session,
    SourceRow,
    UnclearRow,
)
from buurthuis_admin.storage.values import EntityKind


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


def people_of_file(connection: Connection, sha256: str) -> Sequence[Any]:
    """Sheet, row and person, for all that came from a file with these bytes."""
    chosen = (
        select(ImportSheet.name, SourceRow.row, SourceRow.entity_id)
        .join(ImportSheet, ImportSheet.id == SourceRow.sheet_id)
        .join(ImportFile, ImportFile.id == ImportSheet.file_id)
        .where(ImportFile.sha256 == sha256, SourceRow.entity_kind == int(EntityKind.PERSON))
    )
    return connection.execute(chosen).all()


def source_rows(connection: Connection, sheets: Iterable[int]) -> Sequence[Any]:
    """What is known to have come from sheets: kind, entity, sheet and row."""
    one = SourceRow
    chosen = select(one.entity_kind, one.entity_id, one.sheet_id, one.row)
    return connection.execute(chosen.where(one.sheet_id.in_(list(sheets)))).all()


def set_aside_of_file(connection: Connection, sha256: str) -> Sequence[Any]:
    """The rows of a file with these bytes about which was decided later, or still is to be."""
    row = UnclearRow
    chosen = (
        select(
            ImportSheet.name.label("sheet"), row.row, row.state, row.reason, row.details, row.why
        )
        .join(ImportSheet, ImportSheet.id == row.sheet_id)
        .join(ImportFile, ImportFile.id == ImportSheet.file_id)
        .where(ImportFile.sha256 == sha256)
        .order_by(row.id)
    )
    return connection.execute(chosen).all()


def _on_days(first: int, last: int) -> ColumnElement[bool]:
    return Session.day.between(first, last)
