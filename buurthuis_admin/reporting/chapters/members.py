# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The members at both ends of the year, and who came and went."""

from __future__ import annotations

import datetime

from buurthuis_admin.domain.figures import MemberFigures, YearReportData
from buurthuis_admin.i18n import _, format_day_long
from buurthuis_admin.reporting.chapters.groups import shown_groups
from buurthuis_admin.reporting.content import Align, Block, Column, Heading, Keep, Row, Table
from buurthuis_admin.reporting.headings import members_heading
from buurthuis_admin.reporting.wording import people_text


def members(data: YearReportData) -> tuple[Block, ...]:
    """A section on the members; nothing when there were none all year."""
    figures = data.figures.members
    if not any((figures.on_first_day, figures.on_last_day, figures.joined, figures.left)):
        return ()
    table = Table(
        columns=(Column(_("Members"), Align.START), Column(_("Number"))),
        rows=_rows(figures, data.figures.year),
        summary=_("Members at the start and the end of the year."),
    )
    return (Keep((Heading(members_heading(figures), 2), table)),)


def _rows(figures: MemberFigures, year: int) -> tuple[Row, ...]:
    """Who joined and who left are kept back together: the ends of the year tell the difference."""
    joined, left = shown_groups([figures.joined, figures.left])
    return (
        Row((_day(datetime.date(year, 1, 1)), people_text(figures.on_first_day))),
        Row((_("Joined during the year"), joined.text)),
        Row((_("Left during the year"), left.text)),
        Row((_day(datetime.date(year, 12, 31)), people_text(figures.on_last_day)), strong=True),
    )


def _day(day: datetime.date) -> str:
    return _("On {day}").format(day=format_day_long(day))
