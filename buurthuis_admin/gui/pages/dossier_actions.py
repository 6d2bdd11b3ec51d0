# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with the dossier on the screen: each thing opens one small form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from buurthuis_admin.domain.checklist import Missing, MissingKind
from buurthuis_admin.domain.dossier_steps import StepKind
from buurthuis_admin.domain.explanations import Behind, Explanation
from buurthuis_admin.domain.money_warnings import MoneyWarning, MoneyWarningKind
from buurthuis_admin.domain.papers import Paper, PaperKind
from buurthuis_admin.domain.subsidies import BudgetLine, Condition, Expense, Instalment, Target
from buurthuis_admin.gui.pages.book_field import BookForm
from buurthuis_admin.gui.pages.dossier_forms import (
    ConditionForm,
    DossierForm,
    InstalmentForm,
    LineForm,
)
from buurthuis_admin.gui.pages.expense_form import ExpenseForm
from buurthuis_admin.gui.pages.fields_form import FieldsForm
from buurthuis_admin.gui.pages.paper_form import NewPaperForm, PaperForm
from buurthuis_admin.gui.pages.report_explain import ExplainDialog
from buurthuis_admin.gui.pages.step_form import StepForm, moving_amount
from buurthuis_admin.gui.pages.target_form import TargetForm
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.dossier_bookings import BookChoices
from buurthuis_admin.services.subsidies import Choices, Dossier

_PAPERS = {
    MissingKind.APPLICATION_PAPER: PaperKind.APPLICATION,
    MissingKind.DECISION_PAPER: PaperKind.DECISION,
}


