# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the import page about a table, a box, and what was written."""

from __future__ import annotations

from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.outcome import BoxOutcome, RowFate, TableOutcome
from buurthuis_admin.importing.wording import column_name, kind_name, orientation_name


def table_sentence(table: TableOutcome) -> str:
    """What a table was taken for: kind, rows, year, activities and how it lies."""
    parts = [
        _("{kind}, row {first} to {last}").format(
            kind=kind_name(table.kind), first=table.first_row, last=table.last_row
        ),
        _("year {year}").format(year=table.year) if table.year else "",
        _activities(table.activities),
    ]
    sentences = [", ".join(part for part in parts if part), orientation_name(table.orientation)]
    return " ".join(f"{one}." for one in sentences if one)


def reason_sentence(table: TableOutcome) -> str:
    """Why a table was taken for what it is; '' when nothing speaks for it."""
    if table.remembered:
        return _("As last time: you said so of a sheet with the same headings.")
    if table.corrected:
        return _("You corrected something here.")
    names = [column_name(c.field).lower() for c in table.columns if c.field not in ("", "session")]
    meetings = sum(column.field == "session" for column in table.columns)
    if meetings:
        told = ngettext("{count} meeting", "{count} meetings", meetings)
        names.append(told.format(count=format_number(meetings)))
    named = ", ".join(dict.fromkeys(name for name in names if name))
    return _("Because of the columns: {columns}.").format(columns=named) if named else ""


def _activities(names: tuple[str, ...]) -> str:
    if not names:
        return ""
    joined = ", ".join(names)
    return ngettext("activity: {names}", "activities: {names}", len(names)).format(names=joined)


def box_sentence(box: BoxOutcome) -> str:
    """What reading the box in would bring, or has brought."""
    parts = [
        (ngettext("{count} new person", "{count} new people", box.people_new), box.people_new),
        (
            ngettext("{count} person changed", "{count} people changed", box.people_changed),
            box.people_changed,
        ),
        (ngettext("{count} meeting", "{count} meetings", box.sessions_new), box.sessions_new),
        (ngettext("{count} visit", "{count} visits", box.visits_new), box.visits_new),
        (ngettext("{count} subsidy", "{count} subsidies", box.subsidies_new), box.subsidies_new),
    ]
    told = [text.format(count=format_number(count)) for text, count in parts if count]
    if not told:
        return _("Everything in these files is already in the administration.")
    if box.written:
        return _("Read in: {what}.").format(what=", ".join(told))
    return _("This brings: {what}.").format(what=", ".join(told))


def read_sentence(box: BoxOutcome) -> str:
    """How much was looked at."""
    rows, files = sum(box.counts.values()), len(box.files)
    told = ngettext("{count} file", "{count} files", files).format(count=format_number(files))
    lines = ngettext("{count} row", "{count} rows", rows).format(count=format_number(rows))
    return f"{told}, {lines}"


def rows_read(box: BoxOutcome, file: str, sheet: str) -> int:
    """How many rows of a sheet give something to read in."""
    left_out = (RowFate.EXCLUDED, RowFate.REJECTED)
    return sum(
        row.fate not in left_out
        for one in box.files
        for found in one.sheets
        if (one.file, found.sheet) == (file, sheet)
        for row in found.rows
    )
