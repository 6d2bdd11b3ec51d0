# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar and the planning of activities, on the real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import (
    Activity,
    HeadCount,
    Series,
    Session,
    SessionState,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import CalendarSession, ClosingDay
from buurthuis_admin.domain.series import Repeat, Scope
from buurthuis_admin.gui.models.calendar import CalendarModel, Day
from buurthuis_admin.gui.pages.activities import ActivitiesPage, View
from buurthuis_admin.gui.pages.activity_detail import Part
from buurthuis_admin.gui.pages.activity_form import ActivityForm
from buurthuis_admin.gui.pages.calendar import Span, period_of, turned
from buurthuis_admin.gui.pages.calendar_export import CalendarExport
from buurthuis_admin.gui.pages.cancel_form import CancelForm
from buurthuis_admin.gui.pages.series_fields import Kind
from buurthuis_admin.gui.pages.series_form import End, SeriesForm
from buurthuis_admin.gui.pages.session_form import SessionForm
from buurthuis_admin.gui.places import ACTIVITIES
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.calendar_cells import lines
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.schedule import ScheduleService

Settle = Callable[[], None]
Form = TypeVar("Form", bound=QWidget)
TODAY = datetime.date(2026, 9, 2)  # a Wednesday
DAY = datetime.timedelta(days=1)
TEN, TWELVE = datetime.time(10), datetime.time(12)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def real(real: Administration) -> Administration:
    """It is always the same day."""
    real.__dict__["schedule"] = ScheduleService(real._file, real.changed, lambda: TODAY)
    return real


@pytest.fixture
def coffee(real: Administration) -> int:
    """Coffee on five Tuesdays from 1 September 2026."""
    activity = real.activities.save(Activity(name="Koffieochtend", room="Grote zaal"))
    rule = Repeat(weekdays=(1,), until=datetime.date(2026, 9, 29)).rule
    first = datetime.date(2026, 9, 1)
    real.schedule.save_series(
        Series(activity_id=activity, rule=rule, first_day=first, starts_at=TEN, ends_at=TWELVE)
    )
    return activity


@pytest.fixture
def page(coffee: int, real_shell: Shell, settle: Settle) -> ActivitiesPage:
    real_shell.go_to(ACTIVITIES)
    settle()
    settle()
    found = real_shell.page(ACTIVITIES)
    assert isinstance(found, ActivitiesPage)
    found.focus_first()
    return found


@pytest.fixture
def month(page: ActivitiesPage, qtbot: QtBot, settle: Settle) -> ActivitiesPage:
    qtbot.mouseClick(page.views.chip(View.MONTH), LEFT)
    settle()
    page.focus_first()
    return page


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
    qtbot: QtBot, page: ActivitiesPage, settle: Settle
) -> None:
    qtbot.mouseClick(page.views.chip(View.WEEK), LEFT)
    settle()
    calendar = page.calendar
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
    month: ActivitiesPage, real: Administration, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    asked: list[Period] = []
    before = real.schedule.calendar

    def watch(period: Period, activity_id: int | None = None) -> list[CalendarSession]:
        asked.append(period)
        return before(period, activity_id)

    monkeypatch.setattr(real.schedule, "calendar", watch)
    month.calendar.refresh()
    settle()
    assert asked == [Period(datetime.date(2026, 8, 31), datetime.date(2026, 10, 4))]


# Moving.


