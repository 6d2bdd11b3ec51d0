# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts as descriptions: the numbers with the words that stand beside them.

Rules of every chart: it starts at zero, bars lie and are sorted, months go from left to right,
numbers stand at what they count, and the alternative text says the finding and its figures.
"""

from __future__ import annotations

from dataclasses import dataclass

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: ``text`` is the number as it is shown ('< 5' when ``value`` is kept back)."""

    label: str
    value: float | None
    text: str
    before: float | None = None
    explain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Lying bars, in the order given; a tick marks the year before."""

    bars: tuple[Bar, ...]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSeries:
    """A number for each month; ``before`` has those of the year before, or nothing."""

    name: str
    values: tuple[int, ...]
    before: tuple[int, ...] = ()
    texts: tuple[str, ...] = ()
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthChart:
    """A column for each of ``month_names``: one wide chart, or several small ones on one scale."""

    series: tuple[MonthSeries, ...]
    month_names: tuple[str, ...]
    alt: str

    @property
    def top(self) -> int:
        """The highest number of all series; they share their scale."""
        return max(
            (max((*item.values, *item.before), default=0) for item in self.series), default=0
        )
