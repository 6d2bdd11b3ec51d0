# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doubles of a box and rows that wait, decided on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.merging import MergeField
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.merge_two import MergeTwoDialog
from buurthuis_admin.gui.pages.today import TodayPage
from buurthuis_admin.gui.pages.waiting import WaitingPage
from buurthuis_admin.gui.places import IMPORT, MEMBERS, TODAY, WAITING
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.planning.answers import Verdict
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]
LIST = """Roepnaam;Tussenv;Achternaam;Geb.dat;Straat;Huisnr;PC;Plaats;E-mail
J.;de;Vries;;Molenweg;7;3514 XY;Waterdam;vries@nieuw.nl
Gerda;;Smit;1-2-1960;Kerkpad;4;3512 AB;Waterdam;
Gerda;;Smit;;;;;;
Piet;;Bos;3-4-1951;Kerkpad;3;35 AB;Waterdam;
"""


def add(administration: Administration, first: str, last: str, **more: object) -> int:
    name = PersonName(first=first, prefix=str(more.pop("prefix", "")), last=last)
    person = Person(name=name, **more)  # type: ignore[arg-type]
    return administration.members.save(PersonDetail(person=person))


def names(administration: Administration) -> list[str]:
    return sorted(one.person.name.full for one in administration.members.all_people())


@pytest.fixture
def page(window: MainWindow, real: Administration, settle: Settle, tmp_path: Path) -> ImportPage:
    """The plan of a list with a double of somebody known, a name twice and a bad postcode."""
    add(real, "Jan", "Vries", prefix="de", email="jan@oud.nl")
    window.show_administration(real, IMPORT)
    settle()
    assert window.shell is not None
    found = window.shell.page(IMPORT)
    assert isinstance(found, ImportPage)
    path = tmp_path / "leden.csv"
    path.write_text(LIST, encoding="utf-8")
    found.take_files([str(path)])
    settle()
    return found


def press(page: ImportPage, word: str) -> None:
    buttons = page.plan.detail.findChildren(QPushButton)
    (found,) = [one for one in buttons if one.text() == word and one.isVisible()]
    found.click()


def test_doubles_are_answered_before_anything_is_written(
    page: ImportPage, real: Administration, qtbot: QtBot, settle: Settle
) -> None:
    assert page.plan.doubles.isVisible()
    assert page.plan.doubles.text() == "2 pairs of people who may be one"
    page.plan.doubles.click()
    view = page.doubles
    assert [line.double.second.name.full for line in view.model.rows] == [
        "Gerda Smit",
        "J. de Vries",
    ]
    assert view.without.text() == "Without an answer: they are taken as one person."
    qtbot.keyClick(view.other, Qt.Key.Key_Space)  # by keyboard
    settle()
    assert view.table.current_row == 1
    keep = view.people.choices[MergeField.EMAIL].buttons()[0]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.same, Qt.MouseButton.LeftButton)
    settle()
    assert [line.answer and line.answer.verdict for line in view.model.rows] == [
        Verdict.OTHER,
        Verdict.SAME,
    ]
    assert names(real) == ["Jan de Vries"]
    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    assert page.plan.doubles.text() == "2 pairs of people who may be one, all answered"
    page.plan.write.click()
    settle()
    assert names(real) == ["Gerda Smit", "Gerda Smit", "Jan de Vries", "Piet Bos"]
    jan = next(p.person for p in real.members.all_people() if p.person.name.first == "Jan")
    assert (jan.email, jan.address.line) == ("jan@oud.nl", "Molenweg 7")
    assert real.merging.doubles() == []
    assert not page.plan.doubles.isVisible()


