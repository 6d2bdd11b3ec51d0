# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sheet taken over from paper, and sheets printed, on a real administration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.attendance import Mark, Total
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.places import ACTIVITIES, ATTENDANCE
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.attendance_sheets import SheetPeriod
from tests.gui.attendance_making import keys

Settle = Callable[[], None]
Came = Callable[[], dict[str, Mark]]
pytestmark = pytest.mark.language("nl")


@pytest.fixture
def paper(door: AttendancePage, qtbot: QtBot, settle: Settle) -> AttendancePage:
    qtbot.mouseClick(door.door.paper, Qt.MouseButton.LeftButton)
    settle()
    return door


def test_rows_are_typed_over_by_keyboard(
    qtbot: QtBot, paper: AttendancePage, came: Came, real: Administration, settle: Settle
) -> None:
    view = paper.paper
    assert QApplication.focusWidget() is view.rows
    changes = real.history.count()
    qtbot.keyClicks(view.rows, "1 3-4")
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert set(came()) == {"Amina Jansen", "Anneke Bakker", "Ayşe Öztürk"}
    assert real.history.count() == changes + 1
    assert (view.rows.text(), view.told.text()) == ("", "3 rijen overgenomen.")
    qtbot.keyClicks(view.rows, "2 99 x")
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert view.rows.text() == "x 99"
    assert view.told.text() == "1 rij overgenomen."
    assert view.wrong.text() == "Niet op deze lijst: 99. Niet begrepen: x."
    settle()
    assert len(came()) == 4


def test_a_row_that_was_empty_asks_for_its_name(
    qtbot: QtBot, paper: AttendancePage, came: Came, real: Administration, settle: Settle
) -> None:
    view = paper.paper
    qtbot.keyClicks(view.rows, "6 7")
    qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert view.told.text() == "Leeg op de lijst: 6 7. Typ de naam die er is opgeschreven."
    assert QApplication.focusWidget() is view.name
    qtbot.keyClicks(view.name, "oksana kovalchuk")  # known, and never came to this
    qtbot.keyClick(view.name, Qt.Key.Key_Return)
    assert set(came()) == {"Oksana Kovalchuk"}
    assert QApplication.focusWidget() is view.name
    qtbot.keyClicks(view.name, "Zeb van Dam")
    qtbot.keyClick(view.name, Qt.Key.Key_Return)
    assert set(came()) == {"Oksana Kovalchuk", "Zeb van Dam"}
    settle()
    assert {one.name: one.number for one in paper.desk.tiles.people if one.mark} == {
        "Oksana Kovalchuk": 6,
        "Zeb van Dam": 7,
    }


def test_the_total_is_held_against_the_paper(
    qtbot: QtBot, paper: AttendancePage, session_id: int, real: Administration, settle: Settle
) -> None:
    view = paper.paper
    view.rows.setText("1-5")
    qtbot.mouseClick(view.take, Qt.MouseButton.LeftButton)
    for _three in range(3):
        more = view.counts.counters["visitors"].more
        qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(view.on_paper, "9")
    settle()
    assert real.attendance.door(session_id).total == Total(5, 3)
    assert view.compared.text() == (
        "Op papier staat er 1 meer dan hier. Hier: 5 met naam + 3 zonder = 8."
    )
    qtbot.mouseClick(view.counts.counters["visitors"].more, Qt.MouseButton.LeftButton)
    settle()
    assert view.compared.text() == "Dit is hetzelfde als op papier: 5 met naam + 4 zonder = 9."


def test_a_paper_is_scanned_row_by_row(
    paper: AttendancePage, window: MainWindow, visitors: dict[str, int], came: Came
) -> None:
    for name in ("Anneke Bakker", "Björn Meijer", "Anneke Bakker"):
        keys(window, ScanCode(CodeKind.PERSON, visitors[name]).text)
    assert set(came()) == {"Anneke Bakker", "Björn Meijer"}
    assert paper.paper.rows.text() == ""
    assert paper.paper.told.text() == "Anneke Bakker was al aanwezig."


def test_sheets_are_shown_saved_and_printed(
    qtbot: QtBot, door: AttendancePage, settle: Settle, tmp_path: Path
) -> None:
    qtbot.mouseClick(door.door.sheet, Qt.MouseButton.LeftButton)
    settle()
    settle()
    view = door.sheets
    assert view.told.text() == "1 presentielijst"
    assert "Koffieochtend" in view.preview.pdf.text()
    assert "Amina Jansen" in view.preview.pdf.text()
    view.paper.save_to(view.content, tmp_path / "lijst.pdf")
    settle()
    assert (tmp_path / "lijst.pdf").read_bytes().startswith(b"%PDF-")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    view.paper.print_on(view.content, printer)
    settle()
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    assert door.door.isVisible()


def test_sheets_of_a_week_and_a_month_by_keyboard(
    qtbot: QtBot, attendance_page: AttendancePage, settle: Settle
) -> None:
    attendance_page.choose.sheets.setFocus()
    qtbot.keyClick(attendance_page.choose.sheets, Qt.Key.Key_Space)
    settle()
    settle()
    view = attendance_page.sheets
    assert view.period.current is SheetPeriod.WEEK
    assert not view.period.chip(SheetPeriod.SESSION).isVisible()
    assert view.told.text() == "1 presentielijst"
    view.day.setDate(view.day.date().addYears(5))
    settle()
    assert view.told.text().startswith("Er zijn in deze periode geen bijeenkomsten.")


def test_a_month_on_one_sheet_from_the_page_and_from_an_activity(
    qtbot: QtBot, attendance_page: AttendancePage, real_shell: Shell, settle: Settle
) -> None:
    qtbot.mouseClick(attendance_page.choose.sheets, Qt.MouseButton.LeftButton)
    settle()
    settle()
    view = attendance_page.sheets
    view.period.chip(SheetPeriod.MATRIX).click()
    settle()
    assert view.told.text().endswith("presentielijst")
    assert "Koffieochtend" in view.preview.pdf.text()
    assert "Iedereen die er was" in view.preview.pdf.text()
    real_shell.show_place(ACTIVITIES)
    settle()
    page = real_shell.page(ACTIVITIES)
    assert isinstance(page, ActivitiesPage)
    page.table.selectRow(0)
    settle()
    page.detail.month_sheet.setFocus()
    qtbot.keyClick(page.detail.month_sheet, Qt.Key.Key_Space)
    settle()
    settle()
    assert real_shell.current == ATTENDANCE
    assert view.period.current is SheetPeriod.MATRIX
    assert view.activity.currentText() == page.detail.name.text()
    assert "Iedereen die er was" in view.preview.pdf.text()
