# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money of a dossier: budget against actual, what came in, and the receipts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.i18n import _, format_day_short, format_money
from buurthuis_admin.reporting.chapters.budgets import amount, budget_table
from buurthuis_admin.reporting.chapters.dossier_opening import money_told, was_awarded, year_of
from buurthuis_admin.reporting.chapters.written import text_blocks
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Lead,
    Lines,
    PageBreak,
    PagesOfOthers,
    Picture,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.wording import EN_DASH


def finances(data: DossierReportData) -> list[Block]:
    """Budget against actual in the funder's order, and what came in."""
    explained = any(one.line and one.line.explanation.strip() for one in data.budget.lines)
    blocks: list[Block] = [
        PageBreak(),
        Heading(_("Finances"), name="finances"),
        Lead.of(data.composition.lead(Chapter.FINANCES, money_sentence(data)), "finances.lead"),
    ]
    if data.budget.lines:
        blocks += [
            Heading(_("Budget and actual"), 2),
            Caption(_("In euros, in the order of the application")),
            budget_table(data.budget, year_of(data), data.subsidy.id, explained=explained),
        ]
    if any(one.received is not None for one in data.subsidy.instalments):
        blocks += [Heading(_("Received"), 2), Caption(_("In euros")), _received(data)]
    return [*blocks, Source.of(_remainder(data))]


def money_sentence(data: DossierReportData) -> str:
    """What was awarded, spent and is left."""
    subsidy = data.subsidy
    spent = money_told(data, subsidy.spent, Measure.SPENT)
    if subsidy.awarded is None or not was_awarded(data):
        return _("{spent} was spent.").format(spent=spent)
    left = _("{awarded} was awarded and {spent} was spent; {left} is left.")
    if data.interim:
        left = _("{awarded} was awarded and {spent} was spent; {left} is still to be spent.")
    text = (
        left
        if subsidy.left >= 0
        else _("{awarded} was awarded and {spent} was spent: {over} more than was awarded.")
    )
    return text.format(
        awarded=money_told(data, subsidy.awarded, Measure.AWARDED),
        spent=spent,
        left=money_told(data, subsidy.left, Measure.LEFT_OVER),
        over=money_told(data, -subsidy.left, Measure.LEFT_OVER),
    )


def _received(data: DossierReportData) -> Table:
    came = [one for one in data.subsidy.instalments if one.received is not None]
    rows = tuple(
        Row(
            (
                format_day_short(one.day) if one.day else EN_DASH,
                one.remark or (_("Payment") if (one.received or ZERO) >= 0 else _("Paid back")),
                amount(one.received),
            ),
            explain=("", "", _payment(data, Measure.RECEIVED, one.id)),
        )
        for one in came
    )
    return Table(
        columns=(
            Column(_("Date"), Align.START),
            Column(_("What"), Align.START, wide=True),
            Column(_("Amount")),
        ),
        rows=rows,
        total=Row(
            (_("Total"), "", amount(data.subsidy.received)),
            explain=("", "", _whole(data, Measure.RECEIVED)),
        ),
        summary=_("What was received of this subsidy."),
    )


def _payment(data: DossierReportData, measure: Measure, number: int | None) -> str:
    """The name of one payment; '' where it has no number of its own."""
    if number is None or data.subsidy.id is None:
        return ""
    return figure(measure, year_of(data), Part.PAYMENT, number, dossier=data.subsidy.id)


def _whole(data: DossierReportData, measure: Measure) -> str:
    number = data.subsidy.id
    return figure(measure, year_of(data), dossier=number) if number is not None else ""


def _remainder(data: DossierReportData) -> str:
    subsidy = data.subsidy
    parts = [_("The amounts are sums of payments.")]
    if any(one.percentage is not None for one in subsidy.expenses):
        parts.append(
            _(
                "Of a payment that is shared by percentage the parts are whole cents; together "
                "they are exactly what was shared."
            )
        )
    parts += _budget_and_award(data)
    if subsidy.settled is not None:
        text = _("The subsidy was settled at {amount}.")
        parts.append(text.format(amount=format_money(subsidy.settled)))
    if subsidy.repaid:
        text = _("{amount} was paid back.")
        parts.append(text.format(amount=format_money(subsidy.repaid)))
    if subsidy.to_repay:
        text = _("{amount} is paid back.")
        parts.append(text.format(amount=money_told(data, subsidy.to_repay, Measure.TO_REPAY)))
    elif subsidy.to_come:
        # Whether it comes is up to the funder: some of it may be left.
        text = (
            _("Of what was awarded {amount} has not been received yet.")
            if subsidy.settled is None
            else _("Of what was settled {amount} has not been received yet.")
        )
        parts.append(text.format(amount=money_told(data, subsidy.to_come, Measure.TO_COME)))
    return " ".join(parts)


def _budget_and_award(data: DossierReportData) -> Iterator[str]:
    """Why the difference in the table is not what is left, where it is not."""
    awarded, planned = data.subsidy.awarded, data.budget.planned
    if data.budget.lines and awarded is not None and was_awarded(data) and planned != awarded:
        text = _(
            "The budget adds up to {planned} and {awarded} was awarded: what is left is counted "
            "from what was awarded."
        )
        yield text.format(planned=format_money(planned), awarded=format_money(awarded))


