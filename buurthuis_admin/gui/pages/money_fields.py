# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the forms of the cash and bank book hold as text, and how that becomes a booking.

Knows nothing of widgets, so that every rule can be tried on plain texts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from stdnum import iban as iban_rules
from stdnum.exceptions import ValidationError

from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.money import AmbiguousAmount, parse_amount
from buurthuis_admin.domain.splitting import HUNDRED, Share
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.i18n import _, format_day, format_number


@dataclass(slots=True)
class MoneyReading(Reading):
    """The texts of a form of money being read."""

    def money(self, name: str, *, negative: bool = False) -> Decimal | None:
        """A field as an amount; ``negative``: it may be below zero."""
        try:
            amount = parse_amount(self.text(name))
        except AmbiguousAmount:
            self.problems.append(
                Problem(name, _("Write the cents too, so that it is clear: 1.234,00 or 1,23."))
            )
            return None
        except ValueError:
            amount = None
        if amount is None or (amount < 0 and not negative):
            self.problems.append(Problem(name, _("Write the amount as 12,50.")))
            return None
        return amount

    def iban(self, name: str) -> str:
        """A field as an IBAN without spaces."""
        typed = self.text(name)
        if not typed:
            return ""
        try:
            return str(iban_rules.validate(typed))
        except ValidationError:
            text = _("This is not a bank account number. Check it: NL91 ABNA 0417 1643 00.")
            self.problems.append(Problem(name, text))
            return ""

    def year(self, name: str) -> int | None:
        """A field as a year."""
        typed = self.text(name)
        if typed.isdecimal() and 1900 <= int(typed) <= 2200:
            return int(typed)
        if typed:
            self.problems.append(Problem(name, _("Write the year as four digits: 2026.")))
        return None


def texts_of(booking: Booking) -> dict[str, str]:
    """What the fields show of a booking."""
    amount = abs(booking.amount)
    return {
        "amount": format_number(amount, 2) if amount else "",
        "day": format_day(booking.day) if booking.day else "",
        "counterparty": booking.counterparty,
        "description": booking.description,
        "counter_iban": booking.counter_iban,
        "year": str(booking.year) if booking.id else "",
    }


def read_booking(
    before: Booking,
    reading: MoneyReading,
    *,
    came_in: bool,
    account_id: int | None,
    category_id: int | None,
) -> Booking:
    """The booking as the form has it; look at ``reading.problems`` before keeping it."""
    amount = reading.money("amount")
    if amount == 0:
        reading.problems.append(Problem("amount", _("Write the amount as 12,50.")))
    day, year = reading.day("day"), reading.year("year")
    if day is None and year is None:
        year = reading.today.year
    return replace(
        before,
        amount=(amount or Decimal(0)) * (1 if came_in else -1),
        day=day,
        account_id=account_id if day else None,
        year=year or (day.year if day else before.year),
        counterparty=reading.text("counterparty"),
        description=reading.text("description"),
        counter_iban=reading.iban("counter_iban"),
        category_id=category_id,
        remark=reading.lines("remark"),
    )


def read_share(
    name: str,
    reading: MoneyReading,
    *,
    subsidy_id: int,
    line_id: int | None,
    expense_id: int | None,
) -> Share:
    """A share as it was typed: '50 %' is a percentage, '40,00' an amount."""
    typed = reading.text(name)
    amount: Decimal | None = None
    percentage: Decimal | None = None
    if typed.endswith("%"):
        bare = replace(reading, texts={name: typed.removesuffix("%")}, problems=[])
        percentage = bare.money(name)
        if percentage is None or not 0 < percentage <= HUNDRED:
            reading.problems.append(Problem(name, _("Write a percentage from 0 to 100: 50 %.")))
    else:
        amount = reading.money(name)
    return Share(
        subsidy_id=subsidy_id,
        budget_line_id=line_id,
        amount=amount,
        percentage=percentage,
        expense_id=expense_id,
    )
