# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Old .xls files with xlrd: the look of the cells, and the values where calamine refuses."""

from __future__ import annotations

import io
from typing import Any

import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell
from xlrd.sheet import Sheet as OldSheet

from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.look import MAX_POSITIONS, Look
from buurthuis_admin.importing.reading.openxml_styles import WHITE, leading_zeros
from buurthuis_admin.importing.reading.tidy import check_extent, clock, day_or_moment
from buurthuis_admin.importing.workbook import MergedRange

_NOTHING = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)
_SOLID = 1


def open_old(content: bytes) -> Book:
    """The book; raises CannotRead."""
    for formatting in (True, False):
        try:
            return xlrd.open_workbook(
                file_contents=content,
                formatting_info=formatting,
                logfile=io.StringIO(),
                ragged_rows=True,
            )
        except MemoryError:
            raise
        except xlrd.XLRDError as error:
            if "encrypted" in str(error).lower() or "password" in str(error).lower():
                raise CannotRead(Reason.PASSWORD) from error
        except Exception:  # xlrd raises whatever the damage leads to: struct.error, KeyError, …
            continue
    raise CannotRead(Reason.DAMAGED)


def judge_extent(sheet: OldSheet) -> None:
    """Refuse a sheet whose filled cells lie too far apart."""
    height = width = 0
    for row in range(sheet.nrows):
        types = sheet.row_types(row)
        filled = next((n for n in range(len(types), 0, -1) if types[n - 1] not in _NOTHING), 0)
        if filled:
            height, width = row + 1, max(width, filled)
    check_extent(height, width, sheet.name)


def look_at_old(book: Book, sheet: OldSheet) -> Look:
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


def merged_ranges(sheet: OldSheet) -> tuple[MergedRange, ...]:
    """The merged blocks; xlrd gives the ends excluded."""
    return tuple(
        MergedRange(top, left, bottom - 1, right - 1)
        for top, bottom, left, right in sheet.merged_cells
    )


def values(book: Book, sheet: OldSheet) -> list[list[Any]]:
    """The cells, for files that calamine does not read."""
    return [[_value(book, cell) for cell in sheet.row(row)] for row in range(sheet.nrows)]


def _wear(look: Look, book: Book, sheet: OldSheet, row: int, column: int) -> None:
    style = book.xf_list[sheet.cell_xf_index(row, column)]
    if book.font_list[style.font_index].struck_out and len(look.struck) < MAX_POSITIONS:
        look.struck.add((row, column))
    background = style.background
    colour = book.colour_map.get(background.pattern_colour_index)
    if background.fill_pattern == _SOLID and colour and len(look.fills) < MAX_POSITIONS:
        name = "#%02X%02X%02X" % colour
        if name != WHITE:
            look.fills[row, column] = name
    number_format = book.format_map.get(style.format_key)
    zeros = leading_zeros(number_format.format_str) if number_format else None
    if zeros:
        look.zeros[row, column] = zeros


def _value(book: Book, cell: Cell) -> Any:
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _moment(book, cell.value)
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
