# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month filled in as a spreadsheet, on a real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Session, SessionState
from buurthuis_admin.domain.attendance import EXCUSED, HELPED, PRESENT, Mark
from buurthuis_admin.gui.models.month_cells import MonthCells
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.pages.attendance_forms import ShortForm
from buurthuis_admin.gui.pages.attendance_month import MonthView
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")
MONTH = datetime.date(2026, 3, 1)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def month(
    qtbot: QtBot,
    real: Administration,
    visitors: dict[str, int],
    attendance_page: AttendancePage,
    settle: Settle,
) -> MonthView:
    """March: three meetings, of which the second did not take place; five people came once."""
    for day, state in (
        (3, SessionState.HELD),
        (10, SessionState.CANCELLED),
        (17, SessionState.HELD),
    ):
        kept = Session(activity_id=1, day=MONTH.replace(day=day), state=state)
        number = real.activities.save_session(kept)
        if day == 3:
            real.attendance.mark_many(number, dict.fromkeys(list(visitors.values())[:5], PRESENT))
    settle()
    qtbot.mouseClick(attendance_page.choose.month, Qt.MouseButton.LeftButton)
    settle()
    view = attendance_page.month
    view.show_month(1, MONTH)
    settle()
    settle()
    assert view.cells.rowCount() == 5
    assert view.cells.columnCount() == 3
    view.focus_first()
    return view


def marks(real: Administration, settle: Settle, day: int) -> dict[str, Mark]:
    settle()
    grid = real.months.grid(1, MONTH)
    session = next(one.id for one in grid.sessions if one.day.day == day)
    names = {one.id: one.name for one in grid.people}
    return {names[person]: mark for (of, person), mark in grid.marks.items() if of == session}


def test_by_keyboard_as_a_spreadsheet(
    qtbot: QtBot, month: MonthView, real: Administration, settle: Settle
) -> None:
    table = month.table

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(table, key, modifier)

    def at() -> tuple[int, int]:
        return table.currentIndex().row(), table.currentIndex().column()

    press(Qt.Key.Key_Home)
    assert at() == (0, 0)
    press(Qt.Key.Key_End)
    assert at() == (0, 2)
    qtbot.keyClicks(table, "x")
    press(Qt.Key.Key_Down)
    qtbot.keyClicks(table, "a")
    press(Qt.Key.Key_Return)
    qtbot.keyClicks(table, "v")
    press(Qt.Key.Key_Down, CTRL)
    assert at() == (4, 2)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    assert marks(real, settle, 17) == {
        "Bakker, Anneke": PRESENT,
        "Jansen, Amina": EXCUSED,
        "Meijer, Björn": HELPED,
        "Vries, Amina de": PRESENT,
    }
    press(Qt.Key.Key_Left, CTRL)
    press(Qt.Key.Key_Up, CTRL)
    assert at() == (0, 0)
    press(Qt.Key.Key_Down, CTRL | SHIFT)
    press(Qt.Key.Key_Delete)
    assert marks(real, settle, 3) == {}
    settle()
    press(Qt.Key.Key_Z, CTRL)
    settle()
    settle()
    assert len(marks(real, settle, 3)) == 5
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not table


def test_a_meeting_that_did_not_take_place_takes_no_marks(
    qtbot: QtBot, month: MonthView, real: Administration, settle: Settle
) -> None:
    month.table.go_to(0, 1)
    qtbot.keyClicks(month.table, "x")
    assert marks(real, settle, 10) == {}
    assert month.cells.data(month.cells.index(0, 1)) == "×"


