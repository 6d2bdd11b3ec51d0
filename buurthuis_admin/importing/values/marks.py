# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the signs in the cells of an attendance sheet mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue

_PRESENT = frozenset(
    "x|xx|v|√|✓|✔|☑|ja|j|p|aanw|aanw.|aanwezig|present|pres|y|yes|ok|+|*|•|●|■|o.k.|true|waar".split(
        "|"
    )
)
_ABSENT = frozenset("n|nee|-|--|.|0|o|no|niet|afwezig|absent|/|\\|false|onwaar|geen|–|—".split("|"))
_EXCUSED = frozenset(
    "afw|afw.|afg|afg.|afgem|afgem.|afgemeld|vk|v.k.|mk|m.k.|z|zk|ziek|vak|vakantie|verh|verh.|"
    "verhinderd|met kennisgeving|ber|bericht|excused|exc|e|op vakantie|ziekenhuis".split("|")
)
_CANCELLED = frozenset(
    "vervallen|verv|verv.|vervalt|vrij|vrije dag|geen les|geen bijeenkomst|gesloten|dicht|"
    "gaat niet door|ging niet door|niet doorgegaan|afgelast|afgel|feestdag|schoolvakantie|"
    "kerstvakantie|zomervakantie|herfstvakantie|voorjaarsvakantie|meivakantie|lockdown|corona|"
    "uitgevallen|uitval|cancelled|canceled|cancelled event|geannuleerd|vrijaf".split("|")
)
AMBIGUOUS = "a"
LARGEST_PARTY = 20  # more people than this in one cell of a person is not a party but an error


class Mark(StrEnum):
    """The meaning of one cell."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    CANCELLED = "cancelled"
    BLANK = "blank"
    ASK = "ask"  # 'a': aanwezig or afwezig
    NUMBER = "number"  # so many people
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MarkCell:
    """A mark and, for NUMBER, how many people."""

    mark: Mark
    number: int = 1
    text: str = ""


_BLANK = MarkCell(Mark.BLANK)
_ONE = MarkCell(Mark.PRESENT)
_ZERO = MarkCell(Mark.ABSENT, 0)


def read_mark(value: CellValue) -> MarkCell:
    """The meaning of a cell, as far as it can be known from the cell alone."""
    if value is None or value == "":
        return _BLANK
    if isinstance(value, bool):
        return _ONE if value else _ZERO
    if isinstance(value, int | float):
        return _from_number(value)
    text = text_of(value)
    return _from_word(fold(text), text) if text else _BLANK


def _from_number(value: float) -> MarkCell:
    if value == 1:
        return _ONE
    if value == 0:
        return _ZERO
    if 1 < value <= LARGEST_PARTY and value == int(value):
        return MarkCell(Mark.NUMBER, int(value))
    return MarkCell(Mark.UNKNOWN, 0, text_of(value))


def _from_word(word: str, text: str) -> MarkCell:
    if word in _PRESENT:
        return _ONE
    if word in _ABSENT:
        return _ZERO
    if word in _EXCUSED:
        return MarkCell(Mark.EXCUSED)
    if is_cancelled_word(word):
        return MarkCell(Mark.CANCELLED, 0, text)
    if word == AMBIGUOUS:
        return MarkCell(Mark.ASK)
    if word.isdigit() and len(word) < 5:
        return _from_number(int(word))
    return MarkCell(Mark.UNKNOWN, 0, text)


def is_cancelled_word(word: str) -> bool:
    """Whether a folded text says that a meeting was not held ('vervallen', 'dicht i.v.m. …')."""
    return word in _CANCELLED or word.split(" ", 1)[0].rstrip(",:") in (
        "vervallen",
        "gesloten",
        "dicht",
        "afgelast",
        "geannuleerd",
        "cancelled",
        "lockdown",
    )


def is_mark(value: CellValue) -> bool:
    """Whether a cell is a sign that an attendance sheet would hold (or blank)."""
    return read_mark(value).mark is not Mark.UNKNOWN
