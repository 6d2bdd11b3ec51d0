# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The small fields of a members list: sex, yes or no, e-mail, numbers, amounts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from stdnum.nl import bsn

from buurthuis_admin.domain.money import parse_amount, to_cents
from buurthuis_admin.domain.people import Sex
from buurthuis_admin.domain.text import fold, squeeze
from buurthuis_admin.importing.values.texts import content_of, text_of
from buurthuis_admin.importing.workbook import CellValue

_SEXES = {
    Sex.FEMALE: "v vrouw vr vrouwelijk mw mevr mevrouw mej f female w weiblich meisje dame frau "
    "mrs ms",
    Sex.MALE: "m man mannelijk dhr heer deheer hr meneer male jongen mannlich herr mr",
    Sex.OTHER: "x anders nonbinair overig divers other",
}
_SEX_WORDS = {word: sex for sex, words in _SEXES.items() for word in words.split()}
_YES = frozenset("j ja y yes x v 1 true waar betaald voldaan ok paid √ ✓ ✔ + vrijwilliger".split())
_NO = frozenset("n nee no 0 false onwaar niet open - nietbetaald onbetaald neen".split())
_EMAIL = re.compile(r"[^\s@<>,;:()\"]+@[^\s@<>,;:()\"]+\.[^\s@<>,;:()\".]+")


@lru_cache(maxsize=256)
def parse_sex(value: CellValue) -> Sex | None:
    """'m', 'vrouw', 'dhr.' and the like; None for anything else."""
    return _SEX_WORDS.get(squeeze(text_of(value)))


def parse_yes_no(value: CellValue) -> bool | None:
    """Yes, no, or None where the cell says neither."""
    if isinstance(value, bool):
        return value
    word = fold(text_of(value)).rstrip(".")
    if word in _YES:
        return True
    return False if word in _NO else None


def parse_money_cell(value: CellValue) -> Decimal | None:
    """An amount; None for an empty cell; ValueError for what is no amount."""
    if isinstance(value, bool):
        raise ValueError("not an amount")
    if isinstance(value, int | float):
        return to_cents(Decimal(repr(value)))
    text = content_of(value)
    return parse_amount(text) if text else None


def parse_emails(text: str) -> list[str]:
    """The e-mail addresses in a cell, in lower case."""
    return [found.lower().rstrip(".") for found in _EMAIL.findall(text)] if "@" in text else []


def is_bsn(value: CellValue) -> bool:
    """Whether a cell could be a citizen service number: nine digits that pass the elfproef."""
    text = re.sub(r"[\s.]", "", text_of(value))
    return text.isdigit() and len(text) in (8, 9) and bool(bsn.is_valid(text.zfill(9)))
