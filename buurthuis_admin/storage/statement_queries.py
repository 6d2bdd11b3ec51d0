# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the lines of a bank statement are compared with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from sqlalchemy import Connection, func, or_, select

from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.storage.people_queries import person_of
from buurthuis_admin.storage.tables import (
    Booking,
    Contribution,
    ContributionPayment,
    Expense,
    Instalment,
    Membership,
    Person,
)
from buurthuis_admin.storage.values import amount_of


@dataclass(frozen=True, slots=True)
class Payer:
    """A member with what is owed; amounts by year."""

    person_id: int
    membership_id: int
    name: PersonName
    number: str
    iban: str
    fee: Decimal | None
    kind: str
    owed: dict[int, Decimal] = field(default_factory=dict)


def payers(connection: Connection, year: int) -> list[Payer]:
    """Everybody whose membership ran in this year or later."""
    person = Person.__table__
    question = (
        select(
            Membership.id.label("membership_id"),
            Membership.number,
            Membership.fee,
            Membership.kind,
            person,
        )
        .join(person, person.c.id == Membership.person_id)
        .where(
            person.c.anonymised_on.is_(None),
            or_(Membership.ends.is_(None), Membership.ends >= year * 10000),
        )
        .order_by(Membership.id)
    )
    owed = _owed(connection)
    return [
        Payer(
            row.id,
            row.membership_id,
            person_of(row).name,
            row.number,
            row.iban,
            amount_of(row.fee),
            row.kind,
            owed.get(row.membership_id, {}),
        )
        for row in connection.execute(question)
    ]


def _owed(connection: Connection) -> dict[int, dict[int, Decimal]]:
    """What is left to pay by membership and year, where the amount is known."""
    paid = (
        select(
            ContributionPayment.contribution_id,
            func.sum(ContributionPayment.amount).label("paid"),
        )
        .group_by(ContributionPayment.contribution_id)
        .subquery()
    )
    question = (
        select(
            Contribution.membership_id,
            Contribution.year,
            (Contribution.amount - func.coalesce(paid.c.paid, 0)).label("left"),
        )
        .outerjoin(paid, paid.c.contribution_id == Contribution.id)
        .where(
            Contribution.amount.is_not(None),
            or_(Contribution.paid.is_(None), Contribution.paid == 0),
        )
    )
    found: defaultdict[int, dict[int, Decimal]] = defaultdict(dict)
    for row in connection.execute(question):
        if row.left > 0:
            found[row.membership_id][row.year] = amount_of(row.left) or ZERO
    return found


def ibans_of_people(connection: Connection) -> dict[int, set[str]]:
    """From which accounts people paid before."""
    question = select(Booking.person_id, Booking.counter_iban).where(
        Booking.person_id.is_not(None), Booking.counter_iban != ""
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row in connection.execute(question.distinct()):
        found[row.person_id].add(row.counter_iban)
    return found


def ibans_of_dossiers(
    connection: Connection, table: type[Expense | Instalment]
) -> dict[int, set[str]]:
    """The other parties of the bookings of each dossier, for what came in or what went out."""
    question = (
        select(table.subsidy_id, Booking.counter_iban)
        .join(Booking, Booking.id == table.booking_id)
        .where(Booking.counter_iban != "")
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row in connection.execute(question.distinct()):
        found[row.subsidy_id].add(row.counter_iban)
    return found


def moved(connection: Connection, account_id: int, first: int, last: int) -> set[tuple[int, int]]:
    """Day and cents of the bookings of an account from day to day."""
    question = select(Booking.day, Booking.amount).where(
        Booking.account_id == account_id, Booking.day.between(first, last)
    )
    return {(row.day, row.amount) for row in connection.execute(question)}


def any_read(connection: Connection) -> bool:
    """Whether a line of a bank statement is in the book."""
    question = select(Booking.id).where(Booking.line_key.is_not(None)).limit(1)
    return connection.scalar(question) is not None


def first_used(connection: Connection, account_ids: Sequence[int]) -> set[int]:
    """Which of these accounts have bookings."""
    column = Booking.account_id
    question = select(column).where(column.in_(account_ids)).distinct()
    return {number for number in connection.scalars(question) if number is not None}
