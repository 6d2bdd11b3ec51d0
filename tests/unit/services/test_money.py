# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from buurthuis_admin.domain.bookkeeping import (
    Account,
    BookFilter,
    Booking,
    BookShown,
    Category,
    CategoryKind,
    ContributionPart,
    PartKind,
    Reserve,
)
from buurthuis_admin.domain.contributions import ContributionPeriod, ContributionType
from buurthuis_admin.domain.money_warnings import MoneyWarningKind
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Contribution, Membership, Person, PersonDetail
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import BudgetLine, Instalment, Subsidy, SubsidyState
from buurthuis_admin.domain.year_statement import balance, income_statement
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.money import BookingGone, BookingIncomplete, NameTaken, StillUsed

MAY = datetime.date(2026, 5, 4)


@pytest.fixture
def bank(administration: Administration) -> int:
    number = administration.money.accounts()[0].id
    assert number is not None
    return number


@pytest.fixture
def bill(administration: Administration, bank: int) -> int:
    return administration.money.save(
        Booking(
            account_id=bank,
            day=MAY,
            year=2026,
            amount=Decimal("-100.00"),
            counterparty="Bouwmarkt De Hamer",
            description="Verf voor de zaal",
        )
    )


def dossier(administration: Administration, funder: str = "Gemeente") -> Subsidy:
    number = administration.subsidies.save(
        Subsidy(
            funder=funder,
            purpose="Samen eten",
            state=SubsidyState.AWARDED,
            awarded=Decimal(1000),
            decided_on=MAY,
            budget_lines=(BudgetLine(position=0, name="Materiaal", planned=Decimal(500)),),
            instalments=(Instalment(expected=Decimal(800)),),
        )
    )
    return next(one for one in administration.subsidies.dossiers() if one.id == number)


def again(administration: Administration, subsidy: Subsidy) -> Subsidy:
    return next(one for one in administration.subsidies.dossiers() if one.id == subsidy.id)


def test_a_new_administration_has_a_bank_a_cash_box_and_posts(
    administration: Administration,
) -> None:
    assert [one.name for one in administration.money.accounts()] == ["Bank", "Kas"]
    kinds = {one.kind for one in administration.money.categories()}
    assert kinds == set(CategoryKind)


def test_a_payment_is_shared_out_over_dossiers_and_own_means(
    administration: Administration, bill: int
) -> None:
    first, second = dossier(administration), dossier(administration, "Fonds")
    shares = [
        Share(
            subsidy_id=first.id or 0,
            budget_line_id=first.budget_lines[0].id,
            percentage=Decimal("33.33"),
        ),
        Share(subsidy_id=second.id or 0, amount=Decimal("40.00")),
    ]
    administration.money.split(bill, shares)
    detail = administration.money.detail(bill)
    assert [(one.name, one.line, one.amount) for one in detail.parts] == [
        ("Gemeente, Samen eten", "Materiaal", Decimal("33.33")),
        ("Fonds, Samen eten", "", Decimal("40.00")),
    ]
    assert detail.own == Decimal("26.67")
    (expense,) = again(administration, first).expenses
    assert (expense.day, expense.description) == (MAY, "Verf voor de zaal")
    assert (expense.percentage, expense.booking_id) == (Decimal("33.33"), bill)
    assert administration.money.rows([bill])[0].assigned == Decimal("73.33")


def test_sharing_out_anew_keeps_the_expense_it_was(
    administration: Administration, bill: int
) -> None:
    subsidy = dossier(administration)
    administration.money.split(bill, [Share(subsidy_id=subsidy.id or 0, amount=Decimal(40))])
    (part,) = administration.money.detail(bill).parts
    said = Share(subsidy_id=subsidy.id or 0, percentage=Decimal(50), expense_id=part.id)
    administration.money.split(bill, [said])
    (expense,) = again(administration, subsidy).expenses
    assert (expense.id, expense.amount) == (part.id, Decimal("50.00"))
    administration.money.split(bill, [])
    assert again(administration, subsidy).expenses == ()


def test_the_dossier_follows_when_the_booking_changes(
    administration: Administration, bill: int
) -> None:
    subsidy = dossier(administration)
    administration.money.split(bill, [Share(subsidy_id=subsidy.id or 0, amount=Decimal(40))])
    booking = administration.money.detail(bill).booking
    june = datetime.date(2026, 6, 1)
    administration.money.save(replace(booking, day=june, description="Kwasten"))
    (expense,) = again(administration, subsidy).expenses
    assert (expense.day, expense.description, expense.amount) == (june, "Kwasten", Decimal(40))


