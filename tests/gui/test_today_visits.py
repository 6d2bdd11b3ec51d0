# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The visits of this month on the page of today, on a real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, HeadCount, Session, SessionState
from buurthuis_admin.domain.attendance import ABSENT, PRESENT
from buurthuis_admin.gui.pages.today import TodayPage
from buurthuis_admin.gui.places import ATTENDANCE, TODAY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.i18n import month_name
from buurthuis_admin.services.administration import Administration
from tests.gui.attendance_making import somebody

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")


@pytest.fixture
def page(real_shell: Shell, real: Administration, settle: Settle) -> TodayPage:
    """Today seven visits, a year ago on the first of this month ten; and what does not count."""
    day = real.meetings.today()
    activity = real.activities.save(Activity(name="Koffieochtend"))

    def counted(on: datetime.date, number: int, state: SessionState) -> int:
        session = real.activities.save_session(Session(activity_id=activity, day=on, state=state))
        count = HeadCount(session_id=session, tally_type="visitors", number=number)
        real.activities.set_head_count(count)
        return session

    today = counted(day, 6, SessionState.HELD)
    real.attendance.mark_many(
        today, {somebody(real, "Anna Bos"): PRESENT, somebody(real, "Bert Bos"): ABSENT}
    )
    counted(day, 100, SessionState.CANCELLED)
    counted(datetime.date(day.year - 1, day.month, 1), 10, SessionState.HELD)
    real_shell.go_to(TODAY)
    found = real_shell.page(TODAY)
    assert isinstance(found, TodayPage)
    found.refresh()
    settle()
    return found


def test_the_finding_and_every_figure_are_said(
    qtbot: QtBot, page: TodayPage, real: Administration
) -> None:
    qtbot.waitUntil(page.visits.isVisible)
    day = real.meetings.today()
    month = month_name(day.month).capitalize()
    assert page.visits.title == f"{month} is rustiger dan vorig jaar"
    told = page.visits.bars.accessibleName()
    assert f"7 bezoeken, 3 minder dan op dezelfde dagen van {day.year - 1}." in told
    assert told.count("Week ") == len(real.today.visits().weeks)


def test_it_leads_to_where_visits_are_filled_in(
    qtbot: QtBot, page: TodayPage, real_shell: Shell, settle: Settle
) -> None:
    qtbot.waitUntil(page.visits.isVisible)
    qtbot.mouseClick(page.visits.attendance, Qt.MouseButton.LeftButton)
    settle()
    assert real_shell.current == ATTENDANCE


def test_without_any_visit_there_is_no_chart(real_shell: Shell, settle: Settle) -> None:
    real_shell.go_to(TODAY)
    settle()
    page = real_shell.page(TODAY)
    assert isinstance(page, TodayPage)
    assert not page.visits.isVisible()
