# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""'In short': the year on one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import YearFigures, YearReportData, held
from buurthuis_admin.domain.reports import Chapter, Composition
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, format_number, month_name, ngettext
from buurthuis_admin.reporting.chapters.charting import (
    Scope,
    activity_chart,
    chart_caption,
    visits_by_activity_words,
)
from buurthuis_admin.reporting.charts import MonthChart, MonthSeries
from buurthuis_admin.reporting.content import (
    Block,
    Caption,
    Heading,
    Keep,
    KeyFigure,
    KeyFigures,
    Lead,
    PageBreak,
    Source,
)
from buurthuis_admin.reporting.findings import busiest_activity, hardest_grower
from buurthuis_admin.reporting.headings import activities_heading, months_heading
from buurthuis_admin.reporting.shown import shown
from buurthuis_admin.reporting.told import told
from buurthuis_admin.reporting.wording import (
    change_text,
    hours_text,
    people_change_text,
    people_text,
)

KEY_FIGURES = 4


def in_short(data: YearReportData) -> tuple[Block, ...]:
    """The sentence, the key figures and two charts; nothing when there is nothing to tell."""
    figures, before = data.figures, data.before
    added = data.composition
    lead = added.lead(Chapter.IN_SHORT, lead_text(figures, before))
    key_figures = tuple(_key_figures(figures, before))[:KEY_FIGURES]
    if not (lead or key_figures):
        return ()
    marked = data.visits_before if added.shows_before(Chapter.IN_SHORT) else None
    return (
        PageBreak(),
        Heading(_("In short"), name="in_short"),
        *([Lead.of(lead, "in_short.lead")] if lead else []),
        *([KeyFigures(key_figures)] if key_figures else []),
        *activities_section(figures, data.visits_before, marked, added, Scope(figures.year)),
        *months_section(figures, marked, added, Scope(figures.year)),
    )


def lead_text(figures: YearFigures, before: YearFigures | None) -> str:
    """The year in one or two sentences; '' when nobody came."""
    if not figures.total.visits:
        return ""
    return " ".join(
        part for part in (_people(figures, before), _remarkable(figures, before)) if part
    )


def _people(figures: YearFigures, before: YearFigures | None) -> str:
    unique, year = figures.total.unique, figures.year
    visits = told(format_number(figures.total.visits), figure(Measure.VISITS, year))
    if not shown(figures).visits:
        return ""
    if not unique or is_small(unique):
        return _("There were {visits} visits.").format(visits=visits)
    people = told(format_number(unique), figure(Measure.UNIQUE, year))
    earlier = before.total.unique if before else 0
    if not earlier or is_small(earlier) or before is None:
        return _without_comparison(figures).format(people=people, visits=visits)
    change = figure(Measure.UNIQUE, year, Part.CHANGE, before.year)
    return _compared(unique - earlier).format(
        people=people,
        difference=told(format_number(abs(unique - earlier)), change),
        year=before.year,
    )


def _without_comparison(figures: YearFigures) -> str:
    if not figures.total.anonymous_visits:
        return _("{people} different people took part, in {visits} visits.")
    return _(
        "{people} different people took part. With the visitors without a name there were "
        "{visits} visits."
    )


def _compared(difference: int) -> str:
    if not difference:
        return _("{people} different people took part, as many as in {year}.")
    if difference > 0:
        return _("{people} different people took part, {difference} more than in {year}.")
    return _("{people} different people took part, {difference} fewer than in {year}.")


def _remarkable(figures: YearFigures, before: YearFigures | None) -> str:
    if grower := hardest_grower(figures, before):
        text = _("{activity} grew the most: from {before} to {now} visits.")
        return text.format(
            activity=grower.name,
            before=_visits_of(grower.id, grower.before, figures.year - 1),
            now=_visits_of(grower.id, grower.now, figures.year),
        )
    if busiest := busiest_activity(figures):
        text = _("{activity} drew the most visits: {now}.")
        now = _visits_of(busiest.id, busiest.count.visits, figures.year)
        return text.format(activity=busiest.name, now=now)
    return ""


def _visits_of(activity: int, visits: int, year: int) -> str:
    return told(format_number(visits), figure(Measure.VISITS, year, Part.ACTIVITY, activity))


def _key_figures(figures: YearFigures, before: YearFigures | None) -> Iterator[KeyFigure]:
    """What there is, the most telling first."""
    yield from _members(figures, before)
    yield from _visits(figures, before)
    yield from _activity_count(figures, before)
    yield from _hours(figures, before)
    yield from _participants(figures, before)
    yield from _sessions(figures, before)


def _members(figures: YearFigures, before: YearFigures | None) -> Iterator[KeyFigure]:
    if number := figures.members.on_last_day:
        earlier = before.members.on_last_day if before else None
        label = ngettext("member", "members", number)
        change = people_change_text(number, earlier, figures.year - 1)
        explain = figure(Measure.MEMBERS_AT_END, figures.year)
        yield KeyFigure(people_text(number), label, change, explain)


