# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.bookkeeping import (
    Account,
    AccountKind,
    Booking,
    Category,
    CategoryKind,
    Reserve,
)
from buurthuis_admin.domain.year_statement import balance, balance_on, income_statement

CATEGORIES = [
    Category(id=1, name="Giften", kind=CategoryKind.INCOME, position=1),
    Category(id=2, name="Huur", kind=CategoryKind.EXPENSE, position=2),
    Category(id=3, name="Overboeking", kind=CategoryKind.TRANSFER, position=3),
]
DAYS = st.dates(datetime.date(2022, 1, 1), datetime.date(2027, 12, 31))
AMOUNTS = st.decimals(-5000, 5000, places=2).filter(bool)


@st.composite
def bookings(draw: st.DrawFn) -> Booking:
    day = draw(st.none() | DAYS)
    return Booking(
        account_id=None if day is None else draw(st.sampled_from((1, 2))),
        day=day,
        year=draw(st.integers(2022, 2027)),
        amount=draw(AMOUNTS),
        category_id=draw(st.sampled_from((None, 1, 2, 3))),
    )


accounts = st.builds(
    lambda bank, cash, opened: [
        Account(id=1, name="Bank", opening=bank, opened_on=opened),
        Account(id=2, name="Kas", kind=AccountKind.CASH, opening=cash),
    ],
    st.decimals(0, 9000, places=2),
    st.decimals(0, 90, places=2),
    st.none() | DAYS,
)
reserves = st.lists(
    st.builds(
        Reserve,
        name=st.sampled_from(("Onderhoud", "Keuken")),
        year=st.integers(2022, 2027),
        amount=st.decimals(0, 900, places=2),
    ),
    max_size=4,
)


@given(st.lists(bookings(), max_size=30), accounts, reserves, st.integers(2023, 2027))
def test_both_sides_of_the_balance_are_equal(
    booked: list[Booking], known: list[Account], aside: list[Reserve], year: int
) -> None:
    made = balance(year, booked, known, aside)
    assert made.assets == made.liabilities


@given(st.lists(bookings(), max_size=30), accounts, st.integers(2023, 2027))
def test_what_the_centre_owns_grows_by_the_result(
    booked: list[Booking], known: list[Account], year: int
) -> None:
    made, result = balance(year, booked, known), income_statement(year, booked, CATEGORIES).result
    assert made.general.amount - made.general.before == result.amount


@given(st.lists(bookings(), max_size=30), st.integers(2023, 2027))
def test_every_booking_of_a_year_is_in_its_statement_once(booked: list[Booking], year: int) -> None:
    made = income_statement(year, booked, CATEGORIES).result
    assert made.amount == sum(one.amount for one in booked if one.year == year)
    assert made.before == sum(one.amount for one in booked if one.year == year - 1)


@given(st.lists(bookings(), max_size=30), accounts, DAYS)
def test_an_account_holds_its_opening_balance_when_its_first_day_begins(
    booked: list[Booking], known: list[Account], day: datetime.date
) -> None:
    account = Account(id=1, name="Bank", opening=Decimal(100), opened_on=day)
    eve = day - datetime.timedelta(days=1)
    assert balance_on(account, booked, eve) == 100


def test_an_invoice_that_is_paid_in_january() -> None:
    bank = Account(id=1, name="Bank", opening=Decimal(500))
    bill = Booking(
        account_id=1, day=datetime.date(2027, 1, 8), year=2026, amount=Decimal(-120), category_id=2
    )
    made = balance(2026, [bill], [bank])
    assert (made.accounts[0].amount, made.to_pay.amount) == (Decimal(500), Decimal(120))
    assert made.general.amount == 380
    assert income_statement(2026, [bill], CATEGORIES).total_expenses.amount == 120
    after = balance(2027, [bill], [bank])
    assert (after.accounts[0].amount, after.to_pay.amount, after.to_pay.before) == (
        Decimal(380),
        Decimal(0),
        Decimal(120),
    )


def test_rent_that_is_received_ahead() -> None:
    bank = Account(id=1, name="Bank")
    rent = Booking(account_id=1, day=datetime.date(2026, 12, 28), year=2027, amount=Decimal(75))
    made = balance(2026, [rent], [bank])
    assert (made.accounts[0].amount, made.received_ahead.amount, made.general.amount) == (
        Decimal(75),
        Decimal(75),
        Decimal(0),
    )


def test_money_from_the_bank_to_the_cash_box_is_no_income() -> None:
    day = datetime.date(2026, 3, 1)
    both = [
        Booking(account_id=one, day=day, year=2026, amount=Decimal(amount), category_id=3)
        for one, amount in ((1, -50), (2, 50))
    ]
    made = income_statement(2026, both, CATEGORIES)
    assert (made.income, made.expenses, made.transfers.amount) == ((), (), Decimal(0))


def test_what_a_shop_gave_back_lowers_the_expense() -> None:
    def rent(amount: int) -> Booking:
        return Booking(year=2026, amount=Decimal(amount), category_id=2)

    made = income_statement(2026, [rent(-80), rent(30)], CATEGORIES)
    assert [(one.name, one.amount) for one in made.expenses] == [("Huur", Decimal(50))]
