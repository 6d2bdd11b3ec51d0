# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with everything that was changed, on a real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.gui.models.changes import short_moment
from buurthuis_admin.gui.pages.change_detail import ChangeDetail
from buurthuis_admin.gui.pages.history import HistoryPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.person_history import PersonHistory
from buurthuis_admin.gui.places import HISTORY, MEMBERS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import language
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import beside, check_controls, cut_off
from tests.gui.test_undo import move, person, town

pytestmark = pytest.mark.language("nl")
Settle = Callable[[], None]
LIST = "Lidnr;Roepnaam;Achternaam;Plaats\n" + "".join(
    f"{number};Voornaam{number};Achternaam{number};Dorp\n" for number in range(1, 31)
)


def words(widget: QWidget) -> list[str]:
    """The texts that can be read in a part of the window, in order."""
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def read_list(real: Administration, folder: Path) -> None:
    file = folder / "Ledenlijst 2019.csv"
    file.write_text(LIST, "utf-8")
    real.imports.apply(real.imports.prepare([file]))


@pytest.fixture
def first_page() -> str:
    return HISTORY


@pytest.fixture
def page(real_shell: Shell, settle: Settle) -> HistoryPage:
    real_shell.go_to(HISTORY)
    settle()
    made = real_shell.page(HISTORY)
    assert isinstance(made, HistoryPage)
    return made


