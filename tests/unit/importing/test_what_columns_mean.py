# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Columns parted and put together, colours, day and month, how a table lies: all can be said."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.activities import AttendanceStatus
from buurthuis_admin.importing.corrections import (
    HEADINGS,
    NONE,
    STRUCK,
    Join,
    Split,
    SplitWay,
    StyleMeaning,
    TableCorrection,
    TablePlace,
)
from buurthuis_admin.importing.day_order import order_choices
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.layouts import layouts_of, remembered
from buurthuis_admin.importing.made_columns import parted
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.records import PersonRecord
from buurthuis_admin.importing.style_words import style_name
from buurthuis_admin.importing.styles import worn_styles
from buurthuis_admin.importing.understand import Understood, understand
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.workbook import FileFormat, Row, Sheet, Workbook

TODAY = datetime.date(2021, 6, 1)
PLACE = TablePlace("leden.xlsx", "Blad1")
RED, GREEN = "#FF0000", "#92D050"


def read(sheet: Sheet | tuple[Row, ...], said: TableCorrection = NONE) -> Understood:
    if not isinstance(sheet, Sheet):
        sheet = Sheet("Blad1", sheet)
    book = Workbook("leden.xlsx", FileFormat.XLSX, 1, "0", (sheet,))
    return understand([book], TODAY, {PLACE: said})


def people(understood: Understood) -> list[PersonRecord]:
    return understood.reading.records.people


@pytest.mark.parametrize(
    ("text", "way", "parts"),
    [
        ("Jan van den Berg", SplitWay.NAME, ("", "Jan", "van den", "Berg")),
        ("J.P. de Vries", SplitWay.NAME, ("J.P.", "", "de", "Vries")),
        ("Jansen Piet", SplitWay.SURNAME_FIRST, ("", "Piet", "", "Jansen")),
        ("van den Berg Jan", SplitWay.SURNAME_FIRST, ("", "Jan", "van den", "Berg")),
        ("Berg van den Jan", SplitWay.SURNAME_FIRST, ("", "Jan", "van den", "Berg")),
        ("Jansen P.", SplitWay.SURNAME_FIRST, ("P.", "", "", "Jansen")),
        ("Jansen", SplitWay.SURNAME_FIRST, ("", "", "", "Jansen")),
        (
            "Kerkpad 138, 3512 DG Waterdam",
            SplitWay.ADDRESS,
            ("Kerkpad", "138", "3512 DG", "Waterdam"),
        ),
        ("030-1234567 / 06-12345678", SplitWay.PHONES, ("0301234567", "0612345678", "")),
        ("0687654321 of 0612345678", SplitWay.PHONES, ("0612345678", "0687654321", "")),
        ("a, b,c", SplitWay.COMMA, ("a", "b", "c", "")),
        ("1-2-3-4-5", SplitWay.DASH, ("1", "2", "3", "4-5")),
    ],
)
def test_a_text_is_parted(text: str, way: SplitWay, parts: tuple[str, ...]) -> None:
    assert parted(text, way) == parts


_WORDS = st.lists(st.sampled_from("Jan van de Berg P. Kerkpad 12 3512 / - ,".split()), max_size=6)


@given(_WORDS.map(" ".join), st.sampled_from((*SplitWay,)))
def test_no_letter_gets_lost_when_a_text_is_parted(text: str, way: SplitWay) -> None:
    parts = "".join(parted(text, way)).lower()
    for word in text.lower().split():
        if word.isalpha():
            assert word in parts


NAMES: tuple[Row, ...] = (
    ("Lid", "Adres", "Nr", "Bereikbaar"),
    ("Jansen Piet", "Kerkpad", 12, "030-1234567, 0612345678"),
    ("van den Berg Jan", "Dreef", 3, "0687654321"),
)
SPLIT = TableCorrection(
    kind=SheetKind.MEMBERS,
    splits={0: Split(SplitWay.SURNAME_FIRST), 3: Split(SplitWay.PHONES)},
    joins=(Join((1, 2), Field.ADDRESS),),
)


