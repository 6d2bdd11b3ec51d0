# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that could not be read come back as a workbook, and once corrected they are read."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.services.imports import ImportService, PreparedImport
from buurthuis_admin.services.rejected_rows import rejected_rows
from buurthuis_admin.storage.file import AdministrationFile

TODAY = datetime.date(2021, 6, 1)


@pytest.fixture
def imports(tmp_path: Path) -> Iterator[ImportService]:
    file = AdministrationFile.create(tmp_path / "a.buurthuis", "geheim")
    yield ImportService(file, clock=lambda: TODAY)
    file.close()


def prepare(imports: ImportService, folder: Path, name: str, *lines: str) -> PreparedImport:
    path = folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return imports.prepare([path])


def workbook_of(prepared: PreparedImport) -> openpyxl.Workbook:
    content = rejected_rows(prepared)
    assert content is not None
    return openpyxl.load_workbook(io.BytesIO(content))


def read_again(imports: ImportService, book: openpyxl.Workbook, path: Path) -> PreparedImport:
    book.save(path)
    again = imports.prepare([path])
    assert again.outcome.counts[RowFate.REJECTED] == 0
    return again


def test_a_row_without_a_name_is_corrected_and_read(imports: ImportService, tmp_path: Path) -> None:
    prepared = prepare(
        imports,
        tmp_path,
        "leden 2020.csv",
        "Ledenlijst 2020",
        "Lidnr;Naam;Straat;Huisnr;Plaats",
        "1;Jan Bos;Kerkpad;1;Waterdam",
        "2;;=Kerkpad;3;Waterdam",
    )
    book = workbook_of(prepared)
    (sheet,) = book.worksheets
    cell = sheet.cell(sheet.max_row, 2)
    assert cell.comment is not None
    assert cell.comment.text == "There is no name in this row. Fill in a name in the sheet."
    assert sheet.cell(sheet.max_row, 3).data_type == "s"
    cell.value = "Mia Vos"
    again = read_again(imports, book, tmp_path / "verbeterd.xlsx")
    (person,) = again.understood.reading.records.people
    assert (person.name.full, person.number, person.year) == ("Mia Vos", "2", 2020)


def test_a_date_that_cannot_be_is_corrected_and_read(
    imports: ImportService, tmp_path: Path
) -> None:
    prepared = prepare(
        imports,
        tmp_path,
        "Stoelyoga 2019.csv",
        "Datum;Naam;Aanwezig",
        "8-1-2019;Jan Bos;ja",
        "31-2-2019;Mia Vos;ja",
    )
    book = workbook_of(prepared)
    (sheet,) = book.worksheets
    sheet.cell(sheet.max_row, 1).value = "28-2-2019"
    again = read_again(imports, book, tmp_path / "nog eens.xlsx")
    (presence,) = again.understood.reading.records.presences
    assert presence.session.activity == "Stoelyoga"
    assert presence.session.day == datetime.date(2019, 2, 28)


def test_a_head_count_without_a_number_is_corrected_and_read(
    imports: ImportService, tmp_path: Path
) -> None:
    prepared = prepare(
        imports,
        tmp_path,
        "Inloop 2019.csv",
        "Datum;Aantal;Opmerking",
        "8-1-2019;12;",
        "15-1-2019;veel;druk",
        "22-1-2019;9;",
        "29-1-2019;14;",
    )
    book = workbook_of(prepared)
    (sheet,) = book.worksheets
    sheet.cell(sheet.max_row, 2).value = 31
    again = read_again(imports, book, tmp_path / "nog eens.xlsx")
    (count,) = again.understood.reading.records.head_counts
    assert (count.session.activity, count.number) == ("Inloop", 31)


def test_without_rejected_rows_there_is_no_workbook(imports: ImportService, tmp_path: Path) -> None:
    prepared = prepare(imports, tmp_path, "leden.csv", "Naam;Plaats", "Jan Bos;Waterdam")
    assert rejected_rows(prepared) is None
