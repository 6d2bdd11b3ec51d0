# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page of a report: a coloured field with the title, who made it, and their logo."""

from __future__ import annotations

from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Cover, Mark
from buurthuis_admin.reporting.pdf.boxes import Box, TextBox
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.pictures import draw_picture, fitting
from buurthuis_admin.reporting.pdf.styles import (
    COVER_FIELD,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Preset,
    TextStyle,
)
from buurthuis_admin.reporting.pdf.text import wrap

LOGO_WIDTH, LOGO_HEIGHT = 200.0, 110.0  # points, at most
TITLE_LINES = 5  # a longer title is set smaller
SMALLER, SMALLEST = 0.9, 0.55


class CoverBox(Box):
    """The first page. It draws to the edges of the paper, outside the column."""

    bare = True

    def __init__(self, cover: Cover, preset: Preset, width: float) -> None:
        title, subtitle, line, foot = (
            preset.style(f"cover {part}") for part in ("title", "subtitle", "line", "foot")
        )
        self.upper = [
            _title(cover.title, title, width),
            *([TextBox.of(cover.subtitle, subtitle, width)] if cover.subtitle else []),
            *(TextBox.of(text, line, width) for text in cover.lines),
        ]
        self.logo = cover.logo
        self.foot = [TextBox.of(text, foot, width) for text in cover.foot]

    @property
    def height(self) -> float:
        return PAGE_HEIGHT - 2 * MARGIN

    def draw(self, page: Page, x: float, top: float) -> None:  # noqa: ARG002
        used = sum(box.height + box.after for box in self.upper)
        field = max(PAGE_HEIGHT * COVER_FIELD, used + 2 * MARGIN)
        with page.furniture("Background"):
            page.box(0, 0, PAGE_WIDTH, field, colours.TEAL)
        place = field - used - MARGIN
        for box in self.upper:
            box.draw(page, x, place)
            place += box.height + box.after
        place = field + 2 * MARGIN
        for box in self.foot:
            box.draw(page, x, place)
            place += box.height
        if self.logo is not None:
            self._draw_logo(page, self.logo, x, place + MARGIN / 2)

    def _draw_logo(self, page: Page, logo: Mark, x: float, above: float) -> None:
        """At the bottom of the page, in whatever room the text has left."""
        room = PAGE_HEIGHT - MARGIN - above
        if room <= 0:
            return
        width, height = fitting(logo, LOGO_WIDTH, min(LOGO_HEIGHT, room))
        place = (x, PAGE_HEIGHT - MARGIN - height, width, height)
        draw_picture(page, logo.content, logo.alt, place)


def _title(title: str, style: TextStyle, width: float) -> TextBox:
    """The title; one of several lines begins a line behind its colon."""
    whole, factor = wrap(title, style.size, width, style.strong), 1.0
    if len(whole) == 1:
        return TextBox(whole, style, "H1")
    head, colon, rest = title.partition(": ")
    parts = (head + colon.rstrip(), rest) if rest else (head,)
    while True:
        smaller = style.scaled(factor)
        lines = [line for part in parts for line in wrap(part, smaller.size, width, style.strong)]
        if len(lines) <= TITLE_LINES or factor < SMALLEST:
            return TextBox(lines, smaller, "H1")
        factor *= SMALLER
