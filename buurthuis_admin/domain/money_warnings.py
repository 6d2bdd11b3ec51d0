# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a funder would stumble over: too much charged, outside the period, or charged twice.

They warn and never block: who keeps the books may know better.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import Expense, Subsidy, SubsidyState

_GONE = (SubsidyState.REJECTED, SubsidyState.WITHDRAWN)


class MoneyWarningKind(StrEnum):
    """What is not as a funder expects it."""

    OVER_WHOLE = "over_whole"
    OVER_LINE = "over_line"
    OUTSIDE_PERIOD = "outside_period"
    SAME_PAPER = "same_paper"
    SAME_DAY_AND_AMOUNT = "same_day_and_amount"
    CLAIMED_TWICE = "claimed_twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyWarning:
    """A warning with what it is about.

    ``amount`` is how much too much; ``name`` the budget line or the other subsidy, of which
    ``part_id`` is the id.
    """

    kind: MoneyWarningKind
    subsidy_id: int | None = None
    expense_ids: tuple[int, ...] = ()
    booking_id: int | None = None
    amount: Decimal = ZERO
    name: str = ""
    part_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPart:
    """A booking of which parts are charged to subsidies: how much it was, without sign."""

    booking_id: int
    whole: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A paper of an expense or a booking, known by its bytes."""

    sha256: str
    expense_id: int | None = None
    booking_id: int | None = None


def money_warnings(
    subsidies: Sequence[Subsidy], paid: Iterable[PaidPart] = (), receipts: Iterable[Receipt] = ()
) -> list[MoneyWarning]:
    """Everything that is worth a second look in these dossiers."""
    return [
        *_over_whole(subsidies, paid),
        *_over_line(subsidies),
        *_outside_period(subsidies),
        *_same_paper(receipts),
        *_same_day_and_amount(subsidies),
        *_claimed_twice(subsidies),
    ]


def warnings_of(subsidy: Subsidy, warnings: Iterable[MoneyWarning]) -> list[MoneyWarning]:
    """Those that concern one dossier, or an expense in it."""
    expenses = {one.id for one in subsidy.expenses}
    return [
        one
        for one in warnings
        if (one.subsidy_id == subsidy.id and not one.expense_ids)
        or expenses.intersection(one.expense_ids)
    ]


def _expenses(subsidies: Sequence[Subsidy]) -> Iterator[tuple[Subsidy, Expense]]:
    for subsidy in subsidies:
        for expense in subsidy.expenses:
            yield subsidy, expense


def _over_whole(subsidies: Sequence[Subsidy], paid: Iterable[PaidPart]) -> Iterator[MoneyWarning]:
    """More than hundred percent of one payment is charged."""
    parts: dict[int, list[Expense]] = defaultdict(list)
    for _subsidy, expense in _expenses(subsidies):
        if expense.booking_id is not None:
            parts[expense.booking_id].append(expense)
    for one in paid:
        charged = sum((part.amount for part in parts[one.booking_id]), ZERO)
        if charged > one.whole:
            yield MoneyWarning(
                kind=MoneyWarningKind.OVER_WHOLE,
                booking_id=one.booking_id,
                expense_ids=_ids(parts[one.booking_id]),
                amount=charged - one.whole,
            )


def _over_line(subsidies: Sequence[Subsidy]) -> Iterator[MoneyWarning]:
    """More went out than a line of the budget allows."""
    for subsidy in subsidies:
        for line in subsidy.budget_lines:
            own = [one for one in subsidy.expenses if one.budget_line_id == line.id]
            over = sum((one.amount for one in own), ZERO) - line.planned
            if own and line.id is not None and over > 0:
                yield MoneyWarning(
                    kind=MoneyWarningKind.OVER_LINE,
                    subsidy_id=subsidy.id,
                    expense_ids=_ids(own),
                    amount=over,
                    name=line.name,
                    part_id=line.id,
                )


def _outside_period(subsidies: Sequence[Subsidy]) -> Iterator[MoneyWarning]:
    for subsidy, expense in _expenses(subsidies):
        if (
            subsidy.period is not None
            and expense.day is not None
            and expense.day not in subsidy.period
        ):
            yield MoneyWarning(
                kind=MoneyWarningKind.OUTSIDE_PERIOD,
                subsidy_id=subsidy.id,
                expense_ids=_ids([expense]),
                booking_id=expense.booking_id,
                amount=expense.amount,
            )


def _same_paper(receipts: Iterable[Receipt]) -> Iterator[MoneyWarning]:
    """One paper lies with two payments. The parts of one payment share theirs rightly."""
    known: dict[str, dict[tuple[str, int | None], Receipt]] = defaultdict(dict)
    for one in receipts:
        owner = ("expense", one.expense_id)
        if one.booking_id is not None:
            owner = ("booking", one.booking_id)
        known[one.sha256].setdefault(owner, one)
    for found in known.values():
        if len(found) > 1:
            yield MoneyWarning(
                kind=MoneyWarningKind.SAME_PAPER,
                expense_ids=tuple(
                    one.expense_id for one in found.values() if one.expense_id is not None
                ),
                booking_id=next((one.booking_id for one in found.values()), None),
            )


def _same_day_and_amount(subsidies: Sequence[Subsidy]) -> Iterator[MoneyWarning]:
    """Two expenses of one day and amount that are not parts of one payment."""
    known: dict[tuple[datetime.date, Decimal], list[tuple[Subsidy, Expense]]] = defaultdict(list)
    for subsidy, expense in _expenses(subsidies):
        if expense.day is not None:
            known[expense.day, expense.amount].append((subsidy, expense))
    for found in known.values():
        payments = [one.booking_id for _subsidy, one in found]
        one_payment = None not in payments and len(set(payments)) == 1
        if len(found) > 1 and not one_payment:
            yield MoneyWarning(
                kind=MoneyWarningKind.SAME_DAY_AND_AMOUNT,
                subsidy_id=found[0][0].id,
                expense_ids=_ids([one for _subsidy, one in found]),
                booking_id=next((one for one in payments if one is not None), None),
                amount=found[0][1].amount,
            )


def _claimed_twice(subsidies: Sequence[Subsidy]) -> Iterator[MoneyWarning]:
    """Two funders each pay the whole budget of one activity in one period; told of both."""
    full = [one for one in subsidies if _in_full(one)]
    for one in full:
        for other in full:
            same = one is not other and _activities(one) & _activities(other)
            if same and _at_one_time(one, other):
                yield MoneyWarning(
                    kind=MoneyWarningKind.CLAIMED_TWICE,
                    subsidy_id=one.id,
                    amount=min(_claim(one), _claim(other)),
                    name=other.funder,
                    part_id=other.id,
                )


def _in_full(subsidy: Subsidy) -> bool:
    """Whether a dossier asks or gets all that its activity costs, by its own budget."""
    budget = sum((line.planned for line in subsidy.budget_lines), ZERO)
    alive = bool(_activities(subsidy)) and subsidy.state not in _GONE
    return alive and budget > 0 and _claim(subsidy) >= budget


def _activities(subsidy: Subsidy) -> frozenset[int]:
    """The activity that a dossier is about, or else the only one that its agreements name."""
    if subsidy.activity_id is not None:
        return frozenset({subsidy.activity_id})
    named = {one for target in subsidy.targets for one in target.activities}
    return frozenset(named) if len(named) == 1 else frozenset()


def _claim(subsidy: Subsidy) -> Decimal:
    claim = subsidy.requested if subsidy.awarded is None else subsidy.awarded
    return claim or ZERO


def _at_one_time(one: Subsidy, other: Subsidy) -> bool:
    if one.period is None or other.period is None:
        return True
    return one.period.overlaps(other.period)


def _ids(expenses: Iterable[Expense]) -> tuple[int, ...]:
    return tuple(one.id for one in expenses if one.id is not None)
