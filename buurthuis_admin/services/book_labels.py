# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tables and columns of the cash and bank book are called on the screen."""

from __future__ import annotations

from buurthuis_admin.domain.bookkeeping import AccountKind, CategoryKind
from buurthuis_admin.i18n import _, ngettext


def tables() -> dict[str, str]:
    """What one row of each table is."""
    return {
        "accounts": _("Account"),
        "categories": _("Category"),
        "bookings": _("Booking"),
        "contribution_payments": _("Payment of a contribution"),
        "reserves": _("Reserve"),
    }


def many(table: str, count: int) -> str:
    """A number of rows, without the number filled in."""
    return {
        "accounts": ngettext("{count} account", "{count} accounts", count),
        "categories": ngettext("{count} category", "{count} categories", count),
        "bookings": ngettext("{count} booking", "{count} bookings", count),
        "contribution_payments": ngettext(
            "{count} payment of a contribution", "{count} payments of contributions", count
        ),
        "reserves": ngettext("{count} reserve", "{count} reserves", count),
    }[table]


def columns() -> dict[str, str]:
    """What the fields of all these tables are called."""
    return {
        "name": _("Name"),
        "position": _("Order"),
        "kind": _("Kind"),
        "iban": _("IBAN"),
        "opening": _("Opening balance"),
        "opened_on": _("Opening balance of"),
        "account_id": _("Account"),
        "category_id": _("Category"),
        "person_id": _("Person"),
        "contribution_id": _("Contribution"),
        "booking_id": _("Booking"),
        "day": _("Date"),
        "paid_on": _("Paid on"),
        "year": _("Year"),
        "amount": _("Amount"),
        "description": _("Description"),
        "counterparty": _("Paid to or received from"),
        "counter_iban": _("IBAN of the other"),
        "reference": _("Reference"),
        "remark": _("Remark"),
    }


def account_kinds() -> dict[object, str]:
    """The kinds of account."""
    return {AccountKind.BANK.value: _("Bank"), AccountKind.CASH.value: _("Cash")}


def category_kinds() -> dict[object, str]:
    """The kinds of category."""
    return {
        CategoryKind.INCOME.value: _("Income"),
        CategoryKind.EXPENSE.value: _("Expense"),
        CategoryKind.TRANSFER.value: _("Between own accounts"),
    }
