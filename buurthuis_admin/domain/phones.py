# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch telephone numbers: kept as digits, shown in Dutch custom.

A number is kept as '0612345678' (national, ten digits) or as '+4930123456' (from abroad).
Area codes: numbering plan of the Netherlands (ACM); those of three digits are listed, every
other has four.
"""

from __future__ import annotations

_AREAS_OF_THREE = frozenset(
    "010 013 014 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 "
    "070 071 072 073 074 075 076 077 078 079 084 085 088 091".split()
)


def is_mobile(number: str) -> bool:
    """Whether a kept number is a Dutch mobile one."""
    return number.startswith("06")


def area_length(number: str) -> int:
    """How many digits of a kept Dutch number are its area code (or 06)."""
    if number.startswith("06"):
        return 2
    return 3 if number[:3] in _AREAS_OF_THREE else 4


def format_phone(number: str) -> str:
    """A kept number as people write it: '06 12 34 56 78', '030 212 34 56', '0318 12 34 56'."""
    if len(number) != 10 or not number.isdigit():
        return number
    area = area_length(number)
    rest = number[area:]
    if len(rest) == 7:
        return f"{number[:area]} {rest[:3]} {rest[3:5]} {rest[5:]}"
    return " ".join([number[:area], *(rest[at : at + 2] for at in range(0, len(rest), 2))])


def dashed_phone(number: str) -> str:
    """A kept number in the form of files and lists: '06-12345678', '030-2123456'."""
    if len(number) != 10 or not number.isdigit():
        return number
    area = area_length(number)
    return f"{number[:area]}-{number[area:]}"
