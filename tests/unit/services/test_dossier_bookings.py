# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A payment of a funder and its booking are one and the same money."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_steps import Receive, Repay
from buurthuis_admin.domain.subsidies import Instalment, Subsidy, SubsidyState
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.dossier_bookings import BookingTooSmall, BookPlace
from buurthuis_admin.services.subsidies import StepRefused

DAY = datetime.date(2025, 12, 20)
AMOUNT = Decimal(800)


@pytest.fixture
def subsidy(administration: Administration) -> int:
    return administration.subsidies.save(
        Subsidy(
            funder="Gemeente Waterdam",
            purpose="Samen eten",
            reference="2026-01487",
            state=SubsidyState.AWARDED,
            awarded=Decimal(1000),
            period=Period.year(2026),
            instalments=(Instalment(expected=AMOUNT), Instalment(expected=Decimal(200))),
        )
    )


def bank(administration: Administration) -> int:
    return administration.money.accounts()[0].id or 0


def book(administration: Administration, amount: str, **facts: object) -> int:
    return administration.money.save(
        Booking(
            account_id=bank(administration), day=DAY, year=2025, amount=Decimal(amount),
            counterparty="Gemeente", **facts,  # type: ignore[arg-type]
        )
    )  # fmt: skip


def receive(
    administration: Administration, subsidy: int, place: BookPlace, **facts: object
) -> None:
    expected = administration.subsidies.get(subsidy).instalments[0]
    step = {"day": DAY, "amount": AMOUNT, "instalment_id": expected.id} | facts
    moving = Receive(**step)  # type: ignore[arg-type]
    administration.money.of_dossiers.take(subsidy, moving, place)


def test_money_received_is_booked_at_once_in_the_year_that_it_is_for(
    administration: Administration, subsidy: int
) -> None:
    receive(administration, subsidy, BookPlace(account_id=bank(administration)))
    (booking,) = administration.money.bookings()
    assert (booking.amount, booking.day, booking.year) == (AMOUNT, DAY, 2026)
    assert (booking.counterparty, booking.description) == (
        "Gemeente Waterdam",
        "Samen eten 2026-01487",
    )
    first, second = administration.subsidies.get(subsidy).instalments
    assert (first.received, first.day, first.booking_id) == (AMOUNT, DAY, booking.id)
    assert second.received is None
    (part,) = administration.money.detail(booking.id or 0).parts
    assert (part.subsidy_id, part.amount) == (subsidy, AMOUNT)


def test_the_step_and_its_booking_are_one_change(
    administration: Administration, subsidy: int
) -> None:
    receive(administration, subsidy, BookPlace(account_id=bank(administration)))
    administration.history.undo()
    assert administration.money.bookings() == []
    assert administration.subsidies.get(subsidy).received == 0


def test_a_booking_that_is_there_is_proposed_and_linked(
    administration: Administration, subsidy: int
) -> None:
    book(administration, "50.00")
    there = book(administration, "800.00")
    choices = administration.money.of_dossiers.choices(AMOUNT)
    assert choices.proposed == BookPlace(booking_id=there)
    assert choices.bookings[0].id == there
    receive(administration, subsidy, choices.proposed, day=datetime.date(2026, 1, 5))
    assert len(administration.money.bookings()) == 2  # none was made
    first = administration.subsidies.get(subsidy).instalments[0]
    assert (first.booking_id, first.day) == (there, DAY)  # the bank knows the day best
    assert there not in [one.id for one in administration.money.of_dossiers.choices(None).bookings]


def test_what_is_proposed_follows_how_the_book_is_kept(
    administration: Administration, subsidy: int
) -> None:
    dossiers = administration.money.of_dossiers
    assert dossiers.choices(AMOUNT).proposed == BookPlace()  # no book is kept
    book(administration, "50.00")
    assert dossiers.choices(AMOUNT).proposed == BookPlace(account_id=bank(administration))
    book(administration, "12.00", line_key="of a statement")
    assert dossiers.choices(AMOUNT).proposed == BookPlace()  # the statement will bring it
    del subsidy


def test_more_than_the_booking_moved_is_refused_and_nothing_is_written(
    administration: Administration, subsidy: int
) -> None:
    there = book(administration, "799.99")
    with pytest.raises(BookingTooSmall):
        receive(administration, subsidy, BookPlace(booking_id=there))
    assert administration.subsidies.get(subsidy).received == 0


def test_the_same_payment_is_not_received_twice(
    administration: Administration, subsidy: int
) -> None:
    receive(administration, subsidy, BookPlace())
    with pytest.raises(StepRefused):
        receive(administration, subsidy, BookPlace(account_id=bank(administration)))
    assert administration.money.bookings() == []
    assert administration.subsidies.get(subsidy).received == AMOUNT


def test_a_payment_that_was_only_in_the_dossier_gets_its_booking(
    administration: Administration, subsidy: int
) -> None:
    receive(administration, subsidy, BookPlace())
    there = book(administration, "800.00")
    came = administration.subsidies.get(subsidy).instalments[0]
    administration.money.of_dossiers.book(subsidy, came, BookPlace(booking_id=there))
    assert administration.subsidies.get(subsidy).instalments[0].booking_id == there
    assert administration.subsidies.get(subsidy).received == AMOUNT


def test_what_goes_back_is_booked_as_money_that_goes_out(administration: Administration) -> None:
    number = administration.subsidies.save(
        Subsidy(
            funder="Fonds", state=SubsidyState.SETTLED, awarded=AMOUNT, settled=Decimal(700),
            settled_on=DAY, instalments=(Instalment(received=AMOUNT, day=DAY),),
        )
    )  # fmt: skip
    administration.money.of_dossiers.take(
        number, Repay(day=DAY, amount=Decimal(100)), BookPlace(account_id=bank(administration))
    )
    (booking,) = administration.money.bookings()
    assert booking.amount == -100
    assert administration.subsidies.get(number).to_repay == 0
