# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a year came to: income and expense, and the balance, with the year before beside it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QGridLayout, QLabel, QWidget

from buurthuis_admin.domain.bookkeeping import Reserve
from buurthuis_admin.domain.year_statement import Balance, StatementLine, YearStatement
from buurthuis_admin.gui.pages.money_lists import ReservesForm
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import PageHeader
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, card, clear, label, line
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_money

_SIDE_BY_SIDE = 840  # pixels at 100 %
Row = tuple[str, StatementLine, str]  # words, amounts, kind of label


class YearView(ScrollColumn):
    """A year is chosen; two cards show its statement."""

    def __init__(self, workspace: Workspace, header: PageHeader, chips: QWidget) -> None:
        super().__init__(margins=(24, 20, 24, 16), gap=12)
        self._workspace = workspace
        self._money = workspace.administration.money
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.reserves = button(_("Reserves"))
        self.told = label("", "muted")
        for widget in (header, chips, flow_row(self.year, self.reserves), self.told):
            self.column.addWidget(widget)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._cards.setSpacing(scaled(16))
        self.column.addLayout(self._cards)
        self.column.addStretch(1)
        self.statement: YearStatement | None = None
        self.year.activated.connect(lambda _index: self._read())
        self.reserves.clicked.connect(self._ask_reserves)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else below each other."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= scaled(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction
        self._cards.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def refresh(self) -> None:
        """Read the years anew, and with them the statement."""
        self._workspace.readers.run(self, self._money.years, self._show_years)

    def _show_years(self, years: list[int]) -> None:
        chosen = self.year.currentData()
        self.year.clear()
        for year in years:
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self._read()

    def _read(self) -> None:
        year, money = self.year.currentData(), self._money
        self._workspace.readers.run(self, lambda: money.year_statement(year), self.show_statement)

    def show_statement(self, statement: YearStatement) -> None:
        """Show a year."""
        self.statement = statement
        clear(self._cards)
        self.told.setVisible(statement.empty)
        self.told.setText(
            _("Nothing is booked in {year} and the year before.").format(year=statement.year)
        )
        year = statement.year
        for title, rows in (
            (_("Income and expense"), list(_income(statement))),
            (_("Balance on 31 December"), list(_balance(statement.balance))),
        ):
            self._cards.addWidget(_table_card(title, year, rows), 1, Qt.AlignmentFlag.AlignTop)
        self._show_still_to_come(statement)

    def _show_still_to_come(self, statement: YearStatement) -> None:
        known = self.findChild(QFrame, "still_to_come")
        if known is not None:
            known.setObjectName("")
            known.hide()
            known.deleteLater()
        if not statement.still_to_come:
            return
        frame, column = card("info", margin=16)
        frame.setObjectName("still_to_come")
        column.addWidget(label(_("Not in the balance yet"), "strong"))
        for one in statement.still_to_come:
            text = _("{what}: {amount} still to come").format(
                what=one.what, amount=format_money(one.amount)
            )
            column.addWidget(label(text))
        told = _(
            "Are you sure that it will come? Then add a booking without a date for it, "
            "in the year it belongs to."
        )
        column.addWidget(label(told, "muted"))
        self.column.insertWidget(self.column.count() - 1, frame)

    def _ask_reserves(self) -> None:
        year, money = self.year.currentData(), self._money

        def show(found: list[Reserve]) -> None:
            open_dialog(ReservesForm(year, found, self._workspace, self))

        self._workspace.readers.run(self, lambda: money.reserves(year), show)


def _income(statement: YearStatement) -> Iterator[Row]:
    told = statement.income
    for one in told.income:
        yield one.name or _("Income without a category"), one, ""
    yield _("Total income"), told.total_income, "strong"
    for one in told.expenses:
        yield one.name or _("Expenses without a category"), one, ""
    yield _("Total expenses"), told.total_expenses, "strong"
    if told.transfers.amount or told.transfers.before:
        yield _("Between own accounts, one side is missing"), told.transfers, ""
    yield _("Result"), told.result, "strong"


def _balance(balance: Balance) -> Iterator[Row]:
    for one in balance.accounts:
        yield one.name, one, ""
    yield from _if_any(_("Still to receive"), balance.to_receive)
    yield from _if_any(_("Paid in advance"), balance.paid_ahead)
    yield _("Together what there is"), balance.assets, "strong"
    yield from _if_any(_("Still to pay"), balance.to_pay)
    yield from _if_any(_("Received in advance"), balance.received_ahead)
    for one in balance.reserves:
        yield _("Reserve: {name}").format(name=one.name), one, ""
    yield _("General reserve"), balance.general, ""
    yield _("Together where it belongs"), balance.liabilities, "strong"


def _if_any(words: str, amounts: StatementLine) -> Iterator[Row]:
    if amounts.amount or amounts.before:
        yield words, amounts, ""


def _table_card(title: str, year: int, rows: list[Row]) -> QFrame:
    frame, column = card()
    frame.setAccessibleName(title)
    column.addWidget(label(title, "heading"))
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setHorizontalSpacing(scaled(16))
    grid.setVerticalSpacing(scaled(6))
    for place, number in ((1, year), (2, year - 1)):
        grid.addWidget(_right(label(str(number), "muted", wrap=False)), 0, place)
    for words, amounts, kind in rows:
        row = grid.rowCount()
        if kind:
            grid.addWidget(line(), row, 0, 1, 3)
            row += 1
        grid.addWidget(label(words, kind), row, 0)
        for place, when, amount in ((1, year, amounts.amount), (2, year - 1, amounts.before)):
            grid.addWidget(_figure(words, when, amount, kind), row, place)
    column.addLayout(grid)
    return frame


def _figure(words: str, year: int, amount: Decimal, kind: str) -> QLabel:
    shown = _right(label(format_money(amount, symbol=False), kind, wrap=False))
    shown.setAccessibleName(f"{words}, {year}: {format_money(amount)}")
    return shown


def _right(one: QLabel) -> QLabel:
    one.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return one
