# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budget against actual, line by line in the funder's order, and where an explanation is due."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import BudgetLine, Subsidy
from buurthuis_admin.domain.text import fold

_WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFigures:
    """A line of the budget. ``line`` None: what was spent outside the budget."""

    line: BudgetLine | None
    planned: Decimal
    actual: Decimal
    explanation_due: bool = False

    @property
    def difference(self) -> Decimal:
        """What is left of the line; negative when more was spent."""
        return self.planned - self.actual


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetFigures:
    """All lines; their sums are those of the dossier."""

    lines: tuple[LineFigures, ...]

    @property
    def planned(self) -> Decimal:
        """The whole budget."""
        return sum((one.planned for one in self.lines), ZERO)

    @property
    def actual(self) -> Decimal:
        """All that was spent."""
        return sum((one.actual for one in self.lines), ZERO)

    @property
    def difference(self) -> Decimal:
        """What is left."""
        return self.planned - self.actual


def in_order(lines: Sequence[BudgetLine], order: Sequence[str]) -> list[BudgetLine]:
    """The lines as the funder wants them; those that it does not name come after, as typed."""
    places = {fold(name): place for place, name in enumerate(order)}
    last = len(places)
    return sorted(lines, key=lambda one: (places.get(fold(one.name), last), one.position))


def budget(
    subsidy: Subsidy,
    today: datetime.date,
    *,
    order: Sequence[str] = (),
    per_cent: int = 10,
) -> BudgetFigures:
    """Budget against actual. An explanation is due for a difference over ``per_cent``.

    More than was planned asks for it at once, less only once the period is over.
    """
    over = subsidy.period is not None and subsidy.period.end < today
    spent = {line.id: ZERO for line in subsidy.budget_lines}
    elsewhere = ZERO
    for expense in subsidy.expenses:
        if expense.budget_line_id is not None and expense.budget_line_id in spent:
            spent[expense.budget_line_id] += expense.amount
        else:
            elsewhere += expense.amount
    lines = [
        _figures(line, spent[line.id], over, per_cent)
        for line in in_order(subsidy.budget_lines, order)
    ]
    if elsewhere:
        lines.append(LineFigures(line=None, planned=ZERO, actual=elsewhere))
    return BudgetFigures(lines=tuple(lines))


def _figures(line: BudgetLine, actual: Decimal, over: bool, per_cent: int) -> LineFigures:
    difference = line.planned - actual
    large = abs(difference) * _WHOLE > line.planned * per_cent
    due = large and (over or difference < 0) and not line.explanation.strip()
    return LineFigures(line=line, planned=line.planned, actual=actual, explanation_due=due)
