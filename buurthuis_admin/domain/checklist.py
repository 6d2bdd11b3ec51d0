# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is still missing in a dossier, by how far it is and by the rules of its funder."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.dossier_budget import BudgetFigures
from buurthuis_admin.domain.funders import Funder, ReportPart
from buurthuis_admin.domain.papers import Paper, PaperKind
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState

_WITH_MONEY = (SubsidyState.AWARDED, SubsidyState.ACCOUNTED)
_PAPER_OF = {
    ReportPart.CONTENT: PaperKind.CONTENT_REPORT,
    ReportPart.FINANCIAL: PaperKind.FINANCIAL_REPORT,
    ReportPart.STATEMENT: PaperKind.STATEMENT,
}


class MissingKind(StrEnum):
    """What can be missing, in the order in which it is told."""

    PERIOD = "period"
    DUE_DATE = "due_date"
    BUDGET = "budget"
    BUDGET_SUM = "budget_sum"
    APPLICATION_PAPER = "application_paper"
    DECISION_PAPER = "decision_paper"
    PAYMENT = "payment"
    CONDITION = "condition"
    EXPLAIN_TARGET = "explain_target"
    EXPLAIN_LINE = "explain_line"
    RECEIPTS = "receipts"
    DOUBTS = "doubts"
    REPORT_PART = "report_part"
    FILE_LIMIT = "file_limit"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing: what, of which part (its id), and the words that name it, or how many."""

    kind: MissingKind
    part_id: int | None = None
    words: str = ""
    count: int = 1


def missing(
    subsidy: Subsidy,
    funder: Funder,
    papers: Sequence[Paper],
    agreements: Sequence[Agreement],
    budget: BudgetFigures,
    today: datetime.date,
    receipted: Collection[int] = (),
    doubts: int = 0,
) -> tuple[Missing, ...]:
    """What is missing now; nothing once a dossier is closed, rejected or withdrawn.

    ``receipted`` are the expenses (by id) of which there is a receipt. ``doubts`` is how many
    things in its money are worth a second look.
    """
    if subsidy.state in (SubsidyState.DRAFT, SubsidyState.APPLIED):
        return (*_of_application(subsidy, papers),)
    if subsidy.state not in _WITH_MONEY:
        return ()
    return (
        *_of_award(subsidy, papers, budget),
        *_late_payments(subsidy, today),
        *_conditions(subsidy),
        *_explanations(agreements, budget),
        *_receipts(subsidy, papers, receipted),
        *([Missing(kind=MissingKind.DOUBTS, count=doubts)] if doubts else []),
        *_report_parts(subsidy, funder, papers, today),
        *_files(funder, papers),
        *([Missing(kind=MissingKind.RULES, words=funder.name)] if funder.unchecked else []),
    )


def _of_application(subsidy: Subsidy, papers: Sequence[Paper]) -> Iterator[Missing]:
    if subsidy.period is None:
        yield Missing(kind=MissingKind.PERIOD)
    if not subsidy.budget_lines:
        yield Missing(kind=MissingKind.BUDGET)
    if subsidy.state is SubsidyState.APPLIED and not _has(papers, PaperKind.APPLICATION):
        yield Missing(kind=MissingKind.APPLICATION_PAPER)


def _of_award(
    subsidy: Subsidy, papers: Sequence[Paper], budget: BudgetFigures
) -> Iterator[Missing]:
    if subsidy.period is None:
        yield Missing(kind=MissingKind.PERIOD)
    if subsidy.due_on is None and subsidy.state is SubsidyState.AWARDED:
        yield Missing(kind=MissingKind.DUE_DATE)
    if not subsidy.budget_lines:
        yield Missing(kind=MissingKind.BUDGET)
    elif subsidy.awarded and budget.planned != subsidy.awarded:
        yield Missing(kind=MissingKind.BUDGET_SUM)
    if not _has(papers, PaperKind.DECISION):
        yield Missing(kind=MissingKind.DECISION_PAPER)


def _late_payments(subsidy: Subsidy, today: datetime.date) -> Iterator[Missing]:
    for one in subsidy.instalments:
        if one.received is None and one.expected_on is not None and one.expected_on < today:
            yield Missing(kind=MissingKind.PAYMENT, part_id=one.id, words=one.remark)


def _conditions(subsidy: Subsidy) -> Iterator[Missing]:
    for one in subsidy.conditions:
        if one.done_on is None:
            yield Missing(kind=MissingKind.CONDITION, part_id=one.id, words=one.words)


def _explanations(agreements: Sequence[Agreement], budget: BudgetFigures) -> Iterator[Missing]:
    for agreed in agreements:
        if agreed.explanation_due:
            target = agreed.target
            yield Missing(
                kind=MissingKind.EXPLAIN_TARGET, part_id=target.id, words=target.indicator
            )
    for figures in budget.lines:
        if figures.explanation_due and figures.line is not None:
            line = figures.line
            yield Missing(kind=MissingKind.EXPLAIN_LINE, part_id=line.id, words=line.name)


def _receipts(
    subsidy: Subsidy, papers: Sequence[Paper], receipted: Collection[int]
) -> Iterator[Missing]:
    """Expenses without a receipt. What a list has as a total only is no expense with a day."""
    bare = sum(one.day is not None and one.id not in receipted for one in subsidy.expenses)
    # Receipts that were added to the dossier without saying of which expense.
    here = sum(one.kind is PaperKind.RECEIPT and one.expense_id is None for one in papers)
    if bare > here:
        yield Missing(kind=MissingKind.RECEIPTS, count=bare - here)


def _report_parts(
    subsidy: Subsidy, funder: Funder, papers: Sequence[Paper], today: datetime.date
) -> Iterator[Missing]:
    """What the funder asks for this amount, once the period is over."""
    over = subsidy.period is not None and subsidy.period.end < today
    if not over and subsidy.state is not SubsidyState.ACCOUNTED:
        return
    asked = funder.parts_for(subsidy.awarded or subsidy.entitled)
    for part, kind in _PAPER_OF.items():
        if part in asked and not _has(papers, kind):
            yield Missing(kind=MissingKind.REPORT_PART, words=part.value)


def _files(funder: Funder, papers: Sequence[Paper]) -> Iterator[Missing]:
    for one in papers:
        sent = one.kind in _PAPER_OF.values()
        if sent and not funder.takes(one.ending, one.size):
            yield Missing(kind=MissingKind.FILE_LIMIT, part_id=one.id, words=one.title)


def _has(papers: Sequence[Paper], kind: PaperKind) -> bool:
    return any(one.kind is kind for one in papers)
