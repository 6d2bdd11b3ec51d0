# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the screen for what the cash and bank book names by a key."""

from __future__ import annotations

from decimal import Decimal

from buurthuis_admin.domain.bank_lines import Ground, Match, MatchKind
from buurthuis_admin.domain.bookkeeping import (
    BookingPart,
    BookingRow,
    BookShown,
    CategoryKind,
    PartKind,
)
from buurthuis_admin.domain.money_warnings import MoneyWarning, MoneyWarningKind
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_money, format_number


def shown_words() -> list[tuple[BookShown, str]]:
    """The chips above the book."""
    return [
        (BookShown.ALL, _("All bookings")),
        (BookShown.WITHOUT_PLACE, _("Without a category")),
        (BookShown.OPEN, _("Still to pay or receive")),
    ]


def place_pill(row: BookingRow) -> PillText:
    """Where a booking belongs."""
    if row.day is None:
        word = _("Still to pay") if row.amount < 0 else _("Still to receive")
        return PillText(word, "clock", "info")
    if row.assigned and row.assigned != 0:
        return PillText(_("Subsidy"), "handshake", "accent")
    if row.category:
        return PillText(_("Has a category"), "check-circle", "ok")
    return PillText(_("No category yet"), "question", "warn")


def category_group(kind: CategoryKind) -> str:
    """The heading of a group of categories in a list to choose from."""
    return {
        CategoryKind.INCOME: _("Income"),
        CategoryKind.EXPENSE: _("Expenses"),
        CategoryKind.TRANSFER: _("Between own accounts"),
    }[kind]


def signed(amount: Decimal) -> str:
    """An amount of the book with its sign: + for what came in."""
    return ("+" if amount > 0 else "") + format_money(amount)


def percent(share: Decimal) -> str:
    """A percentage as it was said: 33,33 % or 50 %."""
    decimals = 0 if share == share.to_integral_value() else 2
    return f"{format_number(share, decimals)}\N{NO-BREAK SPACE}%"


def part_words(part: BookingPart) -> str:
    """What a part of a booking is."""
    if part.kind is PartKind.CONTRIBUTION:
        return _("Contribution {year} of {name}").format(year=part.year, name=part.name)
    if part.kind is PartKind.INSTALMENT and part.amount < 0:
        return _("Paid back to {name}").format(name=part.name)
    if part.kind is PartKind.INSTALMENT:
        return _("Received for {name}").format(name=part.name)
    told = f"{part.name}: {part.line}" if part.line else part.name
    return f"{told} ({percent(part.percentage)})" if part.percentage is not None else told


def warning_words(one: MoneyWarning) -> str:
    """A warning as a sentence that says what to look at."""
    amount = format_money(one.amount)
    return {
        MoneyWarningKind.OVER_WHOLE: _(
            "More is charged to subsidies than was paid: {amount} too much. Lower one of the parts."
        ),
        MoneyWarningKind.OVER_LINE: _(
            "More is spent on ‘{name}’ than the budget says: {amount} too much. "
            "The funder will ask for an explanation."
        ),
        MoneyWarningKind.OUTSIDE_PERIOD: _(
            "An expense of {amount} has a day outside the period of the subsidy. "
            "Check the day, or charge it to another subsidy."
        ),
        MoneyWarningKind.SAME_PAPER: _(
            "The same receipt is kept with two payments. Check whether it was entered twice."
        ),
        MoneyWarningKind.SAME_DAY_AND_AMOUNT: _(
            "There are two expenses of {amount} on the same day. "
            "Check whether one receipt was entered twice."
        ),
        MoneyWarningKind.CLAIMED_TWICE: _(
            "‘{name}’ pays all of this activity too. Tell both funders who pays which part."
        ),
    }[one.kind].format(amount=amount, name=one.name)


def match_words(match: Match) -> str:
    """What a line of a bank statement is taken for."""
    if match.kind is MatchKind.CONTRIBUTION:
        return _("Contribution {year} of {name}").format(year=match.year, name=match.name)
    if match.kind is MatchKind.BOOKING and not match.name:
        return _("Booking without a category")
    return {
        MatchKind.INSTALMENT: _("Received for {name}"),
        MatchKind.EXPENSE: _("Expense of {name}"),
        MatchKind.OPEN: _("Pays what was still open: {name}"),
        MatchKind.BOOKING: _("Booking on ‘{name}’"),
    }[match.kind].format(name=match.name)


def grounds_words(match: Match) -> str:
    """Why a line was taken for it: 'by the number and the amount'."""
    words = {
        Ground.NUMBER: _("member number"),
        Ground.IBAN: _("bank account"),
        Ground.NAME: _("name"),
        Ground.AMOUNT: _("amount"),
        Ground.REFERENCE: _("reference of the subsidy"),
        Ground.EARLIER: _("as last time"),
    }
    return ", ".join(words[one] for one in match.grounds)
