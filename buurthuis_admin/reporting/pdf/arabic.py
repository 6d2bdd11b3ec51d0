# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Joining of Arabic letters: each gets the form that its neighbours ask for.

The forms are signs of Unicode's own (Arabic Presentation Forms) and Noto Sans Arabic has them, so
a name needs no shaping engine. Who copies the text still gets the plain letters: the writer adds
them as actual text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

_BLOCKS = (range(0xFB50, 0xFBFF + 1), range(0xFE70, 0xFEFC + 1))
_JOINER = "\N{ZERO WIDTH JOINER}"
_TATWEEL = "\N{ARABIC TATWEEL}"


@cache
def _forms() -> dict[tuple[str, str], str]:
    """(letters, place in the word) to the sign that shows it; lam with alef are two letters."""
    found: dict[tuple[str, str], str] = {}
    for code in (code for block in _BLOCKS for code in block):
        place, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if place.strip("<>") in {"isolated", "final", "initial", "medial"}:
            text = "".join(chr(int(letter, 16)) for letter in letters)
            found.setdefault((text, place.strip("<>")), chr(code))
    return found


def _joins_next(sign: str) -> bool:
    return sign in (_TATWEEL, _JOINER) or (sign, "initial") in _forms()


def _joins_previous(sign: str) -> bool:
    return sign in (_TATWEEL, _JOINER) or (sign, "final") in _forms()


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"


def join_letters(text: str) -> str:
    """The text with each letter in its form, still in the order in which it is read."""
    return "".join(_joined(_clusters(text)))


def _clusters(text: str) -> list[tuple[str, str]]:
    """Letters (lam with alef as one) with the marks that belong to them."""
    clusters: list[tuple[str, str]] = []
    for sign in text:
        if clusters and _is_mark(sign):
            letter, marks = clusters[-1]
            clusters[-1] = letter, marks + sign
        elif clusters and not clusters[-1][1] and (clusters[-1][0] + sign, "isolated") in _forms():
            clusters[-1] = clusters[-1][0] + sign, ""
        else:
            clusters.append((sign, ""))
    return clusters


def _joined(clusters: list[tuple[str, str]]) -> Iterator[str]:
    for at, (letter, marks) in enumerate(clusters):
        before = at > 0 and _joins_next(clusters[at - 1][0][-1]) and _joins_previous(letter[0])
        after = (
            at + 1 < len(clusters)
            and _joins_next(letter[-1])
            and _joins_previous(clusters[at + 1][0][0])
        )
        place = {(False, False): "isolated", (True, False): "final", (False, True): "initial"}
        form = place.get((before, after), "medial")
        yield _forms().get((letter, form), letter) + marks
