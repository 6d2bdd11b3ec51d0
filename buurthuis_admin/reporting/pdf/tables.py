# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables: columns as wide as they need, headings again on each page, every cell tagged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Align, Row, Table
from buurthuis_admin.reporting.pdf.boxes import BASE_LINE, Box
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import TextStyle
from buurthuis_admin.reporting.pdf.tagging import Element, utf16
from buurthuis_admin.reporting.pdf.text import Line, set_line, widest_part, wrap

PADDING = 0.32  # above and below the text of a row, of its size
GUTTER = 9.0  # between two columns
ROWS_TO_BEGIN = 3  # fewer than these at the foot of a page are not worth a heading
ROWS_TO_END = 3  # nor at the head of the next
ROWS_KEPT_WHOLE = 12
TEXT_COLUMN_AT_LEAST = 90.0
WORDS_AT_LEAST = 90 / 9.5  # of the size: titles of numbers give way until words have this
NUMBER_COLUMN_AT_BEST = 72.0
TEXT_COLUMN_AT_MOST = 0.55  # of the page: the eye must find the number that belongs to it
SMALLER, SMALLER_AT_MOST = 0.94, 9
TINY = 0.02

_HEAD = "/A<</O/Table/Scope/Column>>"
_SIDE = "/A<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row broken into lines: for each cell its lines."""

    cells: tuple[tuple[Line, ...], ...]
    height: float
    strong: bool
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns stand, and on which side of them the text."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    at_end: tuple[bool, ...]
    width: float


class TableBox(Box):
    """A table, or the rows of it that fall on one page."""

    def __init__(
        self, head: SetRow, rows: Sequence[SetRow], grid: Grid, style: TextStyle, summary: str
    ) -> None:
        self.head, self.rows, self.grid, self.style = head, rows, grid, style
        self.summary = summary
        self.after = style.leading * 0.6
        self.total: SetRow | None = None
        self.first_part = self
        self.element: Element | None = None

    @classmethod
    def of(cls, table: Table, style: TextStyle, width: float) -> TableBox:
        """The table set in a width."""
        style = _fitting_style(table, style, width)
        grid = _grid(table, style, width)
        head = _set_row(Row(tuple(column.title for column in table.columns), True), grid, style)
        rows = [_set_row(row, grid, style) for row in table.rows]
        box = cls(head, rows, grid, style, table.summary)
        if table.total:
            box.total = _set_row(Row(table.total.cells, True, table.total.explain), grid, style)
        return box

    @cached_property
    def rows_height(self) -> float:
        """The height of all rows but the total."""
        return sum([row.height for row in self.rows])

    @property
    def height(self) -> float:
        total = self.total.height if self.total else 0.0
        return self.head.height + self.rows_height + total

    @property
    def least(self) -> float:
        if len(self.rows) <= ROWS_KEPT_WHOLE and self.first_part is self:
            return self.height
        begin = sum(row.height for row in self.rows[:ROWS_TO_BEGIN])
        return self.head.height + begin + (self.total.height if self.total else 0.0)

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = self._fitting(room)
        if not fitting:
            return None
        first, rest = self._part(self.rows[:fitting]), self._part(self.rows[fitting:], last=True)
        rest.tail = self.tail
        rest.rows_height = self.rows_height - first.rows_height  # not added up for every page
        return first, rest

    def _fitting(self, room: float) -> int:
        """How many rows fit; the total never stands alone, nor the name of a group."""
        used, fitting = self.head.height, 0
        for row in self.rows:
            used += row.height
            if used > room:
                break
            fitting += 1
        fitting = min(fitting, max(len(self.rows) - ROWS_TO_END, 1), len(self.rows) - 1)
        while fitting and self.rows[fitting - 1].strong:
            fitting -= 1
        return fitting

    def _part(self, rows: Sequence[SetRow], last: bool = False) -> TableBox:
        part = TableBox(self.head, rows, self.grid, self.style, self.summary)
        part.first_part = self.first_part
        part.total = self.total if last else None
        return part

    # Drawing

    def draw(self, page: Page, x: float, top: float) -> None:
        first = self.first_part
        continued = first.element is not None
        if first.element is None:
            attributes = f"/A<</O/Table/Summary {utf16(self.summary)}>>" if self.summary else ""
            first.element = Element("Table", page.structure.root, attributes)
        self._draw_rules(page, x, top)
        top = self._draw_head(page, first.element, x, top, continued)
        for row in (*self.rows, *([self.total] if self.total else [])):
            self._draw_row(page, row, Element("TR", first.element), x, top)
            top += row.height

    def _draw_rules(self, page: Page, x: float, top: float) -> None:
        """Lines under the headings and the rows, in one go and for the eye alone."""
        right = x + self.grid.width
        page.begin_furniture("Layout")
        top += self.head.height
        page.stroke(x, top, right, top, 0.9, colours.SOFT_INK)
        for row in self.rows[:-1] if self.total else self.rows:
            top += row.height
            page.stroke(x, top, right, top, 0.4, colours.RULE)
        if self.total:
            top += self.rows[-1].height if self.rows else 0.0
            page.stroke(x, top, right, top, 0.9, colours.SOFT_INK)
        page.end()

    def _draw_head(
        self, page: Page, table: Element, x: float, top: float, continued: bool
    ) -> float:
        lowest = top + self.head.height
        if continued:  # heard once is enough
            page.begin_furniture("Pagination")
        row = None if continued else Element("TR", table)
        for at, lines in enumerate(self.head.cells):
            if row is not None:
                page.begin(Element("TH", row, _HEAD))
            cell_top = lowest - PADDING * self.style.size - len(lines) * self.style.leading
            self._draw_cell(page, lines, at, x, cell_top, colours.SOFT_INK)
            if row is not None:
                page.end()
        if continued:
            page.end()
        return lowest

    def _draw_row(self, page: Page, row: SetRow, element: Element, x: float, top: float) -> None:
        tag, attributes = "TH", _SIDE
        for at, lines in enumerate(row.cells):
            page.begin(Element(tag, element, attributes))
            self._draw_cell(page, lines, at, x, top + PADDING * self.style.size, colours.INK)
            page.end()
            tag, attributes = "TD", ""
        self._note_figures(page, row, x, top)

    def _note_figures(self, page: Page, row: SetRow, x: float, top: float) -> None:
        for at, explain in enumerate(row.explain):
            left, width = x + self.grid.lefts[at], self.grid.widths[at]
            page.note(left, top, width, row.height, explain=explain)

    def _draw_cell(
        self, page: Page, lines: tuple[Line, ...], at: int, x: float, top: float, colour: str
    ) -> None:
        grid, size = self.grid, self.style.size
        left = x + grid.lefts[at]
        base = top + self.style.leading * BASE_LINE
        for line in lines:
            shift = grid.widths[at] - line.width * size if grid.at_end[at] else 0.0
            page.text(line, left + shift, base, size, colour)
            base += self.style.leading


