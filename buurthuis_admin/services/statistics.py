# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The year's figures, by the counting rules that stand in every report."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.figures import (
    ActivityFigures,
    Count,
    SubsidyFigures,
    YearFigures,
)
from buurthuis_admin.services.counting import PeriodTally
from buurthuis_admin.services.reach import Reach
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.services.subsidies import SubsidyService
from buurthuis_admin.storage import activity_queries, figures_queries, help_queries, searching
from buurthuis_admin.storage.file import AdministrationFile


class StatisticsService:
    """Figures of one administration; nothing is remembered, every answer is counted anew."""

    def __init__(
        self, file: AdministrationFile, subsidies: SubsidyService, settings: SettingsService
    ) -> None:
        self._file, self._subsidies, self._settings = file, subsidies, settings

    def years(self) -> list[int]:
        """Years of which there are sessions, hours or dossiers, the newest first."""
        with self._file.reading() as connection:
            return figures_queries.years(connection)

    def year(self, year: int) -> YearFigures:
        """All figures of a year."""
        dossiers = tuple(self._subsidies.dossiers(year))
        figures = self.period(Period.year(year))
        with self._file.reading() as connection:
            helped = help_queries.figures(connection, Period.year(year))
        return replace(figures, subsidies=SubsidyFigures(dossiers=dossiers), neighbour_help=helped)

    def period(self, period: Period, activities: Collection[int] | None = None) -> YearFigures:
        """The figures of a period, of all activities or of some; without the dossiers.

        Ages are those of the year in which it ends. Figures of members are those of that whole
        year, as memberships are not bound to activities.
        """
        year, bands = period.end.year, self._settings.centre().age_bands
        with self._file.reading() as connection:
            tally = PeriodTally(
                figures_queries.counted_sessions(connection, period, activities),
                figures_queries.highest_person_id(connection),
            )
            cancelled = figures_queries.cancelled_sessions(connection, period)
            known = activity_queries.activities(connection)
            members = searching.member_ids(connection, period.end)
            reach = Reach(figures_queries.residences(connection), tally.visits, members)
            member_figures = figures_queries.member_figures(connection, Period.year(year))
            volunteers = figures_queries.volunteer_figures(connection, period, activities)
        chosen = [one for one in known if activities is None or one.id in activities]
        return YearFigures(
            year=year,
            persons=reach.people,
            members=member_figures,
            total=tally.total,
            activities=_activities(chosen, tally, cancelled),
            themes=_themes(chosen, tally),
            months=tuple(month.count for month in tally.months),
            age_bands=reach.by_age(year, bands),
            postcode_areas=reach.by_postcode_area(),
            volunteers=volunteers,
            cancelled_sessions=sum(cancelled.values()),
        )


def _activities(
    activities: Sequence[Activity], tally: PeriodTally, cancelled: Mapping[int, int]
) -> tuple[ActivityFigures, ...]:
    """Activities of which anything is known in the period: most visits first, then by name."""
    figures = [
        ActivityFigures(
            id=activity.id,
            name=activity.name,
            theme=activity.theme,
            count=tally.activities[activity.id].count,
            months=tuple(tally.activity_months[activity.id]),
            cancelled=cancelled.get(activity.id, 0),
        )
        for activity in activities
        if activity.id is not None and (activity.id in tally.activities or activity.id in cancelled)
    ]
    return tuple(sorted(figures, key=lambda one: (-one.count.visits, one.name)))


def _themes(activities: Sequence[Activity], tally: PeriodTally) -> dict[str, Count]:
    """Counts by theme; '' is for activities without one. A person is unique per theme."""
    themes: dict[str, list[int]] = {}
    for activity in activities:
        if activity.id is not None and activity.id in tally.activities:
            themes.setdefault(activity.theme, []).append(activity.id)
    return {theme: tally.merged(ids).count for theme, ids in sorted(themes.items())}
