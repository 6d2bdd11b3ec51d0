# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of a dossier: budget against actual, what came in, and the receipts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from buurthuis_admin.domain.dossier_budget import LineFigures
from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.i18n import _, format_day_short, format_money
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Lead,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.wording import EN_DASH


def finances(data: DossierReportData) -> list[Block]:
    """Budget against actual in the funder's order, and what came in."""
    blocks: list[Block] = [
        PageBreak(),
        Heading(_("Finances"), name="finances"),
        Lead(data.composition.lead(Chapter.FINANCES, money_sentence(data)), "finances.lead"),
    ]
    if data.budget.lines:
        blocks += [
            Heading(_("Budget and actual"), 2),
            Caption(_("In euros, in the order of the application")),
            _budget(data),
        ]
    if data.subsidy.instalments:
        blocks += [Heading(_("Received"), 2), Caption(_("In euros")), _received(data)]
    return [*blocks, Source(_remainder(data))]


def money_sentence(data: DossierReportData) -> str:
    """What was awarded, spent and is left."""
    subsidy = data.subsidy
    if subsidy.awarded is None:
        return _("{spent} was spent.").format(spent=format_money(subsidy.spent))
    text = (
        _("{awarded} was awarded and {spent} was spent; {left} is left.")
        if subsidy.left >= 0
        else _("{awarded} was awarded and {spent} was spent: {over} more than was awarded.")
    )
    return text.format(
        awarded=format_money(subsidy.awarded),
        spent=format_money(subsidy.spent),
        left=format_money(subsidy.left),
        over=format_money(-subsidy.left),
    )


def _budget(data: DossierReportData) -> Table:
    figures = data.budget
    return Table(
        columns=(
            Column(_("Item"), Align.START),
            Column(_("Budget")),
            Column(_("Actual")),
            Column(_("Difference")),
            Column(_("Explanation"), Align.START),
        ),
        rows=tuple(map(_line, figures.lines)),
        total=Row(
            (
                _("Total"),
                *map(amount, (figures.planned, figures.actual, figures.difference)),
                "",
            )
        ),
        summary=_("Budget and actual spending for each item."),
    )


def _line(figures: LineFigures) -> Row:
    name = figures.line.name if figures.line else _("Not in the budget")
    explanation = figures.line.explanation if figures.line else ""
    money = map(amount, (figures.planned, figures.actual, figures.difference))
    return Row((name, *money, explanation))


def _received(data: DossierReportData) -> Table:
    came = [one for one in data.subsidy.instalments if one.received is not None]
    rows = tuple(
        Row(
            (
                format_day_short(one.day) if one.day else EN_DASH,
                one.remark or _("Payment"),
                amount(one.received),
            )
        )
        for one in came
    )
    return Table(
        columns=(
            Column(_("Date"), Align.START),
            Column(_("What"), Align.START),
            Column(_("Amount")),
        ),
        rows=rows,
        total=Row((_("Total"), "", amount(data.subsidy.received))),
        summary=_("What was received of this subsidy."),
    )


def _remainder(data: DossierReportData) -> str:
    subsidy = data.subsidy
    parts = [_("Amounts are rounded to the cent nowhere: they are sums of payments.")]
    if subsidy.to_repay:
        text = _("{amount} is paid back.")
        parts.append(text.format(amount=format_money(subsidy.to_repay)))
    elif subsidy.to_come:
        text = _("{amount} of the subsidy is still to be received.")
        parts.append(text.format(amount=format_money(subsidy.to_come)))
    return " ".join(parts)


def amount(money: Decimal | None) -> str:
    """An amount in a column that names the euro."""
    return EN_DASH if money is None else format_money(money, symbol=False)


def signature(data: DossierReportData) -> list[Block]:
    """The page to sign."""
    text = _(
        "The board of {centre} declares that this report was made in good faith from its own "
        "administration."
    )
    return [
        PageBreak(),
        Heading(_("Signature"), name="signature"),
        Paragraph(text.format(centre=data.centre.name or _("the centre"))),
        Lines(tuple(data.centre.board[:4]) or (_("Name and signature"),) * 2),
    ]


def receipts(data: DossierReportData) -> list[Block]:
    """The list of receipts by number, and those that are photos."""
    if not data.receipts:
        return []
    pictures = list(_pictures(data)) if data.with_receipts else []
    return [
        PageBreak(),
        Heading(_("Receipts"), name="receipts"),
        Caption(_("The receipts by number; each appendix has its number at the top")),
        Table(
            columns=(
                Column(_("No.")),
                Column(_("Date"), Align.START),
                Column(_("What"), Align.START),
                Column(_("Item"), Align.START),
                Column(_("Amount")),
            ),
            rows=tuple(map(_receipt, data.receipts)),
            summary=_("Every receipt with its number."),
        ),
        *pictures,
    ]


def _receipt(receipt: Receipt) -> Row:
    what = receipt.description or receipt.title
    if receipt.file_name:
        what = _("{what} (sent as {file})").format(what=what, file=receipt.file_name)
    return Row(
        (
            str(receipt.number),
            format_day_short(receipt.day) if receipt.day else EN_DASH,
            what,
            receipt.line,
            amount(receipt.amount),
        )
    )


def _pictures(data: DossierReportData) -> Iterator[Block]:
    for receipt in data.receipts:
        if receipt.picture is not None:
            yield from receipt_page(receipt)


def receipt_page(receipt: Receipt) -> Iterator[Block]:
    """A receipt that is a photo, on a page of its own."""
    assert receipt.picture is not None
    content, width, height = receipt.picture
    what = receipt.description or receipt.title
    told = _("Receipt {number}: {what}").format(number=receipt.number, what=what)
    seen = _("Photo of the receipt with number {number}: {what}")
    alt = seen.format(number=receipt.number, what=what)
    if receipt.amount is not None:
        paid = format_money(receipt.amount)
        told, alt = f"{told}, {paid}", f"{alt}, {paid}"
    yield PageBreak()
    yield Heading(_("Receipt {number}").format(number=receipt.number), 2)
    yield Picture(content=content, width=width, height=height, alt=alt, caption=told)
