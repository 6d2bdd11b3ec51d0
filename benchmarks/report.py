# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report of forty pages beside the same pages drawn with reportlab alone.

Ours: a ``content.Document`` to a tagged PDF. Theirs: platypus with the same fonts, texts, columns,
rows and marks of the charts, and no tags, bookmarks, other scripts or total of pages. Both begin
with the same lists of strings and end with the bytes of a compressed file.
"""

from __future__ import annotations

import datetime
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from buurthuis_admin.reporting import colours, content
from buurthuis_admin.reporting.charts import Bar, BarChart
from buurthuis_admin.reporting.drawing import Drawing as LaidOut
from buurthuis_admin.reporting.drawing import Label, Rectangle, lay_out
from buurthuis_admin.reporting.pdf import Preset, render
from buurthuis_admin.reporting.pdf.fonts import load_face, names_for
from buurthuis_admin.reporting.pdf.styles import (
    FOOTER_BASE,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
)
from buurthuis_admin.reporting.pdf.tables import PADDING
from buurthuis_admin.reporting.pdf.text import text_width

TARGET = 1.5
ROUNDS = 9
ROWS = 2000
CHARTS = 10
COLUMNS = ("Activiteit", "Datum", "Met naam", "Zonder naam", "Bezoeken", "Gemiddeld")
NAMES = ("Koffieochtend", "Samen eten", "Stoelyoga", "Taalcafé", "Wandelgroep", "Handwerken")
WORDS = "Iedereen in de buurt is welkom, ook wie de taal nog leert of slecht ter been is. "
SMALL = Preset("small", 0.71)  # with 2.000 rows, forty pages


def table_rows(count: int) -> list[tuple[str, ...]]:
    """Lines as a report has them: names that come back, numbers that differ."""
    return [
        (
            f"{NAMES[at % 6]} {at % 40}",
            f"{at % 28 + 1:02d}-{at % 12 + 1:02d}-2022",
            str(at * 7 % 61),
            str(at * 3 % 17),
            f"{at * 13 % 4999:,}".replace(",", "."),
            f"{at % 40},{at % 10}",
        )
        for at in range(count)
    ]


def charts() -> list[BarChart]:
    """Ten charts of eight bars, each with last year's tick."""
    return [
        BarChart(
            bars=tuple(
                Bar(
                    label=f"{NAMES[at % 6]} {at}",
                    value=900 - 100 * at + chart,
                    text=str(900 - 100 * at + chart),
                    before=850 - 90 * at,
                )
                for at in range(8)
            ),
            alt="Staafdiagram van de bezoeken per activiteit.",
        )
        for chart in range(CHARTS)
    ]


# Ours


def document(
    rows: Sequence[tuple[str, ...]], more: Sequence[content.Block] = ()
) -> content.Document:
    """The pages as neutral blocks, and more behind them."""
    blocks: list[content.Block] = [content.Heading("Bijlage")]
    for at, chart in enumerate(charts()):
        blocks += [
            content.Heading(f"Bevinding {at}", 2),
            content.Caption("Bezoeken per activiteit in 2022; streepje = 2021"),
            chart,
            content.Source(
                "Bron: presentielijsten. Een bezoek is één persoon bij één bijeenkomst."
            ),
            content.Paragraph(WORDS * 3),
        ]
    columns = [
        content.Column(title, content.Align.START if at < 2 else content.Align.END)
        for at, title in enumerate(COLUMNS)
    ]
    table = content.Table(columns=tuple(columns), rows=tuple(map(content.Row, rows)))
    return content.Document(
        title="Jaarverslag 2022",
        language="nl",
        created=datetime.date(2023, 2, 14),
        running_title="Buurthuis De Linde · Jaarverslag 2022",
        page_words="Pagina {page} van {pages}",
        blocks=(*blocks, table, *more),
    )


# Reportlab alone


def platypus_pages(rows: Sequence[tuple[str, ...]], more: Sequence[Flowable] = ()) -> bytes:
    """The same pages as reportlab's own users would write them, and more behind them."""
    regular, strong = names_for(False)[0], names_for(True)[0]
    styles = {name: paragraph_style(name) for name in _PARAGRAPHS}
    story: list[Flowable] = [Paragraph("Bijlage", styles["heading 1"])]
    for at, chart in enumerate(charts()):
        story += [
            Paragraph(f"Bevinding {at}", styles["heading 2"]),
            Paragraph("Bezoeken per activiteit in 2022; streepje = 2021", styles["caption"]),
            _drawing(chart, regular, strong),
            Paragraph(
                "Bron: presentielijsten. Een bezoek is één persoon bij één bijeenkomst.",
                styles["source"],
            ),
            Paragraph(WORDS * 3, styles["body"]),
        ]
    story += [Spacer(1, 8), _table(rows, regular, strong), *more]
    return _built(story, regular)


_PARAGRAPHS = ("heading 1", "heading 2", "caption", "source", "body")


def paragraph_style(name: str) -> ParagraphStyle:
    """A style of ours as one of reportlab's own."""
    style = SMALL.style(name)
    return ParagraphStyle(
        name,
        fontName=names_for(style.strong)[0],
        fontSize=style.size,
        leading=style.leading,
        textColor=HexColor(style.colour),
        spaceBefore=style.before,
        spaceAfter=style.after,
        alignment=TA_LEFT,
        keepWithNext=name.startswith(("heading", "caption")),
    )


