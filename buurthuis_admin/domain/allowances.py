# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a volunteer may be paid without tax, and how near to it somebody is.

The law has three maxima: for an hour, a month and a year. Whoever is under 21 at the beginning of
a year has the lower amount for an hour in all of it: a warning too early harms nobody.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum

NEAR = Decimal("0.9")
_CENT = Decimal("0.01")
_GROWN_UP = 21


@dataclass(frozen=True, slots=True, kw_only=True)
class Maxima:
    """The maxima of a year; ``young_hour`` is for who is under 21."""

    year: int
    hour: Decimal
    young_hour: Decimal
    month: Decimal
    whole_year: Decimal


DEFAULT_MAXIMA = tuple(
    Maxima(
        year=year,
        hour=Decimal(hour),
        young_hour=Decimal(young),
        month=Decimal(210),
        whole_year=Decimal(2100),
    )
    for year, hour, young in ((2024, "5.50", "3.25"), (2025, "5.60", "3.30"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What a volunteer was paid on a day. Without a person, that one has left."""

    id: int | None = None
    person_id: int | None
    day: datetime.date
    amount: Decimal
    remark: str = ""


class AllowanceState(IntEnum):
    """How near to a maximum somebody is; the higher, the worse."""

    FINE = 0
    NEAR = 1
    OVER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceCheck:
    """What was paid in a year and in its dearest month, for each hour, and where that stands.

    ``hour`` is None when no hours are known. At the maximum of an hour is not near it: most
    centres pay just that.
    """

    whole_year: Decimal = Decimal(0)
    month: Decimal = Decimal(0)
    hour: Decimal | None = None
    of_year: AllowanceState = AllowanceState.FINE
    of_month: AllowanceState = AllowanceState.FINE
    of_hour: AllowanceState = AllowanceState.FINE

    @property
    def state(self) -> AllowanceState:
        """The worst of the three."""
        return max(self.of_year, self.of_month, self.of_hour)


NOTHING_PAID = AllowanceCheck()


def maxima_of(year: int, table: Sequence[Maxima]) -> Maxima | None:
    """Those of the year; of a later year the newest that are known, of an earlier one the first."""
    known = sorted(table, key=lambda one: one.year)
    before = [one for one in known if one.year <= year]
    return before[-1] if before else next(iter(known), None)


def is_young(born: datetime.date | None, year: int) -> bool:
    """Whether somebody was under 21 when the year began."""
    if born is None:
        return False
    return (year - _GROWN_UP, 1, 1) < (born.year, born.month, born.day)


def check_allowance(
    paid: Iterable[tuple[datetime.date, Decimal]], hours: Decimal, maxima: Maxima, *, young: bool
) -> AllowanceCheck:
    """Hold what was paid in a year, by day, and its hours against the maxima."""
    months: dict[int, Decimal] = {}
    for day, amount in paid:
        months[day.month] = months.get(day.month, Decimal(0)) + amount
    total, dearest = sum(months.values(), Decimal(0)), max(months.values(), default=Decimal(0))
    at_most = maxima.young_hour if young else maxima.hour
    over = total > at_most * hours > 0
    return AllowanceCheck(
        whole_year=total,
        month=dearest,
        hour=(total / hours).quantize(_CENT, ROUND_HALF_UP) if hours and total else None,
        of_year=_state(total, maxima.whole_year),
        of_month=_state(dearest, maxima.month),
        of_hour=AllowanceState.OVER if over else AllowanceState.FINE,
    )


def _state(paid: Decimal, most: Decimal) -> AllowanceState:
    if paid > most:
        return AllowanceState.OVER
    return AllowanceState.NEAR if paid and paid >= most * NEAR else AllowanceState.FINE
