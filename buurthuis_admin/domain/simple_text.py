# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts with the few forms that a person needs: paragraphs, headings, lists, bold.

An empty line ends a paragraph. A line that begins with ``## `` is a heading, with ``- `` an item
of a list; ``**words**`` are bold. Whatever else stands there is text: nothing can be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)


class Form(StrEnum):
    """What a piece of text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one weight."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, a heading or an item of a list."""

    form: Form
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


def read_simple_text(text: str) -> tuple[Piece, ...]:
    """The pieces of a text in their order."""
    return tuple(Piece(form, tuple(_spans(words))) for form, words in _pieces(text) if words)


def _pieces(text: str) -> Iterator[tuple[Form, str]]:
    waiting: list[str] = []
    for line in [*text.splitlines(), ""]:
        form, words = _form_of(line.strip())
        if form is Form.PARAGRAPH and words:
            waiting.append(words)
            continue
        if waiting:
            yield Form.PARAGRAPH, " ".join(waiting)
            waiting = []
        if words:
            yield form, words


def _form_of(line: str) -> tuple[Form, str]:
    for sign, form in (("## ", Form.HEADING), ("# ", Form.HEADING), ("- ", Form.ITEM)):
        if line.startswith(sign):
            return form, line.removeprefix(sign).strip()
    return Form.PARAGRAPH, line


def _spans(words: str) -> Iterator[Span]:
    place = 0
    for found in _BOLD.finditer(words):
        if found.start() > place:
            yield Span(words[place : found.start()])
        yield Span(found[1], strong=True)
        place = found.end()
    if place < len(words):
        yield Span(words[place:])
