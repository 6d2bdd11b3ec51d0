# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of a dossier: which can be taken, what each asks, and the money that stays right."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.dossier_back import step_back
from buurthuis_admin.domain.dossier_steps import (
    Account,
    Apply,
    Award,
    Receive,
    Reject,
    Repay,
    ReportInterim,
    Settle,
    Step,
    StepKind,
    StepNotPossible,
    StepProblem,
    Withdraw,
    kind_of,
    next_expected,
    possible,
    problems_of,
    take,
)
from buurthuis_admin.domain.dossier_track import MarkState, TrackKind, timeline, track
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import Instalment, Subsidy, SubsidyState

TODAY = datetime.date(2026, 11, 23)
DAY = datetime.date(2026, 1, 15)
IDEA = Subsidy(id=1, funder="Gemeente Waterdam", state=SubsidyState.DRAFT)


def euro(amount: int | str) -> Decimal:
    return Decimal(amount)


def after(*steps: Step, start: Subsidy = IDEA) -> Subsidy:
    for step in steps:
        start = take(start, step, TODAY)
    return start


APPLY = Apply(day=DAY, requested=euro(20000))
AWARD = Award(day=DAY, awarded=euro(18000), advance=euro(14400), conditions=("Logo plaatsen",))


def test_from_the_idea_to_the_settlement() -> None:
    awarded = after(APPLY, AWARD)
    assert [one.expected for one in awarded.instalments] == [euro(14400), euro(3600)]
    assert [one.words for one in awarded.conditions] == ["Logo plaatsen"]
    settled = after(
        Receive(day=DAY, amount=euro(14400)),
        ReportInterim(day=DAY),
        Account(day=DAY),
        Settle(day=DAY, amount=euro(17000)),
        start=replace(awarded, instalments=()),
    )
    assert (settled.to_come, settled.to_repay, settled.closed) == (euro(2600), ZERO, False)
    paid = after(Receive(day=DAY, amount=euro(2600)), start=settled)
    assert paid.closed
    assert possible(paid) == ()


def test_what_was_received_too_much_is_paid_back() -> None:
    settled = after(
        APPLY, AWARD, Receive(day=DAY, amount=euro(14400)), Settle(day=DAY, amount=euro(14000))
    )
    assert settled.to_repay == euro(400)
    assert possible(settled)[-1] is StepKind.REPAY
    done = after(Repay(day=DAY, amount=euro(400)), start=settled)
    assert (done.to_repay, done.repaid, done.closed) == (ZERO, euro(400), True)


def test_a_rejection_can_still_become_an_award() -> None:
    rejected = after(APPLY, Reject(day=DAY, reason="Budget is op"))
    assert (rejected.closed, rejected.awarded, rejected.outcome) == (True, ZERO, "Budget is op")
    assert possible(rejected) == (StepKind.AWARD,)
    assert after(AWARD, start=rejected).state is SubsidyState.AWARDED


def test_who_withdraws_pays_back_what_came() -> None:
    gone = after(APPLY, AWARD, Receive(day=DAY, amount=euro(500)), Withdraw(day=DAY))
    assert (gone.to_repay, gone.to_come, gone.closed) == (euro(500), ZERO, False)
    assert after(Repay(day=DAY, amount=euro(500)), start=gone).closed


def test_money_goes_where_it_was_expected() -> None:
    later = Instalment(id=1, expected=euro(10), expected_on=DAY)
    first = Instalment(id=2, expected=euro(5), expected_on=DAY - datetime.timedelta(days=3))
    subsidy = replace(after(APPLY, AWARD), instalments=(later, first))
    assert next_expected(subsidy) == first
    came = after(Receive(day=DAY, amount=euro(5), instalment_id=2), start=subsidy)
    assert [one.received for one in came.instalments] == [None, euro(5)]
    assert next_expected(came) == later


@pytest.mark.parametrize(
    ("start", "step", "problem"),
    [
        ((), Apply(day=None), ("day", StepProblem.DAY_MISSING)),
        ((), Apply(day=TODAY + datetime.timedelta(days=1)), ("day", StepProblem.IN_FUTURE)),
        ((), Account(day=DAY), ("day", StepProblem.NOT_POSSIBLE)),
        (
            (APPLY,),
            replace(AWARD, day=DAY - datetime.timedelta(days=1)),
            ("day", StepProblem.BEFORE_APPLICATION),
        ),
        ((APPLY,), replace(AWARD, awarded=ZERO), ("awarded", StepProblem.AMOUNT_MISSING)),
        ((APPLY,), replace(AWARD, advance=euro(18001)), ("advance", StepProblem.ABOVE_AWARD)),
        (
            (APPLY, AWARD),
            Settle(day=DAY, amount=euro(18001)),
            ("amount", StepProblem.ABOVE_AWARD),
        ),
        ((APPLY, AWARD), Settle(day=DAY, amount=None), ("amount", StepProblem.AMOUNT_MISSING)),
        ((APPLY, AWARD), Receive(day=DAY, amount=ZERO), ("amount", StepProblem.AMOUNT_MISSING)),
        (
            (APPLY, AWARD),
            Account(day=DAY - datetime.timedelta(days=1)),
            ("day", StepProblem.BEFORE_DECISION),
        ),
        (
            (APPLY, AWARD, Receive(day=DAY, amount=euro(9)), Withdraw(day=DAY)),
            Repay(day=DAY, amount=euro(10)),
            ("amount", StepProblem.ABOVE_RECEIVED),
        ),
    ],
)
def test_what_is_not_right_is_told_at_its_field(
    start: tuple[Step, ...], step: Step, problem: tuple[str, StepProblem]
) -> None:
    subsidy = after(*start)
    assert problems_of(subsidy, step, TODAY) == (problem,)
    with pytest.raises(StepNotPossible):
        take(subsidy, step, TODAY)


