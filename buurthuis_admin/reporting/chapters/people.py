# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Different people of activities and themes, with what would betray a small group kept back.

People cannot be added over activities, because one person may come to several. Still a total can
betray: of 63 people of whom 60 came to the one activity, at least 3 came to the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from buurthuis_admin.domain.figures import ActivityFigures, YearFigures
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import format_number
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK
from buurthuis_admin.reporting.findings import held
from buurthuis_admin.reporting.wording import people_text

Key = TypeVar("Key", int, str)


class ShownPeople:
    """How many different people a table may show for each activity and theme of a year."""

    def __init__(self, figures: YearFigures) -> None:
        everybody = figures.total.unique
        activities = held(figures)
        self._themes = {theme: count.unique for theme, count in figures.themes.items()}
        self._activities = {item.id: item.count.unique for item in activities}
        self._hidden_themes = betraying(self._themes, everybody)
        self._hidden_activities = betraying(self._activities, everybody)
        for theme, people in self._themes.items():
            if theme not in self._hidden_themes and not is_small(people):
                inside = {item.id: item.count.unique for item in activities if item.theme == theme}
                self._hidden_activities |= betraying(inside, people)

    @property
    def kept_back(self) -> bool:
        """Whether anything is kept back for the sake of a small group."""
        return bool(self._hidden_themes or self._hidden_activities)

    def activity(self, item: ActivityFigures) -> str:
        """The different people of an activity."""
        return _shown(item.count.unique, item.id in self._hidden_activities)

    def theme(self, theme: str) -> str:
        """The different people of a theme."""
        return _shown(self._themes[theme], theme in self._hidden_themes)


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


def _shown(people: int, hidden: bool) -> str:
    if is_small(people):
        return people_text(people)
    return KEPT_BACK if hidden else format_number(people)
