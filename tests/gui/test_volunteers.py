# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Volunteers in a real administration: hours by keyboard, allowance by mouse."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.allowances import AllowanceState
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.helping import HelpState, NeighbourHelp
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail, Volunteer
from buurthuis_admin.gui.pages.allowance_forms import AllowanceForm, MaximaForm
from buurthuis_admin.gui.pages.neighbour_help import HelpedForm, HelpPart, NoteForm
from buurthuis_admin.gui.pages.volunteer_form import VolunteerForm
from buurthuis_admin.gui.pages.volunteer_hours import HoursPart
from buurthuis_admin.gui.pages.volunteer_list import VolunteersPart
from buurthuis_admin.gui.pages.volunteers import Part, VolunteersPage
from buurthuis_admin.gui.places import VOLUNTEERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]


def volunteer(real: Administration, first: str, last: str) -> int:
    person = Person(name=PersonName(first=first, last=last))
    made = Volunteer(tasks="Bar", since=PartialDate(2020))
    return real.members.save(PersonDetail(person=person, volunteer=made))


@pytest.fixture
def first_page() -> str:
    return VOLUNTEERS


@pytest.fixture
def page(real: Administration, real_shell: Shell, settle: Settle) -> VolunteersPage:
    """The page, with two volunteers and an activity."""
    volunteer(real, "Ans", "Bakker")
    volunteer(real, "Jan", "Vos")
    real.activities.save(Activity(name="Koffieochtend"))
    real_shell.go_to(VOLUNTEERS)
    settle()
    settle()
    found = real_shell.page(VOLUNTEERS)
    assert isinstance(found, VolunteersPage)
    found.focus_first()
    return found


def hours_part(page: VolunteersPage, settle: Settle) -> HoursPart:
    page.show_part(Part.HOURS)
    settle()
    part = page.part(Part.HOURS)
    assert isinstance(part, HoursPart)
    return part


def type_in(qtbot: QtBot, text: str, *keys: Qt.Key) -> None:
    """Into whatever has the focus."""
    for sign in text:
        qtbot.keyClicks(QApplication.focusWidget(), sign)
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_in_a_narrow_window_other_columns_give_way_to_the_names(
    qtbot: QtBot, page: VolunteersPage, settle: Settle
) -> None:
    part = page.part(Part.VOLUNTEERS)
    assert isinstance(part, VolunteersPart)
    table = part.table
    settle()
    page.window().resize(900, 700)
    qtbot.waitUntil(lambda: table.width() < 660)
    assert table.columnWidth(0) > 150
    assert table.chosen_columns == list(range(6))  # all of them are printed


