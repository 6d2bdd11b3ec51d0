# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of an activity and the lists of the centre, on the real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, Series, SessionState
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.planning import ClosingKind, HelperRole
from buurthuis_admin.domain.series import Repeat
from buurthuis_admin.gui.models.participants import participants_model
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.activity_detail import Part
from buurthuis_admin.gui.pages.activity_people import PeoplePart
from buurthuis_admin.gui.pages.enrolment_forms import ContributionForm, EnrolForm, HelperForm
from buurthuis_admin.gui.pages.pages_dialog import PagesDialog
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.pages.settings_list_forms import ClosingForm, NameForm, RoomForm
from buurthuis_admin.gui.places import ACTIVITIES, SETTINGS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]
Form = TypeVar("Form", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
NAMES = ("Ayşe", "Bram", "Chris", "Dora")


@pytest.fixture
def yoga(real: Administration) -> int:
    """An activity for two, and four people."""
    for one in NAMES:
        name = PersonName(first=one, last="Berg")
        real.members.save(PersonDetail(person=Person(name=name)))
    return real.activities.save(
        Activity(name="Yoga", capacity=2, own_contribution=Decimal("12.50"))
    )


@pytest.fixture
def part(yoga: int, real_shell: Shell, settle: Settle) -> PeoplePart:
    real_shell.go_to(ACTIVITIES)
    settle()
    page = real_shell.page(ACTIVITIES)
    assert isinstance(page, ActivitiesPage)
    page.show_activity(yoga)
    settle()
    settle()
    page.detail.show_part(Part.PEOPLE)
    settle()
    return page.detail.people_part


@pytest.fixture
def full(part: PeoplePart, yoga: int, real: Administration, settle: Settle) -> PeoplePart:
    """Two take part and two wait."""
    for person in range(1, 5):
        real.enrolments.add(yoga, person)
    settle()
    settle()
    settle()
    return part


def form(qtbot: QtBot, kind: type[Form]) -> Form:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), kind))
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


def listed(real: Administration, activity: int) -> list[tuple[str, str]]:
    return [
        (one.name.split()[0], one.state.value) for one in real.enrolments.participants(activity)
    ]


def type_in(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def press(qtbot: QtBot, one: QWidget) -> None:
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Space)


def test_the_model_keeps_to_the_rules_of_qt(qtbot: QtBot, full: PeoplePart) -> None:
    model = participants_model(lambda: None)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(full.model.rows)
    assert model.rowCount() == 4
    assert model.index(2, 1).data() == "Waits, no. 1"
    assert tester is not None


def test_somebody_is_put_on_the_list_by_keyboard(
    qtbot: QtBot, part: PeoplePart, real: Administration, yoga: int, settle: Settle
) -> None:
    press(qtbot, part.add)
    opened = form(qtbot, EnrolForm)
    assert opened.picker.search.hasFocus()
    QTest.keyClicks(opened.picker.search, "berg")
    qtbot.keyClick(opened.picker.search, Qt.Key.Key_Down)
    settle()
    qtbot.keyClick(opened.picker.search, Qt.Key.Key_Down)
    assert opened.picker.table.hasFocus()
    qtbot.keyClick(opened.picker.table, Qt.Key.Key_Return)
    settle()
    settle()
    assert listed(real, yoga) == [("Ayşe", "enrolled")]
    assert part.places.text() == "1 of 2 places taken · 1 still has to pay"


def test_somebody_is_put_on_the_list_by_mouse(
    qtbot: QtBot, part: PeoplePart, real: Administration, yoga: int, settle: Settle
) -> None:
    qtbot.mouseClick(part.add, LEFT)
    opened = form(qtbot, EnrolForm)
    settle()
    qtbot.mouseClick(opened.save, LEFT)
    assert "Choose somebody" in opened.summary.accessibleName()
    table = opened.picker.table
    place = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=place)
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    settle()
    assert listed(real, yoga) == [("Bram", "enrolled")]


def test_nobody_is_put_on_the_list_twice_and_what_was_typed_stays(
    qtbot: QtBot, full: PeoplePart, settle: Settle
) -> None:
    qtbot.mouseClick(full.add, LEFT)
    opened = form(qtbot, EnrolForm)
    QTest.keyClicks(opened.picker.search, "chris")
    qtbot.keyClick(opened.picker.search, Qt.Key.Key_Return)
    settle()
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    assert "is on the list of Yoga already" in opened.summary.accessibleName()
    assert opened.picker.search.text() == "chris"
    opened.reject()


