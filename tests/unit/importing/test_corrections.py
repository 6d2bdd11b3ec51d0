# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person says of a sheet wins from what the program guessed, and nothing gets lost."""

from __future__ import annotations

import datetime
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from buurthuis_admin.domain.activities import AttendanceStatus
from buurthuis_admin.importing.columns import fields_for
from buurthuis_admin.importing.corrections import (
    BLANK,
    NONE,
    STRUCK,
    Answer,
    CellPlace,
    Join,
    Mending,
    ProblemKey,
    ProblemKind,
    Region,
    SpellingChoice,
    Split,
    SplitWay,
    StyleMeaning,
    TableCorrection,
    TablePlace,
)
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.mending.answering import taken_back, with_all, without_any
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.planning.build import make_plan
from buurthuis_admin.importing.planning.drafts import Known
from buurthuis_admin.importing.signs import signs_of
from buurthuis_admin.importing.understand import Understood, understand
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.values.marks import Mark
from buurthuis_admin.importing.wording import question_sentence, sentence
from buurthuis_admin.importing.workbook import CellValue, FileFormat, Row, Sheet, Workbook

TODAY = datetime.date(2021, 6, 1)
MATRIX: tuple[Row, ...] = (
    ("Presentielijst Stoelyoga 2019", None, None, None),
    ("Naam", "8 jan", "15 jan", "22 jan"),
    ("Fatma Yılmaz", "x", "a", "x"),
    ("Jan van den Berg", "q", "x", None),
)
MEMBERS: tuple[Row, ...] = (
    ("Naam", "Woonplaats", "Bijzonder"),
    ("Jan Bos", "Waterdam", "030-2123456"),
    ("Mien de Vries", "Waterdam", "030-2123457"),
)
SHEETS = (MATRIX, MEMBERS)


def box(rows: tuple[Row, ...]) -> Workbook:
    return Workbook("lijst.xlsx", FileFormat.XLSX, 1, "0", (Sheet("Blad1", rows),))


def read(rows: tuple[Row, ...], said: TableCorrection = NONE) -> Understood:
    return understand([box(rows)], TODAY, {TablePlace("lijst.xlsx", "Blad1"): said})


def codes(understood: Understood) -> set[str]:
    return {question.reason.code for question in understood.reading.questions}


def test_the_year_and_the_activity_are_those_that_a_person_names() -> None:
    said = TableCorrection(year=2018, activity="Zitgym")
    sessions = read(MATRIX, said).reading.records.sessions
    assert {s.key.day.year for s in sessions} == {2018}
    assert {s.key.activity for s in sessions} == {"Zitgym"}


def test_what_a_sign_means_is_asked_once_and_then_no_more() -> None:
    assert {"meaning_of_a", "mark_unknown", "blank_means"} <= codes(read(MATRIX))
    said = TableCorrection(marks={"a": Mark.PRESENT, "q": Mark.EXCUSED, BLANK: Mark.ABSENT})
    answered = read(MATRIX, said)
    assert not codes(answered) & {"meaning_of_a", "mark_unknown", "blank_means"}
    statuses = [p.status for p in answered.reading.records.presences]
    assert statuses.count(AttendanceStatus.PRESENT) == 4
    assert statuses.count(AttendanceStatus.EXCUSED) == 1


def test_signs_are_counted_with_what_they_mean() -> None:
    (table,) = read(MATRIX, TableCorrection(marks={"a": Mark.ABSENT})).tables
    told = {sign.text: (sign.count, sign.meaning, sign.said) for sign in signs_of(table)}
    assert told == {
        "x": (3, Mark.PRESENT, False),
        "a": (1, Mark.ABSENT, True),
        "q": (1, Mark.UNKNOWN, False),
        "": (1, Mark.BLANK, False),
    }


def test_a_column_becomes_what_a_person_says_and_can_be_left_out() -> None:
    said = NONE.with_field(2, Field.REMARK).with_field(1, None)
    first, _second = read(MEMBERS, said).reading.records.people
    assert (first.remark, first.town, first.phone) == ("030-2123456", "", "")


def test_a_sheet_that_is_not_to_be_read_is_left_out_without_a_question() -> None:
    left_out = read(MEMBERS, TableCorrection(kind=SheetKind.UNKNOWN))
    assert not left_out.reading.records.people
    assert not left_out.reading.questions
    fates = left_out.reading.rows["lijst.xlsx", "Blad1"]
    assert {account.reason.code for account in fates.values() if account.reason} == {
        "table_left_out"
    }


def test_another_kind_is_read_as_that_kind() -> None:
    (table,) = read(MATRIX, TableCorrection(kind=SheetKind.VOLUNTEER_HOURS)).tables
    assert table.found.kind is SheetKind.VOLUNTEER_HOURS
    assert table.found.orientation is Orientation.PEOPLE_DOWN
    assert table.outcome.corrected


def test_the_region_is_the_one_that_a_person_drew() -> None:
    region = Region(0, 1, 0, 1, 1)
    people = read(MEMBERS, TableCorrection(region=region)).reading.records.people
    assert [person.name.last for person in people] == ["Bos"]


def test_a_correction_that_is_taken_back_leaves_the_guess() -> None:
    said = replace(TableCorrection(activity="Zitgym"), activity=None)
    assert said.empty
    assert {s.key.activity for s in read(MATRIX, said).reading.records.sessions} == {"Stoelyoga"}


