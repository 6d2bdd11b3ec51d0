# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cash and bank book: what came in and went out, for what, and what a year came to."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain import year_statement
from buurthuis_admin.domain.bookkeeping import (
    Account,
    BookFilter,
    Booking,
    BookingDetail,
    BookingRow,
    BookShown,
    Category,
    ContributionPart,
    Reserve,
)
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.money_warnings import MoneyWarning
from buurthuis_admin.domain.splitting import Share, share_out
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.domain.text import clean
from buurthuis_admin.domain.year_statement import StillToCome, YearStatement
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services import money_checks
from buurthuis_admin.services.changes import MONEY, PEOPLE, SUBSIDIES, Changes
from buurthuis_admin.services.dossier_bookings import DossierBookings
from buurthuis_admin.services.money_search import BookSearch
from buurthuis_admin.services.settings import contribution_types
from buurthuis_admin.services.subsidies import SubsidyService
from buurthuis_admin.storage import (
    money_parts,
    money_queries,
    people_queries,
    tables,
)
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import amount_of

_ALIVE = (SubsidyState.AWARDED, SubsidyState.ACCOUNTED)


class BookingGone(UserError):
    """A booking that was on the screen is not in the administration any more."""

    def __init__(self) -> None:
        super().__init__(_("This booking is no longer in the book. Choose another."))


class BookingIncomplete(UserError):
    """A booking without an amount, or one that moved nowhere."""

    def __init__(self) -> None:
        text = _("Fill in the amount, and the day with the account on which the money moved.")
        super().__init__(text)


class NameTaken(UserError):
    """Two accounts or categories of one name cannot be told apart."""

    def __init__(self, name: str) -> None:
        super().__init__(_("‘{name}’ is there already. Choose another name.").format(name=name))


class StillUsed(UserError):
    """An account or category of which there are bookings."""

    def __init__(self, name: str) -> None:
        text = _("There are bookings on ‘{name}’. Give those another place first.")
        super().__init__(text.format(name=name))