def test_hours_of_two_people_are_typed_without_leaving_the_row(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle, qtlog: Any
) -> None:
    entry = hours_part(page, settle).entry
    entry.name.setFocus()
    with qtlog.disabled():  # the list of names: without a screen nothing can be raised
        type_in(qtbot, "Ans Bakker", Qt.Key.Key_Tab)
    entry.day.selectAll()
    type_in(qtbot, "7-3-2026", Qt.Key.Key_Tab)
    type_in(qtbot, "2,5", Qt.Key.Key_Tab)
    type_in(qtbot, "Koffieochtend", Qt.Key.Key_Return)
    settle()
    assert QApplication.focusWidget() is entry.name
    with qtlog.disabled():
        type_in(qtbot, "Jan Vos", Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    type_in(qtbot, "1:30", Qt.Key.Key_Return)
    settle()
    day = PartialDate(2026, 3, 7)
    assert [(row.name, row.day, row.hours, row.what) for row in real.volunteers.last_hours()] == [
        ("Jan Vos", day, Decimal("1.5"), "Koffieochtend"),
        ("Ans Bakker", day, Decimal("2.5"), "Koffieochtend"),
    ]


def test_a_name_that_is_nobody_is_told_and_what_was_typed_stays(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    entry = hours_part(page, settle).entry
    entry.name.setText("Piet Snot")
    entry.hours.setText("30")
    qtbot.mouseClick(entry.keep, Qt.MouseButton.LeftButton)
    assert "24" in entry.told.text()
    assert QApplication.focusWidget() is entry.hours
    entry.hours.setText("3")
    qtbot.mouseClick(entry.keep, Qt.MouseButton.LeftButton)
    settle()
    assert "Piet Snot" in entry.told.text()
    assert (entry.name.text(), entry.hours.text()) == ("Piet Snot", "3")
    assert real.volunteers.last_hours() == []


def test_a_row_is_taken_away_by_mouse(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    part = hours_part(page, settle)
    part.entry.name.setText("Ans Bakker")
    part.entry.hours.setText("3")
    qtbot.mouseClick(part.entry.keep, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert len(real.volunteers.last_hours()) == 1
    qtbot.mouseClick(part.remove, Qt.MouseButton.LeftButton)
    settle()
    assert real.volunteers.last_hours() == []


def list_part(page: VolunteersPage) -> VolunteersPart:
    part = page.part(Part.VOLUNTEERS)
    assert isinstance(part, VolunteersPart)
    return part


def test_an_allowance_is_kept_by_mouse_and_the_warning_is_told(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    part = list_part(page)
    part.table.selectRow(0)
    qtbot.mouseClick(part.pay, Qt.MouseButton.LeftButton)
    settle()
    form = page.window().findChild(AllowanceForm)
    assert form is not None
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    form.amount.setText("200")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    settle()
    settle()
    year = datetime.date.today().year  # noqa: DTZ011
    ans = real.volunteers.of_year(year)[0]
    assert (ans.name, ans.allowance.month) == ("Ans Bakker", Decimal(200))
    assert ans.allowance.state is AllowanceState.NEAR
    assert "near" in part.told.text()


def test_a_volunteer_is_added_by_keyboard_with_a_certificate_and_that_can_be_undone(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    real.members.save(PersonDetail(person=Person(name=PersonName(first="Els", last="Aarts"))))
    year = real.volunteers.day().year
    part = list_part(page)
    part.add.setFocus()
    type_in(qtbot, "", Qt.Key.Key_Space)
    form = page.window().findChild(VolunteerForm)
    assert form is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.name)
    type_in(qtbot, "Ans Bakker", Qt.Key.Key_Return)
    settle()
    assert "already" in form.summary.accessibleName()
    form.name.setText("Els Aarts")
    type_in(qtbot, "", Qt.Key.Key_Tab)
    form.tasks.setFocus()
    type_in(qtbot, "Garden", Qt.Key.Key_Tab)
    type_in(qtbot, "2024", Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    type_in(qtbot, "3-4-2026", Qt.Key.Key_Tab)
    type_in(qtbot, "3-4-2029", Qt.Key.Key_Return)
    settle()
    settle()
    (els,) = [row for row in real.volunteers.of_year(year) if row.name == "Els Aarts"]
    assert (els.tasks, els.since) == ("Garden", PartialDate(2024))
    assert (els.vog_seen_on, els.vog_valid_until) == (
        datetime.date(2026, 4, 3),
        datetime.date(2029, 4, 3),
    )
    assert part.model.rows[0].name == "Els Aarts"
    real.history.undo()
    assert len(real.volunteers.of_year(year)) == 2


def test_the_certificate_of_a_volunteer_is_changed_by_mouse_and_the_rest_stays(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    part = list_part(page)
    part.table.selectRow(0)
    qtbot.mouseClick(part.change, Qt.MouseButton.LeftButton)
    form = page.window().findChild(VolunteerForm)
    assert form is not None
    form.valid.setText("3-4-2029")
    form.until.setText("2019")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    assert "before the start" in form.summary.accessibleName()
    form.until.clear()
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    settle()
    ans = real.volunteers.of_year(real.volunteers.day().year)[0]
    assert (ans.tasks, ans.since) == ("Bar", PartialDate(2020))
    assert ans.vog_valid_until == datetime.date(2029, 4, 3)


def test_the_maxima_of_this_year_are_filled_in_by_keyboard(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    part = list_part(page)
    part.maxima.setFocus()
    type_in(qtbot, "", Qt.Key.Key_Space)
    settle()
    form = page.window().findChild(MaximaForm)
    assert form is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.hour)
    form.hour.selectAll()
    type_in(qtbot, "5,75", Qt.Key.Key_Return)
    settle()
    newest = real.volunteers.maxima()[0]
    year = datetime.date.today().year  # noqa: DTZ011
    assert (newest.year, newest.hour, newest.month) == (year, Decimal("5.75"), Decimal(210))


def help_part(page: VolunteersPage, settle: Settle) -> HelpPart:
    page.show_part(Part.HELP)
    settle()
    part = page.part(Part.HELP)
    assert isinstance(part, HelpPart)
    return part


def test_a_request_is_noted_by_keyboard(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    part = help_part(page, settle)
    part.new.setFocus()
    type_in(qtbot, "", Qt.Key.Key_Space)
    form = page.window().findChild(NoteForm)
    assert form is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.name)
    type_in(qtbot, "Ans Bakker", Qt.Key.Key_Tab)
    type_in(qtbot, "Boodschappen", Qt.Key.Key_Return)
    settle()
    (one,) = real.neighbour_help.all()
    assert (one.name, one.what, one.state) == ("Ans Bakker", "Boodschappen", HelpState.OPEN)


def test_neighbour_help_is_found_by_state_and_by_words(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    today = real.volunteers.day()
    for what, name in (("Boodschappen", "Ans Bakker"), ("Een café-lamp", "Jan Vos")):
        real.neighbour_help.note(NeighbourHelp(person_id=None, what=what, day=today), name)
    real.neighbour_help.close(real.neighbour_help.all()[1])
    part = help_part(page, settle)
    settle()
    assert [part.chips.chip(key).text()[-2:] for key in (None, *HelpState)] == [
        " 2",
        " 1",
        " 0",
        " 1",
    ]
    qtbot.mouseClick(part.chips.chip(HelpState.CLOSED), Qt.MouseButton.LeftButton)
    assert [one.what for one in part.model.rows] == ["Boodschappen"]
    part.search.setFocus()
    type_in(qtbot, "vos cafe", Qt.Key.Key_Return)
    assert part.model.rows == []
    assert "found" in part.nothing.text()
    qtbot.mouseClick(part.chips.chip(None), Qt.MouseButton.LeftButton)
    assert [one.name for one in part.model.rows] == ["Jan Vos"]


def test_who_helped_is_kept_by_mouse_and_nobody_helps_themselves(
    qtbot: QtBot, real: Administration, page: VolunteersPage, settle: Settle
) -> None:
    today = real.volunteers.day()
    asked = NeighbourHelp(person_id=None, what="Boodschappen", day=today)
    real.neighbour_help.note(asked, "Ans Bakker")
    part = help_part(page, settle)
    settle()
    qtbot.mouseClick(part.helped, Qt.MouseButton.LeftButton)
    form = page.window().findChild(HelpedForm)
    assert form is not None
    form.name.setText("Ans Bakker")
    form.hours.setText("1:30")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    settle()
    assert form.isVisible()
    assert "same person" in form.name.accessibleDescription()
    form.name.setText("Jan Vos")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    settle()
    (one,) = real.neighbour_help.all()
    assert (one.state, one.others, one.hours) == (HelpState.HELPED, "Jan Vos", Decimal("1.5"))
