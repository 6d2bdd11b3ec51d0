# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The problems of a box that was understood, grouped by what would mend them.

The readers of the kinds told them as questions, rejected rows and notes; here they get their
place, a proposal, and the answer that a person gave.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from buurthuis_admin.importing.corrections import (
    Answer,
    CellPlace,
    Mending,
    ProblemKey,
    ProblemKind,
    RowPlace,
)
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import Reading
from buurthuis_admin.importing.kinds.names import names_in
from buurthuis_admin.importing.mending.groups import ProblemGroup, Trouble
from buurthuis_admin.importing.mending.places import Places, columns_at_fault
from buurthuis_admin.importing.mending.postcodes import Streets
from buurthuis_admin.importing.mending.proposals import DATES, proposal
from buurthuis_admin.importing.mending.spelling import clusters
from buurthuis_admin.importing.outcome import Question, RowFate
from buurthuis_admin.importing.records import Records
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import Workbook

_MISSING: dict[str, tuple[Field, ...]] = {
    "no_name": (Field.FULL_NAME, Field.LAST, Field.FIRST, Field.INITIALS),
    "no_date": (Field.DATE,),
    "no_number": (Field.COUNT, Field.TOTAL),
    "no_activity": (Field.ACTIVITY,),
    "no_funder": (Field.FUNDER,),
}
_ABOUT_SHEETS = {
    "cells_with_errors": ProblemKind.ERROR_CELL,
    "formulas_without_value": ProblemKind.LOST_VALUE,
    "bsn_column": ProblemKind.BSN,
}
_Found = tuple[ProblemKey, Trouble]


def key_of(question: Question) -> ProblemKey | None:
    """The problem that a question is about; None when it is asked in another place."""
    code = question.reason.code
    if code in _ABOUT_SHEETS:
        return ProblemKey(_ABOUT_SHEETS[code])
    if code == "postcode_unusual":
        return ProblemKey(ProblemKind.POSTCODE)
    if code == "couple_on_row":
        return ProblemKey(ProblemKind.COUPLE)
    if code in ("value_unreadable", "amount_ambiguous"):
        return _of_field(str(question.reason.details["field"]))
    return None


def _of_field(field: str) -> ProblemKey:
    return ProblemKey(ProblemKind.DATE if field in DATES else ProblemKind.VALUE, field)


def is_settled(question: Question, mending: Mending) -> bool:
    """Whether a person answered a question by what they said of its problem."""
    key = key_of(question)
    if key is None:
        return False
    row = None
    if question.row is not None:
        row = RowPlace(question.file, question.sheet, question.row - 1)
    return mending.answer(key, row) is not None


def find_problems(
    originals: Sequence[Workbook],
    mended: Sequence[Workbook],
    tables: Sequence[FoundTable],
    reading: Reading,
    spellings: dict[Field, Counter[str]],
    mending: Mending,
) -> tuple[ProblemGroup, ...]:
    """Every problem of a box, those of one repair together."""
    places = Places(tables)
    found = [
        *_from_questions(reading, places),
        *_from_rows(reading, places),
        *_from_zeros(reading, places),
        *_from_couples(reading, places),
        *_from_cells(mended),
    ]
    groups: dict[ProblemKey, list[Trouble]] = {}
    for key, trouble in found:
        answer = mending.answer(key, trouble.place.of_row)
        if answer is None and key.kind is ProblemKind.PHONE_ZERO:
            answer = Answer.DO  # it is done, and can be refused
        told = Trouble(trouble.place, trouble.shown, trouble.proposal, answer)
        groups.setdefault(key, []).append(told)
    made = [ProblemGroup(key, tuple(troubles)) for key, troubles in groups.items()]
    made += _misspelled(spellings, mending)
    if mending.cells:
        made.append(_mended(originals, mending))
    order = list(ProblemKind)
    return tuple(sorted(made, key=lambda group: (order.index(group.key.kind), group.key.detail)))


def spellings_in(records: Records) -> dict[Field, Counter[str]]:
    """The towns of people and the names of activities, with how often each stands there."""
    activities = Counter(session.key.activity for session in records.sessions)
    activities.update(activity.name for activity in records.activities)
    activities.update(hours.activity for hours in records.hours if hours.activity)
    towns = Counter(person.town for person in records.people if person.town)
    return {Field.TOWN: towns, Field.ACTIVITY: activities}


def _from_questions(reading: Reading, places: Places) -> Iterator[_Found]:
    streets = Streets(reading.records.people)
    for question in reading.questions:
        key = key_of(question)
        if key is None or key.kind in (ProblemKind.COUPLE, *_CELLS):
            continue
        if key.kind is ProblemKind.BSN:
            yield key, _bsn(question, places)
        elif question.row is not None:
            yield key, _trouble(key, question, places, streets)


