# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What becomes of each row, while the plan is made."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from buurthuis_admin.importing.kinds.base import Reading
from buurthuis_admin.importing.outcome import Question, Reason, RowAccount, RowFate
from buurthuis_admin.importing.records import Source

# Of all that is said of a row the weightiest counts.
_WEIGHT = {
    RowFate.EXCLUDED: 0,
    RowFate.UNCHANGED: 1,
    RowFate.REJECTED: 2,
    RowFate.QUESTION: 3,
    RowFate.CHANGED: 4,
    RowFate.NEW: 5,
}


class Fates:
    """The account of all rows and the questions of a box."""

    def __init__(self, reading: Reading) -> None:
        self.questions: list[Question] = list(reading.questions)
        self._rows: dict[tuple[str, str], dict[int, RowAccount]] = {
            place: dict(rows) for place, rows in reading.rows.items()
        }

    def set(self, source: Source, fate: RowFate, reason: Reason | None = None) -> None:
        """Say what becomes of a row; a weightier fate that was said before stays."""
        rows = self._rows.setdefault((source.file, source.sheet), {})
        known = rows.get(source.row)
        if known is None or _WEIGHT[fate] > _WEIGHT[known.fate]:
            rows[source.row] = RowAccount(source.row, fate, reason)

    def ask(self, source: Source, code: str, default: str, **details: str | int) -> None:
        """Note a question about a row and what is done meanwhile."""
        self.questions.append(
            Question(
                source.file,
                source.sheet,
                source.row,
                Reason(code, details),
                Reason(default, details),
            )
        )

    def settle(self, source: Source, fate: RowFate, reason: Reason) -> None:
        """Say what becomes of a row, whatever its own words are."""
        rows = self._rows.setdefault((source.file, source.sheet), {})
        rows[source.row] = RowAccount(source.row, fate, reason)

    def drop_questions(self, rows: Collection[Source]) -> None:
        """Forget what was asked about rows that are set aside."""
        if rows:
            self.questions = [
                one
                for one in self.questions
                if one.row is None or Source(one.file, one.sheet, one.row) not in rows
            ]

    def of(self, file: str, sheet: str, rows: Iterable[int]) -> tuple[RowAccount, ...]:
        """The account of the rows of a sheet, in order."""
        known = self._rows.get((file, sheet), {})
        nothing = Reason("row_blank")
        return tuple(known.get(row) or RowAccount(row, RowFate.EXCLUDED, nothing) for row in rows)
