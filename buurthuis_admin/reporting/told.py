# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures inside sentences: which words of a text are a figure, and which one.

A sentence is put together by a translation, which puts its figures in an order of its own. So a
figure goes into it with signs around it that no text has (private use of Unicode), and comes out
as the plain words with the places of the figures in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPEN, _NAMED, _CLOSE = "\ue000", "\ue001", "\ue002"
_FIGURE = re.compile(
    f"{_OPEN}([^{_OPEN}{_NAMED}{_CLOSE}]*){_NAMED}([^{_OPEN}{_NAMED}{_CLOSE}]*){_CLOSE}"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in a text: the places of its signs, and its name (see ``domain.figure_keys``)."""

    start: int
    end: int
    explain: str


def told(text: str, explain: str) -> str:
    """A figure to put in a sentence; without a name it is plain text."""
    return f"{_OPEN}{explain}{_NAMED}{text}{_CLOSE}" if explain else text


def plain(sentence: str) -> str:
    """A sentence without the names of its figures."""
    return parted(sentence)[0]


def parted(sentence: str) -> tuple[str, tuple[Told, ...]]:
    """The plain words of a sentence, and where its figures stand in them."""
    words, figures, at = "", [], 0
    for found in _FIGURE.finditer(sentence):
        words += sentence[at : found.start()]
        figures.append(Told(len(words), len(words) + len(found[2]), found[1]))
        words += found[2]
        at = found.end()
    return words + sentence[at:], tuple(figures)
