# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing what a person said that the lines of a bank statement are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from buurthuis_admin.domain.bank_lines import Decision, MatchKind
from buurthuis_admin.domain.bookkeeping import Booking, Category, CategoryKind, ContributionPart
from buurthuis_admin.domain.splitting import HUNDRED, Share
from buurthuis_admin.domain.text import fold
from buurthuis_admin.services.settings import contribution_types
from buurthuis_admin.storage import money_parts, money_queries
from buurthuis_admin.storage.bulk import Connection

# How the posts of a centre begin that these kinds of money belong to, as the program made them.
_POSTS = {MatchKind.CONTRIBUTION: "contributie", MatchKind.INSTALMENT: "subsidie"}


class StatementWriter:
    """Writes through the connection of a unit of work; ``accounts`` are ids by IBAN."""

    def __init__(self, connection: Connection, accounts: Mapping[str, int]) -> None:
        self._connection, self._accounts = connection, accounts
        self._categories = money_queries.categories(connection)

    def write(self, iban: str, decision: Decision) -> int:
        """Write one line with what it is; returns the id of its booking."""
        match = decision.match
        if match.kind is MatchKind.OPEN:
            return self._settle(iban, decision)
        booking = self._booking(iban, decision)
        number = money_queries.save_booking(self._connection, booking)
        booking = replace(booking, id=number)
        target = match.target or 0
        if match.kind is MatchKind.CONTRIBUTION:
            year = match.year or booking.year
            part = ContributionPart(membership_id=target, year=year, amount=booking.amount)
            types = contribution_types(self._connection)
            money_parts.pay(self._connection, booking, [part], types)
        elif match.kind is MatchKind.INSTALMENT:
            money_parts.receive(self._connection, booking, [(target, booking.amount)])
        elif match.kind is MatchKind.EXPENSE:
            share = Share(subsidy_id=target, percentage=HUNDRED)
            money_parts.charge(self._connection, booking, [(share, abs(booking.amount))])
        return number

    def _booking(self, iban: str, decision: Decision) -> Booking:
        line, match = decision.line, decision.match
        plain = match.kind is MatchKind.BOOKING
        contribution = match.kind is MatchKind.CONTRIBUTION
        return Booking(
            account_id=self._accounts[iban],
            day=line.day,
            year=(match.year if contribution else None) or line.day.year,
            amount=line.amount,
            description=line.description,
            counterparty=line.counterparty,
            counter_iban=line.counter_iban,
            category_id=match.target if plain else self._post(match.kind),
            person_id=match.person_id,
            reference=line.reference,
            line_key=line.key,
        )

    def _post(self, kind: MatchKind) -> int | None:
        return post_of(self._categories, kind)

    def _settle(self, iban: str, decision: Decision) -> int:
        """Money that was still to come or to be paid has moved; it keeps its year and words."""
        line = decision.line
        (known,) = money_queries.bookings(self._connection, [decision.match.target or 0])
        paid = replace(
            known,
            account_id=self._accounts[iban],
            day=line.day,
            counterparty=known.counterparty or line.counterparty,
            counter_iban=line.counter_iban,
            reference=line.reference,
            line_key=line.key,
        )
        money_queries.save_booking(self._connection, paid)
        money_parts.follow(self._connection, paid)
        return known.id or 0


def post_of(categories: Sequence[Category], kind: MatchKind) -> int | None:
    """The category for a kind of income, where the centre has one that begins so."""
    begins = _POSTS.get(kind)
    if begins is None:
        return None
    return next((one.id for one in categories if _is_post(one, begins)), None)


def _is_post(category: Category, begins: str) -> bool:
    return category.kind is CategoryKind.INCOME and fold(category.name).startswith(begins)
