# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads OpenDocument spreadsheets (.ods, and the flat .fods): values and look in one pass.

One reader of our own instead of calamine and a second look: it shows errors and leading zeros
as the person saw them, it counts the repeats (a row of 16.384 cells repeated a million times is
100 bytes), and .fods is the same document. It takes some 7 µs a cell, so very large documents
go to calamine, after open_document_extent has judged them.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from buurthuis_admin.importing.reading.archive import Archive
from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.look import MAX_POSITIONS, Look, make_sheet
from buurthuis_admin.importing.reading.open_document_styles import StyleBook
from buurthuis_admin.importing.reading.tidy import check_extent, clock, day_or_moment
from buurthuis_admin.importing.reading.xml_tree import parser, run
from buurthuis_admin.importing.workbook import CellValue, MergedRange, Sheet

MAX_WITH_LOOK = 24 * 2**20
"""About ten thousand people in fifteen columns."""

_ERROR = re.compile(r"#[A-Z/0]{2,8}[!?]?|Err:\d{3}")
_DURATION = re.compile(
    r"(-?)P(?:(\d{1,6})D)?T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7})(?:[.,]\d*)?S)?"
)
_CELLS = ("table:table-cell", "table:covered-table-cell")
_LINES = ("text:p", "text:h")
_HIDDEN = ("collapse", "filter")


def content_of(archive: Archive) -> bytes:
    """The document of an .ods file; raises CannotRead when it has a password or no document."""
    manifest = archive.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise CannotRead(Reason.PROTECTED)
    content = archive.read("content.xml")
    if content is None:
        raise CannotRead(Reason.DAMAGED)
    return content


def read_flat(content: bytes, styles: bytes | None = None) -> list[Sheet]:
    """The sheets of one XML document, with the styles it inherits from another."""
    reader = _Reader()
    if styles:
        reader.run(styles)
    reader.run(content)
    return reader.sheets