AMOUNTS = st.integers(1, 2_000_000).map(lambda cents: Decimal(cents).scaleb(-2))


@st.composite
def courses(draw: st.DrawFn) -> list[Subsidy]:
    """A dossier after each of some steps, every one of which could be taken."""
    found = [IDEA]
    for _number in range(draw(st.integers(0, 9))):
        kinds = possible(found[-1])
        if not kinds:
            break
        step = draw(steps(found[-1], draw(st.sampled_from(kinds))))
        if not problems_of(found[-1], step, TODAY):
            found.append(take(found[-1], step, TODAY))
    return found


def steps(subsidy: Subsidy, kind: StepKind) -> st.SearchStrategy[Step]:
    awarded = subsidy.awarded or euro(1)
    less = st.integers(0, 100).map(lambda part: (awarded * part / 100).quantize(Decimal("0.01")))
    return {
        StepKind.APPLY: st.just(APPLY),
        StepKind.AWARD: st.builds(Award, day=st.just(DAY), awarded=AMOUNTS),
        StepKind.REJECT: st.just(Reject(day=DAY)),
        StepKind.WITHDRAW: st.just(Withdraw(day=DAY)),
        StepKind.RECEIVE: st.builds(Receive, day=st.just(DAY), amount=less),
        StepKind.INTERIM: st.just(ReportInterim(day=DAY)),
        StepKind.ACCOUNT: st.just(Account(day=DAY)),
        StepKind.SETTLE: st.builds(Settle, day=st.just(DAY), amount=less),
        StepKind.REPAY: st.just(Repay(day=DAY, amount=max(euro(1), subsidy.to_repay))),
    }[kind]  # type: ignore[return-value]


@given(courses())
def test_money_is_never_to_come_and_to_go_back_at_once(course: list[Subsidy]) -> None:
    for subsidy in course:
        assert subsidy.to_come >= 0
        assert subsidy.to_repay >= 0
        assert not (subsidy.to_come and subsidy.to_repay)
        came = sum((max(ZERO, one.received or ZERO) for one in subsidy.instalments), ZERO)
        assert came - subsidy.repaid == subsidy.received
        if subsidy.settled is not None:
            assert subsidy.received + subsidy.to_come - subsidy.to_repay == subsidy.settled


@given(courses())
def test_a_step_back_leads_to_where_it_was(course: list[Subsidy]) -> None:
    before, now = (course[-2], course[-1]) if len(course) > 1 else (None, course[0])
    back = step_back(now)
    if before is None:
        assert back is None
    elif now.state is not before.state and before.state is not SubsidyState.REJECTED:
        assert back is not None
        assert back.state is before.state
        assert back.received == now.received


@given(courses())
def test_the_row_of_states_has_one_now_and_nothing_done_after_it(course: list[Subsidy]) -> None:
    for subsidy in course:
        states = [mark.state for mark in track(subsidy)]
        assert states.count(MarkState.NOW) <= 1
        assert MarkState.AHEAD not in states or MarkState.NOW in states
        if MarkState.NOW in states and subsidy.state is not SubsidyState.AWARDED:
            assert MarkState.DONE not in states[states.index(MarkState.NOW) :]
        if subsidy.closed:
            assert MarkState.NOW not in states


@given(courses(), st.sampled_from([APPLY, AWARD, Reject(day=DAY), Account(day=DAY)]))
def test_a_step_is_taken_exactly_when_it_is_possible(course: list[Subsidy], step: Step) -> None:
    subsidy = course[-1]
    refused = ("day", StepProblem.NOT_POSSIBLE) in problems_of(subsidy, step, TODAY)
    assert refused == (kind_of(step) not in possible(subsidy))


def test_the_states_of_a_running_dossier() -> None:
    subsidy = replace(
        after(APPLY, AWARD, Receive(day=DAY, amount=euro(14400))),
        interim_due_on=TODAY,
        due_on=datetime.date(2027, 4, 1),
    )
    told = [(mark.kind, mark.state) for mark in track(subsidy)]
    assert told == [
        (TrackKind.APPLICATION, MarkState.DONE),
        (TrackKind.DECISION, MarkState.DONE),
        (TrackKind.ADVANCE, MarkState.DONE),
        (TrackKind.INTERIM, MarkState.NOW),
        (TrackKind.ACCOUNTABILITY, MarkState.AHEAD),
        (TrackKind.SETTLEMENT, MarkState.AHEAD),
    ]


def test_what_should_have_been_done_is_late_on_the_timeline() -> None:
    due = datetime.date(2025, 4, 1)
    dossier = Subsidy(funder="Fonds", state=SubsidyState.AWARDED, due_on=due)
    before, after = due - datetime.timedelta(days=1), due + datetime.timedelta(days=1)
    assert [one.late for one in timeline(dossier, (), before)] == [False]
    assert [one.late for one in timeline(dossier, (), due)] == [False]
    assert [(one.ahead, one.late) for one in timeline(dossier, (), after)] == [(True, True)]