cells: st.SearchStrategy[CellValue] = st.sampled_from(
    (None, "x", "Jan Bos", "Naam", "datum", "8 jan", 3, 12.5, datetime.date(2019, 1, 8), "totaal")
)
regions = st.builds(
    Region, st.integers(0, 5), st.integers(0, 2), st.integers(0, 4), st.integers(0, 5),
    st.integers(0, 9),
)  # fmt: skip


@st.composite
def corrections(draw: st.DrawFn) -> TableCorrection:
    kind = draw(st.none() | st.sampled_from(SheetKind))
    fields = sorted(fields_for(kind)) if kind else sorted(Field)
    chosen = st.none() | st.sampled_from(fields) if fields else st.none()
    return TableCorrection(
        kind,
        draw(st.none() | st.integers(1990, 2030)),
        draw(st.none() | st.just("Zitgym")),
        draw(st.none() | st.integers(1, 7)),
        draw(st.none() | regions),
        draw(st.dictionaries(st.integers(0, 4), chosen, max_size=3)),
        draw(st.dictionaries(st.sampled_from(("", "x", "a", "3")), st.sampled_from(Mark))),
        orientation=draw(st.none() | st.sampled_from(Orientation)),
        orders=draw(st.dictionaries(st.integers(-1, 4), st.sampled_from(DateOrder))),
        styles=draw(st.dictionaries(styles, st.sampled_from(StyleMeaning))),
        splits=draw(st.dictionaries(st.integers(0, 4), splits(chosen), max_size=2)),
        joins=tuple(draw(st.lists(joins(chosen), max_size=2))),
    )


styles = st.sampled_from((STRUCK, "#FF0000", "#00FF00"))


def splits(fields: st.SearchStrategy[Field | None]) -> st.SearchStrategy[Split]:
    parts = st.lists(fields, max_size=5).map(tuple)
    return st.builds(Split, st.sampled_from(SplitWay), parts)


def joins(fields: st.SearchStrategy[Field | None]) -> st.SearchStrategy[Join]:
    columns = st.lists(st.integers(0, 5), max_size=3, unique=True).map(tuple)
    return st.builds(Join, columns, fields)


places = st.builds(
    CellPlace,
    st.sampled_from(("lijst.xlsx", "anders.xlsx")),
    st.just("Blad1"),
    st.integers(0, 9),
    st.integers(0, 5),
)
texts = st.sampled_from(
    ("", " ", "x", "Jan en Mien Bos", "31-02-2019", "Naam", "Totaal", "612345678")
)
keys = st.builds(ProblemKey, st.sampled_from(ProblemKind), st.sampled_from(("", "date", "born")))


@st.composite
def mendings(draw: st.DrawFn) -> Mending:
    rows = st.tuples(keys, places.map(lambda place: place.of_row))
    return Mending(
        cells=draw(st.dictionaries(places, texts, max_size=4)),
        spellings=tuple(
            draw(
                st.lists(
                    st.builds(
                        SpellingChoice,
                        st.sampled_from((Field.TOWN, Field.ACTIVITY)),
                        st.sampled_from(("Waterdam", "Stoelyoga", "Jan Bos")),
                        st.sampled_from(("Waterdam", "Yoga", "")),
                    ),
                    max_size=3,
                )
            )
        ),
        answers=draw(st.dictionaries(keys, st.sampled_from(Answer), max_size=3)),
        rows=draw(st.dictionaries(rows, st.sampled_from(Answer), max_size=3)),
    )


def dressed(rows: tuple[Row, ...], colours: dict[tuple[int, int], str]) -> Sheet:
    """A sheet whose cells wear colours; those that are called struck are crossed out."""
    struck = frozenset(at for at, style in colours.items() if style == STRUCK)
    fills = {at: style for at, style in colours.items() if style != STRUCK}
    return Sheet("Blad1", rows, struck=struck, fills=fills, error_cells={(1, 1): "#REF!"})


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(SHEETS) | st.lists(st.tuples(*[cells] * 4), max_size=8),
    st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 4)), styles, max_size=6),
    corrections(),
    mendings(),
)
def test_whatever_a_person_says_every_row_is_accounted_for(
    rows: tuple[Row, ...] | list[Row],
    colours: dict[tuple[int, int], str],
    said: TableCorrection,
    mending: Mending,
) -> None:
    book = Workbook("lijst.xlsx", FileFormat.XLSX, 1, "0", (dressed(tuple(rows), colours),))
    told = {TablePlace("lijst.xlsx", "Blad1"): said}
    understood = understand([book], TODAY, told, mending)
    for group in understood.problems:
        assert group.count >= group.waiting
        for change in (with_all, without_any):
            again = understand([book], TODAY, told, change(mending, group))
            assert set(again.reading.rows) == set(understood.reading.rows)
        assert taken_back(mending, group.key).answer(group.key) is None
    outcome = make_plan(understood, Known(), [book]).outcome
    (sheet,) = outcome.files[0].sheets
    assert [account.row for account in sheet.rows] == list(range(1, len(rows) + 1))
    for account in sheet.rows:
        assert account.reason is None or sentence(account.reason)
    for question in outcome.questions:
        assert question_sentence(question)
