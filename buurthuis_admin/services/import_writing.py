# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the plan of an import, thousands of rows at a time, in one unit of work."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from buurthuis_admin.importing.planning.drafts import (
    ActivityDraft,
    PersonDraft,
    Plan,
    SessionDraft,
)
from buurthuis_admin.importing.records import Source
from buurthuis_admin.importing.workbook import Workbook
from buurthuis_admin.services.import_rows import (
    Row,
    activity_values,
    membership_values,
    person_values,
)
from buurthuis_admin.services.import_subsidies import SubsidyWriter
from buurthuis_admin.storage import import_queries, tables, values
from buurthuis_admin.storage.bulk import (
    Table,
    all_rows,
    insert_rows,
    next_id,
    replace_rows,
    update_rows,
)
from buurthuis_admin.storage.merging import keep_different
from buurthuis_admin.storage.unit_of_work import UnitOfWork
from buurthuis_admin.storage.values import EntityKind, hundredths


@dataclass(slots=True)
class _Sheets:
    """The ids of the sheets of this import, and the rows that say what came from where."""

    ids: dict[tuple[str, str], int] = field(default_factory=dict)
    rows: dict[tuple[int, int, int, int], Row] = field(default_factory=dict)
    known: set[tuple[int, int, int, int]] = field(default_factory=set)

    def came_from(self, kind: EntityKind, entity: int, sources: Sequence[Source]) -> None:
        """Remember every row that said something of an entity."""
        for source in sources:
            sheet = self.ids.get((source.file, source.sheet))
            if sheet is not None:
                key = (int(kind), entity, sheet, source.row)
                if key in self.known:
                    continue
                self.rows[key] = {
                    "entity_kind": int(kind),
                    "entity_id": entity,
                    "sheet_id": sheet,
                    "row": source.row,
                }


