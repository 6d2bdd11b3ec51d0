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
from buurthuis_admin.reporting.wording import difference_text, hours_text


def volunteers(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when no volunteer was there."""
    figures = data.figures.volunteers
    if not (figures.registered or figures.active or figures.hours):
        return ()
    before = data.before.volunteers if data.before else None
    return (
        Heading(_("Volunteers"), name="volunteers"),
        Lead(
            data.composition.lead(Chapter.VOLUNTEERS, _lead(figures, before, data.figures.year)),
            "volunteers.lead",
        ),
        *_table(figures, before, data.figures.year),
    )


def _lead(figures: VolunteerFigures, before: VolunteerFigures | None, year: int) -> str:
    if not figures.hours:
        return _registered(figures)
    hours = hours_text(figures.hours)
    if not figures.active or is_small(figures.active):
        text = _("Volunteers gave {hours} hours.").format(hours=hours)
    else:
        text = _("{people} volunteers gave {hours} hours.").format(
            people=format_number(figures.active), hours=hours
        )
    return " ".join(part for part in (text, _change(figures, before, year)) if part)


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
    return text.format(difference=difference_text(figures.hours, before.hours), year=year - 1)


def _registered(figures: VolunteerFigures) -> str:
    number = figures.registered or figures.active
    if is_small(number):
        return _("Fewer than five volunteers were registered; their hours were not kept.")
    return _("{people} volunteers were registered; their hours were not kept.").format(
        people=format_number(number)
    )


def _table(
    figures: VolunteerFigures, before: VolunteerFigures | None, year: int
) -> Iterator[Block]:
    hours = _hours(figures)
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
            explain=_names(year, Part.TASK, name, bool(earlier)),
        )
        for name, number in sorted(hours.items(), key=lambda item: (-item[1], item[0]))
    ]
    past = [Column(_("Hours in {year}").format(year=year - 1))] if earlier else []
    totals = [
        hours_text(figures.hours),
        *([hours_text(before.hours)] if earlier and before else []),
    ]
    yield Caption(_("Volunteer hours by activity in {year}").format(year=year))
    yield Table(
        columns=(Column(_("Activity"), Align.START), Column(_("Hours")), *past),
        rows=tuple(rows),
        total=Row((_("Total"), *totals), explain=_names(year, Part.WHOLE, "", bool(earlier))),
        summary=_("Volunteer hours for each activity."),
    )
    yield Source(_("Source: the hours that volunteers wrote down."))


def _names(year: int, part: Part, name: str, with_before: bool) -> tuple[str, ...]:
    of = "" if name == _("Other work") else name
    years = (year, year - 1) if with_before else (year,)
    return ("", *(figure(Measure.HOURS, one, part, of) for one in years))


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
