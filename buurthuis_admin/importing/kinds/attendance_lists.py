# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain lists of attendance: a date, an activity and a name in each row."""

from __future__ import annotations

from buurthuis_admin.domain.activities import AttendanceStatus
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.kinds.mentions import (
    activity_name,
    activity_of,
    day_or_reject,
    mentions_in,
)
from buurthuis_admin.importing.records import (
    HeadCountRecord,
    PersonMention,
    PresenceRecord,
    SessionKey,
    SessionRecord,
)
from buurthuis_admin.importing.values.marks import Mark
from buurthuis_admin.importing.values.people import parse_yes_no
from buurthuis_admin.importing.values.texts import content_of


def read_attendance_list(context: TableContext) -> None:
    """Read a list with a date, an activity and a name in each row."""
    has_activity = context.found.first(Field.ACTIVITY) is not None
    default = "" if has_activity else activity_of(context)
    sessions: dict[SessionKey, SessionRecord] = {}
    for row in context.table.data_rows:
        day = day_or_reject(context, row)
        if day is None:
            continue
        text = context.text(row, Field.ACTIVITY)
        activity = activity_name(text) if text else default or context.around.activity
        if not activity:
            context.reject(row, "no_activity")
            continue
        key = SessionKey(activity, day)
        sessions.setdefault(key, SessionRecord(key, context.source(row)))
        _read_list_row(context, row, key)
    context.out.records.sessions += sessions.values()


def _read_list_row(context: TableContext, row: int, key: SessionKey) -> None:
    people = mentions_in(context, row)
    number = _number_of(context, row)
    source = context.source(row)
    records = context.out.records
    if not people:
        mention = context.text(row, Field.NUMBER)
        if mention:
            people = (PersonMention(PersonName(), mention),)
        elif number:
            records.head_counts.append(HeadCountRecord(key, source, number))
            return
        else:
            context.reject(row, "no_name")
            return
    status = _status_of(context, row)
    brought = max(number - len(people), 0) if status is AttendanceStatus.PRESENT else 0
    for at, person in enumerate(people):
        records.presences.append(
            PresenceRecord(key, person, source, status, brought if at == 0 else 0)
        )


def _number_of(context: TableContext, row: int) -> int:
    cell = context.value(row, Field.COUNT)
    text = content_of(cell)
    return int(text) if text.isdigit() else 0


def _status_of(context: TableContext, row: int) -> AttendanceStatus:
    cell = context.value(row, Field.STATUS)
    if cell is None:
        return AttendanceStatus.PRESENT
    says = parse_yes_no(cell)
    mark = context.mark(cell).mark
    if says is True or mark in (Mark.PRESENT, Mark.NUMBER):
        return AttendanceStatus.PRESENT
    return AttendanceStatus.EXCUSED if mark is Mark.EXCUSED else AttendanceStatus.ABSENT
