# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""History: every change can be taken back, in turn or much later, and nothing else goes with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from buurthuis_admin.domain.history import ChangeKind, Operation, standing
from buurthuis_admin.storage import bulk, rows, tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.history import reading, turned, turning_back
from buurthuis_admin.storage.history.recorded import RECORDED
from tests.unit.storage.making import PASSWORD, person_row, write

_EVERYTHING = [(one.name, str(select(one.table))) for one in RECORDED.values()]
Content = dict[str, list[tuple[Any, ...]]]


def content(file: AdministrationFile) -> Content:
    """Every row that has a history, and what the search finds."""
    with file.reading() as connection:
        found = {
            name: sorted(map(tuple, connection.exec_driver_sql(sql)), key=repr)
            for name, sql in _EVERYTHING
        }
        found["search"] = [
            tuple(row)
            for row in connection.exec_driver_sql(
                "SELECT rowid FROM people_search WHERE people_search MATCH 'jan OR berg OR anna'"
            )
        ]
    return found


def take_back(file: AdministrationFile, number: int, kind: ChangeKind) -> list[str]:
    with file.unit_of_work("Teruggedraaid", kind, number) as unit:
        turned = turning_back.turn_back(unit.connection, number)
        unit.commit()
    return list(turned.kept)


def undo(file: AdministrationFile) -> bool:
    with file.reading() as connection:
        number = reading.latest_to_undo(connection)
    if number is None:
        return False
    assert take_back(file, number, ChangeKind.UNDO) == []
    return True


def redo(file: AdministrationFile) -> bool:
    with file.reading() as connection:
        number = reading.latest_to_redo(connection)
    if number is None:
        return False
    assert take_back(file, number, ChangeKind.REDO) == []
    return True


def ids(connection: Connection, table: type[tables.Base]) -> list[int]:
    column = table.__table__.c.id
    return list(connection.scalars(select(column).order_by(column)))


def pick(connection: Connection, table: type[tables.Base], chance: int) -> int | None:
    known = ids(connection, table)
    return known[chance % len(known)] if known else None


def add_person(connection: Connection, chance: int) -> None:
    name = ("Jan", "Anna", "Noor")[chance % 3]
    rows.upsert(connection, tables.Person, None, person_row(name, "Berg"))


def rename(connection: Connection, chance: int) -> None:
    person = pick(connection, tables.Person, chance)
    if person:
        rows.upsert(connection, tables.Person, person, person_row("Anna", f"Smit{chance}"))


def join(connection: Connection, chance: int) -> None:
    person = pick(connection, tables.Person, chance)
    if person:
        values = {"person_id": person, "number": str(chance), "starts": 20190000}
        rows.upsert(connection, tables.Membership, None, values)


def leave(connection: Connection, chance: int) -> None:
    membership = pick(connection, tables.Membership, chance)
    if membership:
        rows.upsert(connection, tables.Membership, membership, {"ends": 20200101 + chance % 20})


def remove_person(connection: Connection, chance: int) -> None:
    person = pick(connection, tables.Person, chance)
    if person:
        connection.execute(delete(tables.Attendance).where(tables.Attendance.person_id == person))
        connection.execute(delete(tables.Person).where(tables.Person.id == person))


def add_session(connection: Connection, chance: int) -> None:
    activity = pick(connection, tables.Activity, chance)
    if activity is None:
        values = {"name": f"Inloop {chance}", "folded_name": f"inloop {chance}"}
        activity = rows.upsert(connection, tables.Activity, None, values)
    rows.upsert(
        connection, tables.Session, None, {"activity_id": activity, "day": 20240101 + chance % 28}
    )


