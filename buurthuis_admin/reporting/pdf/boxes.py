# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boxes: blocks that know how high they are, how they split and how they are drawn.

A box is made for a width; the pages put it at a place.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from copy import copy
from itertools import accumulate

from buurthuis_admin.reporting.charts import BarChart, MonthChart
from buurthuis_admin.reporting.content import KeyFigure
from buurthuis_admin.reporting.drawing import Drawing, Label, Rectangle, lay_out
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Preset,
    TextStyle,
)
from buurthuis_admin.reporting.pdf.tagging import Element, utf16
from buurthuis_admin.reporting.pdf.text import Line, set_line, text_width, wrap
from buurthuis_admin.reporting.pdf.words import OnLine, on_lines
from buurthuis_admin.reporting.told import Told

BASE_LINE = 0.76  # where the base line stands in the leading, from its top
FEWEST_LINES = 2  # on either side of a page break
LINES_KEPT_WHOLE = 24


class Box(ABC):
    """A piece of the text column."""

    before = 0.0
    after = 0.0
    keep_with_next = False
    belongs_above = False  # it says something of what stands above it
    tail = 0.0  # the height of what says something of its end, and stands on the same page
    name = ""  # the part of the report that it belongs to
    bare = False  # a page of its own, to the edges of the paper and without a foot
    paper = (PAGE_WIDTH, PAGE_HEIGHT)

    @property
    @abstractmethod
    def height(self) -> float:
        """How much of the column it takes."""

    @property
    def least(self) -> float:
        """How much must fit for it to begin on a page."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:  # noqa: ARG002
        """Two boxes of which the first fits the room; None when it is not to be split."""
        return None

    @abstractmethod
    def draw(self, page: Page, x: float, top: float) -> None:
        """Put it on the page."""


def draw_line(page: Page, line: Line, x: float, top: float, style: TextStyle) -> None:
    """A line of text whose leading begins at ``top``."""
    page.text(line, x, top + style.leading * BASE_LINE, style.size, style.colour)


class TextBox(Box):
    """A text of one style: a heading, a paragraph, a caption."""

    def __init__(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        tag: str = "P",
        figures: Sequence[Sequence[OnLine]] = (),
    ) -> None:
        self.lines, self.style, self.tag = tuple(lines), style, tag
        self.figures = tuple(figures) or ((),) * len(self.lines)  # those on each line
        self.before, self.after = style.before, style.after
        self.element: Element | None = None
        self.bookmark: tuple[str, int] | None = None

    @classmethod
    def of(
        cls,
        text: str,
        style: TextStyle,
        width: float,
        tag: str = "P",
        figures: Sequence[Told] = (),
    ) -> TextBox:
        """The text broken to a width; ``figures``: the parts of it that can be explained."""
        lines = wrap(text, style.size, width, style.strong)
        return cls(lines, style, tag, on_lines(lines, text, figures))

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        return min(len(self.lines), FEWEST_LINES + 1) * self.style.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = min(int(room / self.style.leading), len(self.lines) - FEWEST_LINES)
        if fitting < FEWEST_LINES:
            return None
        first, rest = (self._part(one) for one in (slice(fitting), slice(fitting, None)))
        rest.before = first.after = 0.0
        first.continued_by(rest)
        return first, rest

    def _part(self, some: slice) -> TextBox:
        part = TextBox(self.lines[some], self.style, self.tag, self.figures[some])
        part.name = self.name
        return part

    def continued_by(self, rest: TextBox) -> None:
        """Make another box the rest of this one: one element of the structure for both."""
        self._rest = rest

    def draw(self, page: Page, x: float, top: float) -> None:
        if self.bookmark:
            page.bookmark(*self.bookmark, top)
        element = self.element or Element(self.tag, page.structure.root)
        if rest := getattr(self, "_rest", None):
            rest.element = element
        with page.marked(element):
            for line, figures in zip(self.lines, self.figures, strict=True):
                draw_line(page, line, x, top, self.style)
                for one in figures:
                    left, width = (part * self.style.size for part in (one.x, one.width))
                    page.note(x + left, top, width, self.style.leading, explain=one.explain)
                top += self.style.leading


class ListBox(Box):
    """Items behind dots, or behind their numbers."""

    DOT = "•"

    def __init__(
        self, items: Sequence[str], style: TextStyle, width: float, numbered: bool = False
    ) -> None:
        self.style, self.indent = style, style.size * 1.2
        self.numbered = numbered
        self.items = [wrap(item, style.size, width - self.indent) for item in items]
        self.gap = style.after / 2
        self.after = style.after
        self.before_it = 0  # how many items stand on pages before this one
        self.first_part = self
        self.element: Element | None = None

    @property
    def height(self) -> float:
        return sum(map(self._height, self.items)) - self.gap

    def _height(self, item: Sequence[Line]) -> float:
        return len(item) * self.style.leading + self.gap

    @property
    def least(self) -> float:
        if self.height <= LINES_KEPT_WHOLE * self.style.leading:
            return self.height
        return sum(map(self._height, self.items[:FEWEST_LINES]))

    def split(self, room: float) -> tuple[Box, Box] | None:
        ends = accumulate(map(self._height, self.items))
        fitting = min(sum(end - self.gap <= room for end in ends), len(self.items) - 1)
        if not fitting:
            return None
        first, rest = copy(self), copy(self)
        first.items, rest.items = self.items[:fitting], self.items[fitting:]
        first.after = 0.0
        rest.before_it = self.before_it + fitting
        return first, rest

    def draw(self, page: Page, x: float, top: float) -> None:
        first = self.first_part
        whole = first.element = first.element or Element("L", page.structure.root)
        for number, item in enumerate(self.items, self.before_it + 1):
            entry = Element("LI", whole)
            label = f"{number}." if self.numbered else self.DOT
            with page.marked(Element("Lbl", entry)):
                draw_line(page, set_line(label), x, top, self.style)
            with page.marked(Element("LBody", entry)):
                for line in item:
                    draw_line(page, line, x + self.indent, top, self.style)
                    top += self.style.leading
            top += self.gap


_BETWEEN = 16.0  # points, so that two amounts are not read as one


class FiguresBox(Box):
    """Key figures side by side, as a list for who listens."""

    def __init__(self, figures: Sequence[KeyFigure], preset: Preset, width: float) -> None:
        step = width / max(len(figures), 1)
        self.styles = [preset.style(f"figure {part}") for part in ("value", "label", "change")]
        self.styles[0] = _fitting([item.value for item in figures], self.styles[0], step - _BETWEEN)
        self.widths = _column_widths([self._wish(item) for item in figures], width)
        self.columns = [
            [
                wrap(text, style.size, room, style.strong) if text else ()
                for text, style in zip(_texts(item), self.styles, strict=True)
            ]
            for item, room in zip(figures, self.widths, strict=True)
        ]
        self.explain = [item.explain for item in figures]
        self.before, self.after = 2.0, 8.0

    def _wish(self, item: KeyFigure) -> float:
        """The width at which nothing of a figure is broken."""
        pairs = zip(_texts(item), self.styles, strict=True)
        return max(text_width(text, style.size, style.strong) for text, style in pairs) + 0.1

    @property
    def height(self) -> float:
        return max(map(self._height, self.columns), default=0.0)

    def _height(self, column: list[tuple[Line, ...]]) -> float:
        return sum(
            len(lines) * style.leading for lines, style in zip(column, self.styles, strict=True)
        )

    def draw(self, page: Page, x: float, top: float) -> None:
        whole = Element("L", page.structure.root)
        left = x
        for at, (column, room) in enumerate(zip(self.columns, self.widths, strict=True)):
            page.note(left, top, room, self._height(column), explain=self.explain[at])
            with page.marked(Element("LBody", Element("LI", whole))):
                self._draw_column(page, column, left, top)
            left += room + _BETWEEN

    def _draw_column(
        self, page: Page, column: list[tuple[Line, ...]], x: float, top: float
    ) -> None:
        for lines, style in zip(column, self.styles, strict=True):
            for line in lines:
                draw_line(page, line, x, top, style)
                top += style.leading


def _texts(item: KeyFigure) -> tuple[str, str, str]:
    return item.value, item.label, item.change


def _column_widths(wishes: Sequence[float], width: float) -> list[float]:
    """Columns of one width where that is enough for each, else room from the one for the other."""
    even = (width - _BETWEEN * (len(wishes) - 1)) / max(len(wishes), 1)
    left = even * len(wishes) - sum(wishes)
    if max(wishes, default=0.0) <= even or left < 0:
        return [even for _wish in wishes]
    return [wish + left / len(wishes) for wish in wishes]


def _fitting(values: Sequence[str], style: TextStyle, width: float) -> TextStyle:
    """A style in which no figure breaks in two; never smaller than half."""
    widest = max((text_width(value, style.size, style.strong) for value in values), default=0.0)
    return style.scaled(max(0.5, 0.99 * width / widest)) if widest > width else style


class ChartBox(Box):
    """A chart: one figure with its alternative text."""

    def __init__(self, chart: BarChart | MonthChart, style: TextStyle, width: float) -> None:
        self.drawing: Drawing = lay_out(chart, width, style.size, text_width)
        self.alt = chart.alt
        self.before, self.after = style.before, style.after

    @property
    def height(self) -> float:
        return self.drawing.height

    def draw(self, page: Page, x: float, top: float) -> None:
        lower = PAGE_HEIGHT - top - self.height
        sides = f"{x:.2f} {lower:.2f} {x + self.drawing.width:.2f} {PAGE_HEIGHT - top:.2f}"
        figure = Element(
            "Figure",
            page.structure.root,
            f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>/Alt {utf16(self.alt)}",
        )
        with page.marked(figure):
            for shape in self.drawing.shapes:
                if isinstance(shape, Label):
                    _draw_label(page, shape, x, top)
                elif isinstance(shape, Rectangle):
                    page.box(x + shape.x, top + shape.y, shape.width, shape.height, shape.colour)
                else:
                    page.stroke(
                        x + shape.x1, top + shape.y1, x + shape.x2, top + shape.y2,
                        shape.width, shape.colour,
                    )  # fmt: skip


def _draw_label(page: Page, label: Label, x: float, top: float) -> None:
    line = set_line(label.text, label.strong)
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * line.width * label.size
    left, width = x + label.x - shift, line.width * label.size
    high = label.size * 1.6
    page.note(left - 3, top + label.y - high * 0.75, width + 6, high, explain=label.explain)
    page.text(line, left, top + label.y, label.size, label.colour)
