# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person says of a table, over what the program guessed.

A correction holds for one table of one sheet. What it does not say stays a guess; so taking a
correction back is leaving it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.importing.values.marks import Mark
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue

BLANK = ""  # the sign of a cell without a mark


@dataclass(frozen=True, slots=True)
class Region:
    """Where a table stands on its sheet; zero-based, the last ones included."""

    heading_row: int
    heading_rows: int  # 1 or 2; 0 for a table without headings
    first_column: int
    last_column: int
    last_row: int


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


NONE = TableCorrection()


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Which table is meant: the file, the sheet, and its number on it (the first is 0)."""

    file: str
    sheet: str
    number: int = 0


Corrections = Mapping[TablePlace, TableCorrection]


def sign_of(value: CellValue) -> str:
    """A mark as it is compared: 'X' and 'x ' are one sign; BLANK for a cell without one."""
    return fold(text_of(value))
