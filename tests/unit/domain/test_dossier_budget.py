# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budget against actual: the sums hold, the order is the funder's, and when to explain."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.subsidies import BudgetLine, Expense, Subsidy

CENTS = st.integers(-(10**7), 10**7).map(lambda cents: Decimal(cents).scaleb(-2))
DURING, AFTER = datetime.date(2026, 6, 1), datetime.date(2027, 1, 1)


@given(
    st.lists(CENTS.map(abs), max_size=6),
    st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 8)), CENTS), max_size=12),
)
def test_the_lines_are_together_what_the_dossier_is(
    planned: list[Decimal], spent: list[tuple[int | None, Decimal]]
) -> None:
    subsidy = Subsidy(
        funder="Fonds",
        budget_lines=tuple(
            BudgetLine(id=number, position=number, name=f"Post {number}", planned=amount)
            for number, amount in enumerate(planned)
        ),
        expenses=tuple(
            Expense(description="x", amount=amount, budget_line_id=line) for line, amount in spent
        ),
    )
    figures = budget(subsidy, DURING)
    assert figures.actual == subsidy.spent
    assert figures.planned == sum(planned, Decimal(0))
    assert figures.difference == sum((one.difference for one in figures.lines), Decimal(0))


def test_the_order_is_that_of_the_funder_and_then_as_typed() -> None:
    names = ("Zaal", "Overig", "Docent", "Publiciteit")
    subsidy = Subsidy(
        funder="Fonds",
        budget_lines=tuple(
            BudgetLine(id=place, position=place, name=name) for place, name in enumerate(names)
        ),
    )
    figures = budget(subsidy, DURING, order=("docent", "ZAAL"))
    told = [one.line.name for one in figures.lines if one.line]
    assert told == ["Docent", "Zaal", "Overig", "Publiciteit"]


@pytest.mark.parametrize(
    ("spent", "day", "due"),
    [
        (111, DURING, True),
        (110, DURING, False),
        (20, DURING, False),  # there is time to spend it
        (89, AFTER, True),
        (90, AFTER, False),
    ],
)
def test_more_is_explained_at_once_and_less_after_the_period(
    spent: int, day: datetime.date, due: bool
) -> None:
    subsidy = Subsidy(
        funder="Fonds",
        period=Period.year(2026),
        budget_lines=(BudgetLine(id=1, position=0, name="Zaal", planned=Decimal(100)),),
        expenses=(Expense(description="x", amount=Decimal(spent), budget_line_id=1),),
    )
    (line,) = budget(subsidy, day).lines
    assert line.explanation_due is due
