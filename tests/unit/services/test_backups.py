# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups: verified, thinned, compared, put back, and the putting back undone."""

from __future__ import annotations

import datetime
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from buurthuis_admin.domain.backups import BackupPlace
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.errors import UserError
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.services.backups import BackupService, BackupUnreadable, SecondPlaceUnfit
from buurthuis_admin.storage import copying, opening, restoring
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.problems import WrongPassword

PASSWORD = "een goed wachtwoord"
MONDAY = datetime.datetime(2026, 11, 23, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backups") / "De Linde.buurthuis"
    create_administration(path, PASSWORD).close()
    return path


@pytest.fixture
def centre(template: Path, tmp_path: Path) -> Iterator[Administration]:
    path = tmp_path / "laptop" / template.name
    path.parent.mkdir()
    shutil.copy(template, path)
    opened = open_administration(path, PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(centre: Administration, clock: Clock) -> BackupService:
    add(centre, "Gerda", "Smit")
    made = centre.backups
    made._clock = clock
    return made


def add(centre: Administration, first: str, last: str) -> int:
    name = PersonName(first=first, last=last)
    return centre.members.save(PersonDetail(person=Person(name=name)))


def names(centre: Administration) -> list[str]:
    return [one.person.name.full for one in centre.members.all_people()]


def test_a_backup_is_an_administration_by_itself(service: BackupService) -> None:
    (done,) = service.make(BackupReason.MANUAL)
    assert done.problem == ""
    (one,) = service.list()
    assert (one.people, one.place, one.readable) == (1, BackupPlace.BESIDE, True)
    copy = open_administration(one.path, PASSWORD)
    assert names(copy) == ["Gerda Smit"]
    copy.close()


def test_a_backup_is_due_when_something_changed_and_a_day_went_by(
    centre: Administration, service: BackupService, clock: Clock
) -> None:
    assert service.due()
    service.make(BackupReason.DAILY)
    assert not service.changed_since()
    clock.now += 2 * DAY
    assert not service.due()
    add(centre, "Jan", "Berg")
    assert service.due()


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_that_is_years_wrong_deletes_nothing(
    centre: Administration, service: BackupService, clock: Clock, years: int
) -> None:
    for number in range(5):
        add(centre, "Jan", f"Berg{number}")
        service.make(BackupReason.DAILY)
        clock.now += DAY
    before = {one.path for one in service.list()}
    clock.now += years * 365 * DAY
    add(centre, "Piet", "Vis")
    assert service.due()
    service.make(BackupReason.DAILY)
    assert before < {one.path for one in service.list()}


def test_old_backups_are_thinned_after_a_new_one(
    centre: Administration, service: BackupService, clock: Clock
) -> None:
    for number in range(16):
        add(centre, "Jan", f"Berg{number}")
        service.make(BackupReason.DAILY)
        clock.now += DAY
    assert 12 <= len(service.list()) < 16
    assert service.list()[0].people == 17


def test_a_failed_backup_is_told_until_one_succeeds(
    service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copying.copy_open

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(copying, "copy_open", full)
    (done,) = service.make(BackupReason.DAILY)
    assert "full" in done.problem
    assert service.state().failure == done.problem
    assert service.list() == []
    monkeypatch.setattr(copying, "copy_open", real)
    service.make(BackupReason.DAILY)
    assert service.state().failure == ""
    assert service.state().last_good == MONDAY


def test_a_copy_with_other_rows_never_counts(
    service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "verify", lambda *_: copying.Contents({}, 0))
    (done,) = service.make(BackupReason.DAILY)
    assert "did not come out right" in done.problem
    assert list(service.folder.iterdir()) == []


def test_the_second_place_gets_one_too_and_is_asked_for(
    centre: Administration, service: BackupService, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    service.choose_second(stick)
    assert [one.problem for one in service.make(BackupReason.CLOSED)] == ["", ""]
    assert {one.place for one in service.list()} == {BackupPlace.BESIDE, BackupPlace.SECOND}
    stick.rename(tmp_path / "pulled out")
    add(centre, "Jan", "Berg")
    clock.now += 13 * DAY
    assert len(service.make(BackupReason.CLOSED)) == 1
    assert not service.state().asks_for_second
    clock.now += DAY
    state = service.state()
    assert (state.asks_for_second, state.second_present, state.second_absent) == (True, False, 14)


def test_the_second_place_is_another_one(service: BackupService, tmp_path: Path) -> None:
    service.make(BackupReason.MANUAL)
    for folder in (service.folder, service.folder.parent, tmp_path / "nowhere"):
        with pytest.raises(SecondPlaceUnfit):
            service.choose_second(folder)
    assert service.second() is None


def test_what_a_restore_would_change_is_told(
    centre: Administration, service: BackupService
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    add(centre, "Jan", "Berg")
    gerda = centre.members.all_people()[-1].person
    assert gerda.name.last == "Smit"
    centre.members.save(PersonDetail(person=Person(id=gerda.id, name=gerda.name, phone="06")))
    told = service.compare(backup.path)
    assert (told.added, told.changed, told.removed) == (("Jan Berg",), ("Gerda Smit",), ())
    assert [(one.now, one.then) for one in told.counts if one.kind == "people"] == [(2, 1)]
    assert told.changes == ("Gerda Smit changed", "Jan Berg added")


def test_a_restore_goes_back_and_can_be_undone(
    centre: Administration, service: BackupService
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    add(centre, "Jan", "Berg")
    revision = centre.history.recent(0, 1)[0].id
    before = service.restore(backup.path, backup.at)
    assert names(centre) == ["Gerda Smit"]
    newest = centre.history.recent(0, 1)[0]
    assert newest.id > revision
    assert newest.sentence.startswith("Backup of 23 November 2026")
    assert centre.history.to_undo() is None
    add(centre, "Na", "Herstel")
    service.restore(before)
    assert names(centre) == ["Jan Berg", "Gerda Smit"]
    assert len(service.list()) == 3  # none was evicted or overwritten
    centre.close()
    again = open_administration(centre.path, PASSWORD)
    assert names(again) == ["Jan Berg", "Gerda Smit"]
    again.close()


def test_who_was_erased_stays_erased_after_a_restore(
    centre: Administration, service: BackupService
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    gerda = centre.members.all_people()[0].person.id
    assert gerda is not None
    centre.privacy.removal.erase([gerda])
    service.restore(backup.path)
    assert names(centre) == []


def test_the_second_place_and_the_log_outlive_a_restore(
    service: BackupService, tmp_path: Path
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    (tmp_path / "stick").mkdir()
    service.choose_second(tmp_path / "stick")
    service.restore(backup.path)
    assert service.second() is not None
    assert service.state().last_good == MONDAY


def test_a_backup_of_before_a_new_password_opens_with_the_new_one_after_a_restore(
    centre: Administration, service: BackupService
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    centre._file.change_password("een nieuw wachtwoord")
    service.restore(backup.path)
    centre.close()
    open_administration(centre.path, "een nieuw wachtwoord").close()


@pytest.mark.parametrize("by_sheet", [False, True])
def test_a_backup_of_before_a_new_key_asks_its_password_and_is_put_back(
    centre: Administration, service: BackupService, by_sheet: bool
) -> None:
    add(centre, "Gerda", "Smit")
    (made,) = service.make(BackupReason.MANUAL)
    path, then = service.folder / made.file, names(centre)
    secret = centre.security.code().text if by_sheet else PASSWORD
    centre._file.replace_key("een ander wachtwoord")
    add(centre, "Jan", "Berg")
    assert not service.describe(path).readable
    with pytest.raises(WrongPassword):
        service.unlock(path, "niet dit")
    assert not service.describe(path).readable
    opened = service.unlock(path, secret)
    assert (opened.readable, opened.people) == (True, len(then))
    assert service.is_whole(path)
    assert service.compare(path).changes_count == 1
    now = names(centre)
    before = service.restore(path)
    assert names(centre) == then
    service.restore(before)
    assert names(centre) == now
    assert centre.security.fits("een ander wachtwoord")


def test_a_damaged_backup_is_never_put_back(centre: Administration, service: BackupService) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    backup.path.write_bytes(content)
    assert not service.is_whole(backup.path)
    with pytest.raises(UserError):
        service.restore(backup.path)
    assert names(centre) == ["Gerda Smit"]
    backup.path.write_bytes(b"")
    with pytest.raises(BackupUnreadable):
        service.compare(backup.path)


def test_a_backup_takes_the_place_of_a_damaged_file_that_is_kept_aside(
    centre: Administration, service: BackupService
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    centre.close()
    centre.path.write_bytes(b"nothing of it is left")
    unlock = opening.by_password(PASSWORD)
    kept = restoring.bring_back(centre.path, backup.path, unlock, "beschadigd 2026-11-23")
    assert kept is not None
    assert kept.name == "De Linde - beschadigd 2026-11-23.buurthuis"
    assert kept.read_bytes() == b"nothing of it is left"
    again = open_administration(centre.path, PASSWORD)
    assert names(again) == ["Gerda Smit"]
    again.close()


def test_a_backup_that_does_not_open_leaves_the_damaged_file_where_it_is(
    centre: Administration, service: BackupService
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    centre.close()
    centre.path.write_bytes(b"damaged")
    with pytest.raises(UserError):
        restoring.bring_back(centre.path, backup.path, opening.by_password("wrong"), "x")
    assert centre.path.read_bytes() == b"damaged"


def test_the_file_is_still_open_when_a_restore_fails_at_the_last_moment(
    centre: Administration, service: BackupService, monkeypatch: pytest.MonkeyPatch
) -> None:
    service.make(BackupReason.MANUAL)
    (backup,) = service.list()
    add(centre, "Jan", "Berg")

    def gone(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(AdministrationFile, "_swap", gone)
    with pytest.raises(UserError, match="does not answer"):
        service.restore(backup.path)
    monkeypatch.undo()
    assert names(centre) == ["Jan Berg", "Gerda Smit"]
    add(centre, "Piet", "Vis")
