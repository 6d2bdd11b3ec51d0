# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attendance: people down and dates across, dates down and people across, and plain lists."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.activities import AttendanceStatus
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.corrections import BLANK
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.attendance_lists import read_attendance_list
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.kinds.mentions import (
    activity_of,
    day_or_reject,
    days_across,
    mentions_across,
    mentions_in,
    mentions_of_text,
)
from buurthuis_admin.importing.outcome import Orientation
from buurthuis_admin.importing.records import (
    EnrolmentRecord,
    HeadCountRecord,
    PersonMention,
    PresenceRecord,
    SessionKey,
    SessionRecord,
    Source,
)
from buurthuis_admin.importing.tables import RowRole
from buurthuis_admin.importing.values.marks import Mark, MarkCell
from buurthuis_admin.importing.values.tallies import is_tally_word, number_in
from buurthuis_admin.importing.workbook import CellValue

_STATUS = {Mark.ABSENT: AttendanceStatus.ABSENT, Mark.EXCUSED: AttendanceStatus.EXCUSED}


def read_attendance(context: TableContext) -> None:
    """Read who came when, however the table lies."""
    context.exclude_other_rows()
    if context.found.orientation is Orientation.LIST:
        read_attendance_list(context)
    elif context.found.orientation is Orientation.DATES_DOWN:
        _read_dates_down(context)
    else:
        _read_people_down(context)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of people in a matrix: who, and their marks by session."""

    source: Source
    people: tuple[PersonMention, ...]
    marks: Sequence[tuple[int, MarkCell]]  # position of the session, mark


class _Matrix:
    """A matrix as it is whichever way round it lies: sessions, and people with their marks."""

    def __init__(
        self, context: TableContext, days: Sequence[datetime.date], sources: Sequence[Source]
    ):
        self.context = context
        self.activity = activity_of(context)
        ordinals: Counter[datetime.date] = Counter()
        self.sessions: list[SessionRecord] = []
        for day, source in zip(days, sources, strict=True):
            key = SessionKey(self.activity, day, ordinals[day])
            ordinals[day] += 1
            self.sessions.append(SessionRecord(key, source))
        self.entries: list[_Entry] = []

    def finish(self, totals: dict[int, int]) -> None:
        """Turn the marks into records; ``totals`` are those that the sheet itself gives."""
        meaning = self._meaning_of_a(totals)
        held = self._held_sessions(totals)
        self._ask_about_blanks()
        counted: Counter[int] = Counter()
        for entry in self.entries:
            for position, mark in entry.marks:
                if position in held:
                    counted[position] += self._record(entry, position, mark, meaning)
        self._compare(totals, counted, held)

    def _record(
        self, entry: _Entry, position: int, mark: MarkCell, meaning: AttendanceStatus
    ) -> int:
        key = self.sessions[position].key
        records = self.context.out.records
        if mark.mark in (Mark.PRESENT, Mark.NUMBER):
            number = mark.number if mark.mark is Mark.NUMBER else len(entry.people)
            here = entry.people[:number]
            brought = number - len(here)
            for at, person in enumerate(here):
                extra = brought if at == 0 else 0
                records.presences.append(
                    PresenceRecord(key, person, entry.source, AttendanceStatus.PRESENT, extra)
                )
            return number
        status = meaning if mark.mark is Mark.ASK else _STATUS.get(mark.mark)
        if status is None:
            return 0
        for person in entry.people:
            records.presences.append(PresenceRecord(key, person, entry.source, status))
        return len(entry.people) if status is AttendanceStatus.PRESENT else 0

    def _meaning_of_a(self, totals: dict[int, int]) -> AttendanceStatus:
        """What 'a' means: the totals of the sheet tell; else it is not counted, and asked."""
        asks, present = Counter[int](), Counter[int]()
        for entry in self.entries:
            for position, mark in entry.marks:
                asks[position] += mark.mark is Mark.ASK
                if mark.mark in (Mark.PRESENT, Mark.NUMBER):
                    present[position] += mark.number
        if not asks.total():
            return AttendanceStatus.ABSENT
        without = sum(totals.get(p) == present[p] for p in asks if asks[p])
        with_it = sum(totals.get(p) == present[p] + asks[p] for p in asks if asks[p])
        comes = with_it > without or (not present.total() and without == 0)
        default = "a_is_present" if comes else "a_is_absent"
        self.context.ask("meaning_of_a", default, count=asks.total())
        return AttendanceStatus.PRESENT if comes else AttendanceStatus.ABSENT

    def _held_sessions(self, totals: dict[int, int]) -> set[int]:
        marks: dict[int, list[MarkCell]] = {at: [] for at in range(len(self.sessions))}
        for entry in self.entries:
            for position, mark in entry.marks:
                if mark.mark is not Mark.BLANK:
                    marks[position].append(mark)
        held = set()
        for position, found in marks.items():
            if self._is_held(position, found, totals.get(position, 0)):
                held.add(position)
        return held

    def _is_held(self, position: int, marks: list[MarkCell], total: int) -> bool:
        session = self.sessions[position]
        cancelled = [mark.text for mark in marks if mark.mark is Mark.CANCELLED]
        if cancelled and len(cancelled) >= 0.5 * len(marks):
            session.cancelled, session.reason = True, cancelled[0]
        elif not marks and total > 0:
            self._only_a_total(session, total)
        elif not marks:
            day = session.key.day.isoformat()
            self.context.ask("day_without_marks", "session_not_held", day=day)
            return False
        self.context.out.records.sessions.append(session)
        return not session.cancelled

    def _only_a_total(self, session: SessionRecord, total: int) -> None:
        self.context.out.records.head_counts.append(
            HeadCountRecord(session.key, session.source, total)
        )

    def _ask_about_blanks(self) -> None:
        if BLANK in self.context.said.marks:
            return
        blanks = sum(mark.mark is Mark.BLANK for entry in self.entries for _, mark in entry.marks)
        if blanks:
            self.context.ask("blank_means", "blank_is_absent", count=blanks)

    def _compare(self, totals: dict[int, int], counted: Counter[int], held: set[int]) -> None:
        anonymous: Counter[SessionKey] = Counter()
        for record in self.context.out.records.head_counts:
            anonymous[record.session] += record.number
        for position, total in totals.items():
            key = self.sessions[position].key
            found = counted[position] + anonymous[key]
            if position in held and total != found:
                self.context.ask(
                    "total_differs",
                    "marks_are_right",
                    day=key.day.isoformat(),
                    total=total,
                    counted=found,
                )


# --- people down, dates across ---------------------------------------------------------------


def _read_people_down(context: TableContext) -> None:
    days = days_across(context)
    indices = list(days)
    heading = (
        context.table.heading_rows[-1] if context.table.heading_rows else context.table.body.start
    )
    matrix = _Matrix(context, list(days.values()), [context.source(heading)] * len(days))
    unknown: Counter[str] = Counter()
    for row in context.table.data_rows:
        _read_people_row(context, matrix, row, indices, unknown)
    _ask_about_unknown(context, unknown)
    matrix.finish(_totals_below(context, indices))


def _read_people_row(
    context: TableContext, matrix: _Matrix, row: int, indices: Sequence[int], unknown: Counter[str]
) -> None:
    cells = context.cells(row)
    name = next((t for t in (context.text(row, f) for f in _NAME_FIELDS) if t), "")
    marks = [(at, context.mark_at(row, index)) for at, index in enumerate(indices)]
    numbers = [(at, mark) for at, mark in marks if mark.mark in (Mark.NUMBER, Mark.PRESENT)]
    if is_tally_word(name) and numbers:
        _count_row(context, matrix, row, cells, indices, name)
        return
    people = mentions_in(context, row)
    filled = sum(mark.mark is not Mark.BLANK for _, mark in marks)
    if not people:
        if filled:
            context.reject(row, "no_name")
        else:
            context.exclude(row, "row_note")
        return
    if not filled and not mentions_of_text(name):
        context.exclude(row, "row_note")
        return
    unknown.update(mark.text for _, mark in marks if mark.mark is Mark.UNKNOWN)
    source = context.source(row)
    matrix.entries.append(_Entry(source, people, marks))
    for person in people:
        context.out.records.enrolments.append(EnrolmentRecord(matrix.activity, person, source))


_NAME_FIELDS = (Field.FULL_NAME, Field.LAST, Field.FIRST)


def _count_row(
    context: TableContext,
    matrix: _Matrix,
    row: int,
    cells: Sequence[CellValue],
    indices: Sequence[int],
    name: str,
) -> None:
    """A row 'gasten' counts people without a name."""
    for at, index in enumerate(indices):
        number = number_in(cells[index])
        if number is not None and number > 0:
            context.out.records.head_counts.append(
                HeadCountRecord(matrix.sessions[at].key, context.source(row), number, fold(name))
            )


def _totals_below(context: TableContext, indices: Sequence[int]) -> dict[int, int]:
    """The numbers of the last row of totals, by position of the session."""
    rows = [row for row, role in context.table.roles.items() if role is RowRole.TOTAL]
    if not rows:
        return {}
    cells = context.cells(rows[-1])
    numbers = {at: number_in(cells[index]) for at, index in enumerate(indices)}
    return {at: number for at, number in numbers.items() if number is not None}


def _ask_about_unknown(context: TableContext, unknown: Counter[str]) -> None:
    for text, count in unknown.items():
        context.ask("mark_unknown", "mark_not_counted", mark=text, count=count)


# --- dates down, people across ---------------------------------------------------------------


def _read_dates_down(context: TableContext) -> None:
    date_column = context.found.first(Field.DATE)
    assert date_column is not None
    rows = [(row, day) for row in context.table.data_rows if (day := day_or_reject(context, row))]
    matrix = _Matrix(context, [day for _, day in rows], [context.source(row) for row, _ in rows])
    unknown: Counter[str] = Counter()
    for column in context.found.columns:
        if column.field is not None or not column.heading:
            continue
        marks = [(at, context.mark_at(row, column.index)) for at, (row, _) in enumerate(rows)]
        people = mentions_across(context, column)
        if is_tally_word(column.heading):
            _count_column(context, matrix, [row for row, _ in rows], column.index, column.heading)
        elif people:
            unknown.update(mark.text for _, mark in marks if mark.mark is Mark.UNKNOWN)
            _add_column(context, matrix, people, marks)
    for at, (row, _day) in enumerate(rows):
        matrix.sessions[at].remark = context.text(row, Field.REMARK)
    _ask_about_unknown(context, unknown)
    matrix.finish(_totals_beside(context, [row for row, _ in rows]))


def _add_column(
    context: TableContext,
    matrix: _Matrix,
    people: tuple[PersonMention, ...],
    marks: list[tuple[int, MarkCell]],
) -> None:
    """The marks of one column; each is kept with the row that it stands in."""
    for at, mark in marks:
        matrix.entries.append(_Entry(matrix.sessions[at].source, people, [(at, mark)]))
    heading = context.source(context.table.heading_rows[-1])
    for person in people:
        context.out.records.enrolments.append(EnrolmentRecord(matrix.activity, person, heading))


def _count_column(
    context: TableContext, matrix: _Matrix, rows: Sequence[int], index: int, heading: str
) -> None:
    for at, row in enumerate(rows):
        number = number_in(context.cells(row)[index])
        if number is not None and number > 0:
            key = matrix.sessions[at].key
            context.out.records.head_counts.append(
                HeadCountRecord(key, context.source(row), number, fold(heading))
            )


def _totals_beside(context: TableContext, rows: Sequence[int]) -> dict[int, int]:
    totals = {at: number_in(context.value(row, Field.TOTAL)) for at, row in enumerate(rows)}
    return {at: number for at, number in totals.items() if number is not None}
