# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kind of table it is, and which field each of its columns holds.

Headings and values both speak; the heading first. A column that says nothing is not used.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum

from buurthuis_admin.importing.context import Surroundings
from buurthuis_admin.importing.date_heads import DateHead, HeadKind, is_whole_date, read_head
from buurthuis_admin.importing.headings import Field, guess_heading
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.importing.tables import Table
from buurthuis_admin.importing.values.addresses import parse_postcode
from buurthuis_admin.importing.values.dates import WEEKDAYS
from buurthuis_admin.importing.values.marks import is_mark
from buurthuis_admin.importing.values.people import is_bsn
from buurthuis_admin.importing.values.phones import parse_phones
from buurthuis_admin.importing.values.tallies import is_tally_word, number_in
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue, Sheet

_SAMPLE = 60  # cells of a column that are looked at to know what it holds
_NAMES = frozenset((Field.FULL_NAME, Field.LAST, Field.FIRST, Field.INITIALS))
_WHO = _NAMES | {Field.NUMBER, Field.PREFIX, Field.TOTAL}
_MONEY = (Field.REQUESTED, Field.AWARDED, Field.RECEIVED, Field.SPENT)
_PERSONAL = frozenset(
    (
        Field.ADDRESS, Field.STREET, Field.POSTCODE, Field.POSTCODE_TOWN, Field.TOWN, Field.PHONE,
        Field.MOBILE, Field.EMAIL, Field.BORN, Field.BIRTH_YEAR, Field.JOINED, Field.LEFT,
        Field.NUMBER, Field.SEX, Field.PAID, Field.FEE, Field.IBAN, Field.AGE, Field.PREFIX,
        Field.VOLUNTEER, Field.ROLE, Field.NEIGHBOURHOOD, Field.FIRST, Field.INITIALS,
    )
)  # fmt: skip
_PLANNING = frozenset(
    (Field.WEEKDAY, Field.TIME, Field.ROOM, Field.LEADER, Field.CAPACITY, Field.THEME,
     Field.TARGET_GROUP, Field.STARTS)
)  # fmt: skip


class Orientation(StrEnum):
    """How a table lies."""

    LIST = "list"
    PEOPLE_DOWN = "people_down"
    DATES_DOWN = "dates_down"
    ROWS_ARE_ACTIVITIES = "activities_down"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table (``index`` counts from the first column of the table)."""

    index: int
    heading: str
    field: Field | None = None
    confidence: float = 0.0
    head: DateHead | None = None


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


class _Values:
    """Samples of the columns of a table, taken once."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._sheet, self._table = sheet, table
        self._rows = [table.cells(sheet, row) for row in table.data_rows[:400]]

    def of(self, index: int) -> list[CellValue]:
        """The first filled cells of a column."""
        filled = (row[index] for row in self._rows if row[index] is not None)
        return [cell for cell, _ in zip(filled, range(_SAMPLE), strict=False)]

    def numbers(self, columns: Iterable[_Guess]) -> list[int]:
        """The whole numbers among the first filled cells of some columns."""
        cells = (cell for column in columns for cell in self.of(column.index))
        return [number for number in map(number_in, cells) if number is not None]

    def share(self, index: int, test: Callable[[CellValue], bool]) -> float:
        """The part of the filled cells of a column that passes a test; 0 for an empty one."""
        cells = self.of(index)
        return sum(map(test, cells)) / len(cells) if cells else 0.0


def recognise(sheet: Sheet, table: Table, around: Surroundings) -> Recognised:
    """Tell what a table is from its headings and its values."""
    values = _Values(sheet, table)
    plain = _plain_columns(table)
    kind, orientation = _kind(table, plain, values, around)
    columns = _resolved(plain, kind, orientation, values)
    return Recognised(kind, tuple(columns), orientation)


def _plain_columns(table: Table) -> list[_Guess]:
    months = _months_above(table)
    guesses = []
    for index, heading in enumerate(table.headings):
        raw = table.heads[-1][index] if table.heads else None
        head = read_head(raw if raw is not None else heading or None)
        if head is not None and months[index] is not None and head.kind is HeadKind.DAY:
            above = months[index]
            assert above is not None
            head = DateHead(HeadKind.DAY_MONTH, above.year, above.month, head.day)
        guess = guess_heading(heading)
        guesses.append(_Guess(index, heading, guess.fields, guess.confidence, head))
    return guesses


