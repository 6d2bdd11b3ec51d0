# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People for the tests of attendance, and keys as a scanner sends them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import Address, Person, PersonDetail
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.services.administration import Administration

NAMES = ("Amina Jansen", "Amina de Vries", "Anneke Bakker", "Ayşe Öztürk", "Björn Meijer")


def somebody(real: Administration, name: str, street: str = "") -> int:
    person = Person(name=parse_name(name), address=Address(street=street))
    return real.members.save(PersonDetail(person=person))


def type_key(window: QWindow, sign: str) -> None:
    """One key as the system sends it: to the window, before any field sees it."""
    QTest.keyClick(window, sign)  # type: ignore[call-overload]  # a char in Qt's own words


def keys(window: QWidget, text: str) -> None:
    """As a scanner or a keyboard sends them: to the window, whatever has the focus."""
    handle = window.windowHandle()
    for sign in text:
        type_key(handle, sign)
    QTest.keyClick(handle, Qt.Key.Key_Return)


def tap(qtbot: QtBot, page: AttendancePage, row: int) -> None:
    tiles = page.door.tiles
    place = tiles.visualRect(page.desk.tiles.index(row)).center() - QPoint(4, 4)
    qtbot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
