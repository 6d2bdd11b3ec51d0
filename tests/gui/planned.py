# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the calendar and of planning share."""

from __future__ import annotations

import datetime
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import CalendarSession
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.services.administration import Administration

Form = TypeVar("Form", bound=QWidget)
TODAY = datetime.date(2026, 9, 2)  # a Wednesday
DAY = datetime.timedelta(days=1)
TEN, TWELVE = datetime.time(10), datetime.time(12)
LEFT = Qt.MouseButton.LeftButton


def form(qtbot: QtBot, kind: type[Form]) -> Form:
    """The dialog of a kind that is open now."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


def all_sessions(real: Administration) -> list[CalendarSession]:
    return real.schedule.calendar(Period(datetime.date(2026, 1, 1), datetime.date(2028, 1, 1)))


def days(real: Administration) -> list[str]:
    return [f"{one.day:%m-%d}" for one in all_sessions(real)]


def button_of(page: ActivitiesPage, word: str) -> QPushButton:
    found = page.calendar.panel.findChildren(QPushButton)
    return next(one for one in found if one.accessibleName().startswith(word))


def type_in(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if text.isascii():
        QTest.keyClicks(field, text)
    else:  # the keyboard of the tests has no other signs
        assert isinstance(field, QLineEdit)
        field.insert(text)
