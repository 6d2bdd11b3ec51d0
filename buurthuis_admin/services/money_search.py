# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding bookings by words and by amounts, however they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from buurthuis_admin.domain.money import AmbiguousAmount, parse_amount
from buurthuis_admin.domain.text import fold, fold_once
from buurthuis_admin.storage import money_queries
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.rows import AnyRow
from buurthuis_admin.storage.values import hundredths


class BookSearch:
    """What every booking is found by, folded once and kept between two changes of the book."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[str, int]] | None = None

    def forget(self) -> None:
        """The book changed."""
        self._known = None

    def matching(self, connection: Connection, query: str, ids: Sequence[int]) -> list[int]:
        """Those of the ids that have every word of the query somewhere, or are of that amount."""
        known = self._known
        if known is None:
            known = self._known = {
                row.id: (_text(row), abs(row.amount)) for row in money_queries.texts(connection)
            }
        words, cents = fold(query).split(), _cents(query)
        return [number for number in ids if number in known and _is(words, cents, *known[number])]


def _is(words: Sequence[str], cents: int | None, text: str, amount: int) -> bool:
    return amount == cents or all(word in text for word in words)


def _text(row: AnyRow) -> str:
    return fold_once(
        f"{row.counterparty} {row.description} {row.counter_iban} {row.reference} {row.remark}"
    )


def _cents(query: str) -> int | None:
    try:
        amount: Decimal = parse_amount(query)
    except (AmbiguousAmount, ValueError):
        return None
    cents = hundredths(amount)
    return None if cents is None else abs(cents)
