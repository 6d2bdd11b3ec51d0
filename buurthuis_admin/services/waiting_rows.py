# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of spreadsheets that wait for an answer, taken up one by one when the answer is there."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.outcome import BoxOutcome, Question, Reason, RowAccount, RowFate
from buurthuis_admin.importing.planning.answers import NO_ANSWERS, Answers
from buurthuis_admin.importing.planning.build import Planned, make_plan
from buurthuis_admin.importing.planning.doubles import BoxDouble, find_doubles
from buurthuis_admin.importing.records import Source
from buurthuis_admin.importing.set_aside import cells_of, unpacked, with_cells
from buurthuis_admin.importing.understand import understand
from buurthuis_admin.importing.wording import sentence
from buurthuis_admin.importing.workbook import CellValue
from buurthuis_admin.services.changes import ACTIVITIES, PEOPLE, SUBSIDIES, Changes
from buurthuis_admin.services.import_known import load_known
from buurthuis_admin.services.import_writing import PlanWriter
from buurthuis_admin.storage import merging, unclear_queries
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile

_MOST = 1000
_READ = (RowFate.NEW, RowFate.CHANGED, RowFate.UNCHANGED)


class RowIsSettled(UserError):
    """Somebody decided about the row since, or the import was turned back."""

    def __init__(self) -> None:
        super().__init__(_("This row does not wait any longer. Choose another row in the list."))


class RowCannotBeRead(UserError):
    """With these values the row still gives nothing to keep."""

    def __init__(self, why: str) -> None:
        super().__init__(_("This row cannot be read in yet. {why}").format(why=why))


class WhyMissing(UserError):
    """A row is left out for a reason, so that it can be followed later."""

    def __init__(self) -> None:
        super().__init__(_("Fill in why this row is left out."))


@dataclass(frozen=True, slots=True)
class WaitingCell:
    """A cell of a row: the column of the sheet (the first is 0), its heading and its value."""

    column: int
    heading: str
    value: CellValue


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A row that waits, where it stands, and what was asked about it."""

    id: int
    source: Source
    reason: Reason
    cells: tuple[WaitingCell, ...]


@dataclass(frozen=True, slots=True)
class RowPreview:
    """What would become of a row with these values; ``write_row`` does it."""

    row: WaitingRow
    account: RowAccount
    box: BoxOutcome
    doubles: tuple[BoxDouble, ...]
    planned: Planned
    answers: Answers

    @property
    def readable(self) -> bool:
        """Whether there is something to keep."""
        return self.account.fate in _READ

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is still asked, with what is done as long as nobody says otherwise."""
        return self.box.questions


class WaitingRowService:
    """Takes up the rows of one administration that wait."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        clock: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._clock = file, changes, clock

    def count(self) -> int:
        """How many rows wait."""
        with self._file.reading() as connection:
            return unclear_queries.count(connection)

    def rows(self) -> list[WaitingRow]:
        """The rows that wait, those of the last import first."""
        with self._file.reading() as connection:
            return [_row(one) for one in unclear_queries.rows(connection, _MOST)]

    def preview(
        self, row_id: int, cells: Mapping[int, CellValue], answers: Answers = NO_ANSWERS
    ) -> RowPreview:
        """What the row would bring with these values in these columns. Raises RowIsSettled."""
        with self._file.reading() as connection:
            return self._preview(connection, row_id, cells, answers)

    def read_in(
        self, row_id: int, cells: Mapping[int, CellValue], answers: Answers = NO_ANSWERS
    ) -> None:
        """Read the row in, with these values. Raises RowIsSettled or RowCannotBeRead."""
        with self._file.reading() as connection:
            preview = self._preview(connection, row_id, cells, answers)
            sheet_id = unclear_queries.row(connection, row_id).sheet_id
        if not preview.readable:
            why = sentence(preview.account.reason) if preview.account.reason else ""
            raise RowCannotBeRead(why)
        source = preview.row.source
        told = _("Row {row} of {file} read in").format(row=source.row, file=source.file)
        with self._file.unit_of_work(told) as unit:
            sheets = {(source.file, source.sheet): sheet_id}
            PlanWriter(unit).write_rows(preview.planned.plan, sheets)
            unclear_queries.settle(unit.connection, row_id, unclear_queries.ANSWERED)
            unit.commit()
        self._changes.tell(PEOPLE, ACTIVITIES, SUBSIDIES)

    def leave_out(self, row_id: int, why: str) -> None:
        """Never read the row in. Raises WhyMissing or RowIsSettled."""
        if not why.strip():
            raise WhyMissing
        with self._file.reading() as connection:
            source = _found(connection, row_id).source
        told = _("Row {row} of {file} left out").format(row=source.row, file=source.file)
        with self._file.unit_of_work(told) as unit:
            state = unclear_queries.LEFT_OUT
            unclear_queries.settle(unit.connection, row_id, state, why.strip())
            unit.commit()
        self._changes.tell(PEOPLE)

    def _preview(
        self,
        connection: Connection,
        row_id: int,
        cells: Mapping[int, CellValue],
        answers: Answers,
    ) -> RowPreview:
        found = unclear_queries.row(connection, row_id)
        if found is None:
            raise RowIsSettled
        row = _row(found)
        content = with_cells(json.loads(found.cells), row.source.row, cells)
        sheet = unpacked(content, row.source)
        understood = understand([sheet.book], self._clock(), {sheet.place: sheet.said})
        known = load_known(connection, understood.days)
        planned = make_plan(understood, known, [sheet.book], answers=answers)
        doubles = find_doubles(planned.who.people.all, planned.who, merging.different(connection))
        return RowPreview(
            row, _account(planned, row), planned.outcome, tuple(doubles), planned, answers
        )


def _found(connection: Connection, row_id: int) -> WaitingRow:
    found = unclear_queries.row(connection, row_id)
    if found is None:
        raise RowIsSettled
    return _row(found)


def _row(one: Any) -> WaitingRow:
    source = Source(one.file, one.sheet, one.row)
    cells = (WaitingCell(*cell) for cell in cells_of(json.loads(one.cells), one.row))
    reason = Reason(one.reason, json.loads(one.details))
    return WaitingRow(one.id, source, reason, tuple(cells))


def _account(planned: Planned, row: WaitingRow) -> RowAccount:
    (file,) = planned.outcome.files
    (sheet,) = file.sheets
    return sheet.rows[row.source.row - 1]


def rows_of(question: Question) -> dict[Source, Reason]:
    """The rows that wait when a question is decided later."""
    details = {name: value for name, value in question.reason.details.items() if name != "more"}
    reason = Reason(question.reason.code, details)
    return {Source(question.file, question.sheet, row): reason for row in question.all_rows}
