# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding the tables on a sheet: where each starts, its heading rows, and what each row is.

A sheet may have titles above its table, a heading of two rows, the same heading again on every
page, totals and words between the rows, and a second table beside or below the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.corrections import Region
from buurthuis_admin.importing.date_heads import is_whole_date
from buurthuis_admin.importing.heading_rows import (
    could_be_heading,
    fields_of,
    heading_height,
    is_total,
    join_cells,
)
from buurthuis_admin.importing.headings import Field, guess_heading
from buurthuis_admin.importing.made_columns import MadeColumn
from buurthuis_admin.importing.row_words import is_section_word, is_total_word
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue, Row, Sheet

_LOOK_FOR_HEADING_IN = 80  # rows
_ANCHORS = frozenset(
    (Field.FULL_NAME, Field.LAST, Field.FIRST, Field.DATE, Field.FUNDER, Field.ACTIVITY)
)
_DATE_SHARE = 0.6


class RowRole(StrEnum):
    """What a row of a sheet is."""

    BLANK = "blank"
    TITLE = "title"
    HEADING = "heading"
    REPEATED_HEADING = "repeated_heading"
    TOTAL = "total"
    SECTION = "section"
    NOTE = "note"
    LEFT_OUT = "left_out"  # a person said that a row with its colour is not to be read
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a sheet. All numbers are zero-based; the last ones are included."""

    first_column: int
    last_column: int
    heading_rows: tuple[int, ...]
    headings: tuple[str, ...]  # one for each column, both rows of a double heading joined
    heads: tuple[tuple[CellValue, ...], ...]  # the cells of each heading row
    body: range
    titles: tuple[str, ...] = ()
    roles: dict[int, RowRole] = field(default_factory=dict)  # every row from title to end
    made: tuple[MadeColumn, ...] = ()  # behind its own columns

    def cells(self, sheet: Sheet, row: int) -> Row:
        """The cells of a row that lie in this table, and behind them what a person made of them."""
        own = self.own_cells(sheet, row)
        return (*own, *(column.make(own) for column in self.made)) if self.made else own

    def own_cells(self, sheet: Sheet, row: int) -> Row:
        """The cells of a row as they stand in the sheet."""
        return sheet.rows[row][self.first_column : self.last_column + 1]

    @property
    def data_rows(self) -> list[int]:
        """The rows that hold data, from top to bottom."""
        return [row for row in self.body if self.roles[row] is RowRole.DATA]


def table_in(sheet: Sheet, region: Region) -> Table:
    """The table that a person drew on a sheet; what lies outside the sheet is left off."""
    first = min(max(region.first_column, 0), sheet.width - 1)
    last = min(max(region.last_column, first), sheet.width - 1)
    end = min(region.last_row + 1, sheet.height)
    start = min(region.heading_row, end)
    height = min(region.heading_rows, end - start)
    rows = [row[first : last + 1] for row in sheet.rows]
    if height:
        return _table(rows, (first, last), (start, height), 0, end)
    roles = {at: _title_role(rows[at]) for at in range(start)}
    roles |= {at: _role(rows[at], ()) for at in range(start, end)}
    headings = ("",) * (last - first + 1)
    titles = tuple(_titles(rows, 0, start))
    return Table(first, last, (), headings, (), range(start, end), titles, roles)


def find_tables(sheet: Sheet) -> list[Table]:
    """The tables of a sheet, from left to right and from top to bottom; none is possible."""
    if not sheet.rows:
        return []
    tables: list[Table] = []
    for first, last in _bands(sheet):
        tables += _tables_in_band(sheet, first, last)
    return tables


# --- beside each other -----------------------------------------------------------------------


def _bands(sheet: Sheet) -> list[tuple[int, int]]:
    """Column ranges that hold a table each: parted by an empty column and with an own anchor."""
    used = [any(row[column] is not None for row in sheet.rows) for column in range(sheet.width)]
    runs: list[tuple[int, int]] = []
    for column, in_use in enumerate(used):
        if in_use and runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        elif in_use:
            runs.append((column, column))
    bands: list[tuple[int, int]] = []
    for run in runs:
        if bands and not _starts_own_table(sheet, bands[-1], run):
            bands[-1] = (bands[-1][0], run[1])
        else:
            bands.append(run)
    return bands


def _starts_own_table(sheet: Sheet, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Two of one kind share a heading; and dates across stand beside no column of dates."""
    heads = [_heading_of(sheet, band) for band in (left, right)]
    one, other = ({f for cell in cells for f in fields_of(cell)} & _ANCHORS for cells in heads)
    if one & other:
        return True
    dated = [len([cell for cell in cells if is_whole_date(cell)]) > 1 for cells in heads]
    return (dated[0] and Field.DATE in other) or (dated[1] and Field.DATE in one)


def _heading_of(sheet: Sheet, band: tuple[int, int]) -> Row:
    rows = [row[band[0] : band[1] + 1] for row in sheet.rows[:_LOOK_FOR_HEADING_IN]]
    for at in range(len(rows)):
        height = heading_height(rows, at, later=False)
        if height:
            return tuple(cell for row in rows[at : at + height] for cell in row)
    return ()


# --- below each other ------------------------------------------------------------------------


def _tables_in_band(sheet: Sheet, first: int, last: int) -> list[Table]:
    rows = [row[first : last + 1] for row in sheet.rows]
    starts = _heading_starts(rows)
    if not starts:
        return _without_heading(rows, first, last)
    tables = []
    title_from = 0
    for number, (start, height) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(rows)
        if number + 1 < len(starts):
            end = _before_titles(rows, start + height, end)
        tables.append(_table(rows, (first, last), (start, height), title_from, end))
        title_from = end
    return tables


