# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities, settings, start and the window itself, driven as a person does."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.activity_form import ActivityForm
from buurthuis_admin.gui.pages.new_administration import NewAdministrationForm, problems_with
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.pages.start import StartPage
from buurthuis_admin.gui.places import ACTIVITIES, IMPORT, MEMBERS, SETTINGS, top_places
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.theme import current
from buurthuis_admin.gui.window import MainWindow
from tests.gui.fakes import FakeAdministration

Settle = Callable[[], None]


# Activities.


@pytest.fixture
def activities(shell: Shell, settle: Settle) -> ActivitiesPage:
    shell.go_to(ACTIVITIES)
    settle()
    page = shell.page(ACTIVITIES)
    assert isinstance(page, ActivitiesPage)
    return page


def test_an_activity_with_its_meetings_and_who_came(activities: ActivitiesPage) -> None:
    detail = activities.detail
    assert activities.year.currentText() == "2025"
    assert detail.name.text() == "Koffieochtend"
    assert detail.model.rowCount() == 40
    assert "7 January 2025" in detail.meeting_title.text()
    assert detail.counts.text().startswith("12 with a name + 5 without = 17")
    assert detail.remark.text() == "Met muziek"
    assert detail.people_model.rowCount() == 11


def test_another_year_counts_anew(qtbot: QtBot, activities: ActivitiesPage, settle: Settle) -> None:
    activities.year.setFocus()
    qtbot.keyClick(activities.year, Qt.Key.Key_Down)
    settle()
    assert activities.year.currentText() == "2024"
    assert "2024" in activities.detail.meeting_title.text()


def test_the_theme_is_changed(
    qtbot: QtBot,
    activities: ActivitiesPage,
    administration: FakeAdministration,
    settle: Settle,
) -> None:
    qtbot.mouseClick(activities.detail.change, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ActivityForm))
    form = activities.findChild(ActivityForm)
    assert form is not None
    form.theme.setCurrentText("Ontmoeting")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: administration.activities.kept[0].theme == "Ontmoeting")
    settle()
    settle()
    assert activities.model.rows[0].theme == "Ontmoeting"


# Settings.


@pytest.fixture
def settings(shell: Shell, settle: Settle) -> SettingsPage:
    shell.go_to(SETTINGS)
    settle()
    page = shell.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    return page


def test_the_centre_is_kept_and_named_in_the_sidebar(
    qtbot: QtBot,
    shell: Shell,
    settings: SettingsPage,
    administration: FakeAdministration,
    settle: Settle,
) -> None:
    settings.ui.name.setText("Wijkcentrum De Eik")
    settings.ui.chamber.setText("1234 5678")
    qtbot.mouseClick(settings.ui.save, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert administration.settings.kept.chamber_of_commerce_number == "12345678"
    assert shell.sidebar.centre.text() == "Wijkcentrum De Eik"
    assert settings.ui.saved.text()


def test_a_wrong_number_is_told_and_not_kept(
    qtbot: QtBot, settings: SettingsPage, administration: FakeAdministration
) -> None:
    settings.ui.chamber.setText("123")
    qtbot.mouseClick(settings.ui.save, Qt.MouseButton.LeftButton)
    assert settings.ui.chamber_problem.isVisible()
    assert settings.ui.chamber.hasFocus()
    assert administration.settings.kept.chamber_of_commerce_number == ""


def test_text_size_and_language_draw_the_window_anew(
    qtbot: QtBot, window: MainWindow, settings: SettingsPage, settle: Settle
) -> None:
    settings.text_size.setCurrentIndex(settings.text_size.findData(150))
    settings.text_size.activated.emit(0)
    qtbot.waitUntil(lambda: current.scale() == 1.5)
    settings_again = window.shell.page(SETTINGS) if window.shell else None
    assert isinstance(settings_again, SettingsPage)
    settings_again.language.setCurrentIndex(settings_again.language.findData("nl"))
    settings_again.language.activated.emit(0)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Instellingen"))
    settle()
    assert window.shell is not None
    assert window.shell.current == SETTINGS


# The start.


def start_page(window: MainWindow) -> StartPage:
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    return page


def test_the_last_one_is_proposed_and_opened_with_enter(
    qtbot: QtBot, window: MainWindow, administration: FakeAdministration, settle: Settle
) -> None:
    window.show_start(administration.path)
    page = start_page(window)
    assert page.password.hasFocus()
    qtbot.keyClicks(page.password, "geheim")
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None)
    settle()
    assert window.windowTitle() == "Today – Buurthuis De Linde"


