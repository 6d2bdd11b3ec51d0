# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of subsidies, of budget lines, of expenses and of what happened."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from buurthuis_admin.domain.dossier_budget import BudgetFigures, LineFigures
from buurthuis_admin.domain.dossier_track import Moment, still_to_spend, terms
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.subsidies import Expense, Subsidy
from buurthuis_admin.gui.dossier_words import moment_line, state_pill
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_day_short, format_money, ngettext
from buurthuis_admin.services.subsidy_words import funder_kind_word


@dataclass(frozen=True, slots=True)
class ExpenseRow:
    """An expense with the name of its budget line, and how many receipts it has."""

    expense: Expense
    line: str
    receipts: int


def dossiers_model() -> RowsModel[Subsidy]:
    """A line per dossier, with its money and the next day that matters."""
    return RowsModel[Subsidy](
        [
            Column(_("Subsidy"), subsidy_title),
            Column(_("Awarded"), lambda one: _known(one.awarded), number=True),
            Column(_("Received"), lambda one: _known(one.received), number=True),
            Column(_("Spent"), lambda one: _known(one.spent), number=True),
            Column(_("Left"), _left, number=True),
            Column(_("Hand in by"), _next_term),
            Column(_("State"), lambda one: state_pill(one).word, pill=state_pill),
        ]
    )


def subsidy_title(one: Subsidy) -> str:
    """What it is for, of which year, and who gives it."""
    day = one.period.start if one.period else one.decided_on or one.applied_on
    year = f" {day.year}" if day else ""
    if one.purpose:
        return f"{one.purpose}{year} · {one.funder}"
    return f"{one.funder}{year}"


def _known(amount: Decimal | None) -> str:
    return _amount(amount) if amount else ""


def _left(one: Subsidy) -> str:
    return _amount(still_to_spend(one)) if one.awarded else ""


def _next_term(one: Subsidy) -> str:
    term = next(terms(one), None)
    return "" if term is None else format_day_short(term.day)


def _amount(amount: Decimal) -> str:
    return format_money(amount, symbol=False)


def budget_model() -> RowsModel[LineFigures | BudgetFigures]:
    """A line per post, and the total."""
    return RowsModel[LineFigures | BudgetFigures](
        [
            Column(_("Item"), _line_name, pill=_explanation_pill, strong=_is_total),
            Column(_("Budget"), lambda row: _amount(row.planned), number=True, strong=_is_total),
            Column(_("Actual"), lambda row: _amount(row.actual), number=True, strong=_is_total),
            Column(
                _("Difference"), lambda row: _amount(row.difference), number=True, strong=_is_total
            ),
        ]
    )


def _line_name(row: LineFigures | BudgetFigures) -> str:
    if isinstance(row, BudgetFigures):
        return _("Total")
    return row.line.name if row.line else _("Not in the budget")


def _is_total(row: LineFigures | BudgetFigures) -> bool:
    return isinstance(row, BudgetFigures)


def _explanation_pill(row: LineFigures | BudgetFigures) -> PillText | None:
    if isinstance(row, BudgetFigures) or row.line is None:
        return None
    if row.explanation_due:
        return needed_pill()
    return PillText(_("Explained"), "check-circle", "ok") if row.line.explanation else None


def needed_pill() -> PillText:
    """An explanation is asked for."""
    return PillText(_("Explanation needed"), "warning", "warn")


def expenses_model() -> RowsModel[ExpenseRow]:
    """A line per expense, with the budget line it belongs to."""
    return RowsModel[ExpenseRow](
        [
            Column(_("Date"), lambda row: _day_of(row.expense)),
            Column(_("What"), lambda row: row.expense.description),
            Column(_("Budget line"), lambda row: row.line),
            Column(_("Receipt"), _receipt_word, pill=receipt_pill),
            Column(_("Amount"), lambda row: _amount(row.expense.amount), number=True),
        ]
    )


def _day_of(expense: Expense) -> str:
    return format_day_short(expense.day) if expense.day else ""


def _receipt_word(row: ExpenseRow) -> str:
    pill = receipt_pill(row)
    return "" if pill is None else pill.word


def receipt_pill(row: ExpenseRow) -> PillText | None:
    """Whether there is a receipt; a total of a list has none."""
    if row.receipts:
        told = ngettext("{count} receipt", "{count} receipts", row.receipts)
        return PillText(told.format(count=row.receipts), "paperclip", "ok")
    if row.expense.day is None:
        return None
    return PillText(_("No receipt yet"), "circle-dashed", "warn")


def moments_model() -> RowsModel[Moment]:
    """A line per day on which something happened or is to."""
    return RowsModel[Moment](
        [
            Column(_("Date"), lambda row: format_day_short(row.day)),
            Column(_("What"), moment_line),
            Column(_("State"), lambda row: moment_pill(row).word, pill=moment_pill),
        ]
    )


def moment_pill(row: Moment) -> PillText:
    """Whether it is behind, to come, or late."""
    if row.late:
        return PillText(_("too late"), "x-circle", "error")
    if row.ahead:
        return PillText(_("to come"), "clock", "info")
    return PillText(_("happened"), "check-circle", "neutral")


def funders_model() -> RowsModel[Funder]:
    """A line per funder."""
    return RowsModel[Funder](
        [
            Column(_("Funder"), lambda one: one.name),
            Column(_("Kind"), lambda one: funder_kind_word(one.kind)),
            Column(_("Rules"), lambda one: rules_pill(one).word, pill=rules_pill),
        ]
    )


def rules_pill(funder: Funder) -> PillText:
    """Whether the rules were looked up by somebody."""
    if funder.unchecked:
        return PillText(_("To check"), "warning", "warn")
    if funder.sources:
        return PillText(_("Checked"), "check-circle", "ok")
    return PillText(_("No sources"), "minus-circle", "neutral")
