# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How sheets of attendance and hours name people, activities and days."""

from __future__ import annotations

import datetime
import re
from pathlib import PurePath

from buurthuis_admin.domain.names import PersonName, parse_name
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.columns import Column
from buurthuis_admin.importing.context import as_activity_name
from buurthuis_admin.importing.corrections import Answer, ProblemKind
from buurthuis_admin.importing.date_heads import DateHead, HeadKind, read_head, resolve
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.kinds.names import looks_like_name, name_of_parts, names_in
from buurthuis_admin.importing.records import PersonMention
from buurthuis_admin.importing.values.dates import other_context, parse_date
from buurthuis_admin.importing.values.texts import content_of, text_of
from buurthuis_admin.importing.workbook import CellValue


def mentions_in(context: TableContext, row: int) -> tuple[PersonMention, ...]:
    """The people that a row names: none, one, or a couple."""
    cells = context.cells(row)

    def text(field: Field) -> str:
        columns = context.found.having(field)
        return next((t for c in columns if (t := content_of(cells[c.index]))), "")

    number, last, first = text(Field.NUMBER), text(Field.LAST), text(Field.FIRST)
    if last or (first and not text(Field.FULL_NAME)):
        name = name_of_parts(last, first, text(Field.PREFIX), text(Field.INITIALS))
        return (PersonMention(name, number),)
    names = one_or_two(context, row, text(Field.FULL_NAME), names_in(text(Field.FULL_NAME)))
    if not names:
        return ()
    return (PersonMention(names[0], number), *(PersonMention(name) for name in names[1:]))


def mentions_of_text(text: str) -> tuple[PersonMention, ...]:
    """The people that a heading names, where people stand across."""
    return tuple(map(PersonMention, names_in(text))) if looks_like_name(text) else ()


def mentions_across(context: TableContext, column: Column) -> tuple[PersonMention, ...]:
    """The people that a heading names; a couple where nobody said that it is one name."""
    if not looks_like_name(column.heading):
        return ()
    row = context.table.heading_rows[-1] if context.table.heading_rows else 0
    names = one_or_two(context, row, column.heading, names_in(column.heading))
    return tuple(map(PersonMention, names))


def one_or_two(
    context: TableContext, row: int, text: str, names: tuple[PersonName, ...]
) -> tuple[PersonName, ...]:
    """Two people in one cell are taken as two, as long as nobody says that it is one name."""
    if len(names) < 2:
        return names
    context.out.couples.append((context.source(row), text))
    answer = context.answer(ProblemKind.COUPLE, row)
    if answer is None:
        context.ask("couple_on_row", "two_people", row, name=text)
    return (parse_name(text),) if answer is Answer.LEAVE else names


def activity_of(context: TableContext) -> str:
    """The activity of a sheet; when nothing names one, the name of the file, with a question."""
    if context.around.activity:
        return context.around.activity
    name = as_activity_name(PurePath(context.file).stem)
    context.ask("activity_unknown", "activity_from_file", activity=name)
    return name


def activity_name(text: str) -> str:
    """An activity as a cell names it."""
    return as_activity_name(text)


def days_across(context: TableContext) -> dict[int, datetime.date]:
    """The day of each column that has one; what cannot be placed becomes a question."""
    heads = {c.index: c.head for c in context.found.columns if c.head is not None}
    if _are_weeks(context, heads):
        heads = {index: _as_week(head) for index, head in heads.items()}
    days: dict[int, datetime.date] = {}
    for index, head in heads.items():
        day = _resolved(context, head)
        if day is None:
            heading = context.table.headings[index]
            context.ask("date_of_column", "column_not_used", column=heading)
        else:
            days[index] = day
    if any(head.kind is HeadKind.WEEK for head in heads.values()) and not context.around.weekday:
        context.ask("weeks_without_day", "monday_taken")
    return days


def _resolved(context: TableContext, head: DateHead) -> datetime.date | None:
    around = context.around
    try:
        return resolve(head, around.season, around.month, around.weekday)
    except ValueError:
        return None


def _are_weeks(context: TableContext, heads: dict[int, DateHead]) -> bool:
    """Bare numbers are weeks when they pass 31, or when the heading says so."""
    days = [head.day for head in heads.values() if head.kind is HeadKind.DAY]
    if not days or context.around.month is not None:
        return False
    says = any(
        re.fullmatch(r"(?:week|wk|weken|weeknr|weeknummer)\.?.*", fold(h))
        for h in context.table.headings
    )
    return (
        says or max(days) > 31 or bool(re.search(r"\bweek(?:en|nummers?)?\b", context.around.words))
    )


def _as_week(head: DateHead) -> DateHead:
    return DateHead(HeadKind.WEEK, head.year, 0, head.day) if head.kind is HeadKind.DAY else head


def day_of(context: TableContext, cell: CellValue) -> datetime.date:
    """The day in a cell of a column of dates; ValueError when it is none or only a part."""
    order = context.order_of(Field.DATE)
    head = read_head(cell, order)
    if head is not None and head.kind is not HeadKind.MONTH:
        day = resolve(head, context.around.season, context.around.month, context.around.weekday)
        if day is not None:
            return day
    found = parse_date(cell, other_context(context.latest, order, context.year))
    if found is None or not found.complete:
        raise ValueError(f"not a whole date: {text_of(cell)!r}")
    return found.first_day


def day_or_reject(context: TableContext, row: int) -> datetime.date | None:
    """The day of a row; None when it has none, and then the row is accounted for."""
    cell = context.value(row, Field.DATE)
    if cell is None:
        filled = sum(value is not None for value in context.cells(row))
        if filled > 1:
            context.reject(row, "no_date")
        else:
            context.exclude(row, "row_note")
        return None
    try:
        return day_of(context, cell)
    except ValueError:
        context.reject(row, "date_unreadable", value=text_of(cell))
        return None
