# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of the year: income and expense, and the balance, with last year beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.year_statement import StatementLine, YearStatement
from buurthuis_admin.i18n import _, format_money
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Keep,
    Lead,
    PageBreak,
    Row,
    Source,
    Table,
)


def finances(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when no book is kept."""
    statement = data.statement
    if statement is None or statement.empty:
        return ()
    return (
        PageBreak(),
        Heading(_("Finances"), name="finances"),
        Lead(data.composition.lead(Chapter.FINANCES, _lead(statement)), "finances.lead"),
        *_income(statement),
        *_balance(statement),
    )


def _lead(statement: YearStatement) -> str:
    result = statement.income.result.amount
    if result > 0:
        text = _("{amount} was left of the year.")
    elif result < 0:
        text = _("{amount} more went out than came in.")
    else:
        return _("As much came in as went out.")
    return text.format(amount=format_money(abs(result)))


def _income(statement: YearStatement) -> Iterator[Block]:
    income = statement.income
    rows = [
        Row((_("Income"), "", ""), strong=True),
        *map(_row, income.income),
        _total(_("Total income"), income.total_income),
        Row((_("Expense"), "", ""), strong=True),
        *map(_row, income.expenses),
        _total(_("Total expense"), income.total_expenses),
    ]
    if income.transfers.amount or income.transfers.before:
        rows.append(_named(_("Transfers with one side booked"), income.transfers))
    yield Heading(_("Statement of income and expense"), 2)
    yield Caption(_("In euros"))
    yield Table(
        columns=_columns(statement.year),
        rows=tuple(rows),
        total=_total(_("Result"), income.result),
        summary=_("Income and expense of this year and the year before."),
    )


def _balance(statement: YearStatement) -> Iterator[Block]:
    balance = statement.balance
    there = [*map(_row, balance.accounts)]
    there += _when(_("Still to receive"), balance.to_receive)
    there += _when(_("Paid in advance"), balance.paid_ahead)
    owed = [*_when(_("Still to pay"), balance.to_pay)]
    owed += _when(_("Received in advance"), balance.received_ahead)
    owed += [_row(line) for line in balance.reserves]
    owed.append(_named(_("Own capital"), balance.general))
    title = _("Balance on 31 December {year}").format(year=statement.year)
    for heading, rows, whole in (
        (_("What the centre has"), there, balance.assets),
        (_("What the centre owes and has put aside"), owed, balance.liabilities),
    ):
        table = Table(
            columns=(Column(heading, Align.START), *_columns(statement.year)[1:]),
            rows=tuple(rows),
            total=_total(_("Total"), whole),
            summary=heading,
        )
        yield Keep((Heading(title, 2), table)) if heading == _("What the centre has") else table
    yield Source(
        _(
            "What belongs to this year and is paid in another one stands under still to receive, "
            "still to pay, or in advance."
        )
    )


def _columns(year: int) -> tuple[Column, ...]:
    return (Column(_("Item"), Align.START), Column(str(year)), Column(str(year - 1)))


def _row(line: StatementLine) -> Row:
    return _named(line.name or _("Without category"), line)


def _named(name: str, line: StatementLine) -> Row:
    return Row((name, _money(line.amount), _money(line.before)))


def _total(name: str, line: StatementLine) -> Row:
    return Row((name, _money(line.amount), _money(line.before)), strong=True)


def _when(name: str, line: StatementLine) -> list[Row]:
    return [_named(name, line)] if line.amount or line.before else []


def _money(amount: Decimal) -> str:
    return format_money(amount, symbol=False)
