# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citizen service numbers (BSN) in running text: they are never kept."""

from __future__ import annotations

import re

from stdnum.nl import bsn

# A word of the data itself, in the language of the lists.
_DIGIT = re.compile(r"\d")
LEFT_OUT = "[BSN weggelaten]"
_NINE_DIGITS = re.compile(
    r"(?<![\d.,+/-])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\d/-])"
)
_NAMED = re.compile(r"(?i)\b(?:bsn|sofi\w*|burgerservice\w*)\W*$")


def holds_bsn(text: str) -> bool:
    """Whether a text holds a number that can only be a citizen service number."""
    return without_bsn(text) != text


def without_bsn(text: str) -> str:
    """The text with each such number left out, and words in its place that say so.

    A mobile number that lost its zero has nine digits too and begins with a 6: it is kept, unless
    the text calls it a BSN.
    """
    if not text or _DIGIT.search(text) is None:
        return text
    return _NINE_DIGITS.sub(lambda match: _instead(text, match), text)


def _instead(text: str, match: re.Match[str]) -> str:
    digits = "".join(sign for sign in match[0] if sign.isdigit())
    named = _NAMED.search(text[: match.start()]) is not None
    if bsn.is_valid(digits) and (named or not digits.startswith("6")):
        return LEFT_OUT
    return match[0]
