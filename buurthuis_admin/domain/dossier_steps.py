# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of a dossier, from the idea to the settlement: what each asks, and what it changes.

``possible`` says which steps can be taken, ``problems_of`` what is not right with one, ``take``
gives the dossier after it (``domain.dossier_back`` the one before the last step).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import Condition, Instalment, Subsidy, SubsidyState


class StepKind(StrEnum):
    """What can happen to a dossier."""

    APPLY = "apply"
    AWARD = "award"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    RECEIVE = "receive"
    INTERIM = "interim"
    ACCOUNT = "account"
    SETTLE = "settle"
    REPAY = "repay"


class StepProblem(StrEnum):
    """What is not right with a step."""

    DAY_MISSING = "day_missing"
    IN_FUTURE = "in_future"
    BEFORE_APPLICATION = "before_application"
    BEFORE_DECISION = "before_decision"
    AMOUNT_MISSING = "amount_missing"
    ABOVE_AWARD = "above_award"
    ABOVE_RECEIVED = "above_received"
    ALREADY_THERE = "already_there"
    NOT_POSSIBLE = "not_possible"


class StepNotPossible(ValueError):
    """A step that was taken while something was not right with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apply:
    """The application was sent."""

    day: datetime.date | None
    requested: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """The decision letter came with money in it; ``advance`` is what is paid beforehand."""

    day: datetime.date | None
    awarded: Decimal | None
    reference: str = ""
    due_on: datetime.date | None = None
    interim_due_on: datetime.date | None = None
    advance: Decimal | None = None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """The decision letter came without money."""

    day: datetime.date | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """The centre does not go on with it."""

    day: datetime.date | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive:
    """Money came in; ``instalment_id`` is the payment that it was expected as.

    ``booking_id`` is the booking of it in the book.
    """

    day: datetime.date | None
    amount: Decimal | None
    remark: str = ""
    instalment_id: int | None = None
    booking_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInterim:
    """The interim report was sent."""

    day: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The accountability was sent."""

    day: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """The funder decided what the subsidy comes to in the end."""

    day: datetime.date | None
    amount: Decimal | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repay:
    """Money was paid back; ``booking_id`` is the booking of it in the book."""

    day: datetime.date | None
    amount: Decimal | None
    remark: str = ""
    booking_id: int | None = None


Step: TypeAlias = (
    Apply | Award | Reject | Withdraw | Receive | ReportInterim | Account | Settle | Repay
)

_KINDS: dict[type[object], StepKind] = {
    Apply: StepKind.APPLY,
    Award: StepKind.AWARD,
    Reject: StepKind.REJECT,
    Withdraw: StepKind.WITHDRAW,
    Receive: StepKind.RECEIVE,
    ReportInterim: StepKind.INTERIM,
    Account: StepKind.ACCOUNT,
    Settle: StepKind.SETTLE,
    Repay: StepKind.REPAY,
}
# After a rejection an objection can still bring an award.
_FROM = {
    StepKind.APPLY: (SubsidyState.DRAFT,),
    StepKind.AWARD: (SubsidyState.APPLIED, SubsidyState.REJECTED),
    StepKind.REJECT: (SubsidyState.APPLIED,),
    StepKind.WITHDRAW: (SubsidyState.DRAFT, SubsidyState.APPLIED, SubsidyState.AWARDED),
    StepKind.RECEIVE: (SubsidyState.AWARDED, SubsidyState.ACCOUNTED, SubsidyState.SETTLED),
    StepKind.INTERIM: (SubsidyState.AWARDED,),
    StepKind.ACCOUNT: (SubsidyState.AWARDED,),
    StepKind.SETTLE: (SubsidyState.AWARDED, SubsidyState.ACCOUNTED),
    StepKind.REPAY: (SubsidyState.SETTLED, SubsidyState.WITHDRAWN),
}


def kind_of(step: Step) -> StepKind:
    """Which step it is."""
    return _KINDS[type(step)]


