# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which of day and month comes first: decided over a whole column, and shown by an example."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from buurthuis_admin.importing.columns import Column
from buurthuis_admin.importing.corrections import HEADINGS, TableCorrection
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.tables import Table
from buurthuis_admin.importing.values.dates import DateOrder, order_of
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue, Sheet

DATED = frozenset(
    (Field.BORN, Field.JOINED, Field.LEFT, Field.DATE, Field.DECIDED, Field.APPLIED_ON, Field.DUE,
     Field.STARTS, Field.ENDS)
)  # fmt: skip
_LOOKED_AT = 1000  # rows of a column
_EITHER_WAY = re.compile(r"'?(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")


@dataclass(frozen=True, slots=True)
class OrderChoice:
    """Dates that read in two ways: where, one of them, and the day and month of each reading."""

    column: int  # of the sheet, or HEADINGS
    example: str
    day_first: datetime.date  # in a leap year: its year says nothing
    month_first: datetime.date
    order: DateOrder


def orders_in(
    sheet: Sheet, table: Table, columns: Iterable[Column], said: TableCorrection
) -> dict[int, DateOrder]:
    """The order of each column of dates, by its place in the table."""
    rows = table.data_rows[:_LOOKED_AT]
    found: dict[int, DateOrder] = {}
    for column in columns:
        if column.field in DATED:
            told = said.orders.get(table.first_column + column.index)
            cells = (table.cells(sheet, row)[column.index] for row in rows)
            found[column.index] = told or order_of([cell for cell in cells if cell is not None])
    return found


def order_choices(
    sheet: Sheet, table: Table, columns: Iterable[Column], orders: Mapping[int, DateOrder],
    said: TableCorrection,
) -> list[OrderChoice]:  # fmt: skip
    """The columns and headings with a date that reads in two ways."""
    rows = table.data_rows[:_LOOKED_AT]
    choices = [
        _choice(table.first_column + at, (table.cells(sheet, row)[at] for row in rows), order)
        for at, order in orders.items()
    ]
    heads = [column.heading for column in columns if column.head is not None]
    order = said.orders.get(HEADINGS, DateOrder.DAY_FIRST)
    return [one for one in (*choices, _choice(HEADINGS, heads, order)) if one is not None]


def _choice(column: int, cells: Iterable[CellValue], order: DateOrder) -> OrderChoice | None:
    for cell in cells:
        match = _EITHER_WAY.fullmatch(text_of(cell)) if isinstance(cell, str) else None
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        if first != second and 1 <= first <= 12 and 1 <= second <= 12:
            days = datetime.date(2020, second, first), datetime.date(2020, first, second)
            return OrderChoice(column, match[0], *days, order)
    return None