def come(connection: Connection, chance: int) -> None:
    person = pick(connection, tables.Person, chance)
    session = pick(connection, tables.Session, chance // 3)
    if person and session:
        row = {"session_id": session, "person_id": person, "status": chance % 4}
        bulk.replace_rows(connection, tables.Attendance, ("session_id", "person_id"), [row])


def box(connection: Connection, chance: int) -> None:
    first = bulk.next_id(connection, tables.Person)
    people = [{"id": first + n, **person_row("Jan", f"Berg{n}")} for n in range(3)]
    bulk.insert_rows(connection, tables.Person, people)
    memberships = [{"person_id": row["id"], "number": str(chance)} for row in people]
    bulk.insert_rows(connection, tables.Membership, memberships)
    activity = {"id": bulk.next_id(connection, tables.Activity), "name": "Box"}
    activity["folded_name"] = f"box {activity['id']}"
    bulk.insert_rows(connection, tables.Activity, [activity])
    session = bulk.next_id(connection, tables.Session)
    bulk.insert_rows(
        connection,
        tables.Session,
        [{"id": session, "activity_id": activity["id"], "day": 20240305}],
    )
    came = [{"session_id": session, "person_id": row["id"], "status": 1} for row in people]
    bulk.insert_rows(connection, tables.Attendance, came)


def change_settings(connection: Connection, chance: int) -> None:
    connection.execute(delete(tables.Setting).where(tables.Setting.key == "name"))
    connection.execute(insert(tables.Setting), {"key": "name", "value": str(chance)})


CHANGES: list[Callable[[Connection, int], None]] = [
    add_person,
    rename,
    join,
    leave,
    remove_person,
    add_session,
    come,
    box,
    change_settings,
]
changes = st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 99)), max_size=12)


def do(file: AdministrationFile, change: Callable[[Connection, int], None], chance: int) -> None:
    with file.unit_of_work(change.__name__) as unit:
        change(unit.connection, chance)
        unit.commit()


