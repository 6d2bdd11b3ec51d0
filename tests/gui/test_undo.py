# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The undo bar and its keys, on a real administration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Person, PersonDetail
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.places import MEMBERS, SETTINGS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.undoing import kept_sentence
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import language
from buurthuis_admin.services.administration import Administration, open_administration
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.history import turning_back
from buurthuis_admin.storage.history.turned import Turned, Watch
from tests.accessibility.checks import check_controls, cut_off
from tests.unit.storage.making import PASSWORD

Settle = Callable[[], None]


pytestmark = pytest.mark.language("nl")


def person(first: str, last: str) -> PersonDetail:
    return PersonDetail(person=Person(name=PersonName(first=first, last=last)))


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier
    if "Shift" in keys:
        modifier |= Qt.KeyboardModifier.ShiftModifier
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, getattr(Qt.Key, f"Key_{keys[-1]}"), modifier)


def town(administration: Administration, number: int) -> str:
    return administration.members.detail(number).person.address.town


def move(administration: Administration, number: int, to: str) -> None:
    kept = administration.members.detail(number)
    administration.members.save(
        replace(kept, person=replace(kept.person, address=Address(town=to)))
    )


def test_nothing_is_told_of_what_was_changed_before(real_shell: Shell) -> None:
    assert not real_shell.undo_bar.isVisible()


def test_a_change_is_told_and_taken_back_and_done_again(
    qtbot: QtBot, real: Administration, real_shell: Shell, window: MainWindow, settle: Settle
) -> None:
    bar = real_shell.undo_bar
    number = real.members.save(person("Gerda", "Smit"))
    settle()
    settle()
    move(real, number, "Dorp")
    settle()
    settle()
    assert bar.isVisible()
    assert bar.text.text() == "Gerda Smit gewijzigd."
    assert bar.undo.text() == "Ongedaan maken (Ctrl+Z)"
    assert not bar.redo.isVisible()
    real_shell.page(MEMBERS).focus_first()  # a text field, with nothing to undo
    press(qtbot, window, "Ctrl+Z")
    settle()
    settle()
    assert town(real, number) == ""
    assert bar.text.text() == "Teruggedraaid: Gerda Smit gewijzigd."
    assert bar.redo.text() == "Opnieuw doen (Ctrl+Shift+Z)"
    assert not bar.undo.isVisible()
    bar.redo.click()
    settle()
    settle()
    assert town(real, number) == "Dorp"
    assert bar.text.text() == "Opnieuw gedaan: Gerda Smit gewijzigd."
    for keys, expected in (("Ctrl+Z", ""), ("Ctrl+Shift+Z", "Dorp"), ("Ctrl+Z", "")):
        press(qtbot, window, keys)
        settle()
        assert town(real, number) == expected
    press(qtbot, window, "Ctrl+Y")
    settle()
    assert town(real, number) == "Dorp"


def test_it_stays_while_other_pages_are_looked_at(
    real: Administration, real_shell: Shell, settle: Settle
) -> None:
    real.members.save(person("Gerda", "Smit"))
    settle()
    settle()
    real_shell.go_to(SETTINGS)
    settle()
    assert real_shell.undo_bar.isVisible()
    assert real_shell.undo_bar.text.text() == "Gerda Smit toegevoegd."


def test_a_field_takes_back_its_own_typing_first(
    qtbot: QtBot, real: Administration, real_shell: Shell, window: MainWindow, settle: Settle
) -> None:
    number = real.members.save(person("Gerda", "Smit"))
    settle()
    page = real_shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    page.focus_first()
    qtbot.keyClicks(page.search, "ger")
    press(qtbot, window, "Ctrl+Z")
    settle()
    assert page.search.text() == ""
    assert (
        real.members.detail(number).person.id == number
    )  # nothing of the administration was touched
    press(qtbot, window, "Ctrl+Y")
    assert page.search.text() == "ger"
    press(qtbot, window, "Ctrl+Z")
    press(qtbot, window, "Ctrl+Z")
    settle()
    assert real.members.count() == 0


def test_undo_works_after_a_restart(
    qtbot: QtBot, real: Administration, window: MainWindow, settle: Settle
) -> None:
    number = real.members.save(person("Gerda", "Smit"))
    move(real, number, "Dorp")
    path = real.path
    real.close()
    opened = open_administration(path, PASSWORD)
    window.show_administration(opened)
    settle()
    assert window.shell is not None
    assert not window.shell.undo_bar.isVisible()
    press(qtbot, window, "Ctrl+Z")
    settle()
    settle()
    assert town(opened, number) == ""
    assert window.shell.undo_bar.isVisible()