def _before_titles(rows: Sequence[Row], start: int, heading: int) -> int:
    """Where the titles of a lower table begin: single cells right above its heading."""
    at = heading
    while at > start and sum(cell is not None for cell in rows[at - 1]) <= 1:
        at -= 1
    blank = (row for row in range(at, heading) if not any(c is not None for c in rows[row]))
    return next(blank, max(at, heading - 1))


def _heading_starts(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Row and height (1 or 2) of each heading that differs from the one before it."""
    starts: list[tuple[int, int]] = []
    current: tuple[str, ...] = ()
    at = 0
    while at < len(rows):
        if starts and (not could_be_heading(rows[at]) or is_total(rows[at])):
            at += 1
            continue
        if not starts and at >= _LOOK_FOR_HEADING_IN:
            break
        height = heading_height(rows, at, bool(starts))
        if height:
            signature = _signature(rows[at])
            if not _same_heading(signature, current):
                starts.append((at, height))
                current = signature
            at += height
        else:
            at += 1
    if not starts:
        names = _names_above_dates(rows)
        return [(names, 1)] if names is not None else []
    return starts


def _signature(row: Row) -> tuple[str, ...]:
    return tuple(squeeze(text_of(cell)) for cell in row)


def _same_heading(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not other:
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a or b]
    return sum(a == b for a, b in pairs) >= 0.8 * len(pairs)


def _names_above_dates(rows: Sequence[Row]) -> int | None:
    """The heading row of dates down and people across: the row above the first dates."""
    for at in range(min(len(rows) - 2, _LOOK_FOR_HEADING_IN)):
        texts = [c for c in rows[at][1:] if isinstance(c, str)]
        below = [row[0] for row in rows[at + 1 : at + 6] if row[0] is not None]
        if len(texts) >= 2 and below and all(is_whole_date(cell) for cell in below):
            return at
    return None


def _without_heading(rows: Sequence[Row], first: int, last: int) -> list[Table]:
    """Dates and numbers need no heading to be understood as head counts."""
    dated = [at for at, row in enumerate(rows) if is_whole_date(row[0])]
    counted = [at for at in dated if len(rows[at]) > 1 and isinstance(rows[at][1], int | float)]
    filled = sum(any(cell is not None for cell in row) for row in rows)
    if last == first or len(counted) < 3 or len(counted) < _DATE_SHARE * filled:
        return []
    width = last - first + 1
    headings = ("datum", "aantal", *("opmerking" for _ in range(width - 2)))[:width]
    body = range(dated[0], len(rows))
    roles = {at: _title_role(rows[at]) for at in range(dated[0])}
    roles |= {at: _role(rows[at], ()) for at in body}
    titles = tuple(_titles(rows, 0, dated[0]))
    return [Table(first, last, (), headings, (), body, titles, roles)]


# --- one table -------------------------------------------------------------------------------


def _table(
    rows: Sequence[Row],
    columns: tuple[int, int],
    heading: tuple[int, int],
    title_from: int,
    end: int,
) -> Table:
    start, height = heading
    heading_rows = tuple(range(start, start + height))
    body = range(start + height, end)
    signature = _signature(rows[start])
    roles = {at: _title_role(rows[at]) for at in range(title_from, start)}
    roles |= dict.fromkeys(heading_rows, RowRole.HEADING)
    at = body.start
    while at < end:
        roles[at] = _role(rows[at], signature)
        if roles[at] is RowRole.REPEATED_HEADING and height == 2 and at + 1 < end:
            at += 1
            roles[at] = RowRole.REPEATED_HEADING
        at += 1
    heads = tuple(rows[at] for at in heading_rows)
    return Table(
        columns[0],
        columns[1],
        heading_rows,
        _headings(heads),
        heads,
        body,
        tuple(_titles(rows, title_from, start)),
        roles,
    )


def _headings(heads: tuple[Row, ...]) -> tuple[str, ...]:
    """One heading for each column; of two rows the lower counts when it says a field alone."""
    if len(heads) == 1:
        return tuple(text_of(cell) for cell in heads[0])
    result = []
    for upper, lower in zip(*heads, strict=True):
        both = text_of(join_cells(upper, lower))
        result.append(text_of(lower) if _says_more(text_of(lower), both) else both)
    return tuple(result)


def _says_more(lower: str, both: str) -> bool:
    """Whether the lower of two heading rows says its field better than both together."""
    return guess_heading(lower).confidence > max(guess_heading(both).confidence, 0.7)


def _titles(rows: Sequence[Row], start: int, end: int) -> list[str]:
    return [
        text for row in rows[start:end] for text in map(text_of, row) if text and not text.isdigit()
    ]


def _title_role(row: Row) -> RowRole:
    return RowRole.BLANK if all(cell is None for cell in row) else RowRole.TITLE


def _role(row: Row, signature: tuple[str, ...]) -> RowRole:
    filled = [cell for cell in row if cell is not None]
    if not filled:
        return RowRole.BLANK
    first = filled[0]
    if isinstance(first, str):
        if signature and _repeats(row, signature):
            return RowRole.REPEATED_HEADING
        if is_total_word(first):
            return RowRole.TOTAL
        if len(filled) == 1:
            return RowRole.SECTION if is_section_word(first) else RowRole.DATA
    return RowRole.DATA


def _repeats(row: Row, signature: tuple[str, ...]) -> bool:
    """Whether a row says the heading again; most rows differ in their first word already."""
    for cell, word in zip(row, signature, strict=True):
        if cell is not None and word:
            return squeeze(text_of(cell)) == word and _same_heading(_signature(row), signature)
    return False
