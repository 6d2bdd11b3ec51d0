# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month as a grid: what is read from the clipboard, and an account of all of it."""

from __future__ import annotations

import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from buurthuis_admin.domain.activities import Activity, Session, SessionState
from buurthuis_admin.domain.attendance import ABSENT, EXCUSED, HELPED, PRESENT, Mark
from buurthuis_admin.domain.cell_grid import GridPerson, paste_cells, read_table, write_table
from buurthuis_admin.domain.month_grid import MonthGrid
from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.attendance_sheets import NoSheets
from buurthuis_admin.services.grid_signs import read_sign, sign_of

FIRST = datetime.date(2026, 11, 1)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(
            TEXT | st.sampled_from(["a\tb", 'zei "ja"', "twee\nregels"]),
            min_size=width,
            max_size=width,
        ),
        min_size=1,
        max_size=6,
    )
)


@given(TABLES)
def test_what_is_copied_is_pasted_as_the_same(table: list[list[str]]) -> None:
    read = read_table(write_table(table))
    while table and not any(cell.strip() for cell in table[-1]) and len(table[-1]) < 2:
        table.pop()
    assert read == table


def test_a_table_of_excel_is_read() -> None:
    assert read_table("x\t\tafg\r\n\tja\t\r\n") == [["x", "", "afg"], ["", "ja", ""]]
    assert read_table("x\n") == [["x"]]
    assert read_table("") == []


@pytest.mark.parametrize("mark", [PRESENT, HELPED, EXCUSED, ABSENT, None])
def test_a_sign_is_read_as_what_it_stands_for(mark: Mark | None) -> None:
    assert read_sign(sign_of(mark)) == mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("X", PRESENT),
        ("ja", PRESENT),
        ("1", PRESENT),
        ("Ziek", EXCUSED),
        ("afw", EXCUSED),
        ("nee", ABSENT),
        (" ", None),
        ("Vrijwilliger", HELPED),
    ],
)
def test_words_of_old_lists_are_known(text: str, mark: Mark | None) -> None:
    assert read_sign(text) == mark


@pytest.mark.parametrize("text", ["a", "2", "misschien", "vervallen"])
def test_what_can_mean_two_things_is_not_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        read_sign(text)


def grid(people: int, sessions: int, cancelled: int = -1) -> MonthGrid:
    return MonthGrid(
        activity_id=1,
        activity="Koffie",
        first_day=FIRST,
        sessions=tuple(
            Session(
                id=number + 1,
                day=FIRST + datetime.timedelta(days=number),
                state=SessionState.CANCELLED if number == cancelled else SessionState.HELD,
            )
            for number in range(sessions)
        ),
        people=tuple(GridPerson(number + 1, f"Naam {number}") for number in range(people)),
    )


@given(
    st.integers(1, 6),
    st.integers(1, 6),
    st.integers(0, 5),
    st.integers(0, 5),
    st.lists(
        st.lists(st.sampled_from(["x", "", "a", "afg", "zz"]), min_size=1, max_size=5), max_size=6
    ),
)
def test_every_cell_of_a_paste_is_accounted_for(
    people: int, sessions: int, row: int, column: int, table: list[list[str]]
) -> None:
    month = grid(people, sessions, cancelled=0)
    found = paste_cells(month, table, row, column, read_sign)
    filled = sum(1 for texts in table for text in texts if text.strip())
    # Nothing was known, so a blank changes nothing: each other cell has one fate.
    assert filled == len(found.changes) + len(found.unclear) + found.outside + found.shut
    assert all(session != 1 for session, _person in found.changes)


def test_a_paste_is_one_change_that_is_undone_at_once(administration: Administration) -> None:
    activity = administration.activities.save(Activity(name="Koffie"))
    for day in (3, 10):
        administration.activities.save_session(
            Session(activity_id=activity, day=FIRST.replace(day=day), state=SessionState.PLANNED)
        )
    for name in ("Jan Bakker", "Bea Smit"):
        person = administration.members.save(PersonDetail(person=Person(name=parse_name(name))))
        administration.attendance.mark(1, person, ABSENT)
    month = administration.months.grid(activity, FIRST)
    assert [one.name for one in month.people] == ["Bakker, Jan", "Smit, Bea"]
    found = paste_cells(month, [["x", "afg"], ["vw", "x"]], 0, 0, read_sign)
    changes = administration.history.count()
    administration.months.set_cells(month, found.changes)
    assert administration.history.count() == changes + 1
    kept = administration.months.grid(activity, FIRST)
    assert kept.marks == {(1, 1): PRESENT, (2, 1): EXCUSED, (1, 2): HELPED, (2, 2): PRESENT}
    assert {one.state for one in kept.sessions} == {SessionState.HELD}
    administration.history.undo()
    assert administration.months.grid(activity, FIRST).marks == {(1, 1): ABSENT, (1, 2): ABSENT}


def test_who_came_in_the_months_before_has_a_row(administration: Administration) -> None:
    activity = administration.activities.save(Activity(name="Koffie"))
    before = administration.activities.save_session(
        Session(activity_id=activity, day=datetime.date(2026, 9, 20))
    )
    long_ago = administration.activities.save_session(
        Session(activity_id=activity, day=datetime.date(2026, 1, 20))
    )
    administration.attendance.add_typed(before, "Jan Bakker")
    administration.attendance.add_typed(long_ago, "Oud Lid")
    month = administration.months.grid(activity, FIRST)
    assert [one.name for one in month.people] == ["Bakker, Jan"]
    assert month.sessions == ()


def test_a_month_on_paper_has_each_name_each_meeting_and_what_is_known(
    administration: Administration,
) -> None:
    activity = administration.activities.save(Activity(name="Taalcafé"))
    activities, attendance = administration.activities, administration.attendance
    days = [FIRST.replace(day=day) for day in (2, 9, 9, 16)]
    meetings = [activities.save_session(Session(activity_id=activity, day=day)) for day in days]
    attendance.cancel(meetings[3], "Ziek")
    for name in ("Bea Smit", "Łukasz Wiśniewski"):
        attendance.add_typed(meetings[1], name, PRESENT)
    count, content = administration.months.sheets(FIRST, activity)
    text = PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert count == 1
    for found in ("Taalcafé", "Smit", "Wiśniewski", "9a", "9b", "November"):
        assert found.casefold() in text.casefold()
    assert "16" not in text.split()
    assert [word for word in text.split() if word == "x"] == ["x", "x"]
    with pytest.raises(NoSheets):
        administration.months.sheets(FIRST.replace(year=2030))


def test_a_month_of_every_day_goes_on_two_sheets_with_every_day_once(
    administration: Administration,
) -> None:
    activity = administration.activities.save(Activity(name="Inloop"))
    for day in range(1, 31):
        session = Session(activity_id=activity, day=FIRST.replace(day=day))
        administration.activities.save_session(session)
    _count, content = administration.months.sheets(FIRST)
    pages = [page.extract_text().split() for page in PdfReader(io.BytesIO(content)).pages]
    assert len(pages) == 2
    assert all(str(day) in pages[0] for day in range(1, 16))
    assert all(str(day) in pages[1] for day in range(16, 31))
