# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budget against actual, with the explanation of each line, for both kinds of report."""

from __future__ import annotations

from decimal import Decimal

from buurthuis_admin.domain.dossier_budget import BudgetFigures, LineFigures
from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.i18n import _, format_money
from buurthuis_admin.reporting.content import Align, Column, Row, Table
from buurthuis_admin.reporting.wording import EN_DASH

_MEASURES = (Measure.PLANNED, Measure.SPENT, Measure.DIFFERENCE)


def budget_table(
    figures: BudgetFigures, year: int, dossier: int | None, *, explained: bool
) -> Table:
    """The lines in the funder's order; ``explained``: with a column for the explanations."""
    rows = tuple(_line(one, year, dossier or 0, explained) for one in figures.lines)
    sums = tuple(map(amount, (figures.planned, figures.actual, figures.difference)))
    beside = ("",) if explained else ()
    names = ("", *_names(year, dossier or 0, Part.WHOLE, ""), *beside) if dossier else ()
    return Table(
        columns=(
            Column(_("Item"), Align.START),
            *map(Column, (_("Budget"), _("Actual"), _("Difference"))),
            *((Column(_("Explanation"), Align.START),) if explained else ()),
        ),
        rows=rows,
        total=Row((_("Total"), *sums, *beside), explain=names),
        summary=_("Budget and actual spending for each item."),
    )


def _line(figures: LineFigures, year: int, dossier: int, explained: bool) -> Row:
    line = figures.line
    name = line.name if line else _("Not in the budget")
    money = map(amount, (figures.planned, figures.actual, figures.difference))
    words = ((line.explanation.strip() if line else ""),) if explained else ()
    of = line.id if line else ""
    names = ("", *_names(year, dossier, Part.LINE, of), *(("",) if explained else ()))
    return Row((name, *money, *words), explain=names if dossier else ())


def _names(year: int, dossier: int, part: Part, of: object) -> tuple[str, ...]:
    return tuple(figure(measure, year, part, of, dossier=dossier) for measure in _MEASURES)


def amount(money: Decimal | None) -> str:
    """An amount in a column that names the euro; a dash where none is known."""
    return EN_DASH if money is None else format_money(money, symbol=False)
