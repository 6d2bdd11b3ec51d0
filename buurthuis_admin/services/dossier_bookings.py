# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A payment of a funder and its booking in the book: one and the same money, never twice."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from buurthuis_admin.domain.bank_lines import MatchKind
from buurthuis_admin.domain.bookkeeping import Account, Booking
from buurthuis_admin.domain.dossier_steps import Receive, Repay, kind_of, problems_of, take
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import Instalment, Subsidy
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, format_money
from buurthuis_admin.services.changes import MONEY, SUBSIDIES, Changes
from buurthuis_admin.services.statement_writing import post_of
from buurthuis_admin.services.step_words import step_problem, step_sentence
from buurthuis_admin.services.subsidies import StepRefused, SubsidyGone, dossier_name
from buurthuis_admin.storage import money_queries, statement_queries, subsidy_queries
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile

Moving: TypeAlias = Receive | Repay
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPlace:
    """Where a payment stands in the book: a booking that is there, or a new one on an account.

    Neither: it is not in the book.
    """

    booking_id: int | None = None
    account_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookChoices:
    """Bookings that may be a payment, the likeliest first, and accounts for a new one.

    ``proposed``: where it is most likely to stand.
    """

    bookings: tuple[Booking, ...]
    accounts: tuple[Account, ...]
    proposed: BookPlace


class BookingTooSmall(UserError):
    """More was received than the booking that was chosen moved."""

    def __init__(self, moved: Decimal) -> None:
        text = _("That booking is of {amount}. Fill in that amount, or choose another booking.")
        super().__init__(text.format(amount=format_money(moved)))


class DossierBookings:
    """Payments of dossiers in the book of one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today

    def choices(self, amount: Decimal | None) -> BookChoices:
        """Where a payment may stand in the book; what was paid back is negative.

        A booking of exactly this amount is proposed. Without one, nothing is where bank statements
        are read (the line finds the payment), and else a new booking where a book is kept.
        """
        comes_in = amount is None or amount > 0
        with self._file.reading() as connection:
            accounts = money_queries.accounts(connection)
            chosen = money_queries.of_no_dossier(comes_in=comes_in)
            ids = money_queries.chosen_ids(connection, chosen)
            bookings = money_queries.bookings(connection, ids)
            read = statement_queries.any_read(connection)
            kept = bool(money_queries.count(connection, money_queries.condition()))
        bookings.sort(key=lambda one: one.amount != amount)
        proposed = BookPlace()
        if bookings and bookings[0].amount == amount:
            proposed = BookPlace(booking_id=bookings[0].id)
        elif kept and not read and accounts:
            proposed = BookPlace(account_id=accounts[0].id)
        return BookChoices(
            bookings=tuple(bookings[:_SHOWN]), accounts=tuple(accounts), proposed=proposed
        )

    def take(self, subsidy_id: int, step: Moving, place: BookPlace) -> None:
        """Take a step with its booking, as one change.

        Raises StepRefused, SubsidyGone, BookingTooSmall.
        """

        def changed(connection: Connection, subsidy: Subsidy) -> Subsidy:
            today = self._today()
            for _field, problem in problems_of(subsidy, step, today):
                raise StepRefused(step_problem(problem))
            sign = 1 if isinstance(step, Receive) else -1
            amount = sign * (step.amount or ZERO)
            booked = _booked(connection, subsidy, place, amount, step.day or today)
            if booked is None:
                return take(subsidy, step, today)
            moved = replace(step, booking_id=booked.id, day=booked.day or step.day)
            return take(subsidy, moved, today)

        self._write(subsidy_id, step_sentence(kind_of(step)), changed)

    def book(self, subsidy_id: int, instalment: Instalment, place: BookPlace) -> None:
        """Give a payment that came in, or went back, its booking.

        Raises SubsidyGone, BookingTooSmall.
        """

        def changed(connection: Connection, subsidy: Subsidy) -> Subsidy:
            amount, day = instalment.received or ZERO, instalment.day or self._today()
            booked = _booked(connection, subsidy, place, amount, day)
            if booked is None:
                return subsidy
            kept = replace(instalment, booking_id=booked.id, day=booked.day or instalment.day)
            parts = (kept if one.id == kept.id else one for one in subsidy.instalments)
            return replace(subsidy, instalments=tuple(parts))

        self._write(subsidy_id, _("{name}: payment put in the book"), changed)

    def _write(
        self, subsidy_id: int, sentence: str, changed: Callable[[Connection, Subsidy], Subsidy]
    ) -> None:
        with self._file.reading() as connection:
            name = dossier_name(_one(connection, subsidy_id))
        with self._file.unit_of_work(sentence.format(name=name)) as unit:
            subsidy = _one(unit.connection, subsidy_id)
            subsidy_queries.save(unit.connection, changed(unit.connection, subsidy))
            unit.commit()
        self._changes.tell(MONEY, SUBSIDIES)


def _one(connection: Connection, subsidy_id: int) -> Subsidy:
    found = subsidy_queries.subsidies(connection, subsidy_id)
    if not found:
        raise SubsidyGone
    return found[0]


def _booked(
    connection: Connection, subsidy: Subsidy, place: BookPlace, amount: Decimal, day: datetime.date
) -> Booking | None:
    """The booking that is meant; a new one is made here."""
    if place.booking_id is not None:
        (known,) = money_queries.bookings(connection, [place.booking_id])
        if abs(amount) > abs(known.amount):
            raise BookingTooSmall(abs(known.amount))
        return known
    if place.account_id is None:
        return None
    made = Booking(
        account_id=place.account_id,
        day=day,
        year=_year(subsidy, day),
        amount=amount,
        description=" ".join(part for part in (subsidy.purpose, subsidy.reference) if part),
        counterparty=subsidy.funder,
        category_id=_post(connection, amount),
    )
    return replace(made, id=money_queries.save_booking(connection, made))


def _year(subsidy: Subsidy, day: datetime.date) -> int:
    """The year that the money belongs to: an advance in December is often for the next one."""
    if subsidy.period is None:
        return day.year
    return min(max(day.year, subsidy.period.start.year), subsidy.period.end.year)


def _post(connection: Connection, amount: Decimal) -> int | None:
    if amount < 0:
        return None
    return post_of(money_queries.categories(connection), MatchKind.INSTALMENT)
