# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A box as a person mended it: other cells are read in the place of some, and names respelled.

The workbooks themselves stay as they were read, and no row comes or goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from buurthuis_admin.domain.text import clean
from buurthuis_admin.importing.corrections import Mending
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.records import Records, SessionKey
from buurthuis_admin.importing.workbook import Position, Sheet, Workbook

_Spellings = Mapping[tuple[Field, str], str]


def mended(book: Workbook, mending: Mending) -> Workbook:
    """A workbook with the cells that a person gave another content."""
    told: dict[str, dict[Position, str]] = {}
    for place, text in mending.cells.items():
        if place.file == book.file_name:
            told.setdefault(place.sheet, {})[place.row, place.column] = text
    if not told:
        return book
    sheets = tuple(_with_cells(sheet, told.get(sheet.name, {})) for sheet in book.sheets)
    return replace(book, sheets=sheets)


def _with_cells(sheet: Sheet, told: Mapping[Position, str]) -> Sheet:
    inside = {
        (row, column): clean(text) or None
        for (row, column), text in told.items()
        if 0 <= row < sheet.height and 0 <= column < sheet.width
    }
    if not inside:
        return sheet
    rows = list(sheet.rows)
    for (row, column), value in inside.items():
        rows[row] = (*rows[row][:column], value, *rows[row][column + 1 :])
    errors = {at: shown for at, shown in sheet.error_cells.items() if at not in inside}
    missing = frozenset(at for at in sheet.missing_values if at not in inside)
    return replace(sheet, rows=tuple(rows), error_cells=errors, missing_values=missing)


def respell(records: Records, mending: Mending) -> None:
    """Write the towns and activities of a box as a person chose."""
    right = {(choice.field, choice.spelling): choice.right for choice in mending.spellings}
    if any(field is Field.TOWN for field, _spelling in right):
        for person in records.people:
            person.town = right.get((Field.TOWN, person.town), person.town)
    if any(field is Field.ACTIVITY for field, _spelling in right):
        _respell_activities(records, right)


def _respell_activities(records: Records, right: _Spellings) -> None:
    keys: dict[SessionKey, SessionKey] = {}

    def key(old: SessionKey) -> SessionKey:
        if old not in keys:
            keys[old] = replace(old, activity=name(old.activity))
        return keys[old]

    def name(old: str) -> str:
        return right.get((Field.ACTIVITY, old), old)

    for session in records.sessions:
        session.key = key(session.key)
    for presence in records.presences:
        presence.session = key(presence.session)
    for count in records.head_counts:
        count.session = key(count.session)
    for activity in records.activities:
        activity.name = name(activity.name)
    for hours in records.hours:
        hours.activity = name(hours.activity)
    records.enrolments = [
        replace(enrolment, activity=name(enrolment.activity)) for enrolment in records.enrolments
    ]
