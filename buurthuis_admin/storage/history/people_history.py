# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All changes that concern one person: their own row, and the rows that belong to them."""

from __future__ import annotations

from sqlalchemy import Connection

from buurthuis_admin.domain.history import ChangeSet
from buurthuis_admin.storage.history import reading
from buurthuis_admin.storage.history.recorded import DELETED, RECORDED, Recorded

_PERSON = "people"


def owned() -> list[Recorded]:
    """The tables of rows that belong to a person, by ``person_id``, and have an id themselves."""
    return [
        one
        for one in RECORDED.values()
        if one.keys == ("id",) and (("person_id", _PERSON) in one.references)
    ]


def change_sets(connection: Connection, person_id: int) -> list[ChangeSet]:
    """The changes, the newest first."""
    found = reading.changes_of_row(connection, _PERSON, person_id)
    for one in owned():
        for row_id in row_ids(connection, one, person_id):
            found |= reading.changes_of_row(connection, one.name, row_id)
    return reading.change_sets_of(connection, sorted(found))


def row_ids(connection: Connection, one: Recorded, person_id: int) -> set[int]:
    """The rows of a table that belong or once belonged to a person."""
    now = connection.exec_driver_sql(
        f"SELECT id FROM main.{one.name} WHERE person_id = ?", (person_id,)
    ).scalars()
    gone = connection.exec_driver_sql(
        # 'row_key_2 = 0' is true for all of these; it lets the index leave out attendances.
        f"SELECT row_key FROM row_changes WHERE table_number = {one.number} AND row_key_2 = 0 "
        f"AND operation = {DELETED} AND json_extract(before, '$.person_id') = ?",
        (person_id,),
    ).scalars()
    return {*now, *gone}
