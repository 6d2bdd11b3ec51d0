# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the administration knows, in the form that the plan of an import compares with."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from buurthuis_admin.domain.dates import PartialDate, Period, day_from_number, day_number
from buurthuis_admin.domain.names import NameUse, PersonName
from buurthuis_admin.domain.people import Sex
from buurthuis_admin.domain.subsidies import SubsidyState
from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.planning.drafts import (
    ActivityDraft,
    ContributionDraft,
    HoursDraft,
    Known,
    MembershipDraft,
    PersonDraft,
    RowState,
    SessionDraft,
    SettledRow,
    SubsidyDraft,
)
from buurthuis_admin.importing.records import Source
from buurthuis_admin.storage import import_queries, tables, values
from buurthuis_admin.storage.bulk import Connection, all_rows

ZERO = Decimal("0.00")


def load_known(
    connection: Connection, days: Period | None, files: Mapping[str, str] = MappingProxyType({})
) -> Known:
    """Read what rows of a box could say something about; ``days`` are those of its meetings.

    ``files``: the SHA-256 of each file of the box, by its name.
    """
    people = _people(connection)
    activities = {
        row.id: ActivityDraft(
            row.name,
            row.theme,
            row.target_group,
            row.room,
            row.leader,
            row.weekday_and_time,
            row.capacity,
            values.amount_of(row.own_contribution),
            row.id,
        )
        for row in all_rows(connection, tables.Activity)
    }
    known = Known(people=list(people.values()), activities=list(activities.values()))
    if days is not None:
        _sessions(connection, known, activities, days)
    enrolments = all_rows(connection, tables.Enrolment, "activity_id", "person_id")
    known.enrolled = {(row.activity_id, row.person_id) for row in enrolments}
    known.subsidies = _subsidies(connection, activities)
    known.hours = [
        HoursDraft(
            people[row.person_id],
            PartialDate.from_number(row.day),
            values.amount_of(row.hours) or ZERO,
            activities.get(row.activity_id),
            row.task,
            row.id,
        )
        for row in all_rows(connection, tables.VolunteerHours)
    ]
    known.file_hashes = {row.sha256 for row in all_rows(connection, tables.ImportFile, "sha256")}
    for name, sha256 in files.items():
        if sha256 in known.file_hashes:
            _read_before(connection, known, people, name, sha256)
    return known


def _read_before(
    connection: Connection, known: Known, people: dict[int, PersonDraft], file: str, sha256: str
) -> None:
    """Who came from the rows of this very file, and which of them were set aside."""
    for sheet, number, entity in import_queries.people_of_file(connection, sha256):
        if entity in people:
            came = known.by_row.setdefault(Source(file, sheet, number), [])
            if people[entity] not in came:
                came.append(people[entity])
    for row in import_queries.set_aside_of_file(connection, sha256):
        state = RowState(row.state)
        known.settled[Source(file, row.sheet, row.row)] = SettledRow(state, _reason(row))


def _reason(row: Any) -> Reason:
    if row.state == RowState.ANSWERED:
        return Reason("answered_before")
    if row.state == RowState.LEFT_OUT:
        return Reason("left_out_before", {"why": row.why})
    return Reason(row.reason, json.loads(row.details))


def _people(connection: Connection) -> dict[int, PersonDraft]:
    people = {row.id: _person(row) for row in all_rows(connection, tables.Person)}
    memberships: dict[int, MembershipDraft] = {}
    for row in all_rows(connection, tables.Membership):
        draft = MembershipDraft(
            row.number,
            row.kind,
            values.partial_of(row.starts),
            values.partial_of(row.ends),
            row.end_reason,
            values.amount_of(row.fee),
            id=row.id,
        )
        memberships[row.id] = draft
        people[row.person_id].memberships.append(draft)
    for row in all_rows(connection, tables.Contribution):
        paid = None if row.paid is None else bool(row.paid)
        memberships[row.membership_id].contributions[row.year] = ContributionDraft(
            values.amount_of(row.amount), paid, row.id
        )
    for row in all_rows(connection, tables.Volunteer):
        people[row.person_id].volunteer = True
        people[row.person_id].tasks = row.tasks
    return people


def _person(row: Any) -> PersonDraft:
    name = PersonName(
        initials=row.initials,
        first=row.first,
        prefix=row.prefix,
        last=row.last,
        partner_prefix=row.partner_prefix,
        partner_last=row.partner_last,
        use=NameUse(row.name_use),
    )
    return PersonDraft(
        name,
        Sex(row.sex) if row.sex else None,
        values.partial_of(row.born),
        row.street,
        row.house,
        row.postcode,
        row.town,
        row.neighbourhood,
        row.phone,
        row.mobile,
        row.email,
        row.iban,
        row.remark,
        id=row.id,
        household_id=row.household_id,
    )


def _sessions(
    connection: Connection, known: Known, activities: dict[int, ActivityDraft], days: Period
) -> None:
    first, last = day_number(days.start), day_number(days.end)
    by_id: dict[int, SessionDraft] = {}
    for row in import_queries.sessions_between(connection, first, last):
        day = day_from_number(row.day)
        draft = SessionDraft(
            activities[row.activity_id],
            day,
            values.STATES[row.state],
            row.reason,
            row.remark,
            row.id,
        )
        by_id[row.id] = draft
        known.sessions.setdefault((row.activity_id, day), []).append(draft)
    for row in import_queries.attendance_between(connection, first, last):
        by_id[row.session_id].known_attendance[row.person_id] = values.STATUSES[row.status]
    names = {row.id: row.name for row in all_rows(connection, tables.TallyType)}
    for row in import_queries.head_counts_between(connection, first, last):
        by_id[row.session_id].known_counts[names[row.tally_type_id]] = row.number


def _subsidies(connection: Connection, activities: dict[int, ActivityDraft]) -> list[SubsidyDraft]:
    funders = {row.id: row.name for row in all_rows(connection, tables.Funder)}
    received: dict[int, int] = defaultdict(int)
    spent: dict[int, int] = defaultdict(int)
    for row in all_rows(connection, tables.Instalment, "subsidy_id", "received"):
        received[row.subsidy_id] += row.received or 0
    for row in all_rows(connection, tables.Expense, "subsidy_id", "amount"):
        spent[row.subsidy_id] += row.amount
    with_budget = {row.subsidy_id for row in all_rows(connection, tables.BudgetLine, "subsidy_id")}
    drafts = []
    for row in all_rows(connection, tables.Subsidy):
        draft = _subsidy(row, funders[row.funder_id])
        draft.activity = activities.get(row.activity_id)
        draft.received = draft.known_received = values.amount_of(received[row.id]) or ZERO
        draft.spent = draft.known_spent = values.amount_of(spent[row.id]) or ZERO
        draft.has_budget = row.id in with_budget
        drafts.append(draft)
    return drafts


def _subsidy(row: Any, funder: str) -> SubsidyDraft:
    start, end = values.day_of(row.period_start), values.day_of(row.period_end)
    return SubsidyDraft(
        funder,
        row.reference,
        row.purpose,
        SubsidyState(row.state),
        values.amount_of(row.requested),
        values.amount_of(row.awarded),
        applied_on=values.day_of(row.applied_on),
        decided_on=values.day_of(row.decided_on),
        due_on=values.day_of(row.due_on),
        period=Period(start, end) if start and end else None,
        remark=row.remark,
        id=row.id,
    )