def _visits(figures: YearFigures, before: YearFigures | None) -> Iterator[KeyFigure]:
    if (number := figures.total.visits) and shown(figures).visits:
        earlier = before.total.visits if before and shown(before).visits else None
        change = change_text(number, earlier, figures.year - 1)
        explain = figure(Measure.VISITS, figures.year)
        label = ngettext("visit", "visits", number)
        yield KeyFigure(format_number(number), label, change, explain)


def _activity_count(figures: YearFigures, before: YearFigures | None) -> Iterator[KeyFigure]:
    if number := len(held(figures)):
        change = change_text(number, len(held(before)) if before else None, figures.year - 1)
        explain = figure(Measure.ACTIVITIES, figures.year)
        label = ngettext("activity", "activities", number)
        yield KeyFigure(format_number(number), label, change, explain)


def _hours(figures: YearFigures, before: YearFigures | None) -> Iterator[KeyFigure]:
    if hours := figures.volunteers.hours:
        change = change_text(hours, before.volunteers.hours if before else None, figures.year - 1)
        explain = figure(Measure.HOURS, figures.year)
        yield KeyFigure(hours_text(hours), _("volunteer hours"), change, explain)


def _participants(figures: YearFigures, before: YearFigures | None) -> Iterator[KeyFigure]:
    if number := figures.total.unique:
        earlier = before.total.unique if before else None
        change = people_change_text(number, earlier, figures.year - 1)
        explain = figure(Measure.UNIQUE, figures.year)
        yield KeyFigure(people_text(number), _("different people"), change, explain)


def _sessions(figures: YearFigures, before: YearFigures | None) -> Iterator[KeyFigure]:
    if number := figures.total.sessions:
        change = change_text(number, before.total.sessions if before else None, figures.year - 1)
        explain = figure(Measure.SESSIONS, figures.year)
        label = ngettext("session", "sessions", number)
        yield KeyFigure(format_number(number), label, change, explain)


def activities_section(
    figures: YearFigures,
    before: YearFigures | None,
    marked: YearFigures | None,
    added: Composition,
    scope: Scope,
) -> Iterator[Block]:
    """The chart of activities under a finding; ``marked``: the year that a line marks."""
    told_of = [item for item in held(figures) if shown(figures).visits_of(item.id)]
    if sum(1 for item in told_of if item.count.visits) < 2:
        return  # one bar compares nothing
    made = activities_heading(figures, before)
    heading = added.heading(Chapter.IN_SHORT, "activities", made)
    measure = visits_by_activity_words(scope)
    chart, left_out = activity_chart(figures, marked, heading, scope)
    source = _("Source: attendance lists and head counts. A visit is one person at one session.")
    if left_out:
        more = ngettext(
            "{count} other activity is in the table of the next chapter.",
            "{count} other activities are in the table of the next chapter.",
            left_out,
        )
        source = f"{source} {more.format(count=format_number(left_out))}"
    yield Keep(
        (
            Heading(heading, 2, "in_short.activities"),
            Caption(chart_caption(measure, marked)),
            chart,
            Source(source),
        )
    )


def months_section(
    figures: YearFigures, before: YearFigures | None, added: Composition, scope: Scope
) -> Iterator[Block]:
    """The chart of months under a finding."""
    values = tuple(figures.months[month - 1].visits for month in scope.months)
    if not any(values) or len(values) < 2 or not shown(figures).months:
        return
    compared = before if before is not None and shown(before).months else None
    earlier = tuple(compared.months[month - 1].visits for month in scope.months) if compared else ()
    heading = added.heading(Chapter.IN_SHORT, "months", months_heading(figures))
    measure = scope.over(_("Visits by month in {year}"), _("Visits by month, {period}"))
    chart = MonthChart(
        series=(
            MonthSeries(
                name=measure,
                values=values,
                before=earlier if any(earlier) else (),
                texts=tuple(map(format_number, values)),
                explain=tuple(
                    scope.figure(Measure.VISITS, Part.MONTH, month) for month in scope.months
                ),
            ),
        ),
        month_names=tuple(month_name(month, short=True) for month in scope.months),
        alt=_months_alt(heading, measure, dict(zip(scope.months, values, strict=True))),
    )
    caption = chart_caption(measure, before if any(earlier) else None)
    yield Keep((Heading(heading, 2, "in_short.months"), Caption(caption), chart))


def _months_alt(heading: str, measure: str, values: Mapping[int, int]) -> str:
    months = ", ".join(
        f"{month_name(month)} {format_number(value)}" for month, value in values.items()
    )
    text = _("Column chart: {finding}. {measure}: {figures}.")
    return text.format(finding=heading, measure=measure, figures=months)
