# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A change of one row that two numbers name is told by its change set alone."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from buurthuis_admin.domain.activities import Attendance, AttendanceStatus
from buurthuis_admin.domain.history import ChangeKind, FieldChange, Operation
from buurthuis_admin.storage import activity_queries, tables
from buurthuis_admin.storage.erasing import history as erasing
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.history import reading, turning_back
from buurthuis_admin.storage.sqlite import DriverError
from tests.unit.storage.making import person_row, write

PRESENT, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.ABSENT


@pytest.fixture
def meeting(file: AdministrationFile) -> AdministrationFile:
    """One meeting and two people."""
    write(file, tables.Person, person_row(id=1))
    write(file, tables.Person, person_row(id=2))
    write(file, tables.Activity, {"id": 1, "name": "Inloop", "folded_name": "inloop"})
    write(file, tables.Session, {"id": 1, "activity_id": 1, "day": 20240105})
    return file


def of(person: int, status: AttendanceStatus) -> Attendance:
    return Attendance(session_id=1, person_id=person, status=status)


def tap(file: AdministrationFile, status: AttendanceStatus, person: int = 1) -> int:
    with file.single_row("Aangekruist") as unit:
        activity_queries.replace_attendance(unit.connection, of(person, status))
        unit.commit()
    return newest(file)


def newest(file: AdministrationFile) -> int:
    with file.reading() as connection:
        return reading.change_sets(connection, 0, 1)[0].id


def records(file: AdministrationFile) -> int:
    with file.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM row_changes")
        return int(found.scalar_one())


def statuses(file: AdministrationFile) -> dict[int, int]:
    table = tables.Attendance
    with file.reading() as connection:
        return dict(connection.execute(select(table.person_id, table.status)).all())


def undo(file: AdministrationFile) -> list[str]:
    with file.reading() as connection:
        number = reading.latest_to_undo(connection)
    assert number is not None
    return turn_back(file, number)


def turn_back(file: AdministrationFile, number: int) -> list[str]:
    with file.unit_of_work("Terug", ChangeKind.UNDO, number) as unit:
        turned = turning_back.turn_back(unit.connection, number)
        unit.commit()
    return list(turned.kept)


def test_it_takes_no_row_of_its_own(meeting: AdministrationFile) -> None:
    before = records(meeting)
    number = tap(meeting, PRESENT)
    assert records(meeting) == before
    with meeting.reading() as connection:
        change = reading.change_set(connection, number)
        told = reading.row_changes(connection, number, 0, 10)
        summary = reading.summary(connection, number)
    assert change is not None
    assert (change.sentence, change.rows) == ("Aangekruist", 1)
    assert [(row.table, row.key, row.operation) for row in told] == [
        ("attendances", (1, 1), Operation.ADDED)
    ]
    assert summary == [("attendances", Operation.ADDED, 1)]


def test_it_says_what_was_and_what_is(meeting: AdministrationFile) -> None:
    tap(meeting, PRESENT)
    number = tap(meeting, ABSENT)
    with meeting.reading() as connection:
        told = reading.row_changes(connection, number, 0, 10)
    assert told[0].fields == (FieldChange("status", 1, 2),)


def test_it_can_be_undone_and_done_again_amid_other_changes(meeting: AdministrationFile) -> None:
    tap(meeting, PRESENT)
    write(meeting, tables.Person, person_row(id=3))
    tap(meeting, ABSENT)
    tap(meeting, PRESENT, person=2)
    assert statuses(meeting) == {1: 2, 2: 1}
    for left in ({1: 2}, {1: 1}):
        assert undo(meeting) == []
        assert statuses(meeting) == left
    undone = newest(meeting)
    assert turn_back(meeting, undone) == []  # a redo
    assert statuses(meeting) == {1: 2}
    with meeting.reading() as connection:
        rows = [change.rows for change in reading.change_sets(connection, 0, 7)]
    assert rows == [1, 1, 1, 1, 1, 1, 1]


def test_what_was_ticked_later_keeps_a_meeting_from_going(meeting: AdministrationFile) -> None:
    with meeting.reading() as connection:
        added = reading.latest_to_undo(connection)
    assert added is not None  # the meeting
    tap(meeting, PRESENT)
    turn_back(meeting, added)
    assert statuses(meeting) == {1: 1}
    with meeting.reading() as connection:
        assert activity_queries.session_of(connection, 1) is not None


def test_a_later_tick_stays_when_the_first_is_taken_back(meeting: AdministrationFile) -> None:
    first = tap(meeting, PRESENT)
    tap(meeting, ABSENT)
    kept = turn_back(meeting, first)
    assert len(kept) == 1
    assert "Inloop" in kept[0]
    assert statuses(meeting) == {1: 2}


def test_what_changes_nothing_leaves_no_trace(meeting: AdministrationFile) -> None:
    number = tap(meeting, PRESENT)
    assert tap(meeting, PRESENT) == number


def test_a_second_row_is_refused(meeting: AdministrationFile) -> None:
    before = newest(meeting)
    with meeting.single_row("Twee") as unit:
        activity_queries.replace_attendance(unit.connection, of(1, PRESENT))
        with pytest.raises(DriverError):
            activity_queries.replace_attendance(unit.connection, of(2, PRESENT))
    assert statuses(meeting) == {}
    assert newest(meeting) == before
    tap(meeting, PRESENT)  # and work goes on


def test_a_row_of_another_kind_is_refused(meeting: AdministrationFile) -> None:
    with pytest.raises(IntegrityError), meeting.single_row("Iemand") as unit:
        unit.connection.execute(insert(tables.Person), person_row(id=9))
    tap(meeting, PRESENT)


def test_after_a_tick_nothing_can_be_written_outside_a_unit(meeting: AdministrationFile) -> None:
    tap(meeting, PRESENT)
    with pytest.raises(IntegrityError), meeting.bookkeeping() as connection:
        connection.exec_driver_sql("UPDATE main.attendances SET status = 2")


def test_erasing_somebody_empties_their_ticks(meeting: AdministrationFile) -> None:
    tap(meeting, PRESENT)
    tap(meeting, ABSENT)
    tap(meeting, PRESENT, person=2)
    tap(meeting, ABSENT, person=2)
    with meeting.unit_of_work("Gewist") as unit:
        erasing.empty(unit.connection, erasing.belongings(unit.connection, 1))
        unit.commit()
    with meeting.reading() as connection:
        told = connection.exec_driver_sql(
            "SELECT row_key_2, before FROM change_sets WHERE operation = 2 ORDER BY id"
        ).all()
    assert [tuple(row) for row in told] == [(1, None), (2, '{"status":1}')]
