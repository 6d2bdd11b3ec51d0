# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours who helped each other outside the activities."""

from __future__ import annotations

from buurthuis_admin.domain.figures import NeighbourHelpFigures, YearReportData
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.i18n import _
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
from buurthuis_admin.reporting.wording import hours_text, people_text


def neighbour_help(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when nobody asked and nobody helped."""
    figures, year = data.figures.neighbour_help, data.figures.year
    if not (figures.requests or figures.hours):
        return ()
    made = _("Neighbours helped each other for {hours} hours.").format(
        hours=hours_text(figures.hours)
    )
    return (
        Heading(_("Neighbour help"), name="neighbour_help"),
        Lead(data.composition.lead(Chapter.NEIGHBOUR_HELP, made), "neighbour_help.lead"),
        Caption(_("Neighbour help in {year}").format(year=year)),
        Table(
            columns=(Column(_("What was counted"), Align.START), Column(_("Number"))),
            rows=_rows(figures),
            summary=_("Requests, help that was given, hours, and people who helped."),
        ),
        Source(_("Source: the requests and offers that were written down.")),
    )


def _rows(figures: NeighbourHelpFigures) -> tuple[Row, ...]:
    """One to four are not told, as it is with every group of people."""
    return (
        Row((_("Requests for help"), people_text(figures.requests))),
        Row((_("Requests with which somebody helped"), people_text(figures.helped))),
        Row((_("People who helped"), people_text(figures.helpers))),
        Row((_("Hours of help"), hours_text(figures.hours))),
    )
