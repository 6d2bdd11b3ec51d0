# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list with everything wrong is mended on the screen, and read in as the person says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.places import IMPORT
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.importing.corrections import Answer, ProblemKey, ProblemKind
from buurthuis_admin.importing.mending.groups import ProblemGroup
from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.records import PersonRecord
from buurthuis_admin.services.administration import Administration
from tools.messy_list import ROWS, write_messy_list

Settle = Callable[[], None]
BORN = ProblemKey(ProblemKind.DATE, "born")
POSTCODE = ProblemKey(ProblemKind.POSTCODE)
ZERO = ProblemKey(ProblemKind.PHONE_ZERO)
COUPLE = ProblemKey(ProblemKind.COUPLE)
TOWN = ProblemKey(ProblemKind.SPELLING, "town")
NAMELESS = ProblemKey(ProblemKind.ROW, "no_name")
MENDED = ProblemKey(ProblemKind.MENDED)


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    return write_messy_list(tmp_path / "Ledenlijst 2019.xlsx")


@pytest.fixture
def page(
    window: MainWindow, real: Administration, settle: Settle, messy: Path
) -> Iterator[ImportPage]:
    """The page of the import with the plan of the messy list."""
    window.show_administration(real, IMPORT)
    settle()
    assert window.shell is not None
    found = window.shell.page(IMPORT)
    assert isinstance(found, ImportPage)
    found.take_files([str(messy)])
    settle()
    yield found
    settle()


@pytest.fixture
def mending(page: ImportPage) -> ImportPage:
    """The same with the problems open."""
    page.plan.problems.click()
    assert page.problems.isVisible()
    return page


def choose(page: ImportPage, key: ProblemKey) -> ProblemGroup:
    keys = [group.key for group in page.problems.model.rows]
    page.problems.table.selectRow(keys.index(key))
    return page.problems.model.rows[keys.index(key)]


def press(pressed: QPushButton | None) -> None:
    assert pressed is not None
    pressed.click()


def people(page: ImportPage) -> list[PersonRecord]:
    assert page._prepared is not None
    return page._prepared.understood.reading.records.people


def person(page: ImportPage, last: str) -> PersonRecord:
    return next(one for one in people(page) if one.name.last == last)


def named(page: ImportPage, name: str) -> QPushButton:
    found = page.problems.detail.findChildren(QPushButton)
    return next(b for b in found if b.accessibleName() == name and not b.isHidden())


def sheet_choice(page: ImportPage, name: str) -> QComboBox:
    box = page.sheet.choices.control(name)
    assert isinstance(box, QComboBox)
    return box


