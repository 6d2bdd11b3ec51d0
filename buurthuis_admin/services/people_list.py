# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of the list of people and who stands how, held as numbers between two changes.

A keystroke then costs one question to the search index; counts of every chip are intersections
of sets. Of 100.000 people this is about fifteen megabytes of ids, and no row.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from buurthuis_admin.domain.people import MemberFilter


class PeopleList:
    """Everybody in order, and the sets behind the chips.

    A chip is a fact, and somebody can be found under two: a member who is a volunteer too is
    under both. Participants are those who are none of the others.
    """

    def __init__(
        self,
        day: datetime.date,
        order: Sequence[int],
        members: set[int],
        ended: set[int],
        volunteers: set[int],
    ) -> None:
        self.day = day
        self._order = order
        self._place = {number: place for place, number in enumerate(order)}
        former = ended - members
        everybody = set(order)
        self._groups = {
            MemberFilter.ALL: everybody,
            MemberFilter.MEMBERS: members,
            MemberFilter.FORMER: former,
            MemberFilter.VOLUNTEERS: volunteers,
            MemberFilter.PARTICIPANTS: everybody - members - former - volunteers,
        }

    def counts(self, found: Iterable[int] | None = None) -> dict[MemberFilter, int]:
        """How many are under each chip, of everybody or of those found."""
        if found is None:
            return {chip: len(group) for chip, group in self._groups.items()}
        wanted = set(found)
        return {chip: len(group & wanted) for chip, group in self._groups.items()}

    def in_order(self, chip: MemberFilter, found: Iterable[int] | None = None) -> Sequence[int]:
        """The ids under a chip, of everybody or of those found, in the order of the list."""
        if found is None and chip is MemberFilter.ALL:
            return self._order
        group = self._groups[chip]
        wanted = group if found is None else group.intersection(found)
        return [self._order[place] for place in sorted(map(self._place.__getitem__, wanted))]

    def standing(self, person_id: int) -> MemberFilter:
        """What somebody is first of all: member, volunteer, former member or participant."""
        for chip in (MemberFilter.MEMBERS, MemberFilter.VOLUNTEERS, MemberFilter.FORMER):
            if person_id in self._groups[chip]:
                return chip
        return MemberFilter.PARTICIPANTS