def signature(data: DossierReportData) -> list[Block]:
    """The page to sign: by everybody on the board, with the place and the day."""
    text = _(
        "The board of {centre} declares that this report was made in good faith from its own "
        "administration."
    )
    text = data.composition.part(Chapter.SIGNATURE).strip() or text.format(
        centre=data.centre.name or _("the centre")
    )
    declared = text_blocks(text)
    names = tuple(data.centre.board) or (_("Name and signature"),) * 2
    return [
        PageBreak(),
        Heading(_("Signature"), name="signature"),
        *declared,
        Lines((_("Place and date"),)),
        Lines(names),
    ]


def receipts(data: DossierReportData) -> list[Block]:
    """The list of receipts by number, and those that are photos."""
    if not data.receipts:
        return []
    pages = list(receipt_pages(data.receipts)) if data.with_receipts else []
    return [
        PageBreak(),
        Heading(_("Receipts"), name="receipts"),
        Caption(_("The receipts by number; each appendix has its number at the top")),
        receipts_table(data),
        *_without_receipt(data),
        *pages,
    ]


def receipts_table(data: DossierReportData, some: Sequence[Receipt] | None = None) -> Table:
    """Each receipt; with the whole payment beside it where only a part of it is charged.

    ``some``: only these, without a total.
    """
    shared = any(one.paid is not None and one.paid != one.amount for one in data.receipts)
    beside = (Column(_("Whole payment")),) if shared else ()
    charged = _("For this subsidy") if shared else _("Amount")
    gap = ("",) * (len(beside) + 4)
    return Table(
        columns=(
            Column(_("No.")),
            Column(_("Date"), Align.START),
            Column(_("What"), Align.START, wide=True),
            Column(_("Item"), Align.START),
            *beside,
            Column(charged),
        ),
        rows=tuple(_receipt(one, data, shared) for one in (some or data.receipts)),
        total=None
        if some
        else Row(
            (_("Total"), *gap[1:], amount(_accounted(data))),
            explain=(*gap, _whole(data, Measure.WITH_RECEIPT)),
        ),
        summary=_("Every receipt with its number."),
    )


def _accounted(data: DossierReportData) -> Decimal:
    """What is spent and has a receipt."""
    return sum((one.amount or ZERO for one in data.receipts), ZERO)


def _without_receipt(data: DossierReportData) -> list[Block]:
    bare = data.subsidy.spent - _accounted(data)
    if not bare:
        return []
    text = _("Of the {spent} that was spent, {bare} has no receipt here.")
    spent = money_told(data, data.subsidy.spent, Measure.SPENT)
    without = money_told(data, bare, Measure.WITHOUT_RECEIPT)
    return [Source.of(text.format(spent=spent, bare=without))]


def _receipt(receipt: Receipt, data: DossierReportData, shared: bool) -> Row:
    what = receipt.description or receipt.title
    if (first := _first_of_payment(receipt, data)) != receipt.number:
        what = _("{what} (belongs to number {number})").format(what=what, number=first)
    if receipt.file_name:
        what = _("{what} (sent as {file})").format(what=what, file=receipt.file_name)
    name = _payment(data, Measure.SPENT, receipt.expense_id) if receipt.amount is not None else ""
    paid = _payment(data, Measure.PAID, receipt.expense_id)
    whole = paid if receipt.paid is not None else ""
    return Row(
        (
            str(receipt.number),
            format_day_short(receipt.day) if receipt.day else EN_DASH,
            what,
            receipt.line or (EN_DASH if receipt.expense_id is None else _("Not in the budget")),
            *((amount(receipt.paid),) if shared else ()),
            amount(receipt.amount),
        ),
        explain=("", "", "", "", *((whole,) if shared else ()), name),
    )


def _first_of_payment(receipt: Receipt, data: DossierReportData) -> int:
    """The number at which the amount of a payment stands: it may have several papers."""
    same = (one for one in data.receipts if one.expense_id == receipt.expense_id)
    told = (one.number for one in same if one.amount is not None)
    return receipt.number if receipt.expense_id is None else next(told, receipt.number)


def receipt_pages(some: Sequence[Receipt]) -> Iterator[Block]:
    """The receipts by number, whatever they are of: photos, and the places of those of others."""
    for receipt in sorted(some, key=lambda one: one.number):
        if receipt.picture is not None:
            yield from receipt_page(receipt)
        elif receipt.pdf_pages:
            yield PagesOfOthers(receipt.number, receipt.pdf_pages)


def receipt_page(receipt: Receipt) -> Iterator[Block]:
    """A receipt that is a photo, on a page of its own."""
    assert receipt.picture is not None
    content, width, height = receipt.picture
    what = receipt.description or receipt.title
    told = _("Receipt {number}: {what}").format(number=receipt.number, what=what)
    seen = _("Photo of the receipt with number {number}: {what}")
    alt = seen.format(number=receipt.number, what=what)
    if receipt.amount is not None:
        paid = _charged(receipt)
        told, alt = f"{told}, {paid}", f"{alt}, {paid}"
    yield PageBreak()
    yield Heading(_("Receipt {number}").format(number=receipt.number), 2)
    yield Picture(content=content, width=width, height=height, alt=alt, caption=told, large=True)


def _charged(receipt: Receipt) -> str:
    """What was paid, and what of it is charged here when that is not all of it."""
    charged = format_money(receipt.amount or ZERO)
    if receipt.paid is None or receipt.paid == receipt.amount:
        return charged
    text = _("{charged} of {paid} for this subsidy")
    return text.format(charged=charged, paid=format_money(receipt.paid))
