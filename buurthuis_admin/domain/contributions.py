# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who still has to pay the contribution of a year, and how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.people import Contribution, Membership, PersonDetail
from buurthuis_admin.domain.text import fold


class ContributionPeriod(StrEnum):
    """How often an amount is paid."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    MONTH = "month"
    ONCE = "once"


_TIMES_A_YEAR = {
    ContributionPeriod.YEAR: 1,
    ContributionPeriod.HALF_YEAR: 2,
    ContributionPeriod.QUARTER: 4,
    ContributionPeriod.MONTH: 12,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionType:
    """What a kind of member pays, and how often. ``retired``: nobody new gets it any more."""

    name: str
    amount: Decimal
    period: ContributionPeriod = ContributionPeriod.YEAR
    retired: bool = False

    @property
    def each_year(self) -> Decimal | None:
        """What it comes to in a year; None for what is paid once, in a year nobody names."""
        times = _TIMES_A_YEAR.get(self.period)
        return None if times is None else self.amount * times


Types = Sequence[ContributionType]


def fee_of(kind: str, fee: Decimal | None, types: Types) -> Decimal | None:
    """What a member pays in a year: what was agreed with them, or that of their kind."""
    if fee is not None or not kind:
        return fee
    folded = fold(kind)
    found = (one.each_year for one in types if fold(one.name) == folded)
    return next(found, None)


@dataclass(frozen=True, slots=True)
class Owing:
    """A member of whom no payment over a year is known; ``amount`` None: not known either."""

    person_id: int
    name: str
    number: str
    kind: str
    amount: Decimal | None


def membership_of(detail: PersonDetail, year: int) -> Membership | None:
    """The last membership that has a day in a year."""
    return next((one for one in reversed(detail.memberships) if _in_year(one, year)), None)


def _in_year(membership: Membership, year: int) -> bool:
    started = membership.start is None or membership.start.year <= year
    return started and (membership.end is None or membership.end.year >= year)


def contribution_of(detail: PersonDetail, year: int) -> Contribution | None:
    """What is written down for a year; what was paid goes first."""
    found = [one for one in detail.contributions if one.year == year]
    return next((one for one in found if one.paid), found[0] if found else None)


def owing(detail: PersonDetail, year: int, types: Types = ()) -> Owing | None:
    """What somebody owes for a year; None for no member, nothing to pay, or paid.

    ``types`` say what a kind of member pays of whom no amount is written down.
    """
    membership, contribution = membership_of(detail, year), contribution_of(detail, year)
    if membership is None or (contribution and contribution.paid):
        return None
    amount = contribution.amount if contribution else None
    if amount is None:
        amount = fee_of(membership.kind, membership.fee, types)
    if amount is not None and not amount:
        return None
    return Owing(
        detail.person.id or 0,
        detail.person.name.full,
        membership.number,
        membership.kind,
        amount,
    )


def with_payment(detail: PersonDetail, year: int, types: Types = ()) -> PersonDetail:
    """The same person, who paid what was owed for a year."""
    owed, membership = owing(detail, year, types), membership_of(detail, year)
    if owed is None or membership is None:
        return detail
    before = contribution_of(detail, year)
    known = before or Contribution(membership_id=membership.id, year=year)
    paid = replace(known, amount=owed.amount, paid=True)
    others = tuple(one for one in detail.contributions if one is not before)
    return replace(detail, contributions=(*others, paid))
