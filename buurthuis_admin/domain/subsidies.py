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


class Indicator(StrEnum):
    """What an agreed result counts. ``own``: words of the funder that nothing can count."""

    SESSIONS = "sessions"
    VISITS = "visits"
    PEOPLE = "people"
    NEW_PEOPLE = "new_people"
    AGE_BAND = "age_band"
    NEIGHBOURHOOD = "neighbourhood"
    VOLUNTEER_HOURS = "volunteer_hours"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """A payment of a subsidy, expected or received; what was paid back is negative.

    ``day`` is when it came; None: it is still to come, or a list has only a total.
    ``booking_id`` is the booking by which it came in.
    """

    id: int | None = None
    booking_id: int | None = None
    expected: Decimal | None = None
    received: Decimal | None = None
    day: datetime.date | None = None
    remark: str = ""
    expected_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """A post of the budget, in the funder's own order."""

    id: int | None = None
    position: int
    name: str
    planned: Decimal = ZERO
    explanation: str = ""


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
    """An agreed result: what is counted, and how much of it was promised.

    ``indicator`` is how the funder calls it. Without ``activities`` those of the dossier count,
    without ``period`` that of the dossier.
    """

    id: int | None = None
    indicator: str
    promised: Decimal
    explanation: str = ""
    kind: Indicator = Indicator.OWN
    activities: tuple[int, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    area: str = ""
    starts: datetime.date | None = None
    ends: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What the funder asks with the award, and when it was done."""

    id: int | None = None
    words: str
    due_on: datetime.date | None = None
    done_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidy:
    """One dossier. ``received`` and ``spent`` are sums of what lies in it, never typed.

    ``outcome`` are words about how it ended: why it was rejected, withdrawn, or settled lower.
    """

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
    goal: str = ""
    plan: str = ""
    outcome: str = ""
    withdrawn_on: datetime.date | None = None
    interim_due_on: datetime.date | None = None
    interim_on: datetime.date | None = None
    accounted_on: datetime.date | None = None
    settled_on: datetime.date | None = None
    settled: Decimal | None = None
    instalments: tuple[Instalment, ...] = field(default=())
    budget_lines: tuple[BudgetLine, ...] = field(default=())
    expenses: tuple[Expense, ...] = field(default=())
    targets: tuple[Target, ...] = field(default=())
    conditions: tuple[Condition, ...] = field(default=())

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

    @property
    def entitled(self) -> Decimal:
        """What is ours by the last letter: the settlement, else the award, else nothing."""
        if self.state in (SubsidyState.REJECTED, SubsidyState.DRAFT, SubsidyState.APPLIED):
            return ZERO
        if self.settled is not None:
            return self.settled
        return ZERO if self.state is SubsidyState.WITHDRAWN else self.awarded or ZERO

    @property
    def to_come(self) -> Decimal:
        """What is still to come in. A settlement of which no amount is known is done with."""
        if self.state is SubsidyState.SETTLED and self.settled is None:
            return ZERO
        return max(ZERO, self.entitled - self.received)

    @property
    def to_repay(self) -> Decimal:
        """What came in and is not ours, once that is certain."""
        # Of what a list calls withdrawn nobody knows whether the money went back.
        gone = self.state is SubsidyState.WITHDRAWN and self.withdrawn_on is not None
        certain = self.settled is not None or gone
        return max(ZERO, self.received - self.entitled) if certain else ZERO

    @property
    def repaid(self) -> Decimal:
        """What was paid back."""
        return sum((max(ZERO, -(one.received or ZERO)) for one in self.instalments), ZERO)

    @property
    def closed(self) -> bool:
        """Whether nothing has to be done any more."""
        ends = (SubsidyState.REJECTED, SubsidyState.WITHDRAWN, SubsidyState.SETTLED)
        return self.state in ends and not self.to_come and not self.to_repay

    def concerns(self, year: int) -> bool:
        """Whether the dossier belongs to a year: by period, else by decision or application."""
        if self.period is not None:
            return self.period.overlaps(Period.year(year))
        known = self.decided_on or self.applied_on
        return known is not None and known.year == year
