# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sheets on paper: row numbers that are those of the screen, codes that can be read, blank rows."""

from __future__ import annotations

import datetime
import io

import pytest
from pypdf import PdfReader

from buurthuis_admin.domain.activities import Activity, Session
from buurthuis_admin.domain.attendance import BLANK_ROWS, PRESENT
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.reporting.attendance_sheet import (
    AttendanceSheets,
    attendance_sheets,
    compose_attendance_sheets,
)
from buurthuis_admin.reporting.content import SheetRows
from buurthuis_admin.reporting.pdf.sheets import bars, bars_width
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.attendance_sheets import NoSheets, SheetPeriod, span

DAY = datetime.date(2026, 11, 25)  # a Wednesday


@pytest.fixture
def evening(administration: Administration) -> int:
    activity = administration.activities.save(Activity(name="Koffieochtend", room="Zaal"))
    number = administration.activities.save_session(Session(activity_id=activity, day=DAY))
    for name in ("Łukasz Wiśniewski", "محمد حسن", "Bea <b> & Zn", "Jan"):
        administration.attendance.add_typed(number, name, PRESENT)
    return number


def rows_of(administration: Administration, evening: int) -> SheetRows:
    door = administration.attendance.door(evening)
    sheets = AttendanceSheets(centre="De Linde", made_on=DAY, doors=[door], kinds=("Kinderen",))
    blocks = compose_attendance_sheets(sheets, "en").blocks
    return next(block for block in blocks if isinstance(block, SheetRows))


def test_rows_are_those_of_the_screen_with_twenty_blank_ones(
    administration: Administration, evening: int
) -> None:
    rows = rows_of(administration, evening).rows
    listed = administration.attendance.door(evening).visitors
    assert [(row.number, row.name) for row in rows[:4]] == [
        (one.number, one.name) for one in listed
    ]
    assert [row.code for row in rows[:4]] == [
        ScanCode(CodeKind.PERSON, one.person_id).text for one in listed
    ]
    assert [row.number for row in rows[4:]] == list(range(5, 5 + BLANK_ROWS))
    assert not any(row.name or row.code for row in rows[4:])


def test_a_sheet_is_a_tagged_pdf_with_every_name(
    administration: Administration, evening: int
) -> None:
    content = administration.sheets.pdf([evening])
    reader = PdfReader(io.BytesIO(content))
    text = "".join(page.extract_text() for page in reader.pages)
    for name in ("Łukasz Wiśniewski", "Bea <b> & Zn", "Koffieochtend", "Jan"):
        assert name in text
    assert "/StructTreeRoot" in reader.trailer["/Root"]  # type: ignore[operator]
    assert content == administration.sheets.pdf([evening])


def test_three_hundred_rows_go_over_several_pages(administration: Administration) -> None:
    activity = administration.activities.save(Activity(name="Inloop"))
    number = administration.activities.save_session(Session(activity_id=activity, day=DAY))
    door = administration.attendance.door(number)
    from dataclasses import replace

    from buurthuis_admin.domain.attendance import Visitor

    people = tuple(
        Visitor(person_id=at, given="Jan", surname="x" * 300, number=at) for at in range(1, 301)
    )
    sheets = AttendanceSheets(
        centre="", made_on=DAY, doors=[replace(door, visitors=people)] * 2, kinds=()
    )
    reader = PdfReader(io.BytesIO(attendance_sheets(sheets, "nl")))
    assert len(reader.pages) == 2 * 13


@pytest.mark.parametrize("number", [1, 12, 4711, 999_999_999])
def test_bars_hold_the_code_by_the_rules_of_code_128(number: int) -> None:
    code = ScanCode(CodeKind.PERSON, number).text
    widths = [ord(sign.upper()) - ord("A") + 1 for sign in bars(code)]
    assert bars(code)[::2].isupper()
    assert bars(code)[1::2].islower()
    assert widths[:6] == [2, 1, 1, 2, 1, 4]  # start B
    assert widths[-7:] == [2, 3, 3, 1, 1, 1, 2]  # stop
    signs = [tuple(widths[at : at + 6]) for at in range(0, len(widths) - 7, 6)]
    assert all(sum(sign) == 11 for sign in signs)
    assert bars_width(code, 1.0) == 11 * len(signs) + 13


def test_periods(administration: Administration, evening: int) -> None:
    assert span(SheetPeriod.WEEK, DAY) == (datetime.date(2026, 11, 23), datetime.date(2026, 11, 29))
    assert span(SheetPeriod.MONTH, DAY)[1] == datetime.date(2026, 11, 30)
    sheets = administration.sheets
    assert sheets.sessions(SheetPeriod.WEEK, DAY) == [evening]
    assert sheets.sessions(SheetPeriod.WEEK, DAY, 99) == []
    administration.attendance.cancel(evening, "Dicht")
    assert sheets.sessions(SheetPeriod.MONTH, DAY) == []
    with pytest.raises(NoSheets):
        sheets.pdf([])
