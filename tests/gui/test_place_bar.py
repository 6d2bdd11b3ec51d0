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

from buurthuis_admin.gui.pages.start import StartPage
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import open_administration
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
