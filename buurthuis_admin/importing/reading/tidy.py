# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes a rectangle of tidy cells out of the rows that a reader gives."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Sequence
from typing import Any

from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.workbook import CellValue, Row

MAX_CELLS = 4_000_000
"""A hundred thousand people in forty columns; calamine needs 32 bytes for each, filled or not."""

_EXACT = 1e15
"""Below this a float holds every whole number."""


def tidy_row(cells: Iterable[Any]) -> list[CellValue]:
    """The cells with blank text as None, whole floats as int, and what is no number as text."""
    return [
        (cell if cell and not cell.isspace() else None)
        if cell.__class__ is str
        else (int(cell) if cell.is_integer() and -_EXACT < cell < _EXACT else _finite(cell))
        if cell.__class__ is float
        else cell
        for cell in cells
    ]


def _finite(number: float) -> CellValue:
    """A number; one of thousands of digits, that no number can hold, as text."""
    return number if math.isfinite(number) else str(number)


def rectangle(rows: Iterable[Sequence[Any]], sheet: str = "") -> tuple[Row, ...]:
    """Tidy rows, equally wide, without the empty rows and columns at the end."""
    kept = []
    width = height = 0
    for number, row in enumerate(rows, start=1):
        cells = _trimmed(tidy_row(row))
        kept.append(cells)
        if cells:
            height = number
            width = max(width, len(cells))
            check_extent(height, width, sheet)
    return tuple(_padded(cells, width) for cells in kept[:height])


def check_extent(height: int, width: int, sheet: str = "") -> None:
    """Refuse a sheet whose rectangle would not fit in memory, however few cells are filled."""
    if height * width > MAX_CELLS:
        raise CannotRead(Reason.TOO_LARGE, sheet=sheet, cell=cell_name(height - 1, width - 1))


def cell_name(row: int, column: int) -> str:
    """The name a person sees of a zero-based position: (0, 27) is AB1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def column_number(letters: str | bytes) -> int:
    """The zero-based column of its letters: AB is 27."""
    number = 0
    for letter in letters.encode() if isinstance(letters, str) else letters:
        number = number * 26 + letter - 64
    return number - 1


def clock(duration: datetime.timedelta) -> datetime.time | datetime.timedelta:
    """A time of the day where the duration can be one."""
    if duration.days:
        return duration
    minutes, seconds = divmod(duration.seconds, 60)
    return datetime.time(minutes // 60, minutes % 60, seconds, duration.microseconds)


def day_or_moment(moment: datetime.datetime) -> datetime.date | datetime.datetime:
    """A date where the clock stands at midnight."""
    return moment.date() if moment.time() == datetime.time() else moment


def shown_with_zeros(value: object, zeros: str) -> str | None:
    """A whole number as its format of zeros shows it: 612345678 as 0612345678.

    ``zeros`` is the format without quotes and backslashes, of zeros, spaces and hyphens only.
    """
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        return None
    digits = str(value).rjust(zeros.count("0"), "0")
    shown: list[str] = []
    for sign in reversed(zeros):
        shown.append(sign if sign != "0" else digits[-1])
        digits = digits[:-1] if sign == "0" else digits
    return digits + "".join(reversed(shown))


def _trimmed(cells: list[CellValue]) -> list[CellValue]:
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _padded(cells: list[CellValue], width: int) -> Row:
    return tuple(cells) if len(cells) == width else (*cells, *[None] * (width - len(cells)))
