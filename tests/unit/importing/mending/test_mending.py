# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Problems of a box are gathered by their repair, and mended for all rows at once."""

from __future__ import annotations

import datetime
from dataclasses import replace

from buurthuis_admin.importing.corrections import (
    UNTOUCHED,
    Answer,
    CellPlace,
    Mending,
    ProblemKey,
    ProblemKind,
    TableCorrection,
    TablePlace,
)
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.mending.answering import (
    taken_back,
    with_all,
    with_cell,
    with_one,
    with_spelling,
    without_any,
    without_cell,
    without_one,
)
from buurthuis_admin.importing.mending.groups import ProblemGroup
from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.planning.build import make_plan
from buurthuis_admin.importing.planning.drafts import Known
from buurthuis_admin.importing.records import PersonRecord
from buurthuis_admin.importing.understand import Understood, understand
from buurthuis_admin.importing.workbook import FileFormat, Row, Sheet, Workbook

TODAY = datetime.date(2021, 6, 1)
BSN = 111222333
MEMBERS: tuple[Row, ...] = (
    ("Naam", "Geboren", "Straat", "Postcode", "Plaats", "Telefoon", "BSN"),
    ("Jan en Mien de Vries", "12-13-1951", "Kerkpad 1", "35I2 DG", "Waterdam", 612345678, BSN),
    ("Piet Bos", "31-02-1951", "Kerkpad 2", "3512", "waterdam", "0301234567", BSN),
    ("Riet Bakker", "3-4-1950", "Kerkpad 2", "3512 DG", "Waterdam", "geheim", BSN),
    ("Ans Mol", "onzin", "Kerkpad 3", "3512 DG", "Waterdam", 687654321, BSN),
    (None, "3-4-1950", "Dreef 1", "3513 AA", "Wtrdam", None, None),
)  # fmt: skip
DATE = ProblemKey(ProblemKind.DATE, "born")
POSTCODE = ProblemKey(ProblemKind.POSTCODE)
ZERO = ProblemKey(ProblemKind.PHONE_ZERO)
COUPLE = ProblemKey(ProblemKind.COUPLE)
TOWN = ProblemKey(ProblemKind.SPELLING, "town")


def box(rows: tuple[Row, ...] = MEMBERS, name: str = "leden.xlsx") -> Workbook:
    sheet = Sheet("Blad1", rows, error_cells={(4, 2): "#REF!"}, missing_values=frozenset({(3, 2)}))
    return Workbook(name, FileFormat.XLSX, 1, name, (sheet,))


def read(mending: Mending = UNTOUCHED, said: TableCorrection | None = None) -> Understood:
    told = {TablePlace("leden.xlsx", "Blad1"): said} if said else {}
    return understand([box()], TODAY, told, mending)


def group(understood: Understood, key: ProblemKey) -> ProblemGroup:
    return next(one for one in understood.problems if one.key == key)


def person(understood: Understood, last: str) -> PersonRecord:
    return next(p for p in understood.reading.records.people if p.name.last == last)


def asked(understood: Understood) -> set[str]:
    return {question.reason.code for question in understood.reading.questions}


def test_every_kind_of_problem_is_found_with_its_place_and_a_proposal() -> None:
    found = {one.key: one for one in read().problems}
    dates = {t.shown: (t.place.row, t.place.column, t.proposal) for t in found[DATE].troubles}
    assert dates == {
        "12-13-1951": (1, 1, "13-12-1951"),
        "31-02-1951": (2, 1, "1951"),
        "onzin": (4, 1, None),
    }
    postcodes = {t.shown: t.proposal for t in found[POSTCODE].troubles}
    assert postcodes == {"35I2 DG": "3512 DG", "3512": "3512 DG"}  # the second from its street
    assert [t.proposal for t in found[ZERO].troubles] == ["0612345678", "0687654321"]
    assert not found[ZERO].waiting  # done, and to be refused
    assert found[COUPLE].troubles[0].proposal == "Jan de Vries + Mien de Vries"
    assert found[ProblemKey(ProblemKind.ROW, "no_name")].troubles[0].place.row == 5
    assert found[ProblemKey(ProblemKind.BSN)].troubles[0].shown == "BSN"
    assert found[ProblemKey(ProblemKind.ERROR_CELL)].troubles[0].shown == "#REF!"
    assert found[ProblemKey(ProblemKind.LOST_VALUE)].count == 1
    assert [t.shown for t in found[ProblemKey(ProblemKind.VALUE, "phone")].troubles] == ["geheim"]
    assert found[TOWN].clusters[0].right == "Waterdam"


def test_all_rows_are_mended_at_once_and_the_rest_keeps_waiting() -> None:
    first = read()
    mended = read(with_all(UNTOUCHED, group(first, DATE)))
    assert str(person(mended, "Bos").born) == "1951"
    assert str(person(mended, "Vries").born) == "1951-12-13"
    assert group(mended, DATE).waiting == 1
    shown = {(t.shown, t.proposal) for t in group(mended, ProblemKey(ProblemKind.MENDED)).troubles}
    assert shown == {("12-13-1951", "13-12-1951"), ("31-02-1951", "1951")}
    again = read(taken_back(mended.mending, ProblemKey(ProblemKind.MENDED)))
    assert again.problems == first.problems