@dataclass(frozen=True, slots=True)
class _Guess:
    index: int
    heading: str
    fields: tuple[Field, ...]
    confidence: float
    head: DateHead | None


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
    table: Table, columns: Sequence[_Guess], values: _Values, around: Surroundings
) -> tuple[SheetKind, Orientation]:
    fields = {field for column in columns for field in column.fields}
    if Field.PLANNED in fields and Field.ACTUAL in fields:
        return SheetKind.SUBSIDIES, Orientation.BUDGET
    money = len(fields & set(_MONEY))
    if money >= 2 or (Field.FUNDER in fields and (money or Field.REFERENCE in fields)):
        return SheetKind.SUBSIDIES, Orientation.LIST
    dated = [c for c in columns if c.head is not None and not _is_personal_number(c)]
    others = [c for c in columns if c not in dated]
    a_single_one = len(dated) == 1 and all(set(c.fields) & _WHO for c in others)
    if (len(dated) >= 2 and len(dated) >= 0.3 * len(columns)) or a_single_one:
        return _across(columns, dated, values, around)
    if fields & _NAMES and Field.HOURS in fields:
        return SheetKind.VOLUNTEER_HOURS, Orientation.LIST
    if values.share(0, is_whole_date) >= 0.6 or Field.DATE in fields:
        down = _dates_in_a_column(columns, fields, values)
        if down is not None:
            return down
    if Field.ACTIVITY in fields and len(fields & _PLANNING) >= 1:
        return SheetKind.ACTIVITIES, Orientation.LIST
    if fields & _NAMES and fields & _PERSONAL:
        return SheetKind.MEMBERS, Orientation.LIST
    return SheetKind.UNKNOWN, Orientation.LIST


def _is_personal_number(column: _Guess) -> bool:
    """'06' is a heading for mobile numbers, not the sixth of a month."""
    return bool(column.fields) and column.confidence == 1.0


def _across(
    columns: Sequence[_Guess], dated: Sequence[_Guess], values: _Values, around: Surroundings
) -> tuple[SheetKind, Orientation]:
    hours = bool(re.search(r"\b(?:\w*uren|volunteer hours)\b", around.words))
    numbers = values.numbers(dated)
    several = sum(number not in (0, 1) for number in numbers) > 0.5 * max(len(numbers), 1)
    months = sum(c.head is not None and c.head.kind is HeadKind.MONTH for c in dated)
    fields = {field for column in columns for field in column.fields}
    if hours or (months > len(dated) / 2 and ("vrijwillig" in around.words) and numbers):
        return SheetKind.VOLUNTEER_HOURS, Orientation.PEOPLE_DOWN
    named = bool(fields & _NAMES)
    if numbers and several and (Field.ACTIVITY in fields or not named):
        return SheetKind.HEAD_COUNTS, Orientation.ROWS_ARE_ACTIVITIES
    return SheetKind.ATTENDANCE, Orientation.PEOPLE_DOWN


def _dates_in_a_column(
    columns: Sequence[_Guess], fields: set[Field], values: _Values
) -> tuple[SheetKind, Orientation] | None:
    others = [c for c in columns if c.index and not c.fields and not is_tally_word(c.heading)]
    tallied = [c for c in columns if is_tally_word(c.heading) and values.numbers([c])]
    marked = [c for c in others if values.share(c.index, is_mark) >= 0.8]
    named = any(set(c.fields) & _NAMES for c in columns if c not in tallied)
    if named or (Field.NUMBER in fields and Field.COUNT not in fields):
        if len(fields & _PERSONAL) >= 4:
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


# --- the field of each column ----------------------------------------------------------------

