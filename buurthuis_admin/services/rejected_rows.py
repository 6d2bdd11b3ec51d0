# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows that could not be read, as a workbook to correct and to read in again.

Each sheet has the headings of its table, so that it is recognised as it was; the reason stands
as a comment at the cell that has to be corrected, which is coloured.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from buurthuis_admin.importing.columns import NAMES
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Reason, RowFate, SheetOutcome
from buurthuis_admin.importing.tables import RowRole
from buurthuis_admin.importing.wording import sentence
from buurthuis_admin.importing.workbook import Row
from buurthuis_admin.services.imports import PreparedImport
from buurthuis_admin.services.workbooks import sheet_title, shown_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_AT_FAULT: dict[str, frozenset[Field]] = {
    "no_name": NAMES,
    "no_date": frozenset((Field.DATE,)),
    "date_unreadable": frozenset((Field.DATE,)),
    "no_number": frozenset((Field.COUNT, Field.TOTAL)),
    "no_activity": frozenset((Field.ACTIVITY,)),
    "no_funder": frozenset((Field.FUNDER,)),
    "no_hours": frozenset((Field.HOURS,)),
}
_COLOUR = "FFFDE9C8"
_WIDTH = 16
_COMMENT_SIZE = (300, 90)  # pixels


@dataclass(frozen=True, slots=True)
class _Rejected:
    """The rejected rows of one table."""

    found: FoundTable
    rows: dict[int, Reason]  # zero-based


def rejected_rows(prepared: PreparedImport) -> bytes | None:
    """An xlsx of the rows of a box that cannot be read; None when there are none."""
    tables = list(_tables(prepared))
    if not tables:
        return None
    from openpyxl import Workbook  # a fifth of a second that the start need not pay

    book = Workbook()
    book.remove(book.worksheets[0])
    titles: set[str] = set()
    for rejected in tables:
        title = _free(sheet_title(rejected.found.sheet.name), titles)
        titles.add(title.lower())
        _write(book.create_sheet(title), rejected)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _tables(prepared: PreparedImport) -> Iterator[_Rejected]:
    sheets: dict[tuple[str, str], SheetOutcome] = {
        (file.file, sheet.sheet): sheet for file in prepared.outcome.files for sheet in file.sheets
    }
    for found in prepared.understood.tables:
        sheet = sheets[found.file, found.sheet.name]
        rows = {
            account.row - 1: account.reason
            for account in sheet.rows
            if account.fate is RowFate.REJECTED
            and account.reason is not None
            and account.row - 1 in found.table.body
        }
        if rows:
            yield _Rejected(found, rows)


def _free(title: str, taken: set[str]) -> str:
    """A title that no other sheet has; Excel tells no capitals apart."""
    free, number = title, 1
    while free.lower() in taken:
        number += 1
        free = f"{title[:27]} {number}"
    return free


def _write(page: Worksheet, rejected: _Rejected) -> None:
    from openpyxl.utils import get_column_letter

    found, at = rejected.found, 1
    _fill(page, at, (_about(found),))
    for row in _rows_above(found):
        at += 1
        _fill(page, at, found.table.own_cells(found.sheet, row))
    for row, reason in rejected.rows.items():
        at += 1
        _fill(page, at, found.table.own_cells(found.sheet, row))
        _explain(page, at, _place(found, reason), reason)
    for column in range(found.table.last_column - found.table.first_column + 1):
        page.column_dimensions[get_column_letter(column + 1)].width = _WIDTH


def _about(found: FoundTable) -> str:
    """The name of the file: a year or an activity may stand in it alone."""
    return re.sub(r"[\s_]+", " ", PurePath(found.file).stem)


def _rows_above(found: FoundTable) -> list[int]:
    roles = found.table.roles
    titles = [row for row, role in roles.items() if role is RowRole.TITLE]
    return [*sorted(titles), *found.table.heading_rows]


def _fill(page: Worksheet, at: int, cells: Row) -> None:
    for column, value in enumerate(cells, start=1):
        if value is None:
            continue
        cell = page.cell(at, column)
        if isinstance(value, str):
            cell.value = shown_text(value)
            cell.data_type = "s"  # what somebody typed is never a formula
        else:
            cell.value = value
            if isinstance(value, datetime.date):
                cell.number_format = "dd-mm-yyyy"


def _place(found: FoundTable, reason: Reason) -> int:
    """The column of the table, from 1, where the correction belongs."""
    fields = _AT_FAULT.get(reason.code, frozenset())
    return next((_own(found, c.index) + 1 for c in found.found.columns if c.field in fields), 1)


def _own(found: FoundTable, index: int) -> int:
    """The column itself, or the first of those that a person made it of."""
    made = index - len(found.table.headings)
    return index if made < 0 else found.table.made[made].of[0] - found.table.first_column


def _explain(page: Worksheet, at: int, column: int, reason: Reason) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = page.cell(at, column)
    cell.fill = PatternFill("solid", fgColor=_COLOUR)
    comment = Comment(sentence(reason), "Buurthuis Administratie")
    comment.width, comment.height = _COMMENT_SIZE
    cell.comment = comment
