# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings that repeat: how often, and what becomes of known meetings when that changes.

A rule is kept as RFC 5545 says it (FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629). Which days it gives is
worked out by ``services.recurrence``; what happens to the meetings is decided here, on days alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1  # 'the last Thursday of the month'
_SOMETIMES_MISSING = 28  # every month has this many days
_DAY = datetime.timedelta(days=1)


class Every(StrEnum):
    """What is repeated."""

    WEEK = "week"
    WEEKDAY_OF_MONTH = "weekday of month"
    DAY_OF_MONTH = "day of month"
    YEAR = "year"


class Scope(StrEnum):
    """Which meetings of a series a change is for."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


class SeriesWithoutDay(ValueError):
    """A series that repeats every week needs a day of the week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """How often: each ``interval`` weeks on ``weekdays`` (0 is Monday), or once in a month.

    ``nth`` is 1 to 5 or LAST, of the first of ``weekdays``; ``day`` and ``month`` are those of
    the calendar. ``until`` is the last day that can have a meeting, None for no end.
    """

    every: Every = Every.WEEK
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 1
    day: int = 1
    month: int = 1
    until: datetime.date | None = None

    @property
    def rule(self) -> str:
        """As RFC 5545 writes it. Raises SeriesWithoutDay."""
        parts = [*self._frequency(), f"INTERVAL={self.interval}" if self.interval > 1 else ""]
        parts.extend(self._days())
        if self.until is not None:
            parts.append(f"UNTIL={self.until:%Y%m%d}")
        return ";".join(part for part in parts if part)

    def _frequency(self) -> list[str]:
        names = {Every.WEEK: "WEEKLY", Every.YEAR: "YEARLY"}
        return [f"FREQ={names.get(self.every, 'MONTHLY')}"]

    def _days(self) -> list[str]:
        if self.every is Every.DAY_OF_MONTH:
            return [f"BYMONTHDAY={self.day}"]
        if self.every is Every.YEAR:
            return [f"BYMONTH={self.month}", f"BYMONTHDAY={self.day}"]
        if not self.weekdays:
            raise SeriesWithoutDay
        if self.every is Every.WEEKDAY_OF_MONTH:
            return [f"BYDAY={self.nth}{DAY_CODES[self.weekdays[0]]}"]
        return ["BYDAY=" + ",".join(DAY_CODES[one] for one in sorted(set(self.weekdays)))]

    @property
    def sometimes_missing(self) -> bool:
        """Whether there are months, or years, that do not have this day."""
        if self.every is Every.WEEKDAY_OF_MONTH:
            return self.nth == 5
        if self.every is Every.DAY_OF_MONTH:
            return self.day > _SOMETIMES_MISSING
        return self.every is Every.YEAR and (self.month, self.day) == (2, 29)


def parse_rule(rule: str) -> Repeat | None:
    """What a rule says, or None when it says more than we have words for."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    parts.pop("WKST", None)
    try:
        repeat = _parsed(parts)
        until = parts.pop("UNTIL", "")
        day = datetime.date.fromisoformat(until[:8]) if until else None
        return None if repeat is None or parts else replace(repeat, until=day)
    except ValueError:
        return None


def _parsed(parts: dict[str, str]) -> Repeat | None:
    frequency = parts.pop("FREQ", "")
    interval = int(parts.pop("INTERVAL", "1"))
    days = [one for one in parts.pop("BYDAY", "").split(",") if one]
    if frequency == "WEEKLY" and days:
        weekdays = tuple(sorted(DAY_CODES.index(one) for one in days))
        return Repeat(interval=interval, weekdays=weekdays)
    if frequency == "MONTHLY" and len(days) == 1 and len(days[0]) > 2:
        weekday, nth = DAY_CODES.index(days[0][-2:]), int(days[0][:-2])
        known = nth == LAST or 1 <= nth <= 5
        found = Repeat(
            every=Every.WEEKDAY_OF_MONTH, interval=interval, weekdays=(weekday,), nth=nth
        )
        return found if known else None
    if frequency not in ("MONTHLY", "YEARLY") or days:
        return None
    return _of_calendar(frequency, interval, parts)


def _of_calendar(frequency: str, interval: int, parts: dict[str, str]) -> Repeat | None:
    day = int(parts.pop("BYMONTHDAY", "0"))
    if not 1 <= day <= 31:
        return None
    if frequency == "MONTHLY":
        return Repeat(every=Every.DAY_OF_MONTH, interval=interval, day=day)
    month = int(parts.pop("BYMONTH", "0"))
    return Repeat(every=Every.YEAR, interval=interval, day=day, month=month) if month else None


def ended_before(rule: str, day: datetime.date) -> str:
    """The same rule, that gives no day from ``day`` on; an earlier end of its own stays."""
    parts = [part for part in rule.split(";") if not part.upper().startswith(("UNTIL=", "COUNT="))]
    last = day - _DAY
    for part in rule.split(";"):
        if part.upper().startswith("UNTIL="):
            known = datetime.date.fromisoformat(part[6:14])
            last = min(last, known)
    return ";".join([*parts, f"UNTIL={last:%Y%m%d}"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A meeting of a series that there is already.

    ``series_day`` is the day of the series that it stands for, ``day`` the one on which it is.
    ``fixed``: it was held, cancelled, or somebody filled in who came; it stays whatever happens.
    """

    id: int
    series_day: datetime.date
    day: datetime.date
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Renewal:
    """What must be done so that the meetings agree with the days of a series."""

    add: tuple[datetime.date, ...]
    keep: tuple[int, ...]
    drop: tuple[int, ...]


def renew(wanted: Iterable[datetime.date], known: Sequence[Known]) -> Renewal:
    """Compare the days that a series should have with the meetings that it has.

    Fixed meetings are kept always, and no second one comes on a day that one stands for or is on.
    """
    days = set(wanted)
    keep = [one for one in known if one.fixed or one.series_day in days]
    kept = {one.id for one in keep}
    taken = {one.series_day for one in keep} | {one.day for one in keep if one.fixed}
    return Renewal(
        add=tuple(sorted(days - taken)),
        keep=tuple(one.id for one in keep),
        drop=tuple(one.id for one in known if one.id not in kept),
    )


@dataclass(frozen=True, slots=True)
class Split:
    """A series cut in two: which meetings stay with the first part, and which go over."""

    stay: tuple[Known, ...]
    go: tuple[Known, ...]


def split(known: Iterable[Known], cut: datetime.date) -> Split:
    """Cut at a day of the series: meetings that stand for it or for later days go over."""
    ordered = sorted(known, key=lambda one: (one.series_day, one.id))
    return Split(
        tuple(one for one in ordered if one.series_day < cut),
        tuple(one for one in ordered if one.series_day >= cut),
    )


def concerned(known: Iterable[Known], scope: Scope, cut: datetime.date) -> list[Known]:
    """The meetings that a change is for, without those that are fixed."""
    return [
        one
        for one in known
        if not one.fixed
        and (
            scope is Scope.ALL
            or (scope is Scope.FOLLOWING and one.series_day >= cut)
            or (scope is Scope.ONE and one.series_day == cut)
        )
    ]


def untouched(known: Iterable[Known], scope: Scope, cut: datetime.date) -> int:
    """How many meetings a change would be for, but that are fixed and stay as they are."""
    inside = [one for one in known if scope is Scope.ALL or one.series_day >= cut]
    return sum(one.fixed for one in inside) if scope is not Scope.ONE else 0
