# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A real file of every schema version that was ever released still opens."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from buurthuis_admin.domain.backup_names import read_backup_name
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.services.administration import Administration, open_administration
from buurthuis_admin.storage import copying, durable, engines, migrating, opening, sqlite
from buurthuis_admin.storage.copying import CopyFailed
from buurthuis_admin.storage.keys import FileKey
from buurthuis_admin.storage.problems import DiskFull, FileProblem, NotMigrated
from buurthuis_admin.storage.schema import SCHEMA_VERSION
from tests.unit.storage.making import digest, names_in

DATA = Path(__file__).parents[2] / "data"
PASSWORDS = {1: "versie een", 2: "versie twee", 3: "versie drie"}


@pytest.fixture(params=sorted(PASSWORDS))
def version(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@pytest.fixture
def path(version: int, tmp_path: Path) -> Path:
    return Path(shutil.copy(DATA / f"administration-version-{version}.buurthuis", tmp_path))


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A file of the first version."""
    return Path(shutil.copy(DATA / "administration-version-1.buurthuis", tmp_path))


def check_all_is_there(administration: Administration) -> None:
    assert administration.settings.centre().name == "De Wilg"
    (detail,) = administration.members.all_people()
    assert detail.person.name.sorted == "Berg, Jan van den"
    assert str(detail.person.born) == "1951-03"
    assert detail.memberships[0].number == "0127"
    figures = administration.statistics.year(2024)
    assert (figures.total.visits, figures.total.unique) == (13, 1)
    assert figures.subsidies.received == Decimal("2000.00")


def test_there_is_a_file_of_every_version() -> None:
    assert set(PASSWORDS) == set(range(1, SCHEMA_VERSION + 1))


def test_a_file_of_every_version_opens_with_all_that_is_in_it(path: Path, version: int) -> None:
    administration = open_administration(path, PASSWORDS[version])
    check_all_is_there(administration)
    administration.close()
    again = open_administration(path, PASSWORDS[version])
    check_all_is_there(again)
    again.close()


def test_no_row_is_lost(path: Path, version: int) -> None:
    unlocked, found = opening.look_inside(path, opening.by_password(PASSWORDS[version]))
    assert found == version
    before = copying.verify(path, unlocked.key).rows
    open_administration(path, PASSWORDS[version]).close()
    unlocked, found = opening.look_inside(path, opening.by_password(PASSWORDS[version]))
    assert found == SCHEMA_VERSION
    after = copying.verify(path, unlocked.key).rows
    assert before.items() <= after.items()


def test_history_and_consents_come_along(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "administration-version-2.buurthuis", tmp_path))
    administration = open_administration(path, PASSWORDS[2])
    change = administration.history.recent(0, 1)[0]
    assert change.sentence
    ((name, consent),) = administration.privacy.all_consents()
    assert name
    assert consent.purpose == "Nieuwsbrief"
    assert administration.history.count() >= 8
    administration.close()


def test_a_backup_of_before_is_there_and_is_the_old_file(first: Path) -> None:
    before = digest(first)
    open_administration(first, PASSWORDS[1]).close()
    folder = migrating.backup_folder(first)
    (name,) = names_in(folder)
    stamp = read_backup_name(name)
    assert stamp is not None
    assert stamp.reason is BackupReason.BEFORE_MIGRATION
    assert digest(folder / name) == before
    backup = open_administration(folder / name, PASSWORDS[1])
    check_all_is_there(backup)
    backup.close()


def test_a_migration_that_loses_rows_changes_nothing(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(first)

    def lose(*_values: object) -> None:
        raise CopyFailed("rows of people were lost")

    monkeypatch.setattr(migrating, "migrate_copy", lose)
    with pytest.raises(NotMigrated):
        open_administration(first, PASSWORDS[1])
    assert digest(first) == before
    monkeypatch.undo()
    again = open_administration(first, PASSWORDS[1])
    check_all_is_there(again)
    again.close()


def test_a_log_that_did_not_get_into_the_file_is_no_migration(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite says nothing when it cannot do that at the closing, as on a disk that fails."""
    before = digest(first)
    make, others = engines.make_building_engine, []

    def busy(draft: Path, key: FileKey) -> Engine:
        engine = make(draft, key)
        dispose = engine.dispose

        def with_another() -> None:
            others.append(sqlite.connect(draft, key, "rw"))  # so that the log has to stay
            others[-1].execute("SELECT count(*) FROM sqlite_master").fetchall()
            dispose()

        monkeypatch.setattr(engine, "dispose", with_another)
        return engine

    monkeypatch.setattr(engines, "make_building_engine", busy)
    with pytest.raises(FileProblem):
        open_administration(first, PASSWORDS[1])
    others[0].close()
    assert digest(first) == before
    monkeypatch.undo()
    again = open_administration(first, PASSWORDS[1])
    check_all_is_there(again)
    again.close()


def test_a_full_disk_leaves_the_old_file(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(first)

    def full(*_values: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "finish", full)
    with pytest.raises(DiskFull):
        open_administration(first, PASSWORDS[1])
    assert digest(first) == before
    assert not [name for name in names_in(first.parent) if "draft" in name]


class Killed(BaseException):
    """The program is gone at this very place."""


@pytest.mark.parametrize("place", ["copy_closed", "verify", "finish"])
def test_a_program_that_is_killed_leaves_a_file_that_opens(
    first: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def gone(*_values: object) -> None:
        raise Killed

    monkeypatch.setattr(copying, place, gone)
    monkeypatch.setattr(durable, "_take_away", lambda _folder: None)
    with pytest.raises(Killed):
        open_administration(first, PASSWORDS[1])
    monkeypatch.undo()
    administration = open_administration(first, PASSWORDS[1])
    check_all_is_there(administration)
    administration.close()
    assert not [name for name in names_in(first.parent) if "draft" in name]


def test_a_wrong_password_changes_nothing(path: Path) -> None:
    before = digest(path)
    with pytest.raises(FileProblem):
        open_administration(path, "een ander wachtwoord")
    assert digest(path) == before
    assert names_in(path.parent) == [path.name]
