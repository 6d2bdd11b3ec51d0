# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a report as a workbook: the same figures, the same kept back."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.reports import Composition, FigureCorrection
from buurthuis_admin.i18n import MINUS, language
from buurthuis_admin.reporting.content import Align, Column, Keep, Row, Table
from buurthuis_admin.reporting.year_report import compose
from buurthuis_admin.services.figure_workbooks import table_workbook, year_workbook
from tests.unit.reporting.example_data import CENTRE, MADE_ON, rich_year


def sheets_of(content: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def tables_of(data: YearReportData) -> list[Table]:
    return [
        one
        for block in compose(data).blocks
        for one in (block.blocks if isinstance(block, Keep) else (block,))
        if isinstance(one, Table)
    ]


@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_year_has_a_sheet_for_each_table_with_the_same_lines(code: str) -> None:
    data = rich_year()
    with language(code):
        found, tables = sheets_of(year_workbook(data)), tables_of(data)
    assert len(found) == len(tables)
    for rows, table in zip(found.values(), tables, strict=True):
        shown = [*table.rows, *([table.total] if table.total else [])]
        assert [row[0] for row in rows[1:]] == [line.cells[0] for line in shown]
        for row, line in zip(rows[1:], shown, strict=True):
            for value, cell in zip(row, line.cells, strict=True):
                if isinstance(value, int | float):
                    assert Decimal(str(value)) == number_of(cell, code)
                else:
                    assert (value or "") == cell  # what is kept back stays the sign of that


def number_of(cell: str, code: str) -> Decimal:
    """The number that stands on paper."""
    thousands, point = (".", ",") if code == "nl" else (",", ".")
    plain = cell.replace(thousands, "").replace(point, ".").replace(MINUS, "-")
    return Decimal(plain.removeprefix("+"))


def test_whole_numbers_are_whole_and_amounts_have_cents() -> None:
    table = Table(
        columns=(Column("What", Align.START), Column("Number"), Column("Amount")),
        rows=(Row(("Koffie", "1,240", "1,240.50")), Row(("Yoga", "<\N{NO-BREAK SPACE}5", "–"))),
    )
    with language("en"):
        (rows,) = sheets_of(table_workbook("Koffie", table)).values()
    assert rows[1:] == [("Koffie", 1240, 1240.5), ("Yoga", "<\N{NO-BREAK SPACE}5", "–")]


def test_what_was_corrected_by_hand_says_so() -> None:
    data = rich_year()
    visits = f"visits@{data.figures.year}"
    wrong = FigureCorrection(figure=visits, value="9999", reason="List.")
    made = YearReportData(
        centre=CENTRE,
        figures=data.figures,
        before=data.before,
        made_on=MADE_ON,
        composition=Composition(corrections=(wrong,)),
    )
    with language("en"):
        found = sheets_of(year_workbook(made))
    assert "9999†" in [value for rows in found.values() for row in rows for value in row]
    assert any("List." in str(row[0]) for row in found["Corrected by hand"])
