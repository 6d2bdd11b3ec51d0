# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The full screen at the door: nothing else is seen or reached without the password."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.attendance import Mark
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.pages.attendance_forms import LeaveForm
from buurthuis_admin.gui.places import ATTENDANCE
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tests.gui.attendance_making import tap
from tests.unit.storage.making import PASSWORD

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")


def test_the_full_screen_is_left_by_the_password_alone(
    qtbot: QtBot,
    door: AttendancePage,
    real_shell: Shell,
    window: MainWindow,
    came: Callable[[], dict[str, Mark]],
    settle: Settle,
) -> None:
    qtbot.mouseClick(door.door.kiosk, Qt.MouseButton.LeftButton)
    assert window.isFullScreen()
    assert not window.locking.watch.watching
    for hidden in (real_shell.sidebar, real_shell.undo_bar, door.door.counts, door.door.head.back):
        assert not hidden.isVisible()
    tap(qtbot, door, 0)
    assert set(came()) == {"Amina Jansen"}
    settle()
    assert not real_shell.undo_bar.isVisible()
    for key in (Qt.Key.Key_2, Qt.Key.Key_Z, Qt.Key.Key_F):
        QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert real_shell.current == ATTENDANCE
    assert set(came()) == {"Amina Jansen"}
    assert not window.close()
    form = next(one for one in door.findChildren(LeaveForm) if one.isVisible())
    qtbot.keyClicks(form.field, "niet dit")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    settle()
    assert window.isFullScreen()
    assert form.summary.isVisible()
    form.field.clear()
    qtbot.keyClicks(form.field, PASSWORD)
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    settle()
    assert not window.isFullScreen()
    assert real_shell.sidebar.isVisible()
    assert window.locking.watch.watching


def test_the_full_screen_can_be_locked(
    qtbot: QtBot, door: AttendancePage, window: MainWindow, settle: Settle
) -> None:
    door.door.kiosk.click()
    with qtbot.waitSignal(window.locking.watch.asked):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.shell is None)
    settle()
    assert not window.kiosk.active
    assert not window.isFullScreen()
