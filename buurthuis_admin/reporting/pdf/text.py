# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text to lines of glyphs: what the fonts cover, in the right order, broken to a width.

This is the one place where typed text meets the page. No markup is read, so nothing has to be
escaped; the writer escapes once, for PDF. A sign that no font has is shown as a box and keeps its
own letter for who copies or listens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from buurthuis_admin.reporting.pdf import arabic, bidi
from buurthuis_admin.reporting.pdf.fonts import load_face, names_for

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_SPACES = str.maketrans(dict.fromkeys("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
_JOINERS = "\u200c\u200d"  # they change the signs beside them and show nothing themselves
_AFTER_A_SIGN = re.compile(r"(?<=[-/])(?=[^\W\d])")
_CACHED_TEXTS = 8192


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font, from left to right."""

    face: str
    glyphs: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Runs that stand together. ``actual``: their text, where the glyphs do not say it."""

    runs: tuple[Run, ...]
    actual: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that only needs a place and a size; ``width`` is that at size 1."""

    pieces: tuple[Piece, ...]
    width: float


def printable(text: str) -> str:
    """The text in composed Unicode without control signs; a line end is a space."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.translate(_SPACES))
    return "".join(_kept(sign) for sign in composed)


def _kept(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in ("Cs", "Co", "Cn"):  # half a pair, private, not a sign at all
        return REPLACEMENT
    if kind == "Cc" or (kind == "Cf" and sign not in _JOINERS + SOFT_HYPHEN):
        return ""
    return sign


def text_width(text: str, size: float, strong: bool = False) -> float:
    """The width of a text on one line, in the unit of the size."""
    return set_line(text, strong).width * size


@lru_cache(maxsize=_CACHED_TEXTS)
def set_line(text: str, strong: bool = False) -> Line:
    """The text on one line."""
    shown = printable(text).replace(SOFT_HYPHEN, "")
    return _line(shown, strong, bidi.base_level(shown))


@lru_cache(maxsize=_CACHED_TEXTS)
def wrap(text: str, size: float, width: float, strong: bool = False) -> tuple[Line, ...]:
    """The text broken into lines of at most a width; an empty text is one empty line."""
    whole = set_line(text, strong)
    if whole.width * size <= width:
        return (whole,)
    shown = printable(text)
    base = bidi.base_level(shown)
    room = width / size
    return tuple(_line(line, strong, base) for line in _broken(shown, room, strong))


def wrap_spans(spans: Sequence[tuple[str, bool]], size: float, width: float) -> tuple[Line, ...]:
    """Words of two weights broken into lines of at most a width.

    A text that runs from right to left is set in one weight: its order needs the whole line.
    """
    whole = "".join(text for text, _strong in spans)
    if bidi.runs_right(printable(whole)) or not any(strong for _text, strong in spans):
        return wrap(whole, size, width)
    room = width / size
    words = [word for word in _words_of(spans) for word in _fitting(word, room)]
    lines: list[list[_Word]] = [[]]
    used = 0.0
    space = _advance(" ", False)
    for word in words:
        wide = sum(_advance(text, strong) for text, strong in word)
        if lines[-1] and used + space + wide > room:
            lines.append([])
            used = 0.0
        used += wide + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return tuple(map(_joined_line, lines))


_Word: TypeAlias = tuple[tuple[str, bool], ...]  # the parts of a word, each with its weight


def _words_of(spans: Sequence[tuple[str, bool]]) -> Iterator[_Word]:
    word: list[tuple[str, bool]] = []
    for text, strong in spans:
        first, *others = printable(text).replace(SOFT_HYPHEN, "").split(" ")
        if first:
            word.append((first, strong))
        for other in others:
            if word:
                yield tuple(word)
            word = [(other, strong)] if other else []
    if word:
        yield tuple(word)


def _fitting(word: _Word, room: float) -> Iterator[_Word]:
    """A word that is wider than a line, in pieces that are not."""
    if sum(_advance(text, strong) for text, strong in word) <= room:
        yield word
        return
    for text, strong in word:
        yield from (((piece, strong),) for piece in _pieces(text, room, strong))


def _joined_line(words: Sequence[_Word]) -> Line:
    """The words on one line; a space is as heavy as what stands before it."""
    parts: list[tuple[str, bool]] = []
    for word in words:
        if parts:
            parts[-1] = (parts[-1][0] + " ", parts[-1][1])
        parts += word
    lines = [set_line(text, strong) for text, strong in parts]
    return Line(
        tuple(piece for line in lines for piece in line.pieces), sum(line.width for line in lines)
    )


def widest_part(text: str, strong: bool = False) -> float:
    """The width at size 1 of the widest part of a text that need not be broken."""
    parts = [part + hyphen for word in printable(text).split(" ") for part, hyphen in _parts(word)]
    return max(_advance(part, strong) for part in parts)


def _line(text: str, strong: bool, base: int) -> Line:
    main = load_face(names_for(strong)[0])
    if all(sign in main.widths for sign in text) and not bidi.runs_right(text):
        pieces: tuple[Piece, ...] = (Piece((Run(main.name, text),)),) if text else ()
    else:
        pieces = tuple(_pieces_of(text, strong, base))
    return Line(pieces, sum(_width(run) for piece in pieces for run in piece.runs))


def _width(run: Run) -> float:
    widths = load_face(run.face).widths
    return sum([widths[sign] for sign in run.glyphs])


def _pieces_of(text: str, strong: bool, base: int) -> Iterator[Piece]:
    if not bidi.runs_right(text):
        yield from _covered(text, strong)
        return
    for part, leftward in bidi.visual_runs(text, base):
        if leftward:
            glyphs = bidi.mirrored(_turned(arabic.join_letters(part)))
            runs = [run for piece in _covered(glyphs, strong) for run in piece.runs]
            yield Piece(tuple(runs), part)
        else:
            yield from _covered(part, strong)


def _turned(text: str) -> str:
    """The signs from the last to the first, each mark still behind its letter."""
    clusters: list[str] = []
    for sign in text:
        if clusters and unicodedata.combining(sign):
            clusters[-1] += sign
        else:
            clusters.append(sign)
    return "".join(reversed(clusters))


def _covered(glyphs: str, strong: bool) -> Iterator[Piece]:
    """Runs by the font that has the signs; what none has becomes a box with its own text."""
    main, helper = (load_face(name) for name in names_for(strong))

    def face_of(sign: str) -> str:
        if sign in main.widths:
            return main.name
        return helper.name if sign in helper.widths else ""

    for face, group in groupby((sign for sign in glyphs if sign not in _JOINERS), key=face_of):
        signs = "".join(group)
        if face:
            yield Piece((Run(face, signs),))
        else:
            yield Piece((Run(main.name, _boxes(signs)),), signs)


def _boxes(signs: str) -> str:
    """A box for each sign that stands on its own; marks and variants have none."""
    standing = [sign for sign in signs if unicodedata.category(sign) not in ("Mn", "Me")]
    return REPLACEMENT * max(len(standing), 1)


def _advance(text: str, strong: bool) -> float:
    widths = load_face(names_for(strong)[0]).widths
    if all(sign in widths for sign in text):
        return sum([widths[sign] for sign in text])
    return set_line(text, strong).width


def _broken(text: str, room: float, strong: bool) -> Iterator[str]:
    """Lines of words, as many on each as there is room for."""
    space = _advance(" ", strong)
    line, used = "", 0.0
    for word in text.split(" "):
        whole = word.replace(SOFT_HYPHEN, "")
        wide = _advance(whole, strong)
        if line and used + space + wide <= room:
            line, used = f"{line} {whole}", used + space + wide
            continue
        if line:
            yield line
        *full, whole = _pieces(word, room, strong) if wide > room else [whole]
        yield from full
        line, used = whole, _advance(whole, strong)
    yield line


def _pieces(word: str, room: float, strong: bool) -> list[str]:
    """A word that is too wide, broken at soft hyphens, after signs that part, else anywhere."""
    pieces = [""]
    hyphen = ""
    for part, next_hyphen in _parts(word):
        if pieces[-1] and _advance(pieces[-1] + part + next_hyphen, strong) > room:
            pieces[-1] += hyphen
            pieces.append("")
        if pieces[-1]:
            pieces[-1] += part
        else:
            pieces[-1:] = _cut(part, room, strong)
        hyphen = next_hyphen
    return pieces


def _parts(word: str) -> Iterator[tuple[str, str]]:
    """The parts between which a word may be broken, and the hyphen that then ends the line."""
    syllables = word.split(SOFT_HYPHEN)
    for at, syllable in enumerate(syllables):
        *parts, last = _AFTER_A_SIGN.split(syllable)
        yield from ((part, "") for part in parts)
        yield last, "-" if at < len(syllables) - 1 else ""


def _cut(part: str, room: float, strong: bool) -> list[str]:
    pieces, used = [""], 0.0
    for sign in part:
        wide = _advance(sign, strong)
        if pieces[-1] and used + wide > room and not unicodedata.combining(sign):
            pieces.append("")
            used = 0.0
        pieces[-1] += sign
        used += wide
    return pieces