@pytest.fixture
def calm(settle: Settle, window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Wait until the list, the detail and the bar have followed."""

    def wait() -> None:
        for _round in range(4):
            settle()
        for detail in window.findChildren(ChangeDetail):
            qtbot.waitUntil(lambda detail=detail: detail.complete)  # type: ignore[misc]
        QApplication.processEvents()

    return wait


def test_nothing_was_changed_yet(page: HistoryPage) -> None:
    assert page.nothing.isVisible()
    assert not page.table.isVisible()


def test_what_was_changed_is_told_field_by_field(
    real: Administration, page: HistoryPage, calm: Settle
) -> None:
    number = real.members.save(person("Gerda", "Smit"))
    move(real, number, "Waterdam")
    move(real, number, "Dorp")
    calm()
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    assert page.header.beside.text() == "3 wijzigingen"
    page.table.selectRow(0)
    calm()
    told = words(page.detail)
    assert "Gerda Smit gewijzigd" in told
    assert told[-6:-3] == ["Persoon Gerda Smit gewijzigd", "Eerst", "Daarna"]
    assert told[-3:] == ["Plaats", "Waterdam", "Dorp"]


def test_a_small_change_is_turned_back_at_once(
    real: Administration, real_shell: Shell, page: HistoryPage, calm: Settle
) -> None:
    number = real.members.save(person("Gerda", "Smit"))
    move(real, number, "Dorp")
    real.members.save(person("Jan", "Berg"))
    calm()
    page.show_change(2)
    calm()
    assert page.table.current_row == 1
    page.detail.turn_back.setFocus()
    page.detail.turn_back.click()
    calm()
    assert QApplication.focusWidget() is page.table
    assert town(real, number) == ""
    assert real_shell.undo_bar.text.text() == "Teruggedraaid: Gerda Smit gewijzigd."
    assert page.detail.opened is not None
    assert page.detail.opened.change.id == 2  # still the one that is shown
    assert page.detail.opened.change.undone
    assert "Dit is later teruggedraaid." in words(page.detail)
    assert not page.detail.turn_back.isVisible()
    page.show_change(4)
    calm()
    page.detail.do_again.click()
    calm()
    assert town(real, number) == "Dorp"
    assert real_shell.undo_bar.text.text() == "Opnieuw gedaan: Gerda Smit gewijzigd."


def test_an_import_shows_first_what_goes_and_what_stays(
    real: Administration, real_shell: Shell, page: HistoryPage, calm: Settle, tmp_path: Path
) -> None:
    read_list(real, tmp_path)
    move(real, 3, "Elders")
    calm()
    page.show_change(1)
    calm()
    assert "Ledenlijst 2019 ingelezen: 30 nieuwe mensen" in words(page.detail)
    assert "30 mensen toegevoegd" in words(page.detail)
    page.detail.turn_back.click()
    calm()
    card = page.detail.card
    assert card.isVisible()
    assert QApplication.focusWidget() is card.turn_back
    told = words(card)
    assert told[0] == "Als u dit terugdraait:"
    assert told[1].startswith("Weer weggehaald: 30 mensen, 30 lidmaatschappen")
    stays = [text for text in told if "Voornaam3 Achternaam3" in text]
    assert stays
    assert real.members.count() == 30
    card.leave.click()
    assert not card.isVisible()
    assert QApplication.focusWidget() is page.detail.turn_back
    page.detail.turn_back.click()
    calm()
    card.turn_back.click()
    calm()
    assert real.members.count() == 1
    assert "Voornaam3 Achternaam3" in real_shell.undo_bar.text.text()
    real_shell.undo_bar.redo.click()
    calm()
    assert real.members.count() == 30


def test_many_rows_come_in_parts(real: Administration, page: HistoryPage, calm: Settle) -> None:
    with real._file.unit_of_work("Alles gewijzigd") as unit:
        for number in range(45):
            unit.connection.exec_driver_sql(
                "INSERT INTO households (name) VALUES (?)", (f"Huishouden {number}",)
            )
        unit.commit()
    real.changed.tell("people")
    calm()
    assert "20 van 45" in words(page.detail)
    for _part in range(2):
        assert page.detail.more.isVisible()
        page.detail.more.click()
        calm()
    assert not page.detail.more.isVisible()
    assert "Huishouden Huishouden 44 toegevoegd" in words(page.detail)


def test_a_final_change_says_so(real: Administration, page: HistoryPage, calm: Settle) -> None:
    with real._file.unit_of_work("Iemand gewist", ChangeKind.FINAL) as unit:
        unit.connection.exec_driver_sql("INSERT INTO households (name) VALUES ('Berg')")
        unit.commit()
    real.changed.tell("people")
    calm()
    assert "Dit is definitief: het kan niet worden teruggedraaid." in words(page.detail)
    assert not page.detail.turn_back.isVisible()
    state = page.model.index(0, 2)
    assert state.data() == "Definitief"


def test_thousands_of_changes_scroll(real: Administration, page: HistoryPage, calm: Settle) -> None:
    with real._file.bookkeeping() as connection:
        connection.exec_driver_sql(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
            "INSERT INTO change_sets (at, sentence) "
            "SELECT '2024-03-07T12:00:00+00:00', 'Wijziging ' || i FROM n"
        )
    real.changed.tell("people")
    calm()
    assert page.model.rowCount() == 3000
    page.show_change(17)
    calm()
    assert page.table.current_row == 2983
    assert page.model.index(2983, 1).data() == "Wijziging 17"
    assert page.detail.sentence.text() == "Wijziging 17"


def test_a_persons_history_leads_to_the_change(
    real: Administration, real_shell: Shell, calm: Settle, qtbot: QtBot
) -> None:
    number = real.members.save(person("Gerda", "Smit"))
    real.members.save(person("Jan", "Berg"))
    for place in ("Waterdam", "Dorp", "Elders"):
        move(real, number, place)
    calm()
    real_shell.go_to(MEMBERS)
    members = real_shell.page(MEMBERS)
    assert isinstance(members, MembersPage)
    members.show_person(number)
    calm()
    (history,) = [one for one in members.detail.findChildren(PersonHistory) if one.isVisible()]
    assert words(history) == ["Gerda Smit gewijzigd"] * 3
    assert history.more.text() == "Eerdere 1 tonen"
    history.more.click()
    QApplication.processEvents()
    assert words(history)[-1] == "Gerda Smit toegevoegd"
    links = [one for one in history.findChildren(QPushButton) if one is not history.more]
    links[0].click()
    calm()
    assert real_shell.current == HISTORY
    page = real_shell.page(HISTORY)
    assert isinstance(page, HistoryPage)
    assert page.detail.opened is not None
    assert page.detail.opened.change.id == 5


def test_moments_are_said_as_people_do() -> None:
    noon = datetime.datetime(2024, 3, 7, 12, 5).astimezone()
    with language("nl"):
        assert short_moment(noon, noon.date()) == "Vandaag 12:05"
        assert short_moment(noon, datetime.date(2024, 3, 8)) == "Gisteren 12:05"
        assert short_moment(noon, datetime.date(2025, 3, 8)) == "7 mrt 2024 12:05"


@pytest.fixture
def filled(real: Administration, tmp_path: Path) -> Administration:
    read_list(real, tmp_path)
    move(real, 3, "Elders")
    real.history.undo()
    return real


# Every size in both languages: make accessibility.
@pytest.mark.parametrize("size", [200])
def test_the_page_keeps_the_accessibility_bar(
    size: int,
    window: MainWindow,
    preferences: Preferences,
    filled: Administration,
    settle: Settle,
    calm: Settle,
    qtbot: QtBot,
) -> None:
    preferences.text_size = size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(filled)
    calm()
    shell = window.shell
    assert shell is not None
    for number in (1, 2, 3):
        shell.show_change(number)
        calm()
        assert cut_off(window) == []
        assert beside(window) == []
        check_controls(window, f"change {number}")
    shell.show_change(1)
    calm()
    page = shell.page(HISTORY)
    assert isinstance(page, HistoryPage)
    page.detail.turn_back.click()
    calm()
    assert page.detail.card.isVisible()
    assert cut_off(window) == []
    assert beside(window) == []
    assert window.size().toTuple() == (1280, 720)
    first = QApplication.focusWidget()
    seen = {first}
    for _step in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        seen.add(QApplication.focusWidget())
    assert QApplication.focusWidget() is first
    assert page.detail.card.leave in seen


def test_the_changes_are_searched_by_words_and_by_day(
    qtbot: QtBot, real: Administration, page: HistoryPage, calm: Settle
) -> None:
    real.members.save(person("Gerda", "Smit"))
    real.members.save(person("Fatma", "Öztürk"))
    calm()

    def search(text: str) -> list[str]:
        assert page.focus_search()
        qtbot.keyClicks(page.field, text)
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
        calm()
        return [row.sentence for n in range(9) if (row := page.model.row(n)) is not None]

    assert search("ozturk toegev") == ["Fatma Öztürk toegevoegd"]
    assert page.header.beside.text() == "1 van 2"
    assert page.detail.sentence.text() == "Fatma Öztürk toegevoegd"
    today = datetime.datetime.now().astimezone()
    assert len(search(f"{today.day}-{today.month}-{today.year}")) == 2
    assert search("Jan") == []
    assert page.nothing.isVisible()
    assert page.nothing.text().startswith("Geen wijziging heeft deze woorden.")
    (newest,) = real.history.recent(0, 1)
    page.show_change(newest.id)  # from elsewhere: all of them again
    calm()
    assert page.field.text() == ""
    assert page.model.rowCount() == 2