class PlanWriter:
    """Writes a plan through the connection of a unit of work; ids are given out here."""

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit
        self._connection = unit.connection
        self._sheets = _Sheets()

    def write(self, plan: Plan, workbooks: Sequence[Workbook]) -> None:
        """Write everything; the caller commits."""
        self._batch(workbooks)
        self._waiting(plan)
        self._write(plan)

    def write_rows(self, plan: Plan, sheets: Mapping[tuple[str, str], int]) -> None:
        """Write what rows of an earlier import bring now; ``sheets``: by file and sheet, the id."""
        self._sheets.ids.update(sheets)
        for known in import_queries.source_rows(self._connection, sheets.values()):
            self._sheets.known.add(tuple(known))
        self._write(plan)

    def _write(self, plan: Plan) -> None:
        self._people(plan.people)
        for person in plan.named:
            assert person.id is not None
            self._sheets.came_from(EntityKind.PERSON, person.id, person.sources)
        self._different(plan)
        self._activities(plan.activities)
        self._sessions(plan.sessions)
        self._enrolments(plan)
        SubsidyWriter(self._connection).write(plan.subsidies)
        for subsidy in plan.subsidies:
            assert subsidy.id is not None
            self._sheets.came_from(EntityKind.SUBSIDY, subsidy.id, subsidy.sources)
        self._hours(plan)
        insert_rows(self._connection, tables.SourceRow, list(self._sheets.rows.values()))

    def _next(self, table: Table) -> int:
        return next_id(self._connection, table)

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        insert_rows(self._connection, table, rows)

    # --- where it came from ---

    def _batch(self, workbooks: Sequence[Workbook]) -> None:
        batch, file_id = self._next(tables.ImportBatch), self._next(tables.ImportFile)
        sheet_id = self._next(tables.ImportSheet)
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        change_set = self._unit.change_set_id
        self._insert(tables.ImportBatch, [{"id": batch, "change_set_id": change_set, "at": at}])
        files: list[Row] = []
        sheets: list[Row] = []
        for book in workbooks:
            files.append(
                {
                    "id": file_id,
                    "batch_id": batch,
                    "name": book.file_name,
                    "sha256": book.sha256,
                    "size": book.size,
                }
            )
            for sheet in book.sheets:
                self._sheets.ids[book.file_name, sheet.name] = sheet_id
                sheets.append({"id": sheet_id, "file_id": file_id, "name": sheet.name})
                sheet_id += 1
            file_id += 1
        self._insert(tables.ImportFile, files)
        self._insert(tables.ImportSheet, sheets)

    def _waiting(self, plan: Plan) -> None:
        rows: list[Row] = [
            {
                "sheet_id": self._sheets.ids[one.source.file, one.source.sheet],
                "row": one.source.row,
                "reason": one.reason.code,
                "details": json.dumps(dict(one.reason.details)),
                "cells": json.dumps(one.content, ensure_ascii=False),
            }
            for one in plan.waiting
        ]
        self._insert(tables.UnclearRow, rows)

    # --- people ---

    def _people(self, people: Sequence[PersonDraft]) -> None:
        self._households(people)
        person_id = self._next(tables.Person)
        new: list[Row] = []
        changed: list[Row] = []
        for draft in people:
            if draft.id is None:
                draft.id = person_id
                person_id += 1
                row = person_values(draft)
                row["id"] = draft.id
                new.append(row)
            else:
                changed.append({"id": draft.id, **person_values(draft)})
        self._insert(tables.Person, new)
        update_rows(self._connection, tables.Person, changed)
        self._memberships(people)
        self._volunteers([draft for draft in people if draft.volunteer])

    def _different(self, plan: Plan) -> None:
        """Remember who were said to be two people."""
        for one, other in plan.different:
            if one.id is not None and other.id is not None:
                keep_different(self._connection, (min(one.id, other.id), max(one.id, other.id)))

    def _households(self, people: Sequence[PersonDraft]) -> None:
        household_id = self._next(tables.Household)
        rows: list[Row] = []
        updates: list[Row] = []
        for draft in people:
            other = draft.household
            if other is None:
                continue
            if other.household_id is None:
                rows.append({"id": household_id, "name": other.name.surname})
                other.household_id = household_id
                household_id += 1
                if other.id is not None:
                    updates.append({"id": other.id, "household_id": other.household_id})
            draft.household_id = other.household_id
        self._insert(tables.Household, rows)
        update_rows(self._connection, tables.Person, updates)

    def _memberships(self, people: Sequence[PersonDraft]) -> None:
        membership_id = self._next(tables.Membership)
        contribution_id = self._next(tables.Contribution)
        new: list[Row] = []
        changed: list[Row] = []
        paid: list[Row] = []
        paid_changed: list[Row] = []
        for draft in people:
            for membership in draft.memberships:
                row = membership_values(membership)
                if membership.id is None:
                    membership.id = membership_id
                    membership_id += 1
                    new.append({"id": membership.id, "person_id": draft.id, **row})
                elif membership.changed:
                    changed.append({"id": membership.id, **row})
                for year, contribution in membership.contributions.items():
                    money: Row = {
                        "amount": hundredths(contribution.amount),
                        "paid": None if contribution.paid is None else int(contribution.paid),
                    }
                    if contribution.id is None:
                        place = {
                            "id": contribution_id,
                            "membership_id": membership.id,
                            "year": year,
                        }
                        paid.append({**place, **money})
                        contribution_id += 1
                    elif contribution.changed:
                        paid_changed.append({"id": contribution.id, **money})
        self._insert(tables.Membership, new)
        update_rows(self._connection, tables.Membership, changed)
        self._insert(tables.Contribution, paid)
        update_rows(self._connection, tables.Contribution, paid_changed)

    def _volunteers(self, people: Sequence[PersonDraft]) -> None:
        rows: list[Row] = [{"person_id": draft.id, "tasks": draft.tasks} for draft in people]
        known = {
            row.person_id: row.id
            for row in all_rows(self._connection, tables.Volunteer, "id", "person_id")
        }
        self._insert(tables.Volunteer, [row for row in rows if row["person_id"] not in known])
        update_rows(
            self._connection,
            tables.Volunteer,
            [
                {"id": known[int(str(row["person_id"]))], "tasks": row["tasks"]}
                for row in rows
                if row["person_id"] in known and row["tasks"]
            ],
        )

    # --- activities and sessions ---

    def _activities(self, activities: Sequence[ActivityDraft]) -> None:
        activity_id = self._next(tables.Activity)
        new: list[Row] = []
        changed: list[Row] = []
        for draft in activities:
            row = activity_values(draft)
            if draft.id is None:
                draft.id = activity_id
                activity_id += 1
                new.append({"id": draft.id, **row})
            else:
                changed.append({"id": draft.id, **row})
            self._sheets.came_from(EntityKind.ACTIVITY, draft.id, draft.sources)
        self._insert(tables.Activity, new)
        update_rows(self._connection, tables.Activity, changed)

    def _sessions(self, sessions: Sequence[SessionDraft]) -> None:
        session_id = self._next(tables.Session)
        new: list[Row] = []
        changed: list[Row] = []
        for draft in sessions:
            row: Row = {
                "state": values.STATE_NUMBERS[draft.state],
                "reason": draft.reason,
                "remark": draft.remark,
            }
            if draft.id is None:
                draft.id = session_id
                session_id += 1
                place = {"activity_id": draft.activity.id, "day": values.day_to_number(draft.day)}
                new.append({"id": draft.id, **place, **row})
            elif draft.changed:
                changed.append({"id": draft.id, **row})
            self._sheets.came_from(EntityKind.SESSION, draft.id, draft.sources)
        self._insert(tables.Session, new)
        update_rows(self._connection, tables.Session, changed)
        self._attendance(sessions)
        self._head_counts(sessions)

    def _attendance(self, sessions: Sequence[SessionDraft]) -> None:
        new: list[Row] = []
        changed: list[Row] = []
        for draft in sessions:
            for person, status in draft.attendance.items():
                row: Row = {
                    "session_id": draft.id,
                    "person_id": person.id,
                    "status": values.STATUS_NUMBERS[status],
                }
                known = person.id in draft.known_attendance
                (changed if known else new).append(row)
        self._insert(tables.Attendance, new)
        replace_rows(self._connection, tables.Attendance, ("session_id", "person_id"), changed)

    def _head_counts(self, sessions: Sequence[SessionDraft]) -> None:
        types = {row.name: row.id for row in all_rows(self._connection, tables.TallyType)}
        new_id = self._next(tables.TallyType)
        new_types: list[Row] = []
        rows: list[Row] = []
        for draft in sessions:
            for tally, number in draft.counts.items():
                if tally not in types:
                    types[tally] = new_id
                    new_types.append({"id": new_id, "name": tally, "position": new_id})
                    new_id += 1
                rows.append(
                    {"session_id": draft.id, "tally_type_id": types[tally], "number": number}
                )
        self._insert(tables.TallyType, new_types)
        replace_rows(self._connection, tables.HeadCount, ("session_id", "tally_type_id"), rows)

    def _enrolments(self, plan: Plan) -> None:
        self._insert(
            tables.Enrolment,
            [
                {"activity_id": activity.id, "person_id": person.id}
                for activity, person in plan.enrolments
            ],
        )

    # --- hours ---

    def _hours(self, plan: Plan) -> None:
        hours_id = self._next(tables.VolunteerHours)
        new: list[Row] = []
        changed: list[Row] = []
        for draft in plan.hours:
            if draft.id is not None:
                changed.append({"id": draft.id, "hours": hundredths(draft.hours)})
                continue
            draft.id = hours_id
            hours_id += 1
            new.append(
                {
                    "id": draft.id,
                    "person_id": draft.person.id,
                    "activity_id": draft.activity.id if draft.activity else None,
                    "day": draft.day.number,
                    "hours": hundredths(draft.hours),
                    "task": draft.task,
                }
            )
            if draft.source is not None:
                self._sheets.came_from(EntityKind.VOLUNTEER_HOURS, draft.id, [draft.source])
        self._insert(tables.VolunteerHours, new)
        update_rows(self._connection, tables.VolunteerHours, changed)
