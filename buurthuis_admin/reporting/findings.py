# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the figures show: facts that a heading may claim, and None where they do not hold.

A fact is only given when it is beyond doubt: ties, missing years and half-filled years give None,
and the heading then just names its subject.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from buurthuis_admin.domain.figures import ActivityFigures, YearFigures, held
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.reporting.shown import shown

SUMMER = (6, 7, 8)
QUIETER = 0.8  # a summer month has at most this part of the visits of another month
GRANTED = frozenset({SubsidyState.AWARDED, SubsidyState.ACCOUNTED, SubsidyState.SETTLED})

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Growth:
    """An activity and its visits in the year before and in this one."""

    id: int
    name: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class MainGroup:
    """The largest group; ``majority``: it holds more than half of all people."""

    key: str
    majority: bool


@dataclass(frozen=True, slots=True)
class Decisions:
    """How many applications there were and how many were granted."""

    applications: int
    granted: int


def visits_by_activity(figures: YearFigures | None) -> dict[int, int]:
    """The visits of each activity by its id."""
    return {item.id: item.count.visits for item in figures.activities} if figures else {}


def hardest_grower(figures: YearFigures, before: YearFigures | None) -> Growth | None:
    """The activity whose visits rose most since last year.

    None when no activity did, when two rose alike, when there is only one activity, or when the
    largest rise is that of an activity without visits last year: that is a start, not a growth.
    None too when its visits may not be told in one of the years.
    """
    if before is None or len(held(figures)) < 2:
        return None
    earlier = visits_by_activity(before)
    grower = sole_highest(held(figures), lambda item: item.count.visits - earlier.get(item.id, 0))
    if grower is None or not 0 < earlier.get(grower.id, 0) < grower.count.visits:
        return None
    if not (shown(figures).visits_of(grower.id) and shown(before).visits_of(grower.id)):
        return None
    return Growth(grower.id, grower.name, earlier[grower.id], grower.count.visits)


def busiest_activity(figures: YearFigures) -> ActivityFigures | None:
    """The activity with the most visits, when there are several, one stands out and may be told."""
    activities = held(figures)
    if len(activities) < 2:
        return None
    busiest = sole_highest(activities, lambda item: item.count.visits)
    if busiest is None or not shown(figures).visits_of(busiest.id):
        return None
    return busiest if busiest.count.visits else None


def summer_is_quieter(figures: YearFigures) -> bool:
    """Whether June, July and August drew clearly fewer visits than the other months.

    Only for a year that is filled in: each month outside the summer has a session.
    """
    if not shown(figures).months:
        return False
    summer = [figures.months[month - 1] for month in SUMMER]
    others = [count for month, count in enumerate(figures.months, 1) if month not in SUMMER]
    if not all(count.sessions and count.visits for count in others):
        return False
    summer_mean = sum(count.visits for count in summer) / len(summer)
    other_mean = sum(count.visits for count in others) / len(others)
    return summer_mean <= QUIETER * other_mean


def busiest_month(figures: YearFigures) -> int | None:
    """The month (1 to 12) with more visits than any other; None when there are less than two."""
    if not shown(figures).months or sum(1 for count in figures.months if count.visits) < 2:
        return None
    return sole_highest(range(1, 13), lambda month: figures.months[month - 1].visits)


def main_group(numbers: Sequence[tuple[str, int]], unknown: int) -> MainGroup | None:
    """The largest of groups of people, whatever the ``unknown`` ones may turn out to be."""
    largest = sole_highest(numbers, lambda group: group[1])
    if largest is None or not largest[1]:
        return None
    key, size = largest
    everybody = sum(number for _key, number in numbers) + unknown
    second = max((number for other, number in numbers if other != key), default=0)
    if 2 * size > everybody:
        return MainGroup(key, True)
    return MainGroup(key, False) if size > second + unknown else None


def decisions(dossiers: Sequence[Subsidy]) -> Decisions:
    """Applications (a draft is none yet) and how many of them were granted."""
    sent = [item for item in dossiers if item.state is not SubsidyState.DRAFT]
    return Decisions(len(sent), sum(1 for item in sent if item.state in GRANTED))


def sole_highest(items: Sequence[Item], measure: Callable[[Item], int]) -> Item | None:
    """The item with the highest measure; None when two share it or there are none."""
    highest = max(map(measure, items), default=None)
    found = [item for item in items if measure(item) == highest]
    return found[0] if len(found) == 1 else None
