# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A number at the top of each page that somebody else made."""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.i18n import _, language
from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT
from buurthuis_admin.reporting.pdf.text import set_line

_SIZE = 11.0
_EDGE = 14.0


def stamps(wanted: Sequence[tuple[int, tuple[float, float]]], words: Document) -> bytes:
    """A page for each number, of its size in points, with nothing but 'Receipt 3' at its top."""
    page = Page(words)
    for number, size in wanted:
        _draw(page, number, size, words.language)
        page.showPage()
    return page.finish()


def _draw(page: Page, number: int, size: tuple[float, float], language_code: str) -> None:
    with language(language_code):
        line = set_line(_("Receipt {number}").format(number=number), strong=True)
    width, height = size
    page.setPageSize((width, height))
    wide = line.width * _SIZE
    left = width - wide - _EDGE - 4
    # The canvas counts from the top of an A4; this page may have another height.
    top = PAGE_HEIGHT - height + _EDGE
    with page.furniture("Pagination"):
        page.box(left - 6, top - 4, wide + 12, _SIZE + 9, colours.WHITE)
        page.text(line, left, top + _SIZE, _SIZE, colours.TEAL)