class DossierActions:
    """Opens forms over ``owner``, always for the dossier that is shown."""

    def __init__(
        self, workspace: Workspace, owner: QWidget, rules_asked: Callable[[str], None]
    ) -> None:
        self._workspace, self._owner, self._rules_asked = workspace, owner, rules_asked
        self.dossier: Dossier | None = None
        self.show_money: Callable[[], object] = lambda: None
        self.show_booking: Callable[[int], object] = lambda _number: None
        self.show_subsidy: Callable[[int], object] = lambda _number: None
        self.show_behind: Callable[[Behind, int], object] = lambda _behind, _number: None

    @property
    def _shown(self) -> Dossier:
        assert self.dossier is not None
        return self.dossier

    @property
    def _id(self) -> int:
        number = self._shown.subsidy.id
        assert number is not None
        return number

    def _open(self, form: FieldsForm) -> None:
        open_dialog(form)

    def _with_choices(self, then: Callable[[Choices], FieldsForm]) -> None:
        subsidies = self._workspace.administration.subsidies
        self._workspace.readers.run(
            self._owner, subsidies.choices, lambda found: self._open(then(found))
        )

    # The dossier itself.

    def change(self) -> None:
        """Change the facts."""
        subsidy = self._shown.subsidy
        self._with_choices(
            lambda found: DossierForm(
                subsidy, found.funders, found.activities, self._workspace, self._owner
            )
        )

    def step(self, kind: StepKind) -> None:
        """Take a step; where it moves money, with the bookings that may be that money."""
        if kind not in (StepKind.RECEIVE, StepKind.REPAY):
            self._open(self._step_form(kind, None))
            return
        self._with_bookings(
            moving_amount(kind, self._shown.subsidy),
            lambda choices: self._step_form(kind, choices),
        )

    def _step_form(self, kind: StepKind, choices: BookChoices | None) -> StepForm:
        shown = self._shown
        facts = (shown.subsidy, shown.funder, shown.today)
        return StepForm(kind, *facts, self._workspace, self._owner, choices)

    def book(self, instalment: Instalment) -> None:
        """Put a payment in the book."""
        number = self._id
        self._with_bookings(
            instalment.received,
            lambda choices: BookForm(number, instalment, choices, self._workspace, self._owner),
        )

    def _with_bookings(
        self, amount: Decimal | None, then: Callable[[BookChoices], FieldsForm]
    ) -> None:
        dossiers = self._workspace.administration.money.of_dossiers
        self._workspace.readers.run(
            self._owner, lambda: dossiers.choices(amount), lambda found: self._open(then(found))
        )

    def step_back(self) -> None:
        """Go one step back, which can be undone."""
        self._write(self._workspace.administration.subsidies.take_back)

    def remove(self) -> None:
        """Take the dossier away, which can be undone."""
        self._write(self._workspace.administration.subsidies.remove)

    def _write(self, work: Callable[[int], object]) -> None:
        number = self._id
        self._workspace.writers.run(self._owner, lambda: work(number), lambda _done: None)

    def calendar(self) -> None:
        """Save the terms as a calendar file."""
        path = ask_calendar_file(self._owner)
        if path is not None:
            subsidies = self._workspace.administration.subsidies
            self._write(lambda number: subsidies.save_calendar(path, number))

    # Its parts.

    def expense(self, expense: Expense | None = None) -> None:
        """A new expense, or one that is there."""
        from buurthuis_admin.domain.money import ZERO

        chosen = expense or Expense(description="", amount=ZERO)
        shown = self._shown
        lines = [one.line for one in shown.budget.lines if one.line is not None]
        receipts = shown.receipts.get(chosen.id or 0, ())
        form = ExpenseForm(
            shown.subsidy, chosen, lines, receipts, self.open_paper, self._workspace, self._owner
        )
        self._open(form)

    def payment(self, instalment: Instalment | None = None) -> None:
        """A new payment, or one that is there."""
        chosen = instalment or Instalment()
        self._open(InstalmentForm(self._id, chosen, self._workspace, self._owner))

    def condition(self, condition: Condition | None = None) -> None:
        """A new condition, or one that is there."""
        chosen = condition or Condition(words="")
        self._open(ConditionForm(self._id, chosen, self._workspace, self._owner))

    def line(self, line: BudgetLine | None = None) -> None:
        """A new line of the budget, or one that is there."""
        subsidy = self._shown.subsidy
        chosen = line or BudgetLine(position=len(subsidy.budget_lines), name="")
        self._open(LineForm(subsidy, chosen, self._workspace, self._owner))

    def take_lines(self) -> None:
        """Begin the budget with the lines that the funder asks for."""
        names = self._shown.funder.line_order
        lines = [BudgetLine(position=place, name=name) for place, name in enumerate(names)]
        subsidies = self._workspace.administration.subsidies
        self._write(lambda number: subsidies.save_lines(number, lines))

    def target(self, target: Target | None = None) -> None:
        """A new agreement, or one that is there."""
        chosen = target or Target(indicator="", promised=Decimal(0))
        number = self._id
        self._with_choices(
            lambda found: TargetForm(number, chosen, found.activities, self._workspace, self._owner)
        )

    # Papers.

    def add_paper(self, kind: PaperKind = PaperKind.OTHER) -> None:
        """Choose a file and keep it."""
        kinds = _("Papers (*.pdf *.jpg *.jpeg *.png *.docx)")
        path, _kind = QFileDialog.getOpenFileName(self._owner, _("Add a paper"), "", kinds)
        if path:
            self.take_paper(Path(path), kind)

    def take_paper(self, path: Path, kind: PaperKind = PaperKind.OTHER) -> None:
        """Keep a file; the form asks what it is."""
        self._open(NewPaperForm(self._id, path, kind, self._workspace, self._owner))

    def change_paper(self, paper: Paper) -> None:
        """Change the title or the kind, or take it away."""
        self._open(PaperForm(paper, self._workspace, self._owner))

    def open_paper(self, paper: Paper) -> None:
        """Show a private copy in the program that is meant for it."""
        papers, number = self._workspace.administration.papers, paper.id
        assert number is not None
        self._workspace.readers.run(self._owner, lambda: papers.open_copy(number), show_file)

    def save_paper(self, paper: Paper) -> None:
        """Save a paper in a place of one's own."""
        path, _kind = QFileDialog.getSaveFileName(self._owner, _("Save the paper"), paper.file_name)
        number = paper.id
        if path and number is not None:
            papers = self._workspace.administration.papers
            self._write(lambda _subsidy: papers.save_as(number, Path(path)))

    # What stands behind a figure.

    def explain(self, name: str) -> None:
        """Show the letters, payments or bookings behind a figure."""
        explaining = self._workspace.administration.explaining

        def show(found: Explanation) -> None:
            dialog = ExplainDialog(name, found, self._workspace, self._owner, correctable=False)
            dialog.go.setVisible(found.behind is not Behind.PAYMENTS)  # those lead back to here
            dialog.go_asked.connect(self.show_behind)
            open_dialog(dialog)

        self._workspace.readers.run(self._owner, lambda: explaining.explain(name), show)

    # What is worth a second look.

    def look(self, warning: MoneyWarning) -> tuple[str, Callable[[], object]]:
        """The word of the link that leads to what solves a warning, and what it does."""
        shown = self._shown.subsidy
        mine = [one for one in shown.expenses if one.id in warning.expense_ids]
        typed = [one for one in mine if one.booking_id is None]
        line = next((one for one in shown.budget_lines if one.id == warning.part_id), None)
        number = warning.booking_id
        if warning.kind is MoneyWarningKind.OVER_LINE and line is not None:
            return _("Explain"), partial(self.line, line)
        if warning.kind is MoneyWarningKind.CLAIMED_TWICE and warning.part_id is not None:
            return _("Show the other subsidy"), partial(self.show_subsidy, warning.part_id)
        if typed:
            return _("Show the expense"), partial(self.expense, typed[-1])
        if number is None:
            number = next((one.booking_id for one in mine if one.booking_id is not None), None)
        if number is not None:
            return _("Show the booking"), partial(self.show_booking, number)
        return _("Show the expense"), self.show_money

    # What is missing.

    def mend(self, missing: Missing) -> None:
        """Go to where it is filled in."""
        subsidy = self._shown.subsidy
        match missing.kind:
            case MissingKind.PERIOD | MissingKind.DUE_DATE:
                self.change()
            case MissingKind.BUDGET | MissingKind.BUDGET_SUM:
                self.line()
            case MissingKind.EXPLAIN_LINE:
                self.line(next(one for one in subsidy.budget_lines if one.id == missing.part_id))
            case MissingKind.EXPLAIN_TARGET:
                self.target(next(one for one in subsidy.targets if one.id == missing.part_id))
            case MissingKind.CONDITION:
                found = (one for one in subsidy.conditions if one.id == missing.part_id)
                self.condition(next(found))
            case MissingKind.PAYMENT:
                self.step(StepKind.RECEIVE)
            case MissingKind.RULES:
                self._rules_asked(missing.words)
            case MissingKind.FILE_LIMIT:
                self.change_paper(
                    next(one for one in self._shown.papers if one.id == missing.part_id)
                )
            case MissingKind.RECEIPTS | MissingKind.DOUBTS:
                self.show_money()
            case MissingKind.REPORT_PART:
                self.add_paper(PaperKind(missing.words))
            case MissingKind.APPLICATION_PAPER | MissingKind.DECISION_PAPER:
                self.add_paper(_PAPERS[missing.kind])


def ask_calendar_file(owner: QWidget) -> Path | None:
    """Ask where the terms are to be saved; None when it is left at that."""
    name = _("Terms of subsidies") + ".ics"
    words = _("Calendar file (*.ics)")
    path, _kind = QFileDialog.getSaveFileName(owner, _("Save the terms"), name, words)
    return Path(path) if path else None


def show_file(path: Path) -> None:
    """Have the system show a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
