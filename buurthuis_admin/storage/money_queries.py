# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cash and bank book: asked for and kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, Label, and_, delete, func, or_, select

from buurthuis_admin.domain.bookkeeping import (
    Account,
    AccountKind,
    Booking,
    BookingRow,
    Category,
    CategoryKind,
    Reserve,
)
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.rows import AnyRow, Question, delete_others, upsert
from buurthuis_admin.storage.values import amount_of, day_of, day_to_number, hundredths

Condition: TypeAlias = ColumnElement[bool]
# Newest first; what has not moved yet stands on top.
_ORDER = (
    func.coalesce(tables.Booking.day, 99999999).desc(),
    tables.Booking.id.desc(),
)


def accounts(connection: Connection) -> list[Account]:
    """Every account, banks first, in the order they were made."""
    table = tables.Account.__table__
    return [
        Account(
            id=row.id,
            name=row.name,
            kind=AccountKind(row.kind),
            iban=row.iban,
            opening=amount_of(row.opening) or ZERO,
            opened_on=day_of(row.opened_on),
        )
        for row in connection.execute(select(table).order_by(table.c.kind, table.c.id))
    ]


def save_account(connection: Connection, account: Account) -> int:
    """Keep an account; returns its id."""
    values = {
        "name": clean(account.name),
        "folded_name": fold(account.name),
        "kind": account.kind.value,
        "iban": account.iban,
        "opening": hundredths(account.opening),
        "opened_on": day_to_number(account.opened_on),
    }
    return upsert(connection, tables.Account, account.id, values)


def categories(connection: Connection) -> list[Category]:
    """Every category, in the order of the centre."""
    table = tables.Category.__table__
    return [
        Category(id=row.id, name=row.name, kind=CategoryKind(row.kind), position=row.position)
        for row in connection.execute(select(table).order_by(table.c.position, table.c.id))
    ]


def save_category(connection: Connection, category: Category) -> int:
    """Keep a category; returns its id."""
    values = {
        "name": clean(category.name),
        "folded_name": fold(category.name),
        "kind": category.kind.value,
        "position": category.position,
    }
    return upsert(connection, tables.Category, category.id, values)


def used(connection: Connection, column: str, number: int) -> int:
    """How many bookings name an account (account_id) or a category (category_id)."""
    own = tables.Booking.__table__.c[column] == number
    return connection.scalar(select(func.count()).select_from(tables.Booking).where(own)) or 0


def remove(connection: Connection, table: type[tables.Base], number: int) -> None:
    """Delete a row of one of the tables of money."""
    connection.execute(delete(table).where(table.__table__.c.id == number))


def reserves(connection: Connection, year: int | None = None) -> list[Reserve]:
    """The reserves at the end of a year and of the year before, or of all years."""
    table = tables.Reserve.__table__
    question = select(table).order_by(table.c.year, table.c.name)
    if year is not None:
        question = question.where(table.c.year.in_((year, year - 1)))
    return [
        Reserve(id=row.id, name=row.name, year=row.year, amount=amount_of(row.amount) or ZERO)
        for row in connection.execute(question)
    ]


def save_reserves(connection: Connection, year: int, kept: Sequence[Reserve]) -> None:
    """Keep these reserves for a year, and no others."""
    table = tables.Reserve
    delete_others(connection, table, table.year == year, [one.id for one in kept])
    for one in kept:
        values = {"name": clean(one.name), "year": year, "amount": hundredths(one.amount)}
        upsert(connection, table, one.id, values)


# Bookings.


def years(connection: Connection) -> list[int]:
    """Years to which something was booked, the newest first."""
    year = tables.Booking.year
    return list(connection.scalars(select(year).distinct().order_by(year.desc())))


def bookings(connection: Connection, ids: Sequence[int] | None = None) -> list[Booking]:
    """Bookings by id in the order of the book; all without ids."""
    question = select(tables.Booking.__table__).order_by(*_ORDER)
    if ids is not None:
        question = question.where(tables.Booking.id.in_(ids))
    return [booking_of(row) for row in connection.execute(question)]


def sums(connection: Connection) -> list[Booking]:
    """The book as few bookings as a statement needs: those alike in all that it looks at are one.

    Alike are bookings of one account, category, side, year and year of moving, on one side of the
    opening balance; the day is the first of them.
    """
    table, account = tables.Booking, tables.Account
    alike = (
        table.account_id,
        table.category_id,
        table.year,
        table.day / 10000,
        table.amount > 0,
        table.day < account.opened_on,
    )
    question = (
        select(
            table.account_id,
            table.category_id,
            table.year,
            func.min(table.day).label("day"),
            func.sum(table.amount).label("amount"),
        )
        .outerjoin(account, account.id == table.account_id)
        .group_by(*alike)
    )
    return [
        Booking(
            account_id=row.account_id,
            category_id=row.category_id,
            year=row.year,
            day=day_of(row.day),
            amount=amount_of(row.amount) or ZERO,
        )
        for row in connection.execute(question)
    ]


def booking_of(row: AnyRow) -> Booking:
    """The booking in a row of its table."""
    return Booking(
        id=row.id,
        account_id=row.account_id,
        day=day_of(row.day),
        year=row.year,
        amount=amount_of(row.amount) or ZERO,
        description=row.description,
        counterparty=row.counterparty,
        counter_iban=row.counter_iban,
        category_id=row.category_id,
        person_id=row.person_id,
        reference=row.reference,
        line_key=row.line_key,
        remark=row.remark,
    )