def _set_row(row: Row, grid: Grid, style: TextStyle) -> SetRow:
    size, strong = style.size, row.strong
    cells = tuple(
        [
            wrap(cell, size, width, strong)
            for cell, width in zip(row.cells, grid.widths, strict=True)
        ]
    )
    lines = max([len(cell) for cell in cells])
    return SetRow(cells, lines * style.leading + 2 * PADDING * size, strong, row.explain)


def _fitting_style(table: Table, style: TextStyle, width: float) -> TextStyle:
    """The style, or a smaller one when numbers would have to be broken."""
    room = width - GUTTER * (len(table.columns) - 1)
    for _step in range(SMALLER_AT_MOST):
        wishes = [_wish(table, at, style, narrow=True) for at in range(len(table.columns))]
        if sum(_needed(table, wishes)) <= room:
            break
        style = style.scaled(SMALLER)
    return style


def _needed(
    table: Table, wishes: list[float], for_words: float = TEXT_COLUMN_AT_LEAST
) -> list[float]:
    """What each column takes at least: a text can be broken, a number cannot."""
    return [
        wish if column.align is Align.END else min(wish, for_words)
        for wish, column in zip(wishes, table.columns, strict=True)
    ]


def _grid(table: Table, style: TextStyle, width: float) -> Grid:
    at_end = tuple(column.align is Align.END for column in table.columns)
    gutters = GUTTER * (len(table.columns) - 1)
    widths = _widths(table, style, width - gutters)
    lefts = tuple(sum(widths[:at]) + GUTTER * at for at in range(len(widths)))
    return Grid(lefts, widths, at_end, sum(widths) + gutters)


