# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The small lists of the centre: accounts, categories, and what was put aside."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.bookkeeping import (
    Account,
    AccountKind,
    Category,
    CategoryKind,
    Reserve,
)
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.gui.money_words import category_group
from buurthuis_admin.gui.pages.money_fields import MoneyReading
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.plain_form import PlainForm, field_group
from buurthuis_admin.gui.widgets.texts import button, card, label, square_button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_number


class _Row(QFrame):
    """Some fields of one thing in a card, with a button to take it away."""

    removed = Signal(object)

    def __init__(self, remove: str, *, frame: bool = True) -> None:
        super().__init__()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        if frame:
            made, self.column = card(gap=8, margin=16)
            around.addWidget(made)
            self.remove = button(remove, "x", "link")
        else:
            self.column = around
            self.remove = square_button("x", _("Take this category away"))
        self.remove.clicked.connect(lambda: self.removed.emit(self))
        self.told = label("", "problem")
        self.told.hide()

    def focus_first(self) -> None:
        """The first field."""
        first = self.findChild(QLineEdit)
        if isinstance(first, QLineEdit):
            first.setFocus()

    def put(self, words: str, widget: QWidget, *, empty: bool = False) -> None:
        """One more field."""
        self.column.addWidget(field_group(words, widget, empty=empty)[0])

    def close_card(self) -> None:
        """The last things of the card."""
        self.column.addWidget(self.told)
        self.column.addWidget(self.remove)


class AccountRow(_Row):
    """An account."""

    def __init__(self, account: Account) -> None:
        super().__init__(_("Take this account away"))
        self.before = account
        self.name = QLineEdit(account.name)
        self.kind = QComboBox()
        for word, kind in ((_("Bank"), AccountKind.BANK), (_("Cash"), AccountKind.CASH)):
            self.kind.addItem(word, kind)
        self.kind.setCurrentIndex(self.kind.findData(account.kind))
        self.iban = QLineEdit(account.iban)
        self.opening = QLineEdit(format_number(account.opening, 2))
        self.opened_on = QLineEdit(format_day(account.opened_on) if account.opened_on else "")
        self.put(_("Name"), self.name)
        self.put(_("Kind"), self.kind)
        self.put(_("IBAN"), self.iban, empty=True)
        self.put(_("What was in it at the start"), self.opening)
        self.put(_("At the start of which day"), self.opened_on, empty=True)
        self.close_card()

    def read(self, name: str, reading: MoneyReading) -> Account:
        """The account as it was typed."""
        fields = {
            "name": self.name,
            "iban": self.iban,
            "opening": self.opening,
            "opened_on": self.opened_on,
        }
        own = MoneyReading({key: one.text() for key, one in fields.items()}, reading.today)
        opening = own.money("opening", negative=True) if own.text("opening") else ZERO
        account = replace(
            self.before,
            name=own.needed("name", _("Fill in the name.")),
            kind=AccountKind(self.kind.currentData()),
            iban=own.iban("iban"),
            opening=opening or ZERO,
            opened_on=own.day("opened_on"),
        )
        reading.problems += [Problem(name, one.sentence) for one in own.problems[:1]]
        return account


