# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom the centre reached: people by age band and by postcode area."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from buurthuis_admin.domain.ages import UNKNOWN_BAND, AgeBand, age_at_year_end, band_of
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.figures import PeopleGroup
from buurthuis_admin.domain.people import Address


class Reach:
    """Participants, visits and members by year of birth and postcode area.

    ``homes`` are id, year of birth and postcode of everybody; ``visits`` has how often each
    came, by id. People are added up by year and area first, of which there are few.
    """

    def __init__(
        self,
        homes: Iterable[tuple[int, int | None, str]],
        visits: Sequence[int],
        members: AbstractSet[int],
    ) -> None:
        self.people = 0
        self._cells: dict[tuple[int | None, str], list[int]] = {}
        for number, born, postcode in homes:
            self.people += 1
            came, member = visits[number], number in members
            if came or member:
                cell = self._cells.setdefault((born, postcode[:4]), [0, 0, 0])
                cell[0] += came > 0
                cell[1] += came
                cell[2] += member

    def by_age(self, year: int, bands: tuple[AgeBand, ...]) -> tuple[PeopleGroup, ...]:
        """One group per band in the order of the bands, then the unknown ages."""

        def band(born: int | None, _area: str) -> str:
            return band_of(age_at_year_end(PartialDate(born) if born else None, year), bands)

        return self._grouped(band, [*(band.key for band in bands), UNKNOWN_BAND])

    def by_postcode_area(self) -> tuple[PeopleGroup, ...]:
        """One group per area by its four digits; '' is unknown and comes last."""
        areas = {head: Address(postcode=head).postcode_area for _born, head in self._cells}
        order = sorted(set(areas.values()), key=lambda area: (not area, area))
        return self._grouped(lambda _born, head: areas[head], order)

    def _grouped(
        self, key_of: Callable[[int | None, str], str], order: Sequence[str]
    ) -> tuple[PeopleGroup, ...]:
        sums = {key: [0, 0, 0] for key in order}
        for (born, area), cell in self._cells.items():
            group = sums[key_of(born, area)]
            for place, number in enumerate(cell):
                group[place] += number
        return tuple(
            PeopleGroup(key=key, participants=participants, visits=visits, members=members)
            for key, (participants, visits, members) in sums.items()
        )
