# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of the cash and bank book. Amounts are cents; what went out is negative."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.bookkeeping import AccountKind, CategoryKind
from buurthuis_admin.storage.tables.base import (
    Base,
    Flag,
    Key,
    Words,
    check,
    is_day,
    is_flag,
    is_one_of,
    not_empty,
    options,
    refers_to,
)


class Account(Base):
    """A bank account or a cash box; ``opening`` is what was in it at the start of ``opened_on``."""

    __tablename__ = "accounts"
    __table_args__ = (
        not_empty("name"),
        not_empty("folded_name"),
        is_one_of("kind", AccountKind),
        is_day("opened_on"),
        UniqueConstraint("folded_name"),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    folded_name: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default=text("'bank'"))
    iban: Mapped[Words]
    opening: Mapped[int] = mapped_column(server_default=text("0"))
    opened_on: Mapped[int | None]


class Category(Base):
    """A post of the statement of income and expense, in the order of the centre."""

    __tablename__ = "categories"
    __table_args__ = (
        not_empty("name"),
        not_empty("folded_name"),
        is_one_of("kind", CategoryKind),
        UniqueConstraint("folded_name"),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    folded_name: Mapped[str]
    kind: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))


class Booking(Base):
    """Money that moved, or is still to move; ``line_key`` is the line of a bank statement.

    ``private``: the other is a person, whose name goes once the law does not ask for it any more.
    """

    __tablename__ = "bookings"
    __table_args__ = (
        is_day("day"),
        is_flag("private"),
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        check("amount_is_something", "amount <> 0"),
        check("moved_somewhere", "(day IS NULL) = (account_id IS NULL)"),
        Index("ix_bookings_day", "day"),
        Index("ix_bookings_account_id", "account_id", "day", "amount"),
        Index("ix_bookings_category_id", "category_id"),
        Index("ix_bookings_person_id", "person_id"),
        Index("ix_bookings_counter_iban", "counter_iban", "category_id"),
        UniqueConstraint("line_key"),
        options(),
    )

    id: Mapped[Key]
    account_id: Mapped[int | None] = mapped_column(refers_to("accounts.id", on_delete="RESTRICT"))
    day: Mapped[int | None]
    year: Mapped[int]
    amount: Mapped[int]
    description: Mapped[Words]
    counterparty: Mapped[Words]
    counter_iban: Mapped[Words]
    category_id: Mapped[int | None] = mapped_column(
        refers_to("categories.id", on_delete="RESTRICT")
    )
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id", on_delete="SET NULL"))
    reference: Mapped[Words]
    line_key: Mapped[str | None]
    remark: Mapped[Words]
    private: Mapped[Flag]


class ContributionPayment(Base):
    """Money that came in for the contribution of a member for a year."""

    __tablename__ = "contribution_payments"
    __table_args__ = (
        is_day("paid_on"),
        check("amount_is_something", "amount <> 0"),
        Index("ix_contribution_payments_contribution_id", "contribution_id"),
        Index("ix_contribution_payments_booking_id", "booking_id"),
        options(),
    )

    id: Mapped[Key]
    contribution_id: Mapped[int] = mapped_column(refers_to("contributions.id"))
    booking_id: Mapped[int | None] = mapped_column(refers_to("bookings.id"))
    paid_on: Mapped[int | None]
    amount: Mapped[int]


class Reserve(Base):
    """Money put aside for something, as it stood at the end of a year."""

    __tablename__ = "reserves"
    __table_args__ = (
        not_empty("name"),
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        UniqueConstraint("name", "year"),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    year: Mapped[int]
    amount: Mapped[int]
