# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of a dossier, and what is not right with one, in words."""

from __future__ import annotations

from buurthuis_admin.domain.dossier_steps import StepKind, StepProblem
from buurthuis_admin.i18n import _


def step_sentence(kind: StepKind) -> str:
    """What a step did, for the list of changes; {name} is the dossier."""
    return {
        StepKind.APPLY: _("{name}: applied for"),
        StepKind.AWARD: _("{name}: awarded"),
        StepKind.REJECT: _("{name}: rejected"),
        StepKind.WITHDRAW: _("{name}: withdrawn"),
        StepKind.RECEIVE: _("{name}: money received"),
        StepKind.INTERIM: _("{name}: interim report sent"),
        StepKind.ACCOUNT: _("{name}: accounted for"),
        StepKind.SETTLE: _("{name}: settled"),
        StepKind.REPAY: _("{name}: money paid back"),
    }[kind]


def step_button(kind: StepKind) -> str:
    """The button that starts a step."""
    return {
        StepKind.APPLY: _("Application sent"),
        StepKind.AWARD: _("Money awarded"),
        StepKind.REJECT: _("Rejected"),
        StepKind.WITHDRAW: _("Withdraw"),
        StepKind.RECEIVE: _("Money received"),
        StepKind.INTERIM: _("Interim report sent"),
        StepKind.ACCOUNT: _("Accountability sent"),
        StepKind.SETTLE: _("Settlement received"),
        StepKind.REPAY: _("Money paid back"),
    }[kind]


def step_problem(problem: StepProblem) -> str:
    """What to do about what is not right."""
    return {
        StepProblem.DAY_MISSING: _("Write the date as 3-4-2026 or 3 april 2026."),
        StepProblem.IN_FUTURE: _("This day is still to come. Fill in the day that it happened."),
        StepProblem.BEFORE_APPLICATION: _(
            "This day lies before the application. Fill in a later day, or change that of the "
            "application first."
        ),
        StepProblem.BEFORE_DECISION: _(
            "This day lies before the decision. Fill in a later day, or change that of the "
            "decision first."
        ),
        StepProblem.AMOUNT_MISSING: _("Fill in an amount, such as 1.250,00."),
        StepProblem.ABOVE_AWARD: _(
            "This is more than was awarded. Fill in less, or change what was awarded first."
        ),
        StepProblem.ABOVE_RECEIVED: _("This is more than came in. Fill in what was paid back."),
        StepProblem.ALREADY_THERE: _(
            "A payment of this amount on this day is in the dossier already. Fill in another day "
            "or amount, or close this window."
        ),
        StepProblem.NOT_POSSIBLE: _(
            "This step cannot be taken now. Close this window and look how far the dossier is."
        ),
    }[problem]
