# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements that count people, with what would betray a small group kept back.

Agreements overlap: of 20 people of whom 17 are new, 3 are not; with 17 children among them, 3 are
grown up. A funder sees all of them below each other, and the tables of ages and homes besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.centre import SMALLEST_GROUP_SHOWN
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import format_number
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK, shown_groups
from buurthuis_admin.reporting.chapters.people import ShownPeople
from buurthuis_admin.reporting.wording import people_text

OF_PEOPLE = frozenset(
    {Indicator.PEOPLE, Indicator.NEW_PEOPLE, Indicator.AGE_BAND, Indicator.NEIGHBOURHOOD}
)
_NO_END = 1000
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
        self._keep_parts_back()
        self._keep_activities_back()
        self._keep_nested_back()

    def text(self, at: int) -> str | None:
        """The number of people, '< 5' or the sign of what is kept back; None of other counts."""
        return self._texts.get(at)

    def exact(self, at: int) -> bool:
        """Whether the number itself stands there, so that it may be compared."""
        return at not in self._people or self._texts[at] == format_number(self._people[at])

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

    # Parts of one whole: ages, homes, who is new.

    def _keep_parts_back(self) -> None:
        """Parts of the same people, with whoever is in none of them."""
        parts = [at for at in self._people if self._kind(at) is not Indicator.PEOPLE]
        for among in {self._among(at) for at in parts}:
            here = [at for at in parts if self._among(at) == among]
            for kind in OF_PEOPLE:
                alike = [at for at in here if self._kind(at) is kind]
                for together in self._apart(alike):
                    self._show(together, self._whole(among))

    def _apart(self, parts: list[int]) -> Iterator[list[int]]:
        """Bands of age that nobody is in two of stand together; the rest each on its own."""
        bands = sorted((self._band(at), at) for at in parts)
        ages = all(self._kind(at) is Indicator.AGE_BAND for at in parts)
        if ages and all(one[0][1] < other[0][0] for one, other in pairwise(bands)):
            yield parts
        else:
            yield from ([at] for at in parts)

    def _show(self, parts: Sequence[int], whole: int | None) -> None:
        numbers = [self._people[at] for at in parts]
        rest = -1 if whole is None else whole - sum(numbers)
        if not parts or rest < 0:
            return  # nothing to take them from
        cells = shown_groups([*numbers, rest], total_shown=not is_small(whole or 0))
        for at, cell in zip(parts, cells[:-1], strict=True):
            self._texts[at] = cell.text

    def _whole(self, among: _Among) -> int | None:
        """How many people they are a part of, where the report tells that."""
        for at, number in self._people.items():
            if self._kind(at) is Indicator.PEOPLE and self._among(at) == among:
                return number
        figures = self._data.figures
        return figures.total.unique if figures and among[0] == self._data.period else None

    # What the activities tell, and what lies inside another.

    def _keep_activities_back(self) -> None:
        """An activity that is kept back in its own table is so here."""
        figures = self._data.figures
        shown = ShownPeople(figures) if figures else None
        for item in figures.activities if figures else ():
            for at in self._people:
                same = self._among(at) == (self._data.period, frozenset({item.id}))
                if same and shown and shown.activity(item) == KEPT_BACK:
                    self._texts[at] = KEPT_BACK

    def _keep_nested_back(self) -> None:
        """Of two that differ by a small group, and of which one holds the other, the inner one."""
        total = self._data.figures.total.unique if self._data.figures else 0
        for inner, number in self._people.items():
            wholes = [n for at, n in self._people.items() if self._inside(inner, at)]
            if self._within(self._among(inner), (self._data.period, None)):
                wholes.append(total)
            if not is_small(number) and any(is_small(whole - number) for whole in wholes):
                self._texts[inner] = KEPT_BACK

    def _inside(self, inner: int, outer: int) -> bool:
        if inner == outer or not self._within(self._among(inner), self._among(outer)):
            return False
        kind = self._kind(outer)
        if kind is Indicator.PEOPLE:
            return True
        if kind is not self._kind(inner):
            return False
        (low, high), (lowest, highest) = self._band(inner), self._band(outer)
        return kind is not Indicator.AGE_BAND or (lowest <= low and high <= highest)

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


def tells_apart(data: DossierReportData, kind: Indicator) -> bool:
    """Whether agreements already part people by age or home: a table of that would betray more.

    A band of one agreement less a band of the table can be a single year with two people in it.
    """
    return any(one.target.kind is kind and one.reached is not None for one in data.agreements)