def test_columns_are_parted_and_put_together_by_hand() -> None:
    first, second = people(read(NAMES, SPLIT))
    assert (first.name.first, first.name.last) == ("Piet", "Jansen")
    assert (second.name.first, second.name.prefix, second.name.last) == ("Jan", "van den", "Berg")
    assert (first.street, first.house) == ("Kerkpad", "12")
    assert (first.phone, first.mobile) == ("0301234567", "0612345678")
    assert not first.number  # the column itself is read no more


def test_made_columns_are_shown_with_what_they_hold() -> None:
    (table,) = read(NAMES, SPLIT).tables
    made = [(g.made_of, g.part, g.field, g.examples) for g in table.outcome.columns if g.made_of]
    assert made[1] == ((0,), 1, "first", ("Piet", "Jan"))
    assert made[-1] == ((1, 2), 0, "address", ("Kerkpad 12", "Dreef 3"))
    assert [g.field for g in table.outcome.columns[:4]] == ["", "", "", ""]


def test_the_parts_at_a_sign_hold_what_a_person_says() -> None:
    rows: tuple[Row, ...] = (("Naam", "wat"), ("Jan Bos", "Waterdam, Dreef 1"))
    split = Split(SplitWay.COMMA, (Field.TOWN, Field.ADDRESS))
    said = TableCorrection(kind=SheetKind.MEMBERS, splits={1: split})
    (bos,) = people(read(rows, said))
    assert (bos.town, bos.street, bos.house) == ("Waterdam", "Dreef", "1")


def test_nobody_makes_another_column_of_citizen_service_numbers() -> None:
    numbers = (111222333, 123456782, 111222333, 123456782)
    rows: tuple[Row, ...] = (
        ("Naam", "BSN", "Opm", "bij"),
        *[(f"Jan Bos{n}", n, None, f"oud {n}") for n in numbers],
    )
    said = TableCorrection(
        kind=SheetKind.MEMBERS,
        joins=(Join((1, 2), Field.REMARK),),
        splits={3: Split(SplitWay.SPACE, (None, Field.MEMBER_KIND))},
    )
    understood = read(rows, said)
    assert not any(str(n) in str(person) for person in people(understood) for n in numbers
                   if str(n) not in person.name.last)  # fmt: skip


# --- colours ---

COLOURED = Sheet(
    "Blad1",
    (
        ("Naam", "Woonplaats", "Lid sinds"),
        *[(f"Jan {name}", "Waterdam", "2015") for name in "Aal Bos Cal Dol Eik Fos".split()],
    ),
    struck=frozenset({(1, 0)}),
    fills={(2, 0): RED, (3, 1): RED, (4, 0): GREEN, (4, 1): GREEN, (4, 2): GREEN},
)  # fmt: skip


def test_crossed_out_is_left_until_a_person_says_otherwise() -> None:
    understood = read(COLOURED)
    assert [bool(person.left) for person in people(understood)] == [True, *[False] * 5]
    said = TableCorrection(styles={STRUCK: StyleMeaning.NOTHING, RED: StyleMeaning.LEFT})
    understood = read(COLOURED, said)
    assert [bool(person.left) for person in people(understood)] == [False, True, *[False] * 4]


def test_what_colours_mean_is_asked_once_for_the_sheet() -> None:
    asked = [q for q in read(COLOURED).reading.questions if q.reason.code == "style_means"]
    assert {q.reason.details["style"] for q in asked} == {STRUCK, RED, GREEN}
    styles = {STRUCK: StyleMeaning.LEFT, RED: StyleMeaning.NOTHING, GREEN: StyleMeaning.VOLUNTEER}
    understood = read(COLOURED, TableCorrection(styles=styles))
    assert not [q for q in understood.reading.questions if q.reason.code == "style_means"]
    assert [person.volunteer for person in people(understood)].count(True) == 1


