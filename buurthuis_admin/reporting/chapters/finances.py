# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of the year: income and expense, and the balance, with last year beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import Expense, Instalment
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
        *_beside_the_book(data),
    )


def _beside_the_book(data: YearReportData) -> Iterator[Source]:
    """What the dossiers tell of this year and the book does not: else the two seem to differ."""
    dossiers, year = data.figures.subsidies.dossiers, data.figures.year
    moved: list[Instalment | Expense] = []
    for dossier in dossiers:
        moved += [*dossier.instalments, *dossier.expenses]
    beside = [one for one in moved if one.booking_id is None and one.day and one.day.year == year]
    came = sum((one.received or ZERO for one in beside if isinstance(one, Instalment)), ZERO)
    went = sum((one.amount for one in beside if isinstance(one, Expense)), ZERO)
    for amount, text in (
        (came, _("Of the subsidies {amount} was received in {year} that is not in the book here.")),
        (went, _("Of the subsidies {amount} was spent in {year} that is not in the book here.")),
    ):
        if amount:
            yield Source(text.format(amount=format_money(amount), year=year))


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
    income, year = statement.income, statement.year
    came, went = Measure.INCOME, Measure.COSTS
    rows = [
        Row((_("Revenue"), "", ""), strong=True),
        *(_of_category(line, came, year) for line in income.income),
        _total(_("Total revenue"), income.total_income, came, year),
        Row((_("Costs"), "", ""), strong=True),
        *(_of_category(line, went, year) for line in income.expenses),
        _total(_("Total costs"), income.total_expenses, went, year),
    ]
    if income.transfers.amount or income.transfers.before:
        moved = _named(
            _("Transfers with one side booked"), income.transfers, Measure.TRANSFERS, year
        )
        rows.append(moved)
    yield Heading(_("Statement of income and expense"), 2)
    yield Caption(_("In euros"))
    yield Table(
        columns=_columns(statement.year),
        rows=tuple(rows),
        total=_total(_("Result"), income.result, Measure.RESULT, year),
        summary=_("Income and expense of this year and the year before."),
    )


def _balance(statement: YearStatement) -> Iterator[Block]:
    balance, year = statement.balance, statement.year
    there = [
        _named(line.name, line, Measure.IN_ACCOUNT, year, Part.ACCOUNT) for line in balance.accounts
    ]
    there += _when(_("Still to receive"), balance.to_receive, Measure.TO_RECEIVE, year)
    there += _when(_("Paid in advance"), balance.paid_ahead, Measure.PAID_AHEAD, year)
    owed = [*_when(_("Still to pay"), balance.to_pay, Measure.TO_PAY, year)]
    owed += _when(_("Received in advance"), balance.received_ahead, Measure.RECEIVED_AHEAD, year)
    owed += [
        _named(line.name, line, Measure.RESERVE, year, Part.CATEGORY) for line in balance.reserves
    ]
    owed.append(_named(_("Own capital"), balance.general, Measure.CAPITAL, year))
    title = _("Balance on 31 December {year}").format(year=statement.year)
    for heading, rows, whole, measure in (
        (_("What the centre has"), there, balance.assets, Measure.ASSETS),
        (
            _("What the centre owes and has put aside"),
            owed,
            balance.liabilities,
            Measure.LIABILITIES,
        ),
    ):
        table = Table(
            columns=(Column(heading, Align.START), *_columns(statement.year)[1:]),
            rows=tuple(rows),
            total=_total(_("Total"), whole, measure, year),
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


def _of_category(line: StatementLine, measure: Measure, year: int) -> Row:
    name = line.name or _("Without category")
    return _explained(name, line, measure, year, Part.CATEGORY, line.name)


def _named(
    name: str, line: StatementLine, measure: Measure, year: int, part: Part = Part.WHOLE
) -> Row:
    return _explained(name, line, measure, year, part, name if part else "")


def _explained(
    name: str, line: StatementLine, measure: Measure, year: int, part: Part, of: str
) -> Row:
    names = (figure(measure, one, part, of) for one in (year, year - 1))
    return Row((name, _money(line.amount), _money(line.before)), explain=("", *names))


def _total(name: str, line: StatementLine, measure: Measure, year: int) -> Row:
    return replace(_named(name, line, measure, year), strong=True)


def _when(name: str, line: StatementLine, measure: Measure, year: int) -> list[Row]:
    return [_named(name, line, measure, year)] if line.amount or line.before else []


def _money(amount: Decimal) -> str:
    return format_money(amount, symbol=False)
