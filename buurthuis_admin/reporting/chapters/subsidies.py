# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The subsidies: asked for, awarded, received, spent and left."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import SubsidyFigures, YearReportData
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.i18n import _, format_money
from buurthuis_admin.reporting.chapters.budgets import amount, budget_table
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Keep,
    Lead,
    PageBreak,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.findings import GRANTED
from buurthuis_admin.reporting.headings import subsidies_heading
from buurthuis_admin.reporting.told import told
from buurthuis_admin.reporting.wording import state_name

_MEASURES = (
    Measure.REQUESTED,
    Measure.AWARDED,
    Measure.RECEIVED,
    Measure.SPENT,
    Measure.LEFT_OVER,
)


def subsidies(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when there is no dossier."""
    figures, year = data.figures.subsidies, data.figures.year
    if not figures.dossiers:
        return ()
    added = data.composition
    heading = added.heading(Chapter.SUBSIDIES, "subsidies", subsidies_heading(figures.dossiers))
    budgets = [block for dossier in figures.dossiers for block in _budget(dossier, data)]
    if budgets:
        budgets.insert(0, Heading(_("Budget and spending"), 2))
    return (
        PageBreak(),
        Heading(_("Subsidies"), name="subsidies"),
        Lead.of(added.lead(Chapter.SUBSIDIES, _lead(figures, year)), "subsidies.lead"),
        Heading(heading, 2, "subsidies.subsidies"),
        Caption(_("Subsidies in {year}, in euros").format(year=year)),
        _table(figures, year),
        Source(_note(figures)),
        *budgets,
    )


def _lead(figures: SubsidyFigures, year: int) -> str:
    def money(amount: Decimal, measure: Measure) -> str:
        return told(format_money(amount), figure(measure, year))

    if not figures.awarded:
        requested = money(figures.requested, Measure.REQUESTED)
        return _("{requested} was applied for.").format(requested=requested)
    if figures.left < 0:
        text = _("{awarded} was awarded and {spent} was spent: {over} more than was awarded.")
    else:
        text = _("{awarded} was awarded and {spent} was spent; {left} is left.")
    return text.format(
        awarded=money(figures.awarded, Measure.AWARDED),
        spent=money(figures.spent, Measure.SPENT),
        left=money(figures.left, Measure.LEFT_OVER),
        over=money(-figures.left, Measure.LEFT_OVER),
    )


def _table(figures: SubsidyFigures, year: int) -> Table:
    amounts = (
        figures.requested, figures.awarded, figures.received, figures.spent, figures.left,
    )  # fmt: skip
    return Table(
        columns=(
            Column(_("Funder and purpose"), Align.START),
            Column(_("State"), Align.START),
            *map(Column, (_("Asked"), _("Awarded"), _("Received"), _("Spent"), _("Left"))),
        ),
        rows=tuple(_row(dossier, year) for dossier in figures.dossiers),
        total=Row(
            (_("Total"), "", *map(amount, amounts)),
            explain=("", "", *(figure(measure, year) for measure in _MEASURES)),
        ),
        summary=_("Each subsidy with what was asked, awarded, received and spent."),
    )


def _row(dossier: Subsidy, year: int) -> Row:
    number = dossier.id or 0
    money = (figure(measure, year, Part.SUBSIDY, number) for measure in _MEASURES)
    granted = dossier.awarded is not None or dossier.spent
    return Row(
        (
            _name(dossier),
            state_name(dossier.state),
            amount(dossier.requested),
            amount(dossier.awarded),
            amount(dossier.received),
            amount(dossier.spent),
            amount(dossier.left if granted else None),
        ),
        explain=("", "", *money) if number else (),
    )


def _name(dossier: Subsidy) -> str:
    """The funder with the purpose and the number of the dossier behind it."""
    purpose = f": {dossier.purpose}" if dossier.purpose else ""
    reference = f" ({dossier.reference})" if dossier.reference else ""
    return f"{dossier.funder}{purpose}{reference}"


def _note(figures: SubsidyFigures) -> str:
    text = _("Left is what was awarded less what was spent. A dash: no amount is known.")
    if any(item.state is SubsidyState.REJECTED for item in figures.dossiers):
        text += " " + _("The total asked includes what was rejected.")
    if any(_budget_differs(item) for item in figures.dossiers):
        text += " " + _("A budget can add up to another amount than was awarded.")
    return text


def _budget_differs(dossier: Subsidy) -> bool:
    """Whether the table of its budget ends in another difference than what is left."""
    planned = sum((line.planned for line in dossier.budget_lines), ZERO)
    return bool(dossier.budget_lines) and dossier.awarded not in (None, planned)


def _budget(dossier: Subsidy, data: YearReportData) -> Iterator[Block]:
    """Budget against actual, line by line in the funder's own order.

    Nothing is spent of what was not granted, so there is nothing to compare.
    """
    if not dossier.budget_lines or (dossier.state not in GRANTED and not dossier.spent):
        return
    explained = any(line.explanation.strip() for line in dossier.budget_lines)
    figures = budget(dossier, data.made_on)
    table = budget_table(figures, data.figures.year, dossier.id, explained=explained)
    caption = Caption(_("In euros, in the order of the application"))
    yield Keep((Heading(_name(dossier), 3), caption, table))
