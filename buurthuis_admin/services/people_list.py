# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of the list of people and who stands how, held as numbers between two changes.

A keystroke then costs one question to the search index; counts of every chip are intersections
of sets. Of 100.000 people this is about fifteen megabytes of ids, and no row.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from buurthuis_admin.domain.people_rows import MemberFilter

_FEW = 20  # fewer than one in so many are sorted; more are picked from the order of everybody


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
        archived: set[int],
    ) -> None:
        self.day = day
        self._order = order
        self._place = dict(zip(order, range(len(order)), strict=True))
        former = ended - members
        everybody = set(order) - archived
        self._seen_known = False
        # Without an archive the order itself will do: the first page picks nothing.
        self._shown = (
            order
            if len(everybody) == len(order)
            else [number for number in order if number in everybody]
        )
        self._groups = {
            MemberFilter.ALL: everybody,
            MemberFilter.MEMBERS: members & everybody,  # without those who are anonymous
            MemberFilter.FORMER: former & everybody,
            MemberFilter.VOLUNTEERS: volunteers & everybody,
            MemberFilter.PARTICIPANTS: everybody - members - former - volunteers,
            MemberFilter.ARCHIVED: set(order) - everybody,
        }

    @property
    def seen_known(self) -> bool:
        """Whether it was told who is not seen any more."""
        return self._seen_known

    def tell_not_seen(self, ids: set[int]) -> None:
        """These people came before, and not any more."""
        self._groups[MemberFilter.NOT_SEEN] = ids & self._groups[MemberFilter.ALL]
        self._seen_known = True

    def forget_seen(self) -> None:
        """Somebody came, or what counts as long ago was changed."""
        self._seen_known = False

    def __len__(self) -> int:
        return len(self._order)

    def counts(self, found: AbstractSet[int] | None = None) -> dict[MemberFilter, int]:
        """How many are under each chip, of everybody or of those found."""
        return {chip: self.count(chip, found) for chip in self._groups}

    def count(self, chip: MemberFilter, found: AbstractSet[int] | None = None) -> int:
        """How many are under one chip."""
        group = self._groups[chip]
        return len(group if found is None else group & found)

    def page(
        self, chip: MemberFilter, found: AbstractSet[int] | None, offset: int, limit: int
    ) -> Sequence[int]:
        """Ids under a chip, of everybody or of those found, in the order of the list."""
        if chip is MemberFilter.ALL and found is None:
            return self._shown[offset : offset + limit]
        wanted = self._groups[chip] if found is None else self._groups[chip] & found
        if len(wanted) * _FEW < len(self._order):
            places = sorted(map(self._place.__getitem__, wanted))
            return [self._order[place] for place in places[offset : offset + limit]]
        in_order = filter(wanted.__contains__, self._order)  # stops as soon as the page is full
        return list(islice(in_order, offset, offset + limit))
