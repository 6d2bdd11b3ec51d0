# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person says of a table, over what the program guessed.

A correction holds for one table of one sheet. What it does not say stays a guess; so taking a
correction back is leaving it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.values.marks import Mark
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue

BLANK = ""  # the sign of a cell without a mark
HEADINGS = -1  # in ``orders``: the dates in the headings


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table stands on its sheet; zero-based, the last ones included."""

    heading_row: int
    heading_rows: int  # 1 or 2; 0 for a table without headings
    first_column: int
    last_column: int
    last_row: int


class SplitWay(StrEnum):
    """How one column is parted into several."""

    NAME = "name"
    SURNAME_FIRST = "surname_first"
    ADDRESS = "address"
    PHONES = "phones"
    COMMA = "comma"
    SLASH = "slash"
    DASH = "dash"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Split:
    """A column parted into several, and what each part holds; None for a part not to be used."""

    way: SplitWay
    fields: tuple[Field | None, ...] = ()  # of the first parts; the others as the way says


@dataclass(frozen=True, slots=True)
class Join:
    """Columns of the sheet (zero-based) put together in this order, and what they then hold."""

    columns: tuple[int, ...]
    field: Field | None = None


class StyleMeaning(StrEnum):
    """What a colour or strike-through says of a row, or of a cell of an attendance sheet."""

    NOTHING = "nothing"
    LEFT = "left"
    VOLUNTEER = "volunteer"
    PAID = "paid"
    UNPAID = "unpaid"
    LEFT_OUT = "left_out"  # the row is not to be read
    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class TableCorrection:
    """What a person says of one table. None: the guess stands."""

    kind: SheetKind | None = None  # UNKNOWN: the table is not to be read
    year: int | None = None
    activity: str | None = None
    weekday: int | None = None  # 1 is Monday
    region: Region | None = None
    fields: Mapping[int, Field | None] = field(default_factory=dict)
    """By column of the sheet (zero-based); None for a column that is not to be used."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """By the sign as ``sign_of`` gives it: what it means on this sheet."""
    remembered: bool = False  # whether it was said of an earlier sheet with the same headings
    orientation: Orientation | None = None
    orders: Mapping[int, DateOrder] = field(default_factory=dict)
    """By column of the sheet, or HEADINGS: which of day and month comes first."""
    styles: Mapping[str, StyleMeaning] = field(default_factory=dict)
    """By colour ('#RRGGBB') or STRUCK: what it means on this sheet."""
    splits: Mapping[int, Split] = field(default_factory=dict)
    """By column of the sheet."""
    joins: tuple[Join, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return self == NONE

    def with_field(self, column: int, chosen: Field | None) -> TableCorrection:
        """The same with another field for a column."""
        return replace(self, fields={**self.fields, column: chosen})

    def with_mark(self, sign: str, meaning: Mark) -> TableCorrection:
        """The same with another meaning for a sign."""
        return replace(self, marks={**self.marks, sign: meaning})

    def with_order(self, column: int, order: DateOrder) -> TableCorrection:
        """The same with another order of day and month for a column."""
        return replace(self, orders={**self.orders, column: order})

    def with_style(self, style: str, meaning: StyleMeaning) -> TableCorrection:
        """The same with another meaning for a colour or for strike-through."""
        return replace(self, styles={**self.styles, style: meaning})

    def with_split(self, column: int, split: Split | None) -> TableCorrection:
        """The same with a column parted, or whole again."""
        others = {at: one for at, one in self.splits.items() if at != column}
        return replace(self, splits=others if split is None else {**others, column: split})

    def with_join(self, column: int, join: Join | None) -> TableCorrection:
        """The same with a column put together with others, or by itself again."""
        others = tuple(one for one in self.joins if column not in one.columns)
        return replace(self, joins=others if join is None else (*others, join))


NONE = TableCorrection()
STRUCK = "struck"  # the style of a text that is crossed out


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Which table is meant: the file, the sheet, and its number on it (the first is 0)."""

    file: str
    sheet: str
    number: int = 0


Corrections = Mapping[TablePlace, TableCorrection]


class ProblemKind(StrEnum):
    """What can be wrong in a box; problems of one kind are mended in one way."""

    DATE = "date"
    POSTCODE = "postcode"
    PHONE_ZERO = "phone_zero"
    VALUE = "value"
    SPELLING = "spelling"
    COUPLE = "couple"
    ROW = "row"
    BSN = "bsn"
    ERROR_CELL = "error_cell"
    LOST_VALUE = "lost_value"
    MENDED = "mended"


@dataclass(frozen=True, slots=True)
class ProblemKey:
    """The problems that one answer is about: a kind, and the field or reason where it differs."""

    kind: ProblemKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row of a sheet (zero-based)."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a sheet (zero-based)."""

    file: str
    sheet: str
    row: int
    column: int

    @property
    def of_row(self) -> RowPlace:
        """The row that it stands in."""
        return RowPlace(self.file, self.sheet, self.row)


class Answer(StrEnum):
    """What a person says to a proposal."""

    DO = "do"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class SpellingChoice:
    """A spelling of a town or an activity, and the right one; the same one when it is right."""

    field: Field
    spelling: str
    right: str


@dataclass(frozen=True, slots=True)
class Mending:
    """What a person says over the content of a whole box. The files are never written to."""

    cells: Mapping[CellPlace, str] = field(default_factory=dict)
    """What is read in place of what stands in a cell; '' for nothing."""
    spellings: tuple[SpellingChoice, ...] = ()
    answers: Mapping[ProblemKey, Answer] = field(default_factory=dict)
    """For all rows with a problem."""
    rows: Mapping[tuple[ProblemKey, RowPlace], Answer] = field(default_factory=dict)
    """For a row by itself, over what holds for all."""

    def answer(self, key: ProblemKey, row: RowPlace | None = None) -> Answer | None:
        """What was said of a problem in a row; None for nothing yet."""
        if row is not None and (key, row) in self.rows:
            return self.rows[key, row]
        return self.answers.get(key)


UNTOUCHED = Mending()


def sign_of(value: CellValue) -> str:
    """A mark as it is compared: 'X' and 'x ' are one sign; BLANK for a cell without one."""
    return fold(text_of(value))
