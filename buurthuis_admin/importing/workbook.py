# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a spreadsheet file holds, whatever program wrote it: sheets of cells, and what they wear."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

CellValue = (
    None
    | str
    | int
    | float
    | bool
    | datetime.date
    | datetime.datetime
    | datetime.time
    | datetime.timedelta
)
Row = tuple[CellValue, ...]
Position = tuple[int, int]
"""Zero-based (row, column)."""


class FileFormat(Enum):
    """How the content of the file is written, which its name may contradict."""

    XLS = "xls"
    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    ODS = "ods"
    CSV = "csv"
    HTML = "html"
    """A web page with a table, which many old programs save under the name .xls."""


class ReadCode(Enum):
    """Something about the reading that the person may want to know."""

    EXTENSION_DIFFERS = "extension_differs"
    """The name says otherwise than the content: ``extension``, ``actual``."""
    ENCODING_GUESSED = "encoding_guessed"
    """Text that is not Unicode was read as ``encoding``."""
    SECOND_READER = "second_reader"
    """The first reader could not read the file; ``reader`` did."""
    FORMATTING_SKIPPED = "formatting_skipped"
    """Colours, strike-through, hidden rows and comments were not looked at."""
    ERRORS_PRESENT = "errors_present"
    """``count`` cells of ``sheet`` hold an error such as #REF!."""
    VALUES_MISSING = "values_missing"
    """``count`` formulas of ``sheet`` were saved without their outcome."""


@dataclass(frozen=True, slots=True)
class ReadNote:
    """One remark about the reading, with the values its sentence needs."""

    code: ReadCode
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A block of merged cells: zero-based, last row and column included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a rectangle of cells that starts at A1.

    Row index + 1 is the number a person sees. Empty and blank cells are None; rows and columns
    that are empty to the end are cut off.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    merged: tuple[MergedRange, ...] = ()
    struck: frozenset[Position] = frozenset()
    fills: Mapping[Position, str] = field(default_factory=dict)
    """'#RRGGBB' of the cells with a background other than white."""
    comments: Mapping[Position, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    error_cells: Mapping[Position, str] = field(default_factory=dict)
    """The error shown there, such as '#REF!'; the cell itself is None."""
    missing_values: frozenset[Position] = frozenset()
    """Formulas that were saved without their outcome."""

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file as it was read. ``size`` is in bytes; ``encoding`` is known for csv only."""

    file_name: str
    file_format: FileFormat
    size: int
    sha256: str
    sheets: tuple[Sheet, ...]
    encoding: str | None = None
    notes: tuple[ReadNote, ...] = ()