@pytest.mark.parametrize(
    ("meaning", "paid"), [(StyleMeaning.PAID, True), (StyleMeaning.UNPAID, False)]
)
def test_a_colour_says_who_paid(meaning: StyleMeaning, paid: bool) -> None:
    understood = read(COLOURED, TableCorrection(styles={GREEN: meaning}))
    assert [person.paid for person in people(understood)][3] is paid


def test_rows_of_a_colour_can_be_left_out_with_the_reason() -> None:
    understood = read(COLOURED, TableCorrection(styles={RED: StyleMeaning.LEFT_OUT}))
    assert [person.name.last for person in people(understood)] == [
        "Aal", "Cal", "Dol", "Eik", "Fos",
    ]  # fmt: skip
    account = understood.reading.rows["leden.xlsx", "Blad1"][3]
    assert account.reason is not None
    assert account.reason.code == "row_left_out"


def test_stripes_and_the_colour_of_the_whole_list_are_not_asked_about() -> None:
    rows: tuple[Row, ...] = (
        ("Naam", "Woonplaats"),
        *[(f"Jan Bos{at}", "Waterdam") for at in range(1, 11)],
    )
    fills = {(row, 0): GREEN for row in range(2, 11, 2)} | {(row, 1): RED for row in range(1, 11)}
    (table,) = read(Sheet("Blad1", rows, fills=fills)).tables
    worn = worn_styles(table.sheet, table.table, table.found, NONE)
    assert {(one.style, one.telling) for one in worn} == {(RED, False), (GREEN, False)}


def test_the_cells_of_an_attendance_sheet_mean_what_their_colour_says() -> None:
    rows: tuple[Row, ...] = (
        ("Presentielijst Yoga 2019", None, None),
        ("Naam", "8 jan", "15 jan"),
        ("Jan Bos", None, "x"),
        ("Mien Vos", "x", None),
    )
    sheet = Sheet("Blad1", rows, fills={(2, 1): GREEN, (3, 2): RED})
    styles = {GREEN: StyleMeaning.PRESENT, RED: StyleMeaning.EXCUSED}
    understood = read(sheet, TableCorrection(styles=styles))
    statuses = [presence.status for presence in understood.reading.records.presences]
    assert statuses.count(AttendanceStatus.PRESENT) == 3
    assert statuses.count(AttendanceStatus.EXCUSED) == 1
    (table,) = understood.tables
    worn = worn_styles(table.sheet, table.table, table.found, table.said)
    assert {one.style: one.meaning for one in worn} == styles
    asked = [q for q in read(sheet).reading.questions if q.reason.code == "cell_style_means"]
    assert {q.reason.details["style"] for q in asked} == {GREEN, RED}


def test_a_shaded_column_of_an_attendance_sheet_is_not_asked_about() -> None:
    rows: tuple[Row, ...] = (
        ("Presentielijst Yoga 2019", None, None),
        ("Naam", "8 jan", "15 jan"),
        ("Jan Bos", None, "x"),
        ("Mien Vos", "x", None),
    )
    understood = read(Sheet("Blad1", rows, fills={(2, 1): GREEN, (3, 1): GREEN}))
    assert not [q for q in understood.reading.questions if q.reason.code == "cell_style_means"]


def test_colours_have_words() -> None:
    named = {"#FF0000": "red", "#FFFF00": "yellow", "#92D050": "green", "#C6EFCE": "light green",
             "#FFC7CE": "pink", "#D9D9D9": "grey", "#000000": "black", "#002060": "dark blue",
             "#FFC000": "yellow", "#ED7D31": "orange", "#7030A0": "purple"}  # fmt: skip
    assert {style: style_name(style) for style in named} == named


@given(st.integers(0, 0xFFFFFF))
def test_every_colour_has_a_word(number: int) -> None:
    assert style_name(f"#{number:06X}")


# --- day and month ---


