# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses: street, house number, postcode and town, in one cell or over several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from buurthuis_admin.domain.text import clean

_POSTCODE = re.compile(r"(?<![\dA-Za-z])([1-9]\d{3})\s?-?\s?([A-Za-z]{2})(?![A-Za-z\d])")
_STREET_HOUSE = re.compile(
    r"(?P<street>.*?[^\W\d_].*?)[\s,]+"
    r"(?:nr\.?\s*)?(?P<house>\d{1,5}"
    r"(?:\s?[-/]\s?\d{1,4}|\s?-?\s?[A-Za-z]{1,2}(?![A-Za-z])(?:-?\d{1,3})?|\s?-?\s?(?:[IVX]{1,4})"
    r"|\s?-?\s?(?:hs|bis|huis|hoog|zw|zwart|rd|rood|boven|beneden|bg|ben|bov|hr|to|\d\s?hoog)"
    r"(?:\s?[A-Za-z]{1,2})?)?)",
    re.IGNORECASE,
)
_HOUSE_PARTS = re.compile(r"(?P<number>\d+)\s*(?P<gap>-?)\s*(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class AddressParts:
    """What a cell with an address holds; '' for what it does not."""

    street: str = ""
    house: str = ""
    postcode: str = ""
    town: str = ""


@lru_cache(maxsize=4096)
def parse_postcode(text: str) -> str:
    """A Dutch postcode as '1234 AB'; '' when the text is none."""
    match = _POSTCODE.fullmatch(text.strip())
    return f"{match[1]} {match[2].upper()}" if match else ""


@lru_cache(maxsize=4096)
def parse_address(text: str) -> AddressParts:
    """Read an address of any fullness: 'Kerkpad 138, 3512 DG Waterdam', 'Kerkpad 138'."""
    found = _POSTCODE.search(text)
    if found is None:
        head, comma, tail = text.partition(",")
        street, house = split_street(head)
        if comma and house:
            return AddressParts(street, house, "", clean(tail))
        return AddressParts(*split_street(text))
    street, house = split_street(text[: found.start()].strip(" ,;-\n"))
    town = text[found.end() :].strip(" ,;-\n")
    return AddressParts(street, house, f"{found[1]} {found[2].upper()}", clean(town))


def split_street(text: str) -> tuple[str, str]:
    """Part a street from its house number: '1e Dwarsstraat 27' → ('1e Dwarsstraat', '27')."""
    bare = clean(text)
    match = _STREET_HOUSE.fullmatch(bare)
    return (clean(match["street"]).rstrip(","), clean(match["house"])) if match else (bare, "")


@lru_cache(maxsize=4096)
def join_house(number: str, addition: str) -> str:
    """Number and addition of two columns as one: '49' 'B' → '49B', '12' 'II' → '12-II'."""
    number, addition = clean(number), clean(addition).lstrip("-")
    if not addition or not number:
        return number or addition
    if len(addition) == 1 and addition.isalpha() and addition not in "IVX":
        return number + addition
    if addition.isdigit() or set(addition) <= set("IVX"):
        return f"{number}-{addition}"
    return f"{number} {addition}"
