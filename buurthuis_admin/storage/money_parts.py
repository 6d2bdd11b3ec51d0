# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a booking: charged to subsidies, received for them, or paid as contribution."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from sqlalchemy import Connection, and_, delete, func, select, update

from buurthuis_admin.domain.bookkeeping import Booking, BookingPart, ContributionPart, PartKind
from buurthuis_admin.domain.contributions import Types, fee_of
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.storage.people_queries import person_of
from buurthuis_admin.storage.rows import AnyRow, delete_others, upsert
from buurthuis_admin.storage.tables import (
    Booking as BookingTable,
)
from buurthuis_admin.storage.tables import (
    BudgetLine,
    Contribution,
    ContributionPayment,
    Expense,
    Funder,
    Instalment,
    Membership,
    Paper,
    Person,
    Subsidy,
)
from buurthuis_admin.storage.values import amount_of, day_of, day_to_number, hundredths

_ABOUT = datetime.timedelta(days=14)  # a bank may take its time, and people write down a day late


def parts(connection: Connection, booking_id: int) -> list[BookingPart]:
    """All parts of a booking, in the order they were made."""
    return [
        *_expenses(connection, booking_id),
        *_instalments(connection, booking_id),
        *_payments(connection, booking_id),
    ]


def _expenses(connection: Connection, booking_id: int) -> Iterator[BookingPart]:
    question = (
        select(Expense.__table__, Funder.name, Subsidy.purpose, BudgetLine.name.label("line"))
        .join(Subsidy, Subsidy.id == Expense.subsidy_id)
        .join(Funder, Funder.id == Subsidy.funder_id)
        .outerjoin(BudgetLine, BudgetLine.id == Expense.budget_line_id)
        .where(Expense.booking_id == booking_id)
        .order_by(Expense.id)
    )
    for row in connection.execute(question):
        yield BookingPart(
            kind=PartKind.EXPENSE,
            id=row.id,
            name=_dossier(row),
            amount=amount_of(row.amount) or ZERO,
            percentage=amount_of(row.percentage),
            subsidy_id=row.subsidy_id,
            line_id=row.budget_line_id,
            line=row.line or "",
        )


def _instalments(connection: Connection, booking_id: int) -> Iterator[BookingPart]:
    question = (
        select(Instalment.__table__, Funder.name, Subsidy.purpose)
        .join(Subsidy, Subsidy.id == Instalment.subsidy_id)
        .join(Funder, Funder.id == Subsidy.funder_id)
        .where(Instalment.booking_id == booking_id)
        .order_by(Instalment.id)
    )
    for row in connection.execute(question):
        yield BookingPart(
            kind=PartKind.INSTALMENT,
            id=row.id,
            name=_dossier(row),
            amount=amount_of(row.received) or ZERO,
            subsidy_id=row.subsidy_id,
        )


def _payments(connection: Connection, booking_id: int) -> Iterator[BookingPart]:
    question = (
        select(
            ContributionPayment.id.label("payment_id"),
            ContributionPayment.amount,
            Contribution.year,
            Person.__table__,
        )
        .join(Contribution, Contribution.id == ContributionPayment.contribution_id)
        .join(Membership, Membership.id == Contribution.membership_id)
        .join(Person, Person.id == Membership.person_id)
        .where(ContributionPayment.booking_id == booking_id)
        .order_by(ContributionPayment.id)
    )
    for row in connection.execute(question):
        yield BookingPart(
            kind=PartKind.CONTRIBUTION,
            id=row.payment_id,
            name=person_of(row).name.full,
            amount=amount_of(row.amount) or ZERO,
            year=row.year,
        )


def _dossier(row: AnyRow) -> str:
    return ", ".join(part for part in (row.name, row.purpose) if part)


