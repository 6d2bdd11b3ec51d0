# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that is held on one person, row by row, and where it came from.

Made from the tables themselves, so that a column that is added later is in it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from buurthuis_admin.domain.history import RowChange
from buurthuis_admin.storage.erasing import history, texts
from buurthuis_admin.storage.erasing.texts import Mention
from buurthuis_admin.storage.erasing.traces import Scrubber, traces_of
from buurthuis_admin.storage.history import reading
from buurthuis_admin.storage.history.one_row import Values
from buurthuis_admin.storage.history.recorded import BY_NAME

_OWN = {
    "people": "id = :id",
    "households": "id = (SELECT household_id FROM people WHERE id = :id)",
    "memberships": "person_id = :id",
    "contributions": "membership_id IN (SELECT id FROM memberships WHERE person_id = :id)",
    "contribution_payments": (
        "contribution_id IN (SELECT c.id FROM contributions c "
        "JOIN memberships m ON m.id = c.membership_id WHERE m.person_id = :id)"
    ),
    "bookings": "person_id = :id",
    "volunteers": "person_id = :id",
    "volunteer_hours": "person_id = :id",
    "allowances": "person_id = :id",
    "neighbour_help": "person_id = :id",
    "help_given": "person_id = :id",
    "enrolments": "person_id = :id",
    "activity_people": "person_id = :id",
    "own_contributions": "person_id = :id",
    "consents": "person_id = :id",
    "access_requests": "person_id = :id",
}
_ATTENDANCES = (
    "SELECT s.day, s.starts_at, s.activity_id, s.state, a.status, a.role FROM attendances a "
    "JOIN sessions s ON s.id = a.session_id WHERE a.person_id = :id "
    "ORDER BY s.day, s.starts_at, s.id"
)
_SOURCES = (
    "SELECT f.name AS file, s.name AS sheet, r.row FROM source_rows r "
    "JOIN import_sheets s ON s.id = r.sheet_id JOIN import_files f ON f.id = s.file_id "
    "WHERE r.entity_kind = ? AND r.entity_id = ?"
)
_RECORDS = (
    "SELECT * FROM row_changes WHERE table_number = ? AND row_key = ? AND row_key_2 = 0 "
    "AND last_key IS NULL"
)


@dataclass(frozen=True, slots=True)
class Held:
    """What is held: rows by table, attendances, the spreadsheets, changes and mentions.

    ``changes`` are the moment (UTC, ISO 8601), the sentence, and what it did to rows of theirs.
    """

    rows: dict[str, list[Values]]
    attendances: list[Values]
    sources: list[tuple[str, str, int]]
    changes: list[tuple[str, str, list[RowChange]]]
    mentions: list[Mention]


def held(connection: Connection, person_id: int) -> Held:
    """Everything on a person."""
    rows = {table: _rows(connection, table, where, person_id) for table, where in _OWN.items()}
    own = {(table, row["id"]) for table, found in rows.items() for row in found}
    scrubber = Scrubber([traces_of(connection, person_id, "")])
    return Held(
        rows=rows,
        attendances=_values(connection, _ATTENDANCES, person_id),
        sources=sorted(set(_sources(connection, person_id))),
        changes=list(_changes(connection, person_id)),
        mentions=[
            found
            for found in texts.mentions(connection, scrubber)
            if (found.one.name, *found.key) not in own
        ],
    )


def _rows(connection: Connection, table: str, where: str, person_id: int) -> list[Values]:
    question = f"SELECT * FROM {table} WHERE {where} ORDER BY id"  # noqa: S608  (our names)
    return _values(connection, question, person_id)


def _values(connection: Connection, question: str, person_id: int) -> list[Values]:
    rows = connection.exec_driver_sql(question, {"id": person_id}).mappings()
    return [dict(row) for row in rows]


def _sources(connection: Connection, person_id: int) -> Iterator[tuple[str, str, int]]:
    for entity in history.belongings(connection, person_id).entities:
        for file, sheet, row in connection.exec_driver_sql(_SOURCES, entity):
            yield file, sheet, int(row)


def _changes(connection: Connection, person_id: int) -> Iterator[tuple[str, str, list[RowChange]]]:
    """Changes that concern the person, the oldest first."""
    found: dict[int, list[RowChange]] = {}
    for table, ids in history.belongings(connection, person_id).rows.items():
        for row_id in sorted(ids):
            records = connection.exec_driver_sql(_RECORDS, (BY_NAME[table].number, row_id))
            for record in records.all():
                change = reading.row_change(connection, record)
                found.setdefault(record.change_set_id, []).append(change)
    for number in sorted(history.changes_of(connection, person_id) | found.keys()):
        at, sentence = connection.exec_driver_sql(
            "SELECT at, sentence FROM change_sets WHERE id = ?", (number,)
        ).one()
        yield at, sentence, found.get(number, [])


def columns_in_use(connection: Connection, table: str, columns: Sequence[str]) -> set[str]:
    """Which of these columns of a table have any value in any row."""
    found = ", ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE {column} IS NOT NULL AND {column} <> '')"  # noqa: S608
        for column in columns
    )
    answers = connection.exec_driver_sql(f"SELECT {found}").one()
    return {column for column, used in zip(columns, answers, strict=True) if used}
