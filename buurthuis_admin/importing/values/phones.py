# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telephone cells: one number or two, with or without the zero that Excel took."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from buurthuis_admin.domain.phones import is_mobile

_SEPARATORS = re.compile(r"\s*(?:/|;|,|\||\+(?=\s*0)|\bof\b|\ben\b|&|\n)\s*")
_SPOKEN = re.compile(r"(?i)\b(?:tel|mob|mobiel|vast|thuis|werk|nr|privé)\b\.?:?")
_DIGITS = re.compile(r"\D+")
_LETTERS = re.compile(r"[^\W\d_]")
_USUAL = re.compile(r"(?=(?:\D*\d){10}\D*$)0\d{1,3}[- ]?\d{6,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PhoneCell:
    """The numbers of a cell in the form that is kept; ``rest`` is what was not a number."""

    landlines: tuple[str, ...] = ()
    mobiles: tuple[str, ...] = ()
    repaired: bool = False
    rest: str = ""


def usual_number(text: str) -> str:
    """The number of a cell that holds one as most lists write it; '' for any other."""
    return text.replace("-", "").replace(" ", "") if _USUAL.fullmatch(text) else ""


@lru_cache(maxsize=4096)
def parse_phones(text: str) -> PhoneCell:
    """Read the numbers of a cell; nine digits without the leading zero get it back."""
    number = usual_number(text)
    if number:
        return PhoneCell(mobiles=(number,)) if is_mobile(number) else PhoneCell((number,))
    whole = _one_number(text)
    parts = [text] if whole else [part for part in _SEPARATORS.split(text) if part]
    found = [(part, _one_number(part)) for part in parts]
    numbers = [number for _part, number in found if number]
    return PhoneCell(
        landlines=tuple(number for number, _ in numbers if not is_mobile(number)),
        mobiles=tuple(number for number, _ in numbers if is_mobile(number)),
        repaired=any(repaired for _, repaired in numbers),
        rest=" ".join(part for part, number in found if not number),
    )


def _one_number(text: str) -> tuple[str, bool] | None:
    """The number in the form that is kept, and whether its zero was put back; None for none."""
    bare = _SPOKEN.sub("", text).strip()
    digits = _DIGITS.sub("", bare)
    if len(digits) > 15 or len(digits) < 6 or _LETTERS.search(bare):
        return None
    if bare.startswith("+") or digits.startswith("00"):
        return _international(bare, digits)
    if len(digits) == 10 and digits.startswith("0"):
        return digits, False
    if len(digits) == 11 and digits.startswith("31"):
        return "0" + digits[2:], False
    if len(digits) == 9 and not digits.startswith("0"):
        return "0" + digits, True
    return None


def _international(bare: str, digits: str) -> tuple[str, bool] | None:
    digits = digits.removeprefix("00")
    if digits.startswith("31") and not bare.startswith("00310"):
        national = digits[2:].removeprefix("0")
        return ("0" + national, False) if len(national) == 9 else None
    import phonenumbers  # only numbers from abroad need its tables, which take time to load

    try:
        number = phonenumbers.parse("+" + digits)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), False
