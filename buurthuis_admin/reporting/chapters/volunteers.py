# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The volunteers and their hours."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import VolunteerFigures, YearReportData
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.reporting.chapters.charting import Scope
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Lead,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.told import told
from buurthuis_admin.reporting.wording import difference_text, hours_text


def volunteers(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when no volunteer was there."""
    figures = data.figures.volunteers
    if not (figures.registered or figures.active or figures.hours):
        return ()
    before = data.before.volunteers if data.before else None
    return (
        Heading(_("Volunteers"), name="volunteers"),
        Lead.of(
            data.composition.lead(Chapter.VOLUNTEERS, _lead(figures, before, data.figures.year)),
            "volunteers.lead",
        ),
        *hours_table(figures, before, Scope(data.figures.year)),
    )


def _lead(figures: VolunteerFigures, before: VolunteerFigures | None, year: int) -> str:
    if not figures.hours:
        return _registered(figures, year)
    parts = (hours_sentence(figures, Scope(year)), _change(figures, before, year))
    return " ".join(part for part in parts if part)


def hours_sentence(figures: VolunteerFigures, scope: Scope) -> str:
    """How many volunteers gave how many hours; few of them are not counted out."""
    hours = told(hours_text(figures.hours), scope.figure(Measure.HOURS))
    if not figures.active or is_small(figures.active):
        return _("Volunteers gave {hours} hours.").format(hours=hours)
    people = told(format_number(figures.active), scope.figure(Measure.VOLUNTEERS))
    return _("{people} volunteers gave {hours} hours.").format(people=people, hours=hours)


def _change(figures: VolunteerFigures, before: VolunteerFigures | None, year: int) -> str:
    if before is None or not before.hours:
        return ""
    if figures.hours == before.hours:
        return _("That is the same as in {year}.").format(year=year - 1)
    more, fewer = (
        _("That is {difference} more than in {year}."),
        _("That is {difference} less than in {year}."),
    )
    text = more if figures.hours > before.hours else fewer
    change = figure(Measure.HOURS, year, Part.CHANGE, year - 1)
    difference = told(difference_text(figures.hours, before.hours), change)
    return text.format(difference=difference, year=year - 1)


def _registered(figures: VolunteerFigures, year: int) -> str:
    number = figures.registered or figures.active
    measure = Measure.REGISTERED if figures.registered else Measure.VOLUNTEERS
    if is_small(number):
        return _("Fewer than five volunteers were registered; their hours were not kept.")
    return _("{people} volunteers were registered; their hours were not kept.").format(
        people=told(format_number(number), figure(measure, year))
    )


def hours_table(
    figures: VolunteerFigures, before: VolunteerFigures | None, scope: Scope
) -> Iterator[Block]:
    """The hours of each activity, with those of the year before where they are known."""
    hours, year = _hours(figures), scope.year
    if len(hours) < 2:
        return
    earlier = _hours(before) if before and before.hours else None
    rows = [
        Row(
            (
                name,
                hours_text(number),
                *([hours_text(earlier.get(name, Decimal(0)))] if earlier else []),
            ),
            explain=_names(scope, Part.TASK, name, bool(earlier)),
        )
        for name, number in sorted(hours.items(), key=lambda item: (-item[1], item[0]))
    ]
    past = [Column(_("Hours in {year}").format(year=year - 1))] if earlier else []
    totals = [
        hours_text(figures.hours),
        *([hours_text(before.hours)] if earlier and before else []),
    ]
    measure = scope.over(
        _("Volunteer hours by activity in {year}"), _("Volunteer hours by activity, {period}")
    )
    yield Caption(measure)
    yield Table(
        columns=(Column(_("Activity"), Align.START), Column(_("Hours")), *past),
        rows=tuple(rows),
        total=Row((_("Total"), *totals), explain=_names(scope, Part.WHOLE, "", bool(earlier))),
        summary=_("Volunteer hours for each activity."),
    )
    yield Source(_("Source: the hours that volunteers wrote down."))


def _names(scope: Scope, part: Part, name: str, with_before: bool) -> tuple[str, ...]:
    of = "" if name == _("Other work") else name
    past = (figure(Measure.HOURS, scope.year - 1, part, of),) if with_before else ()
    return ("", scope.figure(Measure.HOURS, part, of), *past)


def _hours(figures: VolunteerFigures) -> dict[str, Decimal]:
    """Hours by the name of what they went to; what has no name is other work."""
    hours: dict[str, Decimal] = {}
    for name, number in figures.hours_by_activity.items():
        label = name or _("Other work")
        hours[label] = hours.get(label, Decimal(0)) + number
    rest = figures.hours - sum(hours.values())
    if rest > 0 and hours:
        label = _("Other work")
        hours[label] = hours.get(label, Decimal(0)) + rest
    return {name: number for name, number in hours.items() if number}
