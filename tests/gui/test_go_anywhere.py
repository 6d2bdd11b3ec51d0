# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+K: going anywhere and doing anything, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.gui.pages.go_anywhere import GoAnywhere, Target
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.person_form import PersonForm
from buurthuis_admin.gui.places import ACTIVITIES, BACKUPS, MEMBERS, MONEY, SUBSIDIES
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import check_controls, cut_off
from tests.gui.attendance_making import somebody

Settle = Callable[[], None]


@pytest.fixture
def filled(real: Administration) -> dict[str, int]:
    """Twenty people of one name and one of another, an activity and a dossier."""
    made = {"Öztürk": somebody(real, "Ayşe Öztürk")}
    for number in range(20):
        somebody(real, f"Piet{number} Jansen")
    made["yoga"] = real.activities.save(Activity(name="Stoelyoga", room="Grote zaal"))
    made["dossier"] = real.subsidies.save(
        Subsidy(funder="Gemeente Lindedam", purpose="Samen eten", state=SubsidyState.DRAFT)
    )
    return made


@pytest.fixture
def ask(
    qtbot: QtBot, real_shell: Shell, filled: dict[str, int], settle: Settle
) -> Callable[[str], GoAnywhere]:
    """Press Ctrl+K, type, and wait for what is found."""

    def type_in(text: str) -> GoAnywhere:
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier
        )
        dialog = real_shell.findChildren(GoAnywhere)[-1]
        qtbot.waitUntil(dialog.field.hasFocus)
        with qtbot.waitSignal(dialog.field.searched, timeout=2000):
            dialog.field.setText(text)
        settle()
        return dialog

    return type_in


def press(qtbot: QtBot, dialog: GoAnywhere, key: Qt.Key, settle: Settle) -> None:
    qtbot.keyClick(dialog.field, key)
    QApplication.processEvents()
    settle()
    settle()


def lines(dialog: GoAnywhere) -> list[tuple[str, str]]:
    return [(one.word, one.kind.word) for one in dialog.model.rows]


def test_a_person_is_found_without_accents_and_shown(
    qtbot: QtBot, ask: Callable[[str], GoAnywhere], real_shell: Shell, settle: Settle
) -> None:
    dialog = ask("ozt ays")
    assert [kind for _word, kind in lines(dialog)] == ["Person"]
    press(qtbot, dialog, Qt.Key.Key_Return, settle)
    page = real_shell.page(MEMBERS)
    assert real_shell.current == MEMBERS
    assert isinstance(page, MembersPage)
    assert page.detail.story is not None
    assert page.detail.story.detail.person.name.surname == "Öztürk"


def test_many_of_one_name_lead_to_the_page_of_people(
    qtbot: QtBot, ask: Callable[[str], GoAnywhere], real_shell: Shell, settle: Settle
) -> None:
    dialog = ask("jansen")
    assert len(lines(dialog)) == 13
    assert lines(dialog)[-1][0] == "All 20 people for ‘jansen’"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    for _one in range(12):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.field.hasFocus()
    page = real_shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    with qtbot.waitSignal(page.search.searched):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settle()
    assert page.model.rowCount() == 20


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("stoel", "Stoelyoga", ACTIVITIES),
        ("samen lindedam", "Samen eten · Gemeente Lindedam", SUBSIDIES),
        ("cash and", "Cash and bank", MONEY),
    ],
)
def test_activities_dossiers_and_pages_are_found(
    qtbot: QtBot,
    ask: Callable[[str], GoAnywhere],
    real_shell: Shell,
    settle: Settle,
    text: str,
    word: str,
    place: str,
) -> None:
    dialog = ask(text)
    assert [found for found, _kind in lines(dialog)] == [word]
    press(qtbot, dialog, Qt.Key.Key_Return, settle)
    assert real_shell.current == place


def test_an_act_is_done_once_the_question_is_gone(
    qtbot: QtBot,
    ask: Callable[[str], GoAnywhere],
    real: Administration,
    real_shell: Shell,
    settle: Settle,
) -> None:
    before = len(real.backups.list())
    dialog = ask("backup stick")
    press(qtbot, dialog, Qt.Key.Key_Return, settle)
    assert real_shell.current == BACKUPS
    assert len(real.backups.list()) == before + 1


def test_a_new_person_by_the_keyboard_alone(
    qtbot: QtBot,
    ask: Callable[[str], GoAnywhere],
    real: Administration,
    real_shell: Shell,
    settle: Settle,
) -> None:
    dialog = ask("new per")
    press(qtbot, dialog, Qt.Key.Key_Return, settle)
    form = real_shell.findChildren(PersonForm)[0]
    qtbot.waitUntil(form.isActiveWindow)
    form.ui.last.setText("Vermeulen")
    qtbot.mouseClick(form.ui.save, Qt.MouseButton.LeftButton)
    settle()
    assert real.members.count("vermeulen") == 1


def test_nothing_found_says_so_and_escape_leaves(
    qtbot: QtBot, ask: Callable[[str], GoAnywhere], real_shell: Shell, settle: Settle
) -> None:
    dialog = ask("zzzz")
    assert dialog.nothing.isVisible()
    assert "zzzz" in dialog.nothing.text()
    assert not dialog.table.isVisible()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(real_shell.isActiveWindow)
    assert real_shell.current == MEMBERS


def test_enter_before_the_names_are_there_waits_for_them(
    qtbot: QtBot, ask: Callable[[str], GoAnywhere], real_shell: Shell, settle: Settle
) -> None:
    dialog = ask("zzzz")
    dialog.field.setText("stoel")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settle()
    settle()
    assert real_shell.current == ACTIVITIES


def test_by_the_mouse(
    qtbot: QtBot, filled: dict[str, int], real_shell: Shell, settle: Settle
) -> None:
    qtbot.mouseClick(real_shell.sidebar.anything, Qt.MouseButton.LeftButton)
    dialog = real_shell.findChildren(GoAnywhere)[-1]
    row = [one.word for one in dialog.model.rows].index("Backups")
    dialog.table.scrollTo(dialog.model.index(row, 0))
    place = dialog.table.visualRect(dialog.model.index(row, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    settle()
    assert real_shell.current == BACKUPS


def test_the_dialog_keeps_the_bar(ask: Callable[[str], GoAnywhere], qtbot: QtBot) -> None:
    dialog = ask("a")
    QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    assert dialog.model.rows
    assert all(isinstance(one, Target) for one in dialog.model.rows)
    check_controls(dialog, "go anywhere")
    assert cut_off(dialog) == []
    dialog.reject()


def test_the_kiosk_has_no_way_out_by_it(qtbot: QtBot, real_shell: Shell) -> None:
    real_shell.set_bare(True)
    for key, held in (
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key, held)
    assert real_shell.findChildren(GoAnywhere) == []
    assert real_shell.current == MEMBERS


def test_locking_takes_it_away(
    ask: Callable[[str], GoAnywhere], real_shell: Shell, window: MainWindow, settle: Settle
) -> None:
    ask("jansen")
    window.lock()
    settle()
    assert not any(isinstance(one, GoAnywhere) for one in QApplication.topLevelWidgets())
