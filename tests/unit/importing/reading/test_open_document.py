# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""OpenDocument: values and look in one pass, and the repeats that could be bombs."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from python_calamine import CalamineError, CalamineWorkbook

from buurthuis_admin.importing.reading import open_document
from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.file_content import read_content
from buurthuis_admin.importing.reading.tidy import rectangle
from buurthuis_admin.importing.workbook import FileFormat, MergedRange, ReadCode, Sheet
from tests.unit.importing.reading.made_files import flat_ods, ods

STYLES = (
    '<style:style style:name="weg" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="geel" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#ffff00"/></style:style>'
    '<style:style style:name="uit" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


def cell(text: str, attributes: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def table(*rows: str, attributes: str = "", columns: str = "") -> str:
    body = "".join(
        row if row.startswith("<table:table-row") else f"{_ROW}{row}{_END}" for row in rows
    )
    return f'<table:table table:name="Blad" {attributes}>{columns}{body}</table:table>'


_ROW, _END = "<table:table-row>", "</table:table-row>"


def read(body: str) -> Sheet:
    return read_content(ods(body, STYLES), "a.ods").sheets[0]


def test_values_keep_their_kind() -> None:
    sheet = read(
        table(
            cell("Jan")
            + cell("12", 'office:value-type="float" office:value="12"')
            + cell("€ 12,50", 'office:value-type="currency" office:value="12.5"')
            + cell("4-3-51", 'office:value-type="date" office:date-value="1951-03-04"')
            + cell("19:30", 'office:value-type="time" office:time-value="PT19H30M00S"')
            + cell("WAAR", 'office:value-type="boolean" office:boolean-value="true"')
            + cell("0612345678", 'office:value-type="float" office:value="612345678"')
        )
    )
    day, clock = datetime.date(1951, 3, 4), datetime.time(19, 30)
    assert sheet.rows == (("Jan", 12, 12.5, day, clock, True, "0612345678"),)


def test_lines_spaces_and_comments_of_a_cell() -> None:
    inside = (
        "<office:annotation><text:p>verhuisd</text:p></office:annotation>"
        '<text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p>'
    )
    sheet = read(table(f'<table:table-cell office:value-type="string">{inside}</table:table-cell>'))
    assert sheet.rows == (("a  b\nc",),)
    assert sheet.comments == {(0, 0): "verhuisd"}


def test_what_the_cells_wear_is_told() -> None:
    hidden = '<table:table-row table:visibility="collapse">' + cell("y") + _END
    sheet = read(
        table(
            cell("a", 'table:style-name="weg" office:value-type="string"')
            + cell("b", 'table:style-name="geel" table:number-columns-spanned="2"'),
            hidden,
            attributes='table:style-name="uit"',
            columns='<table:table-column table:number-columns-repeated="1"/>'
            '<table:table-column table:visibility="collapse"/>',
        )
    )
    assert sheet.hidden
    assert sheet.struck == {(0, 0)}
    assert sheet.fills == {(0, 1): "#FFFF00"}
    assert sheet.hidden_rows == {1}
    assert sheet.hidden_columns == {1}
    assert sheet.merged == (MergedRange(0, 1, 0, 2),)


def test_errors_and_missing_outcomes_are_told() -> None:
    sheet = read(
        table(
            cell("x")
            + cell("#REF!", 'table:formula="of:=A9" office:value-type="string"')
            + '<table:table-cell table:formula="of:=A9"/>'
        )
    )
    assert sheet.error_cells == {(0, 1): "#REF!"}
    assert sheet.missing_values == {(0, 2)}


def test_empty_rest_of_the_sheet_is_cut_and_real_repeats_are_kept() -> None:
    rest = '<table:table-row table:number-rows-repeated="1048500"><table:table-cell/>' + _END
    twice = '<table:table-row table:number-rows-repeated="2">' + cell("x") + _END
    wide = '<table:table-cell table:number-columns-repeated="16000"/>'
    assert read(table(cell("a") + wide, twice, rest)).rows == (("a",), ("x",), ("x",))


@pytest.mark.parametrize(
    "body",
    [
        '<table:table-row table:number-rows-repeated="1048576">'
        + cell("x", 'table:number-columns-repeated="16384"')
        + _END,
        cell("x", 'table:number-columns-repeated="999999999"'),
        cell("x")
        + _END
        + '<table:table-row table:number-rows-repeated="900000000">'
        + _END
        + _ROW
        + cell("y"),
    ],
)
def test_repeats_that_unfold_to_millions_are_refused(body: str) -> None:
    for content in (ods(table(body)), flat_ods(table(body)).encode()):
        with pytest.raises(CannotRead) as refused:
            read_content(content, "a.ods")
        assert refused.value.reason is Reason.TOO_LARGE


def test_large_documents_are_judged_before_calamine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_document, "MAX_WITH_LOOK", 0)
    book = read_content(ods(table(cell("a") + cell("b"))), "a.ods")
    assert book.sheets[0].rows == (("a", "b"),)
    assert [note.code for note in book.notes] == [ReadCode.FORMATTING_SKIPPED]
    bomb = '<table:table-row table:number-rows-repeated="1048576">' + cell("x") + _END
    with pytest.raises(CannotRead):
        read_content(ods(table(bomb)), "a.ods")


def test_a_flat_document_is_read_too() -> None:
    book = read_content(flat_ods(table(cell("a"))).encode(), "a.fods")
    assert (book.file_format, book.sheets[0].rows) == (FileFormat.ODS, (("a",),))


def test_an_encrypted_document_has_a_password(shared_samples: Path) -> None:
    for name in ("087.ods", "095.ods"):
        with pytest.raises(CannotRead) as refused:
            read_content((shared_samples / "hostile" / name).read_bytes(), name)
        assert refused.value.reason is Reason.PROTECTED


def test_our_reader_and_calamine_see_the_same_values(shared_samples: Path) -> None:
    compared = 0
    for path in sorted(shared_samples.rglob("*.ods")):
        content = path.read_bytes()
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            ours = read_content(content, path.name)
        except (CalamineError, CannotRead):
            continue
        for sheet in ours.sheets:
            theirs = book.get_sheet_by_name(sheet.name)
            rows = theirs.to_python(skip_empty_area=False) if theirs.start is not None else []
            if not sheet.error_cells:
                assert _plain(sheet.rows) == _plain(rectangle(rows)), (path.name, sheet.name)
                compared += 1
    assert compared > 20


def _plain(rows: tuple[tuple[object, ...], ...]) -> list[list[str]]:
    """As text: calamine gives some dates as moments at midnight."""
    return [
        ["" if value is None else str(value).strip().removesuffix(" 00:00:00") for value in row]
        for row in rows
    ]
