# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours who helped each other outside the activities."""

from __future__ import annotations

from buurthuis_admin.domain.figure_keys import Measure, figure
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
from buurthuis_admin.reporting.told import told
from buurthuis_admin.reporting.wording import hours_text, people_text


def neighbour_help(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when nobody asked and nobody helped."""
    figures, year = data.figures.neighbour_help, data.figures.year
    if not (figures.requests or figures.hours):
        return ()
    made = _("Neighbours helped each other for {hours} hours.").format(
        hours=told(hours_text(figures.hours), figure(Measure.HELP_HOURS, year))
    )
    return (
        Heading(_("Neighbour help"), name="neighbour_help"),
        Lead.of(data.composition.lead(Chapter.NEIGHBOUR_HELP, made), "neighbour_help.lead"),
        Caption(_("Neighbour help in {year}").format(year=year)),
        Table(
            columns=(Column(_("What was counted"), Align.START), Column(_("Number"))),
            rows=_rows(figures, year),
            summary=_("Requests, help that was given, hours, and people who helped."),
        ),
        Source(_("Source: the requests and offers that were written down.")),
    )


def _rows(figures: NeighbourHelpFigures, year: int) -> tuple[Row, ...]:
    """One to four are not told, as it is with every group of people."""
    return (
        _row(_("Requests for help"), people_text(figures.requests), Measure.HELP_REQUESTS, year),
        _row(
            _("Requests with which somebody helped"),
            people_text(figures.helped),
            Measure.HELPED,
            year,
        ),
        _row(_("People who helped"), people_text(figures.helpers), Measure.HELPERS, year),
        _row(_("Hours of help"), hours_text(figures.hours), Measure.HELP_HOURS, year),
    )


def _row(words: str, number: str, measure: Measure, year: int) -> Row:
    return Row((words, number), explain=("", figure(measure, year)))
