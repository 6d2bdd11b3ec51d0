# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar and the planning of activities, on the real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import (
    Activity,
    HeadCount,
    Series,
    Session,
    SessionState,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import CalendarSession
from buurthuis_admin.domain.series import Repeat, Scope
from buurthuis_admin.gui.models.calendar import CalendarModel, Day
from buurthuis_admin.gui.pages.activities import ActivitiesPage, View
from buurthuis_admin.gui.pages.calendar import Span, period_of, turned
from buurthuis_admin.gui.pages.calendar_export import CalendarExport
from buurthuis_admin.gui.pages.cancel_form import CancelForm
from buurthuis_admin.gui.pages.session_form import SessionForm
from buurthuis_admin.gui.widgets.calendar_cells import lines
from buurthuis_admin.services.administration import Administration
from tests.gui.planned import (
    DAY,
    LEFT,
    TEN,
    TODAY,
    TWELVE,
    all_sessions,
    button_of,
    days,
    form,
    type_in,
)

Settle = Callable[[], None]


@pytest.fixture
def month(activities_page: ActivitiesPage, qtbot: QtBot, settle: Settle) -> ActivitiesPage:
    qtbot.mouseClick(activities_page.views.chip(View.MONTH), LEFT)
    settle()
    activities_page.focus_first()
    return activities_page


# The grid.


def test_the_model_keeps_to_the_rules_of_qt(qtbot: QtBot) -> None:
    model = CalendarModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = datetime.date(2026, 8, 31)
    model.show_days([Day(first + number * DAY) for number in range(35)])
    model.show_days([Day(first + number * DAY) for number in range(7)])
    model.shorten(short=True)
    assert model.headerData(0, Qt.Orientation.Vertical) == "wk 36"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Mo"
    assert not model.index_of(first - DAY).isValid()
    assert tester is not None


