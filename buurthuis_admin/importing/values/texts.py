# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cells as text, and the words that people type to say 'nothing'."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache

from buurthuis_admin.domain.text import clean
from buurthuis_admin.importing.workbook import CellValue

NOTHING_WORDS = frozenset(
    "nvt|n.v.t|n.v.t.|n/a|na|onbekend|onb|onb.|geen|niet bekend|unknown|none|null|-|--|---|.|..|"
    "...|?|??|/|_|nihil".split("|")
)
_LONGEST_NOTHING = max(map(len, NOTHING_WORDS))


def text_of(value: CellValue) -> str:
    """A cell as one line of text; '' for an empty cell. Whole numbers lose no digit."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value)


def is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing: '', 'n.v.t.', 'onbekend', '..'."""
    return not text or (len(text) <= _LONGEST_NOTHING and text.lower() in NOTHING_WORDS)


def content_of(value: CellValue) -> str:
    """A cell as text, and '' also for the words that say 'nothing'."""
    if value is None:
        return ""
    if type(value) is int:
        return str(value)
    if type(value) is not str:
        text = text_of(value)
    elif value.isascii() and value.isprintable() and "  " not in value:
        text = value.strip()  # as ``clean`` does, without a call for each cell of a long list
    else:
        text = clean(value)
    if len(text) > _LONGEST_NOTHING and text[0] != "'":
        return text  # most cells: spared what follows
    return _short_content(text)


def contents_of(column: Iterable[CellValue]) -> list[str]:
    """The content of all cells of a column; what stands there again and again is read once."""
    known: dict[CellValue, str] = {}
    return [
        known[cell] if cell in known else known.setdefault(cell, content_of(cell))
        for cell in column
    ]


@lru_cache(maxsize=16384)
def _short_content(text: str) -> str:
    if text[:1] == "'" and text[1:2].isdigit():
        text = text[1:]  # an apostrophe that kept Excel from reading a number or a date
    return "" if is_nothing(text) else text
