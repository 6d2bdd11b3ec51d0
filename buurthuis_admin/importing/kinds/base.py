# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the readers of all kinds of tables share: where they are, and what they have to say."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from buurthuis_admin.importing.context import Surroundings
from buurthuis_admin.importing.corrections import (
    NONE,
    UNTOUCHED,
    Answer,
    Mending,
    ProblemKey,
    ProblemKind,
    RowPlace,
    StyleMeaning,
    TableCorrection,
    sign_of,
)
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Question, Reason, RowAccount, RowFate
from buurthuis_admin.importing.recognise import Recognised
from buurthuis_admin.importing.records import Records, Source
from buurthuis_admin.importing.styles import styles_at
from buurthuis_admin.importing.tables import RowRole, Table
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.values.marks import Mark, MarkCell, read_mark
from buurthuis_admin.importing.values.phones import PhoneCell
from buurthuis_admin.importing.values.texts import content_of, contents_of, text_of
from buurthuis_admin.importing.workbook import CellValue, Sheet

_SAID_OFTEN = 20  # questions of one kind about rows of one sheet, before they become one


@dataclass(slots=True)
class Reading:
    """What the reading of a box gives: records, rows that gave none and why, and questions."""

    records: Records = field(default_factory=Records)
    rows: dict[tuple[str, str], dict[int, RowAccount]] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    couples: list[tuple[Source, str]] = field(default_factory=list)
    """Two people in one cell, as they stand there, whatever was said of them."""
    zeros: list[tuple[Source, str, PhoneCell]] = field(default_factory=list)
    """Phone numbers that got back the zero that a spreadsheet had taken, as they stand there."""


