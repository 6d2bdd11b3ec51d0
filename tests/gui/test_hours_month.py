# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month of hours filled in as a spreadsheet, on a real administration."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import Person, PersonDetail, Volunteer, VolunteerHours
from buurthuis_admin.gui.models.hours_cells import HoursCells
from buurthuis_admin.gui.pages.attendance_forms import ShortForm
from buurthuis_admin.gui.pages.hours_month import HoursMonthPart
from buurthuis_admin.gui.pages.volunteers import Part, VolunteersPage
from buurthuis_admin.gui.places import VOLUNTEERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.hours_months import read_hours

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")
MONTH = datetime.date(2026, 3, 1)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def first_page() -> str:
    return VOLUNTEERS


@pytest.fixture
def part(qtbot: QtBot, real: Administration, real_shell: Shell, settle: Settle) -> HoursMonthPart:
    """Anna, Bert (twice on 2 March) and Cor, in March."""
    for name in ("Anna Bos", "Bert Dekker", "Cor Evers"):
        person = Person(name=parse_name(name))
        real.members.save(PersonDetail(person=person, volunteer=Volunteer(tasks="Bar")))
    bert = real.volunteers.find("Bert Dekker")
    for what in ("Bar", "Tuin"):
        day = PartialDate(2026, 3, 2)
        real.volunteers.add_hours(VolunteerHours(person_id=bert, day=day, hours=Decimal(1)), what)
    real_shell.go_to(VOLUNTEERS)
    page = real_shell.page(VOLUNTEERS)
    assert isinstance(page, VolunteersPage)
    settle()
    qtbot.mouseClick(page.chips.chip(Part.MONTH), Qt.MouseButton.LeftButton)
    made = page.part(Part.MONTH)
    assert isinstance(made, HoursMonthPart)
    made.show_month(MONTH)
    settle()
    made.table.setFocus()
    return made


def kept(real: Administration, settle: Settle) -> dict[tuple[str, int], Decimal]:
    settle()
    settle()
    grid = real.volunteers.months.grid(MONTH)
    names = {one.id: one.name.split(",")[0] for one in grid.people}
    return {(names[person], day.day): hours for (person, day), hours in grid.hours.items()}


def write(qtbot: QtBot, part: HoursMonthPart, text: str) -> None:
    """Type in the cell that is chosen, and Enter."""
    qtbot.keyClicks(part.table, text[0])
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(part.table.hasFocus)  # Qt keeps and closes the cell after the key


def test_by_keyboard_as_a_spreadsheet(
    qtbot: QtBot, part: HoursMonthPart, real: Administration, settle: Settle
) -> None:
    write(qtbot, part, "2,5")
    assert part.table.currentIndex().row() == 1
    qtbot.keyClick(part.table, Qt.Key.Key_Down)
    write(qtbot, part, "1:30")
    both = {("Dekker", 2): Decimal(2)}
    assert kept(real, settle) == {
        ("Bos", 1): Decimal("2.5"),
        ("Evers", 1): Decimal("1.5"),
        **both,
    }
    assert part.cells.headerData(0, Qt.Orientation.Vertical) == "Bos, Anna  ·  2,50"
    qtbot.keyClick(part.table, Qt.Key.Key_Up, CTRL)
    qtbot.keyClick(part.table, Qt.Key.Key_Down, CTRL | SHIFT)
    qtbot.keyClick(part.table, Qt.Key.Key_Delete)
    assert kept(real, settle) == both
    qtbot.keyClick(part.table, Qt.Key.Key_Z, CTRL)
    assert len(kept(real, settle)) == 3


def test_what_is_being_typed_outlives_what_is_read_meanwhile(
    qtbot: QtBot, part: HoursMonthPart, real: Administration, settle: Settle
) -> None:
    """What was written before is read again when it is kept: on a stick that takes a while."""
    qtbot.keyClicks(part.table, "1")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    part.refresh()
    settle()
    assert editor.text() == "1"
    qtbot.keyClicks(editor, ":30")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert kept(real, settle)["Bos", 1] == Decimal("1.5")


def test_what_is_no_number_of_hours_stays_in_its_cell_and_is_told(
    qtbot: QtBot, part: HoursMonthPart, real: Administration, settle: Settle
) -> None:
    write(qtbot, part, "25")
    assert (
        part.told.text() == "“25” (Bos, Anna, 1 mrt 2026) is geen aantal uren. "
        "Schrijf 2, 2,5 of 2:30, en niet meer dan 24."
    )
    first = part.cells.index(0, 0)
    assert first.data() == "25"
    assert "niet begrepen" in first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("Bos", 1) not in kept(real, settle)
    part.table.go_to(0, 0)
    qtbot.keyClick(part.table, Qt.Key.Key_Delete)
    assert first.data() == ""


