# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be is told in one summary whose lines lead to the fields, and nothing is lost."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Series
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.people import MemberFilter, Membership
from buurthuis_admin.domain.privacy import Consent
from buurthuis_admin.domain.series import Repeat
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.members import NumberTaken
from tests.gui.tasks.conftest import NAMES
from tests.gui.tasks.hands import Hands, Keyboard

PAST, LATER = "1-3-2026", "1-4-2026"
TABLE = "Jan\tBos\nPiet\tDam"
LONG = "Wilhelmina " * 30
TABLE_TOLD = "This is a piece of a table. Paste one box of it."
ORDER_TOLD = "The last day lies before the first day."


@pytest.fixture
def hands(real_shell: Shell, settle: Callable[[], None], qtbot: QtBot) -> Hands:
    """The keyboard: what is told does not depend on the hand."""
    made = Keyboard(settle, qtbot)
    made.rest()
    return made


def new_person(hands: Hands) -> None:
    hands.press("New person")


def new_activity(hands: Hands) -> None:
    hands.go("Activities")
    hands.press("New activity")


def new_room(hands: Hands) -> None:
    hands.go("Settings")
    hands.row("Sections of the settings", "Rooms and closing days")
    hands.press("Add room")


def closing(hands: Hands) -> None:
    hands.go("Settings")
    hands.row("Sections of the settings", "Rooms and closing days")
    hands.press("Add days")
    hands.write("Name", "Zomer")


def address(hands: Hands) -> None:
    hands.go("Settings")
    hands.press("Change address and board")


def series(hands: Hands) -> None:
    hands.go("Activities")
    hands.row("List of activities", "Koffie")
    hands.chip("Planning")
    hands.press("Plan a series")


def until_a_day(hands: Hands) -> None:
    series(hands)
    hands.choose("How long it goes on", "Up to and including a day")


def calendar_file(hands: Hands) -> None:
    hands.go("Activities")
    hands.row("List of activities", "Koffie")
    hands.chip("Planning")
    hands.press("Save calendar")


def meeting(hands: Hands) -> None:
    hands.go("Activities")
    hands.chip("Month")
    hands.press("New meeting")


def note(hands: Hands) -> None:
    hands.go("Volunteers")
    hands.chip("Neighbour help")
    hands.press("Write down")


def new_booking(hands: Hands) -> None:
    hands.go("New booking")


def new_name(hands: Hands) -> None:
    hands.go("Attendance")
    hands.row("Meetings", "Koffie")
    hands.press_return()
    hands.press("New name")


def households(hands: Hands) -> None:
    hands.menu("With these people…", "Households by address…")


Open = Callable[[Hands], None]
CASES: list[tuple[Open, dict[str, str], str, str]] = [
    (new_person, {"Date of birth": "3-4-2090"}, "Save", "lies in the future"),
    (new_person, {"Member since": LATER, "Last day of membership": PAST}, "Save", "lies before"),
    (new_person, {"Postcode": "12 ABC"}, "Save", "four digits and two letters"),
    (new_person, {"First name": LONG}, "Save", "signs long"),
    (new_activity, {"Name": LONG}, "Save", "signs long"),
    (new_room, {"Name": LONG}, "Save", "signs long"),
    (closing, {"First day": LATER, "Last day": PAST}, "Save", ORDER_TOLD),
    (until_a_day, {"First day": LATER, "Last day": PAST}, "Save", ORDER_TOLD),
    (calendar_file, {"First day": LATER, "Last day": PAST}, "Save", ORDER_TOLD),
    (series, {"Starts at": "12:00", "Ends at": "10:00"}, "Save", "The end lies before the start."),
    (series, {"First day": "29-2-2027"}, "Save", "Write the date"),
    (meeting, {"Starts at": "12:00", "Ends at": "10:00"}, "Save", "Choose the activity"),
    (address, {"Postcode": "12 ABC"}, "Save", "four digits and two letters"),
]


PASTED: list[tuple[Open, str, str]] = [
    (new_person, "Surname", "Save"),
    (households, "Name of the household", "Make one household"),
    (new_activity, "Name", "Save"),
    (new_activity, "Room", "Save"),
    (new_room, "Name", "Save"),
    (series, "Led by", "Save"),
    (note, "What it is about", "Save"),
    (new_name, "Name", "Add and mark as present"),
    (new_booking, "Description", "Save"),
]


@pytest.mark.parametrize(
    ("open_form", "texts", "save", "told"),
    CASES,
    ids=[f"{case[0].__name__}-{next(iter(case[1]))}" for case in CASES],
)
def test_it_is_told_and_kept(
    hands: Hands, real: Administration, open_form: Open, texts: dict[str, str], save: str, told: str
) -> None:
    before = len(real.history.recent(0, 100))
    open_form(hands)
    for name, text in texts.items():
        hands.write(name, text)
    hands.press(save)
    check_told(hands, told)
    for name, text in texts.items():
        assert hands.seen(QLineEdit, name).text() == text
    assert len(real.history.recent(0, 100)) == before


