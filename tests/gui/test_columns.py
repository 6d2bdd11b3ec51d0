# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which columns a list shows: by mouse and keyboard, remembered, in Excel and on paper."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Person, PersonDetail
from buurthuis_admin.gui.models.people import NAME
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.pages_dialog import PagesDialog
from buurthuis_admin.gui.places import ACTIVITIES, MEMBERS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")


@pytest.fixture
def page(real: Administration, real_shell: Shell, settle: Settle) -> MembersPage:
    person = Person(
        name=PersonName(first="Anna", last="Bos"),
        born=PartialDate(1951, 4),
        address=Address(street="Lindelaan", house="1", postcode="3512 AB", town="Utrecht"),
        mobile="0612345678",
    )
    real.members.save(PersonDetail(person=person))
    found = real_shell.page(MEMBERS)
    assert isinstance(found, MembersPage)
    settle()
    settle()
    return found


def shown(page: MembersPage | ActivitiesPage) -> list[str]:
    model = page.table.model()
    return [
        model.headerData(place, Qt.Orientation.Horizontal)
        for place in range(model.columnCount())
        if not page.table.isColumnHidden(place)
    ]


def tick(qtbot: QtBot, page: MembersPage, key: str) -> None:
    """By mouse: the menu stays open for the next tick."""
    place = page.columns.menu.actionGeometry(page.columns.acts[key]).center()
    qtbot.mouseMove(page.columns.menu, place)
    qtbot.mouseClick(page.columns.menu, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.qt_log_ignore("raise", "grabbing", "propagateSizeHints")  # of a menu
def test_by_mouse_and_remembered_in_excel_and_on_paper(
    qtbot: QtBot,
    page: MembersPage,
    preferences: Preferences,
    settle: Settle,
    tmp_path: Path,
) -> None:
    qtbot.mouseClick(page.columns.button, Qt.MouseButton.LeftButton)
    for key in ("number", "activities", "last seen", "born", "phone"):
        tick(qtbot, page, key)
    assert page.columns.menu.isVisible()
    page.columns.menu.close()
    assert shown(page) == ["Naam", "Status", "Geboortedatum", "Telefoon"]
    assert preferences.columns("people") == ["name", "status", "born", "phone"]
    spoken = page.model.index(0, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bos, Anna, Deelnemer, 04-1951, 06 12 34 56 78"
    page.mailing.save_list(tmp_path / "list.xlsx")
    settle()
    sheet = load_workbook(tmp_path / "list.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet] == [
        ["Naam", "Status", "Geboortedatum", "Telefoon"],
        ["Bos, Anna", "Deelnemer", "1951-04", "06 12 34 56 78"],
    ]
    page.mailing.acts["print"].trigger()
    settle()
    settle()
    dialog = page.findChildren(PagesDialog)[-1]
    text = PdfReader(io.BytesIO(dialog.pages.content)).pages[0].extract_text()
    assert dialog.pages.told.text() == "1 persoon"
    assert "Geboortedatum" in text
    assert "04-1951" in text
    assert "Lindelaan" not in text
    dialog.reject()


@pytest.mark.qt_log_ignore("raise", "grabbing", "propagateSizeHints")  # of a menu
def test_by_keyboard_and_back_to_the_usual_columns(qtbot: QtBot, page: MembersPage) -> None:
    before = shown(page)
    page.columns.button.setFocus()
    qtbot.keyClick(page.columns.button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is page.columns.menu
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert "Activiteiten" not in shown(page)
    assert "Laatst gezien" not in shown(page)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is page.columns.usual
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert shown(page) == before
    assert not menu.isVisible()


def test_what_was_chosen_never_gives_way_but_scrolls(qtbot: QtBot, page: MembersPage) -> None:
    for act in page.columns.acts.values():
        if not act.isChecked():
            act.trigger()
    assert len(shown(page)) == page.model.columnCount()
    bar = page.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert page.table.columnWidth(NAME) > 100


def test_the_list_of_activities_too(real_shell: Shell, preferences: Preferences) -> None:
    preferences.keep_columns("activities", ["name", "visits"])
    real_shell.go_to(ACTIVITIES)
    page = real_shell.page(ACTIVITIES)
    assert isinstance(page, ActivitiesPage)
    assert shown(page) == ["Activiteit", "Bezoeken"]