def _trouble(key: ProblemKey, question: Question, places: Places, streets: Streets) -> Trouble:
    row = (question.row or 1) - 1
    value = str(question.reason.details["value"])
    field = Field.POSTCODE if key.kind is ProblemKind.POSTCODE else Field(key.detail)
    cell = places.find(question.file, question.sheet, row, field, value)
    proposed = proposal(field, value) if cell.whole else None
    if proposed is None and cell.whole and field is Field.POSTCODE:
        proposed = streets.postcode(question.file, question.sheet, row + 1)
    return Trouble(cell.place, value, proposed)


def _bsn(question: Question, places: Places) -> Trouble:
    heading = str(question.reason.details["column"])
    for table in places.tables(question.file, question.sheet):
        for column in table.found.having(Field.BSN):
            if column.heading == heading:
                at = table.table.heading_rows[-1] if table.table.heading_rows else 0
                place = CellPlace(table.file, table.sheet.name, at, 0)
                return Trouble(place, heading)
    return Trouble(CellPlace(question.file, question.sheet, 0, 0), heading)


def _from_rows(reading: Reading, places: Places) -> Iterator[_Found]:
    for (file, sheet), rows in reading.rows.items():
        for account in rows.values():
            if account.fate is not RowFate.REJECTED or account.reason is None:
                continue
            code, row = account.reason.code, account.row - 1
            if code == "date_unreadable":
                value = str(account.reason.details["value"])
                cell = places.find(file, sheet, row, Field.DATE, value)
                key = ProblemKey(ProblemKind.DATE, Field.DATE)
                yield key, Trouble(cell.place, value, proposal(Field.DATE, value))
            elif code in _MISSING:
                yield ProblemKey(ProblemKind.ROW, code), _row(file, sheet, row, code, places)


def _row(file: str, sheet: str, row: int, code: str, places: Places) -> Trouble:
    table = places.table(file, sheet, row)
    column = columns_at_fault(_MISSING[code], table) if table is not None else 0
    return Trouble(CellPlace(file, sheet, row, column), places.row_text(file, sheet, row))


def _from_zeros(reading: Reading, places: Places) -> Iterator[_Found]:
    for source, text, numbers in reading.zeros:
        row = source.row - 1
        cell = places.find(source.file, source.sheet, row, Field.PHONE, text)
        proposed = " / ".join((*numbers.landlines, *numbers.mobiles))
        yield ProblemKey(ProblemKind.PHONE_ZERO), Trouble(cell.place, text, proposed)


def _from_couples(reading: Reading, places: Places) -> Iterator[_Found]:
    for source, text in reading.couples:
        row = source.row - 1
        cell = places.find(source.file, source.sheet, row, Field.FULL_NAME, text)
        proposed = " + ".join(name.full for name in names_in(text))
        yield ProblemKey(ProblemKind.COUPLE), Trouble(cell.place, text, proposed)


_CELLS = (ProblemKind.ERROR_CELL, ProblemKind.LOST_VALUE)


def _from_cells(books: Iterable[Workbook]) -> Iterator[_Found]:
    for book in books:
        for sheet in book.sheets:
            for (row, column), shown in sorted(sheet.error_cells.items()):
                place = CellPlace(book.file_name, sheet.name, row, column)
                yield ProblemKey(ProblemKind.ERROR_CELL), Trouble(place, shown)
            for row, column in sorted(sheet.missing_values):
                place = CellPlace(book.file_name, sheet.name, row, column)
                yield ProblemKey(ProblemKind.LOST_VALUE), Trouble(place, "")


def _misspelled(spellings: dict[Field, Counter[str]], mending: Mending) -> Iterator[ProblemGroup]:
    for field, counts in spellings.items():
        said = frozenset(c.spelling for c in mending.spellings if c.field is field)
        found = clusters(counts, said)
        answered = any(spelling in counts for spelling in said)
        if found or answered:
            yield ProblemGroup(ProblemKey(ProblemKind.SPELLING, field), clusters=tuple(found))


def _mended(originals: Sequence[Workbook], mending: Mending) -> ProblemGroup:
    sheets = {(book.file_name, sheet.name): sheet for book in originals for sheet in book.sheets}
    troubles = []
    for place, text in mending.cells.items():
        sheet = sheets.get((place.file, place.sheet))
        if sheet is not None and place.row < sheet.height and place.column < sheet.width:
            before = text_of(sheet.rows[place.row][place.column])
            before = before or sheet.error_cells.get((place.row, place.column), "")
            troubles.append(Trouble(place, before, text, Answer.DO))
    return ProblemGroup(ProblemKey(ProblemKind.MENDED), tuple(troubles))
