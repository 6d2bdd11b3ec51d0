# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a dossier is: its states in a row, all that happened and is to come, and its terms."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.papers import Paper
from buurthuis_admin.domain.subsidies import Instalment, Subsidy, SubsidyState


class TrackKind(StrEnum):
    """A state in the row at the top of a dossier."""

    APPLICATION = "application"
    DECISION = "decision"
    ADVANCE = "advance"
    INTERIM = "interim"
    ACCOUNTABILITY = "accountability"
    SETTLEMENT = "settlement"
    REMAINDER = "remainder"
    REPAYMENT = "repayment"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class MarkState(StrEnum):
    """Whether a state was reached. ``STOPPED``: it ended there, without money."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One state: when it was reached, or by when it must be, and the money that goes with it.

    ``share`` is that money as a part of what was awarded: 0.8 for an advance of 80 %.
    """

    kind: TrackKind
    state: MarkState
    day: datetime.date | None = None
    due: datetime.date | None = None
    amount: Decimal | None = None
    share: Decimal | None = None


_HELD = (SubsidyState.AWARDED, SubsidyState.ACCOUNTED, SubsidyState.SETTLED)
_OVER = (SubsidyState.ACCOUNTED, SubsidyState.SETTLED)


def track(subsidy: Subsidy) -> tuple[Mark, ...]:
    """The states of a dossier in their order; at most one of them is now."""
    if subsidy.state is SubsidyState.REJECTED:
        return (*_begun(subsidy), _stopped(TrackKind.REJECTED, subsidy.decided_on))
    if subsidy.state is SubsidyState.WITHDRAWN:
        begun = [one for one in (*_begun(subsidy), *_decided(subsidy)) if _is_done(one)]
        end = _stopped(TrackKind.WITHDRAWN, subsidy.withdrawn_on)
        return tuple(_with_now([*begun, end, *_afterwards(subsidy)]))
    course = (*_begun(subsidy), *_decided(subsidy), *_reported(subsidy), *_afterwards(subsidy))
    return tuple(_with_now(course))


def _mark(
    kind: TrackKind,
    done: bool,
    *,
    day: datetime.date | None = None,
    due: datetime.date | None = None,
    amount: Decimal | None = None,
    share: Decimal | None = None,
) -> Mark:
    state = MarkState.DONE if done else MarkState.AHEAD
    return Mark(kind=kind, state=state, day=day, due=due, amount=amount, share=share)


def _stopped(kind: TrackKind, day: datetime.date | None) -> Mark:
    return Mark(kind=kind, state=MarkState.STOPPED, day=day)


def _is_done(mark: Mark) -> bool:
    return mark.state is MarkState.DONE


def _begun(subsidy: Subsidy) -> Iterator[Mark]:
    applied = subsidy.state is not SubsidyState.DRAFT and not (
        subsidy.state is SubsidyState.WITHDRAWN and subsidy.applied_on is None
    )
    yield _mark(TrackKind.APPLICATION, applied, day=subsidy.applied_on, amount=subsidy.requested)


def _decided(subsidy: Subsidy) -> Iterator[Mark]:
    withdrawn = subsidy.state is SubsidyState.WITHDRAWN
    decided = subsidy.state in _HELD or (withdrawn and bool(subsidy.awarded))
    yield _mark(TrackKind.DECISION, decided, day=subsidy.decided_on, amount=subsidy.awarded)
    first = next((one for one in subsidy.instalments if (one.received or 0) > 0), None)
    # Who accounted without an advance did not skip anything.
    if first is not None or subsidy.state not in _OVER:
        yield _advance(subsidy, first)


def _advance(subsidy: Subsidy, first: Instalment | None) -> Mark:
    waiting = next((one for one in subsidy.instalments if one.expected), None)
    amount = first.received if first else (waiting.expected if waiting else None)
    return _mark(
        TrackKind.ADVANCE,
        first is not None,
        day=first.day if first else None,
        due=waiting.expected_on if waiting and first is None else None,
        amount=amount,
        share=amount / subsidy.awarded if amount and subsidy.awarded else None,
    )


def _reported(subsidy: Subsidy) -> Iterator[Mark]:
    over = subsidy.state in _OVER
    if subsidy.interim_on is not None or (subsidy.interim_due_on is not None and not over):
        done = subsidy.interim_on is not None
        yield _mark(TrackKind.INTERIM, done, day=subsidy.interim_on, due=subsidy.interim_due_on)
    settled = subsidy.state is SubsidyState.SETTLED
    if not settled or subsidy.accounted_on is not None:
        yield _mark(TrackKind.ACCOUNTABILITY, over, day=subsidy.accounted_on, due=subsidy.due_on)
    amount = subsidy.settled if settled else subsidy.to_come or None
    yield _mark(TrackKind.SETTLEMENT, settled, day=subsidy.settled_on, amount=amount)


def _afterwards(subsidy: Subsidy) -> Iterator[Mark]:
    if subsidy.state not in (SubsidyState.SETTLED, SubsidyState.WITHDRAWN):
        return
    if subsidy.to_repay or subsidy.repaid:
        last = [one.day for one in subsidy.instalments if (one.received or 0) < 0]
        amount = subsidy.to_repay or subsidy.repaid
        day = last[-1] if last else None
        yield _mark(TrackKind.REPAYMENT, not subsidy.to_repay, day=day, amount=amount)
    elif subsidy.to_come:
        yield _mark(TrackKind.REMAINDER, False, amount=subsidy.to_come)