def save_booking(connection: Connection, booking: Booking) -> int:
    """Keep a booking; returns its id."""
    values: dict[str, object] = {
        "account_id": booking.account_id,
        "day": day_to_number(booking.day),
        "year": booking.year,
        "amount": hundredths(booking.amount),
        "description": clean(booking.description),
        "counterparty": clean(booking.counterparty),
        "counter_iban": booking.counter_iban,
        "category_id": booking.category_id,
        "person_id": booking.person_id,
        "reference": booking.reference,
        "line_key": booking.line_key,
        "remark": booking.remark.strip(),
    }
    if booking.person_id is not None:
        values["private"] = 1
    return upsert(connection, tables.Booking, booking.id, values)


def texts(connection: Connection) -> list[AnyRow]:
    """What every booking is found by."""
    table = tables.Booking
    question = select(
        table.id,
        table.description,
        table.counterparty,
        table.counter_iban,
        table.reference,
        table.remark,
        table.amount,
    )
    return list(connection.execute(question))


def chosen_ids(connection: Connection, chosen: Condition) -> list[int]:
    """The chosen bookings, in the order of the book."""
    question = select(tables.Booking.id).where(chosen).order_by(*_ORDER)
    return list(connection.scalars(question))


def count(connection: Connection, chosen: Condition) -> int:
    """How many bookings are chosen."""
    question = select(func.count()).select_from(tables.Booking).where(chosen)
    return connection.scalar(question) or 0


def condition(
    year: int | None = None, account_id: int | None = None, category_id: int | None = None
) -> Condition:
    """Bookings of a year, of an account and of a category; None leaves each free."""
    table = tables.Booking
    wanted = ((table.year, year), (table.account_id, account_id), (table.category_id, category_id))
    parts = [column == value for column, value in wanted if value is not None]
    return and_(table.id > 0, *parts)


def without_place() -> Condition:
    """Bookings that have no category and are no part of anything."""
    table = tables.Booking
    return and_(
        table.category_id.is_(None), ~_is_named(tables.Expense), ~_is_named(tables.Instalment)
    )


def of_no_dossier(*, comes_in: bool) -> Condition:
    """Money that moved, and is no part of a dossier or a contribution yet."""
    table = tables.Booking
    paid = select(tables.ContributionPayment.id).where(
        tables.ContributionPayment.booking_id == table.id
    )
    return and_(
        table.day.is_not(None),
        table.amount > 0 if comes_in else table.amount < 0,
        ~_is_named(tables.Expense),
        ~_is_named(tables.Instalment),
        ~paid.exists(),
    )


def not_moved() -> Condition:
    """Bookings that are still to be paid or received."""
    return tables.Booking.day.is_(None)


def _is_named(table: type[tables.Expense | tables.Instalment]) -> Condition:
    return select(table.id).where(table.booking_id == tables.Booking.id).exists()


def rows(connection: Connection, ids: Sequence[int]) -> list[BookingRow]:
    """Lines of the book, in the order asked for."""
    booking, account, category = tables.Booking, tables.Account, tables.Category
    question: Question = (
        select(
            booking.__table__,
            func.coalesce(account.name, "").label("account"),
            func.coalesce(category.name, "").label("category"),
            _charged(),
        )
        .outerjoin(account, account.id == booking.account_id)
        .outerjoin(category, category.id == booking.category_id)
        .where(booking.id.in_(ids))
    )
    found = {row.id: _row(row) for row in connection.execute(question)}
    return [found[number] for number in ids if number in found]


def _charged() -> Label[int]:
    """What is charged to subsidies, or came in for them."""
    spent = select(func.coalesce(func.sum(tables.Expense.amount), 0)).where(
        tables.Expense.booking_id == tables.Booking.id
    )
    came = select(func.coalesce(func.sum(tables.Instalment.received), 0)).where(
        tables.Instalment.booking_id == tables.Booking.id
    )
    return (spent.scalar_subquery() + came.scalar_subquery()).label("assigned")


def _row(row: AnyRow) -> BookingRow:
    return BookingRow(
        id=row.id,
        day=day_of(row.day),
        year=row.year,
        amount=amount_of(row.amount) or ZERO,
        description=row.description,
        counterparty=row.counterparty,
        account=row.account,
        category=row.category,
        assigned=amount_of(row.assigned) or ZERO,
    )


def line_keys(connection: Connection, keys: Sequence[str]) -> set[str]:
    """Which lines of a bank statement are in the book already."""
    column = tables.Booking.line_key
    return {key for key in connection.scalars(select(column).where(column.in_(keys))) if key}


def learned(connection: Connection, ibans: Sequence[str]) -> dict[tuple[str, bool], int]:
    """The last category of each counter IBAN, apart for what came in and what went out."""
    table = tables.Booking
    question = (
        select(table.counter_iban, table.amount, table.category_id)
        .where(table.counter_iban.in_(ibans), or_(table.category_id.is_not(None)))
        .order_by(func.coalesce(table.day, 0), table.id)
    )
    return {
        (row.counter_iban, row.amount > 0): row.category_id for row in connection.execute(question)
    }
