# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the fault lab (tests/safety) found, each as a test of its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, insert, select
from sqlalchemy.exc import DBAPIError

from buurthuis_admin.storage import durable, problems, slot_keeping, sqlite, tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import PAGE_SIZE, FileKey
from buurthuis_admin.storage.schema import SCHEMA_VERSION
from tests.unit.storage.making import PASSWORD, names_in, person_row, write

ORPHAN = {"person_id": 999}


def people(file: AdministrationFile) -> int:
    with file.reading() as connection:
        return connection.scalar(select(func.count()).select_from(tables.Person)) or 0


def test_after_a_change_that_could_not_be_kept_the_next_one_is(file: AdministrationFile) -> None:
    with (  # noqa: PT012  (it is the end of the block that raises)
        pytest.raises((DBAPIError, driver.Error)),
        file.unit_of_work("Fails while it is kept") as unit,
    ):
        unit.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        unit.connection.execute(insert(tables.Person), person_row())
        unit.connection.execute(insert(tables.Membership), ORPHAN)
        unit.commit()
    assert people(file) == 0
    write(file, tables.Person, person_row())
    assert people(file) == 1


def test_after_bookkeeping_that_could_not_be_kept_the_next_is(file: AdministrationFile) -> None:
    with pytest.raises((DBAPIError, driver.Error)), file.bookkeeping() as connection:  # noqa: PT012
        connection.exec_driver_sql("CREATE TEMP TABLE parents (id INTEGER PRIMARY KEY)")
        connection.exec_driver_sql(
            "CREATE TEMP TABLE children (id REFERENCES parents DEFERRABLE INITIALLY DEFERRED)"
        )
        connection.exec_driver_sql("INSERT INTO children VALUES (999)")
    write(file, tables.Person, person_row())
    assert people(file) == 1


@pytest.fixture
def crashed(path: Path, tmp_path: Path) -> Path:
    """A file of which the last changes, and its growth, stand in the log only."""
    file = AdministrationFile.open(path, PASSWORD)
    write(file, tables.Person, *[person_row(last=f"Berg {n}") for n in range(300)])
    folder = tmp_path / "crashed"
    folder.mkdir()
    for left in (path, sqlite.log_beside(path), slot_keeping.beside(path)):
        shutil.copy(left, folder)
    file.close()
    return folder / path.name


@pytest.mark.parametrize("moved", [PAGE_SIZE, 512, 3 * PAGE_SIZE])
def test_a_crash_while_the_log_is_moved_into_the_file_loses_nothing(
    crashed: Path, path: Path, moved: int
) -> None:
    # The first page says how long the file will be, and comes first; it may be torn as well.
    with crashed.open("r+b") as file:
        file.write(path.read_bytes()[:moved])
    for _time in range(2):
        opened = AdministrationFile.open(crashed, PASSWORD)
        assert people(opened) == 300
        opened.close()
    assert names_in(crashed.parent) == [crashed.name]


def test_after_such_a_crash_the_recovery_sheet_opens_the_file(crashed: Path, path: Path) -> None:
    file = AdministrationFile.open(path, PASSWORD)
    key = file.key
    file.close()
    with crashed.open("r+b") as damaged:
        damaged.write(path.read_bytes()[:512])
    opened = AdministrationFile.open_with_sheet(crashed, key)
    assert people(opened) == 300
    opened.close()


def test_a_crash_where_changes_are_written_without_a_log_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "stick" / ".stfolder").mkdir(parents=True)  # as a folder of Syncthing has
    path = tmp_path / "stick" / "De Linde.buurthuis"
    file = AdministrationFile.create(path, PASSWORD)
    write(file, tables.Person, person_row())
    (tmp_path / "crashed").mkdir()
    with file.unit_of_work("Killed halfway") as unit:
        unit.connection.exec_driver_sql("PRAGMA cache_size = 1")  # pages go to the disk at once
        unit.connection.exec_driver_sql(
            f"PRAGMA user_version = {SCHEMA_VERSION}"
        )  # the first page is changed
        for number in range(300):
            unit.connection.execute(insert(tables.Person), person_row(last=f"Berg {number}"))
        for left in path.parent.glob("De Linde*"):
            shutil.copy(left, tmp_path / "crashed")
    file.close()
    crashed = tmp_path / "crashed" / path.name
    assert f"{path.name}-journal" in names_in(crashed.parent)
    with crashed.open("r+b") as torn:
        torn.seek(512)
        torn.write(bytes(512))
    opened = AdministrationFile.open(crashed, PASSWORD)
    assert people(opened) == 1
    opened.close()
    assert names_in(crashed.parent) == [crashed.name]