def possible(subsidy: Subsidy) -> tuple[StepKind, ...]:
    """The steps that can be taken now, the most likely one first."""
    found = [kind for kind, states in _FROM.items() if subsidy.state in states]
    return tuple(kind for kind in sorted(found, key=_likeliness(subsidy)) if _fits(subsidy, kind))


def _fits(subsidy: Subsidy, kind: StepKind) -> bool:
    if kind is StepKind.INTERIM:
        return subsidy.interim_on is None
    if kind is StepKind.REPAY:
        return subsidy.to_repay > 0
    ended = subsidy.state is SubsidyState.SETTLED
    return not (kind is StepKind.RECEIVE and ended and not subsidy.to_come)


def _likeliness(subsidy: Subsidy) -> Callable[[StepKind], int]:
    waiting = subsidy.state is SubsidyState.AWARDED and not subsidy.received
    first = StepKind.RECEIVE if waiting else _NEXT.get(subsidy.state)
    if subsidy.state is SubsidyState.AWARDED and not waiting and _interim_awaited(subsidy):
        first = StepKind.INTERIM
    order = list(StepKind)
    return lambda kind: -1 if kind is first else order.index(kind)


_NEXT = {
    SubsidyState.DRAFT: StepKind.APPLY,
    SubsidyState.APPLIED: StepKind.AWARD,
    SubsidyState.AWARDED: StepKind.ACCOUNT,
    SubsidyState.ACCOUNTED: StepKind.SETTLE,
    SubsidyState.SETTLED: StepKind.RECEIVE,
}


def _interim_awaited(subsidy: Subsidy) -> bool:
    return subsidy.interim_due_on is not None and subsidy.interim_on is None


# What is not right.


def problems_of(
    subsidy: Subsidy, step: Step, today: datetime.date
) -> tuple[tuple[str, StepProblem], ...]:
    """What is not right with a step: the name of its field, and what."""
    if kind_of(step) not in possible(subsidy):
        return (("day", StepProblem.NOT_POSSIBLE),)
    day, amount = _day_problem(subsidy, step, today), _amount_problem(subsidy, step)
    told = [("day", day), *([] if amount is None else [amount])]
    return tuple((field, problem) for field, problem in told if problem is not None)


def _day_problem(subsidy: Subsidy, step: Step, today: datetime.date) -> StepProblem | None:
    if step.day is None:
        return StepProblem.DAY_MISSING
    if step.day > today:
        return StepProblem.IN_FUTURE
    applied, decided = subsidy.applied_on, subsidy.decided_on
    if isinstance(step, Award | Reject | Withdraw) and applied and step.day < applied:
        return StepProblem.BEFORE_APPLICATION
    if isinstance(step, ReportInterim | Account | Settle) and decided and step.day < decided:
        return StepProblem.BEFORE_DECISION
    return None


def _amount_problem(subsidy: Subsidy, step: Step) -> tuple[str, StepProblem] | None:
    match step:
        case Award(awarded=amount, advance=advance):
            return _award_problem(amount, advance)
        case Settle(amount=None):
            return "amount", StepProblem.AMOUNT_MISSING
        case Settle(amount=Decimal() as amount) if _above(amount, subsidy.awarded):
            return "amount", StepProblem.ABOVE_AWARD
        case Receive(amount=amount) | Repay(amount=amount) if not amount or amount < 0:
            return "amount", StepProblem.AMOUNT_MISSING
        case Repay(amount=Decimal() as amount) if amount > subsidy.received:
            return "amount", StepProblem.ABOVE_RECEIVED
        case Receive(day=day, amount=amount) | Repay(day=day, amount=amount):
            moved = amount if isinstance(step, Receive) else -(amount or ZERO)
            if any(one.day == day and one.received == moved for one in subsidy.instalments):
                return "amount", StepProblem.ALREADY_THERE
    return None


def _award_problem(
    awarded: Decimal | None, advance: Decimal | None
) -> tuple[str, StepProblem] | None:
    if not awarded or awarded < 0:
        return "awarded", StepProblem.AMOUNT_MISSING
    if advance is not None and advance > awarded:
        return "advance", StepProblem.ABOVE_AWARD
    return None


