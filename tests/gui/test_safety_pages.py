# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Vandaag, backups, closing, and the page of a damaged file, on real administrations."""

from __future__ import annotations

import datetime
import errno
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from buurthuis_admin.domain.activities import Activity, HeadCount, Session, SessionState
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.backups import BackupsPage
from buurthuis_admin.gui.pages.damage import DamagePage
from buurthuis_admin.gui.pages.today import TodayPage
from buurthuis_admin.gui.places import ATTENDANCE, BACKUPS, TODAY
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration, open_administration
from buurthuis_admin.storage import copying
from tests.accessibility.checks import check_controls, cut_off
from tests.unit.storage.making import PASSWORD

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")
TODAY_IS = datetime.date(2026, 11, 24)
DAY = datetime.timedelta(days=1)


def person(last: str) -> PersonDetail:
    return PersonDetail(person=Person(name=PersonName(first="Jan", last=last)))


def texts(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def go(shell: Shell, key: str, settle: Settle) -> QWidget:
    shell.go_to(key)
    settle()
    settle()
    return shell.page(key)


@pytest.fixture
def today(real: Administration, real_shell: Shell, settle: Settle) -> TodayPage:
    """A page of today with something of everything."""
    real.today._today = lambda: TODAY_IS
    activity = real.activities.save(Activity(name="Koffieochtend", room="Grote zaal"))
    for days, state in ((0, SessionState.PLANNED), (3, SessionState.HELD), (5, SessionState.HELD)):
        real.activities.save_session(
            Session(activity_id=activity, day=TODAY_IS - days * DAY, state=state)
        )
    filled = real.activities.sessions(activity, None, 0, 9)[-1].id
    real.activities.set_head_count(HeadCount(session_id=filled, number=12))
    real.subsidies.save(
        Subsidy(
            funder="Gemeente",
            purpose="Taal aan tafel",
            state=SubsidyState.AWARDED,
            due_on=TODAY_IS + 8 * DAY,
            awarded=Decimal(4250),
        )
    )
    page = go(real_shell, TODAY, settle)
    assert isinstance(page, TodayPage)
    page.refresh()
    settle()
    return page


def test_today_says_what_asks_for_attention(today: TodayPage) -> None:
    told = texts(today)
    assert "dinsdag 24 november 2026" in told
    assert "Koffieochtend" in texts(today.meetings)
    assert "za 21 nov 2026" in texts(today.unfilled)
    assert "do 19 nov 2026" not in texts(today.unfilled)
    assert "do 19 nov 2026" in texts(today.recent)
    assert "€\N{NO-BREAK SPACE}4.250,00" in texts(today.subsidies)
    assert "Verantwoording 2 dec 2026" in texts(today.subsidies)
    assert "herstelvel" in texts(today.tasks)
    assert "nog geen reservekopie" in texts(today.backups)


def test_a_line_of_today_leads_to_its_page(
    today: TodayPage, real_shell: Shell, settle: Settle
) -> None:
    first = next(one for one in today.unfilled.findChildren(QPushButton) if one.isVisible())
    first.click()
    settle()
    assert real_shell.current == ATTENDANCE


def test_a_backup_is_made_from_today(
    today: TodayPage, real: Administration, settle: Settle
) -> None:
    today.make.click()
    settle()
    settle()
    assert len(real.backups.list()) == 1
    assert "De laatste:" in texts(today.backups)


def test_a_failure_is_told_the_same_day(
    today: TodayPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_values: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(copying, "finish", full)
    today.make.click()
    settle()
    settle()
    assert "is vol" in texts(today.backups)
    assert today.make.isEnabled()


# Every size in both languages: make accessibility.
@pytest.mark.parametrize("size", [200])
def test_both_pages_keep_the_accessibility_bar(
    today: TodayPage,
    real: Administration,
    window: MainWindow,
    preferences: Preferences,
    settle: Settle,
    size: int,
) -> None:
    real.backups.make(BackupReason.MANUAL)
    preferences.text_size = size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(real)
    settle()
    assert window.shell is not None
    for key in (TODAY, BACKUPS):
        go(window.shell, key, settle)
        check_controls(window, key)
        assert cut_off(window) == [], key
        assert window.size().toTuple() == (1280, 720), key


def test_a_restore_takes_three_clicks_and_one_to_undo(
    real: Administration, real_shell: Shell, settle: Settle
) -> None:
    real.members.save(person("Eerst"))
    real.backups.make(BackupReason.DAILY)
    real.members.save(person("Later"))
    page = go(real_shell, BACKUPS, settle)  # the first click; the newest is chosen already
    assert isinstance(page, BackupsPage)
    assert "Jan Later" in texts(page.detail)
    page.detail.restore.click()
    settle()
    settle()
    assert [one.person.name.last for one in real.members.all_people()] == ["Eerst"]
    assert page.restored.isVisible()
    page.undo.click()
    settle()
    settle()
    names = {one.person.name.last for one in real.members.all_people()}
    assert names == {"Eerst", "Later"}
    assert not page.restored.isVisible()
    assert len(real.backups.list()) == 3  # each restore kept what was there before it


def test_the_bar_takes_a_restore_back(
    real: Administration, real_shell: Shell, settle: Settle
) -> None:
    real.backups.make(BackupReason.DAILY)
    real.members.save(person("Later"))
    page = go(real_shell, BACKUPS, settle)
    assert isinstance(page, BackupsPage)
    page.put_back(page.model.rows[0])
    for _time in range(4):
        settle()
    assert real.members.count() == 0
    assert real_shell.undo_bar.undo.isVisible()
    real_shell.undo_bar.undo.click()
    for _time in range(4):
        settle()
    assert real.members.count() == 1
    assert not real_shell.undo_bar.undo.isVisible()


def test_a_second_place_is_chosen_and_left(
    real: Administration,
    real_shell: Shell,
    settle: Settle,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_values: str(stick))
    page = go(real_shell, BACKUPS, settle)
    assert isinstance(page, BackupsPage)
    page.choose.click()
    settle()
    settle()
    page.make.click()
    settle()
    settle()
    assert len(list(stick.iterdir())) == 1
    assert str(stick) in texts(page.state)
    page.forget.click()
    settle()
    settle()
    assert real.backups.second() is None


def test_closing_makes_a_backup_when_something_changed(
    real: Administration, real_shell: Shell, window: MainWindow
) -> None:
    real.members.save(person("Berg"))
    folder = real.backups.folder
    window.close()
    (made,) = folder.iterdir()
    assert made.name.endswith("gesloten.buurthuis")
    again = open_administration(real.path, PASSWORD)
    assert not again.backups.changed_since()
    again.close()


def test_a_backup_that_fails_does_not_keep_the_window_open(
    real: Administration,
    real_shell: Shell,
    window: MainWindow,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real.members.save(person("Berg"))

    def fail(_reason: object) -> None:
        raise UserError("De schijf is vol.")

    monkeypatch.setattr(real.backups, "make", fail)
    assert window.close()
    assert not window.isVisible()
    assert preferences.backup_problem == "De schijf is vol."


@pytest.fixture
def damaged(
    real: Administration, window: MainWindow, settle: Settle, preferences: Preferences
) -> DamagePage:
    """The page that is shown when the file is empty, with a backup beside it."""
    real.members.save(person("Berg"))
    real.backups.make(BackupReason.DAILY)
    path = real.path
    real.close()
    path.write_bytes(b"")
    problem = "Het bestand is leeg."
    page = DamagePage(path, problem, "", window.readers, ErrorPresenter())
    page.restored.connect(window.show_administration)
    window._put(page)
    settle()
    return page


def test_an_empty_file_shows_the_way_back(
    damaged: DamagePage, window: MainWindow, settle: Settle
) -> None:
    assert "Het bestand is leeg." in texts(damaged)
    assert len(damaged.model.rows) == 1
    check_controls(window, "damage")
    assert cut_off(window) == []
    damaged.restore.click()
    settle()
    assert damaged.told.text() == "Typ het wachtwoord van deze administratie."
    damaged.secret.setText("niet dit")
    damaged.restore.click()
    settle()
    assert "wachtwoord past niet" in damaged.told.text()
    damaged.secret.setText(PASSWORD)
    damaged.restore.click()
    settle()
    settle()
    assert window.shell is not None
    administration = window.shell.workspace.administration
    assert administration.members.count() == 1
    aside = [one.name for one in Path(administration.path).parent.iterdir()]
    assert any("beschadigd" in name for name in aside)


def test_the_damage_page_looks_on_the_stick_by_itself(
    real: Administration,
    real_shell: Shell,
    window: MainWindow,
    settle: Settle,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    stick = tmp_path_factory.mktemp("stick")
    real.members.save(person("Berg"))
    real.backups.choose_second(stick)
    go(real_shell, BACKUPS, settle)
    settle()
    real.backups.make(BackupReason.DAILY)
    for kept in real.backups.folder.iterdir():
        kept.unlink()
    window._damage_found("Het bestand is beschadigd.")
    settle()
    page = window.centralWidget()
    assert isinstance(page, DamagePage)
    assert [one.path.parent for one in page.model.rows] == [stick]


def test_a_backup_with_another_key_asks_its_password(
    real: Administration, real_shell: Shell, settle: Settle, window: MainWindow
) -> None:
    real.members.save(person("Berg"))
    real.backups.make(BackupReason.DAILY)
    real._file.replace_key("een ander wachtwoord")
    page = go(real_shell, BACKUPS, settle)
    assert isinstance(page, BackupsPage)
    detail = page.detail
    assert detail.secret.isVisible()
    assert not detail.restore.isVisible()
    check_controls(window, "backups")
    assert cut_off(window) == []
    detail.secret.setText("niet dit")
    detail.unlock.click()
    settle()
    assert "wachtwoord past niet" in detail.told.text()
    detail.secret.setText(PASSWORD)
    QTest.keyClick(detail.secret, Qt.Key.Key_Return)
    settle()
    settle()
    assert detail.restore.isVisible()
    detail.restore.click()
    settle()
    settle()
    assert page.restored.isVisible()


def test_a_file_that_may_be_cut_off_leads_to_its_backups(
    real: Administration, window: MainWindow, settle: Settle
) -> None:
    real.members.save(person("Berg"))
    real.backups.make(BackupReason.DAILY)
    path = real.path
    real.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 4096 * 4096 - 4096])
    window._doors = Doors(open_administration, lambda *_: real, lambda: real)
    page = window.show_start(path)
    page.password.setText(PASSWORD)
    page.open.click()
    settle()
    assert "het einde van dit bestand ontbreekt" in page.told.text()
    page.backups.click()
    settle()
    found = window.centralWidget()
    assert isinstance(found, DamagePage)
    assert (len(found.model.rows), found.secret.text()) == (1, PASSWORD)


def test_damage_that_is_found_while_working_shows_the_way_back(
    real: Administration,
    real_shell: Shell,
    window: MainWindow,
    preferences: Preferences,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real_shell.full_check.look()
    settle()
    assert preferences.checked_on  # whole: not looked at again today
    preferences.checked_on = ""
    monkeypatch.setattr("buurthuis_admin.services.damage.faults_of", lambda _one: ["page 9"])
    real_shell.full_check.look()
    settle()
    settle()
    page = window.centralWidget()
    assert isinstance(page, DamagePage)
    assert "de schijf is misschien stuk" in texts(page)
