# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads files with calamine, joined with the second look that each format allows."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping
from typing import Any

import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from buurthuis_admin.importing.reading.archive import Archive
from buurthuis_admin.importing.reading.failure import CannotRead, DeclaredEntity, Reason
from buurthuis_admin.importing.reading.look import Look, as_cell, make_sheet
from buurthuis_admin.importing.reading.openxml import look_at_all
from buurthuis_admin.importing.workbook import MergedRange, ReadCode, ReadNote, Sheet

MAX_OLD_WITH_FORMATTING = 8 * 2**20
MAX_SECOND_READER = 20 * 2**20

Reading = tuple[list[Sheet], list[ReadNote]]


def read_openxml(content: bytes, archive: Archive) -> Reading:
    """An xlsx or xlsm file; openpyxl where calamine fails or sees nothing."""
    looks, notes = _looked(lambda: look_at_all(archive))
    small = archive.unpacked_size <= MAX_SECOND_READER
    try:
        sheets = _with_calamine(content, looks)
    except CannotRead as refused:
        if refused.reason is not Reason.DAMAGED or not small:
            raise
        sheets = []
    if small and not _sees_all(sheets, looks):
        return _second_openxml(content, looks, sheets, notes)
    return sheets, notes


def read_without_look(content: bytes) -> Reading:
    """An xlsb or a large ods file: calamine alone."""
    return _with_calamine(content, {}), [ReadNote(ReadCode.FORMATTING_SKIPPED)]


def read_old(content: bytes) -> Reading:
    """An xls file: values by calamine, the look by xlrd, which also reads what calamine refuses."""
    if len(content) > MAX_OLD_WITH_FORMATTING:
        return read_without_look(content)
    from buurthuis_admin.importing.reading import old_excel

    try:
        book = old_excel.open_old(content)
    except CannotRead as refused:
        if refused.reason is not Reason.DAMAGED:
            raise
        return read_without_look(content)
    looks, notes = _looked(lambda: old_excel.look_at_all(book))
    try:
        sheets = _with_calamine(content, looks)
    except CannotRead as refused:
        if refused.reason is not Reason.DAMAGED:
            raise
        sheets = []
    if _sees_all(sheets, looks):
        return sheets, notes
    note = ReadNote(ReadCode.SECOND_READER, {"reader": "xlrd"})
    return old_excel.read_values(book, looks), [*notes, note]


def _looked(look: Callable[[], dict[str, Look]]) -> tuple[dict[str, Look], list[ReadNote]]:
    """The second look, which may fail on a part that the values do not need."""
    try:
        return look(), []
    except DeclaredEntity:
        raise
    except CannotRead as refused:
        if refused.reason is Reason.TOO_LARGE:
            raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError):
        # The values do not need it: the note tells that the look is missing.
        return {}, [ReadNote(ReadCode.FORMATTING_SKIPPED)]
    return {}, [ReadNote(ReadCode.FORMATTING_SKIPPED)]


def _with_calamine(content: bytes, looks: Mapping[str, Look]) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [
            _sheet(book, index, looks.get(metadata.name) or Look())
            for index, metadata in enumerate(book.sheets_metadata)
            if metadata.typ == SheetTypeEnum.WorkSheet
        ]
    except (CannotRead, MemoryError, KeyboardInterrupt):
        raise
    except python_calamine.PasswordError as error:
        raise CannotRead(Reason.PROTECTED) from error
    except BaseException as error:  # a panic in Rust arrives as a BaseException
        raise CannotRead(Reason.DAMAGED) from error


def _sheet(book: CalamineWorkbook, index: int, look: Look) -> Sheet:
    metadata = book.sheets_metadata[index]
    found = book.get_sheet_by_index(index)
    rows = found.to_python(skip_empty_area=False) if found.start is not None else []
    hidden = metadata.visible != SheetVisibleEnum.Visible
    return make_sheet(metadata.name, rows, look, hidden=hidden, merged=_merged(found))


def _merged(sheet: CalamineSheet) -> list[MergedRange]:
    return [MergedRange(*first, *last) for first, last in sheet.merged_cell_ranges or ()]


def _sees_all(sheets: list[Sheet], looks: Mapping[str, Look]) -> bool:
    """Whether no sheet came out empty that the second look saw cells in."""
    seen = {sheet.name for sheet in sheets if sheet.rows or sheet.error_cells}
    return bool(sheets) and all(name in seen for name, look in looks.items() if look.filled_cells)


def _second_openxml(
    content: bytes, looks: Mapping[str, Look], first: list[Sheet], notes: list[ReadNote]
) -> Reading:
    try:
        sheets = _with_openpyxl(content, looks)
    except (CannotRead, MemoryError):
        raise
    except Exception as error:  # openpyxl raises whatever the damage leads to
        if first:
            return first, notes
        raise CannotRead(Reason.DAMAGED) from error
    if not any(sheet.rows for sheet in sheets):
        return first or sheets, notes
    return sheets, [*notes, ReadNote(ReadCode.SECOND_READER, {"reader": "openpyxl"})]


def _with_openpyxl(content: bytes, looks: Mapping[str, Look]) -> list[Sheet]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file declares of its size is often wrong
        rows = [[_plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        look = looks.get(sheet.title) or Look()
        sheets.append(make_sheet(sheet.title, rows, look, hidden=sheet.sheet_state != "visible"))
    return sheets


def _plain(value: Any) -> Any:
    plain = (str, int, float, bool, datetime.date, datetime.time, datetime.timedelta)
    return as_cell(value) if value is None or isinstance(value, plain) else str(value)
