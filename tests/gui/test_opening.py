# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A start with a password: the page at once, or the start page with what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.start import StartPage
from buurthuis_admin.gui.places import MEMBERS
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration, open_administration
from tests.unit.storage.making import PASSWORD


def with_real_doors(window: MainWindow) -> None:
    window._doors = replace(window._doors, open=open_administration)


def test_the_page_that_was_asked_for_is_there(
    qtbot: QtBot, window: MainWindow, real: Administration
) -> None:
    path = real.path
    real.close()
    with_real_doors(window)
    window.open_at_once(path, PASSWORD, MEMBERS)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    page = window.shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    qtbot.waitUntil(lambda: page.header.beside.text() == "0 people")
    assert window.shell.current == MEMBERS


def test_a_wrong_password_is_told_on_the_start_page(
    qtbot: QtBot, window: MainWindow, real: Administration
) -> None:
    path: Path = real.path
    real.close()
    with_real_doors(window)
    window.open_at_once(path, "wrong")
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), StartPage))
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    assert "password" in page.told.text().lower()
    assert page.password.text() == "wrong"
