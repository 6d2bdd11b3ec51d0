# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the members, driven as a person does."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.gui.models.people import NAME
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.person_form import PersonForm
from buurthuis_admin.gui.places import IMPORT, MEMBERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tests.gui.fakes import FakeAdministration

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> MembersPage:
    page = shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    qtbot.waitUntil(page.detail.change.isVisible)
    return page


def type_and_wait(qtbot: QtBot, page: MembersPage, text: str, settle: Settle) -> None:
    page.search.clear()
    qtbot.keyClicks(page.search, text)
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settle()


def shows(qtbot: QtBot, page: MembersPage, name: str) -> None:
    qtbot.waitUntil(lambda: page.detail.name.text() == name)


def test_everybody_is_there_and_the_first_is_chosen(qtbot: QtBot, page: MembersPage) -> None:
    assert page.model.rowCount() == 412
    assert page.header.beside.text() == "412 people"
    shows(qtbot, page, "Fatma Yılmaz")
    assert "January 3" in page.detail.bars.accessibleName()


def test_search_folds_accents_and_tells_how_many(
    qtbot: QtBot, page: MembersPage, settle: Settle
) -> None:
    type_and_wait(qtbot, page, "ozturk fatma", settle)
    found = page.model.rowCount()
    assert 0 < found < 412
    assert page.header.beside.text() == f"{found} of 412"
    assert page.model.index(0, NAME).data() == "Fatma Öztürk"


def test_search_follows_typing_without_enter(
    qtbot: QtBot, page: MembersPage, settle: Settle
) -> None:
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClicks(page.search, "lukasz")
    settle()
    assert page.model.rowCount() < 412


def test_nothing_found_says_so(qtbot: QtBot, page: MembersPage, settle: Settle) -> None:
    type_and_wait(qtbot, page, "xyzzy", settle)
    assert page.nothing.isVisible()
    assert "xyzzy" in page.nothing.text()
    assert not page.table.isVisible()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == 412)
    assert page.table.isVisible()


def test_chips_count_and_choose(qtbot: QtBot, page: MembersPage, settle: Settle) -> None:
    chip = page.chips.chip(MemberFilter.FORMER)
    count = int(chip.text().split()[-1])
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle()
    assert page.model.rowCount() == count
    assert page.header.beside.text() == f"{count} of 412"


def test_the_window_never_asks_the_services_itself(
    page: MembersPage, administration: FakeAdministration
) -> None:
    assert threading.main_thread().name not in administration.members.threads


def test_arrows_change_the_detail(qtbot: QtBot, page: MembersPage, settle: Settle) -> None:
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    settle()
    shows(qtbot, page, "Łukasz Wiśniewski")


def test_the_last_row_is_reached_at_once(qtbot: QtBot, page: MembersPage, settle: Settle) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.model.index(411, NAME).data() is not None)
    settle()
    shows(qtbot, page, page.model.index(411, NAME).data())


def test_a_narrow_window_shows_one_and_the_way_back(
    qtbot: QtBot, window: MainWindow, page: MembersPage, settle: Settle
) -> None:
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: page.panes.narrow)
    assert not page.detail.isVisible()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.table.isVisible()
    assert page.panes.back.hasFocus()
    qtbot.keyClick(page.panes.back, Qt.Key.Key_Escape)
    assert page.table.isVisible()
    assert page.table.hasFocus()


def test_find_comes_here_from_another_page(qtbot: QtBot, shell: Shell, page: MembersPage) -> None:
    shell.go_to(IMPORT)  # a page without a search of its own
    shell.page(IMPORT).focus_first()
    qtbot.keyClick(shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shell.current == MEMBERS
    assert page.search.hasFocus()


def open_form(qtbot: QtBot, page: MembersPage) -> PersonForm:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), PersonForm))
    return next(form for form in page.findChildren(PersonForm) if form.isVisible())


def test_a_new_person_is_kept(
    qtbot: QtBot, page: MembersPage, administration: FakeAdministration, settle: Settle
) -> None:
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    form = open_form(qtbot, page)
    qtbot.keyClicks(form.ui.first, "Aaltje")
    qtbot.keyClicks(form.ui.last, "van der Aa")
    qtbot.keyClicks(form.ui.born, "3 april 1951")
    qtbot.mouseClick(form.ui.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.findChildren(QDialog))
    settle()
    kept = administration.members.people[-1].person
    assert kept.name.full == "Aaltje van der Aa"
    assert str(kept.born) == "1951-04-03"
    shows(qtbot, page, "Aaltje van der Aa")
    assert page.header.beside.text() == "413 people"


def test_what_is_not_right_is_told_twice_and_nothing_is_lost(
    qtbot: QtBot, page: MembersPage, administration: FakeAdministration
) -> None:
    qtbot.mouseClick(page.detail.change, Qt.MouseButton.LeftButton)
    form = open_form(qtbot, page)
    form.ui.born.setText("31-2-1950")
    form.ui.town.setText("Waterdam")
    qtbot.mouseClick(form.ui.save, Qt.MouseButton.LeftButton)
    assert form.summary.hasFocus()
    assert form.ui.save.isEnabled()
    told = form.ui.born_problem.text()
    assert told
    assert told in form.summary.accessibleName()
    assert form.ui.born.accessibleDescription() == told
    links = [one for one in form.summary.findChildren(type(form.ui.save)) if one.text() == told]
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)
    assert form.ui.born.hasFocus()
    assert form.ui.town.text() == "Waterdam"
    assert administration.members.people[0].person.address.town == "Dorp"


def test_escape_leaves_the_form_and_gives_the_focus_back(qtbot: QtBot, page: MembersPage) -> None:
    page.detail.change.setFocus()
    qtbot.keyClick(page.detail.change, Qt.Key.Key_Space)
    form = open_form(qtbot, page)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.detail.change.hasFocus)


def test_a_change_elsewhere_refreshes_the_list(
    page: MembersPage, administration: FakeAdministration, settle: Settle
) -> None:
    administration.members.people.pop()
    administration.changed.tell("people")
    settle()
    settle()
    assert page.model.rowCount() == 411