def test_removing_a_booking_and_undoing_it_brings_all_of_it_back(
    administration: Administration, bill: int
) -> None:
    subsidy = dossier(administration)
    administration.money.split(bill, [Share(subsidy_id=subsidy.id or 0, amount=Decimal(40))])
    before = administration.money.detail(bill)
    administration.money.remove(bill)
    assert again(administration, subsidy).expenses == ()
    with pytest.raises(BookingGone):
        administration.money.detail(bill)
    administration.history.undo()
    assert administration.money.detail(bill) == before


def test_an_advance_that_was_expected_is_received(
    administration: Administration, bank: int
) -> None:
    subsidy = dossier(administration)
    came = administration.money.save(
        Booking(account_id=bank, day=MAY, year=2026, amount=Decimal(800), counterparty="Gemeente")
    )
    administration.money.receive(came, [(subsidy.id or 0, Decimal(800))])
    (instalment,) = again(administration, subsidy).instalments
    assert (instalment.received, instalment.day, instalment.booking_id) == (Decimal(800), MAY, came)
    (part,) = administration.money.detail(came).parts
    assert part.kind is PartKind.INSTALMENT
    administration.money.remove(came)
    (waits,) = again(administration, subsidy).instalments
    assert (waits.expected, waits.received, waits.booking_id) == (Decimal(800), None, None)


def test_a_contribution_is_paid_in_parts(administration: Administration, bank: int) -> None:
    person = administration.members.save(
        PersonDetail(
            person=Person(name=PersonName(first="Gerda", last="Smit")),
            memberships=(Membership(number="12", fee=Decimal(20)),),
        )
    )
    membership = administration.members.detail(person).memberships[0].id or 0
    ids = [
        administration.money.save(
            Booking(account_id=bank, day=MAY, year=2026, amount=Decimal(amount), person_id=person)
        )
        for amount in (12, 8)
    ]

    def paid() -> list[Contribution]:
        return list(administration.members.detail(person).contributions)

    for number, amount in zip(ids, (12, 8), strict=True):
        part = ContributionPart(membership_id=membership, year=2026, amount=Decimal(amount))
        administration.money.pay(number, [part])
        (one,) = paid()
        assert (one.year, one.amount, one.paid) == (2026, Decimal(20), amount == 8)
    assert administration.money.detail(ids[0]).parts[0].name == "Gerda Smit"
    administration.money.remove(ids[1])
    assert paid()[0].paid is False


@pytest.mark.parametrize("kept", [(), (Contribution(year=2026, paid=None),)])
def test_a_part_is_not_all_of_what_the_kind_of_member_pays(
    administration: Administration, bank: int, kept: tuple[Contribution, ...]
) -> None:
    kind = ContributionType(name="Gezin", amount=Decimal(10), period=ContributionPeriod.QUARTER)
    administration.mailings.contributions.save_type(None, kind)
    person = administration.members.save(
        PersonDetail(
            person=Person(name=PersonName(first="Gerda", last="Smit")),
            memberships=(Membership(kind="gezin"),),
        )
    )
    detail = administration.members.detail(person)
    membership = detail.memberships[0].id or 0
    noted = tuple(replace(one, membership_id=membership) for one in kept)
    administration.members.save(replace(detail, contributions=noted))
    for amount, paid in ((10, False), (30, True)):
        booking = Booking(account_id=bank, day=MAY, year=2026, amount=Decimal(amount))
        part = ContributionPart(membership_id=membership, year=2026, amount=Decimal(amount))
        administration.money.pay(administration.money.save(booking), [part])
        (one,) = administration.members.detail(person).contributions
        assert (one.amount, one.paid) == (Decimal(40), paid)


def test_the_book_is_found_by_words_amount_year_and_place(
    administration: Administration, bank: int, bill: int
) -> None:
    gift = administration.money.save(
        Booking(account_id=bank, day=datetime.date(2025, 1, 2), year=2025, amount=Decimal("12.50"))
    )
    later = administration.money.save(Booking(year=2026, amount=Decimal(-60), description="Gas"))
    money = administration.money
    assert money.find("", BookFilter()) == [later, bill, gift]
    assert money.find("HAMER verf", BookFilter()) == [bill]
    assert money.find("12,50", BookFilter()) == [gift]
    assert money.find("", BookFilter(year=2026)) == [later, bill]
    assert money.find("", BookFilter(shown=BookShown.OPEN)) == [later]
    category = money.categories()[0].id
    money.save(replace(money.detail(gift).booking, category_id=category))
    assert money.find("", BookFilter(shown=BookShown.WITHOUT_PLACE)) == [later, bill]
    assert money.find("", BookFilter(category_id=category)) == [gift]
    counts = money.counts("", BookFilter())
    assert counts == {BookShown.ALL: 3, BookShown.WITHOUT_PLACE: 2, BookShown.OPEN: 1}


