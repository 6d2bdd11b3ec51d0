# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import threading

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

from buurthuis_admin.storage import tables
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.storage.making import person_row, write


def people(file: AdministrationFile) -> int:
    with file.reading() as connection:
        return connection.scalar(select(func.count()).select_from(tables.Person)) or 0


def test_a_finished_unit_is_kept_with_its_sentence_and_time(file: AdministrationFile) -> None:
    with file.unit_of_work("Jan toegevoegd") as unit:
        unit.connection.execute(insert(tables.Person), person_row())
        unit.commit()
    with file.reading() as connection:
        row = connection.execute(select(tables.ChangeSet.__table__)).one()
    assert (row.id, row.sentence) == (unit.change_set_id, "Jan toegevoegd")
    assert row.at.endswith("+00:00")
    assert people(file) == 1


def test_leaving_without_finishing_undoes_everything(file: AdministrationFile) -> None:
    with file.unit_of_work("Never finished") as unit:
        unit.connection.execute(insert(tables.Person), person_row())
    assert people(file) == 0
    with file.reading() as connection:
        assert connection.execute(select(tables.ChangeSet.__table__)).all() == []


def test_an_error_halfway_undoes_everything(file: AdministrationFile) -> None:
    with pytest.raises(IntegrityError), file.unit_of_work("Breaks") as unit:  # noqa: PT012
        unit.connection.execute(insert(tables.Person), person_row())
        unit.connection.execute(insert(tables.Membership), {"person_id": 999})
        unit.commit()
    assert people(file) == 0
    write(file, tables.Person, person_row())
    assert people(file) == 1


def test_a_unit_without_a_sentence_is_refused(file: AdministrationFile) -> None:
    with pytest.raises(driver.IntegrityError), file.unit_of_work(" "):
        pass
    write(file, tables.Person, person_row())


def test_reading_inside_a_unit_sees_what_it_wrote(file: AdministrationFile) -> None:
    with file.unit_of_work("Test") as unit:
        unit.connection.execute(insert(tables.Person), person_row())
        assert people(file) == 1
    assert people(file) == 0


def test_a_unit_inside_a_unit_is_a_mistake(file: AdministrationFile) -> None:
    with (
        file.unit_of_work("One"),
        pytest.raises(RuntimeError, match="outside"),
        file.unit_of_work("Two"),
    ):
        pass


def test_errors_do_not_tell_what_was_written(file: AdministrationFile) -> None:
    with pytest.raises(IntegrityError) as caught:
        write(file, tables.Person, person_row("Kanarie", sex="?"))
    assert "Kanarie" not in str(caught.value)


def test_threads_take_turns(file: AdministrationFile) -> None:
    def add() -> None:
        for _ in range(5):
            write(file, tables.Person, person_row())

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert people(file) == 20
