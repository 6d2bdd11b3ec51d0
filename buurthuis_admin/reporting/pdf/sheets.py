# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sheets to fill in by hand: rows to tick, lines to tally on, and codes of bars to scan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportlab.graphics.barcode.code128 import Code128

from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import (
    BarCode,
    SheetMatrix,
    SheetRow,
    SheetRows,
    TallyBoxes,
)
from buurthuis_admin.reporting.drawing import shorten
from buurthuis_admin.reporting.pdf.boxes import Box
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.equal_rows import EqualRowsBox
from buurthuis_admin.reporting.pdf.matrix import MatrixBox
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT, TextStyle
from buurthuis_admin.reporting.pdf.tagging import Element, utf16
from buurthuis_admin.reporting.pdf.text import set_line, text_width

MODULE = 0.85  # 0.3 mm: what a cheap scanner reads at a hand's length
BAR_HEIGHT = 17.0
LARGE_HEIGHT = 30.0
ROW = 27.0  # room for a pen, and for the white around the bars
HEAD = 18.0
TICK = 13.0
NUMBER_WIDTH, TICK_WIDTH, GAP = 26.0, 34.0, 14.0
_HEAD = "/A<</O/Table/Scope/Column>>"
_SIDE = "/A<</O/Table/Scope/Row>>"


@lru_cache(maxsize=4096)
def bars(text: str) -> str:
    """The bars (capitals) and spaces of a code, A for one module to D for four."""
    code = Code128(text, quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    return str(code.decomposed)


def bars_width(text: str, module: float = MODULE) -> float:
    """How wide a code is, without the white on both sides."""
    return sum(_modules(sign) for sign in bars(text)) * module


def draw_bars(
    page: Page, text: str, x: float, top: float, height: float, module: float = MODULE
) -> None:
    """The bars of a code from their upper left corner."""
    for sign in bars(text):
        width = _modules(sign) * module
        if sign.isupper():
            page.box(x, top, width, height, colours.INK)
        x += width


def _modules(sign: str) -> int:
    return ord(sign.upper()) - ord("A") + 1


def figure(x: float, top: float, width: float, height: float, alt: str) -> str:
    """What a figure says of itself: where it stands, and its words for who listens."""
    sides = f"{x:.2f} {PAGE_HEIGHT - top - height:.2f} {x + width:.2f} {PAGE_HEIGHT - top:.2f}"
    return f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>/Alt {utf16(alt)}"


def _square(page: Page, x: float, top: float, width: float, height: float) -> None:
    for x1, y1, x2, y2 in (
        (x, top, x + width, top),
        (x, top + height, x + width, top + height),
        (x, top, x, top + height),
        (x + width, top, x + width, top + height),
    ):
        page.stroke(x1, y1, x2, y2, 0.9, colours.INK)


class BarCodeBox(Box):
    """A large code with words at its right."""

    def __init__(self, code: BarCode, style: TextStyle, width: float) -> None:
        self.code, self.style, self.width = code, style, width
        self.bars_width = bars_width(code.text, MODULE * 1.3)
        self.before = self.after = 8.0

    @property
    def height(self) -> float:
        return LARGE_HEIGHT

    def draw(self, page: Page, x: float, top: float) -> None:
        alt = figure(x, top, self.bars_width, LARGE_HEIGHT, self.code.alt)
        with page.marked(Element("Figure", page.structure.root, alt)):
            draw_bars(page, self.code.text, x, top, LARGE_HEIGHT, MODULE * 1.3)
        left = x + self.bars_width + 2 * GAP
        size = self.style.size
        told = shorten(self.code.told, x + self.width - left, lambda text: text_width(text, size))
        with page.marked(Element("P", page.structure.root)):
            base = top + LARGE_HEIGHT / 2 + size * 0.35
            page.text(set_line(told), left, base, size, colours.SOFT_INK)


class SheetRowsBox(EqualRowsBox[SheetRow]):
    """Rows with a number, a box to tick, a name or a line to write on, and bars at the right."""

    row_height, head_height = ROW, HEAD

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[SheetRow],
        style: TextStyle,
        width: float,
        summary: str,
    ) -> None:
        self.columns, self.rows, self.style, self.width = columns, rows, style, width
        self.summary = summary
        self.after = 10.0
        self.element: Element | None = None
        self.first_part = self
        self.code_width = max((bars_width(row.code) for row in rows if row.code), default=0.0)

    @classmethod
    def of(cls, block: SheetRows, style: TextStyle, width: float) -> SheetRowsBox:
        """All rows in one box."""
        return cls(block.columns, block.rows, style, width, block.summary)

    def _part(self, rows: Sequence[SheetRow]) -> SheetRowsBox:
        part = SheetRowsBox(self.columns, rows, self.style, self.width, self.summary)
        part.first_part = self.first_part
        part.code_width = self.first_part.code_width
        return part

    def draw(self, page: Page, x: float, top: float) -> None:
        first = self.first_part
        continued = first.element is not None
        if first.element is None:
            summary = f"/A<</O/Table/Summary {utf16(self.summary)}>>"
            first.element = Element("Table", page.structure.root, summary)
        self._draw_furniture(page, x, top)
        self._draw_head(page, None if continued else Element("TR", first.element), x, top)
        top += HEAD
        for row in self.rows:
            self._draw_row(page, row, Element("TR", first.element), x, top)
            top += ROW

    @property
    def _lefts(self) -> tuple[float, float, float, float]:
        name = NUMBER_WIDTH + TICK_WIDTH
        return 0.0, NUMBER_WIDTH, name, self.width - self.code_width

    def _draw_furniture(self, page: Page, x: float, top: float) -> None:
        """Rules, boxes to tick and lines to write on: for eye and pen alone."""
        with page.furniture():
            page.stroke(x, top + HEAD, x + self.width, top + HEAD, 0.9, colours.SOFT_INK)
            for at, row in enumerate(self.rows):
                low = top + HEAD + (at + 1) * ROW
                page.stroke(x, low, x + self.width, low, 0.4, colours.RULE)
                _square(page, x + NUMBER_WIDTH, low - ROW + (ROW - TICK) / 2, TICK, TICK)
                if not row.name:
                    left = x + self._lefts[2]
                    page.stroke(left, low - 6, x + self.width, low - 6, 0.6, colours.SOFT_INK)

    def _draw_head(self, page: Page, row: Element | None, x: float, top: float) -> None:
        size = self.style.size * 0.85
        if row is None:  # heard once is enough
            page.begin_furniture("Pagination")
        for left, title in zip(self._lefts, self.columns, strict=True):
            if row is not None:
                page.begin(Element("TH", row, _HEAD))
            page.text(set_line(title, True), x + left, top + HEAD - 6, size, colours.SOFT_INK)
            if row is not None:
                page.end()
        if row is None:
            page.end()

    def _draw_row(self, page: Page, row: SheetRow, element: Element, x: float, top: float) -> None:
        size = self.style.size
        base = top + ROW / 2 + size * 0.35
        lefts = self._lefts
        with page.marked(Element("TH", element, _SIDE)):
            page.text(set_line(str(row.number), True), x, base, size, colours.INK)
        with page.marked(Element("TD", element)):
            page.text(set_line(""), x + lefts[1], base, size, colours.INK)
        room = lefts[3] - lefts[2] - GAP
        name = shorten(row.name, room, lambda text: text_width(text, size * 1.1))
        with page.marked(Element("TD", element)):
            page.text(set_line(name), x + lefts[2], base, size * 1.1, colours.INK)
        with page.marked(Element("TD", element)):
            if row.code:
                draw_bars(page, row.code, x + lefts[3], top + (ROW - BAR_HEIGHT) / 2, BAR_HEIGHT)
            else:
                page.text(set_line(""), x + lefts[3], base, size, colours.INK)