def test_an_answer_can_be_taken_back(page: ImportPage, settle: Settle) -> None:
    page.plan.doubles.click()
    page.doubles.other.click()
    settle()
    page.doubles.table.selectRow(0)
    assert page.doubles.take_back.isVisible()
    page.doubles.take_back.click()
    settle()
    assert page._prepared is not None
    assert page._prepared.answers.pairs == {}
    assert page.doubles.open == 2
    tester = QAbstractItemModelTester(
        page.doubles.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.doubles.later.click()
    settle()
    assert tester.model() is page.doubles.model


def test_what_is_unclear_waits_and_is_taken_up_from_the_page_of_today(
    page: ImportPage, window: MainWindow, real: Administration, qtbot: QtBot, settle: Settle
) -> None:
    assert window.shell is not None
    press(page, "Decide later")
    settle()
    assert page._prepared is not None
    assert page._prepared.outcome.counts[RowFate.QUESTION] == 1
    page.plan.write.click()
    settle()
    assert "Piet Bos" not in names(real)
    waiting = _from_today(window.shell, settle)
    assert waiting.table.hasFocus()
    assert waiting.detail.fields[6].text() == "35 AB"
    waiting.detail.fields[6].setFocus()
    waiting.detail.fields[6].selectAll()
    qtbot.keyClicks(waiting.detail.fields[6], "3512 CD")
    waiting._look()
    settle()
    assert waiting.detail.outcome.text() == "New."
    assert waiting.detail.notes.text() == ""
    qtbot.keyClick(waiting.detail.read_in, Qt.Key.Key_Space)
    settle()
    piet = next(p.person for p in real.members.all_people() if p.person.name.first == "Piet")
    assert piet.address.postcode == "3512 CD"
    assert waiting.nothing.isVisible()
    real.history.undo()
    settle()
    assert waiting.table.isVisible()


def _from_today(shell: Shell, settle: Settle) -> WaitingPage:
    shell.go_to(TODAY)
    today = shell.page(TODAY)
    assert isinstance(today, TodayPage)
    settle()
    name = "Go there: 1 row waits for an answer"
    (go,) = [b for b in today.findChildren(QPushButton) if b.accessibleName() == name]
    go.click()
    settle()
    waiting = shell.page(WAITING)
    assert isinstance(waiting, WaitingPage)
    waiting.focus_first()
    return waiting


def test_a_row_is_left_out_only_with_a_reason(
    page: ImportPage, window: MainWindow, real: Administration, settle: Settle
) -> None:
    assert window.shell is not None
    press(page, "Decide later")
    settle()
    page.plan.write.click()
    settle()
    waiting = _from_today(window.shell, settle)
    waiting.detail.leave_out.click()
    settle()
    assert waiting.detail.problem.text() == "Fill in why this row is left out."
    waiting.detail.why.setText("verhuisd")
    waiting.detail.leave_out.click()
    settle()
    assert real.waiting_rows.count() == 0
    assert "Piet Bos" not in names(real)


def test_a_row_does_not_wait_after_all(page: ImportPage, settle: Settle) -> None:
    press(page, "Decide later")
    settle()
    press(page, "Decide now after all")
    settle()
    assert page._prepared is not None
    assert page._prepared.answers.waiting == {}
    assert page._prepared.outcome.counts[RowFate.QUESTION] == 0


def test_a_row_that_waits_may_be_somebody_who_is_known(
    page: ImportPage, window: MainWindow, real: Administration, settle: Settle
) -> None:
    assert window.shell is not None
    press(page, "Decide later")
    settle()
    page.plan.write.click()
    settle()
    add(real, "P.", "Bos", mobile="0612345678")
    waiting = _from_today(window.shell, settle)
    buttons = {b.text(): b for b in waiting.detail.findChildren(QPushButton) if b.isVisible()}
    buttons["This is one person"].click()
    settle()
    assert waiting.detail.outcome.text().startswith("Changed")
    waiting.detail.read_in.click()
    settle()
    bos = [p.person for p in real.members.all_people() if p.person.name.last == "Bos"]
    assert [(one.name.first, one.mobile) for one in bos] == [("Piet", "0612345678")]


def test_any_two_people_are_made_one_with_the_other_kept(
    qtbot: QtBot, real: Administration, real_shell: Shell, settle: Settle
) -> None:
    mien = add(real, "Mien", "Jansen", email="mien@a.nl")
    other = add(real, "Wilhelmina", "Jansen-Bos", email="w@b.nl")
    settle()
    page = real_shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    page.show_person(mien)
    settle()
    qtbot.mouseClick(page.detail.merge, Qt.MouseButton.LeftButton)
    dialog = page.findChildren(MergeTwoDialog)[-1]
    settle()
    assert [row.name for row in dialog.model.rows] == ["Jansen-Bos, Wilhelmina"]
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle()
    assert dialog.same.isVisible()
    qtbot.mouseClick(dialog.swap, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(
        dialog.people.choices[MergeField.EMAIL].buttons()[1], Qt.MouseButton.LeftButton
    )
    qtbot.mouseClick(dialog.same, Qt.MouseButton.LeftButton)
    settle()
    (kept,) = real.members.all_people()
    assert (kept.person.id, kept.person.email) == (other, "mien@a.nl")
    assert kept.person.name.first == "Wilhelmina"
    real.history.undo()
    settle()
    assert len(real.members.all_people()) == 2


BOOK = """Lijst;;;;;
Roepnaam;Achternaam;tel;PC;Opm;Plaats
Gerda;Smit;0612345678;3512 AB;x;Waterdam
Gerda;Smit;;;;
Piet;Bos;0687654321;35 AB;;Waterdam
"""


def test_a_wrong_guess_is_corrected_at_every_step(
    page: ImportPage, real: Administration, tmp_path: Path, settle: Settle
) -> None:
    """A column, a double, and a row that waits: each said otherwise than it was proposed."""
    page._start_again()
    path = tmp_path / "lijst.csv"
    path.write_text(BOOK, encoding="utf-8")
    page.take_files([str(path)])
    settle()
    page.plan.table.selectRow(1)
    assert page.plan.detail.correct is not None
    page.plan.detail.correct.click()
    choice = page.sheet.choices.control("Opm")
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findText("Not used"))
    choice.activated.emit(choice.currentIndex())
    settle()
    page.sheet.back.click()
    page.plan.doubles.click()
    page.doubles.other.click()  # proposed: one person
    settle()
    page.doubles.back.click()
    page.plan.table.selectRow(0)
    settle()
    later = [b for b in page.plan.detail.findChildren(QPushButton) if b.text() == "Decide later"]
    later[-1].click()
    settle()
    assert page._prepared is not None
    assert page._prepared.answers.pairs  # what was said before goes along
    assert page._prepared.corrections
    page.plan.write.click()
    settle()
    assert names(real) == ["Gerda Smit", "Gerda Smit", "Jan de Vries"]
    assert {p.person.remark for p in real.members.all_people()} == {""}
    assert real.waiting_rows.count() == 1
    read = page.plan.model.rows[0].box
    assert sum(read.counts.values()) == 5