def test_a_wrong_password_after_a_crash_changes_nothing(crashed: Path) -> None:
    before = {one.name: one.read_bytes() for one in crashed.parent.iterdir()}
    with pytest.raises(problems.WrongPassword):
        AdministrationFile.open(crashed, "another")
    assert {one.name: one.read_bytes() for one in crashed.parent.iterdir()} == before


def test_a_newer_file_is_refused_when_only_its_log_says_so(crashed: Path) -> None:
    key = slot_keeping.slots_of(crashed)[0].unwrap(PASSWORD)
    bare = sqlite.connect(crashed, key, "rw")
    bare.execute("PRAGMA user_version = 99")
    after = {one.name: one.read_bytes() for one in crashed.parent.iterdir()}
    bare.close()
    for name, content in after.items():
        (crashed.parent / name).write_bytes(content)
    with pytest.raises(problems.AdministrationNewer):
        AdministrationFile.open(crashed, PASSWORD)
    assert {one.name: one.read_bytes() for one in crashed.parent.iterdir()} == after


def test_without_room_to_look_a_crashed_file_opens_all_the_same(
    crashed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    opened = AdministrationFile.open(crashed, PASSWORD)
    assert people(opened) == 300
    opened.close()


def test_a_copy_that_does_not_fit_on_the_disk_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite.connect

    def small(place: Path, key: FileKey, mode: str) -> object:
        connection = connect(place, key, mode)
        if mode == "rwc":
            connection.execute("PRAGMA max_page_count = 5")
        return connection

    file = AdministrationFile.open(path, PASSWORD)
    monkeypatch.setattr(sqlite, "connect", small)
    with pytest.raises(problems.DiskFull):
        file.replace_key("vier koeien zwemmen")
    monkeypatch.undo()
    write(file, tables.Person, person_row())
    assert people(file) == 1
    file.close()
    AdministrationFile.open(path, PASSWORD).close()
    assert names_in(tmp_path) == [path.name]


def test_a_new_key_on_a_disk_that_does_not_answer_is_told(
    file: AdministrationFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(tempfile, "mkdtemp", gone)
    with pytest.raises(problems.DiskTrouble):
        file.replace_key("vier koeien zwemmen")
    assert people(file) == 0


def test_a_new_key_whose_swap_is_not_confirmed_never_shuts_anybody_out(
    file: AdministrationFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def replaced(draft: Path, target: Path) -> Path:
        if target == path:
            monkeypatch.setattr(durable, "write_through", failing)
        return replace(draft, target)

    def failing(_path: Path) -> None:
        monkeypatch.setattr(durable, "write_through", write_through)
        raise OSError(5, "Input/output error")

    write_through = durable.write_through
    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(problems.DiskTrouble):
        file.replace_key("vier koeien zwemmen")
    write(file, tables.Person, person_row())
    file.close()
    opened = AdministrationFile.open(path, "vier koeien zwemmen")
    assert people(opened) == 1
    opened.close()


def test_a_file_that_could_not_be_opened_again_is_when_the_disk_is_back(
    file: AdministrationFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(slot_keeping, "put_beside", full)
    with pytest.raises(problems.DiskFull):
        file.replace_key("vier koeien zwemmen")
    with pytest.raises(problems.DiskFull):
        people(file)
    monkeypatch.undo()
    write(file, tables.Person, person_row())
    assert people(file) == 1


def test_at_no_moment_is_a_new_administration_an_empty_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, sizes = tmp_path / "new", []
    sync = os.fsync

    def looked_at(handle: int) -> None:
        sizes.append(path.stat().st_size if path.exists() else -1)
        sync(handle)

    monkeypatch.setattr(os, "fsync", looked_at)
    AdministrationFile.create(path, PASSWORD).close()
    assert 0 not in sizes


def test_where_a_name_cannot_be_linked_a_file_is_made_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise PermissionError(1, "a stick with FAT")

    monkeypatch.setattr(os, "link", refuses)
    AdministrationFile.create(tmp_path / "new", PASSWORD).close()
    with pytest.raises(problems.AdministrationExists):
        AdministrationFile.create(tmp_path / "new", PASSWORD)
    assert names_in(tmp_path) == ["new"]
