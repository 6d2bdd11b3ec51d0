# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of attendance: choosing a meeting, the door, the paper, a month and the sheets."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from buurthuis_admin.domain.activities import Session, SessionState
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tools.tours.moving import Shown, go, opened, settle


def attendance(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """A meeting of the activity that most people come to, one week after its last one."""
    administration = shell.workspace.administration
    session_id = _next_meeting(administration)
    settle(window)
    go(shell, places.ATTENDANCE)
    yield "attendance", window
    page = shell.page(places.ATTENDANCE)
    assert isinstance(page, AttendancePage)
    yield from opened("attendance-start", window, page.choose.start)
    page.show_session(session_id)
    settle(window)
    tiles = page.desk.tiles
    for row in (0, 2, 3, 5, 6, 8, 9, 11):
        page.door.tiles.tapped.emit(row)
    page.desk.count("visitors", 4)
    settle(window)
    assert tiles.shown
    yield "attendance-door", window
    yield from opened("attendance-new-name", window, lambda: page.door.ask_name("Els"))
    yield from opened("attendance-history", window, page._read_history)
    yield from opened("attendance-not-held", window, page._ask_reason)
    yield from opened("attendance-leave", window, page.ask_to_leave)
    page.show_paper()
    page.paper.rows.setText("14 16-19 99 x")
    page.paper.take.click()
    page.paper.on_paper.setText("20")
    settle(window)
    yield "attendance-paper", window
    page.show_sheets(session_id)
    settle(window)
    yield "attendance-sheets", window
    page.show_month()
    settle(window)
    session = administration.activities.session(session_id)
    page.month.show_month(session.activity_id or 0, session.day)
    settle(window)
    page.month.table.go_to(3, 2)
    page.month.focus_first()
    yield "attendance-month", window


def _next_meeting(administration: Administration) -> int:
    rows = administration.activities.rows(None)
    busiest = max(rows, key=lambda row: row.unique)
    day = (busiest.last_session or datetime.date(2026, 1, 1)) + datetime.timedelta(days=7)
    return administration.activities.save_session(
        Session(
            activity_id=busiest.id,
            day=day,
            starts_at=datetime.time(10, 0),
            state=SessionState.PLANNED,
        )
    )
