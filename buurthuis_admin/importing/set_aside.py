# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A row that waits for an answer, with all that is needed to read it when the answer comes.

What is kept is the row, the rows above it that say how it is to be read (titles, headings, words
such as 'opgezegd'), and what the table was taken for. Unpacked it is a sheet again, in which the
row has its old number, so that it is read by the very same readers.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from buurthuis_admin.importing.columns import fields_for
from buurthuis_admin.importing.context import surroundings
from buurthuis_admin.importing.corrections import Region, TableCorrection, TablePlace
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.importing.records import PersonRecord, Records, Source
from buurthuis_admin.importing.tables import RowRole
from buurthuis_admin.importing.values.marks import Mark
from buurthuis_admin.importing.workbook import (
    CellValue,
    FileFormat,
    MergedRange,
    Row,
    Sheet,
    Workbook,
)

_ABOVE = (RowRole.TITLE, RowRole.SECTION)
_TIMES: dict[str, Any] = {
    "datetime": datetime.datetime.fromisoformat,
    "date": datetime.date.fromisoformat,
    "time": datetime.time.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A sheet with the one row on it, and what its table was taken for."""

    book: Workbook
    place: TablePlace
    said: TableCorrection


def set_aside(records: Records, rows: frozenset[Source]) -> Records:
    """All records but those of some rows."""
    if not rows:
        return records
    return Records(
        _people(records, rows),
        [one for one in records.sessions if one.source not in rows],
        [one for one in records.presences if one.source not in rows],
        [one for one in records.head_counts if one.source not in rows],
        [one for one in records.subsidies if one.source not in rows],
        [one for one in records.activities if one.source not in rows],
        [one for one in records.hours if one.source not in rows],
        [one for one in records.enrolments if one.source not in rows],
    )


def _people(records: Records, rows: frozenset[Source]) -> list[PersonRecord]:
    """Who shares a row is named by a place in the list, and the places shift."""
    places: dict[int, int] = {}
    kept: list[PersonRecord] = []
    for place, one in enumerate(records.people):
        if one.source in rows:
            continue
        places[place] = len(kept)
        other = None if one.household_with is None else places.get(one.household_with)
        kept.append(one if other == one.household_with else replace(one, household_with=other))
    return kept


# --- to keep and to read again ---------------------------------------------------------------


def packed(found: FoundTable, row: int) -> dict[str, Any]:
    """A row (zero-based) of a table, to keep as JSON."""
    table, sheet = found.table, found.sheet
    above = [at for at, role in table.roles.items() if role in _ABOVE and at < row]
    rows = {at: sheet.rows[at] for at in (*above, *table.heading_rows, row)}
    first = table.heading_rows[0] if table.heading_rows else row
    return {
        "rows": {str(at): [_plain(cell) for cell in cells] for at, cells in rows.items()},
        "width": sheet.width,
        "region": [first, len(table.heading_rows), table.first_column, table.last_column, row],
        "merged": [_numbers(one) for one in sheet.merged if one.first_row in table.heading_rows],
        "struck": [column for at, column in sorted(sheet.struck) if at == row],
        **_said(found),
    }


def _said(found: FoundTable) -> dict[str, Any]:
    """What the table was taken for, guesses and corrections alike: one row tells less than all."""
    kind, allowed = found.found.kind, fields_for(found.found.kind)
    shift = found.table.first_column
    fields = {
        str(column.index + shift): str(column.field or "")
        for column in found.found.columns
        if column.head is None and (column.field is None or column.field in allowed)
    }
    season = found.around.season
    own = surroundings(found.table.titles, found.sheet.name, found.file)
    return {
        "kind": kind.value,
        "fields": fields,
        "marks": {sign: mark.value for sign, mark in found.said.marks.items()},
        "year": season.year if season and season != own.season else None,
        "activity": found.said.activity,
        "weekday": found.said.weekday,
    }


def unpacked(content: Mapping[str, Any], source: Source) -> Unpacked:
    """The sheet of a kept row."""
    width, row = content["width"], source.row - 1
    nothing: Row = (None,) * width
    rows = [nothing] * (row + 1)
    for at, cells in content["rows"].items():
        rows[int(at)] = tuple(_value(cell) for cell in cells)
    sheet = Sheet(
        source.sheet,
        tuple(rows),
        merged=tuple(MergedRange(*numbers) for numbers in content["merged"]),
        struck=frozenset((row, column) for column in content["struck"]),
    )
    book = Workbook(source.file, FileFormat.XLSX, 0, "", (sheet,))
    return Unpacked(book, TablePlace(source.file, source.sheet), _correction(content))


def _correction(content: Mapping[str, Any]) -> TableCorrection:
    return TableCorrection(
        kind=SheetKind(content["kind"]),
        year=content["year"],
        activity=content["activity"],
        weekday=content["weekday"],
        region=Region(*content["region"]),
        fields={
            int(column): Field(name) if name else None for column, name in content["fields"].items()
        },
        marks={sign: Mark(mark) for sign, mark in content["marks"].items()},
    )


def cells_of(content: Mapping[str, Any], row: int) -> list[tuple[int, str, CellValue]]:
    """The cells of a kept row (the first row is 1): column, heading and value."""
    _first, _height, start, end, _last = content["region"]
    cells = [_value(cell) for cell in content["rows"][str(row - 1)]]
    return [(at, _heading(content, at), cells[at]) for at in range(start, end + 1)]


def with_cells(
    content: Mapping[str, Any], row: int, changed: Mapping[int, CellValue]
) -> dict[str, Any]:
    """The same row with other values in some columns."""
    cells = list(content["rows"][str(row - 1)])
    for column, value in changed.items():
        cells[column] = _plain(value)
    return {**content, "rows": {**content["rows"], str(row - 1): cells}}


def _heading(content: Mapping[str, Any], column: int) -> str:
    first, height = content["region"][:2]
    parts = (_value(content["rows"][str(at)][column]) for at in range(first, first + height))
    return " ".join(str(_day(part)) for part in parts if part is not None)


def _day(value: CellValue) -> CellValue:
    return value.date() if isinstance(value, datetime.datetime) else value


def _numbers(one: MergedRange) -> Sequence[int]:
    return (one.first_row, one.first_column, one.last_row, one.last_column)


def _plain(value: CellValue) -> Any:
    """A cell as JSON holds it; a moment says which kind of moment it is."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, datetime.timedelta):
        return {"seconds": value.total_seconds()}
    return {type(value).__name__: value.isoformat()}


def _value(plain: Any) -> CellValue:
    if not isinstance(plain, dict):
        return plain  # type: ignore[no-any-return]
    ((kind, text),) = plain.items()
    if kind == "seconds":
        return datetime.timedelta(seconds=text)
    return _TIMES[kind](text)  # type: ignore[no-any-return]


def table_of(tables: Iterable[FoundTable], source: Source) -> FoundTable | None:
    """The table that a row belongs to."""
    for found in tables:
        here = (found.file, found.sheet.name) == (source.file, source.sheet)
        if here and found.table.roles.get(source.row - 1) is RowRole.DATA:
            return found
    return None
