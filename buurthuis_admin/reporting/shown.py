# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which people and visits of activities and themes may stand in what leaves the house.

People cannot be added over activities, because one person may come to several. Still a total can
betray: of 63 people of whom 60 came to the one activity, at least 3 came to the other. And visits
betray: three in one session are three people.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from typing import TypeVar

from buurthuis_admin.domain.figures import ActivityFigures, Count, YearFigures, held
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.domain.working_back import Line, keep_back
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK
from buurthuis_admin.reporting.wording import people_text

Key = TypeVar("Key", int, str)
_LATELY = 6  # years that a report tells at most


def shown(figures: YearFigures) -> Shown:
    """What may be shown of figures; every chapter asks, so it is worked out once."""
    for one in tuple(_lately):
        if one.figures is figures:
            return one
    made = Shown(figures)
    _lately.append(made)
    return made


class Shown:
    """What may be shown of a year, or of the period of a dossier: of each activity and theme.

    An average tells the visits, so it is kept back with them. Visits without a name are nobody's.
    """

    def __init__(self, figures: YearFigures) -> None:
        self.figures = figures
        self._themes = {theme: count.unique for theme, count in figures.themes.items()}
        hidden_themes = betraying(self._themes, figures.total.unique)
        lines = self._lines(hidden_themes, self._betraying_activities(hidden_themes))
        self._whole, self._by_theme, self._by_activity = lines
        keep_back(self._whole)

    def _betraying_activities(self, hidden_themes: set[str]) -> set[int]:
        everybody, activities = self.figures.total.unique, held(self.figures)
        people = {item.id: item.count.unique for item in activities}
        hidden = betraying(people, everybody)
        for theme, number in self._themes.items():
            if theme not in hidden_themes and not is_small(number):
                inside = {item.id: people[item.id] for item in activities if item.theme == theme}
                hidden |= betraying(inside, number)
        return hidden

    def _lines(
        self, hidden_themes: set[str], hidden_activities: set[int]
    ) -> tuple[Line, dict[str, Line], dict[int, Line]]:
        """The year with its themes, and with the activities where these are all there is."""
        activities = {
            item.id: _line(item.count, hidden=item.id in hidden_activities)
            for item in held(self.figures)
        }
        themes = {
            theme: _line(
                count,
                [activities[item.id] for item in held(self.figures) if item.theme == theme],
                hidden=theme in hidden_themes,
            )
            for theme, count in self.figures.themes.items()
        }
        apart = [activities[item.id] for item in held(self.figures) if item.theme not in themes]
        return _line(self.figures.total, [*themes.values(), *apart]), themes, activities

    @property
    def kept_back(self) -> bool:
        """Whether anything is kept back for the sake of a small group."""
        return any(line.visits_hidden or line.people_hidden for line in self._whole.walk())

    def people(self, item: ActivityFigures) -> str:
        """The different people of an activity."""
        return _shown(self._by_activity[item.id])

    def people_of_theme(self, theme: str) -> str:
        """The different people of a theme."""
        return _shown(self._by_theme[theme])

    def in_order(self, items: Iterable[ActivityFigures]) -> list[ActivityFigures]:
        """As they stand; those whose visits may not be told last, or their place would tell."""
        untold = self.untold
        return sorted(items, key=lambda item: item.name if item.id in untold else "")

    @property
    def visits(self) -> bool:
        """Whether the visits of the whole year may be told."""
        return not self._whole.visits_hidden

    def visits_of(self, activity: int) -> bool:
        """Whether the visits of an activity may be told; those of one that was not held may."""
        line = self._by_activity.get(activity)
        return line is None or not line.visits_hidden

    def visits_of_theme(self, theme: str) -> bool:
        """Whether the visits of a theme may be told."""
        line = self._by_theme.get(theme)
        return line is None or not line.visits_hidden

    @property
    def months(self) -> bool:
        """Whether visits by month may be told: with a small group a busy month is a large part."""
        return self.visits and not is_small(self.figures.total.unique)

    @property
    def untold(self) -> frozenset[int]:
        """The activities whose visits may not be told."""
        return frozenset(key for key, line in self._by_activity.items() if line.visits_hidden)

    @property
    def small(self) -> frozenset[int]:
        """The activities that a small group came to."""
        return frozenset(item.id for item in held(self.figures) if is_small(item.count.unique))


_lately: deque[Shown] = deque(maxlen=_LATELY)


def _line(count: Count, inside: Iterable[Line] = (), *, hidden: bool = False) -> Line:
    return Line(
        count.sessions, count.named_visits, count.unique, tuple(inside), people_hidden=hidden
    )


def betraying(people: Mapping[Key, int], everybody: int) -> set[Key]:
    """What must be kept back so that a shown total does not tell how small a small group is.

    Everybody is in at least one group, so the small groups together hold at least those whom the
    shown groups cannot hold. When that is more than one each, another group is kept back too.
    """
    small = [key for key, number in people.items() if is_small(number)]
    shown = {key: number for key, number in people.items() if number and key not in small}
    if not small or not shown or is_small(everybody):
        return set()
    if everybody - sum(shown.values()) <= len(small):
        return set()
    return {min(shown, key=lambda key: (shown[key], key))}


def _shown(line: Line) -> str:
    return KEPT_BACK if line.people_hidden else people_text(line.people)
