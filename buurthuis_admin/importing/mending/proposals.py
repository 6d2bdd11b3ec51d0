# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would mend a cell: a text that can be read, as near as can be to what stands there.

Nothing is guessed that the cell does not say; where several things could be meant there is no
proposal.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from stdnum import iban as iban_numbers

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.text import clean
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.values.addresses import parse_postcode
from buurthuis_admin.importing.values.people import parse_emails, parse_money_cell
from buurthuis_admin.importing.values.phones import parse_phones

_DIGITS = str.maketrans("OoIlSBZ", "0011582")  # letters that were typed for digits
_LETTERS = str.maketrans("0158", "OISB")
_NUMERIC = re.compile(r"(\d{1,4})[^\dA-Za-z]+(\d{1,4})[^\dA-Za-z]+(\d{1,4})")
_GLUED = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
_YEARS = range(1890, 2100)
_DOMAINS = {
    "gmail": "gmail.com", "gmial": "gmail.com", "gmai": "gmail.com", "hotmial": "hotmail.com",
    "hotmai": "hotmail.com", "hotmail": "hotmail.com", "ziggo": "ziggo.nl", "kpnmail": "kpnmail.nl",
}  # fmt: skip


def proposal(field: str, text: str) -> str | None:
    """A text for a field that can be read in the place of one that cannot; None for none."""
    make = _PROPOSALS.get(field)
    found = make(clean(text)) if make is not None else None
    return found if found and found != clean(text) else None


def propose_date(text: str) -> str | None:
    """Day and month turned round, a letter for a digit, or only the year that is certain."""
    plain = text.strip(" '.,").translate(_DIGITS) if _mostly_digits(text) else text
    match = _GLUED.fullmatch(plain) or _NUMERIC.search(plain)
    if match is None:
        return None
    first, second, third = (int(part) for part in match.groups())
    if first in _YEARS:
        first, third = third, first
    if third not in _YEARS:
        return None
    for day, month in ((first, second), (second, first)):
        if _can_be(third, month, day):
            return f"{day:02d}-{month:02d}-{third}"
    return str(third)


def propose_postcode(text: str) -> str | None:
    """Letters for digits and digits for letters, signs between them, and NL before them."""
    bare = re.sub(r"[^0-9A-Za-z]", "", text)
    if len(bare) == 8 and bare[:2].upper() == "NL":
        bare = bare[2:]
    if len(bare) != 6:
        return None
    return parse_postcode(bare[:4].translate(_DIGITS) + bare[4:].upper().translate(_LETTERS))


def propose_phone(text: str) -> str | None:
    """A letter for a digit, or words around the number; only when one number comes out."""
    for candidate in (text.translate(_DIGITS), re.sub(r"[^\d+]", "", text)):
        found = parse_phones(candidate)
        numbers = (*found.landlines, *found.mobiles)
        if len(numbers) == 1 and not found.rest:
            return numbers[0]
    return None


def propose_email(text: str) -> str | None:
    """'jan(at)ziggo,nl' and 'jan @ gmail' as an address."""
    plain = re.sub(r"(?i)\s*[(\[]\s*(?:at|apenstaartje)\s*[)\]]\s*", "@", text)
    plain = plain.replace(",", ".").replace(" ", "").strip(".;:<>")
    name, at, domain = plain.partition("@")
    if at and "." not in domain:
        domain = _DOMAINS.get(domain.lower(), domain)
    found = parse_emails(f"{name}{at}{domain}")
    return found[0] if len(found) == 1 else None


def propose_iban(text: str) -> str | None:
    """Letters for digits behind the bank."""
    bare = re.sub(r"\W", "", text).upper()
    swapped = bare[:2] + bare[2:4].translate(_DIGITS) + bare[4:8] + bare[8:].translate(_DIGITS)
    return iban_numbers.format(swapped) if iban_numbers.is_valid(swapped) else None


def propose_amount(text: str) -> str | None:
    """The one amount among words: '25 euro contant'."""
    found = re.findall(r"\d+(?:[.,]\d{2})?(?!\d)", text)
    if len(found) != 1:
        return None
    try:
        amount = parse_money_cell(found[0])
    except ValueError:
        return None
    return found[0] if amount is not None else None


def propose_number(text: str) -> str | None:
    """The one whole number among words: 'ca. 12 mensen'."""
    found = re.findall(r"(?<![\d.,])\d{1,4}(?![\d.,])", text)
    return found[0] if len(found) == 1 else None


def _mostly_digits(text: str) -> bool:
    return sum(sign.isdigit() for sign in text) * 2 > len(text)


def _can_be(year: int, month: int, day: int) -> bool:
    try:
        return PartialDate(year, month, day).complete
    except ValueError:
        return False


DATES = (Field.BORN, Field.BIRTH_YEAR, Field.JOINED, Field.LEFT, Field.DATE, Field.DECIDED,
         Field.APPLIED_ON, Field.DUE)  # fmt: skip
_AMOUNTS = (Field.FEE, Field.PAID, Field.REQUESTED, Field.AWARDED, Field.RECEIVED, Field.SPENT,
            Field.OWN_CONTRIBUTION, Field.PLANNED, Field.ACTUAL)  # fmt: skip
_PROPOSALS: dict[str, Callable[[str], str | None]] = {
    **dict.fromkeys(DATES, propose_date),
    **dict.fromkeys(_AMOUNTS, propose_amount),
    Field.POSTCODE: propose_postcode,
    Field.PHONE: propose_phone,
    Field.MOBILE: propose_phone,
    Field.EMAIL: propose_email,
    Field.IBAN: propose_iban,
    Field.COUNT: propose_number,
    Field.HOURS: propose_number,
}
