# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The import and the year report, driven as a person does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.models.importing import Entry
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.pages.reports import REBUILD_AFTER, ReportsPage
from buurthuis_admin.gui.places import IMPORT, MEMBERS, REPORTS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.importing.outcome import BoxOutcome, Question, Reason, RowFate
from tests.gui.fakes import FakeAdministration, made_up_outcome

Settle = Callable[[], None]


class Heart:
    """Beats on the thread of the window and remembers the longest stop."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._since.start()
        self._timer.start(5)

    def stop(self) -> int:
        self._beat()
        self._timer.stop()
        return self.longest

    def _beat(self) -> None:
        self.longest = max(self.longest, self._since.restart())


# Reading in.


@pytest.fixture
def importing(shell: Shell) -> ImportPage:
    shell.go_to(IMPORT)
    page = shell.page(IMPORT)
    assert isinstance(page, ImportPage)
    page.focus_first()
    return page


def chosen_entry(page: ImportPage) -> Entry:
    entry = page.plan.detail.entry
    assert entry is not None
    return entry


def test_the_plan_is_shown_and_nothing_written(
    importing: ImportPage, administration: FakeAdministration, settle: Settle
) -> None:
    importing.take_files(["leden 2025.xlsx", "foto.xls"])
    settle()
    words = [entry.pill.word for entry in importing.plan.model.rows]
    assert words == ["Understood", "Understood", "Cannot be read"]
    assert administration.imports.applied == 0
    assert importing.plan.write.isVisible()
    assert importing.plan.table.hasFocus()


def test_the_account_of_a_sheet_adds_up_and_each_fate_is_a_list(
    qtbot: QtBot, importing: ImportPage, settle: Settle
) -> None:
    importing.take_files(["leden 2025.xlsx"])
    settle()
    importing.plan.table.selectRow(1)
    detail = importing.plan.detail
    assert detail.fates is not None
    counts = chosen_entry(importing).counts
    assert sum(counts.values()) == detail.rows_model.rowCount() == 8
    chip = detail.fates.chip(RowFate.NEW)
    assert chip.text().endswith("5")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert detail.rows_model.rowCount() == counts[RowFate.NEW] == 5


def test_a_file_that_cannot_be_read_shows_its_sentence(
    importing: ImportPage, settle: Settle
) -> None:
    importing.take_files(["foto.xls"])
    settle()
    importing.plan.table.selectRow(2)
    file = chosen_entry(importing).file
    assert file is not None
    assert file.problem == "‘foto.xls’ is a picture, not a spreadsheet."


def test_questions_show_what_is_done_without_an_answer(
    importing: ImportPage, administration: FakeAdministration, settle: Settle
) -> None:
    box = made_up_outcome()
    question = Question("leden 2025.xlsx", "Blad1", 4, Reason("row_blank"), Reason("row_blank"))
    administration.imports.outcome = BoxOutcome(
        files=box.files, questions=(question,), people_new=5
    )
    importing.take_files(["leden 2025.xlsx"])
    settle()
    assert importing.plan.model.rows[1].pill.word == "1 question"
    assert chosen_entry(importing).questions == [question]


def test_reading_in_writes_once_and_tells_the_result(
    qtbot: QtBot,
    shell: Shell,
    importing: ImportPage,
    administration: FakeAdministration,
    settle: Settle,
) -> None:
    importing.take_files(["leden 2025.xlsx"])
    settle()
    importing.plan.write.click()
    importing.plan.write.click()
    settle()
    assert administration.imports.applied == 1
    assert importing.plan.model.rows[0].box.written
    assert not importing.plan.write.isVisible()
    qtbot.mouseClick(importing.plan.to_members, Qt.MouseButton.LeftButton)
    assert shell.current == MEMBERS


def test_nothing_new_offers_nothing_to_write(
    importing: ImportPage, administration: FakeAdministration, settle: Settle
) -> None:
    administration.imports.outcome = BoxOutcome()
    importing.take_files(["leden 2025.xlsx"])
    settle()
    assert not importing.plan.write.isVisible()
    assert importing.plan.back.isVisible()


def test_the_window_stays_awake_while_files_are_read_and_can_stop_it(
    qtbot: QtBot, importing: ImportPage, administration: FakeAdministration, settle: Settle
) -> None:
    administration.imports.holding = True
    heart = Heart()
    importing.take_files(["leden 2025.xlsx"])
    qtbot.waitUntil(lambda: "File 1 of 2" in importing.reading.file.text())
    heart.start()
    qtbot.wait(150)
    assert heart.stop() < 100
    qtbot.mouseClick(importing.reading.cancel, Qt.MouseButton.LeftButton)
    settle()
    assert importing.views.currentWidget() is importing.choose
    assert administration.imports.applied == 0


def test_files_that_fail_are_told(
    importing: ImportPage,
    administration: FakeAdministration,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    told: list[str] = []

    def fail(*_paths: object, **_more: object) -> None:
        raise UserError("The folder is gone.")

    monkeypatch.setattr(administration.imports, "prepare", fail)
    monkeypatch.setattr(
        type(importing._workspace.errors),
        "show",
        lambda _self, error, _over: told.append(str(error)),
    )
    importing.take_files(["weg.xlsx"])
    settle()
    assert told == ["The folder is gone."]
    assert importing.views.currentWidget() is importing.choose


# The year report.


@pytest.fixture
def reports(qtbot: QtBot, shell: Shell, settle: Settle) -> ReportsPage:
    shell.go_to(REPORTS)
    page = shell.page(REPORTS)
    assert isinstance(page, ReportsPage)
    settle()
    settle()
    qtbot.waitUntil(lambda: page.preview.pdf.drawn)
    return page


def test_the_preview_is_the_report_itself(
    qtbot: QtBot, reports: ReportsPage, administration: FakeAdministration
) -> None:
    pdf = reports.preview.pdf
    assert administration.reports.made == [(2025, "en")]
    assert pdf.pages == 3
    assert "Page number 1" in pdf.text()
    assert reports.preview.where.text() == "page 1 of 3"
    assert not reports.preview.previous.isEnabled()


def test_the_keys_of_a_reader(qtbot: QtBot, reports: ReportsPage) -> None:
    pdf = reports.preview.pdf
    pdf.setFocus()
    qtbot.keyClick(pdf, Qt.Key.Key_PageDown)
    qtbot.keyClick(pdf, Qt.Key.Key_PageDown)
    qtbot.keyClick(pdf, Qt.Key.Key_PageDown)
    assert pdf.page == 2
    assert not reports.preview.next.isEnabled()
    sheet = pdf.widget()
    assert sheet is not None
    width = sheet.width()
    qtbot.keyClick(pdf, Qt.Key.Key_Plus)
    assert sheet.width() > width
    qtbot.keyClick(pdf, Qt.Key.Key_PageUp)
    assert pdf.page == 1
    assert "Page 2 of 3" in pdf.accessibleDescription()


def test_quick_changes_build_once(
    qtbot: QtBot, reports: ReportsPage, administration: FakeAdministration, settle: Settle
) -> None:
    administration.reports.made.clear()
    reports.year.setCurrentIndex(1)
    reports.language.setCurrentIndex(reports.language.findData("nl"))
    reports.year.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(administration.reports.made), timeout=REBUILD_AFTER * 10)
    settle()
    assert administration.reports.made == [(2025, "nl")]


def test_a_year_of_which_nothing_is_known_is_a_sentence(
    reports: ReportsPage, administration: FakeAdministration, settle: Settle
) -> None:
    administration.reports.content = b""
    reports.refresh()
    settle()
    settle()
    assert reports.preview.told.text() == "Nothing is known of 2025."
    assert not reports.preview.next.isEnabled()


def test_the_pdf_is_saved_whole(
    reports: ReportsPage, tmp_path: Path, three_pages: bytes, settle: Settle
) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"the report of last year")
    reports.save_to(path)
    settle()
    assert path.read_bytes() == three_pages
    assert reports.header.beside.text() == "Saved as verslag.pdf"
    assert not list(tmp_path.glob(".verslag*"))


def test_every_page_goes_to_the_printer(
    qtbot: QtBot, reports: ReportsPage, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "papier.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    reports.print_on(printer)
    qtbot.waitUntil(lambda: reports.header.beside.text() == "Sent to the printer", timeout=30_000)
    printed = QPdfDocument()
    assert printed.load(str(path)) == QPdfDocument.Error.None_
    assert printed.pageCount() == 3
