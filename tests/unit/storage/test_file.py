# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import func, select

from buurthuis_admin.errors import UserError
from buurthuis_admin.storage import making, problems, recognise, slots, sqlite, tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import PAGE_SIZE, FileKey, new_key
from buurthuis_admin.storage.schema import SCHEMA_VERSION
from tests.unit.storage.making import PASSWORD, digest, names_in, person_row, write


def refused(path: Path, password: str = PASSWORD) -> UserError:
    """What opening says, having made sure that it changed nothing at all."""
    before = digest(path), names_in(path.parent)
    with pytest.raises(UserError) as caught:
        AdministrationFile.open(path, password)
    assert (digest(path), names_in(path.parent)) == before
    return caught.value


def test_what_was_written_is_there_after_closing(path: Path) -> None:
    first = AdministrationFile.open(path, PASSWORD)
    write(first, tables.Person, person_row("Fatma", "Öztürk"))
    first.close()
    assert names_in(path.parent) == [path.name]
    second = AdministrationFile.open(path, PASSWORD)
    with second.reading() as connection:
        assert connection.scalar(select(tables.Person.last)) == "Öztürk"
    second.close()


def test_nothing_can_be_read_without_the_password(path: Path) -> None:
    opened = AdministrationFile.open(path, PASSWORD)
    write(opened, tables.Person, person_row("Canary", "Kanarie"))
    opened.close()
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"Kanarie" not in content
    assert b"kanarie" not in content


def test_the_key_is_not_made_of_the_password(path: Path) -> None:
    connection = driver.connect(path)
    connection.execute(f"PRAGMA key = '{PASSWORD}'")
    with pytest.raises(driver.DatabaseError):
        connection.execute("SELECT count(*) FROM people").fetchone()
    connection.close()


def test_a_password_may_hold_anything(tmp_path: Path) -> None:
    password = "a'b\"; DROP TABLE people; -- é\N{COMBINING ACUTE ACCENT}"
    AdministrationFile.create(tmp_path / "new", password).close()
    AdministrationFile.open(tmp_path / "new", password).close()


def test_a_letter_may_come_in_another_composition(tmp_path: Path) -> None:
    AdministrationFile.create(tmp_path / "new", "caf\u00e9").close()
    AdministrationFile.open(tmp_path / "new", "cafe\u0301").close()


def test_keys_do_not_show(path: Path) -> None:
    assert repr(new_key()) == "FileKey()"
    assert b"FileKey" not in path.read_bytes()


def test_the_file_is_kept_as_safely_as_agreed(file: AdministrationFile) -> None:
    expected = {
        "foreign_keys": 1,
        "synchronous": 2,
        "secure_delete": 1,
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "application_id": sqlite.APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "temp_store": 2,
    }
    with file.reading() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in expected
        }
    assert found == expected


def test_in_a_synchronised_folder_changes_are_written_without_a_log(path: Path) -> None:
    (path.parent / ".stfolder").mkdir()
    opened = AdministrationFile.open(path, PASSWORD)
    write(opened, tables.Person, person_row())
    with opened.reading() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "locking_mode")
        ]
    assert found == ["delete", 3, "exclusive"]
    opened.close()
    AdministrationFile.open(path, PASSWORD).close()


def test_a_new_administration_needs_a_password(tmp_path: Path) -> None:
    with pytest.raises(problems.PasswordEmpty):
        AdministrationFile.create(tmp_path / "new", "")
    assert names_in(tmp_path) == []


def test_a_new_administration_never_replaces_a_file(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("somebody's letter")
    with pytest.raises(problems.AdministrationExists, match="taken"):
        AdministrationFile.create(taken, PASSWORD)
    assert taken.read_text() == "somebody's letter"
    assert names_in(tmp_path) == ["taken"]


@pytest.mark.usefixtures("schema_made_anew")
def test_a_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new"
    check = recognise.check_is_encrypted

    def somebody_is_faster(draft: Path) -> None:
        check(draft)
        path.write_text("theirs")

    monkeypatch.setattr(recognise, "check_is_encrypted", somebody_is_faster)
    with pytest.raises(problems.AdministrationExists):
        AdministrationFile.create(path, PASSWORD)
    assert path.read_text() == "theirs"
    assert names_in(tmp_path) == ["new"]


@pytest.mark.usefixtures("schema_made_anew")
def test_nothing_is_left_of_a_file_that_could_not_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(making, "migrate", fails)
    with pytest.raises(RuntimeError):
        AdministrationFile.create(tmp_path / "new", PASSWORD)
    assert names_in(tmp_path) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(problems.NotWritable, match="nowhere"):
        AdministrationFile.create(tmp_path / "nowhere" / "new", PASSWORD)


@pytest.mark.usefixtures("schema_made_anew")
def test_a_file_in_the_clear_never_counts_as_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileKey, "pragma", "SELECT 1")
    with pytest.raises(problems.EncryptionMissing):
        AdministrationFile.create(tmp_path / "new", PASSWORD)
    assert names_in(tmp_path) == []


def test_an_old_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "OLDEST_SAFE_SQLITE", (99, 0, 0))
    assert isinstance(refused(path), problems.EncryptionMissing)


def test_a_missing_file_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(problems.AdministrationMissing, match="gone"):
        AdministrationFile.open(tmp_path / "gone", PASSWORD)
    assert names_in(tmp_path) == []


