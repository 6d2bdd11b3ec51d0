# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts of visitors without names: a date and a number, by kind of visitor or by activity."""

from __future__ import annotations

import datetime
import re
from collections import Counter

from buurthuis_admin.domain.activities import TALLY_VISITORS
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.importing.columns import Column
from buurthuis_admin.importing.context import as_activity_name
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.kinds.mentions import (
    activity_name,
    activity_of,
    day_of,
    days_across,
)
from buurthuis_admin.importing.outcome import Orientation
from buurthuis_admin.importing.records import HeadCountRecord, SessionKey, SessionRecord
from buurthuis_admin.importing.values.marks import is_cancelled_word
from buurthuis_admin.importing.values.tallies import is_tally_word, number_in
from buurthuis_admin.importing.values.texts import content_of, text_of
from buurthuis_admin.importing.workbook import CellValue

_ABOUT = re.compile(
    r"(?:ca\.?|circa|±|\+/-|ong\.?|ongeveer|plm\.?|~)?\s*(\d{1,5})(?:\s*(?:pers(?:onen)?|p|man|mensen|bezoekers)\.?)?"
)
_SUM = re.compile(r"\d{1,4}(?:\s*\+\s*\d{1,4})+")


def read_head_counts(context: TableContext) -> None:
    """Read counts of visitors, whichever way the table lies."""
    context.exclude_other_rows()
    if context.found.orientation is Orientation.ROWS_ARE_ACTIVITIES:
        _read_activities_down(context)
    else:
        _CountList(context).read()


def parse_count(cell: CellValue) -> int | None:
    """A number of people; None for an empty cell; ValueError for what is no number."""
    if isinstance(cell, bool | datetime.date):
        raise ValueError("not a number of people")
    if isinstance(cell, int | float):
        if cell < 0 or cell != int(cell):
            raise ValueError(f"not a number of people: {cell}")
        return int(cell)
    text = content_of(cell)
    if not text:
        return None
    if _SUM.fullmatch(text):
        return sum(int(part) for part in text.split("+"))
    match = _ABOUT.fullmatch(fold(text))
    if match is None:
        raise ValueError(f"not a number of people: {text!r}")
    return int(match[1])


