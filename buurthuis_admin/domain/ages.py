# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Age bands: how ages are grouped in figures. Ages are those on 31 December of the year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from buurthuis_admin.domain.dates import PartialDate


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages from ``low`` to ``high`` years, both included; ``high`` None is 'and over'."""

    low: int
    high: int | None

    def __contains__(self, age: int) -> bool:
        return self.low <= age and (self.high is None or age <= self.high)

    @property
    def key(self) -> str:
        """A stable name for files and charts: '27-66' or '67+'."""
        return f"{self.low}+" if self.high is None else f"{self.low}-{self.high}"


DEFAULT_BANDS = (
    AgeBand(0, 3),
    AgeBand(4, 11),
    AgeBand(12, 17),
    AgeBand(18, 26),
    AgeBand(27, 66),
    AgeBand(67, None),
)
# Statistics Netherlands (CBS) publishes neighbourhood figures in these.
CBS_BANDS = (AgeBand(0, 14), AgeBand(15, 24), AgeBand(25, 44), AgeBand(45, 64), AgeBand(65, None))
UNKNOWN_BAND = "unknown"


def age_at_year_end(born: PartialDate | None, year: int) -> int | None:
    """Age on 31 December of ``year``; only the year of birth matters. None when not known.

    A year of birth after ``year`` gives None too: it is an error in the list, not an age.
    """
    if born is None or born.year > year:
        return None
    return year - born.year


def band_of(age: int | None, bands: tuple[AgeBand, ...]) -> str:
    """The key of the band of an age; UNKNOWN_BAND when there is none."""
    if age is None:
        return UNKNOWN_BAND
    return next((band.key for band in bands if age in band), UNKNOWN_BAND)


def bands_starting_at(ages: Iterable[int]) -> tuple[AgeBand, ...]:
    """Bands that begin at these ages, in order; the first begins at 0, the last has no end."""
    starts = sorted({0, *ages})
    return tuple(
        AgeBand(low, None if after is None else after - 1)
        for low, after in zip(starts, (*starts[1:], None), strict=True)
    )
