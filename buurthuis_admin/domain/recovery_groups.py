# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One group of a recovery code: three bytes as five signs and a check sign.

The signs are Crockford's base 32, which has no I, L, O and U. The check is a sum over GF(32) in
which each place has its own weight and each group its own outcome: it sees every wrong sign,
every two signs that changed places and every group that stands in another's place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

ROWS, COLUMNS = "ABCDEF", "123"
LABELS = tuple(row + column for row in ROWS for column in COLUMNS)
GROUPS = len(LABELS)
GROUP_BYTES, GROUP_SIGNS = 3, 6

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NO_SIGN = -1  # a letter or digit that no code holds
_VALUES = {sign: value for value, sign in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_FIELD = 0b100101  # x^5 + x^2 + 1: primitive, so that six places have six weights
_FIELD_SIZE = 32
_FIRST_SIGNS = 16  # 24 bits in five signs: the first has only sixteen values


def read_signs(text: str) -> tuple[int, ...]:
    """The values of the letters and digits of a text; what stands between them is passed over."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return tuple(_VALUES.get(sign, NO_SIGN) for sign in plain if sign.isalnum())


def is_group(at: int, signs: Sequence[int]) -> bool:
    """Whether these values are a sound group in a place, counted from 0."""
    fitting = len(signs) == GROUP_SIGNS and NO_SIGN not in signs
    return fitting and signs[0] < _FIRST_SIGNS and _weighed_sum(signs) == _outcome_at(at)


def write_group(at: int, piece: bytes) -> str:
    """The signs of three bytes in a place."""
    number = int.from_bytes(piece, "big")
    values = [number >> shift & (_FIELD_SIZE - 1) for shift in (20, 15, 10, 5, 0)]
    check = _doubled(_weighed_sum(values)) ^ _outcome_at(at)
    return "".join(ALPHABET[value] for value in (*values, check))


def read_group(signs: Sequence[int]) -> bytes:
    """The three bytes of a sound group."""
    number = 0
    for value in signs[:-1]:
        number = number * _FIELD_SIZE + value
    return number.to_bytes(GROUP_BYTES, "big")


def _weighed_sum(signs: Sequence[int]) -> int:
    """The signs with their weights, the last one 1, added in GF(32)."""
    total = 0
    for value in signs:
        total = _doubled(total) ^ value
    return total


def _outcome_at(at: int) -> int:
    """What the signs of the group in a place add up to; never 0, so that zeros are no group."""
    return at + 1


def _doubled(value: int) -> int:
    """The value times x in GF(32)."""
    shifted = value << 1
    return shifted ^ _FIELD if shifted >= _FIELD_SIZE else shifted
