# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boxes of photos and of lines to sign on."""

from __future__ import annotations

from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Lines, Mark, Picture
from buurthuis_admin.reporting.pdf.boxes import Box, draw_line
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import MARGIN, PAGE_HEIGHT, Preset, TextStyle
from buurthuis_admin.reporting.pdf.tagging import Element, utf16
from buurthuis_admin.reporting.pdf.text import set_line, wrap

HIGHEST = 320.0  # points: text and picture share a page
POINTS_OF_A_PIXEL = 72 / 150  # a small picture is not blown up
COARSE = 72 / 96  # points of a pixel where words must be read
BEFORE, GAP = 8.0, 4.0
SIGN_HEIGHT = 56.0
SIGN_GAP = 24.0


class PictureBox(Box):
    """A photo as wide as the column allows, with its caption below it."""

    def __init__(self, picture: Picture, preset: Preset, width: float) -> None:
        self.picture = picture
        self.style = preset.style("source")
        caption = picture.caption
        self.caption = wrap(caption, self.style.size, width, self.style.strong) if caption else ()
        natural = picture.width * (COARSE if picture.large else POINTS_OF_A_PIXEL)
        highest = self._page(preset.style("heading 2")) if picture.large else HIGHEST
        shown = min(width, natural, highest * picture.width / picture.height)
        self.size = (shown, shown * picture.height / picture.width)
        self.before, self.after = BEFORE, 10.0

    def _page(self, heading: TextStyle) -> float:
        """What a page has for a picture below a heading of one line."""
        above = heading.leading + max(heading.after, BEFORE)
        return PAGE_HEIGHT - 2 * MARGIN - above - self._below

    @property
    def _below(self) -> float:
        return len(self.caption) * self.style.leading + GAP if self.caption else 0.0

    @property
    def height(self) -> float:
        return self.size[1] + self._below

    def draw(self, page: Page, x: float, top: float) -> None:
        width, height = self.size
        described = self.picture.alt or self.picture.caption
        draw_picture(page, self.picture.content, described, (x, top, width, height))
        if self.caption:
            self._draw_caption(page, x, top + height + GAP)

    def _draw_caption(self, page: Page, x: float, top: float) -> None:
        with page.marked(Element("P", page.structure.root)):
            for line in self.caption:
                draw_line(page, line, x, top, self.style)
                top += self.style.leading


class MarkBox(Box):
    """The logo of who sends this, in the upper margin at the right: it takes no room."""

    HIGHEST, WIDEST = MARGIN * 0.6, 130.0

    def __init__(self, mark: Mark, width: float) -> None:
        self.mark, self.width = mark, width
        self.keep_with_next = True

    @property
    def height(self) -> float:
        return 0.0

    def draw(self, page: Page, x: float, top: float) -> None:
        width, height = fitting(self.mark, self.WIDEST, self.HIGHEST)
        place = (x + self.width - width, top - self.HIGHEST - 6, width, height)
        draw_picture(page, self.mark.content, self.mark.alt, place)


def fitting(mark: Mark, widest: float, highest: float) -> tuple[float, float]:
    """The size in points at which a logo fits; a small one is not blown up."""
    natural = mark.width * POINTS_OF_A_PIXEL
    width = min(widest, natural, highest * mark.width / mark.height)
    return width, width * mark.height / mark.width


def draw_picture(
    page: Page, content: bytes, described: str, place: tuple[float, float, float, float]
) -> None:
    """A picture at x, top, width and height, with its words for who listens."""
    x, top, width, height = place
    sides = f"{x:.2f} {PAGE_HEIGHT - top - height:.2f} {x + width:.2f} {PAGE_HEIGHT - top:.2f}"
    words = f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>/Alt {utf16(described)}"
    with page.marked(Element("Figure", page.structure.root, words)):
        page.picture(content, x, top, width, height)


class SignBox(Box):
    """Lines to sign on, two side by side."""

    def __init__(self, lines: Lines, preset: Preset, width: float) -> None:
        self.words = lines.words
        self.style = preset.style("source")
        self.each = (width - SIGN_GAP) / 2
        self.after = 12.0

    @property
    def height(self) -> float:
        rows = (len(self.words) + 1) // 2
        return rows * (SIGN_HEIGHT + self.style.leading)

    def draw(self, page: Page, x: float, top: float) -> None:
        for at, word in enumerate(self.words):
            left = x + (at % 2) * (self.each + SIGN_GAP)
            base = top + (at // 2) * (SIGN_HEIGHT + self.style.leading) + SIGN_HEIGHT
            with page.furniture("Layout"):
                page.stroke(left, base, left + self.each, base, 0.7, colours.SOFT_INK)
            with page.marked(Element("P", page.structure.root)):
                draw_line(page, set_line(word), left, base + 2, self.style)
