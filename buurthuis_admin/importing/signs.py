# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The signs on an attendance sheet, counted: what a person is asked the meaning of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from buurthuis_admin.importing.corrections import sign_of
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.values.marks import Mark, read_mark
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue

CHOICES = (Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED, Mark.CANCELLED)
"""What a person can say that a sign means."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, how it was first written ('' for an empty cell), how often, and its meaning."""

    sign: str
    text: str
    count: int
    meaning: Mark
    said: bool  # whether a person said so


def signs_of(found: FoundTable) -> list[Sign]:
    """The signs in the cells of the meetings, the most frequent first; none for other kinds."""
    counts: Counter[str] = Counter()
    first: dict[str, CellValue] = {}
    for cell in _marked_cells(found):
        sign = sign_of(cell)
        counts[sign] += 1
        first.setdefault(sign, cell)
    return [
        Sign(
            sign,
            text_of(first[sign]),
            count,
            found.said.marks.get(sign) or read_mark(first[sign]).mark,
            sign in found.said.marks,
        )
        for sign, count in counts.most_common()
    ]


def _marked_cells(found: FoundTable) -> Iterator[CellValue]:
    if found.found.kind is not SheetKind.ATTENDANCE:
        return
    columns = [c.index for c in found.found.columns if c.head is not None]
    if found.found.orientation is Orientation.DATES_DOWN:
        columns = [c.index for c in found.found.columns if c.field is None and c.heading]
    for row in found.table.data_rows:
        cells = found.table.cells(found.sheet, row)
        for column in columns:
            yield cells[column]
