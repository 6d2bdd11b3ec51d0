# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""History without somebody: their records are emptied, and their name leaves every sentence.

The records themselves stay, so that the numbers of changes and of rows go on being true and no
id is given out twice. A record without content cannot be turned back (``history.turning_back``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from buurthuis_admin.storage.erasing.traces import Scrubber, Traces, replace_names
from buurthuis_admin.storage.history import people_history
from buurthuis_admin.storage.history.recorded import BY_NAME, DELETED, RECORDED
from buurthuis_admin.storage.values import EntityKind

_EMPTY = (
    "UPDATE row_changes SET before = NULL, after = NULL WHERE table_number = ? "
    "AND row_key = ? AND row_key_2 = 0 AND (before IS NOT NULL OR after IS NOT NULL)"
)
_EMPTY_OF_PERSON = tuple(
    f"UPDATE {table} SET before = NULL, after = NULL WHERE table_number = ? "
    "AND row_key_2 = ? AND (before IS NOT NULL OR after IS NOT NULL)"
    for table in ("row_changes", "change_sets")  # a tap at the door is in its change set
)
_EMPTY_SOURCES = (
    "UPDATE row_changes SET before = NULL, after = NULL WHERE table_number = ? "
    "AND row_key_2 = ? AND row_word LIKE ? AND (before IS NOT NULL OR after IS NOT NULL)"
)
_ATTENDANCES = BY_NAME["attendances"].number
_SOURCES = BY_NAME["source_rows"].number
_KINDS = {
    "people": EntityKind.PERSON,
    "memberships": EntityKind.MEMBERSHIP,
    "contributions": EntityKind.CONTRIBUTION,
    "volunteers": EntityKind.VOLUNTEER,
    "volunteer_hours": EntityKind.VOLUNTEER_HOURS,
    "enrolments": EntityKind.ENROLMENT,
}


@dataclass(slots=True)
class Belongings:
    """The rows that are or once were somebody's, by table; found before anything is changed."""

    person_id: int
    rows: dict[str, set[int]] = field(default_factory=dict)

    @property
    def entities(self) -> Iterable[tuple[int, int]]:
        """Each row of which a spreadsheet can be the source: its kind and id."""
        for table, kind in _KINDS.items():
            for row_id in sorted(self.rows.get(table, ())):
                yield int(kind), row_id


def belongings(connection: Connection, person_id: int) -> Belongings:
    """The rows of a person, those that were deleted too."""
    found = Belongings(person_id, {"people": {person_id}})
    for one in people_history.owned():
        found.rows[one.name] = people_history.row_ids(connection, one, person_id)
    found.rows["households"] = _households(connection, person_id)
    found.rows["contributions"] = _contributions(connection, found.rows["memberships"])
    return found


def _contributions(connection: Connection, memberships: Collection[int]) -> set[int]:
    known = ", ".join(map(str, sorted(memberships))) or "NULL"
    number = BY_NAME["contributions"].number
    return set(
        connection.exec_driver_sql(
            f"SELECT id FROM main.contributions WHERE membership_id IN ({known}) "
            f"UNION SELECT row_key FROM row_changes WHERE table_number = {number} "
            f"AND operation = {DELETED} AND json_extract(before, '$.membership_id') IN ({known})"
        ).scalars()
    )


def _households(connection: Connection, person_id: int) -> set[int]:
    """Households that they are or were in and that nobody else is in: they bear their name."""
    return set(
        connection.exec_driver_sql(
            "SELECT household_id FROM main.people WHERE id = :id "
            "UNION SELECT json_extract(before, '$.household_id') FROM row_changes "
            "WHERE table_number = :people AND row_key = :id AND row_key_2 = 0 "
            "EXCEPT SELECT household_id FROM main.people WHERE id <> :id "
            "EXCEPT SELECT NULL",
            {"id": person_id, "people": BY_NAME["people"].number},
        ).scalars()
    )


def changes_of(connection: Connection, person_id: int) -> set[int]:
    """The numbers of the changes that concern a person."""
    return {change.id for change in people_history.change_sets(connection, person_id)}


def empty(connection: Connection, found: Belongings) -> None:
    """Empty every record of these rows, also those of the change that is under way."""
    for table, ids in found.rows.items():
        values = [(BY_NAME[table].number, row_id) for row_id in sorted(ids)]
        if values:
            connection.exec_driver_sql(_EMPTY, values)
    for statement in _EMPTY_OF_PERSON:
        connection.exec_driver_sql(statement, (_ATTENDANCES, found.person_id))
    for kind, row_id in found.entities:
        connection.exec_driver_sql(_EMPTY_SOURCES, (_SOURCES, row_id, f"{kind}:%"))


def rename_in_sentences(
    connection: Connection, changes: Mapping[int, Collection[int]], traces: Iterable[Traces]
) -> None:
    """Take names out of the sentences about people; ``changes`` are theirs by person."""
    for one in traces:
        forms = dict.fromkeys(one.own, one.instead)
        for number in sorted(changes[one.person_id]):
            sentence = connection.exec_driver_sql(
                "SELECT sentence FROM change_sets WHERE id = ?", (number,)
            ).scalar_one()
            _set_sentence(connection, number, sentence, replace_names(sentence, forms))


def _set_sentence(connection: Connection, number: int, before: str, after: str) -> None:
    if after != before:
        connection.exec_driver_sql(
            "UPDATE change_sets SET sentence = ? WHERE id = ?", (after, number)
        )


def scrub(connection: Connection, scrubber: Scrubber) -> None:
    """Take traces out of all other texts of the history."""
    rows = connection.exec_driver_sql("SELECT id, sentence FROM change_sets").all()
    for number, sentence in rows:
        _set_sentence(connection, number, sentence, scrubber.scrub(sentence))
    for table in ("row_changes", "change_sets"):
        _scrub_records(connection, table, scrubber)


def _scrub_records(connection: Connection, table: str, scrubber: Scrubber) -> None:
    known = ", ".join(str(number) for number in RECORDED)
    records = connection.exec_driver_sql(
        f"SELECT id, before, after FROM {table} "
        f"WHERE table_number IN ({known}) AND (before IS NOT NULL OR after IS NOT NULL)"
    )
    for number, before, after in records.all():
        cleaned = tuple(
            text if text is None or not scrubber.mentions(text) else scrubber.scrub_json(text)
            for text in (before, after)
        )
        if cleaned != (before, after):
            connection.exec_driver_sql(
                f"UPDATE {table} SET before = ?, after = ? WHERE id = ?", (*cleaned, number)
            )