def test_when_somebody_leaves_the_next_one_is_proposed(
    qtbot: QtBot, full: PeoplePart, real: Administration, yoga: int, settle: Settle
) -> None:
    full.table.selectRow(0)
    qtbot.mouseClick(full.remove, LEFT)
    settle()
    settle()
    assert full.proposal is not None
    assert full.proposal.accessibleName() == "Put Chris Berg on the list"
    assert full.proposal.hasFocus()
    qtbot.keyClick(full.proposal, Qt.Key.Key_Space)
    settle()
    settle()
    assert listed(real, yoga) == [
        ("Bram", "enrolled"),
        ("Chris", "enrolled"),
        ("Dora", "waiting"),
    ]
    assert full.proposal is None


def test_the_order_of_who_waits_is_changed_and_kept_chosen(
    qtbot: QtBot, full: PeoplePart, real: Administration, yoga: int, settle: Settle
) -> None:
    full.table.selectRow(3)
    assert full.up.isVisible()
    qtbot.mouseClick(full.up, LEFT)
    settle()
    settle()
    assert [name for name, _state in listed(real, yoga)] == ["Ayşe", "Bram", "Dora", "Chris"]
    assert full.chosen is not None
    assert full.chosen.name == "Dora Berg"
    press(qtbot, full.down)
    settle()
    settle()
    assert [name for name, _state in listed(real, yoga)] == ["Ayşe", "Bram", "Chris", "Dora"]
    qtbot.mouseClick(full.promote, LEFT)
    settle()
    assert ("Dora", "enrolled") in listed(real, yoga)


def test_own_contribution_is_filled_in(
    qtbot: QtBot, full: PeoplePart, real: Administration, yoga: int, settle: Settle
) -> None:
    full.table.selectRow(0)
    full.table.setFocus()
    qtbot.keyClick(full.table, Qt.Key.Key_Return)
    opened = form(qtbot, ContributionForm)
    assert opened.amount.text() == "12.50"
    type_in(opened.amount, "tien")
    type_in(opened.paid_on, "1-1-2999")
    press(qtbot, opened.save)
    assert "2 things are not right" in opened.summary.accessibleName()
    type_in(opened.amount, "10,00")
    type_in(opened.paid_on, "3-4-2026")
    press(qtbot, opened.save)
    settle()
    settle()
    kept = real.enrolments.participants(yoga)[0].contribution
    assert kept is not None
    assert (kept.amount, kept.paid_on) == (Decimal("10.00"), datetime.date(2026, 4, 3))


def test_a_leader_is_added_and_taken_away(
    qtbot: QtBot, part: PeoplePart, real: Administration, yoga: int, settle: Settle
) -> None:
    qtbot.mouseClick(part.add_helper, LEFT)
    opened = form(qtbot, HelperForm)
    QTest.keyClicks(opened.picker.search, "dora")
    qtbot.keyClick(opened.picker.search, Qt.Key.Key_Return)
    settle()
    opened.role.choose(HelperRole.LEADER)
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    settle()
    (helper,) = real.enrolments.helpers(yoga)
    assert (helper.name, helper.role) == ("Dora Berg", HelperRole.LEADER)
    gone = next(
        one
        for one in part.findChildren(QPushButton)
        if one.accessibleName() == "Take away: Dora Berg"
    )
    press(qtbot, gone)
    settle()
    assert real.enrolments.helpers(yoga) == []


