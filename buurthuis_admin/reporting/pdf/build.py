# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document to a PDF file: blocks to boxes, boxes to pages, pages to bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from buurthuis_admin.reporting import content
from buurthuis_admin.reporting.charts import BarChart, MonthChart
from buurthuis_admin.reporting.drawing import shorten
from buurthuis_admin.reporting.pdf.boxes import (
    Box,
    ChartBox,
    FiguresBox,
    ListBox,
    TextBox,
)
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.codes import SignGridBox, SquareCodeBox
from buurthuis_admin.reporting.pdf.cover import CoverBox
from buurthuis_admin.reporting.pdf.layout import Break, Gap, Placed, fill
from buurthuis_admin.reporting.pdf.mail import mail_boxes
from buurthuis_admin.reporting.pdf.pictures import MarkBox, PictureBox, SignBox
from buurthuis_admin.reporting.pdf.sheets import sheet_box
from buurthuis_admin.reporting.pdf.styles import (
    FOOTER_BASE,
    MARGIN,
    NORMAL,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    Preset,
    TextStyle,
)
from buurthuis_admin.reporting.pdf.tables import TableBox
from buurthuis_admin.reporting.pdf.text import set_line, text_width, wrap_spans
from buurthuis_admin.reporting.spots import Rendered

_STYLE_OF = {
    content.Lead: "lead",
    content.Paragraph: "body",
    content.Caption: "caption",
    content.Source: "source",
}


def render(document: content.Document, *, preset: Preset = NORMAL) -> bytes:
    """The PDF of a document. The same document gives the same bytes."""
    return render_with_spots(document, preset=preset).content


def render_with_spots(document: content.Document, *, preset: Preset = NORMAL) -> Rendered:
    """The PDF of a document, and where its figures and parts stand."""
    boxes = list(_boxes(document.blocks, preset))
    _keep_together(boxes)
    pages = fill(boxes, PAGE_HEIGHT - 2 * MARGIN)
    page = Page(document)
    gaps = [list(_gaps(placed)) for placed in pages]
    count = len(pages) + sum(gap.pages for behind in gaps for gap in behind)
    number = 0
    for placed, behind in zip(pages, gaps, strict=True):
        number += 1
        _draw_page(page, placed)
        if not any(item.box.bare for item in placed):
            _draw_footer(page, document, number, count, preset.style("footer"))
        page.showPage()
        number += sum(gap.pages for gap in behind)
    places = tuple((at, gap.number) for at, behind in enumerate(gaps, 1) for gap in behind)
    return Rendered(page.finish(), tuple(page.spots), places)


def _gaps(placed: Sequence[Placed]) -> Iterator[Gap]:
    yield from (item.box for item in placed if isinstance(item.box, Gap))


def _keep_together(boxes: Sequence[Box]) -> None:
    """A line that says where a table is from stands on the page on which the table ends."""
    for above, below in pairwise(boxes):
        if not below.belongs_above:
            continue
        if above.least >= above.height:
            above.keep_with_next = True
        else:
            above.tail = max(above.after, below.before) + below.height


def _draw_page(page: Page, placed: Sequence[Placed]) -> None:
    page.setPageSize(placed[0].box.paper)
    for item in placed:
        top = MARGIN + item.top
        page.note(MARGIN, top, TEXT_WIDTH, item.box.height, name=item.box.name)
        item.box.draw(page, MARGIN, top)


def _draw_footer(
    page: Page, document: content.Document, number: int, count: int, style: TextStyle
) -> None:
    """Which report this is and which page: furniture, not read aloud on every page."""
    base = PAGE_HEIGHT - FOOTER_BASE
    where = set_line(document.page_words.format(page=number, pages=count))
    left = PAGE_WIDTH - MARGIN - where.width * style.size
    title = shorten(
        document.running_title, left - 2 * MARGIN, lambda text: text_width(text, style.size)
    )
    with page.furniture("Pagination"):
        page.text(set_line(title), MARGIN, base, style.size, style.colour)
        page.text(where, left, base, style.size, style.colour)


def _boxes(blocks: Sequence[content.Block], preset: Preset) -> Iterator[Box]:
    for block in blocks:
        if isinstance(block, content.Keep):
            kept = [box for part in block.blocks for box in _boxes_of(part, preset)]
            for box in kept[:-1]:
                box.keep_with_next = True
            for box in kept:
                box.name = kept[0].name
            yield from kept
        else:
            yield from _boxes_of(block, preset)


def _boxes_of(block: content.Simple, preset: Preset) -> Iterator[Box]:
    match block:
        case content.Cover():
            yield CoverBox(block, preset, TEXT_WIDTH)
            yield Break()
        case content.Heading():
            yield _heading(block, preset)
        case content.KeyFigures():
            yield FiguresBox(block.items, preset, TEXT_WIDTH)
        case content.BulletList():
            yield ListBox(block.items, preset.style("body"), TEXT_WIDTH)
        case content.Table():
            yield TableBox.of(block, preset.style("table"), TEXT_WIDTH)
        case content.SignGrid():
            yield SignGridBox(block, preset, TEXT_WIDTH)
        case content.SquareCode():
            yield SquareCodeBox(block, preset.style("body"), TEXT_WIDTH)
        case content.BarCode() | content.SheetRows() | content.SheetMatrix() | content.TallyBoxes():
            yield sheet_box(block, preset.style("body"), TEXT_WIDTH)
        case content.Labels() | content.Envelope() | content.LetterHead() | content.Lined():
            yield from mail_boxes(block, preset.style("body"), TEXT_WIDTH)
        case content.PageBreak() | content.PagesOfOthers():
            yield _end_of_page(block)
        case BarChart() | MonthChart() | content.Picture() | content.Lines() | content.Mark():
            yield _drawn(block, preset)
        case _:
            yield _text(block, preset)


def _end_of_page(block: content.PageBreak | content.PagesOfOthers) -> Break:
    if isinstance(block, content.PagesOfOthers):
        return Gap(block.number, block.pages)
    return Break()


def _drawn(
    block: BarChart | MonthChart | content.Picture | content.Lines | content.Mark, preset: Preset
) -> Box:
    if isinstance(block, content.Mark):
        return MarkBox(block, TEXT_WIDTH)
    if isinstance(block, content.Picture):
        return PictureBox(block, preset, TEXT_WIDTH)
    if isinstance(block, content.Lines):
        return SignBox(block, preset, TEXT_WIDTH)
    return ChartBox(block, preset.style("chart"), TEXT_WIDTH)


def _text(
    block: content.Lead | content.Paragraph | content.Caption | content.Source, preset: Preset
) -> TextBox:
    style = preset.style(_STYLE_OF[type(block)])
    if isinstance(block, content.Paragraph) and block.spans:
        return TextBox(wrap_spans(block.spans, style.size, TEXT_WIDTH), style)
    figures = () if isinstance(block, content.Caption) else block.figures
    box = TextBox.of(block.text, style, TEXT_WIDTH, figures=figures)
    box.keep_with_next = isinstance(block, content.Caption | content.Lead)
    box.belongs_above = isinstance(block, content.Source)
    if isinstance(block, content.Lead):
        box.name = block.name
    return box


def _heading(heading: content.Heading, preset: Preset) -> TextBox:
    style = preset.style(f"heading {heading.level + heading.modest}")
    box = TextBox.of(heading.text, style, TEXT_WIDTH, f"H{heading.level}")
    box.keep_with_next = True
    box.bookmark = (heading.text, heading.level - 1)
    box.name = heading.name
    return box