@dataclass(slots=True)
class _Cell:
    attributes: dict[str, str]
    repeated: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class _Reader:
    """Follows the elements of the document; only what is inside a table's cells is read."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._styles = StyleBook()
        self._table: _Table | None = None
        self._cell: _Cell | None = None
        self._comment: list[str] | None = None
        self._line: list[str] | None = None
        self._foreign = 0

    def run(self, data: bytes) -> None:
        made = parser()
        made.StartElementHandler = self._start
        made.EndElementHandler = self._end
        made.CharacterDataHandler = self._text
        run(made, data)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._cell is not None:
            self._start_in_cell(name, attributes)
        elif name in _CELLS and self._table:
            self._cell = _Cell(attributes, _count(attributes, "table:number-columns-repeated"))
        elif name == "table:table-row" and self._table:
            self._table.start_row(attributes)
        elif name == "table:table-column" and self._table:
            self._table.add_column(attributes)
        elif name == "table:table" and not self._table:
            self._table = _Table(attributes, self._styles)
        else:
            self._styles.start(name, attributes)

    def _start_in_cell(self, name: str, attributes: dict[str, str]) -> None:
        if self._line is not None:
            self._line.append(_blank(name, attributes))
        elif name == "office:annotation":
            self._comment = []
        elif name in _LINES and not self._foreign:
            self._line = []
        elif self._comment is None or name.startswith("draw:"):
            self._foreign += 1

    def _end(self, name: str) -> None:
        if self._cell is not None:
            self._end_in_cell(name)
        elif name == "table:table-row" and self._table:
            self._table.end_row()
        elif name == "table:table" and self._table:
            self.sheets.append(self._table.sheet())
            self._table = None

    def _end_in_cell(self, name: str) -> None:
        assert self._cell is not None
        if name in _LINES and self._line is not None:
            target = self._cell.lines if self._comment is None else self._comment
            target.append("".join(self._line))
            self._line = None
        elif name == "office:annotation" and self._table:
            self._table.comment("\n".join(self._comment or []).strip())
            self._comment = None
        elif name in _CELLS and self._table and not self._foreign:
            self._table.add_cell(self._cell)
            self._cell = None
        elif (
            self._line is None
            and self._foreign
            and (self._comment is None or name.startswith("draw:"))
        ):
            self._foreign -= 1

    def _text(self, data: str) -> None:
        if self._line is not None:
            self._line.append(data)


class _Table:
    """One sheet while it is read: rows are kept only as far as they are filled."""

    def __init__(self, attributes: dict[str, str], styles: StyleBook) -> None:
        self.name = attributes.get("table:name", "")
        self.hidden = attributes.get("table:style-name") in styles.hidden_tables
        self.look = Look()
        self.rows: list[list[CellValue]] = []
        self.merged: list[MergedRange] = []
        self._styles = styles
        self._width = 0
        self._empty_rows = 0
        self._columns: list[tuple[int, str]] = []
        self._column_count = 0
        self._row: dict[str, str] = {}
        self._cells: list[_Cell] = []
        self._values: list[CellValue] = []
        self._column = 0

    def add_column(self, attributes: dict[str, str]) -> None:
        """One column, or as many equal ones as it says."""
        repeated = _count(attributes, "table:number-columns-repeated")
        last = min(self._column_count + repeated, 16_384)
        if attributes.get("table:visibility") in _HIDDEN:
            self.look.hidden_columns.update(range(self._column_count, last))
        self._columns.append((last, attributes.get("table:default-cell-style-name", "")))
        self._column_count = last

    def start_row(self, attributes: dict[str, str]) -> None:
        """A row begins."""
        self._row, self._cells, self._values, self._column = attributes, [], [], 0

    def add_cell(self, cell: _Cell) -> None:
        """A cell, or as many equal ones as it says."""
        value = self._value(cell)
        if value is None:
            self._column += cell.repeated
        else:
            end = self._column + cell.repeated
            check_extent(self._next_row + 1, end, self.name)
            self._values += [None] * (self._column - len(self._values)) + [value] * cell.repeated
            self._column = end
            self.look.filled_cells = True
        self._cells.append(cell)
        self._merge(cell)

    def comment(self, text: str) -> None:
        """The comment of the cell that is being read."""
        if text:
            self.look.comments[self._next_row, self._column] = text

    def end_row(self) -> None:
        """The row is complete: empty ones are only counted, until one with cells follows."""
        repeated = _count(self._row, "table:number-rows-repeated")
        first = self._next_row
        if self._values:
            self._width = max(self._width, len(self._values))
            check_extent(first + repeated, self._width, self.name)
            self.rows += [[] for _ in range(self._empty_rows)]
            self.rows += [self._values] * repeated
            self._wear(first, repeated)
            self._empty_rows = 0
        else:
            self._empty_rows += repeated
        if self._row.get("table:visibility") in _HIDDEN and (self._values or repeated < 1000):
            self.look.hidden_rows.update(range(first, first + repeated))

    def sheet(self) -> Sheet:
        """The finished sheet."""
        return make_sheet(self.name, self.rows, self.look, hidden=self.hidden, merged=self.merged)

    @property
    def _next_row(self) -> int:
        return len(self.rows) + self._empty_rows

    def _value(self, cell: _Cell) -> CellValue:
        if self._is_error(cell):
            self.look.errors[self._next_row, self._column] = cell.text
            return None
        value = _value(cell)
        if value is None and cell.attributes.get("table:formula") and not _has_outcome(cell):
            self.look.missing.add((self._next_row, self._column))
        return value

    def _is_error(self, cell: _Cell) -> bool:
        if cell.attributes.get("calcext:value-type") == "error":
            return True
        return "table:formula" in cell.attributes and bool(_ERROR.fullmatch(cell.text))

    def _merge(self, cell: _Cell) -> None:
        columns = _count(cell.attributes, "table:number-columns-spanned")
        rows = _count(cell.attributes, "table:number-rows-spanned")
        if columns > 1 or rows > 1:
            row, column = self._next_row, self._column - cell.repeated
            self.merged.append(MergedRange(row, column, row + rows - 1, column + columns - 1))

    def _wear(self, first_row: int, repeated: int) -> None:
        column = 0
        for cell in self._cells:
            end = min(column + cell.repeated, len(self._values))
            for position in range(column, end):
                style = cell.attributes.get("table:style-name") or self._inherited(position)
                for row in range(first_row, first_row + repeated):
                    self._wear_one((row, position), style)
            column = end

    def _wear_one(self, position: tuple[int, int], style: str) -> None:
        if style in self._styles.struck and len(self.look.struck) < MAX_POSITIONS:
            self.look.struck.add(position)
        if style in self._styles.fills and len(self.look.fills) < MAX_POSITIONS:
            self.look.fills[position] = self._styles.fills[style]

    def _inherited(self, column: int) -> str:
        of_row = self._row.get("table:default-cell-style-name")
        return of_row or next((style for last, style in self._columns if column < last), "")


def _value(cell: _Cell) -> CellValue:
    attributes, text = cell.attributes, cell.text
    kind = attributes.get("office:value-type") or attributes.get("calcext:value-type") or "string"
    if kind in ("float", "percentage", "currency"):
        return _number(attributes.get("office:value", ""), text)
    if kind == "boolean":
        return attributes.get("office:boolean-value") == "true"
    if kind == "date":
        return _date(attributes.get("office:date-value", "")) or text or None
    if kind == "time":
        return _time(attributes.get("office:time-value", "")) or text or None
    return text or attributes.get("office:string-value") or None


def _number(value: str, shown: str) -> CellValue:
    """The number, or the text shown where that has zeros in front of the same number."""
    try:
        number = float(value)
    except ValueError:
        return shown or None
    digits = re.sub(r"[ -]", "", shown)
    if len(digits) > 1 and digits[0] == "0" and digits.isascii() and digits.isdigit():
        return shown if int(digits) == number else number
    return number


def _date(value: str) -> CellValue:
    try:
        return day_or_moment(datetime.datetime.fromisoformat(value).replace(tzinfo=None))
    except ValueError:
        return None


def _time(value: str) -> CellValue:
    match = _DURATION.fullmatch(value)
    if not match:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    duration = datetime.timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return clock(-duration if match[1] else duration)


def _has_outcome(cell: _Cell) -> bool:
    """Whether the formula was saved with what it came to, be it an empty text."""
    kinds = ("office:value-type", "calcext:value-type")
    return any(kind in cell.attributes for kind in kinds)


def _count(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name)
    if text is None:
        return 1
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _blank(name: str, attributes: dict[str, str]) -> str:
    """The blanks that a text writes as elements."""
    if name == "text:s":
        return " " * min(_count(attributes, "text:c"), 1000)
    return {"text:tab": "\t", "text:line-break": "\n"}.get(name, "")
