# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is worth a second look in the money of the dossiers, out of the file."""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.domain.money_warnings import MoneyWarning, PaidPart, Receipt, money_warnings
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.storage import money_queries, paper_queries
from buurthuis_admin.storage.bulk import Connection


def warnings(connection: Connection, dossiers: Sequence[Subsidy]) -> list[MoneyWarning]:
    """All warnings of all dossiers: a payment can be charged in one, and in another once more."""
    ids = {one.booking_id for dossier in dossiers for one in dossier.expenses}
    known = money_queries.bookings(connection, sorted(one for one in ids if one))
    paid = [PaidPart(booking_id=one.id or 0, whole=abs(one.amount)) for one in known]
    receipts = [
        Receipt(sha256=one.sha256, booking_id=one.booking_id, expense_id=one.expense_id)
        for one in paper_queries.papers(connection)
        if one.booking_id is not None or one.expense_id is not None
    ]
    return money_warnings(dossiers, paid, receipts)