def test_nothing_to_undo_is_said_in_the_bar(
    qtbot: QtBot, real_shell: Shell, window: MainWindow, settle: Settle
) -> None:
    press(qtbot, window, "Ctrl+Z")
    settle()
    assert real_shell.undo_bar.text.text() == "Er is niets om ongedaan te maken."
    assert not real_shell.undo_bar.undo.isVisible()
    press(qtbot, window, "Ctrl+Shift+Z")
    settle()
    assert real_shell.undo_bar.text.text() == "Er is niets om opnieuw te doen."


def test_what_stays_is_named(real: Administration, real_shell: Shell, settle: Settle) -> None:
    gerda = real.members.save(person("Gerda", "Smit"))
    (added,) = real.history.recent(0, 1)
    move(real, gerda, "Dorp")
    settle()
    settle()
    real_shell.undoing.turn_back(added.id)
    settle()
    settle()
    assert town(real, gerda) == "Dorp"
    told = real_shell.undo_bar.text.text()
    assert told.startswith("Teruggedraaid: Gerda Smit toegevoegd.")
    assert told.endswith("en blijft zoals het is: Gerda Smit.")
    with language("en"):
        names = kept_sentence([f"Person {number}" for number in range(8)])
        assert names.endswith("Person 4 and 3 others.")


def test_the_bar_is_announced(
    monkeypatch: pytest.MonkeyPatch, real: Administration, real_shell: Shell, settle: Settle
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "buurthuis_admin.gui.widgets.undo_bar.announce", lambda _bar, text: said.append(text)
    )
    real.members.save(person("Gerda", "Smit"))
    settle()
    settle()
    assert said == ["Gerda Smit toegevoegd. Ongedaan maken (Ctrl+Z)"]


def test_a_final_change_offers_no_way_back(
    real: Administration, real_shell: Shell, settle: Settle
) -> None:
    with real._file.unit_of_work("Iemand gewist", ChangeKind.FINAL) as unit:
        unit.connection.exec_driver_sql("INSERT INTO households (name) VALUES ('Berg')")
        unit.commit()
    real.changed.tell("people")
    settle()
    settle()
    assert real_shell.undo_bar.text.text() == "Iemand gewist."
    assert not real_shell.undo_bar.undo.isVisible()


# Every size in both languages: make accessibility.
@pytest.mark.parametrize("size", [200])
def test_the_bar_keeps_the_accessibility_bar(
    size: int,
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    settle: Settle,
) -> None:
    preferences.text_size = size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(real)
    settle()
    real.members.save(person("Gerda Wilhelmina", "van den Berg-van Heusden tot Drongelen"))
    settle()
    settle()
    assert window.shell is not None
    assert window.shell.undo_bar.isVisible()
    assert cut_off(window) == []
    check_controls(window, "undo bar")
    assert window.minimumSizeHint().height() <= 720


def test_saving_without_a_change_is_nothing_to_undo(
    real: Administration, real_shell: Shell, settle: Settle
) -> None:
    number = real.members.save(person("Gerda", "Smit"))
    move(real, number, "Dorp")
    move(real, number, "Dorp")
    settle()
    settle()
    assert [one.sentence for one in real.history.recent(0, 9)] == [
        "Gerda Smit gewijzigd",
        "Gerda Smit toegevoegd",
    ]
    real_shell.undoing.undo()
    settle()
    assert town(real, number) == ""


def test_a_long_way_back_tells_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    real: Administration,
    real_shell: Shell,
    settle: Settle,
) -> None:
    gerda = real.members.save(person("Gerda", "Smit"))
    (added,) = real.history.recent(0, 1)
    settle()
    turn = turning_back.turn_back

    def slow(connection: Connection, number: int, watch: Watch) -> Turned:
        turn(connection, number)
        while True:
            watch(1, 4)  # as long as nobody stops it

    monkeypatch.setattr(turning_back, "turn_back", slow)
    real_shell.undoing._slow.setInterval(0)
    real_shell.undoing.turn_back(added.id)
    bar = real_shell.undo_bar
    qtbot.waitUntil(lambda: "25" in bar.text.text())
    assert (bar.stop.isVisible(), bar.undo.isVisible()) == (True, False)
    bar.stop.setFocus()
    qtbot.keyClick(bar.stop, Qt.Key.Key_Space)
    settle()
    assert bar.text.text() == "Gestopt. Alles is zoals het was."
    assert not bar.stop.isVisible()
    assert real.members.detail(gerda).person.name.last == "Smit"
    (newest,) = real.history.recent(0, 1)
    assert newest.id == added.id
