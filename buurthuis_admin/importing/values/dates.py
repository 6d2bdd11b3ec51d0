# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A strict reader of dates as Dutch lists hold them.

No library does this: they fill up partial dates with today's day, or turn the month and the day
round rather than say that '12-13-2019' cannot be. Years of two digits are placed by what the
date is: a birth lies never in the future, any other date at most a year ahead.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.values.texts import content_of
from buurthuis_admin.importing.workbook import CellValue

_EXCEL_EPOCH = datetime.date(1899, 12, 30)
_SERIALS = range(3653, 73051)  # 1910 to 2099; smaller numbers are years, counts or ages

_MONTH_NAMES = (
    ("januari", "january", "januar", "jan"),
    ("februari", "february", "februar", "feb", "febr"),
    ("maart", "march", "marz", "maerz", "mrt", "mar", "maa"),
    ("april", "apr"),
    ("mei", "may", "mai"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dezember", "dec", "dez"),
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("maandag", "maandagen", "ma", "monday", "mon", "montag"),
            ("dinsdag", "dinsdagen", "di", "tuesday", "tue", "dienstag"),
            ("woensdag", "woensdagen", "wo", "wednesday", "wed", "mittwoch"),
            ("donderdag", "donderdagen", "do", "thursday", "thu", "donnerstag"),
            ("vrijdag", "vrijdagen", "vr", "friday", "fri", "freitag"),
            ("zaterdag", "zaterdagen", "za", "saturday", "sat", "samstag"),
            ("zondag", "zondagen", "zo", "sunday", "sun", "sonntag"),
        ),
        1,
    )
    for name in names
}
_WEEKDAY = re.compile(r"^(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?\s+")
_NUMERIC = re.compile(r"(\d{1,4})\s*[-/.\s]\s*(\d{1,2})(?:\s*[-/.\s]\s*'?(\d{2}|\d{4}))?\.?")
_NAMED = re.compile(
    r"(?:(\d{1,2})(?:e|ste|de|th|st|nd|rd)?[\s./-]*)?([a-z]{3,9})\.?[\s./,-]*(?:'?(\d{2}|\d{4}))?"
)
_ENGLISH = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:th|st|nd|rd)?,?\s+(\d{4})")
_YEAR = re.compile(r"(?:ca\.?|circa|\+/-|±)?\s*((?:19|20)\d{2})")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[-/]\s*((?:19|20)\d{2})")
_TIME = re.compile(r"[\sT]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?$")


class DateOrder(StrEnum):
    """Which comes first in a date of three numbers; the year may be first in either."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known beside the cell: the last possible day, the order, and a missing year."""

    latest: datetime.date
    order: DateOrder = DateOrder.DAY_FIRST
    year: int | None = None


def birth_context(today: datetime.date, order: DateOrder = DateOrder.DAY_FIRST) -> DateContext:
    """For dates of birth: none after ``today``."""
    return DateContext(today, order)


def other_context(
    today: datetime.date, order: DateOrder = DateOrder.DAY_FIRST, year: int | None = None
) -> DateContext:
    """For any other date: none more than a year after ``today``."""
    return DateContext(datetime.date(today.year + 1, 12, 31), order, year)


def parse_date(value: CellValue, context: DateContext) -> PartialDate | None:
    """Read a cell as a date. None for an empty one; ValueError for what cannot be a date."""
    if isinstance(value, datetime.datetime):
        return PartialDate.of(value.date())
    if isinstance(value, datetime.date):
        return PartialDate.of(value)
    if isinstance(value, bool):
        raise ValueError("not a date")
    if isinstance(value, int | float):
        return _from_serial(value)
    text = content_of(value)
    return _from_text(text, context) if text else None


def _from_serial(number: float) -> PartialDate:
    if 1900 <= number <= 2100 and number == int(number):
        return PartialDate(int(number))
    if int(number) in _SERIALS:
        return PartialDate.of(_EXCEL_EPOCH + datetime.timedelta(days=int(number)))
    compact = _COMPACT.fullmatch(str(int(number)))
    if compact:
        return PartialDate(*(int(part) for part in compact.groups()))
    raise ValueError(f"not a date: {number}")


def _from_text(text: str, context: DateContext) -> PartialDate:
    plain = _TIME.sub("", fold(text))
    plain = _WEEKDAY.sub("", plain).strip(" ,;")
    for pattern, reader in _READERS:
        match = pattern.fullmatch(plain)
        if match is not None:
            return reader(match, context)
    if plain.isdigit() and len(plain) == 5:
        return _from_serial(int(plain))
    raise ValueError(f"not a date: {text!r}")


def _read_year(match: re.Match[str], _context: DateContext) -> PartialDate:
    return PartialDate(int(match[1]))


def _read_compact(match: re.Match[str], _context: DateContext) -> PartialDate:
    return PartialDate(*(int(part) for part in match.groups()))


def _read_month_year(match: re.Match[str], _context: DateContext) -> PartialDate:
    return PartialDate(int(match[2]), int(match[1]))


def _read_numeric(match: re.Match[str], context: DateContext) -> PartialDate:
    first, second, third = match.groups()
    if len(first) == 4:
        if third is None:
            return PartialDate(int(first), int(second))
        return PartialDate(int(first), int(second), int(third))
    if len(first) == 3:
        raise ValueError("a day of three digits")
    day, month = int(first), int(second)
    if context.order is DateOrder.MONTH_FIRST:
        day, month = month, day
    return _placed(third, month, day, context)


def _read_named(match: re.Match[str], context: DateContext) -> PartialDate:
    month = MONTHS.get(match[2])
    if month is None:
        raise ValueError(f"not a month: {match[2]!r}")
    return _placed(match[3], month, int(match[1] or 0), context)


def _read_english(match: re.Match[str], _context: DateContext) -> PartialDate:
    month = MONTHS.get(match[1])
    if month is None:
        raise ValueError(f"not a month: {match[1]!r}")
    return PartialDate(int(match[3]), month, int(match[2]))


def _placed(year_text: str | None, month: int, day: int, context: DateContext) -> PartialDate:
    if year_text is None:
        if context.year is None:
            raise ValueError("a date without a year")
        return PartialDate(context.year, month, day)
    year = int(year_text)
    if len(year_text) == 4:
        return PartialDate(year, month, day)
    century = context.latest.year // 100 * 100
    latest = PartialDate.of(context.latest)
    placed = (
        PartialDate(century + year, month, day) if _exists(century + year, month, day) else None
    )
    if placed is not None and (placed.year, placed.month, placed.day) <= (
        latest.year,
        latest.month,
        latest.day,
    ):
        return placed
    return PartialDate(century - 100 + year, month, day)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        PartialDate(year, month, day)
    except ValueError:
        return False
    return True


_READERS = (
    (_YEAR, _read_year),
    (_COMPACT, _read_compact),
    (_MONTH_YEAR, _read_month_year),
    (_NUMERIC, _read_numeric),
    (_NAMED, _read_named),
    (_ENGLISH, _read_english),
)


def order_of(values: list[CellValue]) -> DateOrder:
    """The order of day and month, decided over a whole column; day first unless it cannot be."""
    first_over, second_over = 0, 0
    for value in values:
        match = _NUMERIC.fullmatch(value.strip(" '")) if isinstance(value, str) else None
        if match is not None and match[3] is not None and len(match[1]) <= 2:
            first_over += int(match[1]) > 12
            second_over += int(match[2]) > 12
    month_first = second_over > 0 and first_over == 0 and second_over > 1
    return DateOrder.MONTH_FIRST if month_first else DateOrder.DAY_FIRST
