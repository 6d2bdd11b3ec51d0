# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An amount shared out over subsidies and the centre's own means.

The rule of rounding: shares by percentage together get the amount times all percentages, rounded
to whole cents (half a cent up). Each first gets its part rounded down; the cents that are left go
to the shares that lost most by that, of equal ones to the one that stands first. So shares
always add up to the cent, and hundred percent is always the whole amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from buurthuis_admin.domain.money import CENT, ZERO, to_cents

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a booking that is charged to a subsidy: said as an amount or as a percentage.

    ``expense_id`` is the expense of the dossier in which it is kept.
    """

    subsidy_id: int
    budget_line_id: int | None = None
    amount: Decimal | None = None
    percentage: Decimal | None = None
    expense_id: int | None = None


@dataclass(frozen=True, slots=True)
class SharedOut:
    """What each share comes to, and what is left for the centre's own means."""

    amounts: tuple[Decimal, ...]
    own: Decimal

    @property
    def too_much(self) -> bool:
        """Whether more was shared out than there is."""
        return self.own < 0


def share_out(whole: Decimal, shares: Sequence[Share]) -> SharedOut:
    """What each share of an amount comes to. ``whole`` is not negative."""
    percentages = [one.percentage or ZERO for one in shares if one.amount is None]
    by_percentage = iter(by_percentages(whole, percentages))
    amounts = tuple(
        next(by_percentage) if one.amount is None else to_cents(one.amount) for one in shares
    )
    return SharedOut(amounts, whole - sum(amounts, ZERO))


def by_percentages(whole: Decimal, percentages: Sequence[Decimal]) -> list[Decimal]:
    """The parts of an amount by percentages, by the rule of largest remainders."""
    exact = [whole * one / HUNDRED for one in percentages]
    parts = [one.quantize(CENT, ROUND_FLOOR) for one in exact]
    wanted = to_cents(whole * sum(percentages, ZERO) / HUNDRED)
    left = int((wanted - sum(parts, ZERO)) / CENT)
    most_lost = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place], place))
    for place in most_lost[:left]:
        parts[place] += CENT
    return parts


def percentage_of(part: Decimal, whole: Decimal) -> Decimal:
    """How much of hundred a part is, to two decimals; 0 of nothing."""
    return to_cents(part * HUNDRED / whole) if whole else ZERO