@settings(max_examples=settings().max_examples // 3)
@given(done=changes, more=changes)
def test_all_can_be_undone_and_redone_also_after_a_restart(
    empty_administration: Path,
    tmp_path_factory: pytest.TempPathFactory,
    done: list[Any],
    more: list[Any],
) -> None:
    path = Path(shutil.copy(empty_administration, tmp_path_factory.mktemp("h") / "a"))
    file = AdministrationFile.open(path, PASSWORD)
    states = [content(file)]
    for change, chance in done:
        do(file, change, chance)
        if content(file) != states[-1]:  # what changed nothing is nothing to undo
            states.append(content(file))
    for state in reversed(states[:-1]):
        assert undo(file)
        assert content(file) == state
    assert not undo(file)
    file.close()
    file = AdministrationFile.open(path, PASSWORD)
    for state in states[1:]:
        assert redo(file)
        assert content(file) == state
    assert not redo(file)
    for change, chance in more:
        do(file, change, chance)
    while undo(file):
        pass
    assert content(file) == states[0]
    file.close()


def test_outside_a_unit_of_work_no_row_can_be_changed(file: AdministrationFile) -> None:
    with pytest.raises(IntegrityError), file.bookkeeping() as connection:
        connection.execute(insert(tables.Person), person_row())


def test_a_new_change_ends_what_can_be_redone(file: AdministrationFile) -> None:
    do(file, add_person, 0)
    undo(file)
    do(file, add_person, 1)
    assert not redo(file)


def test_an_id_is_never_given_out_twice(file: AdministrationFile) -> None:
    do(file, box, 1)
    with file.reading() as connection:
        before = ids(connection, tables.Person)
    undo(file)
    do(file, add_person, 1)
    with file.reading() as connection:
        after = ids(connection, tables.Person)
    assert min(after) > max(before)


def import_box(file: AdministrationFile) -> int:
    do(file, box, 1)
    with file.reading() as connection:
        number = reading.latest_to_undo(connection)
    assert number
    return number


def test_what_was_changed_since_stays_and_is_named(file: AdministrationFile) -> None:
    number = import_box(file)
    with file.unit_of_work("Anna verhuisd") as unit:
        unit.connection.execute(
            update(tables.Person).where(tables.Person.last == "Berg1").values(town="Waterdam")
        )
        unit.commit()
    with file.reading() as connection:
        seen = turning_back.preview(connection, number)
    kept = take_back(file, number, ChangeKind.UNDO)
    assert kept == list(seen.kept) == ["Jan Berg1"]
    with file.reading() as connection:
        assert connection.scalars(select(tables.Person.last)).all() == ["Berg1"]
        assert len(ids(connection, tables.Membership)) == 1  # a part of who stays
        assert ids(connection, tables.Session) == []


def test_what_is_used_since_stays(file: AdministrationFile) -> None:
    number = import_box(file)
    with file.unit_of_work("Nieuwe bijeenkomst") as unit:
        person = ids(unit.connection, tables.Person)[0]
        activity = ids(unit.connection, tables.Activity)[0]
        session = rows.upsert(
            unit.connection, tables.Session, None, {"activity_id": activity, "day": 20240401}
        )
        bulk.insert_rows(
            unit.connection,
            tables.Attendance,
            [{"session_id": session, "person_id": person, "status": 1}],
        )
        unit.commit()
    assert take_back(file, number, ChangeKind.UNDO) == ["Jan Berg0", "Box"]
    with file.reading() as connection:
        assert ids(connection, tables.Person) == [person]
        assert ids(connection, tables.Session) == [session]


def test_turning_back_a_box_can_itself_be_undone(file: AdministrationFile) -> None:
    number = import_box(file)
    before = content(file)
    do(file, add_session, 3)
    undo(file)
    take_back(file, number, ChangeKind.UNDO)
    assert redo(file)
    assert content(file) == before


def test_a_field_that_was_changed_since_keeps_its_new_value(file: AdministrationFile) -> None:
    write(file, tables.Person, person_row(id=1))
    with file.unit_of_work("Eerst") as unit:
        unit.connection.execute(update(tables.Person).values(town="Waterdam", phone="1"))
        unit.commit()
    first = unit.change_set_id
    with file.unit_of_work("Toen") as unit:
        unit.connection.execute(update(tables.Person).values(town="Elders"))
        unit.commit()
    assert take_back(file, first, ChangeKind.UNDO) == ["Jan Berg"]
    with file.reading() as connection:
        row = connection.execute(select(tables.Person.__table__)).one()
    assert (row.town, row.phone) == ("Elders", "")


def test_something_of_which_the_place_is_taken_does_not_come_back(file: AdministrationFile) -> None:
    row = {"id": 1, "name": "Inloop", "folded_name": "inloop"}
    write(file, tables.Activity, row)
    with file.unit_of_work("Weg") as unit:
        unit.connection.execute(delete(tables.Activity))
        unit.commit()
    gone = unit.change_set_id
    write(file, tables.Activity, {**row, "id": 2})
    before = content(file)
    with pytest.raises(turned.CannotTurnBack):
        take_back(file, gone, ChangeKind.UNDO)
    assert content(file) == before


def test_the_fields_of_a_change_are_told(file: AdministrationFile) -> None:
    write(file, tables.Person, person_row(id=1, town="Waterdam"))
    with file.unit_of_work("Verhuisd") as unit:
        unit.connection.execute(update(tables.Person).values(town="Elders"))
        unit.commit()
    with file.reading() as connection:
        added, changed = (
            reading.row_changes(connection, number, 0, 10)[0]
            for number in (unit.change_set_id - 1, unit.change_set_id)
        )
        listed = reading.change_sets(connection, 0, 10)
    assert (changed.name, changed.operation) == ("Jan Berg", Operation.CHANGED)
    assert [(one.column, one.before, one.after) for one in changed.fields] == [
        ("town", "Waterdam", "Elders")
    ]
    assert {one.column: one.after for one in added.fields}["town"] == "Waterdam"
    assert [(one.sentence, one.rows) for one in listed] == [("Verhuisd", 1), ("Test", 1)]


def test_a_box_takes_a_range_for_each_table(file: AdministrationFile) -> None:
    number = import_box(file)
    with file.reading() as connection:
        told = reading.row_changes(connection, number, 0, 100)
    assert [(one.table, one.count) for one in told] == [
        ("people", 3),
        ("memberships", 3),
        ("activities", 1),
        ("sessions", 1),
    ]


def test_a_change_is_found_from_its_row(file: AdministrationFile) -> None:
    number = import_box(file)
    with file.reading() as connection:
        assert reading.changes_of_row(connection, "people", 2) == {number}
        assert reading.changes_of_row(connection, "people", 9) == set()


@pytest.mark.parametrize(
    ("pairs", "undone"),
    [
        ([], set()),
        ([(2, 1)], {1}),
        ([(2, 1), (3, 2)], {2}),
        ([(2, 1), (3, 2), (4, 3)], {1, 3}),
        ([(3, 2), (4, 1)], {1, 2}),
    ],
)
def test_who_is_in_force(pairs: list[tuple[int, int]], undone: set[int]) -> None:
    assert standing(pairs).undone == undone
