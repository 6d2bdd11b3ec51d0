# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table that was found on a sheet of a box, and what it was taken for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from buurthuis_admin.importing.context import Surroundings
from buurthuis_admin.importing.corrections import NONE, TableCorrection, TablePlace
from buurthuis_admin.importing.outcome import ColumnGuess, SheetKind, TableOutcome
from buurthuis_admin.importing.recognise import Recognised
from buurthuis_admin.importing.tables import Table
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import Sheet

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table, what it was taken for, and where it stands."""

    file: str
    sheet: Sheet
    table: Table
    found: Recognised
    around: Surroundings
    number: int = 0  # of the tables of its sheet, the first is 0
    said: TableCorrection = NONE
    orders: Mapping[int, DateOrder] = field(default_factory=dict)
    """The order of day and month of each column of dates, by its place in the table."""

    @property
    def place(self) -> TablePlace:
        """How a correction names it."""
        return TablePlace(self.file, self.sheet.name, self.number)

    @property
    def outcome(self) -> TableOutcome:
        """What the screen shows of it."""
        body = self.table.body
        return TableOutcome(
            kind=self.found.kind,
            first_row=min(self.table.roles, default=body.start) + 1,
            last_row=body.stop,
            heading_rows=tuple(row + 1 for row in self.table.heading_rows),
            orientation=self.found.orientation.value,
            year=self.around.season.year if self.around.season else None,
            activities=(self.around.activity,) if self._names_activity() else (),
            columns=tuple(self._columns()),
            number=self.number,
            corrected=not self.said.empty,
            remembered=self.said.remembered,
        )

    def _names_activity(self) -> bool:
        kinds = (SheetKind.ATTENDANCE, SheetKind.HEAD_COUNTS)
        return bool(self.around.activity) and self.found.kind in kinds

    def _columns(self) -> list[ColumnGuess]:
        rows = self.table.data_rows[:40]
        guesses = []
        for column in self.found.columns:
            cells = (self.table.cells(self.sheet, row)[column.index] for row in rows)
            examples = [text for text in map(text_of, cells) if text][:_EXAMPLES]
            name = "session" if column.head is not None else column.field or ""
            guesses.append(
                ColumnGuess(
                    self.table.first_column + column.index,
                    column.heading,
                    str(name),
                    1.0 if column.head is not None else column.confidence,
                    tuple(examples),
                    *self._made_of(column.index),
                )
            )
        return guesses

    def _made_of(self, index: int) -> tuple[tuple[int, ...], int]:
        """The columns that a column was made of, and which part of it it is."""
        made = index - len(self.table.headings)
        return (self.table.made[made].of, self.table.made[made].part) if made >= 0 else ((), 0)
