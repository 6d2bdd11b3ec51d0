# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar of UI.md for attendance: names, sizes, Tab, and nothing cut off."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.models.door_tiles import VisitorRole
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.pages.attendance_forms import (
    LeaveForm,
    StartForm,
    cancel_form,
    new_name_form,
)
from buurthuis_admin.gui.pages.session_history import SessionHistory
from buurthuis_admin.gui.places import ATTENDANCE
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import beside, check_controls, controls, cut_off
from tests.gui.attendance_making import somebody

Settle = Callable[[], None]


@pytest.fixture
def shown(
    window: MainWindow,
    real: Administration,
    visitors: dict[str, int],
    session_id: int,
    settle: Settle,
) -> Callable[[str, int], AttendancePage]:
    """The page of attendance in a language and a text size, in a window of 1280 by 720."""
    somebody(real, "Amina Jansen", "Lindelaan")  # two of one name

    def show(language: str, size: int) -> AttendancePage:
        preferences: Preferences = window._preferences
        use_language(language)
        preferences.language, preferences.text_size = language, size
        window.restyle()
        window.resize(1280, 720)
        window.show_administration(real, ATTENDANCE)
        settle()
        settle()
        assert window.shell is not None
        page = window.shell.page(ATTENDANCE)
        assert isinstance(page, AttendancePage)
        return page

    return show


def walk(page: AttendancePage, session_id: int, settle: Settle) -> Iterator[str]:
    """Every view of the page."""
    yield "choose"
    page.show_session(session_id)
    settle()
    settle()
    page.desk.guest()
    page.door.search.setText("nobody is called so")
    page.door._search_everybody()
    settle()
    settle()
    yield "door, nobody found"
    page.door.search.clear()
    page.desk.cancel("Verwarming stuk")
    settle()
    settle()
    yield "door, cancelled"
    page.desk.reopen()
    page.show_paper()
    page.paper.rows.setText("1 2 99 x")
    page.paper.take.click()
    page.paper.on_paper.setText("12")
    settle()
    settle()
    yield "paper"
    page.show_sheets(session_id)
    settle()
    settle()
    yield "sheets"
    page.show_month()
    settle()
    settle()
    page.month.show_month(1, datetime.date.today())  # noqa: DTZ011
    settle()
    settle()
    yield "month"
    page.show_session(session_id)
    settle()
    page.set_kiosk(True)
    page.window().showNormal()
    page.window().resize(1280, 720)
    settle()
    yield "full screen"
    page.set_kiosk(False)


# Every size in both languages: make accessibility.
@pytest.mark.parametrize(("language", "size"), [("nl", 200)])
def test_nothing_is_cut_off_and_everything_has_a_name_and_a_size(
    language: str,
    size: int,
    shown: Callable[[str, int], AttendancePage],
    window: MainWindow,
    session_id: int,
    settle: Settle,
) -> None:
    page = shown(language, size)
    for place in walk(page, session_id, settle):
        QApplication.processEvents()
        assert cut_off(window) == [], place
        assert beside(window) == [], place
        check_controls(window, place)
        assert window.size().toTuple() == (1280, 720), place


@pytest.mark.parametrize("size", [100, 200])
def test_tiles_are_large_enough(
    size: int,
    shown: Callable[[str, int], AttendancePage],
    session_id: int,
    settle: Settle,
) -> None:
    page = shown("nl", size)
    page.show_session(session_id)
    settle()
    settle()
    tile = page.door.tiles.visualRect(page.desk.tiles.index(0))
    assert tile.width() - 12 * size // 100 >= 96
    assert tile.height() - 12 * size // 100 >= 96
    said = page.desk.tiles.data(page.desk.tiles.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Amina Jansen, nummer 1, Nog niet"
    assert page.desk.tiles.data(page.desk.tiles.index(0), VisitorRole).number == 1


def test_tab_reaches_everything_and_comes_round(
    qtbot: QtBot,
    shown: Callable[[str, int], AttendancePage],
    window: MainWindow,
    session_id: int,
    settle: Settle,
) -> None:
    page = shown("nl", 100)
    page.show_session(session_id)
    settle()
    settle()
    page.door.search.setFocus()
    first, seen = QApplication.focusWidget(), []
    for _step in range(60):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert QApplication.focusWidget() is first
    missed = [
        one.accessibleName()
        for one in controls(page)
        if one not in seen
        and one.isEnabled()
        and not (one.property("kind") == "chip" and not one.isChecked())  # type: ignore[attr-defined]
    ]
    assert missed == []


def test_every_dialog_keeps_the_bar_and_closes_by_escape(
    qtbot: QtBot,
    shown: Callable[[str, int], AttendancePage],
    real: Administration,
    session_id: int,
    settle: Settle,
) -> None:
    page = shown("nl", 150)
    page.show_session(session_id)
    settle()
    settle()
    workspace = page._workspace
    dialogs: list[QDialog] = [
        new_name_form("Jan", page),
        cancel_form(page),
        LeaveForm(workspace, page),
        StartForm(real.meetings.activities(), workspace, page),
        SessionHistory("Koffieochtend", real.attendance.history(session_id), page),
    ]
    for dialog in dialogs:
        dialog.open()
        QApplication.processEvents()
        check_controls(dialog, type(dialog).__name__)
        assert cut_off(dialog) == []
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda dialog=dialog: not dialog.isVisible())  # type: ignore[misc]
        dialog.deleteLater()


def test_letters_of_a_code_are_no_shortcut(
    shown: Callable[[str, int], AttendancePage], window: MainWindow, session_id: int, settle: Settle
) -> None:
    page = shown("nl", 100)
    settle()
    for sign in ScanCode(CodeKind.SESSION, session_id).text:
        QTest.keyClick(window.windowHandle(), sign)  # type: ignore[call-overload]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)  # a scanner may end with Tab as well
    settle()
    assert page.desk.session_id == session_id
