# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A first run: four questions, and from an empty administration to its first person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from buurthuis_admin.app import doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.new_administration import NewAdministrationForm
from buurthuis_admin.gui.pages.today import TodayPage
from buurthuis_admin.gui.places import HELP, IMPORT, MEMBERS, TODAY
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration, open_administration
from tests.accessibility.checks import check_controls
from tests.gui.attendance_making import somebody

Settle = Callable[[], None]
PHRASE = "tulp ladder molen wolk"


def today_page(shell: Shell) -> TodayPage:
    page = shell.page(TODAY)
    assert isinstance(page, TodayPage)
    return page


def test_four_answers_make_an_administration(
    qtbot: QtBot, preferences: Preferences, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "de linde.buurthuis"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(place), ""))
    window = MainWindow(doors(preferences), preferences, ErrorPresenter())
    qtbot.addWidget(window)
    window.show()
    page = window.show_start(None)
    page.new.click()
    form = page.findChildren(NewAdministrationForm)[0]
    qtbot.waitUntil(form.ui.centre.hasFocus)
    check_controls(form, "new administration")
    for field, text in (("centre", "De Linde"), ("town", "Waterdam"), ("password", PHRASE)):
        assert getattr(form.ui, field).hasFocus()
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    form.ui.again.setText(PHRASE)
    form.ui.save.click()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=10_000)
    qtbot.waitUntil(lambda: not window.readers.busy and not window.writers.busy, timeout=10_000)
    window.close()
    made = open_administration(place, PHRASE)
    centre = made.settings.centre()
    made.close()
    assert (centre.name, centre.town) == ("De Linde", "Waterdam")


@pytest.mark.parametrize(
    ("button", "place"), [("read", IMPORT), ("empty", MEMBERS), ("help", HELP)]
)
def test_an_empty_administration_says_how_to_begin(
    qtbot: QtBot, real_shell: Shell, settle: Settle, button: str, place: str
) -> None:
    real_shell.show_place(TODAY)
    settle()
    page = today_page(real_shell)
    assert page.beginning.isVisible()
    qtbot.mouseClick(getattr(page.beginning, button), Qt.MouseButton.LeftButton)
    settle()
    assert real_shell.current == place


def test_it_goes_once_there_is_somebody(
    real_shell: Shell, real: Administration, settle: Settle
) -> None:
    real_shell.show_place(TODAY)
    settle()
    page = today_page(real_shell)
    assert page.beginning.isVisible()
    somebody(real, "Ayşe Öztürk")
    settle()
    assert not page.beginning.isVisible()