def test_what_is_left_as_it_is_is_asked_no_more_but_still_shown() -> None:
    left = read(without_any(UNTOUCHED, group(read(), POSTCODE)))
    assert "postcode_unusual" in asked(read())
    assert "postcode_unusual" not in asked(left)
    assert group(left, POSTCODE).waiting == 0
    assert group(left, POSTCODE).count == 2
    assert person(left, "Bos").postcode == "3512"


def test_one_row_can_be_answered_by_itself() -> None:
    found = group(read(), POSTCODE)
    mending = with_one(UNTOUCHED, POSTCODE, found.troubles[1])
    mending = without_one(mending, POSTCODE, found.troubles[0])
    understood = read(mending)
    assert person(understood, "Bos").postcode == "3512 DG"
    assert person(understood, "Vries").postcode == "35I2 DG"
    assert group(understood, POSTCODE).waiting == 0


def test_a_couple_is_two_people_or_one_name() -> None:
    assert "couple_on_row" in asked(read())
    two = read(with_all(UNTOUCHED, group(read(), COUPLE)))
    assert "couple_on_row" not in asked(two)
    assert sum(p.name.last == "Vries" for p in two.reading.records.people) == 2
    one = read(without_any(UNTOUCHED, group(read(), COUPLE)))
    assert next(p.name.first for p in one.reading.records.people) == "Jan en Mien"
    assert sum(p.name.last == "Vries" for p in one.reading.records.people) == 1
    assert group(one, COUPLE).troubles[0].answer is Answer.LEAVE


def test_the_zero_of_a_number_can_be_refused_for_one_row() -> None:
    found = group(read(), ZERO)
    understood = read(without_one(UNTOUCHED, ZERO, found.troubles[0]))
    assert (person(understood, "Vries").phone, person(understood, "Vries").mobile) == (
        "612345678",
        "",
    )
    assert person(understood, "Mol").mobile == "0687654321"


def test_a_town_is_written_in_one_way_or_each_as_it_is() -> None:
    (cluster,) = group(read(), TOWN).clusters
    chosen = read(with_spelling(UNTOUCHED, TOWN, cluster, "Waterdam"))
    assert {p.town for p in chosen.reading.records.people} == {"Waterdam"}
    assert not group(chosen, TOWN).clusters
    apart = read(without_any(UNTOUCHED, group(read(), TOWN)))
    assert {p.town for p in apart.reading.records.people} == {"Waterdam", "waterdam"}
    assert not group(apart, TOWN).clusters
    assert group(read(taken_back(apart.mending, TOWN)), TOWN).clusters


def test_a_cell_is_corrected_and_the_file_is_not_touched() -> None:
    book = box()
    place = CellPlace("leden.xlsx", "Blad1", 5, 0)
    mending = with_cell(UNTOUCHED, place, "Kees Smit")
    understood = understand([book], TODAY, {}, mending)
    assert book == box()
    assert person(understood, "Smit").town == "Wtrdam"
    assert understood.tables[0].sheet.rows[5][0] == "Kees Smit"
    (sheet,) = make_plan(understood, Known(), [book]).outcome.files[0].sheets
    assert sheet.rows[5].fate is RowFate.NEW
    assert sheet.tables
    assert without_cell(mending, place) == UNTOUCHED


def test_a_cell_with_an_error_is_filled_in_and_counted_no_more() -> None:
    mending = with_cell(UNTOUCHED, CellPlace("leden.xlsx", "Blad1", 4, 2), "Kerkpad 9")
    understood = read(mending)
    assert "cells_with_errors" not in asked(understood)
    assert person(understood, "Mol").house == "9"


def test_two_spellings_of_an_activity_become_one_or_stay_two() -> None:
    rows: tuple[Row, ...] = (
        ("datum", "activiteit", "naam"),
        *[("8-1-2019", "Koffieochtend", f"Jan Bos{n}") for n in "abcdef"],
        ("15-1-2019", "Koffieochend", "Jan Bosa"),
    )
    book = replace(box(rows), sheets=(Sheet("Blad1", rows),))
    activity = ProblemKey(ProblemKind.SPELLING, Field.ACTIVITY)
    first = understand([book], TODAY)
    (cluster,) = group(first, activity).clusters
    one = understand([book], TODAY, {}, with_spelling(UNTOUCHED, activity, cluster, None))
    plan = make_plan(one, Known(), [book])
    assert {a.name for a in plan.plan.activities} == {"Koffieochtend", "Koffieochend"}
    assert "activity_spelling" not in {q.reason.code for q in plan.outcome.questions}
    joined = with_spelling(UNTOUCHED, activity, cluster, "Koffie")
    plan = make_plan(understand([book], TODAY, {}, joined), Known(), [book])
    assert {a.name for a in plan.plan.activities} == {"Koffie"}
    assert {s.activity.name for s in plan.plan.sessions} == {"Koffie"}
