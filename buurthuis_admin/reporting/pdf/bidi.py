# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Order of text that runs both ways: the part of Unicode's algorithm (UAX 9) that names need.

Levels of letters, numbers and what stands between them; no embeddings or isolates, whose
controls are dropped before. Text without any right-to-left letter never comes here.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

_RIGHT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})


def runs_right(text: str) -> bool:
    """Whether the text has a letter of a script that is read from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in _RIGHT for sign in text)


def base_level(text: str) -> int:
    """1 when the text begins and ends with letters that are read from right to left, else 0.

    Unicode looks at the first alone where nothing better is known (P2, HL1). Here it is: an Arabic
    name at the head of an English sentence does not turn the sentence round.
    """
    kinds = [unicodedata.bidirectional(sign) for sign in text]
    strong = [kind for kind in kinds if kind == "L" or kind in _RIGHT]
    return int(bool(strong) and strong[0] in _RIGHT and strong[-1] in _RIGHT)


def visual_runs(text: str, base: int) -> list[tuple[str, bool]]:
    """Pieces of the text as they stand from left to right, and whether each is read leftward.

    The signs within a piece keep the order in which they are read.
    """
    levels = _levels(text, base)
    pieces = [
        ("".join(text[at] for at in group), level)
        for level, indexes in groupby(range(len(text)), key=levels.__getitem__)
        for group in [list(indexes)]
    ]
    lowest_odd = min((level for _text, level in pieces if level % 2), default=0)
    highest = max((level for _text, level in pieces), default=0)
    for level in range(highest, max(lowest_odd, 1) - 1, -1):
        pieces = _reversed_from(pieces, level)
    return [(piece, bool(level % 2)) for piece, level in pieces]


def mirrored(text: str) -> str:
    """The text with its brackets turned round, as leftward reading asks (rule L4)."""
    return text.translate(_MIRROR)


_MIRROR = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")


def _reversed_from(pieces: list[tuple[str, int]], level: int) -> list[tuple[str, int]]:
    """Each stretch of pieces at or above the level turned round (rule L2)."""
    result: list[tuple[str, int]] = []
    for above, group in groupby(pieces, key=lambda piece: piece[1] >= level):
        stretch = list(group)
        result += reversed(stretch) if above else stretch
    return result


def _levels(text: str, base: int) -> list[int]:
    kinds = _resolved(text, base)
    levels = []
    for kind in kinds:
        if kind == "R":
            levels.append(1)
        elif kind == "N":  # a number is read rightward, also within leftward text
            levels.append(2)
        else:
            levels.append(2 if base else 0)
    return levels


def _resolved(text: str, base: int) -> list[str]:
    """Each sign as 'L', 'R' or 'N' (a number among leftward text); neutrals as their sides."""
    outside = "R" if base else "L"
    kinds = [_kind(sign) for sign in text]
    strong = outside
    for at, kind in enumerate(kinds):  # a number takes after the last letter (rule W7)
        if kind in ("L", "R"):
            strong = kind
        elif kind == "N" and strong == "L":
            kinds[at] = "L"
    _join_within_numbers(kinds)
    return _neutrals_resolved(kinds, outside)


def _kind(sign: str) -> str:
    kind = unicodedata.bidirectional(sign)
    if kind == "L":
        return "L"
    if kind in _RIGHT:
        return "R"
    if kind in _NUMBERS:
        return "N"
    return "separator" if kind in ("CS", "ES") else "mark" if kind == "NSM" else "neutral"


def _join_within_numbers(kinds: list[str]) -> None:
    """One separator between two numbers belongs to them; a mark to the sign before (W1, W4)."""
    for at, kind in enumerate(kinds):
        if kind == "separator":
            between = 0 < at < len(kinds) - 1 and kinds[at - 1] == kinds[at + 1] == "N"
            kinds[at] = "N" if between else "neutral"
        elif kind == "mark":
            kinds[at] = kinds[at - 1] if at else "neutral"


def _neutrals_resolved(kinds: list[str], outside: str) -> list[str]:
    """What is neutral goes with its sides where they agree, else with the base (N1, N2)."""
    resolved: list[str] = []
    stretches = [(kind, len(list(group))) for kind, group in groupby(kinds)]
    for at, (kind, length) in enumerate(stretches):
        if kind == "neutral":
            before = stretches[at - 1][0] if at else outside
            after = stretches[at + 1][0] if at + 1 < len(stretches) else outside
            sides = {"R" if side == "N" else side for side in (before, after)}
            resolved += [sides.pop() if len(sides) == 1 else outside] * length
        else:
            resolved += [kind] * length
    return resolved
