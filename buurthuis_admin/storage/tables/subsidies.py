# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of subsidies: one dossier with its payments, budget, expenses and agreed results."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.funders import FunderKind
from buurthuis_admin.domain.subsidies import Indicator, SubsidyState
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
    """Who gives money, and its rules. ``largest_file`` is in whole megabytes."""

    __tablename__ = "funders"
    __table_args__ = (
        not_empty("name"),
        not_empty("folded_name"),
        UniqueConstraint("folded_name"),
        is_one_of("kind", FunderKind),
        check("deadline_month_is_month", "deadline_month BETWEEN 1 AND 12"),
        check("deadline_day_is_day", "deadline_day BETWEEN 1 AND 31"),
        check("deadline_weeks_is_number", "deadline_weeks BETWEEN 0 AND 520"),
        check("advance_percentage_is_share", "advance_percentage BETWEEN 0 AND 100"),
        check("explain_percentage_is_share", "explain_percentage BETWEEN 0 AND 100"),
        check("largest_file_is_number", "largest_file > 0"),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    folded_name: Mapped[str]
    remark: Mapped[Words]
    kind: Mapped[str] = mapped_column(server_default=text("'other'"))
    contact: Mapped[Words]
    email: Mapped[Words]
    phone: Mapped[Words]
    website: Mapped[Words]
    deadline_month: Mapped[int | None]
    deadline_day: Mapped[int | None]
    deadline_weeks: Mapped[int | None]
    advance_percentage: Mapped[int | None]
    explain_percentage: Mapped[int] = mapped_column(server_default=text("10"))
    file_kinds: Mapped[Words]
    largest_file: Mapped[int | None]
    line_order: Mapped[Words]
    own_words: Mapped[Words]


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
        is_day("withdrawn_on"),
        is_day("interim_due_on"),
        is_day("interim_on"),
        is_day("accounted_on"),
        is_day("settled_on"),
        not_negative("settled"),
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
    goal: Mapped[Words]
    plan: Mapped[Words]
    outcome: Mapped[Words]
    withdrawn_on: Mapped[int | None]
    interim_due_on: Mapped[int | None]
    interim_on: Mapped[int | None]
    accounted_on: Mapped[int | None]
    settled_on: Mapped[int | None]
    settled: Mapped[int | None]


class Instalment(Base):
    """A payment, expected or received; money that was paid back is negative.

    ``booking_id`` is the booking by which it came in.
    """

    __tablename__ = "instalments"
    __table_args__ = (
        not_negative("expected"),
        is_day("day"),
        is_day("expected_on"),
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
    expected_on: Mapped[int | None]


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
    explanation: Mapped[Words]


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
        is_one_of("kind", Indicator),
        check("age_from_is_age", "age_from BETWEEN 0 AND 130"),
        check("age_to_is_age", "age_to BETWEEN 0 AND 130"),
        is_day("starts"),
        is_day("ends"),
        Index("ix_targets_subsidy_id", "subsidy_id"),
        options(),
    )

    id: Mapped[Key]
    subsidy_id: Mapped[int] = mapped_column(refers_to("subsidies.id"))
    indicator: Mapped[str]
    promised: Mapped[int]
    explanation: Mapped[Words]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    kind: Mapped[str] = mapped_column(server_default=text("'own'"))
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    area: Mapped[Words]
    starts: Mapped[int | None]
    ends: Mapped[int | None]
