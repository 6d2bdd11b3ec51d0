# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of a printed sheet as they are typed over: '1 3 4 9-12'."""

from __future__ import annotations

import re
from dataclasses import dataclass

HIGHEST = 9999
_DASHES = re.compile(r"\s*(?:[-\u2010-\u2015\u2212]|\bt/?m\b|\btot\b)\s*")
_BETWEEN = re.compile(r"[\s,;.+&/]+|\ben\b|\band\b")
_ONE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


@dataclass(frozen=True, slots=True)
class RowNumbers:
    """The rows that were meant, each once and in the order typed, and what is no row."""

    numbers: tuple[int, ...] = ()
    unclear: tuple[str, ...] = ()


def read_rows(text: str) -> RowNumbers:
    """Read what was typed: spaces or commas between rows, a dash or 't/m' for a stretch.

    '12-9' is the same as '9-12'. Nothing is guessed: what is no row is given back as it was typed.
    """
    numbers: dict[int, None] = {}
    unclear: list[str] = []
    for word in filter(None, _BETWEEN.split(_DASHES.sub("-", text.strip().lower()))):
        found = _stretch(word)
        if found is None:
            unclear.append(word)
        else:
            numbers.update(dict.fromkeys(found))
    return RowNumbers(tuple(numbers), tuple(unclear))


def _stretch(word: str) -> range | None:
    match = _ONE.fullmatch(word)
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2] or first)
    low, high = min(first, last), max(first, last)
    return range(low, high + 1) if low >= 1 and high <= HIGHEST else None


def write_rows(numbers: tuple[int, ...]) -> str:
    """The shortest way to type these rows: '1 3 4 9-12'."""
    parts: list[str] = []
    ordered = sorted(set(numbers))
    while ordered:
        last = 0
        while last + 1 < len(ordered) and ordered[last + 1] == ordered[last] + 1:
            last += 1
        first, end = ordered[0], ordered[last]
        parts.append(f"{first}-{end}" if last > 1 else " ".join(map(str, ordered[: last + 1])))
        ordered = ordered[last + 1 :]
    return " ".join(parts)
