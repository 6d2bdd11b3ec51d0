# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates that may be known only in part, and periods."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which perhaps only the year, or the month and the year, is known.

    It is kept as it is known and never filled up. Raises ValueError for what the calendar
    does not have, and for a day without a month.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("a day without a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """The whole date."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read '1951', '1951-03' or '1951-03-07'; ValueError for anything else."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        return cls(*(int(part or 0) for part in match.groups()))

    @classmethod
    def from_number(cls, number: int) -> PartialDate:
        """Read the form of the database: 19510307, 19510300, 19510000."""
        return cls(number // 10000, number // 100 % 100, number % 100)

    @property
    def number(self) -> int:
        """The form of the database: year × 10000 + month × 100 + day, 0 for unknown."""
        return self.year * 10000 + self.month * 100 + self.day

    @property
    def complete(self) -> bool:
        """Whether the day is known."""
        return bool(self.day)

    @property
    def first_day(self) -> datetime.date:
        """The earliest day that it can be."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The latest day that it can be."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def agrees_with(self, other: PartialDate) -> bool:
        """Whether both can be the same day: what both know is equal."""
        pairs = ((self.month, other.month), (self.day, other.day))
        return self.year == other.year and all(a == b or not a or not b for a, b in pairs)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        return f"{text}-{self.day:02d}" if self.day else text


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from ``start`` to ``end``, both included."""

    start: datetime.date
    end: datetime.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("a period ends on or after its start")

    def __contains__(self, day: datetime.date) -> bool:
        return self.start <= day <= self.end

    def overlaps(self, other: Period) -> bool:
        """Whether a day lies in both."""
        return self.start <= other.end and other.start <= self.end

    @classmethod
    def year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def day_number(day: datetime.date) -> int:
    """A day as the database keeps it: 20190307."""
    return day.year * 10000 + day.month * 100 + day.day


def day_from_number(number: int) -> datetime.date:
    """The day behind a number of the database; ValueError when it is not a whole date."""
    return datetime.date(number // 10000, number // 100 % 100, number % 100)
