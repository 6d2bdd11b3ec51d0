# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding bookings by words and by amounts, however they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from buurthuis_admin.domain.money import AmbiguousAmount, parse_amount
from buurthuis_admin.domain.text import fold, fold_once
from buurthuis_admin.storage.values import hundredths


def matching(query: str, rows: Sequence[Any]) -> list[int]:
    """The ids of rows that have every word of the query somewhere, or are of that amount."""
    words, cents = fold(query).split(), _cents(query)
    return [row.id for row in rows if abs(row.amount) == cents or _has(words, row)]


def _has(words: Sequence[str], row: Any) -> bool:
    text = fold_once(
        f"{row.counterparty} {row.description} {row.counter_iban} {row.reference} {row.remark}"
    )
    return all(word in text for word in words)


def _cents(query: str) -> int | None:
    try:
        amount: Decimal = parse_amount(query)
    except (AmbiguousAmount, ValueError):
        return None
    cents = hundredths(amount)
    return None if cents is None else abs(cents)
