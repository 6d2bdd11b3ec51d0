# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The signs in the cells of a month: as they are shown, typed, copied and pasted."""

from __future__ import annotations

from buurthuis_admin.domain.activities import AttendanceStatus
from buurthuis_admin.domain.attendance import ABSENT, EXCUSED, HELPED, PRESENT, Mark
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.values import marks

_SIGNS = {PRESENT: "x", HELPED: "vw", EXCUSED: "afg", ABSENT: "-"}
_HELPED = frozenset("vw|vw.|vrijw|vrijw.|vrijwilliger|vrijwilligster|volunteer".split("|"))
_READ = {
    marks.Mark.PRESENT: PRESENT,
    marks.Mark.ABSENT: ABSENT,
    marks.Mark.EXCUSED: EXCUSED,
    marks.Mark.BLANK: None,
}


def sign_of(mark: Mark | None) -> str:
    """The sign of a cell: x, vw (a volunteer), afg (sent word) or -; '' when nothing is known."""
    if mark is None or mark.status is AttendanceStatus.UNKNOWN:
        return ""
    return _SIGNS.get(mark, "x" if mark.came else _SIGNS[Mark(mark.status)])


def read_sign(text: str) -> Mark | None:
    """The meaning of a text, by the same rules as an old attendance list that is read in.

    Raises ValueError where it cannot be known: 'a' is both aanwezig and afwezig, and '2' is more
    than one person; neither is guessed.
    """
    if fold(text) in _HELPED:
        return HELPED
    found = marks.read_mark(text.strip())
    if found.mark not in _READ:
        raise ValueError(text)
    return _READ[found.mark]
