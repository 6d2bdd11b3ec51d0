# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of one step of a dossier: it asks what the step needs and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

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
    Withdraw,
    next_expected,
    problems_of,
)
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.money import to_cents
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.pages.book_field import book_field, read_place
from buurthuis_admin.gui.pages.dossier_forms import amount_text, day_text
from buurthuis_admin.gui.pages.fields_form import Field, FieldKind, FieldsForm
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_money
from buurthuis_admin.services.dossier_bookings import BookChoices
from buurthuis_admin.services.step_words import step_button, step_problem


class StepForm(FieldsForm):
    """Takes one step; what is not right with it is told at its field.

    ``choices``: where the money may stand in the book, for a step that moves money.
    """

    def __init__(
        self,
        kind: StepKind,
        subsidy: Subsidy,
        funder: Funder,
        today: datetime.date,
        workspace: Workspace,
        parent: QWidget,
        choices: BookChoices | None = None,
    ) -> None:
        self._kind, self._subsidy, self._today = kind, subsidy, today
        self._choices = choices
        fields = [_day_field(kind, today), *_FIELDS.get(kind, _nothing)(subsidy, funder)]
        if choices is not None:
            fields.append(book_field(choices))
        super().__init__(step_button(kind), fields, workspace, parent)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The step."""
        step = _READERS[self._kind](self._subsidy, reading)
        told = {problem.field for problem in reading.problems}
        for field, problem in problems_of(self._subsidy, step, self._today):
            if field not in told:
                reading.problems.append(Problem(field, step_problem(problem)))
        subsidies = self.workspace.administration.subsidies
        subsidy_id = self._subsidy.id
        assert subsidy_id is not None
        if self._choices is None or not isinstance(step, Receive | Repay):
            return lambda: subsidies.take(subsidy_id, step)
        moving, place = step, read_place(reading, self._choices, step.amount)
        dossiers = self.workspace.administration.money.of_dossiers
        return lambda: dossiers.take(subsidy_id, moving, place)


def _day_field(kind: StepKind, today: datetime.date) -> Field:
    labels = {
        StepKind.APPLY: _("Day on which the application was sent"),
        StepKind.AWARD: _("Date of the letter"),
        StepKind.REJECT: _("Date of the letter"),
        StepKind.WITHDRAW: _("Day on which it was withdrawn"),
        StepKind.RECEIVE: _("Day on which the money came"),
        StepKind.INTERIM: _("Day on which it was sent"),
        StepKind.ACCOUNT: _("Day on which it was sent"),
        StepKind.SETTLE: _("Date of the letter"),
        StepKind.REPAY: _("Day on which it was paid back"),
    }
    return Field(name="day", label=labels[kind], value=day_text(today), needed=True)


def _nothing(_subsidy: Subsidy, _funder: Funder) -> list[Field]:
    return []


def _apply_fields(subsidy: Subsidy, _funder: Funder) -> list[Field]:
    value = amount_text(subsidy.requested)
    return [Field(name="requested", label=_("Requested"), value=value)]


def _award_fields(subsidy: Subsidy, funder: Funder) -> list[Field]:
    asked = subsidy.requested
    share = funder.advance_percentage
    advance = to_cents(asked * share / Decimal(100)) if asked and share is not None else None
    due = funder.deadline.after(subsidy.period) if subsidy.period else None
    rule = _("This funder usually pays {percent} % in advance.").format(percent=share)
    return [
        Field(name="awarded", label=_("Awarded"), value=amount_text(asked), needed=True),
        Field(name="reference", label=_("Number of the letter"), value=subsidy.reference),
        Field(
            name="advance",
            label=_("Of this in advance"),
            value=amount_text(advance),
            hint=rule if share is not None else "",
        ),
        Field(name="due_on", label=_("Hand in by"), value=day_text(subsidy.due_on or due)),
        Field(
            name="interim_due_on",
            label=_("Interim report by"),
            value=day_text(subsidy.interim_due_on),
        ),
        Field(
            name="conditions",
            label=_("Conditions"),
            kind=FieldKind.TEXT,
            hint=_("One on each line."),
        ),
    ]


def _reason_field(label_text: str) -> list[Field]:
    return [Field(name="reason", label=label_text, kind=FieldKind.TEXT)]


def moving_amount(kind: StepKind, subsidy: Subsidy) -> Decimal | None:
    """The amount that a step will most likely move; what goes back is negative."""
    if kind is StepKind.REPAY:
        return -subsidy.to_repay
    expected = next_expected(subsidy)
    return expected.expected if expected else subsidy.to_come or None


def _receive_fields(subsidy: Subsidy, _funder: Funder) -> list[Field]:
    amount = moving_amount(StepKind.RECEIVE, subsidy)
    return [
        Field(name="amount", label=_("Amount"), value=amount_text(amount), needed=True),
        Field(name="remark", label=_("Remark")),
    ]


def _settle_fields(subsidy: Subsidy, _funder: Funder) -> list[Field]:
    awarded = subsidy.awarded
    hint = ""
    if awarded is not None:
        hint = _("{amount} was awarded.").format(amount=format_money(awarded))
    return [
        Field(
            name="amount",
            label=_("Settled at"),
            value=amount_text(awarded),
            hint=hint,
            needed=True,
        ),
        *_reason_field(_("Why it differs")),
    ]


def _repay_fields(subsidy: Subsidy, _funder: Funder) -> list[Field]:
    value = amount_text(subsidy.to_repay)
    return [
        Field(name="amount", label=_("Amount"), value=value, needed=True),
        Field(name="remark", label=_("Remark")),
    ]


_FIELDS: dict[StepKind, Callable[[Subsidy, Funder], list[Field]]] = {
    StepKind.APPLY: _apply_fields,
    StepKind.AWARD: _award_fields,
    StepKind.REJECT: lambda _subsidy, _funder: _reason_field(_("Why it was rejected")),
    StepKind.WITHDRAW: lambda _subsidy, _funder: _reason_field(_("Why it was withdrawn")),
    StepKind.RECEIVE: _receive_fields,
    StepKind.SETTLE: _settle_fields,
    StepKind.REPAY: _repay_fields,
}


def _award(_subsidy: Subsidy, reading: Reading) -> Award:
    lines = reading.lines("conditions").splitlines()
    return Award(
        day=reading.day("day", needed=True),
        awarded=reading.amount("awarded", needed=True),
        reference=reading.text("reference"),
        due_on=reading.day("due_on"),
        interim_due_on=reading.day("interim_due_on"),
        advance=reading.amount("advance"),
        conditions=tuple(words for line in lines if (words := line.strip())),
    )


def _receive(subsidy: Subsidy, reading: Reading) -> Receive:
    expected = next_expected(subsidy)
    return Receive(
        day=reading.day("day", needed=True),
        amount=reading.amount("amount", needed=True),
        remark=reading.text("remark"),
        instalment_id=expected.id if expected else None,
    )


_READERS: dict[StepKind, Callable[[Subsidy, Reading], Step]] = {
    StepKind.APPLY: lambda _subsidy, reading: Apply(
        day=reading.day("day", needed=True), requested=reading.amount("requested")
    ),
    StepKind.AWARD: _award,
    StepKind.REJECT: lambda _subsidy, reading: Reject(
        day=reading.day("day", needed=True), reason=reading.lines("reason")
    ),
    StepKind.WITHDRAW: lambda _subsidy, reading: Withdraw(
        day=reading.day("day", needed=True), reason=reading.lines("reason")
    ),
    StepKind.RECEIVE: _receive,
    StepKind.INTERIM: lambda _subsidy, reading: ReportInterim(day=reading.day("day", needed=True)),
    StepKind.ACCOUNT: lambda _subsidy, reading: Account(day=reading.day("day", needed=True)),
    StepKind.SETTLE: lambda _subsidy, reading: Settle(
        day=reading.day("day", needed=True),
        amount=reading.amount("amount", needed=True),
        reason=reading.lines("reason"),
    ),
    StepKind.REPAY: lambda _subsidy, reading: Repay(
        day=reading.day("day", needed=True),
        amount=reading.amount("amount", needed=True),
        remark=reading.text("remark"),
    ),
}