def charge(
    connection: Connection, booking: Booking, shares: Sequence[tuple[Share, Decimal]]
) -> None:
    """Charge parts of a payment to subsidies: these, and no others.

    An expense of that dossier that was typed by hand for the same amount about that day is the one:
    it keeps its words, and its budget line where no other is said.
    """
    delete_others(
        connection,
        Expense,
        Expense.booking_id == booking.id,
        [share.expense_id for share, _amount in shares],
    )
    for share, amount in shares:
        values = {
            "subsidy_id": share.subsidy_id,
            "budget_line_id": share.budget_line_id,
            "booking_id": booking.id,
            "percentage": hundredths(share.percentage),
            "amount": hundredths(amount),
            **_told(booking),
        }
        typed = None
        if share.expense_id is None:
            typed = _typed_expense(connection, share.subsidy_id, amount, booking)
        if typed is not None:
            values |= {"description": typed.description}
            values |= {"budget_line_id": share.budget_line_id or typed.budget_line_id}
        upsert(connection, Expense, typed.id if typed else share.expense_id, values)


def _typed_expense(
    connection: Connection, subsidy_id: int, amount: Decimal, booking: Booking
) -> AnyRow | None:
    """The expense of this amount that somebody typed before its payment was in the book."""
    table = Expense
    question = select(table.id, table.day, table.description, table.budget_line_id).where(
        table.subsidy_id == subsidy_id,
        table.booking_id.is_(None),
        table.amount == hundredths(amount),
    )
    found = [
        (_apart(day_of(row.day), booking), row)
        for row in connection.execute(question.order_by(table.id))
    ]
    near = [(days, row) for days, row in found if days <= _ABOUT]
    return min(near, key=lambda one: one[0])[1] if near else None


def _apart(typed: datetime.date | None, booking: Booking) -> datetime.timedelta:
    """How many days a payment is from the day that was typed; one without a day may be any."""
    if typed is None or booking.day is None:
        return _ABOUT
    return abs(typed - booking.day)


def follow(connection: Connection, booking: Booking) -> None:
    """What the dossiers say of a booking follows when its day or its words change."""
    told = _told(booking)
    connection.execute(update(Expense).where(Expense.booking_id == booking.id).values(**told))
    day = day_to_number(booking.day)
    own = Instalment.booking_id == booking.id
    connection.execute(update(Instalment).where(own).values(day=day))
    paid = ContributionPayment.booking_id == booking.id
    connection.execute(update(ContributionPayment).where(paid).values(paid_on=day))


def _told(booking: Booking) -> dict[str, object]:
    words = booking.description or booking.counterparty
    return {"day": day_to_number(booking.day), "description": words}


def receive(
    connection: Connection, booking: Booking, received: Iterable[tuple[int, Decimal]]
) -> None:
    """What came in for subsidies (id and amount): this, and nothing else.

    An instalment of that dossier that was typed by hand about that day is the one, or else one
    that was expected and is not here yet. What was paid back is negative.
    """
    let_go(connection, booking)
    for subsidy_id, amount in received:
        values = {
            "subsidy_id": subsidy_id,
            "booking_id": booking.id,
            "received": hundredths(amount),
            "day": day_to_number(booking.day),
        }
        waits = _typed(connection, subsidy_id, amount, booking)
        if waits is None and amount > 0:
            waits = _expected(connection, subsidy_id, amount)
        upsert(connection, Instalment, waits, values)


def _typed(
    connection: Connection, subsidy_id: int, amount: Decimal, booking: Booking
) -> int | None:
    """The instalment of this amount that somebody typed before it was in the book."""
    table = Instalment
    question = select(table.id, table.day).where(
        table.subsidy_id == subsidy_id,
        table.booking_id.is_(None),
        table.received == hundredths(amount),
    )
    for number, day in connection.execute(question.order_by(table.day, table.id)):
        if _apart(day_of(day), booking) <= _ABOUT:
            return int(number)
    return None


def _expected(connection: Connection, subsidy_id: int, amount: Decimal) -> int | None:
    """The instalment that waits: of this amount, or else the first."""
    waits = and_(
        Instalment.subsidy_id == subsidy_id,
        Instalment.received.is_(None),
        Instalment.expected.is_not(None),
    )
    exact = (Instalment.expected == hundredths(amount)).desc()
    question = select(Instalment.id).where(waits)
    return connection.scalar(question.order_by(exact, Instalment.day, Instalment.id).limit(1))