class TallyBox(Box):
    """Kinds of visitors with room for strokes, and boxes for their numbers and the total."""

    LINE = 32.0
    NUMBER = 56.0

    def __init__(self, block: TallyBoxes, style: TextStyle, width: float) -> None:
        self.block, self.style, self.width = block, style, width
        self.before, self.after = 10.0, 8.0

    @property
    def height(self) -> float:
        return (len(self.block.kinds) + 1) * self.LINE

    def _lines(self) -> Iterator[tuple[str, bool]]:
        yield from ((kind, False) for kind in self.block.kinds)
        yield self.block.total, True

    def draw(self, page: Page, x: float, top: float) -> None:
        summary = f"/A<</O/Table/Summary {utf16(self.block.summary)}>>"
        table = Element("Table", page.structure.root, summary)
        for text, strong in self._lines():
            row = Element("TR", table)
            base = top + self.LINE / 2 + self.style.size * 0.35
            with page.marked(Element("TH", row, _SIDE)):
                page.text(set_line(text, strong), x, base, self.style.size, colours.INK)
            with page.furniture():
                side = self.LINE - 8
                _square(page, x + self.width - self.NUMBER, top + 4, self.NUMBER, side)
                page.stroke(x, top + self.LINE, x + self.width, top + self.LINE, 0.4, colours.RULE)
            top += self.LINE


def sheet_box(
    block: BarCode | SheetRows | SheetMatrix | TallyBoxes, style: TextStyle, width: float
) -> Box:
    """The box of a part of a sheet."""
    match block:
        case BarCode():
            return BarCodeBox(block, style, width)
        case SheetRows():
            return SheetRowsBox.of(block, style, width)
        case SheetMatrix():
            return MatrixBox(block, block.rows, style, width)
        case TallyBoxes():
            return TallyBox(block, style, width)
