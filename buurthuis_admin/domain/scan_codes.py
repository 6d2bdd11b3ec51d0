# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The codes on sheets and member cards, as a scanner types them.

A code is a bar, a letter, the number of the row in the file and two digits that check it:
``|P00012307``. The bar is a sign that nobody types in a name, so that the program knows a scan from
typing by its first sign alone and no clock is needed. The digits are those of ISO 7064 (mod 97), as
in an IBAN: a digit that was read wrongly never marks somebody else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

PREFIX = "|"
LONGEST = 24  # signs after the prefix; more is no code of ours
_DIGITS = 4  # at least, so that every code can be read by every scanner
_CODE = re.compile(r"\|?([PS])(\d{1,18})(\d{2})")


class CodeKind(StrEnum):
    """What a code leads to."""

    PERSON = "P"
    SESSION = "S"


@dataclass(frozen=True, slots=True)
class ScanCode:
    """A person or a session by the number it has in the file."""

    kind: CodeKind
    number: int

    @property
    def text(self) -> str:
        """What stands in the bars, the prefix first."""
        bare = str(self.number).zfill(_DIGITS)
        return f"{PREFIX}{self.kind.value}{bare}{_check(self.kind, bare)}"


def read_code(text: str) -> ScanCode | None:
    """The code in a text; None when it is none of ours, or was read wrongly."""
    match = _CODE.fullmatch(text.strip().upper())
    if match is None:
        return None
    kind = CodeKind(match[1])
    if _check(kind, match[2]) != match[3]:
        return None
    return ScanCode(kind, int(match[2]))


def _check(kind: CodeKind, digits: str) -> str:
    # A letter counts as in an IBAN: A is 10.
    letter = ord(kind.value) - ord("A") + 10
    return f"{98 - int(f'{letter}{digits}00') % 97:02d}"
