# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of a dossier: what it is, and each of its parts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Condition,
    Expense,
    Instalment,
    Subsidy,
    SubsidyState,
)
from buurthuis_admin.gui.pages.fields_form import Field, FieldKind, FieldsForm
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_money


def day_text(day: datetime.date | None) -> str:
    """A day as it stands in a field."""
    return "" if day is None else format_day(day)


def amount_text(amount: Decimal | None) -> str:
    """An amount as it stands in a field."""
    return "" if amount is None else format_money(amount, symbol=False)


class DossierForm(FieldsForm):
    """A new dossier, or the facts of one that is there. ``kept_id`` is its id once it is kept."""

    def __init__(
        self,
        subsidy: Subsidy,
        funders: Sequence[Funder],
        activities: Sequence[tuple[int, str]],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        self._before, self._funders = subsidy, funders
        self.kept_id = subsidy.id
        fields = _first_fields(subsidy, funders, activities)
        if subsidy.id is not None:
            fields += _later_fields(subsidy)
        title = _("New subsidy") if subsidy.id is None else _("Change subsidy")
        super().__init__(title, fields, workspace, parent)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The dossier."""
        before = self._before
        activity = reading.text("activity")
        changed = replace(
            before,
            funder=reading.needed("funder", _("Fill in who gives the subsidy.")),
            purpose=reading.text("purpose"),
            reference=reading.text("reference"),
            activity_id=int(activity) if activity.isdecimal() else None,
            period=self._period(reading),
            requested=reading.amount("requested"),
            goal=reading.lines("goal"),
            plan=reading.lines("plan"),
            remark=reading.lines("remark"),
        )
        if before.id is not None:
            changed = self._later(reading, changed)
        return lambda: self._keep(changed)

    def _period(self, reading: Reading) -> Period | None:
        start, end = reading.day("start"), reading.day("end")
        if start and end and end < start:
            words = _("The last day lies before the first day. Change one of the two.")
            reading.problems.append(Problem("end", words))
            return None
        told = {problem.field for problem in reading.problems}
        if (start is None) != (end is None) and not told & {"start", "end"}:
            missing = "end" if start else "start"
            words = _("Fill in the first and the last day, or leave both empty.")
            reading.problems.append(Problem(missing, words))
        return Period(start, end) if start and end else None

    def _later(self, reading: Reading, changed: Subsidy) -> Subsidy:
        names = [name for name in _DAYS if name in self.fields]
        days = {name: reading.day(name) for name in names}
        awarded = reading.amount("awarded") if "awarded" in self.fields else changed.awarded
        return replace(changed, awarded=awarded, outcome=reading.lines("outcome"), **days)  # type: ignore[arg-type]

    def _keep(self, changed: Subsidy) -> None:
        self.kept_id = self.workspace.administration.subsidies.save(changed)


_DAYS = ("applied_on", "decided_on", "due_on", "interim_due_on")


def _first_fields(
    subsidy: Subsidy, funders: Sequence[Funder], activities: Sequence[tuple[int, str]]
) -> list[Field]:
    period = subsidy.period
    named = tuple((one.name, one.name) for one in funders)
    held = tuple((str(number), name) for number, name in activities)
    return [
        Field(
            name="funder",
            label=_("Funder"),
            value=subsidy.funder,
            kind=FieldKind.OPEN_CHOICE,
            choices=named,
            needed=True,
        ),
        Field(name="purpose", label=_("What it is for"), value=subsidy.purpose),
        Field(
            name="activity",
            label=_("Activity"),
            value=str(subsidy.activity_id or ""),
            kind=FieldKind.CHOICE,
            choices=(("", _("All activities")), *held),
        ),
        Field(
            name="start",
            label=_("First day of the period"),
            value=day_text(period.start if period else None),
        ),
        Field(
            name="end",
            label=_("Last day of the period"),
            value=day_text(period.end if period else None),
        ),
        Field(name="requested", label=_("Requested"), value=amount_text(subsidy.requested)),
        Field(name="reference", label=_("Number of the funder"), value=subsidy.reference),
        Field(
            name="goal",
            label=_("What we want to reach"),
            value=subsidy.goal,
            kind=FieldKind.TEXT,
        ),
        Field(
            name="plan",
            label=_("What we are going to do"),
            value=subsidy.plan,
            kind=FieldKind.TEXT,
        ),
        Field(name="remark", label=_("Remark"), value=subsidy.remark, kind=FieldKind.TEXT),
    ]


def _later_fields(subsidy: Subsidy) -> list[Field]:
    """What was filled in by a step, to mend it."""
    labels = {
        "applied_on": _("Applied on"),
        "decided_on": _("Decided on"),
        "due_on": _("Hand in by"),
        "interim_due_on": _("Interim report by"),
    }
    asked = subsidy.state is not SubsidyState.DRAFT
    decided = asked and subsidy.state is not SubsidyState.APPLIED
    shown = [
        name
        for name in _DAYS
        if (name == "applied_on" and asked) or (name != "applied_on" and decided)
    ]
    fields = [
        Field(name=name, label=labels[name], value=day_text(getattr(subsidy, name)))
        for name in shown
    ]
    if decided:
        fields.append(Field(name="awarded", label=_("Awarded"), value=amount_text(subsidy.awarded)))
    words = Field(
        name="outcome", label=_("How it ended"), value=subsidy.outcome, kind=FieldKind.TEXT
    )
    return [*fields, words]


class PartForm(FieldsForm):
    """Base of the forms for one part of a dossier."""

    def __init__(
        self,
        subsidy_id: int,
        part: Instalment | Expense | Condition,
        title: str,
        fields: Sequence[Field],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        self._subsidy_id, self._part = subsidy_id, part
        subsidies = workspace.administration.subsidies
        remover = None
        if part.id is not None and getattr(part, "booking_id", None) is None:
            remover = (_("Remove"), lambda: subsidies.remove_part(subsidy_id, part))
        super().__init__(title, fields, workspace, parent, remover=remover)

    def _keeper(self, part: Instalment | Expense | Condition) -> Callable[[], object]:
        subsidies = self.workspace.administration.subsidies
        return lambda: subsidies.save_part(self._subsidy_id, part)


class InstalmentForm(PartForm):
    """A payment that is expected, or that came; what the book says of it is changed there."""

    def __init__(
        self, subsidy_id: int, instalment: Instalment, workspace: Workspace, parent: QWidget
    ) -> None:
        self._instalment = instalment
        booked = instalment.booking_id is not None
        words = _("The rest is changed where the payment stands, in the cash and bank book.")
        fields = [
            Field(name="expected", label=_("Expected"), value=amount_text(instalment.expected)),
            Field(
                name="expected_on",
                label=_("Expected on"),
                value=day_text(instalment.expected_on),
            ),
            *([] if booked else _received_fields(instalment)),
            Field(
                name="remark",
                label=_("Remark"),
                value=instalment.remark,
                hint=words if booked else "",
            ),
        ]
        title = _("New payment") if instalment.id is None else _("Change payment")
        super().__init__(subsidy_id, instalment, title, fields, workspace, parent)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The payment."""
        changed = replace(
            self._instalment,
            expected=reading.amount("expected"),
            expected_on=reading.day("expected_on"),
            remark=reading.text("remark"),
        )
        if self._instalment.booking_id is None:
            changed = replace(changed, received=reading.amount("received"), day=reading.day("day"))
        if changed.expected is not None and changed.expected < 0:
            words = _("What is expected is not less than nothing. Fill in an amount without minus.")
            reading.problems.append(Problem("expected", words))
        if not reading.problems and changed.expected is None and changed.received is None:
            words = _("Fill in what is expected or what was received.")
            reading.problems.append(Problem("expected", words))
        return self._keeper(changed)


def _received_fields(instalment: Instalment) -> list[Field]:
    return [
        Field(
            name="received",
            label=_("Received"),
            value=amount_text(instalment.received),
            hint=_("With a minus when it was paid back."),
        ),
        Field(name="day", label=_("Received on"), value=day_text(instalment.day)),
    ]


class ConditionForm(PartForm):
    """What the funder asks with the award."""

    def __init__(
        self, subsidy_id: int, condition: Condition, workspace: Workspace, parent: QWidget
    ) -> None:
        self._condition = condition
        fields = [
            Field(name="words", label=_("Condition"), value=condition.words, needed=True),
            Field(name="due_on", label=_("By which day"), value=day_text(condition.due_on)),
            Field(name="done_on", label=_("Done on"), value=day_text(condition.done_on)),
        ]
        title = _("New condition") if condition.id is None else _("Change condition")
        super().__init__(subsidy_id, condition, title, fields, workspace, parent)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The condition."""
        return self._keeper(
            replace(
                self._condition,
                words=reading.needed("words", _("Fill in what the funder asks.")),
                due_on=reading.day("due_on"),
                done_on=reading.day("done_on"),
            )
        )


class LineForm(FieldsForm):
    """A line of the budget with its explanation."""

    def __init__(
        self, subsidy: Subsidy, line: BudgetLine, workspace: Workspace, parent: QWidget
    ) -> None:
        self._subsidy, self._line = subsidy, line
        fields = [
            Field(name="name", label=_("Budget line"), value=line.name, needed=True),
            Field(
                name="planned",
                label=_("Budget"),
                value=amount_text(line.planned or None),
                needed=True,
            ),
            Field(
                name="explanation",
                label=_("Explanation of the difference"),
                value=line.explanation,
                kind=FieldKind.TEXT,
            ),
        ]
        title = _("New budget line") if line.id is None else _("Change budget line")
        remover = None
        if line.id is not None:
            remover = (_("Remove"), lambda: self._keep(self._others()))
        super().__init__(title, fields, workspace, parent, remover=remover)

    def _others(self) -> list[BudgetLine]:
        return [one for one in self._subsidy.budget_lines if one.id != self._line.id]

    def read(self, reading: Reading) -> Callable[[], object]:
        """The budget with this line in it."""
        changed = replace(
            self._line,
            name=reading.needed("name", _("Fill in the name of the budget line.")),
            planned=reading.amount("planned", needed=True) or ZERO,
            explanation=reading.lines("explanation"),
        )
        if changed.planned < 0:
            words = _("A budget is not less than nothing. Fill in an amount without minus.")
            reading.problems.append(Problem("planned", words))
        if self._line.id is None:
            return lambda: self._keep([*self._subsidy.budget_lines, changed])
        kept = [changed if one.id == changed.id else one for one in self._subsidy.budget_lines]
        return lambda: self._keep(kept)

    def _keep(self, lines: Sequence[BudgetLine]) -> None:
        assert self._subsidy.id is not None
        self.workspace.administration.subsidies.save_lines(self._subsidy.id, lines)
