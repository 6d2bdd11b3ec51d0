# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the workbooks of a box to records: every sheet, every table, every row.

The files are read together: lists of people first, then activities, then what mentions them, so
that a name on an attendance sheet finds the person of the members list.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.importing.context import Surroundings, surroundings
from buurthuis_admin.importing.corrections import (
    NONE,
    UNTOUCHED,
    Corrections,
    Mending,
    StyleMeaning,
    TableCorrection,
    TablePlace,
)
from buurthuis_admin.importing.date_heads import Season
from buurthuis_admin.importing.day_order import orders_in
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.kinds.attendance import read_attendance
from buurthuis_admin.importing.kinds.base import Reading, TableContext
from buurthuis_admin.importing.kinds.head_counts import read_head_counts
from buurthuis_admin.importing.kinds.members import read_members
from buurthuis_admin.importing.kinds.programme import read_activities, read_hours
from buurthuis_admin.importing.kinds.subsidies import read_subsidies
from buurthuis_admin.importing.made_columns import made_columns
from buurthuis_admin.importing.mending.applying import mended, respell
from buurthuis_admin.importing.mending.finding import find_problems, is_settled, spellings_in
from buurthuis_admin.importing.mending.groups import ProblemGroup
from buurthuis_admin.importing.outcome import (
    Question,
    Reason,
    RowAccount,
    RowFate,
    SheetKind,
)
from buurthuis_admin.importing.recognise import Recognised, recognise
from buurthuis_admin.importing.styles import meaning_of, row_styles, worn_styles
from buurthuis_admin.importing.tables import RowRole, Table, find_tables, table_in
from buurthuis_admin.importing.workbook import Sheet, Workbook

_READERS: dict[SheetKind, Callable[[TableContext], None]] = {
    SheetKind.MEMBERS: read_members,
    SheetKind.ACTIVITIES: read_activities,
    SheetKind.ATTENDANCE: read_attendance,
    SheetKind.HEAD_COUNTS: read_head_counts,
    SheetKind.VOLUNTEER_HOURS: read_hours,
    SheetKind.SUBSIDIES: read_subsidies,
}
_ORDER = {kind: place for place, kind in enumerate(_READERS)}
_NEEDS_YEAR = (SheetKind.ATTENDANCE, SheetKind.HEAD_COUNTS, SheetKind.VOLUNTEER_HOURS)


@dataclass(frozen=True, slots=True)
class Understood:
    """A box that was understood: its tables, its records, and the rows that gave none."""

    tables: tuple[FoundTable, ...]
    reading: Reading
    mending: Mending = UNTOUCHED
    problems: tuple[ProblemGroup, ...] = ()

    @property
    def days(self) -> Period | None:
        """From the first day to the last that meetings were read of; None for no meeting."""
        records = self.reading.records
        keys = (r.session for group in (records.presences, records.head_counts) for r in group)
        days = {record.key.day for record in records.sessions} | {key.day for key in keys}
        return Period(min(days), max(days)) if days else None


def understand(
    workbooks: Sequence[Workbook],
    today: datetime.date,
    corrections: Corrections = MappingProxyType({}),
    mending: Mending = UNTOUCHED,
) -> Understood:
    """Understand all sheets of a box together, with what a person said of some of them."""
    originals, workbooks = workbooks, [mended(book, mending) for book in workbooks]
    tables = [table for book in workbooks for table in _tables_of(book, corrections)]
    tables = _with_years(tables)
    reading = Reading()
    for table in sorted(tables, key=_reading_order):
        reader = _READERS.get(table.found.kind)
        context = TableContext(
            table.file,
            table.sheet,
            table.table,
            table.found,
            table.around,
            today,
            reading,
            table.said,
            mending,
            table.orders,
        )
        _ask_about_styles(context)
        if table.said.kind is SheetKind.UNKNOWN:
            _left_out(context)
        elif reader is None:
            _not_understood(context)
        else:
            reader(context)
    for book in workbooks:
        _account_for_the_rest(book, reading)
        _ask_about_lost_values(book, reading)
    spellings = spellings_in(reading.records)
    respell(reading.records, mending)
    problems = find_problems(originals, workbooks, tables, reading, spellings, mending)
    reading.questions = [q for q in reading.questions if not is_settled(q, mending)]
    return Understood(tuple(tables), reading, mending, problems)


def _tables_of(book: Workbook, corrections: Corrections) -> list[FoundTable]:
    result = []
    for sheet in book.sheets:
        for number, table in enumerate(_tables_on(sheet, book.file_name, corrections)):
            place = TablePlace(book.file_name, sheet.name, number)
            result.append(_found(place, sheet, table, corrections.get(place, NONE)))
    return result


def _found(place: TablePlace, sheet: Sheet, bare: Table, said: TableCorrection) -> FoundTable:
    table = replace(bare, made=made_columns(said, bare.first_column, bare.last_column))
    around = _as_said(surroundings(table.titles, sheet.name, place.file), said)
    found = recognise(sheet, table, around, said)
    _leave_out_rows(sheet, table, found, said)
    orders = orders_in(sheet, table, found.columns, said)
    return FoundTable(place.file, sheet, table, found, around, place.number, said, orders)