def _with_now(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The first state that is not reached is where the dossier is now."""
    found = False
    for mark in marks:
        if mark.state is MarkState.AHEAD and not found:
            found = True
            yield replace(mark, state=MarkState.NOW)
        else:
            yield mark


class MomentKind(StrEnum):
    """What happened or is to happen on a day."""

    APPLIED = "applied"
    AWARDED = "awarded"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    STARTS = "starts"
    ENDS = "ends"
    EXPECTED = "expected"
    RECEIVED = "received"
    REPAID = "repaid"
    INTERIM_DUE = "interim_due"
    INTERIM = "interim"
    CONDITION_DUE = "condition_due"
    CONDITION = "condition"
    DUE = "due"
    ACCOUNTED = "accounted"
    SETTLED = "settled"
    PAPER = "paper"


# What the centre itself must have done by that day.
TERMS = (MomentKind.INTERIM_DUE, MomentKind.CONDITION_DUE, MomentKind.DUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day of a dossier. ``ahead``: it is still to come, or still to be done, then maybe late."""

    day: datetime.date
    kind: MomentKind
    amount: Decimal | None = None
    words: str = ""
    ahead: bool = False
    late: bool = False


def timeline(subsidy: Subsidy, papers: Iterable[Paper], today: datetime.date) -> tuple[Moment, ...]:
    """All that happened and is to come, in order of the days."""
    moments = [*_steps(subsidy), *_period(subsidy, today), *_payments(subsidy)]
    moments += [replace(one, late=one.day < today) for one in terms(subsidy)]
    moments += _done_conditions(subsidy)
    moments += [Moment(day=one.added_on, kind=MomentKind.PAPER, words=one.title) for one in papers]
    order = list(MomentKind)
    return tuple(sorted(moments, key=lambda one: (one.day, order.index(one.kind), one.words)))


def terms(subsidy: Subsidy) -> Iterator[Moment]:
    """What must still be done by a day, the nearest first."""
    awarded = subsidy.state is SubsidyState.AWARDED
    found = [
        (subsidy.interim_due_on, MomentKind.INTERIM_DUE, ""),
        (subsidy.due_on, MomentKind.DUE, ""),
    ]
    if subsidy.interim_on is not None:
        found = found[1:]
    open_ones = [one for one in subsidy.conditions if one.done_on is None]
    found += [(one.due_on, MomentKind.CONDITION_DUE, one.words) for one in open_ones]
    dated = [(day, kind, words) for day, kind, words in found if day is not None and awarded]
    for day, kind, words in sorted(dated):
        yield Moment(day=day, kind=kind, words=words, ahead=True)


def _steps(subsidy: Subsidy) -> Iterator[Moment]:
    rejected = subsidy.state is SubsidyState.REJECTED
    decision = MomentKind.REJECTED if rejected else MomentKind.AWARDED
    steps = (
        (subsidy.applied_on, MomentKind.APPLIED, subsidy.requested),
        (subsidy.decided_on, decision, None if rejected else subsidy.awarded),
        (subsidy.withdrawn_on, MomentKind.WITHDRAWN, None),
        (subsidy.interim_on, MomentKind.INTERIM, None),
        (subsidy.accounted_on, MomentKind.ACCOUNTED, None),
        (subsidy.settled_on, MomentKind.SETTLED, subsidy.settled),
    )
    for day, kind, amount in steps:
        if day is not None:
            yield Moment(day=day, kind=kind, amount=amount)


def _period(subsidy: Subsidy, today: datetime.date) -> Iterator[Moment]:
    if subsidy.period is not None:
        start, end = subsidy.period.start, subsidy.period.end
        yield Moment(day=start, kind=MomentKind.STARTS, ahead=start > today)
        yield Moment(day=end, kind=MomentKind.ENDS, ahead=end >= today)


def _payments(subsidy: Subsidy) -> Iterator[Moment]:
    for one in subsidy.instalments:
        if one.received is not None and one.day is not None:
            back = one.received < 0
            kind = MomentKind.REPAID if back else MomentKind.RECEIVED
            yield Moment(day=one.day, kind=kind, amount=abs(one.received), words=one.remark)
        elif one.received is None and one.expected_on is not None:
            expected = MomentKind.EXPECTED
            yield Moment(day=one.expected_on, kind=expected, amount=one.expected, ahead=True)


def _done_conditions(subsidy: Subsidy) -> Iterator[Moment]:
    for one in subsidy.conditions:
        if one.done_on is not None:
            yield Moment(day=one.done_on, kind=MomentKind.CONDITION, words=one.words)


def left_words_due(subsidy: Subsidy, today: datetime.date) -> bool:
    """Whether the period is over, so that what is left is really left."""
    return subsidy.period is not None and subsidy.period.end < today


def still_to_spend(subsidy: Subsidy) -> Decimal:
    """What is ours by the last letter and is not spent; negative when more went out."""
    return (subsidy.entitled or ZERO) - subsidy.spent