def test_day_and_month_are_those_that_a_person_says() -> None:
    rows: tuple[Row, ...] = (
        ("Naam", "Geboren", "Lid sinds"),
        ("Jan Bos", "3-4-1951", "5-6-2001"),
        ("Mien Vos", "4-4-1951", None),
    )
    understood = read(rows)
    (table,) = understood.tables
    (born, joined) = order_choices(
        table.sheet, table.table, table.found.columns, table.orders, table.said
    )
    assert (born.column, born.example) == (1, "3-4-1951")
    assert (born.day_first.month, born.month_first.month) == (4, 3)
    said = NONE.with_order(born.column, DateOrder.MONTH_FIRST)
    first = people(read(rows, said))[0]
    assert (str(first.born), str(first.joined)) == ("1951-03-04", "2001-06-05")
    assert joined.order is DateOrder.DAY_FIRST


def test_the_order_of_a_whole_column_decides() -> None:
    rows: tuple[Row, ...] = (
        ("datum", "aantal"),
        ("1/8/2019", 3), ("1/15/2019", 4), ("1/22/2019", 5), ("2/5/2019", 6),
    )  # fmt: skip
    sessions = read(rows).reading.records.sessions
    assert [session.key.day.month for session in sessions] == [1, 1, 1, 2]


def test_dates_in_the_headings_can_be_read_month_first() -> None:
    rows: tuple[Row, ...] = (
        ("Presentielijst Yoga 2019", None, None),
        ("Naam", "1/8", "2/5"),
        ("Jan Bos", "x", "x"),
    )
    (table,) = read(rows).tables
    (choice,) = order_choices(
        table.sheet, table.table, table.found.columns, table.orders, table.said
    )
    assert choice.column == HEADINGS
    sessions = read(rows, NONE.with_order(HEADINGS, DateOrder.MONTH_FIRST)).reading.records.sessions
    assert [(s.key.day.month, s.key.day.day) for s in sessions] == [(1, 8), (2, 5)]


# --- how it lies ---


def test_how_a_table_lies_is_chosen_by_itself() -> None:
    rows: tuple[Row, ...] = (
        ("datum", "naam", "Piet Bos"),
        ("8-1-2019", "Jan Vos", "x"),
        ("15-1-2019", "Mien Vos", None),
    )
    (table,) = read(rows, TableCorrection(kind=SheetKind.ATTENDANCE)).tables
    assert table.found.orientation is Orientation.LIST
    said = TableCorrection(kind=SheetKind.ATTENDANCE, orientation=Orientation.DATES_DOWN)
    understood = read(rows, replace(said, fields={1: None}))
    assert understood.tables[0].found.orientation is Orientation.DATES_DOWN
    names = {p.person.name.last for p in understood.reading.records.presences}
    assert "Bos" in names


# --- as last time ---


def test_all_of_it_is_remembered_for_the_next_sheet_with_the_same_headings() -> None:
    said = replace(
        SPLIT,
        orders={1: DateOrder.MONTH_FIRST, HEADINGS: DateOrder.MONTH_FIRST},
        styles={RED: StyleMeaning.LEFT},
        orientation=Orientation.LIST,
        splits={**SPLIT.splits, 3: Split(SplitWay.COMMA, (Field.PHONE, Field.MOBILE))},
    )
    tables = read(NAMES, said).tables
    layouts = layouts_of(tables)
    assert "Lid" not in str(layouts)  # headings can be names of people
    told = remembered(read(NAMES).tables, layouts)
    assert told == {PLACE: replace(said, remembered=True)}


def test_the_layout_of_an_older_version_still_holds() -> None:
    tables: tuple[FoundTable, ...] = read(NAMES, SPLIT).tables
    ((key, _layout),) = layouts_of(tables).items()
    old = {key: {"kind": "members", "fields": {}, "marks": {"x": "present"}}}
    (told,) = remembered(read(NAMES).tables, old).values()
    assert told.kind is SheetKind.MEMBERS
    assert told.remembered