def check_told(hands: Hands, told: str) -> None:
    """The summary has the focus, and its line leads to the field that says the same."""
    form = hands.window
    assert isinstance(form, FormDialog)
    assert told in form.summary.accessibleName()
    assert form.summary.hasFocus()
    (link, *_) = [one for one in form.summary.findChildren(QPushButton) if told in one.text()]
    hands.press(link.text())
    focus = QApplication.focusWidget()
    assert focus is not None
    while focus is not None and told not in focus.accessibleDescription():
        focus = focus.parentWidget()
    assert focus is not None, "the line leads to another field"


def test_a_table_pasted_into_a_field(hands: Hands, real: Administration) -> None:
    before = len(real.history.recent(0, 100))
    for open_form, name, save in PASTED:
        open_form(hands)
        _paste(hands, name)
        hands.press(save)
        check_told(hands, TABLE_TOLD)
        hands.window.close()
        hands.rest()
    assert len(real.history.recent(0, 100)) == before


def test_a_table_pasted_where_there_is_no_summary(hands: Hands, real: Administration) -> None:
    before = len(real.history.recent(0, 100))
    hands.go("Volunteers")
    hands.chip("Hours")
    hands.write("Name", "Dora Evers")
    hands.write("Hours", "2")
    _paste(hands, "Activity or task")
    hands.press("Keep")
    assert hands.reads(TABLE_TOLD)
    hands.go("Settings")
    _paste(hands, "Town")
    hands.press("Save")
    assert hands.reads(TABLE_TOLD)
    assert hands.seen(QLineEdit, "Town").hasFocus()
    assert len(real.history.recent(0, 100)) == before


def _paste(hands: Hands, name: str) -> None:
    hands.write(name, "")
    QApplication.clipboard().setText(TABLE)
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_who_withdraws_agreed_before(hands: Hands, real: Administration) -> None:
    real.privacy.save_consent(
        Consent(person_id=3, purpose="Foto's", given_on=datetime.date(2026, 4, 1))
    )
    hands.row("List of people", "Dam, Cor")
    hands.press("Foto's: given on 1 April 2026")
    hands.write("Taken back on", PAST)
    hands.press("Save")
    check_told(hands, "before")
    assert real.privacy.consents(3)[0].withdrawn_on is None


def test_a_member_number_is_given_once(hands: Hands, real: Administration) -> None:
    first = real.members.detail(1)
    real.members.save(replace(first, memberships=(Membership(number="M-1"),)))
    new_person(hands)
    hands.write("First name", "Jan")
    hands.write("Member number", "M-1")
    hands.press("Save")
    check_told(hands, f"Member number M-1 is of {NAMES[0]} already.")
    assert hands.seen(QLineEdit, "First name").text() == "Jan"
    assert real.members.everyone() == len(NAMES)


def test_a_number_that_was_read_in_twice_stays(real: Administration) -> None:
    for person in (1, 2):  # as a list of a centre may have it
        detail = real.members.detail(person)
        number = "" if person == 1 else "M-1"
        real.members.save(replace(detail, memberships=(Membership(number=number),)))
    second = real.members.detail(2)
    real.members.save(replace(second, person=replace(second.person, remark="Verhuisd")))
    same = replace(real.members.detail(1), memberships=(Membership(number="M-1"),))
    with pytest.raises(NumberTaken, match="Bert Bos"):
        real.members.save(same)


@pytest.mark.parametrize("name", ["Zoë 🌻", "محمد الأحمد", "יעל כהן", "O\u2019Neill-Łukasiewicz"])
def test_names_of_all_scripts_are_kept_as_typed(
    hands: Hands, real: Administration, name: str
) -> None:
    new_person(hands)
    hands.write("Surname", name)
    hands.press("Save")
    (row,) = real.members.page(name.split(maxsplit=1)[0], MemberFilter.ALL, 0, 5)
    assert real.members.detail(row.id).person.name.last == name


def test_a_clock_that_changes_moves_no_meeting(
    real: Administration, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In the Netherlands the clock goes forward on 28 March and back on 31 October 2027."""
    ten = datetime.time(10)
    for first in (datetime.date(2027, 3, 21), datetime.date(2027, 10, 24)):
        last = first + datetime.timedelta(days=14)
        rule = Repeat(weekdays=(first.weekday(),), until=last).rule
        real.schedule.save_series(
            Series(activity_id=1, rule=rule, first_day=first, starts_at=ten, on_holidays=True)
        )
    year = Period(datetime.date(2027, 1, 1), datetime.date(2027, 12, 31))
    found = real.schedule.calendar(year)
    assert [f"{one.day:%d-%m}" for one in found] == "21-03 28-03 04-04 24-10 31-10 07-11".split()
    assert {one.starts_at for one in found} == {ten}
    path = tmp_path_factory.mktemp("calendar") / "clock.ics"
    real.planning_exports.calendar(path, year)
    starts = [line for line in path.read_text("utf-8").splitlines() if "DTSTART" in line]
    assert len(starts) == 6
    assert all(line.endswith("T100000") for line in starts)  # of the wall: no zone, no Z
