# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the figures of a sentence came to stand when it was broken into lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from buurthuis_admin.reporting.pdf.fonts import load_face
from buurthuis_admin.reporting.pdf.text import SOFT_HYPHEN, Line, printable
from buurthuis_admin.reporting.told import Told


@dataclass(frozen=True, slots=True)
class OnLine:
    """A part of a line, at size 1: where it begins, how wide it is, and which figure it is."""

    x: float
    width: float
    explain: str


@dataclass(frozen=True, slots=True)
class _Sign:
    line: int
    glyph: str
    left: float
    right: float


def on_lines(
    lines: Sequence[Line], text: str, figures: Sequence[Told]
) -> tuple[tuple[OnLine, ...], ...]:
    """The figures on each line; one that is broken over two lines is on both.

    A figure is known by its place among the signs that are seen. One that stands elsewhere,
    because the line runs from right to left or a word got a hyphen, is left out.
    """
    found: list[list[OnLine]] = [[] for _line in lines]
    signs = list(_signs(lines)) if figures else []
    for one in figures:
        first = len(_seen(text[: one.start]))
        shown = _seen(text[one.start : one.end])
        these = signs[first : first + len(shown)]
        if not shown or "".join(sign.glyph for sign in these) != shown:
            continue
        for at in sorted({sign.line for sign in these}):
            here = [sign for sign in these if sign.line == at]
            left = here[0].left
            found[at].append(OnLine(left, here[-1].right - left, one.explain))
    return tuple(map(tuple, found))


def _seen(text: str) -> str:
    return "".join(sign for sign in printable(text) if not sign.isspace() and sign != SOFT_HYPHEN)


def _signs(lines: Sequence[Line]) -> Iterator[_Sign]:
    for at, line in enumerate(lines):
        x = 0.0
        for piece in line.pieces:
            for run in piece.runs:
                widths = load_face(run.face).widths
                for glyph in run.glyphs:
                    if not glyph.isspace():
                        yield _Sign(at, glyph, x, x + widths[glyph])
                    x += widths[glyph]
