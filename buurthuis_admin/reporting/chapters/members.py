# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The members at both ends of the year, and who came and went."""

from __future__ import annotations

import datetime

from buurthuis_admin.domain.figure_keys import Measure, figure
from buurthuis_admin.domain.figures import MemberFigures, YearReportData
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, format_day_long, format_number
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK, kept_back_note
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Column,
    Heading,
    Keep,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.headings import members_heading
from buurthuis_admin.reporting.wording import people_text


def members(data: YearReportData) -> tuple[Block, ...]:
    """A section on the members; nothing when there were none all year."""
    figures = data.figures.members
    if not any((figures.on_first_day, figures.on_last_day, figures.joined, figures.left)):
        return ()
    joined_and_left, note = _joined_and_left(figures)
    table = Table(
        columns=(Column(_("Members"), Align.START), Column(_("Number"))),
        rows=_rows(figures, joined_and_left, data.figures.year),
        summary=_("Members at the start and the end of the year."),
    )
    made = members_heading(figures)
    heading = data.composition.heading(Chapter.MEMBERS, "members", made)
    section = Keep((Heading(heading, 2, "members"), table))
    if data.figures.total.unique and not data.composition.hidden(Chapter.PARTICIPANTS):
        return (section, *note)
    # Without a chapter on participants it would stand in whatever comes before it.
    return (Heading(_("Members")), section, *note)


def _joined_and_left(figures: MemberFigures) -> tuple[tuple[str, str], tuple[Source, ...]]:
    """Kept back together when any of the four is small: three of them tell the fourth."""
    four = (figures.on_first_day, figures.on_last_day, figures.joined, figures.left)
    if any(map(is_small, four)):
        return (KEPT_BACK, KEPT_BACK), (Source(kept_back_note()),)
    return (format_number(figures.joined), format_number(figures.left)), ()


def _rows(figures: MemberFigures, between: tuple[str, str], year: int) -> tuple[Row, ...]:
    joined, left = between
    return (
        Row(
            (_day(datetime.date(year, 1, 1)), people_text(figures.on_first_day)),
            explain=("", figure(Measure.MEMBERS_AT_START, year)),
        ),
        Row((_("Joined during the year"), joined), explain=("", figure(Measure.JOINED, year))),
        Row((_("Left during the year"), left), explain=("", figure(Measure.LEFT, year))),
        Row(
            (_day(datetime.date(year, 12, 31)), people_text(figures.on_last_day)),
            strong=True,
            explain=("", figure(Measure.MEMBERS_AT_END, year)),
        ),
    )


def _day(day: datetime.date) -> str:
    return _("On {day}").format(day=format_day_long(day))
