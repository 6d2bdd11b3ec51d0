# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People in the cash and bank book: their names stay as long as the law asks, and no longer."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest

from buurthuis_admin.domain.bookkeeping import BookFilter, Booking, ContributionPart
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Membership, Person, PersonDetail
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.services.read_in import read_in
from tests.unit.services.test_erasure import traces_in

NOW = datetime.date.today().year  # noqa: DTZ011 - the removals look at the clock
RECENT, OLD = NOW - 1, NOW - 9
NAME, IBAN = "Kanariela Vogelzang", "NL91ABNA0417164300"


@pytest.fixture
def person(administration: Administration) -> int:
    name = PersonName(first="Kanariela", last="Vogelzang")
    return administration.members.save(
        PersonDetail(person=Person(name=name, iban=IBAN), memberships=(Membership(number="7"),))
    )


def paid(administration: Administration, person: int | None, year: int) -> int:
    """Somebody of that name paid 25 euro."""
    return administration.money.save(
        Booking(
            account_id=administration.money.accounts()[0].id,
            day=datetime.date(year, 5, 4),
            year=year,
            amount=Decimal(25),
            counterparty=NAME,
            counter_iban=IBAN,
            description=f"Van {NAME}",
            person_id=person,
        )
    )


def remove(administration: Administration, person: int, kind: str) -> None:
    act: Callable[[list[int]], None] = getattr(administration.privacy.removal, kind)
    act([person])


@pytest.mark.parametrize("kind", ["anonymise", "erase"])
@pytest.mark.parametrize("linked", [True, False])
def test_a_recent_payment_keeps_its_name_and_leads_nowhere(
    administration: Administration, person: int, kind: str, linked: bool
) -> None:
    booking = paid(administration, person if linked else None, RECENT)
    remove(administration, person, kind)
    kept = administration.money.detail(booking)
    assert (kept.booking.counterparty, kept.booking.counter_iban) == (NAME, IBAN)
    assert (kept.booking.person_id, kept.person) == (None, "")


@pytest.mark.parametrize("kind", ["anonymise", "erase"])
@pytest.mark.parametrize("linked", [True, False])
def test_of_an_old_payment_the_amount_is_left(
    file: AdministrationFile, administration: Administration, person: int, kind: str, linked: bool
) -> None:
    booking = paid(administration, person if linked else None, OLD)
    remove(administration, person, kind)
    kept = administration.money.detail(booking).booking
    assert (kept.amount, kept.year) == (Decimal(25), OLD)
    file.close()
    assert traces_in(file.path, file.key) == []


def test_a_name_goes_once_its_years_are_over(
    file: AdministrationFile, administration: Administration, person: int
) -> None:
    booking = paid(administration, person, RECENT)
    other = administration.members.save(
        PersonDetail(person=Person(name=PersonName(first="Jan", last="Berg")))
    )
    remove(administration, person, "erase")
    rules = administration.privacy.removal.rules()
    administration.privacy.removal.save_rules(
        type(rules)(membership=2, visit=2, volunteering=2, other=2, money=0)
    )
    remove(administration, other, "erase")
    assert administration.money.detail(booking).booking.counterparty == ""
    file.close()
    assert traces_in(file.path, file.key) == []


def test_the_payment_of_a_contribution_stays_without_the_way_to_its_booking(
    administration: Administration, person: int
) -> None:
    booking = paid(administration, person, RECENT)
    membership = administration.members.detail(person).memberships[0].id or 0
    part = ContributionPart(membership_id=membership, year=RECENT, amount=Decimal(25))
    administration.money.pay(booking, [part])
    remove(administration, person, "anonymise")
    assert administration.money.detail(booking).parts == ()
    (contribution,) = administration.members.detail(person).contributions
    assert contribution.paid is True


def test_who_is_about_to_go_is_told_how_long_the_book_keeps_the_name(
    administration: Administration, person: int
) -> None:
    assert administration.privacy.removal.preview(person).book_until is None
    paid(administration, person, RECENT)
    assert administration.privacy.removal.preview(person).book_until == RECENT + 7


def test_two_people_made_one_have_the_payments_of_both(
    administration: Administration, person: int
) -> None:
    other = read_in(
        administration,
        PersonDetail(
            person=Person(name=PersonName(first="K.", last="Vogelzang")),
            memberships=(Membership(number="7"),),
        ),
    )
    for one, amount in ((person, 10), (other, 15)):
        booking = paid(administration, one, RECENT)
        membership = administration.members.detail(one).memberships[0].id or 0
        part = ContributionPart(membership_id=membership, year=RECENT, amount=Decimal(amount))
        administration.money.pay(booking, [part])
    administration.merging.merge(person, other)
    people = {one.person_id for one in administration.money.bookings()}
    assert people == {person}
    parts = [
        administration.money.detail(one.id or 0).parts for one in administration.money.bookings()
    ]
    assert [one.amount for found in parts for one in found] == [Decimal(15), Decimal(10)]


def test_what_is_held_on_somebody_names_every_payment(
    administration: Administration, person: int
) -> None:
    booking = paid(administration, person, RECENT)
    membership = administration.members.detail(person).memberships[0].id or 0
    part = ContributionPart(membership_id=membership, year=RECENT, amount=Decimal(25))
    administration.money.pay(booking, [part])
    sections = {one.title: one for one in administration.privacy.held.of_person(person).sections}
    book = sections["Payments in the cash and bank book"]
    assert [NAME in row and "Bank" in row for row in book.rows] == [True]
    assert len(sections["Payments of membership fees"].rows) == 1
    titles = {entry.title for entry in administration.privacy.register.register().entries}
    assert "Cash and bank book" in titles


def test_the_search_forgets_a_name_that_went(administration: Administration, person: int) -> None:
    booking = paid(administration, None, OLD)
    assert administration.money.find("vogelzang", BookFilter()) == [booking]
    remove(administration, person, "erase")
    assert administration.money.find("vogelzang", BookFilter()) == []