# What a word means in a table of another kind than the one it was listed for.
_ALIASES: dict[SheetKind, dict[Field, Field]] = {
    SheetKind.MEMBERS: {Field.STARTS: Field.JOINED, Field.ENDS: Field.LEFT},
    SheetKind.SUBSIDIES: {
        Field.FULL_NAME: Field.FUNDER,
        Field.DATE: Field.DECIDED,
        Field.MEMBER_KIND: Field.STATE,
        Field.ACTIVITY: Field.PURPOSE,
        Field.STATUS: Field.STATE,
        Field.FEE: Field.AWARDED,
    },
    SheetKind.ACTIVITIES: {
        Field.FULL_NAME: Field.ACTIVITY,
        Field.DATE: Field.WEEKDAY,
        Field.LEFT: Field.ENDS,
        Field.FEE: Field.OWN_CONTRIBUTION,
        Field.VOLUNTEER: Field.LEADER,
        Field.JOINED: Field.STARTS,
    },
    SheetKind.HEAD_COUNTS: {Field.NUMBER: Field.COUNT, Field.STATUS: Field.COUNT},
    SheetKind.ATTENDANCE: {Field.VOLUNTEER: Field.FULL_NAME},
    SheetKind.VOLUNTEER_HOURS: {Field.VOLUNTEER: Field.FULL_NAME, Field.COUNT: Field.HOURS},
}
_PERSON_FIELDS = _PERSONAL | _NAMES | {
    Field.HOUSE, Field.HOUSE_ADDITION, Field.LEFT_REASON, Field.MANDATE, Field.REMARK, Field.PHOTO,
    Field.BSN, Field.MEMBER_KIND,
}  # fmt: skip
_ALLOWED: dict[SheetKind, frozenset[Field]] = {
    SheetKind.MEMBERS: _PERSON_FIELDS,
    SheetKind.ATTENDANCE: _NAMES
    | {Field.PREFIX, Field.NUMBER, Field.DATE, Field.ACTIVITY, Field.STATUS, Field.COUNT}
    | {Field.REMARK, Field.TOTAL, Field.BSN},
    SheetKind.HEAD_COUNTS: frozenset(
        (Field.DATE, Field.COUNT, Field.REMARK, Field.ACTIVITY, Field.TOTAL, Field.WEEKDAY,
         Field.TIME, Field.LEADER)
    ),
    SheetKind.SUBSIDIES: frozenset(
        (*_MONEY, Field.FUNDER, Field.REFERENCE, Field.PURPOSE, Field.DECIDED, Field.APPLIED_ON,
         Field.REMAINDER, Field.DUE, Field.STATE, Field.REMARK, Field.BUDGET_LINE, Field.PLANNED,
         Field.ACTUAL, Field.DIFFERENCE)
    ),
    SheetKind.ACTIVITIES: _PLANNING
    | {Field.ACTIVITY, Field.ENDS, Field.OWN_CONTRIBUTION, Field.REMARK},
    SheetKind.VOLUNTEER_HOURS: _NAMES
    | {Field.PREFIX, Field.NUMBER, Field.DATE, Field.ACTIVITY, Field.HOURS, Field.REMARK}
    | {Field.TOTAL, Field.ROLE},
    SheetKind.UNKNOWN: frozenset(),
    SheetKind.EMPTY: frozenset(),
}  # fmt: skip


def _resolved(
    guesses: Sequence[_Guess], kind: SheetKind, orientation: Orientation, values: _Values
) -> list[Column]:
    across = orientation in (Orientation.PEOPLE_DOWN, Orientation.ROWS_ARE_ACTIVITIES)
    columns = []
    for guess in guesses:
        head = guess.head if across and not _is_personal_number(guess) else None
        field = None if head is not None else _field_of(guess, kind)
        columns.append(Column(guess.index, guess.heading, field, guess.confidence, head))
    if kind is SheetKind.MEMBERS:
        columns = _members_columns(columns, values)
    elif kind is SheetKind.SUBSIDIES:
        columns = [_date_or_amount(column, values) for column in columns]
    elif across:
        columns = _names_before_dates(columns, values)
    if (
        kind in (SheetKind.ATTENDANCE, SheetKind.HEAD_COUNTS)
        and orientation is not Orientation.PEOPLE_DOWN
    ):
        columns = _dates_first(columns, values)
    return columns


def _field_of(guess: _Guess, kind: SheetKind) -> Field | None:
    aliases, allowed = _ALIASES.get(kind, {}), _ALLOWED[kind]
    for field in guess.fields:
        if field in allowed:
            return field
    return next((aliases[field] for field in guess.fields if field in aliases), None)


