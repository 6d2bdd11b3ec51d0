# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: the cash and bank book, and expenses that are shared."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from buurthuis_admin.storage.migrations.parts import (
    check,
    day,
    flag,
    index,
    key,
    not_empty,
    not_negative,
    number,
    optional_number,
    optional_text,
    refers,
    table,
    text,
    unique,
    words,
)

_INCOME = (
    "Subsidies en fondsen",
    "Contributies",
    "Giften en acties",
    "Verhuur van ruimten",
    "Opbrengst van activiteiten",
    "Overige inkomsten",
)
_EXPENSE = (
    "Activiteiten",
    "Vrijwilligers",
    "Huur en energie",
    "Inrichting en onderhoud",
    "Kantoor en communicatie",
    "Verzekeringen",
    "Bankkosten",
    "Overige uitgaven",
)
_TRANSFER = ("Overboeking tussen eigen rekeningen",)
_ACCOUNTS = (("Bank", "bank"), ("Kas", "cash"))


def create() -> None:
    """Make the tables."""
    _accounts()
    _categories()
    _bookings()
    _contribution_payments()
    _reserves()
    _expenses()
    _instalments()


def _accounts() -> None:
    table(
        "accounts",
        key(),
        *text("name", "folded_name"),
        *text("kind", default="bank"),
        *words("iban"),
        *number("opening", default=0),
        *optional_number("opened_on"),
        not_empty("name"),
        not_empty("folded_name"),
        check("kind_is_known", "kind IN ('bank', 'cash')"),
        day("opened_on"),
        unique("folded_name"),
    )
    insert = sa.text("INSERT INTO accounts (name, folded_name, kind) VALUES (:name, :key, :kind)")
    for name, kind in _ACCOUNTS:
        op.execute(insert.bindparams(name=name, key=name.lower(), kind=kind))


def _categories() -> None:
    table(
        "categories",
        key(),
        *text("name", "folded_name", "kind"),
        *number("position", default=0),
        not_empty("name"),
        not_empty("folded_name"),
        check("kind_is_known", "kind IN ('income', 'expense', 'transfer')"),
        unique("folded_name"),
    )
    insert = sa.text(
        "INSERT INTO categories (name, folded_name, kind, position) "
        "VALUES (:name, :key, :kind, :position)"
    )
    kinds = (("income", _INCOME), ("expense", _EXPENSE), ("transfer", _TRANSFER))
    known = [(name, kind) for kind, names in kinds for name in names]
    for position, (name, kind) in enumerate(known, start=1):
        values = {"name": name, "key": name.lower(), "kind": kind, "position": position}
        op.execute(insert.bindparams(**values))


def _bookings() -> None:
    table(
        "bookings",
        key(),
        *optional_number("account_id", "day"),
        *number("year", "amount"),
        *words("description", "counterparty", "counter_iban"),
        *optional_number("category_id", "person_id"),
        *words("reference"),
        *optional_text("line_key"),
        *words("remark"),
        *number("private", default=0),
        day("day"),
        flag("private"),
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        check("amount_is_something", "amount <> 0"),
        check("moved_somewhere", "(day IS NULL) = (account_id IS NULL)"),
        refers("account_id", "accounts", on_delete="RESTRICT"),
        refers("category_id", "categories", on_delete="RESTRICT"),
        refers("person_id", "people", on_delete="SET NULL"),
        unique("line_key"),
    )
    index("ix_bookings_day", "bookings", "day")
    index("ix_bookings_account_id", "bookings", "account_id", "day", "amount")
    index("ix_bookings_category_id", "bookings", "category_id")
    index("ix_bookings_person_id", "bookings", "person_id")
    index("ix_bookings_counter_iban", "bookings", "counter_iban", "category_id")


def _contribution_payments() -> None:
    table(
        "contribution_payments",
        key(),
        *number("contribution_id"),
        *optional_number("booking_id", "paid_on"),
        *number("amount"),
        day("paid_on"),
        check("amount_is_something", "amount <> 0"),
        refers("contribution_id", "contributions"),
        refers("booking_id", "bookings"),
    )
    name = "contribution_payments"
    index("ix_contribution_payments_contribution_id", name, "contribution_id")
    index("ix_contribution_payments_booking_id", name, "booking_id")


def _reserves() -> None:
    table(
        "reserves",
        key(),
        *text("name"),
        *number("year", "amount"),
        not_empty("name"),
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        unique("name", "year"),
    )


# SQLite adds no foreign key with a name to a table that is there: these two are made anew.


def _expenses() -> None:
    _put_aside("expenses", "ix_expenses_subsidy_id", "ix_expenses_budget_line_id")
    table(
        "expenses",
        key(),
        *number("subsidy_id"),
        *optional_number("budget_line_id", "booking_id", "percentage", "day"),
        *words("description"),
        *number("amount"),
        day("day"),
        not_negative("percentage"),
        refers("subsidy_id", "subsidies"),
        refers("budget_line_id", "budget_lines", on_delete="SET NULL"),
        refers("booking_id", "bookings", on_delete="SET NULL"),
    )
    _fill("expenses", "id, subsidy_id, budget_line_id, day, description, amount")
    index("ix_expenses_subsidy_id", "expenses", "subsidy_id")
    index("ix_expenses_budget_line_id", "expenses", "budget_line_id")
    index("ix_expenses_booking_id", "expenses", "booking_id")


def _instalments() -> None:
    _put_aside("instalments", "ix_instalments_subsidy_id")
    table(
        "instalments",
        key(),
        *number("subsidy_id"),
        *optional_number("booking_id", "expected", "received", "day"),
        *words("remark"),
        not_negative("expected"),
        day("day"),
        refers("subsidy_id", "subsidies"),
        refers("booking_id", "bookings", on_delete="SET NULL"),
    )
    _fill("instalments", "id, subsidy_id, expected, received, day, remark")
    index("ix_instalments_subsidy_id", "instalments", "subsidy_id")
    index("ix_instalments_booking_id", "instalments", "booking_id")


def _put_aside(name: str, *indexes: str) -> None:
    for one in indexes:
        op.drop_index(one)
    op.rename_table(name, f"{name}_before")


def _fill(name: str, columns: str) -> None:
    op.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {name}_before")  # noqa: S608
    op.drop_table(f"{name}_before")