def test_a_meeting_is_dragged_to_another_day(
    qtbot: QtBot, month: ActivitiesPage, real: Administration, settle: Settle
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
    assert days(real) == ["09-01", "09-10", "09-15", "09-22", "09-29"]
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
    qtbot: QtBot, month: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    grid = month.calendar.grid
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    change = QApplication.focusWidget()
    assert isinstance(change, QPushButton)
    assert change.accessibleName() == "Change: Koffieochtend"
    qtbot.keyClick(change, Qt.Key.Key_Space)
    opened = form(qtbot, SessionForm)
    assert opened.day.hasFocus()
    type_in(qtbot, opened.day, "10 september 2026")
    opened.save.setFocus()
    qtbot.keyClick(opened.save, Qt.Key.Key_Space)
    settle()
    assert days(real) == ["09-01", "09-10", "09-15", "09-22", "09-29"]


def test_this_and_following_by_mouse_leaves_what_was_held(
    qtbot: QtBot, month: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    held = all_sessions(real)[3].id
    real.activities.set_head_count(HeadCount(session_id=held, number=4))
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
    assert [(s.starts_at, s.ends_at, s.room) for s in all_sessions(real)] == [
        (TEN, TWELVE, "Grote zaal"),
        (TEN, TWELVE, "Grote zaal"),
        (one, half_past, "Keuken"),
        (TEN, TWELVE, "Grote zaal"),
        (one, half_past, "Keuken"),
    ]


def test_it_does_not_go_on_with_a_reason_and_goes_on_after_all(
    qtbot: QtBot, month: ActivitiesPage, real: Administration, settle: Settle
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
    cancelled = all_sessions(real)[2]
    assert (cancelled.state, cancelled.reason) == (SessionState.CANCELLED, "Geen koffie 😢")
    qtbot.mouseClick(button_of(month, "Goes on after all"), LEFT)
    settle()
    assert all_sessions(real)[2].state is SessionState.PLANNED


def test_a_room_that_is_in_use_is_told_and_kept_all_the_same(
    qtbot: QtBot, month: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    real.activities.save(Activity(name="Bingo", room="grote zaal"))
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
        len(real.schedule.calendar(Period(datetime.date(2026, 9, 8), datetime.date(2026, 9, 8))))
        == 2
    )


# Series.


@pytest.fixture
def bingo(page: ActivitiesPage, real: Administration, settle: Settle) -> ActivitiesPage:
    """Another activity, without a series, on the part with the planning."""
    activity = real.activities.save(Activity(name="Bingo"))
    settle()
    page.show_activity(activity)
    settle()
    settle()
    page.detail.show_part(Part.PLANNING)
    settle()
    return page


def test_a_series_by_mouse_with_what_it_gives_told_before(
    qtbot: QtBot, bingo: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    closing = ClosingDay(
        name="Schoonmaak", first_day=datetime.date(2026, 9, 10), last_day=datetime.date(2026, 9, 10)
    )
    real.centre_lists.save_closing_day(closing)
    qtbot.mouseClick(bingo.detail.planning_part.plan, LEFT)
    opened = form(qtbot, SeriesForm)
    opened.repeat.kind.choose((Kind.WEEKDAY, 1))
    opened.repeat.nth.choose(2)
    opened.repeat.weekday.choose(3)
    opened.end.choose(End.TIMES)
    type_in(qtbot, opened.times, "3")
    qtbot.waitUntil(lambda: "3 meetings" in opened.preview.text(), timeout=3000)
    assert "Schoonmaak (10 Sept 2026)" in opened.preview.text()
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    settle()
    assert [f"{one.day:%m-%d}" for one in all_sessions(real) if one.activity == "Bingo"] == [
        "10-08",
        "11-12",
        "12-10",
    ]


def test_a_series_by_keyboard(
    qtbot: QtBot, bingo: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    plan = bingo.detail.planning_part.plan
    plan.setFocus()
    qtbot.keyClick(plan, Qt.Key.Key_Space)
    opened = form(qtbot, SeriesForm)
    assert opened.repeat.kind.hasFocus()
    qtbot.keyClick(opened.repeat.kind, Qt.Key.Key_Down)  # every other week
    type_in(qtbot, opened.start, "14.00")
    opened.end.setFocus()
    qtbot.keyClick(opened.end, Qt.Key.Key_Down)  # up to and including a day
    type_in(qtbot, opened.until, "30-9-2026")
    opened.save.setFocus()
    qtbot.keyClick(opened.save, Qt.Key.Key_Space)
    settle()
    settle()
    found = [one for one in all_sessions(real) if one.activity == "Bingo"]
    assert [f"{one.day:%m-%d %H}" for one in found] != []
    assert [(f"{one.day:%m-%d}", one.starts_at) for one in found] == [
        ("09-02", datetime.time(14)),
        ("09-16", datetime.time(14)),
        ("09-30", datetime.time(14)),
    ]


def test_what_is_not_right_with_a_series_is_told_at_once_and_kept(
    qtbot: QtBot, bingo: ActivitiesPage, real: Administration
) -> None:
    qtbot.mouseClick(bingo.detail.planning_part.plan, LEFT)
    opened = form(qtbot, SeriesForm)
    for box in opened.repeat.days:
        box.setChecked(False)
    type_in(qtbot, opened.start, "12:00")
    type_in(qtbot, opened.stop, "11:00")
    opened.end.choose(End.DAY)
    type_in(qtbot, opened.until, "1-9-2026")
    qtbot.mouseClick(opened.save, LEFT)
    told = opened.summary.accessibleName()
    assert "3 things are not right" in told
    assert "Choose at least one day of the week." in told
    assert "The end lies before the start." in told
    assert "The last day lies before the first day." in told
    assert opened.stop.text() == "11:00"
    links = opened.summary.findChildren(QPushButton)
    qtbot.mouseClick(next(one for one in links if "end lies" in one.text()), LEFT)
    assert opened.stop.hasFocus()
    opened.reject()
    assert not [one for one in all_sessions(real) if one.activity == "Bingo"]


def test_29_february_is_said_in_a_sentence(qtbot: QtBot, bingo: ActivitiesPage) -> None:
    qtbot.mouseClick(bingo.detail.planning_part.plan, LEFT)
    opened = form(qtbot, SeriesForm)
    opened.repeat.kind.choose((Kind.YEAR, 1))
    type_in(qtbot, opened.first, "29-2-2028")
    qtbot.waitUntil(lambda: "leap years only" in opened.preview.text(), timeout=3000)
    opened.reject()


def test_a_series_is_changed_and_stopped(
    qtbot: QtBot, page: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    page.detail.show_part(Part.PLANNING)
    settle()
    part = page.detail.planning_part
    change = next(b for b in part.findChildren(QPushButton) if b.text() == "Change series")
    qtbot.mouseClick(change, LEFT)
    opened = form(qtbot, SeriesForm)
    opened.repeat.days[1].setChecked(False)
    opened.repeat.days[4].setChecked(True)
    type_in(qtbot, opened.first, "15-9-2026")
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    settle()
    assert days(real) == ["09-01", "09-08", "09-18", "09-25"]
    stops = [b for b in part.findChildren(QPushButton) if b.text() == "Stop series"]
    qtbot.keyClick(stops[-1], Qt.Key.Key_Space)
    settle()
    assert days(real) == ["09-01", "09-08"]


# Activities.


def test_a_new_activity_leads_to_its_planning(
    qtbot: QtBot, page: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    qtbot.mouseClick(page.new, LEFT)
    opened = form(qtbot, ActivityForm)
    type_in(qtbot, opened.name, "a" * 300)
    type_in(qtbot, opened.capacity, "veel")
    qtbot.mouseClick(opened.save, LEFT)
    assert "This is 300 signs long" in opened.summary.accessibleName()
    assert "whole number of 1 or more" in opened.summary.accessibleName()
    type_in(qtbot, opened.name, "koffieochtend")
    type_in(qtbot, opened.capacity, "12")
    type_in(qtbot, opened.contribution, "12,50")
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    assert "There already is an activity" in opened.summary.accessibleName()
    type_in(qtbot, opened.name, "Schaken ♞ مرحبا")
    opened.save.setFocus()
    qtbot.keyClick(opened.save, Qt.Key.Key_Space)
    settle()
    settle()
    kept = next(one for one in real.activities.all() if one.capacity == 12)
    assert kept.name == "Schaken ♞ مرحبا"
    assert page.detail.name.text() == kept.name
    assert page.detail.parts.current is Part.PLANNING


def test_an_activity_goes_into_the_archive_and_comes_back(
    qtbot: QtBot, page: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    qtbot.mouseClick(page.detail.archive, LEFT)
    settle()
    settle()
    assert real.activities.all()[0].archived
    assert page.nothing.isVisible()
    qtbot.mouseClick(page.groups.chip(True), LEFT)
    settle()
    assert page.table.isVisible()
    page.detail.archive.setFocus()
    qtbot.keyClick(page.detail.archive, Qt.Key.Key_Space)
    settle()
    settle()
    assert not real.activities.all()[0].archived


def test_an_activity_is_found_however_it_is_typed(
    qtbot: QtBot, page: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    real.activities.save(Activity(name="Taalcafé"))
    settle()
    settle()
    page.focus_search()
    QTest.keyClicks(page.search, "cafe")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert [row.name for row in page.model.rows] == ["Taalcafé"]


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


def test_a_meeting_of_the_list_is_changed_from_there(
    qtbot: QtBot, page: ActivitiesPage, real: Administration, settle: Settle
) -> None:
    assert page.detail.model.rowCount() == 5
    qtbot.mouseClick(page.detail.change_meeting, LEFT)
    opened = form(qtbot, SessionForm)
    opened.remark.setPlainText("Met muziek")
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    assert sum(one.remark == "Met muziek" for one in all_sessions(real)) == 1


def test_what_was_planned_is_undone_in_one_step(
    bingo: ActivitiesPage, real: Administration, settle: Settle, window: MainWindow
) -> None:
    activity = next(one.id for one in real.activities.all() if one.name == "Bingo")
    rule = Repeat(weekdays=(4,)).rule
    real.schedule.save_series(Series(activity_id=activity, rule=rule, first_day=TODAY))
    settle()
    assert len(all_sessions(real)) > 40
    assert window.shell is not None
    window.shell.undoing.undo()
    settle()
    settle()
    assert len(all_sessions(real)) == 5
    assert real.schedule.series_of(activity or 0) == []
    loose = Session(activity_id=activity, day=TODAY)
    assert real.schedule.save(loose) > 0
