# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sheet that was understood wrongly is corrected on the screen, and read as the person says."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.models.sheet_grid import SheetGridModel, cell_text, column_letters
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.places import IMPORT
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.importing.outcome import Orientation, RowFate, SheetKind
from buurthuis_admin.importing.wording import sentence
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]
DAYS = ("8 jan", "15 jan", "22 jan")


def attendance_book(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Blad1"
    for row in (
        ("PRESENTIELIJST STOELYOGA 2019",),
        ("Naam", "tel", *DAYS, "tot"),
        ("Fatma Yılmaz", "0612345678", "x", "a", "x", None),
        ("Jan van den Berg", "030-2123456", "q", "x", None, None),
    ):
        sheet.append(row)
    path = folder / "yoga.xlsx"
    book.save(path)
    return path


@pytest.fixture
def page(
    window: MainWindow, real: Administration, settle: Settle, tmp_path: Path
) -> Iterator[ImportPage]:
    """The page of the import, with the sheet open to be corrected."""
    window.show_administration(real, IMPORT)
    settle()
    assert window.shell is not None
    found = window.shell.page(IMPORT)
    assert isinstance(found, ImportPage)
    found.take_files([str(attendance_book(tmp_path))])
    settle()
    found.plan.table.selectRow(1)
    correct = found.plan.detail.correct
    assert correct is not None
    correct.click()
    yield found
    settle()


def choose(page: ImportPage, name: str, word: str) -> None:
    box = page.sheet.choices.control(name)
    assert isinstance(box, QComboBox)
    at = box.findText(word)
    assert at >= 0, [box.itemText(i) for i in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


def type_in(page: ImportPage, name: str, text: str) -> None:
    field = page.sheet.choices.control(name)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    field.editingFinished.emit()


def select(page: ImportPage, top: int, left: int, bottom: int, right: int) -> None:
    model = page.sheet.model
    block = QItemSelection(model.index(top, left + 1), model.index(bottom, right + 1))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    page.sheet.grid.selectionModel().select(block, flag)


def test_the_sheet_stands_there_as_in_the_file_with_what_each_row_is(page: ImportPage) -> None:
    model = page.sheet.model
    kinds = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert kinds == ["Title", "Heading", "", ""]
    assert model.index(2, 1).data() == "Fatma Yılmaz"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "A"
    assert page.sheet.grid.hasFocus()


def test_what_a_sign_means_is_chosen_once_for_the_sheet(page: ImportPage, settle: Settle) -> None:
    choose(page, "“a”, 1 time", "present")
    settle()
    choose(page, "“q”, 1 time", "excused")
    settle()
    choose(page, "empty, 1 time", "not present")
    settle()
    assert page._prepared is not None
    asked = {question.reason.code for question in page._prepared.outcome.questions}
    assert not asked & {"meaning_of_a", "mark_unknown", "blank_means"}
    assert page._prepared.outcome.visits_new == 4


def test_year_and_activity_are_typed_and_a_wrong_year_is_said(
    page: ImportPage, settle: Settle
) -> None:
    type_in(page, "Year", "19")
    field = page.sheet.choices.control("Year")
    assert field.accessibleDescription() == "Type a year of four digits, such as 2019."
    type_in(page, "Year", "2018")
    settle()
    type_in(page, "Activity", "Zitgym")
    settle()
    assert page._prepared is not None
    keys = {s.key for s in page._prepared.understood.reading.records.sessions}
    assert {key.activity for key in keys} == {"Zitgym"}
    assert {key.day.year for key in keys} == {2018}


def test_kind_column_and_region_can_be_corrected_and_the_guess_comes_back(
    page: ImportPage, settle: Settle
) -> None:
    choose(page, "What this sheet is", "Members list")
    settle()
    choose(page, "tel", "Remark")
    settle()
    assert page._prepared is not None
    people = page._prepared.understood.reading.records.people
    assert [person.remark for person in people] == ["0612345678", "030-2123456"]
    select(page, 1, 0, 2, 1)
    page.sheet.region.click()
    settle()
    people = page._prepared.understood.reading.records.people
    assert [person.name.first for person in people] == ["Fatma"]
    page.sheet.as_found.click()
    settle()
    assert len(page._prepared.understood.reading.records.people) == 2


def test_how_the_table_lies_is_chosen_by_itself(page: ImportPage, settle: Settle) -> None:
    choose(page, "How it lies", "A list, one row after another")
    settle()
    assert page._prepared is not None
    (table,) = page._prepared.understood.tables
    assert (table.found.kind, table.found.orientation) == (SheetKind.ATTENDANCE, Orientation.LIST)
    choose(page, "How it lies", "People below each other, dates beside each other")
    settle()
    assert page._prepared.outcome.visits_new


def test_without_a_choice_of_cells_a_sentence_says_so(page: ImportPage) -> None:
    page.sheet.grid.clearSelection()
    page.sheet.headings.click()
    assert "Choose one or more cells" in page.sheet.footer.text


def test_a_region_is_drawn_with_the_keyboard_alone(
    page: ImportPage, qtbot: QtBot, settle: Settle
) -> None:
    grid = page.sheet.grid
    grid.setCurrentIndex(page.sheet.model.index(1, 1))
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    for _step in range(5):
        qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.sheet.region, Qt.Key.Key_Space)
    settle()
    assert page._prepared is not None
    (table,) = page._prepared.understood.tables
    assert (table.table.heading_rows, table.table.body) == ((1,), range(2, 3))


def test_what_was_corrected_is_what_is_written(page: ImportPage, settle: Settle) -> None:
    choose(page, "“a”, 1 time", "present")
    settle()
    page.sheet.back.click()
    page.plan.write.click()
    settle()
    outcome = page.plan.model.rows[0].box
    assert outcome.written
    assert outcome.counts[RowFate.NEW] == 3  # the heading brings the meetings
    assert outcome.files[0].sheets[0].kind is SheetKind.ATTENDANCE
    assert outcome.visits_new == 4


def test_a_question_is_answered_with_one_button(page: ImportPage, settle: Settle) -> None:
    page.sheet.back.click()
    for code, word in (("meaning_of_a", "Present"), ("blank_means", "That is right")):
        assert page._prepared is not None
        question = next(q for q in page._prepared.outcome.questions if q.reason.code == code)
        name = f"{sentence(question.reason)} {word}"
        answer = next(
            b for b in page.plan.detail.findChildren(QPushButton) if b.accessibleName() == name
        )
        answer.click()
        settle()
    assert page._prepared is not None
    asked = {question.reason.code for question in page._prepared.outcome.questions}
    assert not asked & {"meaning_of_a", "blank_means"}
    assert page._prepared.outcome.visits_new == 4
    assert page.plan.isVisible()


def test_a_day_stands_in_the_grid_as_people_write_it() -> None:
    midnight = datetime.datetime.combine(datetime.date(2019, 1, 8), datetime.time())
    assert cell_text(midnight) == "08-01-2019"
    assert cell_text(datetime.date(2019, 1, 8)) == "08-01-2019"
    assert cell_text(None) == ""


def test_letters_of_columns() -> None:
    assert [column_letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_model_of_a_sheet_keeps_to_the_rules_of_qt(page: ImportPage) -> None:
    model = page.sheet.model
    assert isinstance(model, SheetGridModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page._show_sheet()
    assert tester.model() is model


def test_the_rows_that_cannot_be_read_are_saved_with_their_reason(
    page: ImportPage, settle: Settle, tmp_path: Path
) -> None:
    assert not page.plan.rejected.isVisible()
    page.sheet.back.click()
    page._start_again()
    sheet = tmp_path / "leden.csv"
    sheet.write_text("Naam;Straat;Plaats\nJan Bos;Kerkpad;Waterdam\n;Kerkpad;Waterdam\n")
    page.take_files([str(sheet)])
    settle()
    page.plan.write.click()
    settle()
    assert page.plan.rejected.isVisible()
    target = tmp_path / "te verbeteren.xlsx"
    page.save_rejected_to(target)
    settle()
    kept = openpyxl.load_workbook(target).worksheets[0]
    comment = kept.cell(kept.max_row, 1).comment
    assert comment is not None
    assert "no name in this row" in comment.text


def test_empty_tables_are_saved_from_the_first_view(
    page: ImportPage, settle: Settle, tmp_path: Path
) -> None:
    page.sheet.back.click()
    page._start_again()
    folder = tmp_path / "lege tabellen"
    folder.mkdir()
    page.saving.templates_in(folder)
    settle()
    assert len(list(folder.glob("*.xlsx"))) == 5
    assert "lege tabellen" in page.choose.saved.text()
    page.take_files([str(folder)])
    settle()
    assert page._prepared is not None
    assert not page._prepared.outcome.questions
