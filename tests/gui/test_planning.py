# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities and the series that plan them, on the real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import (
    Activity,
    Series,
    Session,
)
from buurthuis_admin.domain.planning import ClosingDay
from buurthuis_admin.domain.series import Repeat
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.activity_detail import Part
from buurthuis_admin.gui.pages.activity_form import ActivityForm
from buurthuis_admin.gui.pages.series_fields import Kind
from buurthuis_admin.gui.pages.series_form import End, SeriesForm
from buurthuis_admin.gui.pages.session_form import SessionForm
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tests.gui.planned import (
    LEFT,
    TODAY,
    all_sessions,
    days,
    form,
    type_in,
)

Settle = Callable[[], None]


# Series.


@pytest.fixture
def bingo(
    activities_page: ActivitiesPage, planned: Administration, settle: Settle
) -> ActivitiesPage:
    """Another activity, without a series, on the part with the planning."""
    activity = planned.activities.save(Activity(name="Bingo"))
    settle()
    activities_page.show_activity(activity)
    settle()
    settle()
    activities_page.detail.show_part(Part.PLANNING)
    settle()
    return activities_page


def test_a_series_by_mouse_with_what_it_gives_told_before(
    qtbot: QtBot, bingo: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    closing = ClosingDay(
        name="Schoonmaak", first_day=datetime.date(2026, 9, 10), last_day=datetime.date(2026, 9, 10)
    )
    planned.centre_lists.save_closing_day(closing)
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
    assert [f"{one.day:%m-%d}" for one in all_sessions(planned) if one.activity == "Bingo"] == [
        "10-08",
        "11-12",
        "12-10",
    ]


def test_a_series_by_keyboard(
    qtbot: QtBot, bingo: ActivitiesPage, planned: Administration, settle: Settle
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
    found = [one for one in all_sessions(planned) if one.activity == "Bingo"]
    assert [f"{one.day:%m-%d %H}" for one in found] != []
    assert [(f"{one.day:%m-%d}", one.starts_at) for one in found] == [
        ("09-02", datetime.time(14)),
        ("09-16", datetime.time(14)),
        ("09-30", datetime.time(14)),
    ]


def test_what_is_not_right_with_a_series_is_told_at_once_and_kept(
    qtbot: QtBot, bingo: ActivitiesPage, planned: Administration
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
    assert not [one for one in all_sessions(planned) if one.activity == "Bingo"]


def test_29_february_is_said_in_a_sentence(qtbot: QtBot, bingo: ActivitiesPage) -> None:
    qtbot.mouseClick(bingo.detail.planning_part.plan, LEFT)
    opened = form(qtbot, SeriesForm)
    opened.repeat.kind.choose((Kind.YEAR, 1))
    type_in(qtbot, opened.first, "29-2-2028")
    qtbot.waitUntil(lambda: "leap years only" in opened.preview.text(), timeout=3000)
    opened.reject()


def test_a_series_is_changed_and_stopped(
    qtbot: QtBot, activities_page: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    activities_page.detail.show_part(Part.PLANNING)
    settle()
    part = activities_page.detail.planning_part
    change = next(b for b in part.findChildren(QPushButton) if b.text() == "Change series")
    qtbot.mouseClick(change, LEFT)
    opened = form(qtbot, SeriesForm)
    opened.repeat.days[1].setChecked(False)
    opened.repeat.days[4].setChecked(True)
    type_in(qtbot, opened.first, "15-9-2026")
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    settle()
    assert days(planned) == ["09-01", "09-08", "09-18", "09-25"]
    stops = [b for b in part.findChildren(QPushButton) if b.text() == "Stop series"]
    qtbot.keyClick(stops[-1], Qt.Key.Key_Space)
    settle()
    assert days(planned) == ["09-01", "09-08"]


# Activities.


def test_a_new_activity_leads_to_its_planning(
    qtbot: QtBot, activities_page: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    qtbot.mouseClick(activities_page.new, LEFT)
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
    kept = next(one for one in planned.activities.all() if one.capacity == 12)
    assert kept.name == "Schaken ♞ مرحبا"
    assert activities_page.detail.name.text() == kept.name
    assert activities_page.detail.parts.current is Part.PLANNING


def test_an_activity_goes_into_the_archive_and_comes_back(
    qtbot: QtBot, activities_page: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    qtbot.mouseClick(activities_page.detail.archive, LEFT)
    settle()
    settle()
    assert planned.activities.all()[0].archived
    assert activities_page.nothing.isVisible()
    qtbot.mouseClick(activities_page.groups.chip(True), LEFT)
    settle()
    assert activities_page.table.isVisible()
    activities_page.detail.archive.setFocus()
    qtbot.keyClick(activities_page.detail.archive, Qt.Key.Key_Space)
    settle()
    settle()
    assert not planned.activities.all()[0].archived


def test_an_activity_is_found_however_it_is_typed(
    qtbot: QtBot, activities_page: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    planned.activities.save(Activity(name="Taalcafé"))
    settle()
    settle()
    activities_page.focus_search()
    QTest.keyClicks(activities_page.search, "cafe")
    qtbot.keyClick(activities_page.search, Qt.Key.Key_Return)
    assert [row.name for row in activities_page.model.rows] == ["Taalcafé"]


def test_a_meeting_of_the_list_is_changed_from_there(
    qtbot: QtBot, activities_page: ActivitiesPage, planned: Administration, settle: Settle
) -> None:
    assert activities_page.detail.model.rowCount() == 5
    qtbot.mouseClick(activities_page.detail.change_meeting, LEFT)
    opened = form(qtbot, SessionForm)
    opened.remark.setPlainText("Met muziek")
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    assert sum(one.remark == "Met muziek" for one in all_sessions(planned)) == 1


def test_what_was_planned_is_undone_in_one_step(
    bingo: ActivitiesPage, planned: Administration, settle: Settle, window: MainWindow
) -> None:
    activity = next(one.id for one in planned.activities.all() if one.name == "Bingo")
    rule = Repeat(weekdays=(4,)).rule
    planned.schedule.save_series(Series(activity_id=activity, rule=rule, first_day=TODAY))
    settle()
    assert len(all_sessions(planned)) > 40
    assert window.shell is not None
    window.shell.undoing.undo()
    settle()
    settle()
    assert len(all_sessions(planned)) == 5
    assert planned.schedule.series_of(activity or 0) == []
    loose = Session(activity_id=activity, day=TODAY)
    assert planned.schedule.save(loose) > 0
