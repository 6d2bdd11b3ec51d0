# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of subsidies: one dossier with its payments, budget, expenses and agreed results."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.subsidies import SubsidyState
from buurthuis_admin.storage.tables.base import (
    Base,
    Key,
    Words,
    check,
    is_day,
    is_one_of,
    not_empty,
    not_negative,
    options,
    refers_to,
)


class Funder(Base):
    """Who gives money: a municipality or a fund."""

    __tablename__ = "funders"
    __table_args__ = (
        not_empty("name"),
        not_empty("folded_name"),
        UniqueConstraint("folded_name"),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    folded_name: Mapped[str]
    remark: Mapped[Words]


class Subsidy(Base):
    """One dossier. Amounts are cents."""

    __tablename__ = "subsidies"
    __table_args__ = (
        is_one_of("state", SubsidyState),
        not_negative("requested"),
        not_negative("awarded"),
        is_day("applied_on"),
        is_day("decided_on"),
        is_day("due_on"),
        is_day("period_start"),
        is_day("period_end"),
        check("period_is_whole", "(period_start IS NULL) = (period_end IS NULL)"),
        check("period_ends_after_start", "period_end >= period_start"),
        Index("ix_subsidies_funder_id", "funder_id"),
        Index("ix_subsidies_activity_id", "activity_id"),
        options(),
    )

    id: Mapped[Key]
    funder_id: Mapped[int] = mapped_column(refers_to("funders.id", on_delete="RESTRICT"))
    reference: Mapped[Words]
    purpose: Mapped[Words]
    activity_id: Mapped[int | None] = mapped_column(
        refers_to("activities.id", on_delete="SET NULL")
    )
    state: Mapped[str] = mapped_column(server_default=text("'applied'"))
    requested: Mapped[int | None]
    awarded: Mapped[int | None]
    applied_on: Mapped[int | None]
    decided_on: Mapped[int | None]
    due_on: Mapped[int | None]
    period_start: Mapped[int | None]
    period_end: Mapped[int | None]
    remark: Mapped[Words]


class Instalment(Base):
    """A payment, expected or received; money that was paid back is negative.

    ``booking_id`` is the booking by which it came in.
    """

    __tablename__ = "instalments"
    __table_args__ = (
        not_negative("expected"),
        is_day("day"),
        Index("ix_instalments_subsidy_id", "subsidy_id"),
        Index("ix_instalments_booking_id", "booking_id"),
        options(),
    )

    id: Mapped[Key]
    subsidy_id: Mapped[int] = mapped_column(refers_to("subsidies.id"))
    booking_id: Mapped[int | None] = mapped_column(refers_to("bookings.id", on_delete="SET NULL"))
    expected: Mapped[int | None]
    received: Mapped[int | None]
    day: Mapped[int | None]
    remark: Mapped[Words]


class BudgetLine(Base):
    """A post of the budget, in the funder's own order."""

    __tablename__ = "budget_lines"
    __table_args__ = (
        not_empty("name"),
        not_negative("planned"),
        Index("ix_budget_lines_subsidy_id", "subsidy_id", "position"),
        options(),
    )

    id: Mapped[Key]
    subsidy_id: Mapped[int] = mapped_column(refers_to("subsidies.id"))
    position: Mapped[int] = mapped_column(server_default=text("0"))
    name: Mapped[str]
    planned: Mapped[int] = mapped_column(server_default=text("0"))


class Expense(Base):
    """Money spent for a subsidy; what a shop gave back is negative.

    ``booking_id`` is the payment that it is a part of, and ``percentage`` how large that part was
    said to be, in hundredths of a percent.
    """

    __tablename__ = "expenses"
    __table_args__ = (
        is_day("day"),
        not_negative("percentage"),
        Index("ix_expenses_subsidy_id", "subsidy_id"),
        Index("ix_expenses_budget_line_id", "budget_line_id"),
        Index("ix_expenses_booking_id", "booking_id"),
        options(),
    )

    id: Mapped[Key]
    subsidy_id: Mapped[int] = mapped_column(refers_to("subsidies.id"))
    budget_line_id: Mapped[int | None] = mapped_column(
        refers_to("budget_lines.id", on_delete="SET NULL")
    )
    booking_id: Mapped[int | None] = mapped_column(refers_to("bookings.id", on_delete="SET NULL"))
    percentage: Mapped[int | None]
    day: Mapped[int | None]
    description: Mapped[Words]
    amount: Mapped[int]


class Target(Base):
    """An agreed result: what is counted and how much of it was promised, in hundredths."""

    __tablename__ = "targets"
    __table_args__ = (
        not_empty("indicator"),
        not_negative("promised"),
        Index("ix_targets_subsidy_id", "subsidy_id"),
        options(),
    )

    id: Mapped[Key]
    subsidy_id: Mapped[int] = mapped_column(refers_to("subsidies.id"))
    indicator: Mapped[str]
    promised: Mapped[int]
    explanation: Mapped[Words]
