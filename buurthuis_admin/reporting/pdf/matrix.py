# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month to fill in by hand: names down, meetings across."""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import MatrixRow, SheetMatrix
from buurthuis_admin.reporting.drawing import shorten
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.equal_rows import EqualRowsBox
from buurthuis_admin.reporting.pdf.styles import TextStyle
from buurthuis_admin.reporting.pdf.tagging import Element, utf16
from buurthuis_admin.reporting.pdf.text import set_line, text_width

ROW, HEAD = 22.0, 28.0
NUMBER, GAP = 22.0, 6.0
WIDEST_CELL = 40.0
NAME_AT_LEAST = 140.0
MOST_DAYS = 16  # more make cells that no pen can hit
_COLUMN = "/A<</O/Table/Scope/Column>>"
_SIDE = "/A<</O/Table/Scope/Row>>"


class MatrixBox(EqualRowsBox[MatrixRow]):
    """The rows that fall on one page, with the days above them."""

    row_height, head_height = ROW, HEAD

    def __init__(
        self, block: SheetMatrix, rows: Sequence[MatrixRow], style: TextStyle, width: float
    ) -> None:
        self.block, self.rows, self.style, self.width = block, rows, style, width
        self.after = 10.0
        self.cell = min(WIDEST_CELL, (width - NUMBER - NAME_AT_LEAST) / max(1, len(block.days)))
        self.first = width - self.cell * len(block.days)
        self.first_part = self
        self.element: Element | None = None

    def _part(self, rows: Sequence[MatrixRow]) -> MatrixBox:
        part = MatrixBox(self.block, rows, self.style, self.width)
        part.first_part = self.first_part
        return part

    def draw(self, page: Page, x: float, top: float) -> None:
        first = self.first_part
        begins = first.element is None
        if first.element is None:
            summary = f"/A<</O/Table/Summary {utf16(self.block.summary)}>>"
            first.element = Element("Table", page.structure.root, summary)
        self._draw_lines(page, x, top)
        self._draw_head(page, Element("TR", first.element) if begins else None, x, top)
        top += HEAD
        for row in self.rows:
            self._draw_row(page, row, Element("TR", first.element), x, top)
            top += ROW

    def _draw_lines(self, page: Page, x: float, top: float) -> None:
        """Rules between rows and days: for eye and pen alone."""
        low = top + HEAD + len(self.rows) * ROW
        with page.furniture():
            for at in range(len(self.rows) + 1):
                level = top + HEAD + at * ROW
                heavy = at == 0
                page.stroke(x, level, x + self.width, level, 0.9 if heavy else 0.5, colours.RULE)
            for at in range(len(self.block.days) + 1):
                left = x + self.first + at * self.cell
                page.stroke(left, top + HEAD, left, low, 0.6, colours.SOFT_INK)

    def _draw_head(self, page: Page, row: Element | None, x: float, top: float) -> None:
        size = self.style.size * 0.85
        number, name = self.block.columns
        texts = [
            (x, (number,)),
            (x + NUMBER, (name,)),
            *((x + self.first + at * self.cell, day) for at, day in enumerate(self.block.days)),
        ]
        if row is None:  # heard once is enough
            page.begin_furniture("Pagination")
        for at, (left, lines) in enumerate(texts):
            if row is not None:
                page.begin(Element("TH", row, _COLUMN))
            for down, text in enumerate(reversed(lines)):
                base = top + HEAD - 5 - down * size * 1.2
                self._put(page, text, left, base, size, in_cell=at > 1, strong=not down)
            if row is not None:
                page.end()
        if row is None:
            page.end()

    def _draw_row(self, page: Page, row: MatrixRow, element: Element, x: float, top: float) -> None:
        size = self.style.size
        base = top + ROW / 2 + size * 0.35
        number = "" if row.number is None else str(row.number)
        with page.marked(Element("TD", element)):
            self._put(page, number, x, base, size * 0.85)
        room = self.first - NUMBER - GAP
        name = shorten(row.name, room, lambda text: text_width(text, size))
        with page.marked(Element("TH", element, _SIDE)):
            self._put(page, name, x + NUMBER, base, size)
        for at in range(len(self.block.days)):
            sign = row.signs[at] if at < len(row.signs) else ""
            left = x + self.first + at * self.cell
            with page.marked(Element("TD", element)):
                self._put(page, sign, left, base, size * 0.85, in_cell=True)

    def _put(
        self,
        page: Page,
        text: str,
        left: float,
        base: float,
        size: float,
        *,
        in_cell: bool = False,
        strong: bool = False,
    ) -> None:
        """A text at a place, or in the middle of a cell."""
        line = set_line(text, strong)
        shift = (self.cell - line.width * size) / 2 if in_cell else 0.0
        page.text(line, left + shift, base, size, colours.INK)
