# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kind of table it is, and which field each of its columns holds.

Headings and values both speak; the heading first. A column that says nothing is not used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from buurthuis_admin.importing.columns import (
    MONEY,
    NAMES,
    PERSONAL,
    PLANNING,
    WHO,
    Column,
    Guess,
    Values,
    fields_for,
    holds_bsn,
    is_personal_number,
    resolve_columns,
)
from buurthuis_admin.importing.context import Surroundings
from buurthuis_admin.importing.corrections import HEADINGS, NONE, TableCorrection
from buurthuis_admin.importing.date_heads import DateHead, HeadKind, is_whole_date, read_head
from buurthuis_admin.importing.headings import Field, guess_heading
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.tables import Table
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.values.marks import is_mark
from buurthuis_admin.importing.values.tallies import is_tally_word
from buurthuis_admin.importing.workbook import Sheet

_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Recognised:
    """The kind of a table, how it lies, and its columns."""

    kind: SheetKind
    columns: tuple[Column, ...] = ()
    orientation: Orientation = Orientation.LIST
    by_field: dict[Field, list[Column]] = dataclass_field(default_factory=dict)

    def __post_init__(self) -> None:
        for column in self.columns:
            if column.field is not None:
                self.by_field.setdefault(column.field, []).append(column)

    def having(self, *fields: Field) -> list[Column]:
        """The columns of these fields, from left to right."""
        if len(fields) == 1:
            return self.by_field.get(fields[0], [])
        return [column for column in self.columns if column.field in fields]

    def first(self, field: Field) -> Column | None:
        """The first column of a field."""
        return next(iter(self.by_field.get(field, ())), None)


def recognise(
    sheet: Sheet, table: Table, around: Surroundings, said: TableCorrection = NONE
) -> Recognised:
    """Tell what a table is from its headings and its values, and from what a person ``said``."""
    values = Values(sheet, table)
    plain = _plain_columns(table, said.orders.get(HEADINGS, DateOrder.DAY_FIRST))
    kind, orientation = _kind(plain, values, around)
    if said.kind is not None and said.kind is not kind:
        kind, orientation = said.kind, _orientation_of(said.kind, plain, values)
    if said.orientation in orientations_for(kind):
        orientation = said.orientation or orientation
    columns = tuple(
        _as_said(column, table, said)
        for column in resolve_columns(plain, kind, orientation, values)
    )
    columns += _made(table, kind, columns, values)
    if orientation is Orientation.DATES_DOWN and all(c.field is not Field.DATE for c in columns):
        orientation = Orientation.LIST  # a person took the column of dates away
    return Recognised(kind, columns, orientation)


def _as_said(column: Column, table: Table, said: TableCorrection) -> Column:
    """A column as a person corrected it; that is certain. One that others are made of is none."""
    place = table.first_column + column.index
    if column.field is Field.BSN:
        return column
    if any(place in made.of for made in table.made):
        return Column(column.index, column.heading, None, 1.0, None)
    if place not in said.fields:
        return column
    return Column(column.index, column.heading, said.fields[place], 1.0, None)


def _made(
    table: Table, kind: SheetKind, own: Sequence[Column], values: Values
) -> tuple[Column, ...]:
    """The columns that a person made; without a heading, so that nobody takes it for a name.

    Nobody makes another column of citizen service numbers.
    """
    width, allowed = len(table.headings), fields_for(kind)
    refused = {table.first_column + c.index for c in own if c.field is Field.BSN}
    columns = []
    for at, made in enumerate(table.made, start=width):
        field = made.field if made.field in allowed else None
        if refused & set(made.of) or holds_bsn(at, values):
            field = Field.BSN
        columns.append(Column(at, "", field, 1.0))
    return tuple(columns)


_ORIENTATIONS = {
    SheetKind.ATTENDANCE: (Orientation.PEOPLE_DOWN, Orientation.DATES_DOWN, Orientation.LIST),
    SheetKind.HEAD_COUNTS: (Orientation.LIST, Orientation.ROWS_ARE_ACTIVITIES),
    SheetKind.VOLUNTEER_HOURS: (Orientation.LIST, Orientation.PEOPLE_DOWN),
    SheetKind.SUBSIDIES: (Orientation.LIST, Orientation.BUDGET),
}


def orientations_for(kind: SheetKind) -> tuple[Orientation, ...]:
    """How a table of this kind can lie; none where it lies in one way only."""
    return _ORIENTATIONS.get(kind, ())


def _orientation_of(kind: SheetKind, columns: Sequence[Guess], values: Values) -> Orientation:
    """How a table of a kind that a person chose lies."""
    fields = {field for column in columns for field in column.fields}
    dated = sum(c.head is not None and not is_personal_number(c) for c in columns)
    if kind is SheetKind.SUBSIDIES and {Field.PLANNED, Field.ACTUAL} <= fields:
        return Orientation.BUDGET
    if kind is SheetKind.HEAD_COUNTS and dated > 1:
        return Orientation.ROWS_ARE_ACTIVITIES
    if kind in (SheetKind.ATTENDANCE, SheetKind.VOLUNTEER_HOURS) and dated > 1:
        return Orientation.PEOPLE_DOWN
    down = Field.DATE in fields or values.share(0, is_whole_date) >= _MOSTLY
    if kind is SheetKind.ATTENDANCE and down and not fields & NAMES:
        return Orientation.DATES_DOWN
    return Orientation.LIST


