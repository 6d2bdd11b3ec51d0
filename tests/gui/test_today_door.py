# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the page of today to the door of a meeting, on a real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, Session
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.places import ATTENDANCE, TODAY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration

pytestmark = pytest.mark.language("nl")


@pytest.mark.parametrize("days_ago", [0, 3])
def test_a_meeting_is_filled_in_with_one_button(
    qtbot: QtBot,
    real_shell: Shell,
    real: Administration,
    settle: Callable[[], None],
    days_ago: int,
) -> None:
    activity = real.activities.save(Activity(name="Koffieochtend"))
    day = real.meetings.today() - datetime.timedelta(days=days_ago)
    session_id = real.activities.save_session(Session(activity_id=activity, day=day))
    settle()
    real_shell.go_to(TODAY)
    settle()
    settle()
    button = next(
        one
        for one in real_shell.page(TODAY).findChildren(QPushButton)
        if one.isVisible() and one.accessibleName().startswith("Aanwezigheid invullen: Koffie")
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    page = real_shell.page(ATTENDANCE)
    assert isinstance(page, AttendancePage)
    assert real_shell.current == ATTENDANCE
    assert page.desk.session_id == session_id
    assert page.door.search.hasFocus()