def test_an_empty_file_stays_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert isinstance(refused(tmp_path / "empty"), problems.AdministrationEmpty)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + bytes(4092),
        b"%PDF-1.7\n" + bytes(4087),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4088),
        b"Naam;Adres\r\nJansen;Kerkpad 1\r\n" * 10,
        "Naam;Plaats\nJansen;Waterdam\n".encode("utf-8-sig"),
    ],
)
def test_a_file_of_another_program_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other").write_bytes(content)
    assert isinstance(refused(tmp_path / "other"), problems.NotAnAdministration)


def test_a_plain_database_is_told(tmp_path: Path) -> None:
    connection = driver.connect(tmp_path / "plain")
    connection.execute("CREATE TABLE people (id)")
    connection.close()
    assert isinstance(refused(tmp_path / "plain"), problems.NotAnAdministration)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(problems.NotAnAdministration):
        AdministrationFile.open(tmp_path, PASSWORD)


def test_an_encrypted_file_of_another_program_is_told(tmp_path: Path) -> None:
    connection = driver.connect(tmp_path / "foreign")
    connection.execute(f"PRAGMA key = '{PASSWORD}'")
    connection.execute("CREATE TABLE letters (id)")
    connection.close()
    assert isinstance(refused(tmp_path / "foreign"), problems.NotAnAdministration)


def test_a_wrong_password_says_both_possibilities(path: Path) -> None:
    problem = refused(path, "something else")
    assert isinstance(problem, problems.WrongPassword)
    assert "password" in str(problem)
    assert "not an administration" in str(problem)


def test_a_wrong_password_says_nothing_on_the_terminal(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    refused(path, "something else")
    assert capfd.readouterr() == ("", "")


def test_random_bytes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(os.urandom(3 * PAGE_SIZE))
    assert isinstance(refused(tmp_path / "noise"), problems.WrongPassword)


def test_a_file_of_which_the_end_was_cut_off_opens_and_is_whole_again(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    AdministrationFile.open(path, PASSWORD).close()
    assert len(path.read_bytes()) == len(whole)


@pytest.mark.parametrize("cut", [slots.SIZE - 10, slots.SIZE + 10, 5000])
def test_a_file_without_its_key_slot_says_what_can_be_done(path: Path, cut: int) -> None:
    path.write_bytes(path.read_bytes()[:-cut])
    problem = refused(path)
    assert isinstance(problem, problems.KeySlotDamaged)
    assert "recovery sheet" in str(problem)


def test_a_file_cut_off_at_a_page_does_not_say_that_the_password_is_wrong(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -slots.SIZE - PAGE_SIZE])
    before = digest(path)
    problem = refused(path)
    assert isinstance(problem, problems.PasswordOrEnd)
    assert "the end of this file is missing" in str(problem)
    assert digest(path) == before


def test_a_file_that_was_cut_off_is_told(path: Path) -> None:
    opened = AdministrationFile.open(path, PASSWORD)
    opened.close()
    path.write_bytes(path.read_bytes()[: -slots.SIZE - PAGE_SIZE])
    before = digest(path)
    with pytest.raises(problems.AdministrationDamaged):
        AdministrationFile.open_with_sheet(path, opened.key)
    assert digest(path) == before


def test_a_newer_file_is_refused_and_keeps_every_byte(path: Path) -> None:
    opened = AdministrationFile.open(path, PASSWORD)
    with opened.bookkeeping() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    opened.close()
    assert isinstance(refused(path), problems.AdministrationNewer)


def test_a_page_that_was_damaged_is_told(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(PAGE_SIZE + 100, len(content), PAGE_SIZE):
        content[place] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(problems.AdministrationDamaged):
        AdministrationFile.open(path, PASSWORD)


def test_a_second_opening_is_refused_until_the_first_closes(path: Path) -> None:
    first = AdministrationFile.open(path, PASSWORD)
    with pytest.raises(problems.AdministrationInUse, match="open in another window"):
        AdministrationFile.open(path, PASSWORD)
    write(first, tables.Person, person_row())
    first.close()
    AdministrationFile.open(path, PASSWORD).close()


def test_after_a_killed_program_the_file_opens_with_all_that_was_kept(path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from buurthuis_admin.storage import tables\n"
        "from buurthuis_admin.storage.file import AdministrationFile\n"
        "from tests.unit.storage.making import PASSWORD, person_row, write\n"
        "write(AdministrationFile.open(Path(sys.argv[1]), PASSWORD), tables.Person, person_row())\n"
        "os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-c", program, str(path)], env=environment, check=False)
    assert len(names_in(path.parent)) > 1  # the log that still holds the change
    opened = AdministrationFile.open(path, PASSWORD)
    with opened.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.Person)) == 1
    opened.close()


def test_where_nothing_can_be_written_the_file_opens_for_reading(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    before = digest(path), names_in(path.parent)
    opened = AdministrationFile.open(path, PASSWORD)
    assert opened.read_only
    with opened.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tables.Person)) == 0
    with pytest.raises(problems.ReadOnly, match="only be read here"):
        write(opened, tables.Person, person_row())
    opened.close()
    assert (digest(path), names_in(path.parent)) == before


@pytest.mark.language("nl")
def test_problems_speak_dutch(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Er is geen administratie 'weg'"):
        AdministrationFile.open(tmp_path / "weg", PASSWORD)
