# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.money_warnings import (
    MoneyWarning,
    MoneyWarningKind,
    PaidPart,
    Receipt,
    money_warnings,
    warnings_of,
)
from buurthuis_admin.domain.subsidies import BudgetLine, Expense, Subsidy, SubsidyState, Target

MAY = datetime.date(2026, 5, 4)
DOSSIER = Subsidy(
    id=1,
    funder="Gemeente",
    activity_id=7,
    awarded=Decimal(1000),
    period=Period.year(2026),
    budget_lines=(BudgetLine(id=3, position=0, name="Zaalhuur", planned=Decimal(1000)),),
)


def spent(amount: int, **more: object) -> Expense:
    values: dict[str, object] = {"id": 1, "day": MAY, "description": "x"} | more
    return Expense(amount=Decimal(amount), **values)  # type: ignore[arg-type]


def kinds(*subsidies: Subsidy) -> list[MoneyWarningKind]:
    return [one.kind for one in money_warnings(subsidies)]


def with_expenses(*expenses: Expense) -> Subsidy:
    return replace(DOSSIER, expenses=expenses)


def test_a_dossier_in_order_has_no_warning() -> None:
    dossier = with_expenses(spent(600, budget_line_id=3), spent(400, id=2, budget_line_id=3))
    assert money_warnings([dossier]) == []


def test_more_than_a_line_of_the_budget() -> None:
    dossier = with_expenses(spent(600, budget_line_id=3), spent(450, id=2, budget_line_id=3))
    assert money_warnings([dossier]) == [
        MoneyWarning(
            kind=MoneyWarningKind.OVER_LINE,
            subsidy_id=1,
            expense_ids=(1, 2),
            amount=Decimal(50),
            name="Zaalhuur",
            part_id=3,
        )
    ]


def test_a_day_outside_the_period() -> None:
    early = spent(10, day=datetime.date(2025, 12, 31))
    assert kinds(with_expenses(early)) == [MoneyWarningKind.OUTSIDE_PERIOD]
    assert kinds(replace(with_expenses(early), period=None)) == []
    assert kinds(with_expenses(replace(early, day=None))) == []


def test_more_than_hundred_percent_of_a_payment() -> None:
    other = replace(DOSSIER, id=2, activity_id=8, expenses=(spent(60, id=2, booking_id=9),))
    found = money_warnings(
        [with_expenses(spent(50, booking_id=9)), other],
        [PaidPart(booking_id=9, whole=Decimal(100)), PaidPart(booking_id=10, whole=Decimal(1))],
    )
    assert [(one.kind, one.booking_id, one.amount) for one in found] == [
        (MoneyWarningKind.OVER_WHOLE, 9, Decimal(10))
    ]


def test_the_same_day_and_amount_twice() -> None:
    twice = with_expenses(spent(50), spent(50, id=2))
    assert kinds(twice) == [MoneyWarningKind.SAME_DAY_AND_AMOUNT]
    halves = with_expenses(spent(50, booking_id=9), spent(50, id=2, booking_id=9))
    assert kinds(halves) == []  # two equal parts of one payment


def test_the_same_paper_with_two_payments() -> None:
    papers = [
        Receipt(sha256="a", expense_id=1),
        Receipt(sha256="a", expense_id=2),
        Receipt(sha256="b", expense_id=3),
    ]
    (found,) = money_warnings([], (), papers)
    assert (found.kind, found.expense_ids) == (MoneyWarningKind.SAME_PAPER, (1, 2))
    parts = [Receipt(sha256="a", expense_id=n, booking_id=9) for n in (1, 2)]
    assert money_warnings([], (), parts) == []


def test_an_activity_that_two_funders_pay_in_full() -> None:
    other = replace(DOSSIER, id=2, funder="Fonds")
    found = money_warnings([DOSSIER, other])
    assert {one.kind for one in found} == {MoneyWarningKind.CLAIMED_TWICE}
    assert [(one.name, one.part_id) for one in warnings_of(DOSSIER, found)] == [("Fonds", 2)]
    assert [(one.name, one.part_id) for one in warnings_of(other, found)] == [("Gemeente", 1)]
    assert kinds(DOSSIER, replace(other, awarded=Decimal(500))) == []
    assert kinds(DOSSIER, replace(other, activity_id=8)) == []
    assert kinds(DOSSIER, replace(other, state=SubsidyState.REJECTED)) == []
    assert kinds(DOSSIER, replace(other, period=Period.year(2025))) == []
    asked = replace(other, awarded=None, requested=Decimal(1000))
    assert kinds(DOSSIER, asked) == [MoneyWarningKind.CLAIMED_TWICE] * 2


def test_an_activity_that_only_the_agreements_name_is_one_that_a_funder_pays() -> None:
    agreed = Target(indicator="Bezoeken", promised=Decimal(10), activities=(7,))
    other = replace(DOSSIER, id=2, funder="Fonds", activity_id=None, targets=(agreed,))
    assert kinds(replace(DOSSIER, activity_id=7), other) == [MoneyWarningKind.CLAIMED_TWICE] * 2
    # Of two activities nobody knows which of them the money is for.
    two = replace(other, targets=(replace(agreed, activities=(7, 8)),))
    assert kinds(replace(DOSSIER, activity_id=7), two) == []
