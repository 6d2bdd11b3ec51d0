# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file on a stick, in a sync folder or on a read-only disk: said, and copied from."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.gui.pages.other_version import OtherVersionDialog
from buurthuis_admin.gui.pages.start import StartPage
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration, open_administration
from tests.unit.storage.making import PASSWORD


@pytest.fixture
def synced(empty_administration: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    return Path(shutil.copy(empty_administration, folder / "x.buurthuis"))


def test_on_the_disk_of_the_computer_there_is_no_bar(
    window: MainWindow, empty_administration: Path, tmp_path: Path, settle: Callable[[], None]
) -> None:
    path = Path(shutil.copy(empty_administration, tmp_path / "y.buurthuis"))
    window.show_administration(open_administration(path, PASSWORD))
    settle()
    assert window.shell is not None
    assert not window.shell.place_bar.isVisible()


def test_in_a_synchronised_folder_a_copy_is_offered_and_gone_on_with(
    qtbot: QtBot,
    window: MainWindow,
    synced: Path,
    tmp_path: Path,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.show_administration(open_administration(synced, PASSWORD))
    settle()
    assert window.shell is not None
    bar = window.shell.place_bar
    assert "Nextcloud" in bar.text.text()
    target = tmp_path / "hier" / "x.buurthuis"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    bar.copy.click()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), StartPage))
    settle()
    open_administration(target, PASSWORD).close()


def test_where_nothing_can_be_written_it_is_said(
    window: MainWindow, synced: Path, settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("buurthuis_admin.storage.opening.may_write", lambda _path: False)
    window.show_administration(open_administration(synced, PASSWORD))
    settle()
    assert window.shell is not None
    assert "only be read" in window.shell.place_bar.text.text()


def test_two_laptops_that_both_changed_a_copy_lose_nothing(
    qtbot: QtBot, window: MainWindow, synced: Path, settle: Callable[[], None]
) -> None:
    other_path = synced.with_name("x (conflicted copy 2026-11-24 101500).buurthuis")
    shutil.copy(synced, other_path)
    other = open_administration(other_path, PASSWORD)
    add(other, "Els")
    other.close()
    here = open_administration(synced, PASSWORD)
    add(here, "Jan")
    add(here, "Piet")
    window.show_administration(here)
    settle()
    assert window.shell is not None
    bar = window.shell.place_bar
    assert other_path.name in bar.text.text()
    (found,) = here.versions.others()
    assert (found.here.changes, found.there.changes) == (2, 1)
    bar.compare.click()
    dialog = window.shell.findChild(OtherVersionDialog)
    assert dialog is not None
    dialog.other.click()
    settle()
    settle()
    assert [one.person.name.first for one in here.members.all_people()] == ["Els"]
    assert not other_path.exists()
    kept = open_administration(here.backups.list()[0].path, PASSWORD)
    assert {one.person.name.first for one in kept.members.all_people()} == {"Jan", "Piet"}
    kept.close()
    assert (here.backups.folder / other_path.name).exists()


def add(administration: Administration, first: str) -> None:
    administration.members.save(
        PersonDetail(person=Person(name=PersonName(first=first, last="Berg")))
    )
