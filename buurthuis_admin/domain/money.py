# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts of money in euro: exact, to the cent, read as a Dutch reader means them."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal("0.00")

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_SIGNS = re.compile(r"(?i)\b(eur|euro)\b|€|\s|\N{NO-BREAK SPACE}")
_AMOUNT = re.compile(r"(?P<sign>[-+])?(?P<number>[\d.,']+?)(?P<no_cents>[.,]-{1,2})?(?P<minus>-)?")


class AmbiguousAmount(ValueError):
    """A text that a Dutch reader could take for two different amounts."""


def to_cents(amount: Decimal) -> Decimal:
    """The amount rounded to whole cents, half a cent up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def parse_amount(text: str) -> Decimal:
    """Read an amount the Dutch way.

    '12.50', '12,50', '€ 12,50', '1.234', '1.234,56', '1,234.56', '12,-', '-5', '5-' and '(5)'
    are read. Raises AmbiguousAmount for '1,234' (a thousand, or one and a bit?), and ValueError
    for what is not an amount.
    """
    bare = _SIGNS.sub("", _DASHES.sub("-", text))
    negative = bare.startswith("(") and bare.endswith(")")
    match = _AMOUNT.fullmatch(bare.strip("()"))
    if match is None or not any(sign.isdigit() for sign in bare):
        raise ValueError(f"not an amount: {text!r}")
    amount = _number(match["number"], text)
    minus = negative or match["sign"] == "-" or match["minus"] is not None
    return to_cents(-amount if minus else amount)


def format_iban(iban: str) -> str:
    """An account number in groups of four, as it stands on paper."""
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


def _number(digits: str, text: str) -> Decimal:
    digits = digits.replace("'", "")
    if "." in digits and "," in digits:
        decimal_sign = "," if digits.rfind(",") > digits.rfind(".") else "."
        return _with_decimals(digits, decimal_sign, text)
    for sign in (",", "."):
        if sign in digits:
            return _one_kind_of_sign(digits, sign, text)
    return Decimal(digits)


def _with_decimals(digits: str, sign: str, text: str) -> Decimal:
    whole, _separator, cents = digits.rpartition(sign)
    groups = whole.split("." if sign == "," else ",")
    if not cents.isdigit() or sign in whole or not _are_thousands(groups):
        raise ValueError(f"not an amount: {text!r}")
    return Decimal("".join(groups) + "." + cents)


def _one_kind_of_sign(digits: str, sign: str, text: str) -> Decimal:
    groups = digits.split(sign)
    if len(groups) > 2 or (sign == "." and len(groups[-1]) == 3):
        # '1.234' is a thousand and more: a Dutch amount has two decimals, and after a comma.
        if not _are_thousands(groups):
            raise ValueError(f"not an amount: {text!r}")
        return Decimal("".join(groups))
    if len(groups[1]) == 3 and groups[0].strip("0"):
        raise AmbiguousAmount(f"two meanings: {text!r}")
    if not (groups[0] + groups[1]).isdigit():
        raise ValueError(f"not an amount: {text!r}")
    return Decimal((groups[0] or "0") + "." + (groups[1] or "0"))


def _are_thousands(groups: list[str]) -> bool:
    head, *rest = groups
    return 1 <= len(head) <= 3 and head.isdigit() and all(len(g) == 3 and g.isdigit() for g in rest)
