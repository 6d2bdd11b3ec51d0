# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A number at the top of each page that somebody else made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurthuis_admin.i18n import _, language
from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT
from buurthuis_admin.reporting.pdf.text import set_line

_SIZE = 11.0
_EDGE = 14.0


@dataclass(frozen=True, slots=True)
class Stamp:
    """The number of a receipt for a page of a size in points; ``page`` (from 1) is its place."""

    number: int
    page: int
    size: tuple[float, float]


def stamps(wanted: Sequence[Stamp], words: Document, count: int) -> bytes:
    """A page for each stamp, with nothing at its top but 'Receipt 3' and which page it is.

    ``count``: how many pages the whole file has.
    """
    page = Page(words)
    for one in wanted:
        where = words.page_words.format(page=one.page, pages=count)
        _draw(page, one.number, one.size, words.language, where)
        page.showPage()
    return page.finish()


def _draw(
    page: Page, number: int, size: tuple[float, float], language_code: str, where: str
) -> None:
    with language(language_code):
        told = _("Receipt {number}").format(number=number)
    line = set_line(f"{told} · {where}", strong=True)
    width, height = size
    page.setPageSize((width, height))
    wide = line.width * _SIZE
    left = width - wide - _EDGE - 4
    # The canvas counts from the top of an A4; this page may have another height.
    top = PAGE_HEIGHT - height + _EDGE
    with page.furniture("Pagination"):
        page.box(left - 6, top - 4, wide + 12, _SIZE + 9, colours.WHITE)
        page.text(line, left, top + _SIZE, _SIZE, colours.TEAL)
