# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What follows from the cash and bank book at the end of a year.

One rule makes every total add up. A booking has the day on which money moved and the year that it
belongs to. What moved in another year than it belongs to is on the balance as still to receive,
still to pay, paid in advance or received in advance; a booking without a day has not moved yet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from buurthuis_admin.domain.bookkeeping import Account, Booking, Category, CategoryKind, Reserve
from buurthuis_admin.domain.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """An amount with that of the year before; ``name`` is '' for what has no category yet."""

    name: str
    amount: Decimal
    before: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeStatement:
    """Income and expense of a year with the year before. Expenses are positive amounts."""

    year: int
    income: tuple[StatementLine, ...] = ()
    expenses: tuple[StatementLine, ...] = ()
    transfers: StatementLine = StatementLine(name="", amount=ZERO, before=ZERO)

    @property
    def total_income(self) -> StatementLine:
        """All income."""
        return total(self.income)

    @property
    def total_expenses(self) -> StatementLine:
        """All expenses."""
        return total(self.expenses)

    @property
    def result(self) -> StatementLine:
        """What was left of the year; negative when more went out.

        A transfer of which only one side was booked is a part of it, and is told by itself.
        """
        income, spent, moved = self.total_income, self.total_expenses, self.transfers
        return StatementLine(
            name="",
            amount=income.amount - spent.amount + moved.amount,
            before=income.before - spent.before + moved.before,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What the centre has and owes at the end of a year, with the year before.

    ``general`` is what is left for the centre itself after the reserves; by that the two sides
    are equal.
    """

    year: int
    accounts: tuple[StatementLine, ...] = ()
    to_receive: StatementLine
    paid_ahead: StatementLine
    to_pay: StatementLine
    received_ahead: StatementLine
    reserves: tuple[StatementLine, ...] = ()
    general: StatementLine

    @property
    def assets(self) -> StatementLine:
        """What there is."""
        return total((*self.accounts, self.to_receive, self.paid_ahead))

    @property
    def liabilities(self) -> StatementLine:
        """What is owed, what was put aside, and what is left."""
        return total((self.to_pay, self.received_ahead, *self.reserves, self.general))


@dataclass(frozen=True, slots=True, kw_only=True)
class StillToCome:
    """What dossiers and members owe and the book does not know of."""

    what: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStatement:
    """All that a report prints of the money of a year.

    ``still_to_come`` is in no total: it is what may have to be booked as still to receive.
    """

    year: int
    income: IncomeStatement
    balance: Balance
    still_to_come: tuple[StillToCome, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is known of this year and the year before."""
        lines = (*self.income.income, *self.income.expenses, self.balance.assets)
        return not any(line.amount or line.before for line in lines)


def total(lines: Iterable[StatementLine]) -> StatementLine:
    """The sum of lines, this year and the year before."""
    lines = tuple(lines)
    return StatementLine(
        name="",
        amount=sum((line.amount for line in lines), ZERO),
        before=sum((line.before for line in lines), ZERO),
    )


def income_statement(
    year: int, bookings: Iterable[Booking], categories: Iterable[Category]
) -> IncomeStatement:
    """Income and expense of a year: what belongs to it, whenever it was paid."""
    bookings = [one for one in bookings if one.year in (year, year - 1)]
    known = sorted(categories, key=lambda one: (one.position, one.id or 0))
    income = [_of_category(year, bookings, one) for one in known if one.kind is CategoryKind.INCOME]
    spent = [
        _negative(_of_category(year, bookings, one))
        for one in known
        if one.kind is CategoryKind.EXPENSE
    ]
    rest = [one for one in bookings if one.category_id is None]
    income.append(_sum(year, [one for one in rest if one.amount > 0], ""))
    spent.append(_negative(_sum(year, [one for one in rest if one.amount < 0], "")))
    moved = {one.id for one in known if one.kind is CategoryKind.TRANSFER}
    return IncomeStatement(
        year=year,
        income=tuple(filter(_has_amount, income)),
        expenses=tuple(filter(_has_amount, spent)),
        transfers=_sum(year, [one for one in bookings if one.category_id in moved], ""),
    )


def balance(
    year: int,
    bookings: Iterable[Booking],
    accounts: Iterable[Account],
    reserves: Iterable[Reserve] = (),
) -> Balance:
    """The balance at the end of a year."""
    bookings, accounts = tuple(bookings), tuple(accounts)
    lines = tuple(_of_account(year, bookings, one) for one in accounts)
    due = _line("", (_unpaid(bookings, end) for end in (year, year - 1)))
    owed = _line("", (_unpaid(bookings, end, sign=-1) for end in (year, year - 1)))
    early = _line("", (_ahead(bookings, end, sign=-1) for end in (year, year - 1)))
    gained = _line("", (_ahead(bookings, end) for end in (year, year - 1)))
    aside = _reserves(year, reserves)
    had, kept = total((*lines, due, early)), total((owed, gained, *aside))
    general = StatementLine(
        name="", amount=had.amount - kept.amount, before=had.before - kept.before
    )
    return Balance(
        year=year,
        accounts=lines,
        to_receive=due,
        paid_ahead=early,
        to_pay=owed,
        received_ahead=gained,
        reserves=aside,
        general=general,
    )


def balance_on(account: Account, bookings: Iterable[Booking], day: datetime.date) -> Decimal:
    """What was in an account when a day ended.

    Bookings before the day of the opening balance were in it already: before that day there was
    as much less.
    """
    own = [one for one in bookings if one.account_id == account.id]
    first = account.opened_on or datetime.date.min
    known = sum((one.amount for one in own if one.day is not None and one.day < first), ZERO)
    moved = sum((one.amount for one in own if one.day is not None and one.day <= day), ZERO)
    return account.opening - known + moved


def _of_account(year: int, bookings: tuple[Booking, ...], account: Account) -> StatementLine:
    days = (datetime.date(one, 12, 31) for one in (year, year - 1))
    return _line(account.name, (balance_on(account, bookings, day) for day in days))


def _unpaid(bookings: Iterable[Booking], year: int, *, sign: int = 1) -> Decimal:
    """What belongs to this year or an earlier one and moved later, or not yet."""
    found = (one for one in bookings if one.year <= year and _moves_after(one, year))
    return _one_way(found, sign)


def _ahead(bookings: Iterable[Booking], year: int, *, sign: int = 1) -> Decimal:
    """What moved in this year or an earlier one and belongs to a later one."""
    found = (one for one in bookings if one.year > year and not _moves_after(one, year))
    return _one_way(found, sign)


def _moves_after(booking: Booking, year: int) -> bool:
    return booking.day is None or booking.day.year > year


def _one_way(bookings: Iterable[Booking], sign: int) -> Decimal:
    return sum((sign * one.amount for one in bookings if sign * one.amount > 0), ZERO)


def _reserves(year: int, reserves: Iterable[Reserve]) -> tuple[StatementLine, ...]:
    known = [one for one in reserves if one.year in (year, year - 1)]
    names = sorted({one.name for one in known})
    return tuple(_sum(year, [one for one in known if one.name == name], name) for name in names)


def _of_category(year: int, bookings: list[Booking], category: Category) -> StatementLine:
    found = [one for one in bookings if one.category_id == category.id]
    return _sum(year, found, category.name)


def _sum(year: int, found: Sequence[Booking] | Sequence[Reserve], name: str) -> StatementLine:
    years = (year, year - 1)
    return _line(name, (sum((o.amount for o in found if o.year == y), ZERO) for y in years))


def _line(name: str, amounts: Iterable[Decimal]) -> StatementLine:
    amount, before = amounts
    return StatementLine(name=name, amount=amount, before=before)


def _negative(line: StatementLine) -> StatementLine:
    return StatementLine(name=line.name, amount=ZERO - line.amount, before=ZERO - line.before)


def _has_amount(line: StatementLine) -> bool:
    return bool(line.amount or line.before)
