# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the import says of a box of spreadsheets: per sheet, per row, and what it would ask.

The account of a sheet always adds up: rows read = new + changed + unchanged + excluded +
rejected + waiting with a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SheetKind(StrEnum):
    """What a table on a sheet holds."""

    MEMBERS = "members"
    ATTENDANCE = "attendance"
    HEAD_COUNTS = "head_counts"
    SUBSIDIES = "subsidies"
    ACTIVITIES = "activities"
    VOLUNTEER_HOURS = "volunteer_hours"
    EMPTY = "empty"
    UNKNOWN = "unknown"


class Orientation(StrEnum):
    """How a table lies."""

    LIST = "list"
    PEOPLE_DOWN = "people_down"
    DATES_DOWN = "dates_down"
    ROWS_ARE_ACTIVITIES = "activities_down"
    BUDGET = "budget"


class RowFate(StrEnum):
    """What happens to one row of a sheet."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    EXCLUDED = "excluded"
    REJECTED = "rejected"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code and what to fill in; ``wording.sentence`` makes a sentence of it."""

    code: str
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowAccount:
    """The fate of a row (``row`` as a person sees it: the first is 1) and why."""

    row: int
    fate: RowFate
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """What a column was taken for: ``field`` '' when it is not used; confidence 0 to 1."""

    column: int  # the first is 0
    heading: str
    field: str
    confidence: float
    examples: tuple[str, ...] = ()
    made_of: tuple[int, ...] = ()  # columns, for one that a person made of others
    part: int = 0  # which part, for one that was made of one


@dataclass(frozen=True, slots=True)
class Question:
    """What the import would ask, and what it does when nobody answers."""

    file: str
    sheet: str
    row: int | None
    reason: Reason
    default: Reason | None = None
    rows: tuple[int, ...] = ()  # all rows it is about, when they are more than one

    @property
    def all_rows(self) -> tuple[int, ...]:
        """The rows that wait when it is decided later; none for a question about a sheet."""
        return self.rows or (() if self.row is None else (self.row,))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOutcome:
    """One table that was found on a sheet."""

    kind: SheetKind
    first_row: int
    last_row: int
    heading_rows: tuple[int, ...] = ()
    orientation: str = ""  # 'people_down', 'dates_down', 'list', '' where it has none
    year: int | None = None
    activities: tuple[str, ...] = ()
    columns: tuple[ColumnGuess, ...] = ()
    reasons: tuple[Reason, ...] = ()
    number: int = 0  # of the tables of its sheet, the first is 0
    corrected: bool = False  # whether a person said something of it
    remembered: bool = False  # and said so of an earlier sheet with the same headings


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOutcome:
    """A sheet: what was found on it and what happens to each of its rows."""

    file: str
    sheet: str
    hidden: bool = False
    tables: tuple[TableOutcome, ...] = ()
    rows: tuple[RowAccount, ...] = ()
    counts: Counter[RowFate] = field(init=False)  # how many rows have each fate

    def __post_init__(self) -> None:
        """Count once: the screen asks for it with every line that it draws."""
        object.__setattr__(self, "counts", Counter(row.fate for row in self.rows))

    @property
    def kind(self) -> SheetKind:
        """The kind of its first table that was understood."""
        known = [table.kind for table in self.tables if table.kind is not SheetKind.UNKNOWN]
        return known[0] if known else (self.tables[0].kind if self.tables else SheetKind.EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """A file: its sheets, or the one sentence that says why it cannot be read.

    ``note`` says why a file that can be read was left out: it is the same as another.
    """

    file: str
    sheets: tuple[SheetOutcome, ...] = ()
    problem: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxOutcome:
    """All files of a box, and every question; ``written`` tells plan from result."""

    files: tuple[FileOutcome, ...] = ()
    questions: tuple[Question, ...] = ()
    written: bool = False
    people_new: int = 0
    people_changed: int = 0
    sessions_new: int = 0
    visits_new: int = 0
    subsidies_new: int = 0
    rows_waiting: int = 0  # rows that are kept until somebody answers, new in this box

    @property
    def counts(self) -> Counter[RowFate]:
        """How many rows of the whole box have each fate."""
        total: Counter[RowFate] = Counter()
        for file in self.files:
            for sheet in file.sheets:
                total.update(sheet.counts)
        return total

    @property
    def changes_something(self) -> bool:
        """Whether applying it writes anything."""
        counts = self.counts
        return bool(counts[RowFate.NEW] or counts[RowFate.CHANGED] or self.rows_waiting)