def _above(amount: Decimal, most: Decimal | None) -> bool:
    return most is not None and amount > most


# Taking a step.


def take(subsidy: Subsidy, step: Step, today: datetime.date) -> Subsidy:
    """The dossier after a step. Raises StepNotPossible when something is not right with it."""
    problems = problems_of(subsidy, step, today)
    if problems:
        raise StepNotPossible(f"{kind_of(step)}: {problems}")
    return _taken(subsidy, step)


def _taken(subsidy: Subsidy, step: Step) -> Subsidy:
    match step:
        case Apply(day=day, requested=requested):
            return replace(
                subsidy,
                state=SubsidyState.APPLIED,
                applied_on=day,
                requested=subsidy.requested if requested is None else requested,
            )
        case Award():
            return _awarded(subsidy, step)
        case Reject(day=day, reason=reason):
            return replace(
                subsidy,
                state=SubsidyState.REJECTED,
                decided_on=day,
                awarded=ZERO,
                outcome=reason or subsidy.outcome,
            )
        case Withdraw(day=day, reason=reason):
            return replace(
                subsidy,
                state=SubsidyState.WITHDRAWN,
                withdrawn_on=day,
                outcome=reason or subsidy.outcome,
            )
        case Receive():
            return _received(subsidy, step)
        case ReportInterim(day=day):
            return replace(subsidy, interim_on=day)
        case Account(day=day):
            return replace(subsidy, state=SubsidyState.ACCOUNTED, accounted_on=day)
        case Settle(day=day, amount=amount, reason=reason):
            return replace(
                subsidy,
                state=SubsidyState.SETTLED,
                settled_on=day,
                settled=amount,
                outcome=reason or subsidy.outcome,
            )
        case Repay(day=day, amount=Decimal() as amount, remark=remark, booking_id=booking):
            back = Instalment(received=-amount, day=day, remark=remark, booking_id=booking)
            return replace(subsidy, instalments=(*subsidy.instalments, back))
    raise StepNotPossible(kind_of(step))  # pragma: no cover - problems_of let it through


def _awarded(subsidy: Subsidy, step: Award) -> Subsidy:
    known = {one.words for one in subsidy.conditions}
    new = (Condition(words=words) for words in step.conditions if words not in known)
    return replace(
        subsidy,
        state=SubsidyState.AWARDED,
        decided_on=step.day,
        awarded=step.awarded,
        reference=step.reference or subsidy.reference,
        due_on=step.due_on or subsidy.due_on,
        interim_due_on=step.interim_due_on or subsidy.interim_due_on,
        conditions=(*subsidy.conditions, *new),
        instalments=subsidy.instalments or _expected(step),
    )


def _expected(step: Award) -> tuple[Instalment, ...]:
    """The advance, and what comes after it."""
    awarded = step.awarded or ZERO
    advance = awarded if step.advance is None else step.advance
    parts = (advance, awarded - advance)
    return tuple(Instalment(expected=part) for part in parts if part > 0)


def _received(subsidy: Subsidy, step: Receive) -> Subsidy:
    """Put the money where it was expected; without a place it is a payment of its own."""
    fits = [
        one
        for one in subsidy.instalments
        if one.id is not None and one.id == step.instalment_id and one.received is None
    ]
    if not fits:
        came = Instalment(
            received=step.amount, day=step.day, remark=step.remark, booking_id=step.booking_id
        )
        return replace(subsidy, instalments=(*subsidy.instalments, came))
    filled = replace(
        fits[0],
        received=step.amount,
        day=step.day,
        remark=step.remark or fits[0].remark,
        booking_id=step.booking_id,
    )
    kept = tuple(filled if one is fits[0] else one for one in subsidy.instalments)
    return replace(subsidy, instalments=kept)


def next_expected(subsidy: Subsidy) -> Instalment | None:
    """The payment that is expected first and did not come yet."""
    waiting = [one for one in subsidy.instalments if one.expected and one.received is None]
    return min(waiting, key=lambda one: one.expected_on or datetime.date.max, default=None)