def _leave_out_rows(sheet: Sheet, table: Table, found: Recognised, said: TableCorrection) -> None:
    """Rows with a colour that a person said is not to be read are no data."""
    if StyleMeaning.LEFT_OUT not in said.styles.values():
        return
    for row, styles in row_styles(sheet, table, found).items():
        meanings = {meaning_of(style, found.kind, said) for style in styles}
        if StyleMeaning.LEFT_OUT in meanings:
            table.roles[row] = RowRole.LEFT_OUT


def _tables_on(sheet: Sheet, file: str, corrections: Corrections) -> list[Table]:
    """The tables of a sheet; where a person drew the first one, that one alone."""
    said = corrections.get(TablePlace(file, sheet.name), NONE)
    if said.region is not None and sheet.rows:
        return [table_in(sheet, said.region)]
    return find_tables(sheet)


def _as_said(around: Surroundings, said: TableCorrection) -> Surroundings:
    if said.year is not None:
        around = replace(around, season=Season(said.year))
    if said.activity is not None:
        around = replace(around, activity=said.activity)
    if said.weekday is not None:
        around = replace(around, weekday=said.weekday)
    return around


_STYLE_QUESTIONS = {
    SheetKind.MEMBERS: "style_means",
    SheetKind.ATTENDANCE: "cell_style_means",
}


def _ask_about_styles(context: TableContext) -> None:
    """Ask once what each colour means that may well mean something."""
    code = _STYLE_QUESTIONS.get(context.found.kind)
    if code is None:
        return
    for worn in worn_styles(context.sheet, context.table, context.found, context.said):
        if worn.said or not worn.telling:
            continue
        left = worn.meaning is StyleMeaning.LEFT
        default = "style_is_left" if left else "style_is_nothing"
        context.ask(code, default, style=worn.style, count=worn.count)


def _left_out(context: TableContext) -> None:
    """A person said that this table is not to be read."""
    for row in context.table.roles:
        context.exclude(row, "table_left_out")


def _reading_order(table: FoundTable) -> tuple[int, int]:
    """People first; of several lists the oldest first, so that the newest has the last word."""
    year = table.around.season.year if table.around.season else 9999
    return _ORDER.get(table.found.kind, len(_ORDER)), year


def _with_years(tables: list[FoundTable]) -> list[FoundTable]:
    """Sheets without a year take that of the box, when the box has just one."""
    seasons = Counter(table.around.season for table in tables if table.around.season)
    if len(seasons) != 1:
        return tables
    (season,) = seasons
    return [
        replace(table, around=replace(table.around, season=season))
        if table.around.season is None and table.found.kind in _NEEDS_YEAR
        else table
        for table in tables
    ]


def _not_understood(context: TableContext) -> None:
    for row in (*context.table.roles,):
        context.exclude(row, "table_unknown")
    context.ask("table_unknown", "table_not_read", row=context.table.body.start)


def _account_for_the_rest(book: Workbook, reading: Reading) -> None:
    """Rows outside every table, and sheets without one, are said so too."""
    for sheet in book.sheets:
        rows = reading.rows.setdefault((book.file_name, sheet.name), {})
        taken = _rows_with_records(reading, book.file_name, sheet.name)
        for index, row in enumerate(sheet.rows):
            if index + 1 in rows or index + 1 in taken:
                continue
            code = "row_blank" if all(cell is None for cell in row) else "row_outside_table"
            rows[index + 1] = RowAccount(index + 1, RowFate.EXCLUDED, Reason(code))
        if (
            sheet.rows
            and not taken
            and all(
                account.reason is not None
                and account.reason.code in ("row_outside_table", "row_blank")
                for account in rows.values()
            )
        ):
            reading.questions.append(
                Question(
                    book.file_name, sheet.name, None, Reason("no_table"), Reason("table_not_read")
                )
            )


def _rows_with_records(reading: Reading, file: str, sheet: str) -> set[int]:
    records = reading.records
    groups = (
        records.people,
        records.sessions,
        records.presences,
        records.head_counts,
        records.subsidies,
        records.activities,
        records.hours,
        records.enrolments,
    )
    taken = {
        record.source.row
        for group in groups
        for record in group
        if record.source.file == file and record.source.sheet == sheet
    }
    for subsidy in records.subsidies:
        if subsidy.source.file == file and subsidy.source.sheet == sheet:
            taken.update(subsidy.rows)
    return taken


def _ask_about_lost_values(book: Workbook, reading: Reading) -> None:
    for sheet in book.sheets:
        for cells, code in (
            (sheet.error_cells, "cells_with_errors"),
            (sheet.missing_values, "formulas_without_value"),
        ):
            if cells:
                reason = Reason(code, {"count": len(cells)})
                reading.questions.append(
                    Question(book.file_name, sheet.name, None, reason, Reason("left_empty_cells"))
                )