class _CountList:
    """A date in each row, and one or more columns of numbers."""

    def __init__(self, context: TableContext) -> None:
        self.context = context
        self.numbers = self._number_columns()
        self.by_activity = self._columns_are_activities()
        has_own = context.found.first(Field.ACTIVITY) is not None or self.by_activity
        self.default = context.around.activity if has_own else activity_of(context)
        self.ordinals: Counter[tuple[str, datetime.date]] = Counter()

    def _number_columns(self) -> list[Column]:
        found = self.context.found
        counts = found.having(Field.COUNT)
        others = [c for c in found.columns if c.field is None and self._is_numeric(c)]
        if counts and others and not self._add_up(others, counts[0]):
            return counts[:1]
        return others or counts[:1] or found.having(Field.TOTAL)[:1]

    def _is_numeric(self, column: Column) -> bool:
        cells = [
            self.context.cells(row)[column.index] for row in self.context.table.data_rows[:200]
        ]
        filled = [cell for cell in cells if cell is not None]
        numbers = [cell for cell in filled if number_in(cell) is not None]
        return bool(column.heading) and bool(filled) and len(numbers) >= 0.7 * len(filled)

    def _add_up(self, parts: list[Column], whole: Column) -> bool:
        rows = [self.context.cells(row) for row in self.context.table.data_rows[:200]]
        equal = 0
        for cells in rows:
            total = sum(number_in(cells[column.index]) or 0 for column in parts)
            equal += total == number_in(cells[whole.index])
        return equal >= 0.8 * len(rows) > 0

    def _columns_are_activities(self) -> bool:
        named = [c for c in self.numbers if c.field is None and not is_tally_word(c.heading)]
        if not named or len(named) < len(self.numbers):
            return False
        if self.context.around.activity and len(named) == 1:
            return False
        self.context.ask(
            "columns_mean", "columns_are_activities", columns=", ".join(c.heading for c in named)
        )
        return True

    def read(self) -> None:
        """Go through the rows; one without a date or a number is said so."""
        for row in self.context.table.data_rows:
            self._read_row(row)

    def _read_row(self, row: int) -> None:
        cell = self.context.value(row, Field.DATE)
        if cell is None:
            filled = sum(value is not None for value in self.context.cells(row))
            if filled > 1:
                self.context.reject(row, "no_date")
            else:
                self.context.exclude(row, "row_note")
            return
        try:
            day = day_of(self.context, cell)
        except ValueError:
            self.context.reject(row, "date_unreadable", value=text_of(cell))
            return
        self._read_counts(row, day)

    def _read_counts(self, row: int, day: datetime.date) -> None:
        texts = [content_of(self.context.cells(row)[column.index]) for column in self.numbers]
        remark = self.context.text(row, Field.REMARK)
        cancelled = next((t for t in (*texts, remark) if t and is_cancelled_word(fold(t))), "")
        numbers: list[tuple[Column, int]] = []
        for column in self.numbers:
            number = self._count(row, column, cancelled)
            if number is not None:
                numbers.append((column, number))
        if not numbers and not cancelled:
            self.context.reject(row, "no_number")
            return
        if cancelled and not any(number for _, number in numbers):
            self._session(row, day, self._activity(row, None), cancelled=True, reason=cancelled)
            return
        self._keep(row, day, numbers, remark)

    def _count(self, row: int, column: Column, cancelled: str) -> int | None:
        cell = self.context.cells(row)[column.index]
        try:
            return parse_count(cell)
        except ValueError:
            if not cancelled:
                self.context.ask(
                    "value_unreadable", "left_empty", row, field="count", value=text_of(cell)
                )
            return None

    def _keep(
        self, row: int, day: datetime.date, numbers: list[tuple[Column, int]], remark: str
    ) -> None:
        source = self.context.source(row)
        records = self.context.out.records
        key: SessionKey | None = None
        for column, number in numbers:
            if key is None or self.by_activity:
                activity = self._activity(row, column if self.by_activity else None)
                key = self._session(row, day, activity, remark=remark)
            tally = TALLY_VISITORS
            if column.field is None and not self.by_activity:
                tally = fold(clean(column.heading))
            records.head_counts.append(HeadCountRecord(key, source, number, tally))

    def _activity(self, row: int, column: Column | None) -> str:
        if column is not None:
            return as_activity_name(column.heading)
        text = self.context.text(row, Field.ACTIVITY)
        return activity_name(text) if text else self.default or activity_of(self.context)

    def _session(
        self,
        row: int,
        day: datetime.date,
        activity: str,
        *,
        cancelled: bool = False,
        reason: str = "",
        remark: str = "",
    ) -> SessionKey:
        key = SessionKey(activity, day, self.ordinals[fold(activity), day])
        self.ordinals[fold(activity), day] += 1
        record = SessionRecord(key, self.context.source(row), cancelled, reason, remark)
        self.context.out.records.sessions.append(record)
        return key


def _read_activities_down(context: TableContext) -> None:
    """Dates across, and a row for each activity or each kind of visitor."""
    days = days_across(context)
    seen: dict[SessionKey, SessionRecord] = {}
    name_column = next((c for c in context.found.columns if c.head is None), None)
    for row in context.table.data_rows:
        cells = context.cells(row)
        name = text_of(cells[name_column.index]) if name_column else ""
        numbers = _numbers_across(context, row, days)
        if not numbers:
            context.exclude(row, "row_note")
            continue
        tally = is_tally_word(name) or not name
        activity = activity_of(context) if tally else as_activity_name(name)
        for day, number in numbers:
            key = SessionKey(activity, day)
            seen.setdefault(key, SessionRecord(key, context.source(row)))
            kind = fold(name) if tally and name else TALLY_VISITORS
            context.out.records.head_counts.append(
                HeadCountRecord(key, context.source(row), number, kind)
            )
    context.out.records.sessions += seen.values()


def _numbers_across(
    context: TableContext, row: int, days: dict[int, datetime.date]
) -> list[tuple[datetime.date, int]]:
    found = []
    for index, day in days.items():
        cell = context.cells(row)[index]
        try:
            number = parse_count(cell)
        except ValueError:
            context.ask("value_unreadable", "left_empty", row, field="count", value=text_of(cell))
            continue
        if number is not None:
            found.append((day, number))
    return found