class CategoryRow(_Row):
    """A category: on one line, as there are many."""

    def __init__(self, category: Category) -> None:
        super().__init__("", frame=False)
        self.before = category
        self.name = QLineEdit(category.name)
        self.name.setAccessibleName(_("Name of the category"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(_("Kind of category"))
        for kind in CategoryKind:
            self.kind.addItem(category_group(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(category.kind))
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.kind)
        row.addWidget(self.remove)
        self.column.addLayout(row)
        self.column.addWidget(self.told)

    def read(self, name: str, reading: MoneyReading) -> Category:
        """The category as it was typed."""
        typed = self.name.text().strip()
        if not typed:
            reading.problems.append(Problem(name, _("Fill in the name.")))
        return replace(self.before, name=typed, kind=CategoryKind(self.kind.currentData()))


class ReserveRow(_Row):
    """Something that was put aside."""

    def __init__(self, reserve: Reserve) -> None:
        super().__init__(_("Take this reserve away"))
        self.before = reserve
        self.name = QLineEdit(reserve.name)
        self.amount = QLineEdit(format_number(reserve.amount, 2) if reserve.amount else "")
        self.put(_("For what"), self.name)
        self.put(_("Amount"), self.amount)
        self.close_card()

    def read(self, name: str, reading: MoneyReading) -> Reserve:
        """The reserve as it was typed."""
        own = MoneyReading({"name": self.name.text(), "amount": self.amount.text()}, reading.today)
        amount = own.money("amount", negative=True)
        typed = own.needed("name", _("Fill in the name."))
        reading.problems += [Problem(name, one.sentence) for one in own.problems[:1]]
        return replace(self.before, name=typed, amount=amount or ZERO)


class _ListsForm(PlainForm):
    """Cards that can be added and taken away."""

    saved = Signal()

    def __init__(self, title: str, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._workspace = workspace

    def put_list(
        self, rows: list[_Row], made: Sequence[_Row], add: str, new: Callable[[], _Row]
    ) -> QWidget:
        """A list of cards with a button below them to add one."""
        column = QVBoxLayout()
        adding = button(add, "plus")

        def put(row: _Row) -> None:
            rows.append(row)
            column.addWidget(row)
            row.removed.connect(take_away)

        def take_away(row: _Row) -> None:
            rows.remove(row)
            row.hide()
            row.deleteLater()
            adding.setFocus()

        def one_more() -> None:
            put(new())
            rows[-1].focus_first()

        for row in made:
            put(row)
        adding.clicked.connect(one_more)
        self.body.column.addLayout(column)
        self.body.column.addWidget(adding)
        return adding

    def begin_reading(self, rows: Sequence[_Row]) -> MoneyReading:
        """Make every card known as a field, so that what is not right is told there."""
        self._fields, self._told = {}, {}
        for place, row in enumerate(rows):
            field = row.findChild(QLineEdit)
            assert isinstance(field, QLineEdit)
            self.add_field(str(place), field, row.told)
        return MoneyReading({}, datetime.date.today())  # noqa: DTZ011 - the person's day

    def keep(self, problems: Sequence[Problem], write: Callable[[], object]) -> None:
        """Tell what is not right, or keep it all."""
        self.show_problems(problems)
        if not problems:
            self._workspace.writers.run(self, write, lambda _done: self._kept())

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()


class PlanForm(_ListsForm):
    """Accounts and categories."""

    def __init__(
        self,
        lists: tuple[Sequence[Account], Sequence[Category]],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Accounts and categories"), workspace, parent)
        accounts, categories = lists
        self.accounts: list[_Row] = []
        self.categories: list[_Row] = []
        self.body.column.addWidget(section(_("Accounts")))
        self.put_list(
            self.accounts,
            [AccountRow(one) for one in accounts],
            _("Another account"),
            lambda: AccountRow(Account(name="")),
        )
        self.body.column.addWidget(section(_("Categories")))
        self.add_category = self.put_list(
            self.categories,
            [CategoryRow(one) for one in categories],
            _("Another category"),
            lambda: CategoryRow(Category(name="", kind=CategoryKind.EXPENSE)),
        )
        self.fit_screen(640, 780)
        if self.accounts:
            self.accounts[0].focus_first()

    def save_asked(self) -> None:
        """Keep accounts and categories."""
        rows = [*self.accounts, *self.categories]
        reading = self.begin_reading(rows)
        read = [
            row.read(str(place), reading)
            for place, row in enumerate(rows)
            if isinstance(row, AccountRow | CategoryRow)
        ]
        accounts = [one for one in read if isinstance(one, Account)]
        categories = [one for one in read if isinstance(one, Category)]
        money = self._workspace.administration.money
        self.keep(reading.problems, lambda: money.save_plan(accounts, categories))


class ReservesForm(_ListsForm):
    """What was put aside at the end of a year."""

    def __init__(
        self, year: int, reserves: Sequence[Reserve], workspace: Workspace, parent: QWidget
    ) -> None:
        title = _("Reserves on 31 December {year}").format(year=year)
        super().__init__(title, workspace, parent)
        self._year = year
        told = _(
            "What the centre put aside for something, such as a new kitchen. What is left is the "
            "general reserve."
        )
        self.body.column.addWidget(label(told))
        self.rows: list[_Row] = []
        self.add = self.put_list(
            self.rows,
            [ReserveRow(one) for one in reserves],
            _("Another reserve"),
            lambda: ReserveRow(Reserve(name="", year=year, amount=ZERO)),
        )
        self.body.column.addStretch(1)
        self.fit_screen(560, 640)
        if self.rows:
            self.rows[0].focus_first()
        else:
            self.add.setFocus()

    def save_asked(self) -> None:
        """Keep the reserves of the year."""
        reading = self.begin_reading(self.rows)
        kept = [
            row.read(str(place), reading)
            for place, row in enumerate(self.rows)
            if isinstance(row, ReserveRow)
        ]
        money, year = self._workspace.administration.money, self._year
        self.keep(reading.problems, lambda: money.save_reserves(year, kept))
