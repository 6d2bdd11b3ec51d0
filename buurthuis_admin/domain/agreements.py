# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreed against reached: the difference, whether it asks for an explanation, and a forecast."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.subsidies import Indicator, Target

_WHOLE = Decimal(100)
_LATE = Decimal("0.75")  # from here on the end is near enough to explain what will not be reached
# What grows with every session; different people come back, so days tell more about them.
_BY_SESSIONS = (Indicator.SESSIONS, Indicator.VISITS)


class Basis(StrEnum):
    """What a forecast goes by."""

    SESSIONS = "sessions"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What will be reached when it goes on like this: ``done`` of ``total`` are behind us."""

    value: Decimal
    basis: Basis
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What was counted, and how many sessions were held and are planned for it.

    ``value`` None: it cannot be counted here.
    """

    value: Decimal | None
    held: int = 0
    planned: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreed result with what was reached. ``period`` None: nothing says when it counts."""

    target: Target
    period: Period | None
    reached: Decimal | None
    forecast: Forecast | None = None
    explanation_due: bool = False

    @property
    def difference(self) -> Decimal | None:
        """Reached less agreed."""
        return None if self.reached is None else self.reached - self.target.promised


def period_of(target: Target, dossier: Period | None) -> Period | None:
    """The days over which an agreed result counts."""
    start = target.starts or (dossier.start if dossier else None)
    end = target.ends or (dossier.end if dossier else None)
    return Period(start, end) if start and end and start <= end else None


def agreement(
    target: Target,
    period: Period | None,
    reached: Reached,
    today: datetime.date,
    per_cent: int = 10,
) -> Agreement:
    """Hold what was reached against what was agreed."""
    ahead = None
    if reached.value is not None and period is not None:
        ahead = forecast(target.kind, reached, period, today)
    return Agreement(
        target=target,
        period=period,
        reached=reached.value,
        forecast=ahead,
        explanation_due=_due(target, period, reached.value, ahead, today, per_cent),
    )


def forecast(
    kind: Indicator, reached: Reached, period: Period, today: datetime.date
) -> Forecast | None:
    """A straight line to the end of the period; None before it, after it, and without a ground.

    Sessions and visits follow the sessions: held of held and planned. The rest, and what has no
    session planned, follows the days.
    """
    if reached.value is None or not period.start <= today < period.end:
        return None
    if kind in _BY_SESSIONS and reached.planned and reached.held:
        total = reached.held + reached.planned
        return _line(reached.value, Basis.SESSIONS, reached.held, total)
    done, total = (today - period.start).days + 1, (period.end - period.start).days + 1
    return _line(reached.value, Basis.DAYS, done, total)


def _line(value: Decimal, basis: Basis, done: int, total: int) -> Forecast:
    expected = (value * total / done).quantize(Decimal(1), ROUND_HALF_UP)
    return Forecast(value=expected, basis=basis, done=done, total=total)


def _due(
    target: Target,
    period: Period | None,
    reached: Decimal | None,
    ahead: Forecast | None,
    today: datetime.date,
    per_cent: int,
) -> bool:
    """After the period any large difference; in its last quarter one that will stay."""
    if target.explanation.strip() or not target.promised or period is None:
        return False
    over = period.end < today
    if reached is None:
        return over  # what cannot be counted is told in words
    if over:
        return _large(reached - target.promised, target.promised, per_cent)
    late = (today - period.start).days >= _LATE * (period.end - period.start).days
    if not late or ahead is None:
        return False
    return _large(min(ahead.value - target.promised, Decimal(0)), target.promised, per_cent)


def _large(difference: Decimal, promised: Decimal, per_cent: int) -> bool:
    return abs(difference) * _WHOLE > promised * per_cent
