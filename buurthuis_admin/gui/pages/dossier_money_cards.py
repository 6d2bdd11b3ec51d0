# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cards of a dossier on its money: what is worth a second look, expenses, and payments."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QWidget,
)

from buurthuis_admin.domain.subsidies import Expense, Instalment
from buurthuis_admin.gui.models.dossiers import (
    ExpenseRow,
    expenses_model,
)
from buurthuis_admin.gui.money_words import warning_words
from buurthuis_admin.gui.pages.dossier_actions import DossierActions
from buurthuis_admin.gui.pages.dossier_cards import TableCard, link, row_of
from buurthuis_admin.gui.widgets.flow import FlowLabel
from buurthuis_admin.gui.widgets.lines import LinesCard, line_of, stacked
from buurthuis_admin.gui.widgets.pill import Pill, PillText
from buurthuis_admin.gui.widgets.texts import button, icon_label
from buurthuis_admin.i18n import (
    _,
    format_day_short,
    format_money,
)
from buurthuis_admin.services.subsidies import Dossier

_MOST_NAMED = 3


class ExpensesCard(TableCard):
    """What was spent."""

    def __init__(self, actions: DossierActions) -> None:
        super().__init__(_("Expenses"), _("Add an expense"), _("Nothing was spent yet."))
        self._actions = actions
        self.model = expenses_model()
        self.table.show_model(self.model, (136, 0, 248, 168, 104), (2,))
        self.let_pills(3)
        self.table.row_opened.connect(lambda place: actions.expense(self.model.rows[place].expense))
        self.add_one.clicked.connect(lambda _on=False: actions.expense())

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the expenses, the newest first."""
        names = {one.id: one.name for one in dossier.subsidy.budget_lines}
        found = sorted(
            dossier.subsidy.expenses,
            key=lambda one: (one.day is not None, one.day, one.id),
            reverse=True,
        )
        self.model.show_rows(
            [
                ExpenseRow(
                    one,
                    names.get(one.budget_line_id, ""),
                    len(dossier.receipts.get(one.id or 0, ())),
                )
                for one in found
            ]
        )
        self.fit(len(found))


class DoubtsCard(LinesCard):
    """What a funder would stumble over, each with a link to what solves it."""

    def __init__(self, actions: DossierActions) -> None:
        super().__init__(_("Worth a second look"))
        self._actions = actions

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the warnings; without any the card is not there."""
        self.empty()
        self.setVisible(bool(dossier.warnings))
        self.say(None, _("Nothing is held back: you know best."))
        expenses = {one.id: one for one in dossier.subsidy.expenses}
        for one in dossier.warnings:
            word, act = self._actions.look(one)
            mine = [expenses[number] for number in one.expense_ids if number in expenses]
            about = "; ".join(_expense_words(expense) for expense in mine[:_MOST_NAMED])
            words: QWidget = FlowLabel(warning_words(one))
            if about:
                words = stacked(words, FlowLabel(about, "muted"), margin=4)
            way = link(word, act, about=about or one.name)
            self.add(row_of(icon_label("warning", "warn"), words, way))


def _expense_words(expense: Expense) -> str:
    day = format_day_short(expense.day) if expense.day else ""
    return " · ".join(filter(None, (expense.description, day, format_money(expense.amount))))


class PaymentsCard(LinesCard):
    """What is expected, what came, and what went back."""

    def __init__(self, actions: DossierActions) -> None:
        super().__init__(_("Payments of the funder"))
        self.keep_top()
        self._actions = actions
        self.add_one = button(_("Add a payment"), "plus", "link")
        self.add_one.clicked.connect(lambda _on=False: actions.payment())
        self.footer.addWidget(line_of(self.add_one))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the payments."""
        self.empty()
        for one in dossier.subsidy.instalments:
            words = _payment_words(one)
            change = link(_("Change"), partial(self._actions.payment, one), about=words)
            pill = Pill(_payment_pill(one, dossier))
            self.add(line_of(FlowLabel(words), right=(pill, *self._booking(one, words), change)))
        if not dossier.subsidy.instalments:
            self.tell(_("No payment is known yet."))

    def _booking(self, one: Instalment, words: str) -> tuple[QWidget, ...]:
        """The way to the booking of what came in, or to making one."""
        if one.booking_id is not None:
            show = partial(self._actions.show_booking, one.booking_id)
            return (link(_("Show the booking"), show, about=words),)
        if not one.received:
            return ()
        return (link(_("Put in Cash and bank"), partial(self._actions.book, one), about=words),)


def _payment_words(one: Instalment) -> str:
    came = one.received is not None
    amount = one.received if came else one.expected
    day = one.day if came else one.expected_on
    told = "" if amount is None else format_money(amount)
    return " · ".join(filter(None, (told, format_day_short(day) if day else "", one.remark)))


def _payment_pill(one: Instalment, dossier: Dossier) -> PillText:
    if one.received is not None:
        word = _("Paid back") if one.received < 0 else _("Received")
        return PillText(word, "check-circle", "ok")
    if one.expected_on is not None and one.expected_on < dossier.today:
        return PillText(_("Late"), "warning", "warn")
    return PillText(_("Expected"), "clock", "info")
