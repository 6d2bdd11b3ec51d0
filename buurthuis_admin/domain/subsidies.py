# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Subsidies: who gives money, for what, and what became of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.money import ZERO


class SubsidyState(StrEnum):
    """How far a dossier is."""

    DRAFT = "draft"
    APPLIED = "applied"
    AWARDED = "awarded"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    ACCOUNTED = "accounted"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder:
    """Who gives money: a municipality or a fund."""

    id: int | None = None
    name: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """A payment of a subsidy, expected or received. ``day`` None: the list has only a total.

    ``booking_id`` is the booking by which it came in.
    """

    id: int | None = None
    booking_id: int | None = None
    expected: Decimal | None = None
    received: Decimal | None = None
    day: datetime.date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """A post of the budget, in the funder's own order."""

    id: int | None = None
    position: int
    name: str
    planned: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Expense:
    """Money spent for a subsidy. ``day`` None: the list has only a total.

    ``booking_id`` is the payment that this is a part of; ``percentage`` is how large a part it was
    said to be (of hundred, two decimals), where that was how it was said.
    """

    id: int | None = None
    budget_line_id: int | None = None
    booking_id: int | None = None
    percentage: Decimal | None = None
    day: datetime.date | None = None
    description: str
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An agreed result: what is counted, and how much of it was promised."""

    id: int | None = None
    indicator: str
    promised: Decimal
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidy:
    """One dossier. ``received`` and ``spent`` are sums of what lies in it, never typed."""

    id: int | None = None
    funder: str
    reference: str = ""
    purpose: str = ""
    activity_id: int | None = None
    state: SubsidyState = SubsidyState.APPLIED
    requested: Decimal | None = None
    awarded: Decimal | None = None
    applied_on: datetime.date | None = None
    decided_on: datetime.date | None = None
    due_on: datetime.date | None = None
    period: Period | None = None
    remark: str = ""
    instalments: tuple[Instalment, ...] = field(default=())
    budget_lines: tuple[BudgetLine, ...] = field(default=())
    expenses: tuple[Expense, ...] = field(default=())
    targets: tuple[Target, ...] = field(default=())

    @property
    def received(self) -> Decimal:
        """What came in."""
        return sum((item.received or ZERO for item in self.instalments), ZERO)

    @property
    def spent(self) -> Decimal:
        """What went out."""
        return sum((item.amount for item in self.expenses), ZERO)

    @property
    def left(self) -> Decimal:
        """What was awarded and is not spent; negative when more went out."""
        return (self.awarded or ZERO) - self.spent

    def concerns(self, year: int) -> bool:
        """Whether the dossier belongs to a year: by period, else by decision or application."""
        if self.period is not None:
            return self.period.overlaps(Period.year(year))
        known = self.decided_on or self.applied_on
        return known is not None and known.year == year
