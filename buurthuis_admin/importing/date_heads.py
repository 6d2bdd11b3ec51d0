# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headings that are dates: whole ones, days under a month, weeks, and text without a year."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.values.dates import (
    MONTHS,
    WEEKDAYS,
    DateContext,
    DateOrder,
    parse_date,
)
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue

_WEEK = re.compile(r"(?:week|wk|w|kw)\.?\s*(?:nr\.?\s*)?(\d{1,2})(?:\s*[-/ ]\s*'?((?:20)?\d{2}))?")
_DAY_NUMBER = re.compile(
    r"(?:(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\.?\s*)?(\d{1,2})(?:e|\.)?"
)
_FAR = datetime.date(2199, 12, 31)
_HAS_YEAR = {order: DateContext(_FAR, order) for order in DateOrder}
_LEAP_YEAR = {order: DateContext(_FAR, order, 2020) for order in DateOrder}  # for 29 February


class HeadKind(StrEnum):
    """How much of a date a heading says."""

    DATE = "date"  # year, month and day
    DAY_MONTH = "day_month"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class DateHead:
    """A heading as a date: what it says; 0 for what it does not."""

    kind: HeadKind
    year: int = 0
    month: int = 0
    day: int = 0  # the number of the week for WEEK


@dataclass(frozen=True, slots=True)
class Season:
    """The year of a sheet, and where its year begins: month 1, or 8 for '2019-2020'."""

    year: int
    first_month: int = 1

    def year_of(self, month: int) -> int:
        """The calendar year in which a month of this season falls."""
        return self.year if month >= self.first_month else self.year + 1


def read_head(value: CellValue, order: DateOrder = DateOrder.DAY_FIRST) -> DateHead | None:
    """What a heading says as a date; None when it is none. A bare number is a day of a month."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return DateHead(HeadKind.DATE, value.year, value.month, value.day)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_number(value)
    return _from_text(text_of(value), order)


def _from_number(value: float) -> DateHead | None:
    if value != int(value):
        return None
    if 1 <= value <= 53:
        return DateHead(HeadKind.DAY, day=int(value))
    if 36526 <= value <= 73050:  # a serial of Excel for a day from 2000 on
        found = parse_date(value, _HAS_YEAR[DateOrder.DAY_FIRST])
        assert found is not None
        return DateHead(HeadKind.DATE, found.year, found.month, found.day)
    return None


@lru_cache(maxsize=2048)
def _from_text(text: str, order: DateOrder) -> DateHead | None:
    plain = fold(text)
    if not plain or len(plain) > 30:
        return None
    if plain in MONTHS or plain.rstrip(".") in MONTHS:
        return DateHead(HeadKind.MONTH, month=MONTHS[plain.rstrip(".")])
    week = _WEEK.fullmatch(plain)
    if week is not None and 1 <= int(week[1]) <= 53:
        year = int(week[2] or 0)
        return DateHead(HeadKind.WEEK, year + 2000 if 0 < year < 100 else year, day=int(week[1]))
    day = _DAY_NUMBER.fullmatch(plain)
    if day is not None and 1 <= int(day[1]) <= 53:
        return DateHead(HeadKind.DAY, day=int(day[1]))
    return _from_date_text(plain, order)


def _from_date_text(plain: str, order: DateOrder) -> DateHead | None:
    try:
        return _as_head(parse_date(plain, _HAS_YEAR[order]))
    except ValueError:
        pass  # perhaps it only lacks its year
    try:
        found = parse_date(plain, _LEAP_YEAR[order])
    except ValueError:
        return None
    if found is None or not found.day:
        return None
    return DateHead(HeadKind.DAY_MONTH, month=found.month, day=found.day)


def _as_head(found: PartialDate | None) -> DateHead | None:
    if found is None or not found.month:
        return None
    if not found.day:
        return DateHead(HeadKind.MONTH, found.year, found.month)
    return DateHead(HeadKind.DATE, found.year, found.month, found.day)


def resolve(
    head: DateHead, season: Season | None, month: DateHead | None, weekday: int | None
) -> datetime.date | None:
    """The day of a heading, with the season of the sheet and the month above or in the title.

    A week gives its ``weekday`` (1 is Monday, also when it is not known). None when the year or
    the month cannot be known. Raises ValueError for a day that the month does not have.
    """
    if head.kind is HeadKind.DATE:
        return datetime.date(head.year, head.month, head.day)
    if head.kind is HeadKind.WEEK:
        return _week_day(head, season, weekday)
    month_number = head.month or (month.month if month else 0)
    if not month_number or not head.day:
        return None
    year = head.year or (month.year if month else 0)
    if not year and season is not None:
        year = season.year_of(month_number)
    return datetime.date(year, month_number, head.day) if year else None


def _week_day(head: DateHead, season: Season | None, weekday: int | None) -> datetime.date | None:
    if head.year:
        return datetime.date.fromisocalendar(head.year, head.day, weekday or 1)
    if season is None:
        return None
    second_half = season.first_month > 1 and head.day < 30
    return datetime.date.fromisocalendar(season.year + second_half, head.day, weekday or 1)


def is_whole_date(value: CellValue) -> bool:
    """Whether a cell of a column is a date with at least its day and month."""
    head = read_head(value)
    return head is not None and head.kind in (HeadKind.DATE, HeadKind.DAY_MONTH)
