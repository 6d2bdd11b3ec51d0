# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Colours and strike-through on a sheet: which are worn, and what they mean there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from buurthuis_admin.importing.corrections import STRUCK, StyleMeaning, TableCorrection
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import Orientation, SheetKind
from buurthuis_admin.importing.recognise import Recognised
from buurthuis_admin.importing.tables import Table
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import Sheet

_NAMED = (Field.FULL_NAME, Field.LAST, Field.FIRST, Field.FUNDER, Field.ACTIVITY)
_ROWS = (StyleMeaning.NOTHING, StyleMeaning.LEFT_OUT)
_CHOICES = {
    SheetKind.MEMBERS: (
        StyleMeaning.NOTHING, StyleMeaning.LEFT, StyleMeaning.VOLUNTEER, StyleMeaning.PAID,
        StyleMeaning.UNPAID, StyleMeaning.LEFT_OUT,
    ),
    SheetKind.ATTENDANCE: (
        StyleMeaning.NOTHING, StyleMeaning.PRESENT, StyleMeaning.ABSENT, StyleMeaning.EXCUSED,
        StyleMeaning.CANCELLED,
    ),
}  # fmt: skip
_EXAMPLES = 3
_STRIPES = 0.8  # of the steps between the rows of a colour that are two rows long
_WHOLE = 0.9  # of the cells of a column
_MOST = 0.5  # of the rows: what more of them wear is a colour of the whole list


@dataclass(frozen=True, slots=True)
class WornStyle:
    """A style, how many rows (of an attendance sheet: cells) wear it, and what it means."""

    style: str  # '#RRGGBB' or STRUCK
    count: int
    examples: tuple[str, ...]
    meaning: StyleMeaning
    said: bool
    telling: bool  # whether it may well mean something: no stripes, and not on most of the rows


def meanings_for(kind: SheetKind) -> tuple[StyleMeaning, ...]:
    """What a style can mean on a table of this kind."""
    return _CHOICES.get(kind, _ROWS)


def meaning_of(style: str, kind: SheetKind, said: TableCorrection) -> StyleMeaning:
    """What a style means: as a person said; else crossed out on a list of people is left."""
    told = said.styles.get(style)
    if told is not None and told in meanings_for(kind):
        return told
    left = style == STRUCK and kind is SheetKind.MEMBERS
    return StyleMeaning.LEFT if left else StyleMeaning.NOTHING


def row_styles(sheet: Sheet, table: Table, found: Recognised) -> dict[int, frozenset[str]]:
    """The styles of each row of data: those of its name, or of half of its filled cells."""
    if not sheet.struck and not sheet.fills:
        return {}
    columns = [c.index for c in found.having(*_NAMED)]
    worn: dict[int, frozenset[str]] = {}
    for row in table.data_rows:
        cells = table.cells(sheet, row)
        filled = [at for at, cell in enumerate(cells) if cell is not None]
        offset = table.first_column
        own = {style for at in columns for style in styles_at(sheet, row, at + offset)}
        counts = Counter(style for at in filled for style in styles_at(sheet, row, at + offset))
        own |= {style for style, count in counts.items() if count >= 0.5 * len(filled)}
        if own:
            worn[row] = frozenset(own)
    return worn


def styles_at(sheet: Sheet, row: int, column: int) -> Iterator[str]:
    """The styles of one cell of a sheet."""
    if (row, column) in sheet.struck:
        yield STRUCK
    colour = sheet.fills.get((row, column))
    if colour is not None:
        yield colour


def worn_styles(
    sheet: Sheet, table: Table, found: Recognised, said: TableCorrection
) -> list[WornStyle]:
    """The styles of a table that a person may be asked about, the most frequent first."""
    if not sheet.struck and not sheet.fills:
        return []
    if found.kind is SheetKind.ATTENDANCE and found.orientation is not Orientation.LIST:
        places = _of_cells(sheet, table, found)
        plain = _shading(sheet, table, found)
        examples: dict[str, tuple[str, ...]] = {}
    else:
        places = _of_rows(sheet, table, found)
        plain = _of_the_list(table, places)
        examples = {style: _examples(sheet, table, found, rows) for style, rows in places.items()}
    return [
        WornStyle(
            style,
            len(rows),
            examples.get(style, ()),
            meaning_of(style, found.kind, said),
            style in said.styles,
            style not in plain,
        )
        for style, rows in sorted(places.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _of_the_list(table: Table, places: Mapping[str, Sequence[int]]) -> set[str]:
    """The styles that say nothing of a row: stripes, and what most of the rows wear."""
    most = _MOST * max(len(table.data_rows), 1)
    return {style for style, rows in places.items() if len(rows) > most or _is_striped(rows)}


def _shading(sheet: Sheet, table: Table, found: Recognised) -> set[str]:
    """The styles that only shade whole columns of meetings."""
    rows = table.data_rows
    counts: dict[str, Counter[int]] = {}
    for column in (table.first_column + at for at in marked_columns(found)):
        for row in rows:
            for style in styles_at(sheet, row, column):
                counts.setdefault(style, Counter())[column] += 1
    return {
        style
        for style, columns in counts.items()
        if all(count >= _WHOLE * len(rows) for count in columns.values())
    }


def _of_rows(sheet: Sheet, table: Table, found: Recognised) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for row, styles in row_styles(sheet, table, found).items():
        for style in styles:
            places.setdefault(style, []).append(row)
    return places


def _of_cells(sheet: Sheet, table: Table, found: Recognised) -> dict[str, list[int]]:
    """The row of each cell of a meeting that wears a style."""
    places: dict[str, list[int]] = {}
    marked = [table.first_column + at for at in marked_columns(found)]
    for row in table.data_rows:
        for column in marked:
            for style in styles_at(sheet, row, column):
                places.setdefault(style, []).append(row)
    return places


def marked_columns(found: Recognised) -> list[int]:
    """The columns of an attendance sheet whose cells are marks, by their place in the table."""
    if found.orientation is Orientation.DATES_DOWN:
        return [c.index for c in found.columns if c.field is None and c.heading]
    return [c.index for c in found.columns if c.head is not None]


def _is_striped(rows: Sequence[int]) -> bool:
    """Whether a colour is on every second row, to keep the lines apart."""
    steps = [after - before for before, after in pairwise(rows)]
    return len(steps) >= 2 and sum(step == 2 for step in steps) >= _STRIPES * len(steps)


def _examples(
    sheet: Sheet, table: Table, found: Recognised, rows: Sequence[int]
) -> tuple[str, ...]:
    columns = [c.index for c in found.having(*_NAMED)]
    texts = []
    for row in rows[:_EXAMPLES]:
        cells = table.cells(sheet, row)
        chosen = [cells[at] for at in columns] or list(cells[:2])
        texts.append(" ".join(text for text in map(text_of, chosen) if text))
    return tuple(text for text in texts if text)
