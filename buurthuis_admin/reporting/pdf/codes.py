# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes on paper: groups of signs to type over, and a square code (QR) to scan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import SignGrid, SquareCode
from buurthuis_admin.reporting.pdf.boxes import BASE_LINE, Box, ListBox
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT, Preset, TextStyle
from buurthuis_admin.reporting.pdf.tagging import Element, utf16
from buurthuis_admin.reporting.pdf.text import Line, set_line

SIGN_STEP = 1.0  # of the size: the widest sign nearly fills its place
LABEL_SIZE = 0.62  # of the size of the signs
LABEL_ROOM = 1.6
SIDE = 132.0  # of the square code
GAP = 20.0  # to the steps; more than the white that a scanner asks for
WHITE_ABOVE = 12.0


class SignGridBox(Box):
    """The groups as a table in which every sign has the same room."""

    def __init__(self, grid: SignGrid, preset: Preset, width: float) -> None:
        self.grid, self.width = grid, width
        self.style = preset.style("signs")
        self.after = self.style.after
        self.label_size = self.style.size * LABEL_SIZE
        self.left = self.style.size * LABEL_ROOM
        self.step = (width - self.left) / max(len(grid.columns), 1)
        self.head = self.label_size * 1.5

    @property
    def height(self) -> float:
        return self.head + len(self.grid.rows) * self.style.leading

    def draw(self, page: Page, x: float, top: float) -> None:
        summary = f"/A<</O/Table/Summary {utf16(self.grid.summary)}>>"
        table = Element("Table", page.structure.root, summary)
        self._draw_rules(page, x, top + self.head)
        self._draw_head(page, Element("TR", table), x, top)
        top += self.head
        for label, groups in self.grid.rows:
            self._draw_row(page, Element("TR", table), label, groups, x, top)
            top += self.style.leading

    def _draw_rules(self, page: Page, x: float, top: float) -> None:
        with page.furniture():
            for at in range(len(self.grid.rows) + 1):
                y = top + at * self.style.leading
                page.stroke(x, y, x + self.width, y, 0.6, colours.RULE)

    def _draw_head(self, page: Page, row: Element, x: float, top: float) -> None:
        base = top + self.label_size
        with page.marked(Element("TH", row, "/A<</O/Table/Scope/Column>>")):
            page.text(set_line(""), x, base, self.label_size, colours.SOFT_INK)
        for at, title in enumerate(self.grid.columns):
            with page.marked(Element("TH", row, "/A<</O/Table/Scope/Column>>")):
                self._draw_label(page, title, x + self.left + at * self.step, base)

    def _draw_row(
        self, page: Page, row: Element, label: str, groups: tuple[str, ...], x: float, top: float
    ) -> None:
        base = top + self.style.leading * BASE_LINE
        with page.marked(Element("TH", row, "/A<</O/Table/Scope/Row>>")):
            self._draw_label(page, label, x, base)
        for at, group in enumerate(groups):
            with page.marked(Element("TD", row, f"/ActualText {utf16(group)}")):
                self._draw_signs(page, group, x + self.left + at * self.step, base)

    def _draw_label(self, page: Page, text: str, x: float, base: float) -> None:
        page.text(set_line(text, True), x, base, self.label_size, colours.SOFT_INK)

    def _draw_signs(self, page: Page, group: str, x: float, base: float) -> None:
        size = self.style.size
        for at, line in enumerate(_lines_of(group)):
            middle = x + (at + 0.5) * SIGN_STEP * size
            page.text(line, middle - line.width * size / 2, base, size, self.style.colour)


def _lines_of(group: str) -> Iterator[Line]:
    return (set_line(sign, True) for sign in group)


class SquareCodeBox(Box):
    """The square code at the left, the steps at its right."""

    def __init__(self, code: SquareCode, style: TextStyle, width: float) -> None:
        self.alt = code.alt
        self.rows = _modules(code.text)
        self.steps = ListBox(code.steps, style, width - SIDE - GAP, numbered=True)
        self.before, self.after = WHITE_ABOVE, style.after

    @property
    def height(self) -> float:
        return max(SIDE, self.steps.height)

    def draw(self, page: Page, x: float, top: float) -> None:
        sides = f"{x:.2f} {PAGE_HEIGHT - top - SIDE:.2f} {x + SIDE:.2f} {PAGE_HEIGHT - top:.2f}"
        layout = f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>/Alt {utf16(self.alt)}"
        with page.marked(Element("Figure", page.structure.root, layout)):
            self._draw_code(page, x, top)
        self.steps.draw(page, x + SIDE + GAP, top)

    def _draw_code(self, page: Page, x: float, top: float) -> None:
        """Dark stretches of each row as one rectangle, so that no hair lines part the modules."""
        module = SIDE / len(self.rows)
        for at, row in enumerate(self.rows):
            start = 0
            for dark, stretch in groupby(row):
                length = len(list(stretch))
                if dark:
                    left = x + start * module
                    page.box(left, top + at * module, length * module, module, colours.INK)
                start += length


def _modules(text: str) -> list[list[bool]]:
    """The square code of a text, row by row; a quarter of it may be dirty (level Q)."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]
