# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts laid out: each description becomes rectangles, lines and labels at fixed places.

Places are in points with y going down, so that paper (``pdf``) and screen (``svg``) draw the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.charts import MONTHS, Bar, BarChart, MonthChart, MonthSeries

# The width in points of a text in a size; the flag asks for the strong weight.
Measure: TypeAlias = Callable[[str, float, bool], float]

GAP = 5.0
SMALL_MULTIPLES_HEIGHT = 4.2  # in lines of text
FEWEST_COLUMNS = 6  # of a wide chart: fewer months do not become walls


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text on a base line at ``y``; ``anchor`` is 'start', 'middle' or 'end'."""

    x: float
    y: float
    text: str
    size: float
    strong: bool = False
    colour: str = colours.INK
    anchor: str = "start"
    explain: str = ""


Shape: TypeAlias = Rectangle | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart that only needs to be drawn."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def lay_out(chart: BarChart | MonthChart, width: float, size: float, measure: Measure) -> Drawing:
    """The drawing of a chart in a width, with labels of a type size."""
    if isinstance(chart, BarChart):
        return _Bars(chart, width, size, measure).drawing()
    if len(chart.series) == 1:
        return _wide_months(chart, width, size, measure)
    return _small_multiples(chart, width, size, measure)


def shorten(text: str, width: float, measure: Callable[[str], float]) -> str:
    """The text, cut off with an ellipsis where it would be too wide."""
    if measure(text) <= width:
        return text
    end = len(text)
    while end and measure(text[:end].rstrip() + "…") > width:
        end -= 1
    return text[:end].rstrip() + "…"


class _Bars:
    """Lying bars with their names before and their numbers behind them."""

    def __init__(self, chart: BarChart, width: float, size: float, measure: Measure) -> None:
        self.chart, self.width, self.size, self.measure = chart, width, size, measure
        self.row = size * 1.8
        self.left = self._label_width() + 2 * GAP
        known = [number for bar in chart.bars for number in (bar.value, bar.before) if number]
        self.scale = self._room() / max(known, default=1)

    def _label_width(self) -> float:
        widest = max(
            (self.measure(bar.label, self.size, False) for bar in self.chart.bars), default=0
        )
        return min(widest, self.width * 0.4)

    def _room(self) -> float:
        texts = max((self.measure(bar.text, self.size, True) for bar in self.chart.bars), default=0)
        return max(self.width - self.left - texts - 2 * GAP, 1.0)

    def drawing(self) -> Drawing:
        shapes = [shape for at, bar in enumerate(self.chart.bars) for shape in self._bar(bar, at)]
        return Drawing(self.width, self.row * len(self.chart.bars), tuple(shapes))

    def _bar(self, bar: Bar, at: int) -> Iterator[Shape]:
        top = at * self.row
        base = top + self.row / 2 + self.size * 0.36
        yield Label(0, base, self._short(bar.label), self.size)
        length = (bar.value or 0) * self.scale
        if length:
            yield Rectangle(self.left, top + self.row * 0.19, length, self.row * 0.62, colours.TEAL)
        end = length
        if bar.before is not None:
            end = max(length, bar.before * self.scale)
            yield self._tick(bar.before * self.scale, top)
        place = self.left + end + GAP
        yield Label(place, base, bar.text, self.size, strong=True, explain=bar.explain)

    def _tick(self, place: float, top: float) -> Stroke:
        x = self.left + place
        return Stroke(x, top + self.row * 0.08, x, top + self.row * 0.92, 1.4, colours.INK)

    def _short(self, label: str) -> str:
        width = self.left - 2 * GAP
        return shorten(label, width + 0.01, lambda text: self.measure(text, self.size, False))


def _wide_months(chart: MonthChart, width: float, size: float, measure: Measure) -> Drawing:
    """One column a month, its number above it and its name below it."""
    months = len(chart.month_names)
    item, step = chart.series[0], width / max(months, FEWEST_COLUMNS)
    small = _fitting_size(item.texts, step - 2, size, measure)
    top, plot = size * 1.6, size * 9.0
    base = top + plot
    shapes: list[Shape] = []
    for month, value in enumerate(item.values):
        x, middle = month * step + step * 0.16, month * step + step / 2
        height = _share(value, chart.top) * plot
        peak = height
        if height:
            shapes.append(Rectangle(x, base - height, step * 0.68, height, colours.TEAL))
        if item.before:
            place = _share(item.before[month], chart.top) * plot
            peak = max(height, place)
            edge = step * 0.06
            shapes.append(
                Stroke(
                    x - edge, base - place, x + step * 0.68 + edge, base - place, 1.4, colours.INK
                )
            )
        text = item.texts[month] if item.texts else str(value)
        name = item.explain[month] if item.explain else ""
        shapes.append(
            Label(middle, base - peak - 3, text, small, strong=True, anchor="middle", explain=name)
        )
        name = chart.month_names[month]
        shapes.append(
            Label(middle, base + size * 1.25, name, size, colour=colours.SOFT_INK, anchor="middle")
        )
    shapes.append(Stroke(0, base, months * step, base, 0.6, colours.SOFT_INK))
    return Drawing(width, base + size * 1.6, tuple(shapes))


def _small_multiples(chart: MonthChart, width: float, size: float, measure: Measure) -> Drawing:
    """The same months for several things, small and on one scale."""
    count = len(chart.series)
    step = width / count
    shapes = [
        shape
        for at, item in enumerate(chart.series)
        for shape in _small_months(chart, item, at * step, step - 2 * GAP, size, measure)
    ]
    return Drawing(width, size * (SMALL_MULTIPLES_HEIGHT + 4.2), tuple(shapes))


def _small_months(
    chart: MonthChart, item: MonthSeries, left: float, width: float, size: float, measure: Measure
) -> Iterator[Shape]:
    name = shorten(item.name, width, lambda text: measure(text, size, True))
    yield Label(left, size, name, size, strong=True)
    base, plot = size * (SMALL_MULTIPLES_HEIGHT + 2.6), size * SMALL_MULTIPLES_HEIGHT
    step = width / MONTHS
    highest = max(item.values, default=0)
    for month, value in enumerate(item.values):
        height = _share(value, chart.top) * plot
        if height:
            yield Rectangle(left + month * step, base - height, step * 0.82, height, colours.TEAL)
    if highest:
        yield from _peak(
            item, highest, left, width, base - _share(highest, chart.top) * plot, size, measure
        )
    yield Stroke(left, base, left + width, base, 0.6, colours.SOFT_INK)
    small, names = size * 0.85, chart.month_names
    yield Label(left, base + size * 1.1, names[0], small, colour=colours.SOFT_INK)
    yield Label(
        left + width, base + size * 1.1, names[-1], small, colour=colours.SOFT_INK, anchor="end"
    )


def _peak(
    item: MonthSeries,
    highest: int,
    left: float,
    width: float,
    top: float,
    size: float,
    measure: Measure,
) -> Iterator[Shape]:
    """The number of the highest month, above its column and inside the small chart."""
    month = item.values.index(highest)
    text, small = (item.texts[month] if item.texts else str(highest)), size * 0.85
    half = measure(text, small, False) / 2
    middle = left + (month + 0.41) * width / MONTHS
    middle = min(max(middle, left + half), left + width - half)
    name = item.explain[month] if item.explain else ""
    yield Label(middle, top - 2.5, text, small, anchor="middle", explain=name)


def _share(value: int, top: int) -> float:
    return value / top if top else 0.0


def _fitting_size(texts: tuple[str, ...], width: float, size: float, measure: Measure) -> float:
    widest = max((measure(text, size, True) for text in texts), default=0.0)
    return size if widest <= width else size * width / widest
