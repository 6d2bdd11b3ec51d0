# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Damage: nothing is replaced, what is left can be read, and a backup brings it back."""

from __future__ import annotations

import contextlib
import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.errors import UserError
from buurthuis_admin.services import damage
from buurthuis_admin.services.administration import Administration, open_administration
from buurthuis_admin.services.damage import Salvaged
from buurthuis_admin.storage.problems import FileProblem
from tests.unit.storage.making import PASSWORD, digest, names_in

DAY = datetime.date(2026, 11, 24)
PEOPLE = 120
PAGE = 4096


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration of some size, with one backup beside it."""
    from buurthuis_admin.services.administration import create_administration

    folder = tmp_path_factory.mktemp("damage") / "laptop"
    folder.mkdir()
    made = create_administration(folder / "De Linde.buurthuis", PASSWORD)
    for number in range(PEOPLE):
        made.members.save(person(f"Persoon{number}"))
    made.backups.make(BackupReason.DAILY)
    made.members.save(person("Later"))
    made.close()
    return folder


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(template, tmp_path / "laptop"))
    return folder / "De Linde.buurthuis"


@pytest.fixture
def opened() -> Iterator[list[Administration]]:
    kept: list[Administration] = []
    yield kept
    for one in kept:
        one.close()


def person(last: str) -> PersonDetail:
    return PersonDetail(person=Person(name=PersonName(first="Jan", last=last), remark="x" * 200))


def break_page(path: Path, number: int) -> None:
    """One bit of a page is not what it was."""
    content = bytearray(path.read_bytes())
    content[number * PAGE + 99] ^= 1
    path.write_bytes(content)


def pages_of(path: Path) -> int:
    return path.stat().st_size // PAGE


def broken(path: Path) -> UserError:
    """Why a file cannot be opened; it is as it was afterwards."""
    before = digest(path) if path.is_file() else ""
    with pytest.raises(FileProblem) as told:
        open_administration(path, PASSWORD)
    assert (digest(path) if path.is_file() else "") == before
    return told.value


def test_what_is_damage_and_what_is_not(path: Path, tmp_path: Path) -> None:
    torn = Path(shutil.copy(path, tmp_path))
    break_page(torn, 0)
    assert damage.is_damage(broken(torn))
    torn.write_bytes(path.read_bytes()[: PAGE * 30 + 100])
    assert damage.is_damage(broken(torn))
    assert damage.is_damage(broken(tmp_path / "weg.buurthuis"))
    path.write_bytes(b"")
    assert damage.is_damage(broken(path))
    path.write_bytes(b"%PDF-1.7 something else")
    assert not damage.is_damage(broken(path))


def test_an_empty_file_is_brought_back_and_set_aside(
    path: Path, opened: list[Administration]
) -> None:
    path.write_bytes(b"")
    (backup,) = damage.nearby_backups(path)
    assert backup.reason is BackupReason.DAILY
    back = damage.bring_back(path, backup.path, PASSWORD, DAY)
    opened.append(back)
    assert back.members.count() == PEOPLE
    assert "De Linde - beschadigd 2026-11-24.buurthuis" in names_in(path.parent)
    assert backup.path.exists()


def test_a_missing_file_is_brought_back(path: Path, opened: list[Administration]) -> None:
    path.unlink()
    (backup,) = damage.nearby_backups(path)
    opened.append(damage.bring_back(path, backup.path, PASSWORD, DAY))
    assert opened[0].members.count() == PEOPLE
    assert not [name for name in names_in(path.parent) if "beschadigd" in name]


def test_a_wrong_password_changes_nothing(path: Path) -> None:
    break_page(path, 0)
    before = digest(path)
    (backup,) = damage.nearby_backups(path)
    with pytest.raises(FileProblem):
        damage.bring_back(path, backup.path, "een ander wachtwoord", DAY)
    assert digest(path) == before
    assert not [name for name in names_in(path.parent) if "beschadigd" in name]


def test_a_damaged_backup_changes_nothing(path: Path) -> None:
    (backup,) = damage.nearby_backups(path)
    break_page(backup.path, pages_of(backup.path) // 2)
    path.write_bytes(b"")
    with pytest.raises(UserError):
        damage.bring_back(path, backup.path, PASSWORD, DAY)
    assert path.read_bytes() == b""


def test_the_recovery_sheet_brings_it_back(path: Path, opened: list[Administration]) -> None:
    whole = open_administration(path, PASSWORD)
    text = whole.security.code().text
    whole.close()
    path.write_bytes(b"")
    (backup,) = damage.nearby_backups(path)
    opened.append(damage.bring_back(path, backup.path, text, DAY))
    assert opened[0].members.count() == PEOPLE


def test_the_second_time_on_one_day_takes_another_name(
    path: Path, opened: list[Administration]
) -> None:
    (backup,) = damage.nearby_backups(path)
    for _time in range(2):
        path.write_bytes(b"")
        damage.bring_back(path, backup.path, PASSWORD, DAY).close()
    aside = [name for name in names_in(path.parent) if "beschadigd" in name]
    assert aside == [
        "De Linde - beschadigd 2026-11-24 2.buurthuis",
        "De Linde - beschadigd 2026-11-24.buurthuis",
    ]


def test_what_is_left_is_counted_and_saved(path: Path, tmp_path: Path) -> None:
    before = digest(path)
    (whole,) = [one for one in damage.read_what_is_left(path, PASSWORD) if one.name == "people"]
    assert whole.whole
    assert len(whole.rows) == PEOPLE + 1
    found = list(partly_read(path, tmp_path / "kopie.buurthuis"))
    assert 0 < len(found[0].rows) < PEOPLE + 1
    (told,) = damage.summary(found)
    assert (told.kind, told.whole) == ("people", False)
    target = tmp_path / "leesbaar.xlsx"
    damage.save_what_is_left(found, target)
    assert target.read_bytes().startswith(b"PK")
    assert digest(path) == before


def partly_read(path: Path, copy: Path) -> Iterator[Salvaged]:
    """The people of a copy with one broken page among those that hold people."""
    for number in reversed(range(pages_of(path))):  # rows come after the tables themselves
        shutil.copy(path, copy)
        break_page(copy, number)
        with contextlib.suppress(damage.NothingReadable):
            for one in damage.read_what_is_left(copy, PASSWORD):
                if one.name == "people" and not one.whole and one.rows:
                    yield one
                    return


def test_nothing_readable_is_said(path: Path) -> None:
    break_page(path, 0)
    with pytest.raises(damage.NothingReadable):
        damage.read_what_is_left(path, PASSWORD)


def test_a_check_of_an_open_file_finds_a_broken_page(
    path: Path, opened: list[Administration]
) -> None:
    break_page(path, pages_of(path) - 2)
    try:
        found = open_administration(path, PASSWORD)
    except FileProblem:
        pytest.skip("the page is one that opening looks at")
    opened.append(found)
    assert damage.faults_of(found)
