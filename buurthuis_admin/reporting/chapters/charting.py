# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts that several chapters use, with the words that belong to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import ActivityFigures, YearFigures, held
from buurthuis_admin.i18n import _, format_number, month_name
from buurthuis_admin.reporting.charts import Bar, BarChart, MonthChart, MonthSeries
from buurthuis_admin.reporting.findings import visits_by_activity
from buurthuis_admin.reporting.shown import shown

BARS_AT_MOST = 10


@dataclass(frozen=True, slots=True)
class Scope:
    """Over what is counted: a year, or the period and the activities of a dossier."""

    year: int
    dossier: int = 0
    period: str = ""  # in words, of a dossier
    months: range = range(1, 13)  # those of the year that the period touches

    def figure(self, measure: Measure, part: Part = Part.WHOLE, of: object = "") -> str:
        """The name of a figure."""
        return figure(measure, self.year, part, of, dossier=self.dossier)

    def over(self, in_year: str, in_period: str) -> str:
        """The words for a year or those for a period, filled in."""
        if self.period:
            return in_period.format(period=self.period)
        return in_year.format(year=self.year)


SMALL_CHARTS = 5


def chart_caption(measure: str, before: YearFigures | None) -> str:
    """The measure, and what the tick means where there is one."""
    if before is None:
        return measure
    return _("{measure}; the line marks {year}").format(measure=measure, year=before.year)


def bar_alt(heading: str, measure: str, bars: Sequence[Bar]) -> str:
    """What a chart of bars says, for who does not see it."""
    figures = ", ".join(f"{bar.label} {bar.text}" for bar in bars)
    text = _("Bar chart: {finding}. {measure}: {figures}.")
    return text.format(finding=heading, measure=measure, figures=figures)


def activity_chart(
    figures: YearFigures, before: YearFigures | None, heading: str, scope: Scope
) -> tuple[BarChart, int]:
    """The visits of the largest activities, and how many activities are not in it."""
    earlier = visits_by_activity(before)
    if before is not None:
        earlier = {key: count for key, count in earlier.items() if shown(before).visits_of(key)}
    activities = [item for item in held(figures) if item.count.visits]
    told = [item for item in activities if shown(figures).visits_of(item.id)]
    bars = tuple(
        Bar(
            label=item.name,
            value=item.count.visits,
            text=format_number(item.count.visits),
            before=earlier.get(item.id) or None,
            explain=scope.figure(Measure.VISITS, Part.ACTIVITY, item.id),
        )
        for item in told[:BARS_AT_MOST]
    )
    measure = visits_by_activity_words(scope)
    return BarChart(bars=bars, alt=bar_alt(heading, measure, bars)), len(activities) - len(bars)


def visits_by_activity_words(scope: Scope) -> str:
    """What the chart of activities measures."""
    return scope.over(_("Visits by activity in {year}"), _("Visits by activity, {period}"))


def activity_months(figures: YearFigures) -> MonthChart | None:
    """The months of the largest activities on one scale; None when there are not several."""
    activities = _charted(figures)
    if len(activities) < 2:
        return None
    series = tuple(
        MonthSeries(
            name=item.name,
            values=item.months,
            texts=tuple(map(format_number, item.months)),
            explain=tuple(
                figure(Measure.VISITS, figures.year, Part.ACTIVITY_MONTH, f"{item.id}-{month}")
                for month in range(1, 13)
            ),
        )
        for item in activities
    )
    return MonthChart(
        series=series,
        month_names=tuple(month_name(month, short=True) for month in range(1, 13)),
        alt=_("Small column charts: {figures}.").format(
            figures="; ".join(_months_in_words(item) for item in series)
        ),
    )


def _charted(figures: YearFigures) -> list[ActivityFigures]:
    """The largest activities; never one of a small group, nor all of the others.

    Beside the chart of all visits the months that are left would be those of the small group.
    """
    secret = shown(figures).small | shown(figures).untold
    open_ones = [item for item in held(figures) if any(item.months) and item.id not in secret]
    charted = open_ones[:SMALL_CHARTS]
    while secret and charted and _rest_tells(figures, open_ones, charted):
        charted.pop()
    return charted


def _rest_tells(
    figures: YearFigures, open_ones: Sequence[ActivityFigures], charted: Sequence[ActivityFigures]
) -> bool:
    """Whether a month has more visits left than the open activities can have had in it."""
    room = sum(item.count.visits for item in open_ones[len(charted) :])
    left = (
        count.visits - sum(item.months[month] for item in charted)
        for month, count in enumerate(figures.months)
    )
    return any(visits > room for visits in left)


def _months_in_words(series: MonthSeries) -> str:
    highest = max(series.values)
    month = month_name(series.values.index(highest) + 1)
    text = _("{activity}, highest in {month} with {visits} visits")
    return text.format(activity=series.name, month=month, visits=format_number(highest))
