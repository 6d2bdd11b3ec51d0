# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements that count people or visits, with what would betray a small group kept back.

Agreements overlap: of 20 people of whom 17 are new, 3 are not; with 17 children among them, 3 are
grown up. A funder sees all of them below each other, and the tables of ages and homes besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, starmap
from typing import TypeAlias

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.centre import SMALLEST_GROUP_SHOWN
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figures import held
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.domain.text import fold
from buurthuis_admin.i18n import format_number
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK
from buurthuis_admin.reporting.shown import shown
from buurthuis_admin.reporting.wording import people_text

OF_PEOPLE = frozenset(
    {Indicator.PEOPLE, Indicator.NEW_PEOPLE, Indicator.AGE_BAND, Indicator.NEIGHBOURHOOD}
)
_NO_END = 1000
_MOST_PARTS = 6  # that are added up: a funder agrees on fewer bands of age
_Activities: TypeAlias = frozenset[int] | None  # None is all of them
_Among: TypeAlias = tuple[Period | None, _Activities]


class AgreedPeople:
    """What may be told of each agreement of a dossier, by its place."""

    def __init__(self, data: DossierReportData) -> None:
        self._agreements, self._data = data.agreements, data
        self._people = {
            at: int(one.reached)
            for at, one in enumerate(data.agreements)
            if one.target.kind in OF_PEOPLE and one.reached is not None
        }
        self._texts = {at: people_text(number) for at, number in self._people.items()}
        self._may_be = shown(data.figures) if data.figures else None
        self._keep_activities_back()
        self._keep_parts_back()
        self._keep_visits_back()

    def text(self, at: int) -> str | None:
        """The number of people, '< 5' or the sign of what is kept back; None of other counts.

        Of visits the sign of what is kept back, or None: those that are told are no secret.
        """
        return self._texts.get(at)

    def exact(self, at: int) -> bool:
        """Whether the number itself stands there, so that it may be compared."""
        if at not in self._people:
            return at not in self._texts
        return self._texts[at] == format_number(self._people[at])

    def kept(self, at: int) -> bool | None:
        """Whether an agreement was reached; None where that is unknown, or would tell too much."""
        agreed = self._agreements[at]
        if agreed.difference is None:
            return None
        if self.exact(at):
            return agreed.difference >= 0
        small = self._texts[at] != KEPT_BACK
        return False if small and agreed.target.promised >= SMALLEST_GROUP_SHOWN else None

    @property
    def kept_back(self) -> bool:
        """Whether anything is kept back for the sake of another group."""
        return KEPT_BACK in self._texts.values()

    def _keep_activities_back(self) -> None:
        """An activity that is kept back in its own table is so here."""
        for item in held(self._data.figures) if self._data.figures else ():
            for at in self._people:
                same = self._among(at) == (self._data.period, frozenset({item.id}))
                if same and self._may_be and self._may_be.people(item) == KEPT_BACK:
                    self._texts[at] = KEPT_BACK

    def _keep_visits_back(self) -> None:
        """Visits from which a small group can be worked out, alone or beside other ones."""
        told: list[_Among] = []
        for at, one in enumerate(self._agreements):
            if one.target.kind is not Indicator.VISITS or one.reached is None:
                continue
            among = self._among(at)
            counted = any(
                self._kind(other) is Indicator.PEOPLE
                and self._among(other) == among
                and not self.exact(other)
                for other in self._people
            )
            if counted or self._tells_visits(among, told):
                self._texts[at] = KEPT_BACK
            else:
                told.append(among)

    def _tells_visits(self, among: _Among, told: Sequence[_Among]) -> bool:
        """Whether visits of activities tell those of a small group, beside the table of them all.

        Over the same days the table tells the rest of them; over other days it does not, so there
        an activity that is no secret must be among them, also in the difference with others.
        """
        if self._may_be is None or self._data.figures is None:
            return False
        days, named = among
        every = frozenset(item.id for item in held(self._data.figures))
        chosen = every if named is None else named & every
        if days == self._data.period:
            secret = self._may_be.untold & chosen
            return bool(secret) and not (secret == self._may_be.untold and self._may_be.visits)
        secret = self._may_be.small | self._may_be.untold
        for other_days, other in told:
            known = every if other is None else other & every
            if other_days == days and _only(chosen ^ known, secret):
                return True
        return _only(chosen, secret)

    def _keep_parts_back(self) -> None:
        """Of parts that leave a small group of a whole, the smallest, until none does."""
        while (parts := next(self._telling(), None)) is not None:
            least = min(parts, key=lambda at: (self._people[at], at))
            for at in self._people:
                if at == least or (self._inside(at, least) and self._inside(least, at)):
                    self._texts[at] = KEPT_BACK

    def _telling(self) -> Iterator[tuple[int, ...]]:
        """Parts that nobody is in two of, and that leave a small group of what holds them."""
        # With a part kept back a reader knows it has 5 people or more: 6 is then 1 and 5.
        most = SMALLEST_GROUP_SHOWN + (2 if self.kept_back else 0)
        exact = [at for at, number in self._people.items() if number and self.exact(at)]
        for whole, parts in self._wholes(exact):
            for size in range(1, min(len(parts), _MOST_PARTS) + 1):
                for some in combinations(parts, size):
                    left = whole - sum(self._people[at] for at in some)
                    if 0 < left < most and all(starmap(self._apart, combinations(some, 2))):
                        yield some

    def _wholes(self, shown: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        """Numbers that a reader knows, with the agreements that are parts of them."""
        for outer in shown:
            yield self._people[outer], [at for at in shown if self._inside(at, outer)]
        figures = self._data.figures
        if figures and not is_small(figures.total.unique):
            everybody: _Among = (self._data.period, None)
            inside = [at for at in shown if self._within(self._among(at), everybody)]
            yield figures.total.unique, inside

    def _apart(self, one: int, other: int) -> bool:
        """Whether nobody can be in both."""
        kind = self._kind(one)
        if kind is not self._kind(other) or self._among(one) != self._among(other):
            return False
        if kind is Indicator.AGE_BAND:
            (low, high), (lowest, highest) = self._band(one), self._band(other)
            return high < lowest or highest < low
        return kind is Indicator.NEIGHBOURHOOD and self._area(one).isdisjoint(self._area(other))

    def _inside(self, inner: int, outer: int) -> bool:
        if inner == outer or not self._within(self._among(inner), self._among(outer)):
            return False
        kind = self._kind(outer)
        if kind is Indicator.PEOPLE:
            return True
        if kind is not self._kind(inner):
            return False
        if kind is Indicator.NEIGHBOURHOOD:
            return self._area(inner) <= self._area(outer)
        (low, high), (lowest, highest) = self._band(inner), self._band(outer)
        return lowest <= low and high <= highest

    @staticmethod
    def _within(inner: _Among, outer: _Among) -> bool:
        (days, activities), (all_days, all_activities) = inner, outer
        if days is None or all_days is None:
            return False
        during = all_days.start <= days.start and days.end <= all_days.end
        return during and (
            all_activities is None or (activities is not None and activities <= all_activities)
        )

    def _kind(self, at: int) -> Indicator:
        return self._agreements[at].target.kind

    def _among(self, at: int) -> _Among:
        agreed: Agreement = self._agreements[at]
        own = self._data.subsidy.activity_id
        named = frozenset(agreed.target.activities) or (None if own is None else frozenset({own}))
        return agreed.period, named

    def _band(self, at: int) -> tuple[int, int]:
        target = self._agreements[at].target
        return target.age_from or 0, _NO_END if target.age_to is None else target.age_to

    def _area(self, at: int) -> set[str]:
        parts = self._agreements[at].target.area.replace(";", ",").split(",")
        return {fold(part) for part in parts}


def _only(activities: frozenset[int], secret: frozenset[int]) -> bool:
    return bool(activities) and activities <= secret


def tells_apart(data: DossierReportData, kind: Indicator) -> bool:
    """Whether agreements already part people by age or home: a table of that would betray more.

    A band of one agreement less a band of the table can be a single year with two people in it.
    """
    return any(one.target.kind is kind and one.reached is not None for one in data.agreements)