def pick(box: QComboBox, word: str) -> None:
    at = box.findText(word)
    assert at >= 0, [box.itemText(i) for i in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_the_problems_are_gathered_by_their_repair(mending: ImportPage) -> None:
    told = {group.key: group.waiting for group in mending.problems.model.rows}
    assert told == {
        BORN: 2, POSTCODE: 2, ZERO: 0, ProblemKey(ProblemKind.VALUE, "phone"): 1, TOWN: 1,
        COUPLE: 2, NAMELESS: 1,
    }  # fmt: skip
    assert mending.problems.table.hasFocus()
    assert mending.problems.header.beside.text() == "9 wait for your choice"


def test_dates_are_mended_for_all_rows_and_taken_back(mending: ImportPage, settle: Settle) -> None:
    choose(mending, BORN)
    press(mending.problems.detail.do)
    settle()
    assert str(person(mending, "Bos").born) == "1951"
    assert BORN not in {group.key for group in mending.problems.model.rows}
    choose(mending, MENDED)
    press(mending.problems.detail.again)
    settle()
    assert person(mending, "Bos").born is None


def test_one_date_is_typed_with_the_keyboard_alone(
    mending: ImportPage, settle: Settle, qtbot: QtBot
) -> None:
    table, detail = mending.problems.table, mending.problems.detail
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert detail.per_row is not None
    qtbot.keyClick(detail.per_row, Qt.Key.Key_Space)
    assert detail.rows is not None
    qtbot.waitUntil(detail.rows.hasFocus)
    qtbot.keyClick(detail.rows, Qt.Key.Key_Down)
    assert detail.text is not None
    assert detail.about is not None
    assert "Piet Bos" in detail.about.text()
    detail.text.selectAll()
    qtbot.keyClicks(detail.text, "28-02-1951")
    qtbot.keyClick(detail.text, Qt.Key.Key_Return)
    settle()
    assert str(person(mending, "Bos").born) == "1951-02-28"
    assert choose(mending, BORN).waiting == 1


def test_a_couple_is_one_name_in_one_row_and_two_people_in_the_others(
    mending: ImportPage, settle: Settle
) -> None:
    choose(mending, COUPLE)
    press(mending.problems.detail.per_row)
    press(mending.problems.detail.leave_one)
    settle()
    assert [one.name.first for one in people(mending) if one.name.last == "Vries"] == [
        "Jan en Mien"
    ]
    press(mending.problems.detail.do)
    settle()
    assert len([one for one in people(mending) if one.name.last == "Vries"]) == 2
    assert len([one for one in people(mending) if one.name.last == "Smit"]) == 2
    assert not choose(mending, COUPLE).waiting


def test_a_town_is_chosen_once_with_the_mouse(mending: ImportPage, settle: Settle) -> None:
    choose(mending, TOWN)
    box = next(
        box
        for box in mending.problems.detail.findChildren(QComboBox)
        if box.accessibleName() == "The right spelling of “Waterdam”" and not box.isHidden()
    )
    box.setEditText("Waterdam aan Zee")
    write = named(mending, "Waterdam: Write it so everywhere")
    QTest.mouseClick(write, Qt.MouseButton.LeftButton)
    settle()
    assert {one.town for one in people(mending)} == {"Waterdam aan Zee"}
    press(mending.problems.detail.again)
    settle()
    press(named(mending, "Waterdam: These are different names"))
    settle()
    assert {one.town for one in people(mending)} == {"Waterdam", "waterdam"}


def test_zeros_that_were_put_back_can_be_refused(mending: ImportPage, settle: Settle) -> None:
    assert person(mending, "Mol").mobile == "0687654321"
    choose(mending, ZERO)
    press(mending.problems.detail.leave)
    settle()
    assert (person(mending, "Mol").phone, person(mending, "Mol").mobile) == ("687654321", "")
    assert mending.problems.model.rows[2].troubles[0].answer is Answer.LEAVE


def test_a_row_without_a_name_is_filled_in_on_the_sheet(
    mending: ImportPage, settle: Settle, messy: Path, qtbot: QtBot
) -> None:
    before = hashlib.sha256(messy.read_bytes()).hexdigest()
    choose(mending, NAMELESS)
    press(mending.problems.detail.per_row)
    press(mending.problems.detail.look)
    grid = mending.sheet.grid
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (6, 1)
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor = grid.findChild(QLineEdit)
    assert editor is not None
    assert editor.accessibleName() == "A7"
    qtbot.keyClicks(editor, "Wim Prins")
    with qtbot.waitSignal(mending.sheet.mended):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert person(mending, "Prins").town == "Wtrdam"
    assert mending.sheet.model.index(6, 1).data() == "Wim Prins"
    assert mending.sheet.model.is_changed(6, 0)
    assert hashlib.sha256(messy.read_bytes()).hexdigest() == before
    assert mending.sheet.cell_back.isVisible()
    mending.sheet.cell_back.click()
    settle()
    assert all(one.name.last != "Prins" for one in people(mending))
    mending.sheet.back.click()
    assert mending.problems.isVisible()


def test_two_answers_right_after_each_other_both_count(mending: ImportPage, settle: Settle) -> None:
    choose(mending, BORN)
    press(mending.problems.detail.do)
    choose(mending, POSTCODE)
    press(mending.problems.detail.do)
    settle()
    assert str(person(mending, "Bos").born) == "1951"
    assert person(mending, "Bos").postcode == "3512 DG"


def test_what_was_answered_last_is_in_what_is_written(
    mending: ImportPage, settle: Settle, real: Administration
) -> None:
    choose(mending, COUPLE)
    press(mending.problems.detail.leave)
    mending.problems.back.click()
    mending.plan.write.click()  # at once, while the box is understood anew
    settle()
    settle()
    outcome = mending.plan.model.rows[0].box
    assert outcome.written
    assert sum(outcome.counts.values()) == len(ROWS)
    assert outcome.counts[RowFate.REJECTED] == 1
    names = {one.person.name.first for one in real.members.all_people()}
    assert "Jan en Mien" in names


def test_colours_are_answered_from_the_question_or_on_the_sheet(
    page: ImportPage, settle: Settle
) -> None:
    detail = page.plan.detail
    (answer,) = [
        b
        for b in detail.findChildren(QPushButton)
        if b.accessibleName().endswith("Is a volunteer") and "yellow" in b.accessibleName()
    ]
    answer.click()
    settle()
    assert person(page, "Bos").volunteer
    page.plan.table.selectRow(1)
    press(page.plan.detail.correct)
    pick(sheet_choice(page, "red, 1 row"), "is no member any more")
    settle()
    assert [bool(one.left) for one in people(page) if one.name.last == "Smit"] == [True, True]
    pick(sheet_choice(page, "crossed out, 1 row"), "nothing")
    settle()
    assert person(page, "Mol").left is None


def test_columns_are_parted_and_joined_and_day_and_month_turned(
    page: ImportPage, settle: Settle
) -> None:
    page.plan.table.selectRow(1)
    press(page.plan.detail.correct)
    unfold = page.sheet.choices.control("Split or join Straat")
    assert isinstance(unfold, QPushButton)
    unfold.click()
    (box,) = [
        b
        for b in page.sheet.choices.findChildren(QComboBox)
        if b.accessibleName() == "Split or join Straat"
    ]
    pick(box, "Join with Nr")
    settle()
    assert (person(page, "Bos").street, person(page, "Bos").house) == ("Kerkpad", "2")
    assert sheet_choice(page, "Straat + Nr").currentText() == "Address"
    pick(sheet_choice(page, "Straat + Nr"), "Remark")
    settle()
    assert person(page, "Bos").remark == "Kerkpad 2"
    pick(sheet_choice(page, "Join one more column: Straat + Nr"), "Plaats")
    settle()
    assert person(page, "Bos").remark.startswith("Kerkpad 2 ")
    assert sheet_choice(page, "Straat + Nr + Plaats").currentText() == "Remark"
    pick(sheet_choice(page, "Split or join Plaats"), "Keep it as one column")  # the others stay
    settle()
    assert person(page, "Bos").remark == "Kerkpad 2"
    pick(sheet_choice(page, "In Geboren, “3-4-1950” is"), "4 March")
    settle()
    assert str(person(page, "Bakker").born) == "1950-03-04"
    named_column = page.sheet.choices.control("Split or join Naam")
    assert isinstance(named_column, QPushButton)
    named_column.click()
    boxes = page.sheet.choices.findChildren(QComboBox)
    (names,) = [b for b in boxes if b.accessibleName() == "Split or join Naam"]
    pick(names, "Split a name with the surname first")
    settle()
    assert person(page, "Piet").name.first == "Bos"
    pick(sheet_choice(page, "Naam, part 2"), "Surname")
    settle()
    assert sheet_choice(page, "Naam, part 2").currentText() == "Surname"


def test_the_steps_say_where_the_import_is(page: ImportPage, settle: Settle) -> None:
    bar = page.steps.bar
    assert bar.accessibleName().startswith("Step 2 of 7: Understood as")
    page.plan.problems.click()
    assert bar.accessibleName().startswith("Step 4 of 7: Problems")
    page.problems.back.click()
    page.plan.table.selectRow(1)
    press(page.plan.detail.correct)
    assert bar.accessibleName().startswith("Step 3 of 7: Columns")
    page.sheet.back.click()
    page.plan.write.click()
    settle()
    assert bar.accessibleName().startswith("Step 7 of 7: Done")
    page.plan.back.click()
    assert bar.accessibleName() == "Step 1 of 7: Files"


def test_it_is_as_last_time_for_the_next_list(
    page: ImportPage, settle: Settle, tmp_path: Path
) -> None:
    page.plan.problems.click()
    choose(page, TOWN)
    press(page.problems.detail.do)
    settle()
    page.problems.back.click()
    page.plan.table.selectRow(1)
    press(page.plan.detail.correct)
    pick(sheet_choice(page, "red, 1 row"), "is no member any more")
    settle()
    page.sheet.back.click()
    page.plan.write.click()
    settle()
    page.plan.back.click()
    page.take_files([str(write_messy_list(tmp_path / "Ledenlijst 2020.xlsx"))])
    settle()
    page.plan.table.selectRow(1)
    press(page.plan.detail.correct)
    assert sheet_choice(page, "red, 1 row").currentText() == "is no member any more"
    assert {one.town for one in people(page)} == {"Waterdam"}
    assert not next(g for g in page.problems.model.rows if g.key == TOWN).waiting


def test_the_models_keep_to_the_rules_of_qt(mending: ImportPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    choose(mending, BORN)
    press(mending.problems.detail.per_row)
    testers = [
        QAbstractItemModelTester(model, mode)
        for model in (mending.problems.model, mending.problems.detail.rows_model)
    ]
    mending._show_problems(mending._prepared)  # type: ignore[arg-type]
    assert len(testers) == 2
