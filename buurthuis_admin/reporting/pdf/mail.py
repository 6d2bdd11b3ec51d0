# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes by post: sheets of labels, envelopes, and the head and text of a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from buurthuis_admin.domain.labels import Place
from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Envelope, Label, Labels, LetterHead, Lined
from buurthuis_admin.reporting.drawing import shorten
from buurthuis_admin.reporting.pdf.boxes import Box, TextBox
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.pictures import draw_picture, fitting
from buurthuis_admin.reporting.pdf.sheets import bars_width, draw_bars, figure
from buurthuis_admin.reporting.pdf.styles import MARGIN, MILLIMETRE, PAGE_HEIGHT, TextStyle
from buurthuis_admin.reporting.pdf.tagging import Element
from buurthuis_admin.reporting.pdf.text import Line, set_line, text_width, wrap

INSET = 5 * MILLIMETRE  # no printer reaches the edge, and no sheet lies quite straight
LARGEST, LEADING = 11.0, 1.3
_BARS = 24.0
_FULL = PAGE_HEIGHT - 2 * MARGIN
_ADDRESS_DOWN = 30 * MILLIMETRE  # below the margin: the window of a Dutch envelope
_HEAD = 72 * MILLIMETRE


def text_size(lines: int, room: float) -> float:
    """The size at which so many lines fit below each other."""
    return min(LARGEST, room / (max(lines, 1) * LEADING))


def draw_lines(
    page: Page, lines: Sequence[str], x: float, top: float, width: float, size: float
) -> None:
    """Lines below each other, each cut to the width; as one paragraph for who listens."""
    with page.marked(Element("P", page.structure.root)):
        for at, line in enumerate(lines):
            shown = shorten(line, width, lambda text: text_width(text, size))
            page.text(set_line(shown), x, top + (at * LEADING + 1) * size, size, colours.INK)


class LabelsBox(Box):
    """One sheet of labels; the first ones may be gone already."""

    bare = True

    def __init__(self, block: Labels, labels: Sequence[Label], first: int) -> None:
        self.sheet, self.labels, self.first = block.sheet, labels, first

    @property
    def height(self) -> float:
        return _FULL

    def draw(self, page: Page, x: float, top: float) -> None:  # noqa: ARG002
        for number, label in enumerate(self.labels, self.first):
            place = self.sheet.place(number)
            if self.sheet.cut:
                _draw_cuts(page, place)
            _draw_label(page, label, place)


def _draw_label(page: Page, label: Label, place: Place) -> None:
    x, top = place.left * MILLIMETRE + INSET, place.top * MILLIMETRE + INSET
    width, height = place.width * MILLIMETRE - 2 * INSET, place.height * MILLIMETRE - 2 * INSET
    room = height - (_BARS + INSET if label.code else 0)
    size = text_size(len(label.lines), room)
    above = 0.0 if label.code else (room - len(label.lines) * size * LEADING) / 2
    draw_lines(page, label.lines, x, top + above, width, size)
    if label.code:
        _draw_code(page, label, x, top + height - _BARS)


def _draw_code(page: Page, label: Label, x: float, top: float) -> None:
    words = figure(x, top, bars_width(label.code), _BARS, label.alt)
    with page.marked(Element("Figure", page.structure.root, words)):
        draw_bars(page, label.code, x, top, _BARS)


def _draw_cuts(page: Page, place: Place) -> None:
    left, top = place.left * MILLIMETRE, place.top * MILLIMETRE
    right, low = left + place.width * MILLIMETRE, top + place.height * MILLIMETRE
    with page.furniture():
        for x1, y1, x2, y2 in (
            (left, top, right, top),
            (left, low, right, low),
            (left, top, left, low),
            (right, top, right, low),
        ):
            page.stroke(x1, y1, x2, y2, 0.4, colours.RULE)


class EnvelopeBox(Box):
    """The front of an envelope; its page is as large as the envelope."""

    bare = True

    def __init__(self, envelope: Envelope) -> None:
        self.envelope = envelope
        self.paper = (envelope.size.width * MILLIMETRE, envelope.size.height * MILLIMETRE)

    @property
    def height(self) -> float:
        return _FULL

    def draw(self, page: Page, x: float, top: float) -> None:  # noqa: ARG002
        width, height = self.paper
        upper = PAGE_HEIGHT - height  # places count from the top of an A4 sheet
        if self.envelope.sender:
            draw_lines(page, self.envelope.sender, 2 * INSET, upper + 2 * INSET, width / 2.4, 8.0)
        left = width * 0.45
        room = width - left - 2 * INSET
        draw_lines(page, self.envelope.address, left, upper + height * 0.48, room, 12.0)


class LetterHeadBox(Box):
    """Who writes, to whom, and when."""

    def __init__(self, head: LetterHead, style: TextStyle, width: float) -> None:
        self.head, self.style, self.width = head, style, width
        self.after = style.leading

    @property
    def height(self) -> float:
        return _HEAD

    def draw(self, page: Page, x: float, top: float) -> None:
        size = self.style.size
        half = self.width * 0.6
        if self.head.logo is not None:
            wide, high = fitting(self.head.logo, half - INSET, _ADDRESS_DOWN - 2 * INSET)
            draw_picture(page, self.head.logo.content, self.head.logo.alt, (x, top, wide, high))
        _draw_whole(page, self.head.sender, x + half, top, self.width - half, size * 0.9)
        _draw_whole(page, self.head.address, x, top + _ADDRESS_DOWN, half - INSET, size)
        draw_lines(page, [self.head.dated], x, top + _HEAD - size * LEADING, self.width, size)


def _draw_whole(
    page: Page, lines: Sequence[str], x: float, top: float, width: float, size: float
) -> None:
    """Lines below each other as ``draw_lines``, but a long one goes on on the next."""
    broken = [part for line in lines for part in wrap(line, size, width)]
    with page.marked(Element("P", page.structure.root)):
        for at, line in enumerate(broken):
            page.text(line, x, top + (at * LEADING + 1) * size, size, colours.INK)


def mail_boxes(
    block: Labels | Envelope | LetterHead | Lined, style: TextStyle, width: float
) -> Iterator[Box]:
    """The boxes of a block that goes by post."""
    match block:
        case Labels():
            yield from _sheets(block)
        case Envelope():
            yield EnvelopeBox(block)
        case LetterHead():
            yield LetterHeadBox(block, style, width)
        case Lined():
            for part in block.text.strip().split("\n\n"):
                yield TextBox(list(_typed(part, style, width)), style)


def _sheets(block: Labels) -> Iterator[Box]:
    rest, first = block.labels, block.first % block.sheet.count
    while rest:
        fitting = block.sheet.count - first
        yield LabelsBox(block, rest[:fitting], first)
        rest, first = rest[fitting:], 0


def _typed(text: str, style: TextStyle, width: float) -> Iterator[Line]:
    for line in text.split("\n"):
        yield from wrap(line, style.size, width)