def test_a_cell_of_several_entries_is_left_alone(
    qtbot: QtBot, part: HoursMonthPart, real: Administration, settle: Settle
) -> None:
    part.table.go_to(1, 1)
    qtbot.keyClicks(part.table, "5")
    qtbot.keyClick(part.table, Qt.Key.Key_Delete)
    assert kept(real, settle) == {("Dekker", 2): Decimal(2)}


def test_from_and_to_excel_is_one_change_with_an_account(
    qtbot: QtBot, part: HoursMonthPart, real: Administration, settle: Settle
) -> None:
    changes = real.history.count()
    QGuiApplication.clipboard().setText("1\t2,5\r\n3\tveel\r\n4\t5\r\n6\r\n")
    part.table.go_to(0, 0)
    qtbot.keyClick(part.table, Qt.Key.Key_V, CTRL)
    assert kept(real, settle) == {
        ("Bos", 1): Decimal(1),
        ("Bos", 2): Decimal("2.5"),
        ("Dekker", 1): Decimal(3),
        ("Dekker", 2): Decimal(2),
        ("Evers", 1): Decimal(4),
        ("Evers", 2): Decimal(5),
    }
    assert real.history.count() == changes + 1
    assert part.told.text() == (
        "5 vakjes gewijzigd. 1 niet begrepen en gelaten zoals het was: “veel” (Dekker, Bert, "
        "2 mrt 2026). 1 viel buiten de maand of onder de laatste rij."
    )
    part.table.go_to(0, 0)
    qtbot.keyClick(part.table, Qt.Key.Key_Right, SHIFT)
    qtbot.mouseClick(part.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "1\t2,50\n"


def test_an_entry_keeps_its_task_when_its_hours_are_changed(
    qtbot: QtBot, part: HoursMonthPart, real: Administration, settle: Settle
) -> None:
    anna = real.volunteers.find("Anna Bos")
    entry = VolunteerHours(person_id=anna, day=PartialDate(2026, 3, 1), hours=Decimal(1))
    real.volunteers.add_hours(entry, "Tuin")
    settle()
    settle()
    part.table.go_to(0, 0)
    write(qtbot, part, "3")
    assert kept(real, settle)["Bos", 1] == Decimal(3)
    assert (real.volunteers.last_hours()[0].what, len(real.volunteers.last_hours())) == ("Tuin", 3)


def test_somebody_who_is_no_volunteer_gets_a_row(
    qtbot: QtBot, part: HoursMonthPart, real: Administration, settle: Settle
) -> None:
    real.members.save(PersonDetail(person=Person(name=parse_name("Oksana Kovalchuk"))))
    for name in ("Nobody Here", "oksana kovalchuk"):
        qtbot.mouseClick(part.person, Qt.MouseButton.LeftButton)
        form = next(one for one in part.findChildren(ShortForm) if one.isVisible())
        qtbot.keyClicks(form.field, name)
        qtbot.keyClick(form.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not part.findChildren(ShortForm))
        settle()
        assert part.told.isVisible() == (name == "Nobody Here")
        part.told.hide()
    assert (part.table.currentIndex().row(), part.table.currentIndex().column()) == (3, 0)
    real.members.save(PersonDetail(person=Person(name=parse_name("Zeb Dam"))))
    settle()
    assert part.cells.rowCount() == 4  # the row stays until something stands in it
    write(qtbot, part, "4")
    assert kept(real, settle)["Kovalchuk", 1] == Decimal(4)
    assert part.cells.headerData(3, Qt.Orientation.Vertical) == "Kovalchuk, Oksana  ·  4"


def test_the_model_keeps_the_rules_of_qt(part: HoursMonthPart, real: Administration) -> None:
    cells = HoursCells(read_hours)
    tester = QAbstractItemModelTester(cells)
    grid = real.volunteers.months.grid(MONTH)
    cells.show_grid(grid)
    cells.set_cells({(grid.people[0].id, MONTH): Decimal(2)})
    cells.show_grid(real.volunteers.months.grid(MONTH.replace(month=4)))
    cells.show_grid(None)
    assert tester.model() is cells