def _drawing(chart: BarChart, regular: str, strong: str) -> Drawing:
    """The marks of the chart as reportlab's shapes; their places cost it nothing."""
    laid_out = _PLACES.setdefault(
        chart.bars[0].text, lay_out(chart, TEXT_WIDTH, SMALL.style("chart").size, text_width)
    )
    drawing = Drawing(laid_out.width, laid_out.height)
    for shape in laid_out.shapes:
        if isinstance(shape, Label):
            font = strong if shape.strong else regular
            y = laid_out.height - shape.y
            drawing.add(
                String(shape.x, y, shape.text, fontName=font, fontSize=shape.size,
                       fillColor=HexColor(shape.colour))
            )  # fmt: skip
        elif isinstance(shape, Rectangle):
            y = laid_out.height - shape.y - shape.height
            fill = HexColor(shape.colour)
            drawing.add(
                Rect(shape.x, y, shape.width, shape.height, fillColor=fill, strokeColor=None)
            )
        else:
            top, low = laid_out.height - shape.y1, laid_out.height - shape.y2
            ink = HexColor(shape.colour)
            drawing.add(
                Line(shape.x1, top, shape.x2, low, strokeColor=ink, strokeWidth=shape.width)
            )
    return drawing


_PLACES: dict[str, LaidOut] = {}


def _table(rows: Sequence[tuple[str, ...]], regular: str, strong: str) -> Table:
    style = SMALL.style("table")
    padding = PADDING * style.size
    widths = [TEXT_WIDTH * share for share in (0.3, 0.14, 0.14, 0.14, 0.14, 0.14)]
    height = style.leading + 2 * padding
    return Table(
        [COLUMNS, *rows],
        colWidths=widths,
        rowHeights=[height] * (len(rows) + 1),  # given, so that it need not measure
        repeatRows=1,
        style=TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), regular, style.size, style.leading),
                ("FONT", (0, 0), (-1, 0), strong, style.size, style.leading),
                ("TEXTCOLOR", (0, 0), (-1, 0), HexColor(colours.SOFT_INK)),
                ("ALIGN", (2, 0), (-1, -1), "RIGHT"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), padding),
                ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
                ("LINEBELOW", (0, 0), (-1, 0), 0.9, HexColor(colours.SOFT_INK)),
                ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor(colours.RULE)),
            ]
        ),
    )


def _built(story: list[Flowable], regular: str) -> bytes:
    output = io.BytesIO()
    template = BaseDocTemplate(
        output, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1,
        initialFontName=regular,
    )  # fmt: skip
    size = SMALL.style("footer").size

    def footer(canvas: Canvas, _template: BaseDocTemplate) -> None:
        canvas.setFont(regular, size)
        canvas.drawString(MARGIN, FOOTER_BASE, "Buurthuis De Linde · Jaarverslag 2022")
        canvas.drawRightString(PAGE_WIDTH - MARGIN, FOOTER_BASE, f"Pagina {canvas.getPageNumber()}")

    frame = Frame(
        MARGIN, MARGIN, TEXT_WIDTH, PAGE_HEIGHT - 2 * MARGIN,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    template.addPageTemplates([PageTemplate(frames=[frame], onPage=footer)])
    template.build(story)
    return output.getvalue()


# Side by side


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def side_by_side(rows: int, rounds: int) -> tuple[float, float]:
    """The medians of ours and of reportlab alone, taken in turn so that both share the weather."""
    lines = table_rows(rows)
    ours, theirs = [], []
    for _round in range(rounds):
        ours.append(seconds(lambda: render(document(lines), preset=SMALL)))
        theirs.append(seconds(lambda: platypus_pages(lines)))
    return statistics.median(ours), statistics.median(theirs)


def pages_of(pdf: bytes) -> int:
    """How many pages a file has."""
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ")


def main() -> int:
    """Print the ratio and how the time grows; 1 when the target is missed."""
    for strong in (False, True):  # both know the fonts before the clock runs
        load_face(names_for(strong)[0])
    lines = table_rows(ROWS)
    mine, plain = render(document(lines), preset=SMALL), platypus_pages(lines)
    print(f"report: {pages_of(mine)} pages beside {pages_of(plain)}, {CHARTS} charts, {ROWS} rows")
    ours, theirs = side_by_side(ROWS, ROUNDS)
    ratio = ours / theirs
    print(
        f"RATIO report {ratio:.2f} target {TARGET} "
        f"(ours {ours:.3f} s, reportlab alone {theirs:.3f} s)"
    )
    for rows in (1_000, 10_000):
        ours, theirs = side_by_side(rows, 1)
        print(f"GROWTH report {rows} rows: {ours:.3f} s, reportlab alone {theirs:.3f} s")
    many = table_rows(100_000)  # reportlab alone takes over a minute: its time is not taken
    print(
        f"GROWTH report 100000 rows: {seconds(lambda: render(document(many), preset=SMALL)):.3f} s"
    )
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
