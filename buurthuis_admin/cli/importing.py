# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command that reads spreadsheets."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from buurthuis_admin.cli.output import print_json
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.importing.outcome import (
    BoxOutcome,
    FileOutcome,
    Question,
    RowFate,
    SheetKind,
    SheetOutcome,
    TableOutcome,
)
from buurthuis_admin.importing.wording import (
    fate_name,
    kind_name,
    question_sentence,
    sentence,
)

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration


def run_import(administration: Administration, options: argparse.Namespace) -> int:
    """Read the files; with ``--plan`` only say what would happen."""
    prepared = administration.imports.prepare([Path(name) for name in options.spreadsheets])
    outcome = prepared.outcome
    problems = [file for file in outcome.files if file.problem]
    for file in problems:
        print(file.problem, file=sys.stderr)
    if problems and not options.skip_unreadable:
        return 1
    _check_something_was_found(outcome)
    if not options.plan:
        outcome = administration.imports.apply(prepared)
    if options.json:
        print_json(outcome_data(outcome))
    else:
        print(outcome_text(outcome))
    return 0


def _check_something_was_found(outcome: BoxOutcome) -> None:
    sheets = [sheet for file in outcome.files for sheet in file.sheets]
    known = (SheetKind.UNKNOWN, SheetKind.EMPTY)
    if any(table.kind not in known for sheet in sheets for table in sheet.tables):
        return
    if not outcome.files:
        raise UserError(_("There are no spreadsheets in this folder. Choose another folder."))
    raise UserError(
        _(
            "No table was recognised. Check that the file has a row of headings, such as "
            "Name and Date, above the data."
        )
    )


# --- for people ------------------------------------------------------------------------------


def outcome_text(outcome: BoxOutcome) -> str:
    """The account of a box in words."""
    lines = []
    for file in outcome.files:
        lines.append(file.file)
        if file.problem or file.note:
            lines.append(f"  {file.problem or file.note}")
        lines += [f"  {_sheet_text(sheet)}" for sheet in file.sheets]
    if outcome.questions:
        lines += ["", _("Questions, and what is done as long as nobody answers:")]
        lines += map(_question_text, outcome.questions)
    lines += ["", _summary(outcome)]
    return "\n".join(lines)


def _question_text(question: Question) -> str:
    place = [question.file, question.sheet]
    if question.row:
        place.append(_("row {row}").format(row=question.row))
    return f"  {' · '.join(place)}: {question_sentence(question)}"


def _sheet_text(sheet: SheetOutcome) -> str:
    table = sheet.tables[0] if sheet.tables else None
    parts = [kind_name(sheet.kind)]
    if table is not None and table.activities:
        parts.append(", ".join(table.activities))
    if table is not None and table.year is not None:
        parts.append(str(table.year))
    counts = sheet.counts
    rows = ", ".join(
        f"{fate_name(fate).lower()} {format_number(counts[fate])}"
        for fate in RowFate
        if counts[fate]
    )
    read = _("{count} rows read").format(count=format_number(len(sheet.rows)))
    return f"{sheet.sheet}: {' · '.join(parts)} · {read}: {rows or '0'}"


def _summary(outcome: BoxOutcome) -> str:
    if not outcome.changes_something:
        return _("Nothing changes: everything was known already.")
    text = (
        _("Read: {people} new people, {sessions} meetings, {visits} visits, {subsidies} subsidies.")
        if outcome.written
        else _(
            "Would be read: {people} new people, {sessions} meetings, {visits} visits, "
            "{subsidies} subsidies. Nothing was written."
        )
    )
    return text.format(
        people=format_number(outcome.people_new),
        sessions=format_number(outcome.sessions_new),
        visits=format_number(outcome.visits_new),
        subsidies=format_number(outcome.subsidies_new),
    )


# --- for programs ----------------------------------------------------------------------------


def outcome_data(outcome: BoxOutcome) -> dict[str, Any]:
    """The account of a box as JSON can hold it."""
    return {
        "written": outcome.written,
        "people_new": outcome.people_new,
        "people_changed": outcome.people_changed,
        "sessions_new": outcome.sessions_new,
        "visits_new": outcome.visits_new,
        "subsidies_new": outcome.subsidies_new,
        "files": [_file_data(file) for file in outcome.files],
        "questions": [
            {
                "file": question.file,
                "sheet": question.sheet,
                "row": question.row,
                "code": question.reason.code,
                "details": dict(question.reason.details),
                "default": question.default.code if question.default else None,
                "text": question_sentence(question),
            }
            for question in outcome.questions
        ],
    }


def _file_data(file: FileOutcome) -> dict[str, Any]:
    return {
        "file": file.file,
        "problem": file.problem or None,
        "note": file.note or None,
        "sheets": [_sheet_data(sheet) for sheet in file.sheets],
    }


def _sheet_data(sheet: SheetOutcome) -> dict[str, Any]:
    counts = sheet.counts
    return {
        "sheet": sheet.sheet,
        "hidden": sheet.hidden,
        "kind": sheet.kind.value,
        "tables": [_table_data(table) for table in sheet.tables],
        "rows_read": len(sheet.rows),
        "rows": {fate.value: counts[fate] for fate in RowFate},
        "not_imported": [
            {
                "row": row.row,
                "fate": row.fate.value,
                "code": row.reason.code if row.reason else None,
                "text": sentence(row.reason) if row.reason else "",
            }
            for row in sheet.rows
            if row.fate in (RowFate.EXCLUDED, RowFate.REJECTED, RowFate.QUESTION)
        ],
    }


def _table_data(table: TableOutcome) -> dict[str, Any]:
    return {
        "kind": table.kind.value,
        "orientation": table.orientation or None,
        "first_row": table.first_row,
        "last_row": table.last_row,
        "heading_rows": list(table.heading_rows),
        "year": table.year,
        "activities": list(table.activities),
        "columns": [
            {
                "column": column.column + 1,
                "heading": column.heading,
                "field": column.field or None,
                "confidence": round(column.confidence, 2),
            }
            for column in table.columns
        ],
    }
