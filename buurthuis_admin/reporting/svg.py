# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Charts as SVG, for the screen: the very drawing that the report prints."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from buurthuis_admin.reporting.charts import BarChart, MonthChart
from buurthuis_admin.reporting.drawing import Drawing, Label, Rectangle, Shape, lay_out
from buurthuis_admin.reporting.pdf.text import printable, text_width


def chart_as_svg(chart: BarChart | MonthChart, width: float, size: float = 10.0) -> str:
    """An SVG of a chart, in a width in pixels and with labels of a size in pixels."""
    return _svg(lay_out(chart, width, size, text_width), chart.alt)


def _svg(drawing: Drawing, alt: str) -> str:
    shapes = "".join(_shape(shape) for shape in drawing.shapes)
    size = f'width="{drawing.width:g}" height="{drawing.height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" font-family="Noto Sans">'
        f"<title>{escape(printable(alt))}</title>{shapes}</svg>"
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, Rectangle):
        return (
            f'<rect x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" '
            f'height="{shape.height:.2f}" fill="{shape.colour}"/>'
        )
    if isinstance(shape, Label):
        return _label(shape)
    return (
        f'<line x1="{shape.x1:.2f}" y1="{shape.y1:.2f}" x2="{shape.x2:.2f}" y2="{shape.y2:.2f}" '
        f'stroke="{shape.colour}" stroke-width="{shape.width:g}"/>'
    )


def _label(label: Label) -> str:
    weight = ' font-weight="600"' if label.strong else ""
    anchor = "" if label.anchor == "start" else f" text-anchor={quoteattr(label.anchor)}"
    return (
        f'<text x="{label.x:.2f}" y="{label.y:.2f}" font-size="{label.size:.2f}" '
        f'fill="{label.colour}"{weight}{anchor}>{escape(printable(label.text))}</text>'
    )
