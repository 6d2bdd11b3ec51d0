# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables around a dossier: the rules of its funder, its conditions, and its papers."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.funders import Fact
from buurthuis_admin.domain.papers import PaperKind
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
    not_negative,
    options,
    refers_to,
)


class FunderThreshold(Base):
    """From which amount (cents) a funder asks for which parts."""

    __tablename__ = "funder_thresholds"
    __table_args__ = (
        not_negative("amount"),
        is_flag("content_report"),
        is_flag("financial_report"),
        is_flag("statement"),
        UniqueConstraint("funder_id", "amount"),
        options(),
    )

    id: Mapped[Key]
    funder_id: Mapped[int] = mapped_column(refers_to("funders.id"))
    amount: Mapped[int]
    content_report: Mapped[Flag]
    financial_report: Mapped[Flag]
    statement: Mapped[Flag]


class FunderSource(Base):
    """Where a fact about a funder comes from, and when somebody checked it."""

    __tablename__ = "funder_sources"
    __table_args__ = (
        is_one_of("fact", Fact),
        is_day("checked_on"),
        UniqueConstraint("funder_id", "fact"),
        options(),
    )

    id: Mapped[Key]
    funder_id: Mapped[int] = mapped_column(refers_to("funders.id"))
    fact: Mapped[str]
    source: Mapped[Words]
    checked_on: Mapped[int | None]


class Condition(Base):
    """What a funder asks with the award, and when it was done."""

    __tablename__ = "conditions"
    __table_args__ = (
        not_empty("words"),
        is_day("due_on"),
        is_day("done_on"),
        Index("ix_conditions_subsidy_id", "subsidy_id"),
        options(),
    )

    id: Mapped[Key]
    subsidy_id: Mapped[int] = mapped_column(refers_to("subsidies.id"))
    words: Mapped[str]
    due_on: Mapped[int | None]
    done_on: Mapped[int | None]


class TargetActivity(Base):
    """An activity that an agreed result is counted over; without any, those of the dossier."""

    __tablename__ = "target_activities"
    __table_args__ = (
        Index("ix_target_activities_activity_id", "activity_id"),
        options(rowid=False),
    )

    target_id: Mapped[int] = mapped_column(refers_to("targets.id"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(refers_to("activities.id"), primary_key=True)


class Paper(Base):
    """A file that belongs to a dossier or a booking; its bytes lie apart, found by ``sha256``.

    ``expense_id``: the receipt of an expense that was typed in the dossier. When the expense goes,
    the receipt stays with the dossier.
    """

    __tablename__ = "papers"
    __table_args__ = (
        check("belongs_somewhere", "subsidy_id IS NOT NULL OR booking_id IS NOT NULL"),
        not_empty("title"),
        is_one_of("kind", PaperKind),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        not_negative("size"),
        is_day("added_on"),
        Index("ix_papers_subsidy_id", "subsidy_id"),
        Index("ix_papers_booking_id", "booking_id"),
        Index("ix_papers_expense_id", "expense_id"),
        Index("ix_papers_sha256", "sha256"),
        options(),
    )

    id: Mapped[Key]
    subsidy_id: Mapped[int | None] = mapped_column(refers_to("subsidies.id"))
    booking_id: Mapped[int | None] = mapped_column(refers_to("bookings.id"))
    expense_id: Mapped[int | None] = mapped_column(refers_to("expenses.id", on_delete="SET NULL"))
    title: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default=text("'other'"))
    media_type: Mapped[str]
    sha256: Mapped[str] = mapped_column(info={"keeps_content": True})
    size: Mapped[int]
    added_on: Mapped[int]