class MoneyService:
    """The book of one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        subsidies: SubsidyService,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._subsidies = file, changes, subsidies
        self._today = today
        self._search = BookSearch()
        changes.subscribe(self._forget)

    def _forget(self, areas: frozenset[str]) -> None:
        if MONEY in areas:
            self._search.forget()

    # Accounts, categories and reserves.

    def accounts(self) -> list[Account]:
        """Every account, banks first."""
        with self._file.reading() as connection:
            return money_queries.accounts(connection)

    def categories(self) -> list[Category]:
        """Every category, in the order of the centre."""
        with self._file.reading() as connection:
            return money_queries.categories(connection)

    def reserves(self, year: int) -> list[Reserve]:
        """The reserves at the end of a year."""
        with self._file.reading() as connection:
            found = money_queries.reserves(connection, year)
        return [one for one in found if one.year == year]

    def save_plan(self, accounts: Sequence[Account], categories: Sequence[Category]) -> None:
        """Keep accounts and categories: these, and no others. Raises NameTaken, StillUsed."""
        with self._file.unit_of_work(_("Accounts and categories changed")) as unit:
            _keep_accounts(unit.connection, accounts)
            _keep_categories(unit.connection, categories)
            unit.commit()
        self._changes.tell(MONEY)

    def save_reserves(self, year: int, reserves: Sequence[Reserve]) -> None:
        """Keep what was put aside at the end of a year. Raises NameTaken."""
        _check_names([one.name for one in reserves])
        sentence = _("Reserves of {year} changed").format(year=year)
        with self._file.unit_of_work(sentence) as unit:
            money_queries.save_reserves(unit.connection, year, reserves)
            unit.commit()
        self._changes.tell(MONEY)

    @property
    def of_dossiers(self) -> DossierBookings:
        """Payments of dossiers in the book."""
        return DossierBookings(self._file, self._changes, self._today)

    # The book.

    def years(self) -> list[int]:
        """Years of which there are bookings, and this year, the newest first."""
        with self._file.reading() as connection:
            found = money_queries.years(connection)
        return sorted({*found, self._today().year}, reverse=True)

    def find(self, query: str, wanted: BookFilter) -> list[int]:
        """The ids of bookings with all words of the query, in the order of the book."""
        with self._file.reading() as connection:
            return self._found(connection, query, wanted)

    def counts(self, query: str, wanted: BookFilter) -> dict[BookShown, int]:
        """How many bookings each choice would show."""
        with self._file.reading() as connection:
            return {
                one: self._count(connection, query, replace(wanted, shown=one)) for one in BookShown
            }

    def _found(self, connection: Connection, query: str, wanted: BookFilter) -> list[int]:
        ids = money_queries.chosen_ids(connection, _chosen(wanted))
        return self._search.matching(connection, query, ids) if query.strip() else ids

    def _count(self, connection: Connection, query: str, wanted: BookFilter) -> int:
        if query.strip():
            return len(self._found(connection, query, wanted))
        return money_queries.count(connection, _chosen(wanted))

    def rows(self, ids: Sequence[int]) -> list[BookingRow]:
        """Lines of the book."""
        with self._file.reading() as connection:
            return money_queries.rows(connection, ids)

    def bookings(self) -> list[Booking]:
        """Every booking, the newest first."""
        with self._file.reading() as connection:
            return money_queries.bookings(connection)

    def detail(self, booking_id: int) -> BookingDetail:
        """One booking with its parts. Raises BookingGone."""
        with self._file.reading() as connection:
            booking = _booking(connection, booking_id)
            (row,) = money_queries.rows(connection, [booking_id])
            people = people_queries.people(connection, [booking.person_id or 0])
            return BookingDetail(
                booking=booking,
                account=row.account,
                category=row.category,
                person=people[0].name.full if people else "",
                parts=tuple(money_parts.parts(connection, booking_id)),
            )

    def save(self, booking: Booking) -> int:
        """Keep a booking; returns its id. Raises BookingIncomplete."""
        if not booking.amount or (booking.day is None) != (booking.account_id is None):
            raise BookingIncomplete
        new = booking.id is None
        sentence = _("Booking added: {what}") if new else _("Booking changed: {what}")
        with self._file.unit_of_work(sentence.format(what=words_of(booking))) as unit:
            number = money_queries.save_booking(unit.connection, booking)
            money_parts.follow(unit.connection, replace(booking, id=number))
            unit.commit()
        self._changes.tell(MONEY, SUBSIDIES)
        return number

    def remove(self, booking_id: int) -> None:
        """Delete a booking with its parts in dossiers and contributions. Raises BookingGone."""
        self._change(booking_id, _("Booking removed: {what}"), money_parts.remove)

    # Its parts.

    def split(
        self,
        booking_id: int,
        shares: Sequence[Share],
        repaid: Sequence[tuple[int, Decimal]] = (),
    ) -> None:
        """Charge parts of a payment to subsidies; the rest is own means. Raises BookingGone.

        ``repaid`` is what went back to the funders of subsidies (id and amount).
        """

        def write(connection: Connection, booking: Booking) -> None:
            told = share_out(abs(booking.amount), shares)
            pairs = list(zip(shares, told.amounts, strict=True))
            money_parts.charge(connection, booking, pairs)
            back = [(subsidy_id, -amount) for subsidy_id, amount in repaid]
            money_parts.receive(connection, booking, back)

        self._change(booking_id, _("Payment shared out: {what}"), write)

    def receive(self, booking_id: int, received: Sequence[tuple[int, Decimal]]) -> None:
        """Say for which subsidies (id and amount) money came in. Raises BookingGone."""
        self._change(
            booking_id,
            _("Received for a subsidy: {what}"),
            lambda c, b: money_parts.receive(c, b, received),
        )

    def pay(self, booking_id: int, paid: Sequence[ContributionPart]) -> None:
        """Say which contributions a booking pays. Raises BookingGone."""
        self._change(
            booking_id,
            _("Contribution received: {what}"),
            lambda c, b: money_parts.pay(c, b, paid, contribution_types(c)),
        )

    def pay_also(self, booking_id: int, part: ContributionPart) -> None:
        """Say that a booking pays one more contribution. Raises BookingGone."""

        def write(connection: Connection, booking: Booking) -> None:
            kept = [*money_parts.paid_by(connection, booking), part]
            money_parts.pay(connection, booking, kept, contribution_types(connection))

        self._change(booking_id, _("Contribution received: {what}"), write)

    def _change(
        self, booking_id: int, sentence: str, write: Callable[[Connection, Booking], None]
    ) -> None:
        with self._file.reading() as connection:
            booking = _booking(connection, booking_id)
        with self._file.unit_of_work(sentence.format(what=words_of(booking))) as unit:
            write(unit.connection, booking)
            unit.commit()
        self._changes.tell(MONEY, SUBSIDIES, PEOPLE)

    # What it comes to.

    def warnings(self) -> list[MoneyWarning]:
        """All that is worth a second look in the dossiers. It never blocks anything."""
        dossiers = self._subsidies.dossiers()
        with self._file.reading() as connection:
            return money_checks.warnings(connection, dossiers)

    def year_statement(self, year: int) -> YearStatement:
        """Income, expense and balance of a year, with the year before beside it."""
        with self._file.reading() as connection:
            booked = money_queries.sums(connection)
            accounts = money_queries.accounts(connection)
            categories = money_queries.categories(connection)
            reserves = money_queries.reserves(connection, year)
            unpaid = amount_of(money_parts.unpaid_contributions(connection, year)) or ZERO
        return YearStatement(
            year=year,
            income=year_statement.income_statement(year, booked, categories),
            balance=year_statement.balance(year, booked, accounts, reserves),
            still_to_come=_still_to_come(year, self._subsidies.dossiers(year), unpaid),
        )


def words_of(booking: Booking) -> str:
    """What a booking is called in a sentence."""
    return booking.counterparty or booking.description or str(booking.year)


def _booking(connection: Connection, booking_id: int) -> Booking:
    found = money_queries.bookings(connection, [booking_id])
    if not found:
        raise BookingGone
    return found[0]


def _chosen(wanted: BookFilter) -> money_queries.Condition:
    chosen = money_queries.condition(wanted.year, wanted.account_id, wanted.category_id)
    if wanted.shown is BookShown.WITHOUT_PLACE:
        chosen = chosen & money_queries.without_place()
    if wanted.shown is BookShown.OPEN:
        chosen = chosen & money_queries.not_moved()
    return chosen


def _keep_accounts(connection: Connection, kept: Sequence[Account]) -> None:
    _check_names([one.name for one in kept])
    ids = {one.id for one in kept}
    for gone in money_queries.accounts(connection):
        if gone.id not in ids:
            _remove(connection, tables.Account, "account_id", gone)
    for one in kept:
        money_queries.save_account(connection, one)


def _keep_categories(connection: Connection, kept: Sequence[Category]) -> None:
    _check_names([one.name for one in kept])
    ids = {one.id for one in kept}
    for gone in money_queries.categories(connection):
        if gone.id not in ids:
            _remove(connection, tables.Category, "category_id", gone)
    for position, one in enumerate(kept, start=1):
        money_queries.save_category(connection, replace(one, position=position))


def _remove(
    connection: Connection, table: type[tables.Base], column: str, gone: Account | Category
) -> None:
    if money_queries.used(connection, column, gone.id or 0):
        raise StillUsed(gone.name)
    money_queries.remove(connection, table, gone.id or 0)


def _check_names(names: Sequence[str]) -> None:
    known: set[str] = set()
    for name in names:
        if clean(name).casefold() in known:
            raise NameTaken(clean(name))
        known.add(clean(name).casefold())


def _still_to_come(
    year: int, dossiers: Sequence[Subsidy], unpaid: Decimal
) -> tuple[StillToCome, ...]:
    """What dossiers of the year and members still owe at its end."""
    end = datetime.date(year, 12, 31)
    found: list[StillToCome] = []
    for one in dossiers:
        came = sum(
            (item.received or ZERO for item in one.instalments if (item.day or end) <= end), ZERO
        )
        left = (one.awarded or ZERO) - came
        if one.state in _ALIVE and left > 0:
            name = ", ".join(part for part in (one.funder, one.purpose) if part)
            found.append(StillToCome(what=name, amount=left))
    if unpaid:
        found.append(StillToCome(what=_("Contributions of members"), amount=unpaid))
    return tuple(found)