def _members_columns(columns: list[Column], values: _Values) -> list[Column]:
    fields = {column.field for column in columns}
    result: list[Column] = []
    for column in columns:
        field = column.field
        before = result[-1].field if result else None
        if (
            field is Field.FULL_NAME
            and fields & {Field.FIRST, Field.INITIALS}
            and Field.LAST not in fields
        ):
            field = Field.LAST  # 'naam' where first names stand elsewhere
        elif field is Field.NUMBER and before in (Field.STREET, Field.ADDRESS):
            field = Field.HOUSE
        elif field is None and column.heading == "" and before is Field.STREET:
            field = Field.HOUSE if values.share(column.index, _is_house) > 0.6 else None
        result.append(_with_values(_as(column, field), values))
    return result


def _as(column: Column, field: Field | None, confidence: float | None = None) -> Column:
    sure = column.confidence if confidence is None else confidence
    return Column(column.index, column.heading, field, sure, column.head)


def _is_house(value: CellValue) -> bool:
    return re.fullmatch(r"\d{1,5}.{0,6}", text_of(value)) is not None


_TESTS: tuple[tuple[Field, Callable[[CellValue], bool]], ...] = (
    (Field.EMAIL, lambda value: "@" in text_of(value)),
    (Field.POSTCODE, lambda value: bool(parse_postcode(text_of(value)))),
    (
        Field.IBAN,
        lambda value: (
            re.fullmatch(r"NL\d\d[A-Z]{4}\d{10}", text_of(value).replace(" ", "")) is not None
        ),
    ),
)
_LOOKS_LIKE_NUMBER = frozenset((Field.NUMBER, Field.BSN, None))


def _with_values(column: Column, values: _Values) -> Column:
    """Let the values speak where the heading says nothing, and refuse citizen numbers."""
    if column.field in _LOOKS_LIKE_NUMBER and _holds_bsn(column, values):
        return _as(column, Field.BSN, 1.0)
    if column.field is not None:
        return column
    for field, test in _TESTS:
        if values.share(column.index, test) >= 0.8:
            return _as(column, field, 0.6)
    if values.share(column.index, _is_phone) >= 0.8:
        return _as(column, Field.PHONE, 0.6)
    return column


def _is_phone(value: CellValue) -> bool:
    cell = parse_phones(text_of(value))
    return bool(cell.landlines or cell.mobiles) and not cell.rest


def _holds_bsn(column: Column, values: _Values) -> bool:
    cells = values.of(column.index)
    return len(cells) >= 4 and values.share(column.index, is_bsn) >= 0.9


def _date_or_amount(column: Column, values: _Values) -> Column:
    """'Beschikking' is an amount or a day: the values tell."""
    dates = values.share(column.index, lambda v: isinstance(v, datetime.date))
    if column.field is Field.AWARDED and dates > 0.5:
        return _as(column, Field.DECIDED, 0.7)
    numbers = values.share(column.index, lambda v: isinstance(v, int | float) and v < 20000)
    if column.field in (Field.DECIDED, Field.DUE) and numbers > 0.8:
        return _as(column, None)
    return column


def _names_before_dates(columns: list[Column], values: _Values) -> list[Column]:
    """A matrix has its names in the first column of text, whatever stands over it."""
    if any(column.field in _NAMES for column in columns):
        return columns
    for column in columns:
        texts = values.share(column.index, lambda value: isinstance(value, str))
        if column.head is None and column.field in (None, Field.REMARK) and texts > 0.6:
            return _replaced(columns, _as(column, Field.FULL_NAME, 0.6))
    return columns


def _dates_first(columns: list[Column], values: _Values) -> list[Column]:
    if any(column.field is Field.DATE for column in columns):
        return columns
    for column in columns:
        if values.share(column.index, is_whole_date) >= 0.6:
            return _replaced(columns, _as(column, Field.DATE, 0.6))
    return columns


def _replaced(columns: Iterable[Column], new: Column) -> list[Column]:
    return [new if column.index == new.index else column for column in columns]


def is_weekday(value: CellValue) -> bool:
    """Whether a cell names a day of the week."""
    return text_of(value).lower().rstrip(".") in WEEKDAYS
