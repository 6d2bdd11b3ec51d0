# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Archiving people by mouse and by keyboard, on a real administration."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.places import MEMBERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.gui.attendance_making import somebody

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")


@pytest.fixture
def page(real: Administration, real_shell: Shell, settle: Settle) -> MembersPage:
    for name in ("Anna Bos", "Bert Dekker", "Cor Evers"):
        somebody(real, name)
    found = real_shell.page(MEMBERS)
    assert isinstance(found, MembersPage)
    settle()
    settle()
    return found


def listed(real: Administration, chip: MemberFilter) -> list[str]:
    return [row.name for row in real.members.page("", chip, 0, 9)]


def test_one_by_mouse_and_back_again(
    qtbot: QtBot, page: MembersPage, real: Administration, real_shell: Shell, settle: Settle
) -> None:
    qtbot.waitUntil(page.detail.archive.isVisible)
    qtbot.mouseClick(page.detail.archive, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert listed(real, MemberFilter.ARCHIVED) == ["Bos, Anna"]
    assert page.model.rowCount() == 2
    assert page.chips.chip(MemberFilter.ARCHIVED).text() == "Archief 1"
    assert real_shell.undo_bar.text.text() == "Anna Bos is gearchiveerd."
    qtbot.mouseClick(page.chips.chip(MemberFilter.ARCHIVED), Qt.MouseButton.LeftButton)
    settle()
    qtbot.waitUntil(page.detail.archived.isVisible)
    assert page.header.beside.text() == "1 persoon"
    qtbot.mouseClick(page.detail.archive, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert listed(real, MemberFilter.ALL) == ["Bos, Anna", "Dekker, Bert", "Evers, Cor"]
    assert page.nothing.text() == "Er staat niets in het archief."


@pytest.mark.qt_log_ignore("raise", "grabbing", "propagateSizeHints")  # of a menu
def test_those_who_are_marked_by_keyboard_and_undone(
    qtbot: QtBot, page: MembersPage, real: Administration, real_shell: Shell, settle: Settle
) -> None:
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.together, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is page.mailing
    assert not page.mailing.acts["back"].isVisible()
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    assert page.mailing.activeAction() is page.mailing.acts["archive"]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle()
    settle()
    assert listed(real, MemberFilter.ALL) == ["Evers, Cor"]
    qtbot.keyClicks(page.search, "dekker")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    settle()
    assert page.nothing.text().endswith("1 persoon in het archief past hierbij: kies ‘Archief’.")
    qtbot.mouseClick(real_shell.undo_bar.undo, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert listed(real, MemberFilter.ARCHIVED) == []