def let_go(connection: Connection, booking: Booking) -> None:
    """Instalments of this booking are not received by it; those that were expected stay so."""
    own = Instalment.booking_id == booking.id
    connection.execute(delete(Instalment).where(own, Instalment.expected.is_(None)))
    connection.execute(update(Instalment).where(own).values(received=None, booking_id=None))


def pay(
    connection: Connection,
    booking: Booking,
    paid: Iterable[ContributionPart],
    types: Types = (),
) -> None:
    """Which contributions a booking pays: these, and no others.

    ``types`` say what somebody owes of whom only the kind of member is known.
    """
    own = ContributionPayment.booking_id == booking.id
    before = list(connection.scalars(select(ContributionPayment.contribution_id).where(own)))
    connection.execute(delete(ContributionPayment).where(own))
    after = [_pay_one(connection, booking, one, types) for one in paid]
    for contribution_id in sorted({*before, *after}):
        _mark(connection, contribution_id)


def paid_by(connection: Connection, booking: Booking) -> list[ContributionPart]:
    """What a booking pays of contributions."""
    question = (
        select(Contribution.membership_id, Contribution.year, ContributionPayment.amount)
        .join(Contribution, Contribution.id == ContributionPayment.contribution_id)
        .where(ContributionPayment.booking_id == booking.id)
        .order_by(ContributionPayment.id)
    )
    return [
        ContributionPart(
            membership_id=row.membership_id, year=row.year, amount=amount_of(row.amount) or ZERO
        )
        for row in connection.execute(question)
    ]


def _pay_one(connection: Connection, booking: Booking, part: ContributionPart, types: Types) -> int:
    known = _contribution(connection, part, types)
    payment = {
        "contribution_id": known,
        "booking_id": booking.id,
        "paid_on": day_to_number(booking.day),
        "amount": hundredths(part.amount),
    }
    upsert(connection, ContributionPayment, None, payment)
    return known


def _contribution(connection: Connection, part: ContributionPart, types: Types) -> int:
    """The contribution that is paid a part of, with what is owed as far as that is known."""
    table = Contribution
    year = {"membership_id": part.membership_id, "year": part.year}
    found = connection.execute(select(table.id, table.amount).filter_by(**year)).first()
    if found is not None and found.amount is not None:
        return int(found.id)
    fee = _fee(connection, part.membership_id, types)
    if found is None:
        return upsert(connection, table, None, {**year, "amount": fee or hundredths(part.amount)})
    return upsert(connection, table, found.id, {"amount": fee})


def _fee(connection: Connection, membership_id: int, types: Types) -> int | None:
    """What a member owes in a year, in cents."""
    asked = select(Membership.kind, Membership.fee).where(Membership.id == membership_id)
    row = connection.execute(asked).first()
    return None if row is None else hundredths(fee_of(row.kind, amount_of(row.fee), types))


def _mark(connection: Connection, contribution_id: int) -> None:
    """A contribution is paid when its payments reach the amount."""
    came = connection.scalar(
        select(func.coalesce(func.sum(ContributionPayment.amount), 0)).where(
            ContributionPayment.contribution_id == contribution_id
        )
    )
    this = Contribution.id == contribution_id
    owed = connection.scalar(select(Contribution.amount).where(this))
    paid = int(bool(came) and (came or 0) >= (owed or 0))
    connection.execute(update(Contribution).where(this).values(paid=paid))


def remove(connection: Connection, booking: Booking) -> None:
    """Delete a booking with all that it is a part of."""
    charge(connection, booking, ())
    let_go(connection, booking)
    pay(connection, booking, ())
    connection.execute(delete(Paper).where(Paper.booking_id == booking.id))
    connection.execute(delete(BookingTable).where(BookingTable.id == booking.id))


def unpaid_contributions(connection: Connection, year: int) -> int:
    """What members owe of a year and did not pay, in cents, as far as that is known."""
    paid = (
        select(func.coalesce(func.sum(ContributionPayment.amount), 0))
        .where(ContributionPayment.contribution_id == Contribution.id)
        .scalar_subquery()
    )
    question = select(func.sum(func.max(Contribution.amount - paid, 0))).where(
        Contribution.year == year, Contribution.paid == 0
    )
    return connection.scalar(question) or 0
