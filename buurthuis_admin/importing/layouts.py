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
from buurthuis_admin.importing.corrections import (
    HEADINGS,
    Corrections,
    Join,
    Split,
    SplitWay,
    StyleMeaning,
    TableCorrection,
    TablePlace,
)
from buurthuis_admin.importing.date_heads import read_head
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.values.dates import DateOrder
from buurthuis_admin.importing.values.marks import Mark

Layouts = Mapping[str, Any]
"""By fingerprint: JSON of what was said; columns are named by the hash of their heading."""


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
        about_place = TableCorrection(
            year=said.year,
            activity=said.activity,
            weekday=said.weekday,
            region=said.region,
            remembered=said.remembered,
        )
        if key and said != about_place:
            made[key] = _kept(found, said)
    return made


def _kept(found: FoundTable, said: TableCorrection) -> dict[str, Any]:
    """What of a correction holds for other sheets with the same headings too."""
    hashes = {place: _heading(found, place) for place in _places(found)}

    def by_heading(told: Mapping[int, Any]) -> dict[str, Any]:
        return {hashes[place]: value for place, value in told.items() if hashes.get(place)}

    return {
        "kind": said.kind.value if said.kind else "",
        "fields": by_heading({at: _name(field) for at, field in said.fields.items()}),
        "marks": {sign: mark.value for sign, mark in said.marks.items()},
        "orientation": said.orientation.value if said.orientation else "",
        "orders": by_heading({at: order.value for at, order in said.orders.items()}),
        "heading_order": said.orders.get(HEADINGS, ""),
        "styles": {style: meaning.value for style, meaning in said.styles.items()},
        "splits": by_heading(
            {at: [one.way.value, *map(_name, one.fields)] for at, one in said.splits.items()}
        ),
        "joins": [
            [_name(join.field), *(hashes[at] for at in join.columns)]
            for join in said.joins
            if all(hashes.get(at) for at in join.columns)
        ],
    }


def _name(field: Field | None) -> str:
    return field.value if field else ""


def _places(found: FoundTable) -> range:
    """The columns of the sheet that a table has, without those that a person made."""
    first = found.table.first_column
    return range(first, first + len(found.table.headings))


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
    places = {_heading(found, place): place for place in reversed(_places(found))}
    places.pop("", None)

    def field(name: str) -> Field | None:
        return Field(name) if name and Field(name) in allowed else None

    def by_place(told: Mapping[str, Any]) -> dict[int, Any]:
        return {places[key]: value for key, value in told.items() if key in places}

    fields = by_place(layout["fields"])
    orders = {at: DateOrder(one) for at, one in by_place(layout.get("orders", {})).items()}
    if layout.get("heading_order"):
        orders[HEADINGS] = DateOrder(layout["heading_order"])
    splits = by_place(layout.get("splits", {}))
    joins = [join for join in layout.get("joins", ()) if set(join[1:]) <= set(places)]
    return TableCorrection(
        kind,
        fields={at: field(name) for at, name in fields.items() if not name or field(name)},
        marks={sign: Mark(mark) for sign, mark in layout["marks"].items()},
        remembered=True,
        orientation=Orientation(layout["orientation"]) if layout.get("orientation") else None,
        orders=orders,
        styles={style: StyleMeaning(one) for style, one in layout.get("styles", {}).items()},
        splits={
            at: Split(SplitWay(way), tuple(map(field, names)))
            for at, (way, *names) in splits.items()
        },
        joins=tuple(Join(tuple(places[key] for key in of), field(name)) for name, *of in joins),
    )


def _heading(found: FoundTable, place: int) -> str:
    """The hash of the heading of a column of the sheet; '' when it has none."""
    at = place - found.table.first_column
    if not 0 <= at < len(found.table.headings) or not found.table.headings[at]:
        return ""
    return _hash(squeeze(found.table.headings[at]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