def test_a_month_shows_its_weeks_from_monday_and_speaks_a_day(
    month: ActivitiesPage,
) -> None:
    grid = month.calendar.grid
    model = grid.model_of_days
    assert month.calendar.title.text() == "September 2026"
    assert model.rowCount() == 5
    assert model.headerData(0, Qt.Orientation.Vertical) == "wk 36"
    assert grid.current_day == TODAY
    spoken = str(model.index_of(datetime.date(2026, 9, 1)).data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Tuesday 1 September 2026; 1 meeting; 10:00 Koffieochtend"


def test_by_keyboard_through_days_months_and_back_to_today(
    qtbot: QtBot, month: ActivitiesPage, settle: Settle
) -> None:
    calendar, grid = month.calendar, month.calendar.grid
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert calendar.chosen == TODAY + DAY
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    settle()
    assert calendar.chosen == datetime.date(2026, 8, 27)
    assert calendar.title.text() == "August 2026"
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    settle()
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    settle()
    assert calendar.title.text() == "October 2026"
    assert grid.current_day == datetime.date(2026, 10, 27)
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert grid.current_day == datetime.date(2026, 10, 26)
    qtbot.keyClick(calendar.now, Qt.Key.Key_Space)
    settle()
    assert grid.current_day == TODAY


def test_by_mouse_to_another_week_and_a_day(
    qtbot: QtBot, activities_page: ActivitiesPage, settle: Settle
) -> None:
    qtbot.mouseClick(activities_page.views.chip(View.WEEK), LEFT)
    settle()
    calendar = activities_page.calendar
    assert calendar.title.text().startswith("Week 36")
    qtbot.mouseClick(calendar.after, LEFT)
    settle()
    assert calendar.title.text().startswith("Week 37")
    index = calendar.grid.model_of_days.index_of(datetime.date(2026, 9, 8))
    place = calendar.grid.visualRect(index).center()
    qtbot.mouseClick(calendar.grid.viewport(), LEFT, pos=place)
    assert calendar.chosen == datetime.date(2026, 9, 8)
    assert "8 September" in calendar.panel.title.text()


@pytest.mark.parametrize(
    ("day", "steps", "expected"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-01", 1, "2027-01-01"),
    ],
)
def test_turning_a_month_never_leaves_it(day: str, steps: int, expected: str) -> None:
    at = datetime.date.fromisoformat
    assert turned(Span.MONTH, at(day), steps) == at(expected)
    assert period_of(Span.WEEK, at("2027-01-01")).start == at("2026-12-28")


def test_only_the_weeks_that_are_shown_are_read(
    month: ActivitiesPage, planned: Administration, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    asked: list[Period] = []
    before = planned.schedule.calendar

    def watch(period: Period, activity_id: int | None = None) -> list[CalendarSession]:
        asked.append(period)
        return before(period, activity_id)

    monkeypatch.setattr(planned.schedule, "calendar", watch)
    month.calendar.refresh()
    settle()
    assert asked == [Period(datetime.date(2026, 8, 31), datetime.date(2026, 10, 4))]


# Moving.


def test_a_meeting_is_dragged_to_another_day(
    qtbot: QtBot, month: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    grid = month.calendar.grid
    model = grid.model_of_days
    start = model.index_of(datetime.date(2026, 9, 8))
    day = model.day(start)
    assert day is not None
    ((_session, area),) = lines(day, grid.visualRect(start))
    goal = grid.visualRect(model.index_of(datetime.date(2026, 9, 10))).center()
    viewport = grid.viewport()
    press = area.center().toPoint()
    qtbot.mousePress(viewport, LEFT, pos=press)
    for place in (press + QPoint(30, 5), goal):
        event_pos = place
        QTest.mouseMove(viewport, event_pos)
        _drag(viewport, place)
    qtbot.mouseRelease(viewport, LEFT, pos=goal)
    settle()
    settle()
    assert days(planned) == ["09-01", "09-10", "09-15", "09-22", "09-29"]
    assert month.calendar.chosen == datetime.date(2026, 9, 10)


def _drag(viewport: QWidget, place: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    at = QPointF(place)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        viewport.mapToGlobal(at),
        LEFT,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)


def test_the_same_by_keyboard_with_the_form_of_the_meeting(
    qtbot: QtBot, month: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    grid = month.calendar.grid
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    attendance = QApplication.focusWidget()
    assert isinstance(attendance, QPushButton)
    assert attendance.accessibleName() == "Attendance: Koffieochtend"
    around = attendance.parentWidget()
    assert around is not None
    change = next(one for one in around.findChildren(QPushButton) if one.text() == "Change")
    change.setFocus()
    assert change.accessibleName() == "Change: Koffieochtend"
    qtbot.keyClick(change, Qt.Key.Key_Space)
    opened = form(qtbot, SessionForm)
    assert opened.day.hasFocus()
    type_in(qtbot, opened.day, "10 september 2026")
    opened.save.setFocus()
    qtbot.keyClick(opened.save, Qt.Key.Key_Space)
    settle()
    assert days(planned) == ["09-01", "09-10", "09-15", "09-22", "09-29"]


def test_this_and_following_by_mouse_leaves_what_was_held(
    qtbot: QtBot, month: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    held = all_sessions(planned)[3].id
    planned.activities.set_head_count(HeadCount(session_id=held, number=4))
    month.calendar.show_day(datetime.date(2026, 9, 15))
    settle()
    qtbot.mouseClick(button_of(month, "Change:"), LEFT)
    opened = form(qtbot, SessionForm)
    type_in(qtbot, opened.start, "13")
    type_in(qtbot, opened.stop, "15.30")
    opened.room.setCurrentText("Keuken")
    opened.scope.box(Scope.FOLLOWING).click()
    assert "1 meeting was held" in opened.passed_by.text()
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    settle()
    one, half_past = datetime.time(13), datetime.time(15, 30)
    assert [(s.starts_at, s.ends_at, s.room) for s in all_sessions(planned)] == [
        (TEN, TWELVE, "Grote zaal"),
        (TEN, TWELVE, "Grote zaal"),
        (one, half_past, "Keuken"),
        (TEN, TWELVE, "Grote zaal"),
        (one, half_past, "Keuken"),
    ]


def test_it_does_not_go_on_with_a_reason_and_goes_on_after_all(
    qtbot: QtBot, month: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    month.calendar.show_day(datetime.date(2026, 9, 15))
    settle()
    qtbot.mouseClick(button_of(month, "Does not go on"), LEFT)
    opened = form(qtbot, CancelForm)
    qtbot.mouseClick(opened.save, LEFT)
    assert opened.summary.isVisible()
    edit = opened.reason.lineEdit()
    assert edit is not None
    edit.insert("Geen koffie 😢")  # a keyboard of the tests knows no such signs
    opened.save.setFocus()
    qtbot.keyClick(opened.save, Qt.Key.Key_Space)
    settle()
    settle()
    cancelled = all_sessions(planned)[2]
    assert (cancelled.state, cancelled.reason) == (SessionState.CANCELLED, "Geen koffie 😢")
    qtbot.mouseClick(button_of(month, "Goes on after all"), LEFT)
    settle()
    assert all_sessions(planned)[2].state is SessionState.PLANNED


def test_a_room_that_is_in_use_is_told_and_kept_all_the_same(
    qtbot: QtBot, month: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    planned.activities.save(Activity(name="Bingo", room="grote zaal"))
    month.calendar.show_day(datetime.date(2026, 9, 8))
    settle()
    qtbot.mouseClick(month.calendar.panel.new, LEFT)
    opened = form(qtbot, SessionForm)
    qtbot.mouseClick(opened.save, LEFT)
    assert "Choose the activity" in opened.summary.accessibleName()
    qtbot.keyClick(opened.activity, Qt.Key.Key_B)
    type_in(qtbot, opened.start, "11:00")
    qtbot.waitUntil(lambda: "Koffieochtend" in opened.warning.text(), timeout=3000)
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    settle()
    assert (
        len(planned.schedule.calendar(Period(datetime.date(2026, 9, 8), datetime.date(2026, 9, 8))))
        == 2
    )


# Out of the house.


def test_a_calendar_file_is_saved(
    qtbot: QtBot,
    month: ActivitiesPage,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "agenda.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(path), ""))
    qtbot.mouseClick(month.calendar.export, LEFT)
    opened = form(qtbot, CalendarExport)
    settle()
    assert opened.what.count() == 2
    type_in(qtbot, opened.last, "14-9-2026")
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 2


def test_series_that_go_on_are_planned_into_the_season_that_is_looked_at(
    qtbot: QtBot, month: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    activity = planned.activities.save(Activity(name="Inloop"))
    rule = Repeat(weekdays=(4,)).rule
    planned.schedule.save_series(Series(activity_id=activity, rule=rule, first_day=TODAY))
    settle()
    settle()
    assert not month.calendar.extend.isVisible()
    before = len(all_sessions(planned))
    month.calendar.show_day(datetime.date(2027, 10, 1))
    settle()
    settle()
    assert month.calendar.unplanned.text().endswith("31 August 2028.")
    qtbot.mouseClick(month.calendar.extend, LEFT)
    settle()
    settle()
    assert len(all_sessions(planned)) > before + 10
    assert not month.calendar.extend.isVisible()


def test_a_day_with_many_meetings_shows_a_few_and_the_rest_when_asked(
    qtbot: QtBot, month: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    for number in range(8):
        activity = planned.activities.save(Activity(name=f"Zaal {number}"))
        planned.schedule.save(Session(activity_id=activity, day=TODAY, starts_at=TEN))
    settle()
    settle()
    panel = month.calendar.panel
    assert panel.more.text() == "Show 3 more meetings"
    qtbot.mouseClick(panel.more, LEFT)
    assert not panel.more.isVisible()
    qtbot.waitUntil(lambda: button_of(month, "Change: Zaal 7").isVisible())
