# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which cell a question is about: a question names a row, a field and what stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from buurthuis_admin.importing.columns import NAMES
from buurthuis_admin.importing.corrections import CellPlace
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.values.texts import content_of, text_of
from buurthuis_admin.importing.workbook import CellValue

_ALSO: dict[Field, tuple[Field, ...]] = {
    Field.PHONE: (Field.PHONE, Field.MOBILE),
    Field.POSTCODE: (Field.POSTCODE, Field.POSTCODE_TOWN),
    Field.FULL_NAME: (Field.FULL_NAME, Field.LAST, Field.FIRST, Field.INITIALS),
}


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell that was found, and whether what is read there is the whole of it."""

    place: CellPlace
    whole: bool


class Places:
    """The tables of a box by the rows that they hold."""

    def __init__(self, tables: Iterable[FoundTable]) -> None:
        self._tables: dict[tuple[str, str], list[FoundTable]] = {}
        self._by_field: dict[tuple[int, Field], list[int]] = {}
        for table in tables:
            self._tables.setdefault((table.file, table.sheet.name), []).append(table)

    def table(self, file: str, sheet: str, row: int) -> FoundTable | None:
        """The first table that holds a row (zero-based)."""
        return next(iter(self._of(file, sheet, row)), None)

    def tables(self, file: str, sheet: str) -> Sequence[FoundTable]:
        """The tables of a sheet."""
        return self._tables.get((file, sheet), ())

    def _of(self, file: str, sheet: str, row: int) -> Iterator[FoundTable]:
        return (t for t in self._tables.get((file, sheet), ()) if row in t.table.roles)

    def find(self, file: str, sheet: str, row: int, field: Field, value: str) -> FoundCell:
        """The cell of a field in a row that shows a value; the likeliest when none does."""
        fallback: FoundCell | None = None
        for table in self._of(file, sheet, row):
            own = self._columns(table, field)
            cells = table.table.cells(table.sheet, row)
            for columns in (own, range(len(cells))):
                for index in columns:
                    if value and _shows(cells[index], value):
                        return _found(table, row, index)
            if fallback is None and own:
                fallback = _found(table, row, own[0])
        return fallback or FoundCell(CellPlace(file, sheet, row, 0), whole=True)

    def _columns(self, table: FoundTable, field: Field) -> list[int]:
        """The places of the columns of a field in a table."""
        key = (id(table), field)
        if key not in self._by_field:
            columns = table.found.having(*_ALSO.get(field, (field,)))
            self._by_field[key] = [column.index for column in columns]
        return self._by_field[key]

    def name_cell(self, file: str, sheet: str, row: int) -> FoundCell:
        """The cell where the name of a row stands, or should stand."""
        for table in self._of(file, sheet, row):
            columns = table.found.having(*NAMES)
            if columns:
                return _found(table, row, columns[0].index)
        return FoundCell(CellPlace(file, sheet, row, 0), whole=True)

    def text_of_row(self, place: CellPlace) -> str:
        """The row of a cell, in one line."""
        return self.row_text(place.file, place.sheet, place.row)

    def row_text(self, file: str, sheet: str, row: int) -> str:
        """The filled cells of a row, in one line."""
        table = self.table(file, sheet, row)
        if table is None:
            return ""
        texts = map(text_of, table.table.own_cells(table.sheet, row))
        return " · ".join(text for text in texts if text)


def _shows(cell: CellValue, value: str) -> bool:
    return cell is not None and (text_of(cell) == value or content_of(cell) == value)


def _found(table: FoundTable, row: int, index: int) -> FoundCell:
    width = len(table.table.headings)
    whole = index < width
    column = table.table.first_column + index if whole else table.table.made[index - width].of[0]
    return FoundCell(CellPlace(table.file, table.sheet.name, row, column), whole)


def columns_at_fault(fields: Sequence[Field], table: FoundTable) -> int:
    """The column of the sheet where something of these fields belongs."""
    columns = table.found.having(*fields)
    if not columns:
        return table.table.first_column
    return _found(table, 0, columns[0].index).place.column
