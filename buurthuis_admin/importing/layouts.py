# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""As last time: what a person said of a layout holds for the next sheet with the same headings.

Headings can be names of people (dates down, people across), so a layout is kept under a hash of
its headings and its columns under a hash of theirs: nothing of it can be read back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.columns import fields_for
from buurthuis_admin.importing.corrections import Corrections, TableCorrection, TablePlace
from buurthuis_admin.importing.date_heads import read_head
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.importing.understand import FoundTable
from buurthuis_admin.importing.values.marks import Mark

Layouts = Mapping[str, Any]
"""By fingerprint: JSON with ``kind``, ``fields`` (by hash of the heading) and ``marks``."""


def fingerprint(found: FoundTable) -> str:
    """What the headings of a table have in common from year to year; '' for none.

    Headings that are days or meetings are left out: they differ each time.
    """
    words = [
        squeeze(column.heading)
        for column in found.found.columns
        if column.heading and read_head(column.heading) is None
    ]
    return _hash("|".join(words)) if words else ""


def layouts_of(tables: Iterable[FoundTable]) -> dict[str, Any]:
    """What is to be remembered of what a person said of tables."""
    made: dict[str, Any] = {}
    for found in tables:
        key, said = fingerprint(found), found.said
        if not key or not (said.kind or said.fields or said.marks):
            continue
        made[key] = {
            "kind": said.kind.value if said.kind else "",
            "fields": {
                _heading(found, place): field.value if field else ""
                for place, field in said.fields.items()
                if _heading(found, place)
            },
            "marks": {sign: mark.value for sign, mark in said.marks.items()},
        }
    return made


def remembered(tables: Iterable[FoundTable], layouts: Layouts) -> Corrections:
    """What was said of the layouts of these tables before."""
    told: dict[TablePlace, TableCorrection] = {}
    for found in tables:
        layout = layouts.get(fingerprint(found))
        if layout is not None and found.said.empty:
            told[found.place] = _said(found, layout)
    return told


def _said(found: FoundTable, layout: Mapping[str, Any]) -> TableCorrection:
    kind = SheetKind(layout["kind"]) if layout["kind"] else None
    allowed = fields_for(kind or found.found.kind)
    fields: dict[int, Field | None] = {}
    for column in found.found.columns:
        place = found.table.first_column + column.index
        name = layout["fields"].get(_heading(found, place))
        if name is not None and (not name or Field(name) in allowed):
            fields[place] = Field(name) if name else None
    marks = {sign: Mark(mark) for sign, mark in layout["marks"].items()}
    return TableCorrection(kind, fields=fields, marks=marks, remembered=True)


def _heading(found: FoundTable, place: int) -> str:
    """The hash of the heading of a column of the sheet; '' when it has none."""
    at = place - found.table.first_column
    if not 0 <= at < len(found.table.headings) or not found.table.headings[at]:
        return ""
    return _hash(squeeze(found.table.headings[at]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