def _plain_columns(table: Table, order: DateOrder) -> list[Guess]:
    months = _months_above(table)
    guesses = []
    for index, heading in enumerate(table.headings):
        raw = table.heads[-1][index] if table.heads else None
        head = read_head(raw if raw is not None else heading or None, order)
        if head is not None and months[index] is not None and head.kind is HeadKind.DAY:
            above = months[index]
            assert above is not None
            head = DateHead(HeadKind.DAY_MONTH, above.year, above.month, head.day)
        guess = guess_heading(heading)
        guesses.append(Guess(index, heading, guess.fields, guess.confidence, head))
    return guesses


def _months_above(table: Table) -> list[DateHead | None]:
    """The month over each column of a double heading, carried on over its merged cells."""
    width = len(table.headings)
    if len(table.heads) < 2:
        return [None] * width
    found: list[DateHead | None] = []
    current: DateHead | None = None
    for cell in table.heads[0]:
        head = read_head(cell)
        if head is not None and head.kind in (HeadKind.MONTH, HeadKind.DATE):
            current = DateHead(HeadKind.MONTH, head.year, head.month)
        elif cell is not None:
            current = None
        found.append(current)
    return found


def _kind(
    columns: Sequence[Guess], values: Values, around: Surroundings
) -> tuple[SheetKind, Orientation]:
    fields = {field for column in columns for field in column.fields}
    if Field.PLANNED in fields and Field.ACTUAL in fields:
        return SheetKind.SUBSIDIES, Orientation.BUDGET
    money = len(fields & set(MONEY))
    if money >= 2 or (Field.FUNDER in fields and (money or Field.REFERENCE in fields)):
        return SheetKind.SUBSIDIES, Orientation.LIST
    dated = [c for c in columns if c.head is not None and not is_personal_number(c)]
    others = [c for c in columns if c not in dated]
    a_single_one = len(dated) == 1 and all(set(c.fields) & WHO for c in others)
    if (len(dated) >= 2 and len(dated) >= 0.3 * len(columns)) or a_single_one:
        return _across(columns, dated, values, around)
    if fields & NAMES and Field.HOURS in fields:
        return SheetKind.VOLUNTEER_HOURS, Orientation.LIST
    if values.share(0, is_whole_date) >= 0.6 or Field.DATE in fields:
        down = _dates_in_a_column(columns, fields, values)
        if down is not None:
            return down
    if Field.ACTIVITY in fields and len(fields & PLANNING) >= 1:
        return SheetKind.ACTIVITIES, Orientation.LIST
    if fields & NAMES and fields & PERSONAL:
        return SheetKind.MEMBERS, Orientation.LIST
    return SheetKind.UNKNOWN, Orientation.LIST


def _across(
    columns: Sequence[Guess], dated: Sequence[Guess], values: Values, around: Surroundings
) -> tuple[SheetKind, Orientation]:
    hours = bool(re.search(r"\b(?:\w*uren|volunteer hours)\b", around.words))
    numbers = values.numbers(dated)
    several = sum(number not in (0, 1) for number in numbers) > 0.5 * max(len(numbers), 1)
    months = sum(c.head is not None and c.head.kind is HeadKind.MONTH for c in dated)
    fields = {field for column in columns for field in column.fields}
    if hours or (months > len(dated) / 2 and ("vrijwillig" in around.words) and numbers):
        return SheetKind.VOLUNTEER_HOURS, Orientation.PEOPLE_DOWN
    named = bool(fields & NAMES)
    if numbers and several and (Field.ACTIVITY in fields or not named):
        return SheetKind.HEAD_COUNTS, Orientation.ROWS_ARE_ACTIVITIES
    return SheetKind.ATTENDANCE, Orientation.PEOPLE_DOWN


def _dates_in_a_column(
    columns: Sequence[Guess], fields: set[Field], values: Values
) -> tuple[SheetKind, Orientation] | None:
    others = [c for c in columns if c.index and not c.fields and not is_tally_word(c.heading)]
    tallied = [c for c in columns if is_tally_word(c.heading) and values.numbers([c])]
    marked = [c for c in others if values.share(c.index, is_mark) >= 0.8]
    named = any(set(c.fields) & NAMES for c in columns if c not in tallied)
    if named or (Field.NUMBER in fields and Field.COUNT not in fields):
        if len(fields & PERSONAL) >= 4:
            return None  # a members list with a column 'datum'
        kind = SheetKind.VOLUNTEER_HOURS if Field.HOURS in fields else SheetKind.ATTENDANCE
        return kind, Orientation.LIST
    if not marked and not tallied and not fields & {Field.COUNT, Field.TOTAL, Field.STATUS}:
        return None
    numbers = values.numbers(marked)
    large = sum(number > 1 for number in numbers)
    if marked and large <= 0.4 * len(numbers) and Field.COUNT not in fields:
        return SheetKind.ATTENDANCE, Orientation.DATES_DOWN
    return SheetKind.HEAD_COUNTS, Orientation.LIST
