# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of a table: what their headings may mean, and which field each holds."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from buurthuis_admin.importing.date_heads import DateHead, is_whole_date
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.tables import Table
from buurthuis_admin.importing.values.addresses import parse_postcode
from buurthuis_admin.importing.values.people import is_bsn
from buurthuis_admin.importing.values.phones import parse_phones
from buurthuis_admin.importing.values.tallies import number_in
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue, Sheet

_SAMPLE = 60  # cells of a column that are looked at to know what it holds
NAMES = frozenset((Field.FULL_NAME, Field.LAST, Field.FIRST, Field.INITIALS))
WHO = NAMES | {Field.NUMBER, Field.PREFIX, Field.TOTAL}
MONEY = (Field.REQUESTED, Field.AWARDED, Field.RECEIVED, Field.SPENT)
PERSONAL = frozenset(
    (
        Field.ADDRESS, Field.STREET, Field.POSTCODE, Field.POSTCODE_TOWN, Field.TOWN, Field.PHONE,
        Field.MOBILE, Field.EMAIL, Field.BORN, Field.BIRTH_YEAR, Field.JOINED, Field.LEFT,
        Field.NUMBER, Field.SEX, Field.PAID, Field.FEE, Field.IBAN, Field.AGE, Field.PREFIX,
        Field.VOLUNTEER, Field.ROLE, Field.NEIGHBOURHOOD, Field.FIRST, Field.INITIALS,
    )
)  # fmt: skip
PLANNING = frozenset(
    (Field.WEEKDAY, Field.TIME, Field.ROOM, Field.LEADER, Field.CAPACITY, Field.THEME,
     Field.TARGET_GROUP, Field.STARTS)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table (``index`` counts from the first column of the table)."""

    index: int
    heading: str
    field: Field | None = None
    confidence: float = 0.0
    head: DateHead | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """A column before the kind of the table is known: what its heading may mean."""

    index: int
    heading: str
    fields: tuple[Field, ...]
    confidence: float
    head: DateHead | None


class Values:
    """Samples of the columns of a table, taken once."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        self._sheet, self._table = sheet, table
        self._rows = [table.cells(sheet, row) for row in table.data_rows[:400]]

    def of(self, index: int) -> list[CellValue]:
        """The first filled cells of a column."""
        filled = (row[index] for row in self._rows if row[index] is not None)
        return [cell for cell, _ in zip(filled, range(_SAMPLE), strict=False)]

    def numbers(self, columns: Iterable[Guess]) -> list[int]:
        """The whole numbers among the first filled cells of some columns."""
        cells = (cell for column in columns for cell in self.of(column.index))
        return [number for number in map(number_in, cells) if number is not None]

    def share(self, index: int, test: Callable[[CellValue], bool]) -> float:
        """The part of the filled cells of a column that passes a test; 0 for an empty one."""
        cells = self.of(index)
        return sum(map(test, cells)) / len(cells) if cells else 0.0


def is_personal_number(column: Guess) -> bool:
    """'06' is a heading for mobile numbers, not the sixth of a month."""
    return bool(column.fields) and column.confidence == 1.0


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
_PERSON_FIELDS = PERSONAL | NAMES | {
    Field.HOUSE, Field.HOUSE_ADDITION, Field.LEFT_REASON, Field.MANDATE, Field.REMARK, Field.PHOTO,
    Field.BSN, Field.MEMBER_KIND,
}  # fmt: skip
_ALLOWED: dict[SheetKind, frozenset[Field]] = {
    SheetKind.MEMBERS: _PERSON_FIELDS,
    SheetKind.ATTENDANCE: NAMES
    | {Field.PREFIX, Field.NUMBER, Field.DATE, Field.ACTIVITY, Field.STATUS, Field.COUNT}
    | {Field.REMARK, Field.TOTAL, Field.BSN},
    SheetKind.HEAD_COUNTS: frozenset(
        (Field.DATE, Field.COUNT, Field.REMARK, Field.ACTIVITY, Field.TOTAL, Field.WEEKDAY,
         Field.TIME, Field.LEADER)
    ),
    SheetKind.SUBSIDIES: frozenset(
        (*MONEY, Field.FUNDER, Field.REFERENCE, Field.PURPOSE, Field.DECIDED, Field.APPLIED_ON,
         Field.REMAINDER, Field.DUE, Field.STATE, Field.REMARK, Field.BUDGET_LINE, Field.PLANNED,
         Field.ACTUAL, Field.DIFFERENCE)
    ),
    SheetKind.ACTIVITIES: PLANNING
    | {Field.ACTIVITY, Field.ENDS, Field.OWN_CONTRIBUTION, Field.REMARK},
    SheetKind.VOLUNTEER_HOURS: NAMES
    | {Field.PREFIX, Field.NUMBER, Field.DATE, Field.ACTIVITY, Field.HOURS, Field.REMARK}
    | {Field.TOTAL, Field.ROLE},
    SheetKind.UNKNOWN: frozenset(),
    SheetKind.EMPTY: frozenset(),
}  # fmt: skip


def fields_for(kind: SheetKind) -> frozenset[Field]:
    """The fields that a column of a table of this kind can hold."""
    return _ALLOWED[kind] - {Field.BSN}


def resolve_columns(
    guesses: Sequence[Guess], kind: SheetKind, orientation: Orientation, values: Values
) -> list[Column]:
    """The field of each column of a table of this kind."""
    across = orientation in (Orientation.PEOPLE_DOWN, Orientation.ROWS_ARE_ACTIVITIES)
    columns = []
    for guess in guesses:
        head = guess.head if across and not is_personal_number(guess) else None
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


def _field_of(guess: Guess, kind: SheetKind) -> Field | None:
    aliases, allowed = _ALIASES.get(kind, {}), _ALLOWED[kind]
    for field in guess.fields:
        if field in allowed:
            return field
    return next((aliases[field] for field in guess.fields if field in aliases), None)


def _members_columns(columns: list[Column], values: Values) -> list[Column]:
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


def _with_values(column: Column, values: Values) -> Column:
    """Let the values speak where the heading says nothing, and refuse citizen numbers."""
    if column.field in _LOOKS_LIKE_NUMBER and holds_bsn(column.index, values):
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


def holds_bsn(index: int, values: Values) -> bool:
    """Whether a column holds citizen service numbers: what stands in nearly all of its cells."""
    return len(values.of(index)) >= 4 and values.share(index, is_bsn) >= 0.9


def _date_or_amount(column: Column, values: Values) -> Column:
    """'Beschikking' is an amount or a day: the values tell."""
    dates = values.share(column.index, lambda v: isinstance(v, datetime.date))
    if column.field is Field.AWARDED and dates > 0.5:
        return _as(column, Field.DECIDED, 0.7)
    numbers = values.share(column.index, lambda v: isinstance(v, int | float) and v < 20000)
    if column.field in (Field.DECIDED, Field.DUE) and numbers > 0.8:
        return _as(column, None)
    return column


def _names_before_dates(columns: list[Column], values: Values) -> list[Column]:
    """A matrix has its names in the first column of text, whatever stands over it."""
    if any(column.field in NAMES for column in columns):
        return columns
    for column in columns:
        texts = values.share(column.index, lambda value: isinstance(value, str))
        if column.head is None and column.field in (None, Field.REMARK) and texts > 0.6:
            return _replaced(columns, _as(column, Field.FULL_NAME, 0.6))
    return columns


def _dates_first(columns: list[Column], values: Values) -> list[Column]:
    if any(column.field is Field.DATE for column in columns):
        return columns
    for column in columns:
        if values.share(column.index, is_whole_date) >= 0.6:
            return _replaced(columns, _as(column, Field.DATE, 0.6))
    return columns


def _replaced(columns: Iterable[Column], new: Column) -> list[Column]:
    return [new if column.index == new.index else column for column in columns]
