# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts start at zero, keep their proportions, and no label meets another mark."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.reporting.charts import Bar, BarChart, MonthChart, MonthSeries
from buurthuis_admin.reporting.drawing import (
    Drawing,
    Label,
    Rectangle,
    Shape,
    Stroke,
    lay_out,
    shorten,
)
from buurthuis_admin.reporting.pdf.text import text_width
from buurthuis_admin.reporting.svg import chart_as_svg

WIDTH, SIZE = 480.0, 9.0
MONTHS = tuple("jan feb mrt apr mei jun jul aug sep okt nov dec".split())
numbers = st.integers(0, 5000)
bars = st.lists(st.tuples(numbers, st.none() | numbers), min_size=1, max_size=8)
year = st.lists(numbers, min_size=12, max_size=12).map(tuple)


def bar_chart(values: list[tuple[int, int | None]]) -> BarChart:
    return BarChart(
        bars=tuple(
            Bar(label=f"Naam {at}", value=value, text=str(value), before=before)
            for at, (value, before) in enumerate(values)
        ),
        alt="",
    )


def month_chart(*years: tuple[int, ...], before: tuple[int, ...] = ()) -> MonthChart:
    series = tuple(
        MonthSeries(name=f"Serie {at}", values=values, before=before, texts=tuple(map(str, values)))
        for at, values in enumerate(years)
    )
    return MonthChart(series=series, month_names=MONTHS, alt="")


def drawn(chart: BarChart | MonthChart) -> Drawing:
    return lay_out(chart, WIDTH, SIZE, text_width)


def edges(shape: Shape) -> tuple[float, float]:
    """Left and right of a shape."""
    if isinstance(shape, Rectangle):
        return shape.x, shape.x + shape.width
    if isinstance(shape, Stroke):
        return min(shape.x1, shape.x2), max(shape.x1, shape.x2)
    wide = text_width(shape.text, shape.size, shape.strong)
    left = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
    return left, left + wide


@given(bars)
def test_bars_start_at_zero_and_are_as_long_as_their_numbers(
    values: list[tuple[int, int | None]],
) -> None:
    rectangles = [item for item in drawn(bar_chart(values)).shapes if isinstance(item, Rectangle)]
    shown = [value for value, _before in values if value]
    assert len(rectangles) == len(shown)
    assert len({item.x for item in rectangles}) <= 1
    for item, value in zip(rectangles, shown, strict=True):
        assert abs(item.width * max(shown) - max(item.width for item in rectangles) * value) < 1e-3


@given(bars)
def test_numbers_stand_right_of_bar_and_tick(values: list[tuple[int, int | None]]) -> None:
    shapes = drawn(bar_chart(values)).shapes
    labels = [item for item in shapes if isinstance(item, Label) and item.strong]
    for label in labels:
        row = [
            item
            for item in shapes
            if not isinstance(item, Label) and _touches(item, label.y - 3, label.y)
        ]
        assert all(edges(item)[1] < label.x for item in row)


def _touches(shape: Rectangle | Stroke, top: float, lower: float) -> bool:
    if isinstance(shape, Rectangle):
        return shape.y < lower and shape.y + shape.height > top
    return shape.y1 < lower and shape.y2 > top


@given(bars)
def test_bars_stay_within_the_width(values: list[tuple[int, int | None]]) -> None:
    for shape in drawn(bar_chart(values)).shapes:
        left, right = edges(shape)
        assert left >= -0.01
        assert right <= WIDTH + 0.01


@given(year, st.just(()) | year)
def test_months_stay_within_the_drawing(values: tuple[int, ...], before: tuple[int, ...]) -> None:
    drawing = drawn(month_chart(values, before=before))
    for shape in drawing.shapes:
        left, right = edges(shape)
        assert left >= -2.0
        assert right <= WIDTH + 2.0
    labels = [item for item in drawing.shapes if isinstance(item, Label) and item.strong]
    assert len(labels) == 12
    assert all(item.y - item.size * 0.72 >= 0 for item in labels)
    places = [edges(item) for item in labels]
    assert all(left[1] <= right[0] + 0.01 for left, right in pairwise(places))


@given(st.lists(year, min_size=2, max_size=5))
def test_small_charts_share_one_scale(years: list[tuple[int, ...]]) -> None:
    columns = [item for item in drawn(month_chart(*years)).shapes if isinstance(item, Rectangle)]
    values = [value for values in years for value in values if value]
    assert len(columns) == len(values)
    for column, value in zip(columns, values, strict=True):
        assert abs(column.height * max(values) - max(c.height for c in columns) * value) < 1e-3


def test_a_group_that_is_kept_back_has_no_bar() -> None:
    chart = BarChart(bars=(Bar(label="4–11", value=None, text="< 5"),), alt="")
    assert not [item for item in drawn(chart).shapes if not isinstance(item, Label)]


def test_a_long_name_is_cut_off_before_the_bars() -> None:
    chart = BarChart(bars=(Bar(label="Samen " * 40, value=3, text="3"),), alt="")
    name = next(item for item in drawn(chart).shapes if isinstance(item, Label))
    assert name.text.endswith("…")
    assert edges(name)[1] < WIDTH / 2


def test_shorten_leaves_short_texts_alone() -> None:
    assert shorten("kort", 4, len) == "kort"
    assert shorten("veel te lang", 6, len) == "veel…"
    assert shorten("lang", 0, len) == "…"


def test_the_screen_gets_the_same_drawing_as_valid_xml() -> None:
    chart = BarChart(
        bars=(Bar(label="Koffie & <b>\x00", value=3, text="3", before=2),), alt="Thee & <koek>"
    )
    root = ElementTree.fromstring(chart_as_svg(chart, 300))
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Thee & <koek>"
    assert [text.text for text in root.iter(f"{space}text")] == ["Koffie & <b>", "3"]
    assert len(list(root.iter(f"{space}rect"))) == 1
    assert len(list(root.iter(f"{space}line"))) == 1