def test_a_booking_needs_an_amount_and_a_place(administration: Administration, bank: int) -> None:
    for wrong in (
        Booking(account_id=bank, day=MAY, year=2026, amount=Decimal(0)),
        Booking(day=MAY, year=2026, amount=Decimal(1)),
        Booking(account_id=bank, year=2026, amount=Decimal(1)),
    ):
        with pytest.raises(BookingIncomplete):
            administration.money.save(wrong)


def test_accounts_and_posts_are_the_centres_own(
    administration: Administration, bank: int, bill: int
) -> None:
    money = administration.money
    accounts, categories = money.accounts(), money.categories()
    with pytest.raises(StillUsed):
        money.save_plan(accounts[1:], categories)
    assert money.accounts() == accounts
    with pytest.raises(NameTaken):
        money.save_plan([*accounts, Account(name="bank")], categories)
    keuken = Category(name="Keuken", kind=CategoryKind.EXPENSE)
    money.save_plan(accounts, [keuken, *categories[1:]])
    assert [one.name for one in money.categories()][:2] == ["Keuken", categories[1].name]


def test_the_statement_of_a_year_adds_up(
    administration: Administration, bank: int, bill: int
) -> None:
    money = administration.money
    rent = next(one for one in money.categories() if one.name == "Huur en energie")
    money.save(replace(money.detail(bill).booking, category_id=rent.id))
    money.save(Booking(year=2026, amount=Decimal(-60), description="Gas", category_id=rent.id))
    money.save_reserves(2026, [Reserve(name="Keuken", year=2026, amount=Decimal(30))])
    dossier(administration)
    told = money.year_statement(2026)
    assert told.income.total_expenses.amount == Decimal(160)
    assert told.income.result.amount == Decimal(-160)
    assert told.balance.to_pay.amount == Decimal(60)
    assert told.balance.assets == told.balance.liabilities
    assert [(one.what, one.amount) for one in told.still_to_come] == [
        ("Gemeente, Samen eten", Decimal(1000))
    ]
    assert money.year_statement(2019).empty


def test_a_payment_that_is_charged_twice_warns(administration: Administration, bill: int) -> None:
    subsidy = dossier(administration)
    over = [Share(subsidy_id=subsidy.id or 0, amount=Decimal(70)) for _ in range(2)]
    administration.money.split(bill, over)
    (found,) = administration.money.warnings()
    assert (found.kind, found.amount) == (MoneyWarningKind.OVER_WHOLE, Decimal("40.00"))


def test_the_statement_of_sums_is_that_of_all_bookings(
    administration: Administration, bank: int
) -> None:
    money = administration.money
    opened = replace(money.accounts()[0], opening=Decimal(500), opened_on=datetime.date(2026, 3, 1))
    money.save_plan([opened, *money.accounts()[1:]], money.categories())
    categories = money.categories()
    for place in range(40):
        day = datetime.date(2025 + place % 3, 1 + place % 12, 1 + place % 28)
        booking = Booking(
            account_id=bank,
            day=day,
            year=day.year - place % 2,
            amount=Decimal(place * 7 - 100),
            category_id=categories[place % 15].id if place % 4 else None,
        )
        money.save(booking if place % 9 else replace(booking, account_id=None, day=None))
    told, booked = money.year_statement(2026), money.bookings()
    assert told.income == income_statement(2026, booked, categories)
    assert told.balance == balance(2026, booked, money.accounts())
    assert told.balance.assets.amount != 0


def test_what_is_paid_back_lowers_what_was_received(
    administration: Administration, bill: int
) -> None:
    subsidy = dossier(administration)
    number = subsidy.id or 0
    share = Share(subsidy_id=number, amount=Decimal(30))
    administration.money.split(bill, [share], [(number, Decimal(50))])
    changed = again(administration, subsidy)
    assert (changed.received, changed.spent) == (Decimal(-50), Decimal(30))
    assert changed.instalments[0].received is None  # what is still expected stays so
    assert administration.money.detail(bill).own == Decimal(20)
    administration.money.split(bill, [])
    changed = again(administration, subsidy)
    assert (changed.received, changed.spent) == (Decimal(0), Decimal(0))
    assert len(changed.instalments) == 1
