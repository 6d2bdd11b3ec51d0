# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""xlsx and xlsm: values, and what the cells wear."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.file_content import read_content
from buurthuis_admin.importing.workbook import MergedRange, ReadCode, Sheet
from tests.unit.importing.reading.made_files import sheet_xml, with_parts, xlsx

MOMENT = datetime.datetime.fromisoformat("2019-01-02T03:04")


def read(content: bytes) -> Sheet:
    return read_content(content, "a.xlsx").sheets[0]


def test_values_keep_their_kind_and_start_at_a1() -> None:
    def fill(sheet: Any) -> None:
        sheet["B2"], sheet["C2"], sheet["D2"], sheet["E2"] = 12.0, 12.5, "  ", True
        sheet["F2"], sheet["G2"] = datetime.date(1951, 3, 4), MOMENT
        sheet["H2"], sheet["B3"], sheet["Z99"] = datetime.time(19, 30), "x", ""

    rows = read(xlsx(fill)).rows
    assert rows[0] == (None,) * 8
    assert rows[1][1:4] == (12, 12.5, None)
    assert type(rows[1][1]) is int
    assert rows[1][4] is True
    assert rows[1][5:] == (
        datetime.date(1951, 3, 4),
        MOMENT,
        datetime.time(19, 30),
    )
    assert type(rows[1][5]) is datetime.date
    assert len(rows) == 3


def test_numbers_that_show_leading_zeros_come_as_shown() -> None:
    def fill(sheet: Any) -> None:
        for row, (value, code) in enumerate(
            [(612345678, "0000000000"), (187, "0000"), (612345678, "00-00000000"), (7, "0.00")], 1
        ):
            sheet.cell(row, 1, value).number_format = code

    assert [row[0] for row in read(xlsx(fill)).rows] == ["0612345678", "0187", "06-12345678", 7]


def test_what_the_cells_wear_is_told() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["naam", "lid", "tel"])
        sheet.append(["Jan", "ja", 1])
        sheet.append(["Piet", "nee", 2])
        sheet["A3"].font = Font(strike=True)
        sheet["B2"].fill = PatternFill("solid", fgColor="FFFFCC00")
        sheet["C2"].fill = PatternFill("solid", fgColor=Color(theme=4))
        sheet["A2"].fill = PatternFill("solid", fgColor="FFFFFFFF")
        sheet["B3"].comment = Comment("verhuisd", "Mien")
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet.merge_cells("A1:B1")

    sheet = read(xlsx(fill))
    assert sheet.struck == {(2, 0)}
    assert sheet.fills == {(1, 1): "#FFCC00", (1, 2): "#4F81BD"}
    assert sheet.comments == {(2, 1): "verhuisd"}
    assert sheet.hidden_rows == {1}
    assert sheet.hidden_columns == {2}
    assert sheet.merged == (MergedRange(0, 0, 0, 1),)


def test_a_hidden_sheet_is_read_and_told() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "zichtbaar"
        other = sheet.parent.create_sheet("oud")
        other["A1"], other.sheet_state = "x", "hidden"

    book = read_content(xlsx(fill), "a.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [
        ("Blad1", False),
        ("oud", True),
    ]


def test_errors_and_formulas_without_outcome_are_empty_but_not_silent() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["naam", 1, 2, 3])

    cells = (
        '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2" t="e"><v>#N/A</v></c>'
        '<c r="C2"><f>A1</f><v></v></c><c r="D2" t="str"><f>A9</f><v></v></c></row></sheetData>'
    )
    content = sheet_xml(xlsx(fill), lambda xml: xml.replace("</sheetData>", cells))
    book = read_content(content, "a.xlsx")
    assert book.sheets[0].error_cells == {(1, 0): "#DIV/0!", (1, 1): "#N/A"}
    assert book.sheets[0].missing_values == {(1, 2)}
    assert {note.code for note in book.notes} == {ReadCode.ERRORS_PRESENT, ReadCode.VALUES_MISSING}


def test_the_declared_dimension_may_lie() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "x"

    lying = sheet_xml(xlsx(fill), lambda xml: xml.replace('ref="A1"', 'ref="A1:XFD1048576"'))
    assert lying != xlsx(fill)
    assert read(lying).rows == (("x",),)


def test_styled_empty_cells_far_away_are_no_cells() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "x"
        sheet["XFD1048576"].font = Font(strike=True)

    assert read(xlsx(fill)).rows == (("x",),)


def test_filled_cells_far_apart_are_refused_with_their_place() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"], sheet["XFD1048576"] = "x", "y"

    with pytest.raises(CannotRead) as refused:
        read(xlsx(fill))
    assert (refused.value.reason, refused.value.cell) == (Reason.TOO_LARGE, "XFD1048576")


def test_declared_entities_are_refused() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "x"

    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'
    content = sheet_xml(xlsx(fill), lambda xml: xml.replace("<worksheet", bomb, 1))
    with pytest.raises(CannotRead):
        read(content)


def test_a_damaged_theme_costs_the_look_and_no_value() -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "x"
        sheet.merge_cells("A1:B1")

    content = with_parts(xlsx(fill), {"xl/theme/theme1.xml": lambda part: part[:200]})
    book = read_content(content, "a.xlsx")
    assert book.sheets[0].rows == (("x",),)
    assert [note.code for note in book.notes] == [ReadCode.FORMATTING_SKIPPED]


def test_a_book_of_empty_sheets_is_empty() -> None:
    with pytest.raises(CannotRead) as refused:
        read(xlsx(lambda sheet: None))
    assert refused.value.reason is Reason.EMPTY