@dataclass(frozen=True, slots=True)
class TableContext:
    """One table under the eyes of the reader of its kind."""

    file: str
    sheet: Sheet
    table: Table
    found: Recognised
    around: Surroundings
    today: datetime.date
    out: Reading
    said: TableCorrection = NONE
    mending: Mending = UNTOUCHED
    orders: Mapping[int, DateOrder] = field(default_factory=dict)
    """The order of day and month of each column of dates, by its place in the table."""

    def answer(self, kind: ProblemKind, row: int) -> Answer | None:
        """What a person said to a proposal about a row."""
        place = RowPlace(self.file, self.sheet.name, row)
        return self.mending.answer(ProblemKey(kind), place)

    def order_of(self, *fields: Field) -> DateOrder:
        """Which of day and month comes first in the columns of these fields."""
        found = (self.orders.get(column.index) for column in self.found.having(*fields))
        return next((order for order in found if order), DateOrder.DAY_FIRST)

    def mark_at(self, row: int, index: int) -> MarkCell:
        """What a cell means: by its colour where a person said so, or else by its sign."""
        value = self.cells(row)[index]
        if self.said.styles:
            for style in styles_at(self.sheet, row, self.table.first_column + index):
                meaning = _STYLE_MARKS.get(self.said.styles.get(style))
                if meaning is not None:
                    return MarkCell(meaning, int(meaning is Mark.PRESENT), text_of(value))
        return self.mark(value)

    def mark(self, value: CellValue) -> MarkCell:
        """What a sign in a cell means here: as a person said, or else as signs mean."""
        if self.said.marks:
            meaning = self.said.marks.get(sign_of(value))
            if meaning is not None:
                return MarkCell(meaning, int(meaning is Mark.PRESENT), text_of(value))
        return read_mark(value)

    @property
    def year(self) -> int | None:
        """The year of the sheet, if its words name one."""
        return self.around.season.year if self.around.season else None

    @property
    def latest(self) -> datetime.date:
        """The last day that can have been known when the sheet was made."""
        if self.year is None:
            return self.today
        end = datetime.date(self.year + (self.around.season.first_month > 1), 12, 31)  # type: ignore[union-attr]
        return min(end, self.today)

    def source(self, row: int) -> Source:
        """Where a row (zero-based) stands, as a person would say it."""
        return Source(self.file, self.sheet.name, row + 1)

    def cells(self, row: int) -> tuple[CellValue, ...]:
        """The cells of a row of the table."""
        return self.table.cells(self.sheet, row)

    def contents(self, place: int) -> list[str]:
        """The content of a column of the table, from the first row of its body to the last."""
        body = self.table.body
        if place >= len(self.table.headings):  # one that a person made of others
            return contents_of(self.cells(row)[place] for row in body)
        rows = self.sheet.rows[body.start : body.stop]
        return contents_of(map(itemgetter(self.table.first_column + place), rows))

    def text(self, row: int, name: Field) -> str:
        """The first filled cell of a row in the columns of a field, as text."""
        for column in self.found.having(name):
            text = content_of(self.cells(row)[column.index])
            if text:
                return text
        return ""

    def value(self, row: int, name: Field) -> CellValue:
        """The first filled cell of a row in the columns of a field."""
        for column in self.found.having(name):
            cell = self.cells(row)[column.index]
            if cell is not None and text_of(cell):
                return cell
        return None

    def set_fate(self, row: int, fate: RowFate, code: str, **details: str | int) -> None:
        """Say what became of a row that gives no record."""
        account = RowAccount(row + 1, fate, Reason(code, details))
        per_row = self.out.rows.setdefault((self.file, self.sheet.name), {})
        known = per_row.get(row + 1)
        if known is None or known.fate is RowFate.EXCLUDED:
            per_row[row + 1] = account

    def exclude(self, row: int, code: str, **details: str | int) -> None:
        """A row that holds nothing to keep: a title, a total, a blank."""
        self.set_fate(row, RowFate.EXCLUDED, code, **details)

    def reject(self, row: int, code: str, **details: str | int) -> None:
        """A row that should have been kept and cannot be read."""
        self.set_fate(row, RowFate.REJECTED, code, **details)

    def ask(self, code: str, default: str, row: int | None = None, **details: str | int) -> None:
        """Note a question and what is done as long as nobody answers it."""
        self.out.questions.append(
            Question(
                self.file,
                self.sheet.name,
                None if row is None else row + 1,
                Reason(code, details),
                Reason(default, details),
            )
        )

    def exclude_other_rows(self) -> None:
        """Account for every row of the table that is not data."""
        for row, role in self.table.roles.items():
            if role is not RowRole.DATA:
                self.exclude(row, _CODES[role])


_STYLE_MARKS: dict[StyleMeaning | None, Mark] = {
    StyleMeaning.PRESENT: Mark.PRESENT,
    StyleMeaning.ABSENT: Mark.ABSENT,
    StyleMeaning.EXCUSED: Mark.EXCUSED,
    StyleMeaning.CANCELLED: Mark.CANCELLED,
}
_CODES = {
    RowRole.BLANK: "row_blank",
    RowRole.TITLE: "row_title",
    RowRole.HEADING: "row_heading",
    RowRole.REPEATED_HEADING: "row_repeated_heading",
    RowRole.TOTAL: "row_total",
    RowRole.SECTION: "row_section",
    RowRole.NOTE: "row_note",
    RowRole.LEFT_OUT: "row_left_out",
}


def gathered(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions of one kind about many rows of one sheet become one that counts them."""
    groups: dict[tuple[str, str, str], list[Question]] = {}
    for question in questions:
        groups.setdefault((question.file, question.sheet, question.reason.code), []).append(
            question
        )
    result: list[Question] = []
    for (file, sheet, code), group in groups.items():
        if len(group) <= _SAID_OFTEN:
            result += group
            continue
        details = {**group[0].reason.details, "more": len(group) - 1}
        rows = tuple(question.row for question in group if question.row is not None)
        reason, default = Reason(code, details), group[0].default
        result.append(Question(file, sheet, group[0].row, reason, default, rows))
    return tuple(result)