def _widths(table: Table, style: TextStyle, room: float) -> tuple[float, ...]:
    """Columns of numbers take what they need, those of text share the rest."""
    wishes = _wishes(table, style, room)
    texts = [at for at, column in enumerate(table.columns) if column.align is Align.START]
    numbers = [at for at in range(len(wishes)) if at not in texts]
    for_texts = sum(_needed(table, wishes)[at] for at in texts)
    for_numbers = sum(wishes[at] for at in numbers)
    # Too much even in the smallest type: all columns of numbers give way.
    factor = min(1.0, max(room - for_texts, room * 0.3) / max(for_numbers, 1.0))
    widths = {at: wishes[at] * factor for at in numbers}
    left = room - sum(widths.values())
    asked = [wishes[at] for at in texts]
    if sum(asked) > left:
        asked = _shares(asked, [_widest_word(table, at) * style.size for at in texts], left)
    widths |= zip(texts, asked, strict=True)
    first = next((at for at, column in enumerate(table.columns) if column.wide), None)
    _spread(widths, numbers, texts, room, first)
    return tuple(widths[at] for at in range(len(wishes)))


def _wishes(table: Table, style: TextStyle, room: float) -> list[float]:
    """What each column asks; the titles that gain most by it are broken until all fit."""
    columns = range(len(table.columns))
    wishes = [_wish(table, at, style) for at in columns]
    narrow = [_wish(table, at, style, narrow=True) for at in columns]
    for at in sorted(columns, key=lambda at: narrow[at] - wishes[at]):
        if sum(_needed(table, wishes, WORDS_AT_LEAST * style.size)) > room:
            wishes[at] = narrow[at]
    return wishes


def _wish(table: Table, at: int, style: TextStyle, narrow: bool = False) -> float:
    """The width at which no cell is broken, and the title of a column of numbers only once.

    ``narrow``: such a title may be broken at every space and soft hyphen.
    """
    column = table.columns[at]
    rows = (*table.rows, *([table.total] if table.total else []))
    texts = {row.cells[at] for row in rows}
    cells = max((set_line(text, True).width for text in texts), default=0.0)
    if column.align is Align.START:
        title = set_line(column.title, True).width
    elif narrow:
        title = widest_part(column.title, True)
    else:
        title = _width_in_two(column.title)
    return max(cells, title) * style.size + 0.1


def _width_in_two(title: str) -> float:
    """The width at size 1 of a title on two lines, parted where they differ least."""
    words = title.split(" ")
    parted = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1)]
    return min(max(set_line(part, True).width for part in parts) for parts in parted)


def _widest_word(table: Table, at: int) -> float:
    """The width at size 1 below which a word of a column would be broken."""
    texts = {table.columns[at].title, *(row.cells[at] for row in table.rows)}
    return max(widest_part(text, True) for text in texts) + TINY


def _shares(wishes: list[float], least: list[float], room: float) -> list[float]:
    """A fair part of the room for each column of text; none more than its wish.

    Nor less than its widest word, as long as there is room for the words of all.
    """
    shares = [0.0] * len(wishes)
    waiting = list(range(len(wishes)))
    if sum(least) <= room:
        while narrow := [at for at in waiting if least[at] > room / len(waiting)]:
            _give(shares, least, narrow, waiting)
            room -= sum(shares[at] for at in narrow)
    while modest := [at for at in waiting if wishes[at] <= room / len(waiting)]:
        _give(shares, wishes, modest, waiting)
        room -= sum(shares[at] for at in modest)
    for at in waiting:
        shares[at] = room / len(waiting)
    return shares


def _give(shares: list[float], parts: list[float], columns: list[int], waiting: list[int]) -> None:
    for at in columns:
        shares[at] = parts[at]
        waiting.remove(at)


def _spread(
    widths: dict[int, float],
    numbers: list[int],
    texts: list[int],
    room: float,
    first: int | None,
) -> None:
    """Give away what is left: numbers some air, then one column, but never too far.

    That is the ``first`` one; without it, the column with most words.
    """
    left = room - sum(widths.values())
    if left <= 0:
        return
    # In front of the others a column holds numbers of rows, which need none.
    lacking = {at: max(NUMBER_COLUMN_AT_BEST - widths[at], 0.0) for at in numbers if at}
    wanted = sum(lacking.values())
    share = min(1.0, left / 2 / wanted) if wanted and texts else 0.0
    for at, lack in lacking.items():
        widths[at] += lack * share
    if first is None:
        first = max(texts, key=lambda at: widths[at]) if texts else numbers[0]
    at_most = max(widths[first], room * TEXT_COLUMN_AT_MOST)
    widths[first] = min(widths[first] + room - sum(widths.values()), at_most)
