# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Old .xls files with xlrd: the look of the cells, and the values where calamine refuses."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import xlrd
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.formatting import XF
from xlrd.sheet import Cell
from xlrd.sheet import Sheet as OldSheet

from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.look import MAX_POSITIONS, Look, make_sheet
from buurthuis_admin.importing.reading.openxml_styles import WHITE, leading_zeros
from buurthuis_admin.importing.reading.tidy import check_extent, clock, day_or_moment
from buurthuis_admin.importing.workbook import MergedRange, Sheet

_NOTHING = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
_SOLID = 1


def open_old(content: bytes) -> Book:
    """The book; raises CannotRead."""
    try:
        return _open(content, formatting=True)
    except CannotRead as refused:
        if refused.reason is not Reason.DAMAGED:
            raise
    return _open(content, formatting=False)


def _open(content: bytes, *, formatting: bool) -> Book:
    try:
        return xlrd.open_workbook(
            file_contents=content,
            formatting_info=formatting,
            logfile=io.StringIO(),
            ragged_rows=True,
        )
    except MemoryError:
        raise
    except Exception as error:  # xlrd raises whatever the damage leads to
        secret = isinstance(error, XLRDError) and "encrypted" in str(error).lower()
        raise CannotRead(Reason.PROTECTED if secret else Reason.DAMAGED) from error


def look_at_all(book: Book) -> dict[str, Look]:
    """The look of each sheet by its name; refuses one whose cells lie too far apart."""
    for sheet in book.sheets():
        _judge_extent(sheet)
    return {sheet.name: _look_at(book, sheet) for sheet in book.sheets()}


def read_values(book: Book, looks: Mapping[str, Look]) -> list[Sheet]:
    """The sheets, for files that calamine does not read."""
    return [
        make_sheet(
            sheet.name,
            [[_value(book, cell) for cell in sheet.row(row)] for row in range(sheet.nrows)],
            looks.get(sheet.name) or Look(),
            hidden=sheet.visibility != 0,
            merged=_merged_ranges(sheet),
        )
        for sheet in book.sheets()
    ]


def _judge_extent(sheet: OldSheet) -> None:
    """Refuse a sheet whose filled cells lie too far apart."""
    height = width = 0
    for row in range(sheet.nrows):
        types = sheet.row_types(row)
        filled = next((n for n in range(len(types), 0, -1) if types[n - 1] not in _NOTHING), 0)
        if filled:
            height, width = row + 1, max(width, filled)
    check_extent(height, width, sheet.name)


def _look_at(book: Book, sheet: OldSheet) -> Look:
    """Everything about the cells that is not their value."""
    look = Look()
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == xlrd.XL_CELL_ERROR:
                look.errors[row, column] = _error_text(sheet.cell_value(row, column))
            look.filled_cells = look.filled_cells or kind not in _NOTHING
            if book.formatting_info:
                _wear(look, book, sheet, row, column)
    look.comments = {
        position: note.text.strip() for position, note in sheet.cell_note_map.items() if note.text
    }
    look.hidden_rows = {row for row, info in sheet.rowinfo_map.items() if info.hidden}
    look.hidden_columns = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    return look


def _merged_ranges(sheet: OldSheet) -> tuple[MergedRange, ...]:
    """The merged blocks; xlrd gives the ends excluded."""
    return tuple(
        MergedRange(top, left, bottom - 1, right - 1)
        for top, bottom, left, right in sheet.merged_cells
    )


def _wear(look: Look, book: Book, sheet: OldSheet, row: int, column: int) -> None:
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    if book.font_list[style.font_index].struck_out and len(look.struck) < MAX_POSITIONS:
        look.struck.add((row, column))
    name = _fill_colour(book, style)
    if name and name != WHITE and len(look.fills) < MAX_POSITIONS:
        look.fills[row, column] = name
    number_format = book.format_map.get(style.format_key)
    zeros = leading_zeros(number_format.format_str) if number_format else None
    if zeros:
        look.zeros[row, column] = zeros


def _fill_colour(book: Book, style: XF) -> str | None:
    background = style.background
    if background is None or background.fill_pattern != _SOLID:
        return None
    colour = book.colour_map.get(background.pattern_colour_index)
    return "#{:02X}{:02X}{:02X}".format(*colour) if colour else None


def _value(book: Book, cell: Cell) -> Any:
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _moment(book, float(cell.value))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    return None if cell.ctype in (*_NOTHING, xlrd.XL_CELL_ERROR) else cell.value


def _moment(book: Book, serial: float) -> Any:
    try:
        moment = xlrd.xldate_as_datetime(serial, book.datemode)
    except (ValueError, OverflowError):
        return serial
    if 0 <= serial < 1:
        return clock(moment - moment.replace(hour=0, minute=0, second=0, microsecond=0))
    return day_or_moment(moment)


def _error_text(code: Any) -> str:
    return str(xlrd.error_text_from_code.get(code, "#N/A"))