def test_a_wrong_password_is_told_at_the_field(
    qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    def refuse(_path: Path, _password: str) -> FakeAdministration:
        raise UserError("The password does not fit.")

    fake = Doors(refuse, refuse, refuse)  # type: ignore[arg-type]
    window = MainWindow(fake, preferences, ErrorPresenter())
    qtbot.addWidget(window)
    window.show_start(tmp_path / "a.buurthuis")
    window.show()
    page = start_page(window)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    assert "Type the password" in page.told.text()
    qtbot.keyClicks(page.password, "mis")
    qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.told.text() == "The password does not fit.")
    assert page.open.isEnabled()
    assert page.password.text() == "mis"


def test_the_password_can_be_seen(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.show_start(tmp_path / "a.buurthuis")
    page = start_page(window)
    hidden = page.password.echoMode()
    qtbot.mouseClick(page.show_password, Qt.MouseButton.LeftButton)
    assert page.password.echoMode() is not hidden
    assert page.show_password.text() == "Hide"


def test_nothing_to_open_offers_a_beginning(window: MainWindow) -> None:
    window.show_start(None)
    page = start_page(window)
    assert not page.password.isVisible()
    assert page.new.hasFocus()


def test_the_example_opens(qtbot: QtBot, window: MainWindow, settle: Settle) -> None:
    window.show_start(None)
    qtbot.mouseClick(start_page(window).example, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.shell is not None)
    settle()


@pytest.mark.parametrize(
    ("centre", "password", "again", "fields"),
    [
        ("De Linde", "tulp ladder molen wolk", "tulp ladder molen wolk", []),
        ("", "tulp ladder molen wolk", "tulp ladder molen wolk", ["centre"]),
        ("De Linde", "kort", "kort", ["password"]),
        ("De Linde", "tulp ladder molen wolk", "tulp ladder molen wol", ["again"]),
    ],
)
def test_what_a_new_administration_needs(
    centre: str, password: str, again: str, fields: list[str]
) -> None:
    assert [problem.field for problem in problems_with(centre, password, again)] == fields


def test_a_new_administration_is_made_and_opened(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    place = str(tmp_path / "nieuw")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (place, ""))
    window.show_start(None)
    page = start_page(window)
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    form = page.findChild(NewAdministrationForm)
    assert form is not None
    made: list[object] = []
    form.decided.connect(lambda path, _word, centre, town: made.append((path, centre, town)))
    form.ui.centre.setText("De Linde")
    form.ui.town.setText(" Waterdam ")
    form.ui.password.setText("tulp ladder molen wolk")
    form.ui.again.setText("tulp ladder molen wolk")
    qtbot.mouseClick(form.ui.save, Qt.MouseButton.LeftButton)
    assert made == [(tmp_path / "nieuw.buurthuis", "De Linde", "Waterdam")]
    qtbot.waitUntil(lambda: window.shell is not None)
    settle()


# The window.


def test_the_keys_of_the_sidebar(qtbot: QtBot, real_shell: Shell, settle: Settle) -> None:
    for number, place in enumerate(top_places(), start=1):
        key = getattr(Qt.Key, f"Key_{number}")
        qtbot.keyClick(real_shell, key, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert real_shell.current == place.key
        assert real_shell.stack.currentWidget() is real_shell.page(place.key)


def test_the_sidebar_is_walked_with_arrows_and_one_page_is_shown(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    shell.sidebar.pages.setFocus()
    qtbot.keyClick(shell.sidebar.pages, Qt.Key.Key_Down)
    assert shell.current == ACTIVITIES
    shell.go_to(SETTINGS)
    settle()
    pages = [shell.page(key) for key in (MEMBERS, ACTIVITIES, SETTINGS)]
    assert [page.isVisible() for page in pages] == [False, False, True]


def test_dropped_files_go_to_the_import(
    shell: Shell,
    window: MainWindow,
    administration: FakeAdministration,
    tmp_path: Path,
    settle: Settle,
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "leden.xlsx")), QUrl("https://example.org")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    settle()
    assert shell.current == IMPORT
    assert administration.imports.asked == [tmp_path / "leden.xlsx"]
    assert administration.imports.applied == 0


def test_closing_lets_go_of_everything(
    window: MainWindow, shell: Shell, administration: FakeAdministration, preferences: Preferences
) -> None:
    window.close()
    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if name.startswith(("reader", "writer"))]
    assert administration.closed
    assert preferences.recent == [administration.path]
    assert not preferences.window.isEmpty()


def test_another_administration_closes_this_one(
    qtbot: QtBot, window: MainWindow, settings: SettingsPage, administration: FakeAdministration
) -> None:
    qtbot.mouseClick(settings.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), StartPage))
    assert administration.closed


def test_a_failing_service_is_told_and_the_window_lives(
    qtbot: QtBot,
    window: MainWindow,
    shell: Shell,
    administration: FakeAdministration,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> list[int]:
        raise ValueError("Fatma Yılmaz")

    monkeypatch.setattr(administration.activities, "years", fail)
    shell.go_to(ACTIVITIES)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QMessageBox))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, QMessageBox)
    assert "Fatma" not in dialog.informativeText()
    dialog.close()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