def test_by_mouse_and_copied_to_another_day(
    qtbot: QtBot, month: MonthView, real: Administration, settle: Settle
) -> None:
    table = month.table
    place = table.visualRect(month.cells.index(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(marks(real, settle, 17)) == {"Jansen, Amina"}
    settle()
    first = table.visualRect(month.cells.index(0, 0)).center()
    last = table.visualRect(month.cells.index(4, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, SHIFT, pos=last)
    qtbot.mouseClick(month.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x\n" * 5
    assert month.told.text() == "5 vakjes gekopieerd."
    place = table.visualRect(month.cells.index(0, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(month.paste, Qt.MouseButton.LeftButton)
    assert len(marks(real, settle, 17)) == 5
    assert month.told.text() == "4 vakjes gewijzigd."


def test_a_paste_from_excel_is_one_change_with_an_account(
    qtbot: QtBot, month: MonthView, real: Administration, settle: Settle
) -> None:
    changes = real.history.count()
    QGuiApplication.clipboard().setText("x\tx\tx\r\nafg\t\tja\r\na\t\tmisschien\r\n\t\tx\tx\r\n")
    month.table.go_to(0, 0)
    qtbot.keyClick(month.table, Qt.Key.Key_V, CTRL)
    settle()
    assert real.history.count() == changes + 1
    assert marks(real, settle, 3)["Jansen, Amina"] == EXCUSED
    assert set(marks(real, settle, 17)) == {"Bakker, Anneke", "Jansen, Amina", "Öztürk, Ayşe"}
    assert month.told.text() == (
        "5 vakjes gewijzigd. 2 niet begrepen en gelaten zoals ze waren: “a” (Meijer, Björn, "
        "3 mrt 2026), “misschien” (Meijer, Björn, 17 mrt 2026). 1 viel buiten de maand of onder de "
        "laatste rij. 1 bij bijeenkomsten die niet doorgingen."
    )
    qtbot.keyClick(month.table, Qt.Key.Key_Z, CTRL)
    settle()
    settle()
    assert marks(real, settle, 17) == {}
    assert len(marks(real, settle, 3)) == 5


def test_one_sign_fills_all_chosen_cells(
    qtbot: QtBot, month: MonthView, real: Administration, settle: Settle
) -> None:
    QGuiApplication.clipboard().setText("x")
    month.table.go_to(0, 2)
    qtbot.keyClick(month.table, Qt.Key.Key_Down, CTRL | SHIFT)
    qtbot.keyClick(month.table, Qt.Key.Key_V, CTRL)
    assert len(marks(real, settle, 17)) == 5


def test_nothing_to_paste_is_told(qtbot: QtBot, month: MonthView) -> None:
    QGuiApplication.clipboard().setText("")
    qtbot.keyClick(month.table, Qt.Key.Key_V, CTRL)
    assert month.told.text() == "Er is niets om te plakken. Kopieer eerst vakjes in Excel."


def test_somebody_without_a_row_gets_one(
    qtbot: QtBot, month: MonthView, real: Administration, settle: Settle
) -> None:
    for name in ("Oksana Kovalchuk", "Zeb van Dam"):
        qtbot.mouseClick(month.person, Qt.MouseButton.LeftButton)
        form = next(one for one in month.findChildren(ShortForm) if one.isVisible())
        qtbot.keyClicks(form.field, name)
        qtbot.keyClick(form.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not month.findChildren(ShortForm))
        settle()
        settle()
    assert [one.name for one in month.cells.grid.people[-2:]] == [  # type: ignore[union-attr]
        "Kovalchuk, Oksana",
        "Dam, Zeb van",
    ]
    month.table.go_to(6, 2)
    qtbot.keyClicks(month.table, "x")
    assert set(marks(real, settle, 17)) == {"Dam, Zeb van"}


def test_the_model_keeps_the_rules_of_qt(month: MonthView, real: Administration) -> None:
    cells = MonthCells()
    tester = QAbstractItemModelTester(cells)
    grid = real.months.grid(1, MONTH)
    cells.show_grid(grid)
    cells.set_cells({(grid.sessions[2].id or 0, grid.people[0].id): PRESENT})
    cells.show_grid(real.months.grid(1, MONTH.replace(month=4)))
    cells.show_grid(None)
    assert tester.model() is cells
