# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names of people in the cash and bank book.

The law asks who paid and who was paid for some years (seven, ``RetentionRules.money``): so long a
name stays in the book, whoever leaves, and nothing else of the file leads to it. After that only
the amounts stay.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from buurthuis_admin.storage.history.recorded import BY_NAME

_CUT = (
    "UPDATE main.bookings SET private = 1, person_id = NULL WHERE person_id = ?",
    (
        "UPDATE main.contribution_payments SET booking_id = NULL WHERE contribution_id IN "
        "(SELECT c.id FROM main.contributions c JOIN main.memberships m ON m.id = c.membership_id "
        "WHERE m.person_id = ?)"
    ),
)
_OLD = "private = 1 AND year < ? AND counterparty || counter_iban || description || reference <> ''"
_FORGET = (
    "UPDATE main.bookings SET counterparty = '', counter_iban = '', description = '', "
    f"reference = '', remark = '' WHERE {_OLD}"
)
_FORGET_HISTORY = (
    "UPDATE row_changes SET before = NULL, after = NULL WHERE table_number = ? AND row_key = ? "
    "AND row_key_2 = 0"
)


def cut_loose(connection: Connection, ids: Iterable[int]) -> None:
    """Nothing leads from a booking to these people any more, nor from them to a booking."""
    for number in ids:
        for statement in _CUT:
            connection.exec_driver_sql(statement, (number,))


def must_stay(connection: Connection, booking_id: int, first_year: int) -> bool:
    """Whether the law still asks for the name in a booking; it is marked as one to forget later."""
    year = connection.exec_driver_sql(
        "SELECT year FROM main.bookings WHERE id = ?", (booking_id,)
    ).scalar_one()
    if int(year) < first_year:
        return False
    connection.exec_driver_sql("UPDATE main.bookings SET private = 1 WHERE id = ?", (booking_id,))
    return True


def drop_old_names(connection: Connection, first_year: int) -> None:
    """Of bookings with people that the law does not ask for any more, only the amounts stay."""
    question = f"SELECT id FROM main.bookings WHERE {_OLD}"
    ids = list(connection.exec_driver_sql(question, (first_year,)).scalars())
    connection.exec_driver_sql(_FORGET, (first_year,))
    records = [(BY_NAME["bookings"].number, number) for number in ids]
    if records:
        connection.exec_driver_sql(_FORGET_HISTORY, records)
