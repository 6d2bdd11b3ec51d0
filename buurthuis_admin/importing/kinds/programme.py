# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of activities (day, time, room, leader) and hours of volunteers."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal, InvalidOperation

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.text import clean
from buurthuis_admin.importing.columns import Column
from buurthuis_admin.importing.context import as_activity_name
from buurthuis_admin.importing.date_heads import HeadKind
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.kinds.mentions import days_across, mentions_in
from buurthuis_admin.importing.outcome import Orientation
from buurthuis_admin.importing.records import ActivityRecord, HoursRecord
from buurthuis_admin.importing.values.dates import other_context, parse_date
from buurthuis_admin.importing.values.people import parse_money_cell
from buurthuis_admin.importing.values.texts import content_of, text_of
from buurthuis_admin.importing.workbook import CellValue

_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::\d{2})?")
MOST_HOURS_IN_A_MONTH = Decimal(744)  # 31 days of 24 hours


def read_activities(context: TableContext) -> None:
    """Read a list of what the centre offers."""
    context.exclude_other_rows()
    for row in context.table.data_rows:
        name = context.text(row, Field.ACTIVITY)
        if not name:
            context.reject(row, "no_activity")
            continue
        context.out.records.activities.append(_activity(context, row, name))


def _activity(context: TableContext, row: int, name: str) -> ActivityRecord:
    when = " ".join(
        text_of(value)
        for field in (Field.WEEKDAY, Field.TIME)
        if (value := context.value(row, field)) is not None
    )
    capacity = context.text(row, Field.CAPACITY)
    return ActivityRecord(
        context.source(row),
        as_activity_name(name),
        theme=context.text(row, Field.THEME),
        target_group=context.text(row, Field.TARGET_GROUP),
        room=context.text(row, Field.ROOM),
        leader=context.text(row, Field.LEADER),
        weekday_and_time=clean(when),
        capacity=int(capacity) if capacity.isdigit() and int(capacity) > 0 else None,
        own_contribution=_money(context, row),
    )


def _money(context: TableContext, row: int) -> Decimal | None:
    cell = context.value(row, Field.OWN_CONTRIBUTION)
    try:
        amount = parse_money_cell(cell)
    except ValueError:
        context.ask(
            "value_unreadable", "left_empty", row, field="own_contribution", value=text_of(cell)
        )
        return None
    return amount if amount is None or amount >= 0 else None


# --- hours -----------------------------------------------------------------------------------


def read_hours(context: TableContext) -> None:
    """Read hours of volunteers: a list, or people down and days or months across."""
    context.exclude_other_rows()
    across = _days(context) if context.found.orientation is Orientation.PEOPLE_DOWN else {}
    for row in context.table.data_rows:
        people = mentions_in(context, row)
        if not people:
            context.reject(row, "no_name")
            continue
        before = len(context.out.records.hours)
        for day, cell in _cells(context, row, across):
            hours = _hours(context, row, cell)
            if hours:
                context.out.records.hours.append(
                    HoursRecord(
                        context.source(row),
                        people[0],
                        day,
                        hours,
                        activity=as_activity_name(context.text(row, Field.ACTIVITY)),
                        task=context.text(row, Field.ROLE),
                    )
                )
        if len(context.out.records.hours) == before:
            context.exclude(row, "no_hours")


def _days(context: TableContext) -> dict[int, PartialDate]:
    """The day or month of each column."""
    months: dict[int, PartialDate] = {}
    others: list[Column] = []
    for column in context.found.columns:
        head = column.head
        if head is None:
            continue
        if head.kind is not HeadKind.MONTH:
            others.append(column)
        elif head.year or context.around.season:
            year = head.year or context.around.season.year_of(head.month)  # type: ignore[union-attr]
            months[column.index] = PartialDate(year, head.month)
        else:
            context.ask("date_of_column", "column_not_used", column=column.heading)
    if not others:
        return months
    return months | {
        index: PartialDate.of(day)
        for index, day in days_across(context).items()
        if index not in months
    }


def _cells(
    context: TableContext, row: int, across: dict[int, PartialDate]
) -> list[tuple[PartialDate, CellValue]]:
    if across:
        return [(day, context.cells(row)[index]) for index, day in across.items()]
    day = _day(context, row)
    return [(day, context.value(row, Field.HOURS))] if day is not None else []


def _day(context: TableContext, row: int) -> PartialDate | None:
    cell = context.value(row, Field.DATE)
    try:
        found = parse_date(
            cell, other_context(context.latest, context.order_of(Field.DATE), context.year)
        )
    except ValueError:
        context.ask("value_unreadable", "left_empty", row, field="date", value=text_of(cell))
        return None
    if found is None and context.year is not None:
        return PartialDate(context.year)
    return found


def _hours(context: TableContext, row: int, cell: CellValue) -> Decimal | None:
    try:
        hours = parse_hours(cell)
    except ValueError:
        context.ask("value_unreadable", "left_empty", row, field="hours", value=text_of(cell))
        return None
    if hours is not None and not 0 <= hours <= MOST_HOURS_IN_A_MONTH:
        context.ask("value_unreadable", "left_empty", row, field="hours", value=text_of(cell))
        return None
    return hours


def parse_hours(cell: CellValue) -> Decimal | None:
    """Hours as '3,5', '3:30', 3.5 or a time of Excel; None for none; ValueError otherwise."""
    if isinstance(cell, datetime.timedelta):
        return (Decimal(int(cell.total_seconds())) / 3600).quantize(Decimal("0.01"))
    if isinstance(cell, datetime.time):
        return (Decimal(cell.hour * 60 + cell.minute) / 60).quantize(Decimal("0.01"))
    if isinstance(cell, datetime.date | bool):
        raise ValueError("not a number of hours")
    if isinstance(cell, int | float):
        return Decimal(repr(cell)).quantize(Decimal("0.01"))
    text = (
        content_of(cell).lower().removesuffix("uur").removesuffix("u").removesuffix("hours").strip()
    )
    if not text:
        return None
    clock = _CLOCK.fullmatch(text)
    if clock is not None:
        return (Decimal(int(clock[1]) * 60 + int(clock[2])) / 60).quantize(Decimal("0.01"))
    try:
        return Decimal(text.replace(",", ".")).quantize(Decimal("0.01"))
    except InvalidOperation:
        raise ValueError(f"not a number of hours: {text!r}") from None
