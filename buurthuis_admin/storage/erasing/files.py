# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bytes of spreadsheets that were read: gone with whoever stands in them, or by their age.

Which files name somebody is told by the rows that their data came from, and by the sheets of the
meetings and activities in which they stand. That a file was read stays known, by name and hash.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from sqlalchemy import Connection

from buurthuis_admin.storage import contents
from buurthuis_admin.storage.history.recorded import BY_NAME, DELETED
from buurthuis_admin.storage.tables import ImportFile
from buurthuis_admin.storage.values import EntityKind

_OF_SHEETS = (
    "SELECT DISTINCT f.sha256 FROM main.import_files f "
    "JOIN main.import_sheets s ON s.file_id = f.id WHERE s.id IN "
)
_OF_ENTITY = _OF_SHEETS + (
    "(SELECT sheet_id FROM main.source_rows WHERE entity_kind = ? AND entity_id = ?)"
)
_OF_MEETINGS = _OF_SHEETS + (
    "(SELECT r.sheet_id FROM main.source_rows r JOIN main.attendances a "
    f"ON a.session_id = r.entity_id WHERE r.entity_kind = {int(EntityKind.SESSION)} "
    "AND a.person_id = ?)"
)
_OF_ACTIVITIES = _OF_SHEETS + (
    "(SELECT r.sheet_id FROM main.source_rows r JOIN main.enrolments e "
    f"ON e.activity_id = r.entity_id WHERE r.entity_kind = {int(EntityKind.ACTIVITY)} "
    "AND e.person_id = ?)"
)
_TURNED_BACK = (
    "SELECT json_extract(before, '$.sha256') FROM row_changes "
    f"WHERE table_number = {BY_NAME['import_files'].number} AND operation = {DELETED} "
    "AND before IS NOT NULL EXCEPT SELECT sha256 FROM main.import_files"
)
_OLD = (
    "SELECT f.sha256 FROM main.import_files f JOIN main.import_batches b ON b.id = f.batch_id "
    "GROUP BY f.sha256 HAVING max(b.at) < ?"
)


def naming(connection: Connection, person_id: int, entities: Iterable[tuple[int, int]]) -> set[str]:
    """The hashes of the files in which somebody stands; ``entities``: kind and id of their rows."""
    found: set[str] = set()
    for entity in entities:
        found.update(connection.exec_driver_sql(_OF_ENTITY, entity).scalars())
    for question in (_OF_MEETINGS, _OF_ACTIVITIES):
        found.update(connection.exec_driver_sql(question, (person_id,)).scalars())
    return found


def of_sheets(connection: Connection, sheets: Iterable[int]) -> set[str]:
    """The hashes of the files that sheets are of."""
    known = ", ".join(map(str, sorted(sheets))) or "NULL"
    return set(connection.exec_driver_sql(f"{_OF_SHEETS}({known})").scalars())


def turned_back(connection: Connection) -> set[str]:
    """The hashes of files of which the reading was turned back: who stands in them is not known."""
    return {one for one in connection.exec_driver_sql(_TURNED_BACK).scalars() if one}


def drop(connection: Connection, hashes: Iterable[str]) -> None:
    """Let go of the bytes of files."""
    for sha256 in hashes:
        contents.drop(connection, sha256)


def drop_old(connection: Connection, before: datetime.date) -> int:
    """Let go of the bytes of files that were last read before a day; how many there were."""
    old = list(connection.exec_driver_sql(_OLD, (before.isoformat(),)).scalars())
    kept = [
        sha256
        for sha256 in old
        if contents.is_kept(connection, sha256)
        and not contents.is_named_outside(connection, sha256, ImportFile)
    ]
    drop(connection, kept)
    return len(kept)
