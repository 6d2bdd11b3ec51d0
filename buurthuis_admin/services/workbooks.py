# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Workbooks of Excel, of which no cell is ever a formula."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from buurthuis_admin.domain.dates import PartialDate

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value: TypeAlias = str | int | Decimal | datetime.date | PartialDate | bool | None
Sheet: TypeAlias = tuple[str, Sequence[str], Iterable[Sequence[Value]]]
# What XML cannot hold: one of these in a name and no program opens the workbook.
_NOT_IN_A_CELL = {
    sign: " "
    for sign in (*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if sign not in (9, 10)
}
_NOT_IN_A_TITLE = re.compile(r"[\\*?:/\[\]]")
_LONGEST_TEXT = 32_767  # what a cell of Excel can hold
_LONGEST_TITLE = 31
_FORMATS = {Decimal: "#,##0.00", datetime.date: "dd-mm-yyyy"}
_WIDTH = 18
_MOMENT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """A workbook; each sheet has a title, headings and rows. The same cells give the same bytes."""
    from openpyxl import Workbook  # a fifth of a second that the start need not pay

    book = Workbook(write_only=True)
    for title, headings, rows in sheets:
        sheet = book.create_sheet(sheet_title(title))
        sheet.freeze_panes = "A2"
        for place in range(len(headings)):
            sheet.column_dimensions[_letter(place)].width = _WIDTH
        sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return _without_moment(content)


def _without_moment(book: io.BytesIO) -> bytes:
    """The same workbook without the moment at which it was made, which says nothing of a year."""
    packed = io.BytesIO()
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)  # of 1980, the first day that a zip file knows
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = source.read(name)
            told = name == "docProps/core.xml"
            target.writestr(entry, _MOMENT.sub(b"", content) if told else content)
    return packed.getvalue()


def sheet_title(title: str) -> str:
    """A name that Excel takes for a sheet."""
    return _NOT_IN_A_TITLE.sub(" ", title.translate(_NOT_IN_A_CELL))[:_LONGEST_TITLE]


def shown_text(text: str) -> str:
    """A text that Excel can hold in a cell."""
    return text.translate(_NOT_IN_A_CELL)[:_LONGEST_TEXT]


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))


def _cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> Cell:
    from openpyxl.cell import Cell
    from openpyxl.styles import Font

    cell = Cell(sheet, row=1, column=1)
    if isinstance(value, PartialDate):
        value = value.first_day if value.complete else str(value)
    if isinstance(value, str):
        cell.value = shown_text(value)
        # What somebody typed is never a formula, whatever it begins with.
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
        cell.number_format = _FORMATS.get(type(value), cell.number_format)
    if bold:
        cell.font = Font(bold=True)
    return cell
