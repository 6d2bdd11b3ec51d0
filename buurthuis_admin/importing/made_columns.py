# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Columns that a person made of others: the parts of one, or several put together.

They stand behind the own columns of a table and read like any other; the columns that they were
made of are then not read by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.names import looks_like_initials, parse_name, split_prefix
from buurthuis_admin.domain.text import clean
from buurthuis_admin.importing.corrections import Join, Split, SplitWay, TableCorrection
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.values.addresses import parse_address
from buurthuis_admin.importing.values.phones import parse_phones
from buurthuis_admin.importing.values.texts import content_of
from buurthuis_admin.importing.workbook import CellValue, Row

_MOST_PARTS = 4
_SIGNS = {
    SplitWay.COMMA: ",",
    SplitWay.SLASH: "/",
    SplitWay.DASH: "-",
    SplitWay.SPACE: " ",
}
PARTS: dict[SplitWay, tuple[Field | None, ...]] = {
    SplitWay.NAME: (Field.INITIALS, Field.FIRST, Field.PREFIX, Field.LAST),
    SplitWay.SURNAME_FIRST: (Field.INITIALS, Field.FIRST, Field.PREFIX, Field.LAST),
    SplitWay.ADDRESS: (Field.STREET, Field.HOUSE, Field.POSTCODE, Field.TOWN),
    SplitWay.PHONES: (Field.PHONE, Field.MOBILE, None),
}
"""What the parts of a way hold; at a sign a person says so."""


@dataclass(frozen=True, slots=True)
class MadeColumn:
    """A column made of others: of which (of the sheet, zero-based), and for a part which one."""

    of: tuple[int, ...]
    part: int
    field: Field | None
    make: Callable[[Row], CellValue]  # from the cells of the table


def made_columns(said: TableCorrection, first: int, last: int) -> tuple[MadeColumn, ...]:
    """The columns that a person made in a table of these columns of its sheet."""
    joined = {column for join in said.joins for column in join.columns}
    made: list[MadeColumn] = []
    for column, split in sorted(said.splits.items()):
        if first <= column <= last and column not in joined:
            made += _parts(column, column - first, split)
    for join in said.joins:
        inside = tuple(column for column in join.columns if first <= column <= last)
        if len(inside) > 1:
            made.append(_joined(inside, first, join))
    return tuple(made)


def _parts(column: int, at: int, split: Split) -> Iterator[MadeColumn]:
    own = PARTS.get(split.way, (None,) * _MOST_PARTS)
    fields = (*split.fields, *own[len(split.fields) :])[: len(own)]
    for part, field in enumerate(fields):
        yield MadeColumn((column,), part, field, _part_of(at, part, split.way))


def _part_of(at: int, part: int, way: SplitWay) -> Callable[[Row], CellValue]:
    def make(row: Row) -> CellValue:
        text = content_of(row[at])
        return (parted(text, way)[part] or None) if text else None

    return make


def _joined(columns: Sequence[int], first: int, join: Join) -> MadeColumn:
    places = tuple(column - first for column in columns)

    def make(row: Row) -> CellValue:
        return clean(" ".join(content_of(row[place]) for place in places)) or None

    return MadeColumn(tuple(columns), 0, join.field, make)


def parted(text: str, way: SplitWay) -> tuple[str, ...]:
    """The parts of a text, '' for those it has not; nothing of the text is lost."""
    sign = _SIGNS.get(way)
    if sign is not None:
        return _padded([clean(part) for part in text.split(sign, _MOST_PARTS - 1)], _MOST_PARTS)
    if way is SplitWay.ADDRESS:
        found = parse_address(text)
        return (found.street, found.house, found.postcode, found.town)
    if way is SplitWay.PHONES:
        return _phones(text)
    if way is SplitWay.SURNAME_FIRST and "," not in text:
        return _surname_first(text)
    name = parse_name(text)
    last = f"{name.last}-{name.partner_last}" if name.partner_last else name.last
    return (name.initials, name.first, name.prefix, last)


def _phones(text: str) -> tuple[str, str, str]:
    found = parse_phones(text)
    landlines, mobiles = list(found.landlines), list(found.mobiles)
    mobile = mobiles.pop(0) if mobiles else ""
    others = landlines + mobiles
    phone = others.pop(0) if others else ""
    return phone, mobile, clean(" ".join((*others, found.rest)))


def _surname_first(text: str) -> tuple[str, str, str, str]:
    """'Jansen Piet', 'van den Berg Jan', 'Berg van den Jan' and 'Jansen P.' by their parts."""
    prefix, rest = split_prefix(text)
    last, _space, given = rest.partition(" ")
    if not prefix and given:
        prefix, given = split_prefix(f"{given} .")  # the dot: a prefix needs something behind it
        given = given.removesuffix(".").strip()
    if looks_like_initials(given) and ("." in given or len(given) == 1):
        return given, "", prefix, last
    return "", given, prefix, last


def _padded(parts: Sequence[str], width: int) -> tuple[str, ...]:
    return (*parts, *("" for _missing in range(width - len(parts))))
