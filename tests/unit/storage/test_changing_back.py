# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Thousands of changed rows get their old values back in a few statements, and as exactly."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.history import changing_back, reading, turning_back
from buurthuis_admin.storage.history.turned import Turned
from tests.unit.storage.making import person_row, write

MANY = 250
Writes = list[tuple[int, str, str]]


@pytest.fixture
def people(file: AdministrationFile) -> AdministrationFile:
    write(file, tables.Person, *(person_row(last=f"Berg{n}", id=n) for n in range(1, MANY + 1)))
    return file


def rows(file: AdministrationFile) -> list[tuple[str, str]]:
    table = tables.Person
    with file.reading() as connection:
        found = connection.execute(select(table.phone, table.town).order_by(table.id)).all()
    return [(row.phone, row.town) for row in found]


def change(file: AdministrationFile, writes: Writes) -> int:
    with file.unit_of_work("Veel") as unit:
        for person, column, text in writes:
            table = tables.Person
            unit.connection.execute(update(table).where(table.id == person).values({column: text}))
        unit.commit()
    return unit.change_set_id


def everybody(column: str, text: str) -> Writes:
    return [(number, column, text) for number in range(1, MANY + 1)]


def take_back(file: AdministrationFile, number: int) -> Turned:
    with file.unit_of_work("Terug", ChangeKind.UNDO, number) as unit:
        turned = turning_back.turn_back(unit.connection, number)
        unit.commit()
    return turned


def test_all_of_them_come_back_and_can_be_done_again(people: AdministrationFile) -> None:
    before = rows(people)
    number = change(people, [*everybody("phone", "1"), *everybody("town", "Waterdam")])
    after = rows(people)
    with people.reading() as connection:
        seen = turning_back.preview(connection, number)
    turned = take_back(people, number)
    assert rows(people) == before
    assert (seen.rows, list(seen.kept), list(turned.kept)) == (MANY, [], [])
    with people.reading() as connection:
        undone = reading.latest_to_redo(connection)
    assert undone is not None
    take_back(people, undone)
    assert rows(people) == after


def test_a_row_that_was_changed_twice_gets_its_first_value(people: AdministrationFile) -> None:
    before = rows(people)
    number = change(people, [*everybody("phone", "1"), *everybody("phone", "2")])
    take_back(people, number)
    assert rows(people) == before


def test_those_that_were_changed_since_stay_and_are_named(people: AdministrationFile) -> None:
    number = change(people, [*everybody("phone", "1"), *everybody("town", "Waterdam")])
    change(people, [(7, "phone", "2"), (9, "town", "Elders")])
    with people.reading() as connection:
        seen = turning_back.preview(connection, number)
    turned = take_back(people, number)
    assert set(turned.kept) == set(seen.kept) | {"Jan Berg7"} == {"Jan Berg7", "Jan Berg9"}
    assert rows(people)[6] == ("2", "")
    assert rows(people)[8] == ("", "Elders")
    assert set(rows(people)[9:]) == {("", "")}


def test_rows_that_changed_places_go_one_by_one(file: AdministrationFile) -> None:
    table = tables.Activity
    names = [f"a{n:03}" for n in range(MANY)]
    write(file, table, *({"id": n + 1, "name": x, "folded_name": x} for n, x in enumerate(names)))
    with file.unit_of_work("Rond") as unit:
        of = unit.connection
        of.execute(update(table).where(table.id == MANY).values(folded_name="apart"))
        for number in range(MANY - 1, 0, -1):  # each gets the name of the next
            of.execute(update(table).where(table.id == number).values(folded_name=names[number]))
        of.execute(update(table).where(table.id == MANY).values(folded_name=names[0]))
        unit.commit()
    turned = take_back(file, unit.change_set_id)
    with file.reading() as connection:
        found = connection.scalars(select(table.folded_name).order_by(table.id)).all()
    assert found == names
    assert list(turned.kept) == []


def test_it_tells_how_far_it_is_and_stops_without_a_trace(people: AdministrationFile) -> None:
    number = change(people, everybody("phone", "1"))
    after, told = rows(people), list[tuple[int, int]]()

    def watch(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise Cancelled

    with pytest.raises(Cancelled), people.unit_of_work("Terug", ChangeKind.UNDO, number) as unit:
        turning_back.turn_back(unit.connection, number, watch)
    assert told == [(0, MANY), (MANY, MANY)]
    assert rows(people) == after
    with people.reading() as connection:
        assert reading.latest_to_undo(connection) == number


WRITE = st.tuples(st.integers(1, 6), st.sampled_from(["phone", "town"]), st.sampled_from("abc"))


FIRST = [(number, column, "-") for number in range(1, 7) for column in ("phone", "town")]


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25
)
@given(first=st.lists(WRITE, min_size=1), since=st.lists(WRITE, max_size=2))
def test_at_once_is_as_one_by_one(
    file: AdministrationFile, monkeypatch: pytest.MonkeyPatch, first: Writes, since: Writes
) -> None:
    with file.reading() as connection:
        known = connection.scalar(select(tables.Person.id).limit(1))
    if known is None:
        write(file, tables.Person, *(person_row(last=f"Berg{n}", id=n) for n in range(1, 7)))
    results = []
    for few in (0, 1_000):
        monkeypatch.setattr(changing_back, "FEW", few)
        change(file, FIRST)
        number = change(file, first)
        change(file, since)
        turned = take_back(file, number)
        results.append((rows(file), set(turned.kept)))
    assert results[0] == results[1]