def test_the_list_is_saved_as_pdf_and_as_excel(
    qtbot: QtBot,
    full: PeoplePart,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.mouseClick(full.print, LEFT)
    settle()
    (dialog,) = full.findChildren(PagesDialog)
    qtbot.mouseClick(dialog.pages.save, LEFT)
    settle()
    dialog.reject()
    press(qtbot, full.save_excel)
    settle()
    assert asked == ["Participants Yoga.pdf", "Participants Yoga.xlsx"]
    assert (tmp_path / asked[0]).read_bytes().startswith(b"%PDF")
    sheet = openpyxl.load_workbook(tmp_path / asked[1]).active
    assert sheet is not None
    assert sheet.max_row == 5


# The lists in the settings.


@pytest.fixture
def settings(real_shell: Shell, settle: Settle) -> SettingsPage:
    real_shell.go_to(SETTINGS)
    settle()
    page = real_shell.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    return page


def line_button(part: QWidget, name: str) -> QPushButton:
    return next(one for one in part.findChildren(QPushButton) if one.accessibleName() == name)


def test_a_room_is_added_by_keyboard_and_changed_by_mouse(
    qtbot: QtBot, settings: SettingsPage, real: Administration, settle: Settle
) -> None:
    press(qtbot, settings.lists.rooms.add)
    opened = form(qtbot, RoomForm)
    QTest.keyClicks(opened.name, "Zaal 1")
    press(qtbot, opened.save)
    settle()
    settle()
    activity = real.activities.save(Activity(name="Yoga", room="Zaal 1"))
    settle()
    qtbot.mouseClick(line_button(settings.lists.rooms, "Change: Zaal 1"), LEFT)
    changed = form(qtbot, RoomForm)
    type_in(changed.name, "Lindezaal")
    type_in(changed.capacity, "30")
    qtbot.mouseClick(changed.save, LEFT)
    settle()
    settle()
    assert [(one.name, one.capacity) for one in real.centre_lists.rooms()] == [("Lindezaal", 30)]
    assert real.activities.get(activity).room == "Lindezaal"
    press(qtbot, line_button(settings.lists.rooms, "Delete: Lindezaal, 30 people"))
    settle()
    assert real.centre_lists.rooms() == []


def test_a_name_that_is_there_already_is_told_at_its_field(
    qtbot: QtBot, settings: SettingsPage, real: Administration, settle: Settle
) -> None:
    before = real.settings.centre().themes
    qtbot.mouseClick(settings.lists.themes.add, LEFT)
    opened = form(qtbot, NameForm)
    QTest.keyClicks(opened.name, "ontmoeting")
    qtbot.mouseClick(opened.save, LEFT)
    settle()
    assert "is on this list already" in opened.summary.accessibleName()
    type_in(opened.name, "Cultuur")
    press(qtbot, opened.save)
    settle()
    assert real.settings.centre().themes == (*before, "Cultuur")


def test_a_target_group_is_changed_and_deleted(
    qtbot: QtBot, settings: SettingsPage, real: Administration, settle: Settle
) -> None:
    qtbot.mouseClick(line_button(settings.lists.groups, "Change: Ouderen"), LEFT)
    opened = form(qtbot, NameForm)
    type_in(opened.name, "55-plus")
    press(qtbot, opened.save)
    settle()
    settle()
    assert "55-plus" in real.settings.centre().target_groups
    press(qtbot, line_button(settings.lists.groups, "Delete: 55-plus"))
    settle()
    assert "55-plus" not in real.settings.centre().target_groups


def test_closing_days_cancel_what_was_planned_when_asked(
    qtbot: QtBot, settings: SettingsPage, real: Administration, settle: Settle
) -> None:
    activity = real.activities.save(Activity(name="Yoga"))
    first = datetime.date(2026, 3, 2)
    rule = Repeat(weekdays=(0,), until=datetime.date(2026, 3, 23)).rule
    real.schedule.save_series(Series(activity_id=activity, rule=rule, first_day=first))
    press(qtbot, settings.lists.closing.add)
    opened = form(qtbot, ClosingForm)
    type_in(opened.first, "20-3-2026")
    type_in(opened.last, "9-3-2026")
    press(qtbot, opened.save)
    assert "2 things are not right" in opened.summary.accessibleName()
    type_in(opened.name, "Lekkage")
    type_in(opened.first, "9-3-2026")
    type_in(opened.last, "17-3-2026")
    opened.kind.choose(ClosingKind.SCHOOL)
    press(qtbot, opened.cancel_planned)
    press(qtbot, opened.save)
    settle()
    settle()
    (kept,) = real.centre_lists.closing_days()
    assert (kept.name, kept.kind) == ("Lekkage", ClosingKind.SCHOOL)
    states = [one.state for one in real.schedule.calendar(Period.year(2026))]
    planned, cancelled = SessionState.PLANNED, SessionState.CANCELLED
    assert states == [planned, cancelled, cancelled, planned]


def test_a_kind_of_visitor_is_added(
    qtbot: QtBot, settings: SettingsPage, real: Administration, settle: Settle
) -> None:
    qtbot.mouseClick(settings.lists.tallies.add, LEFT)
    opened = form(qtbot, NameForm)
    QTest.keyClicks(opened.name, "kinderen")
    press(qtbot, opened.save)
    settle()
    assert [one.name for one in real.centre_lists.tally_types()] == ["kinderen"]
