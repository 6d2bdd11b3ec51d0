# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A number at the top of a page that somebody else made."""

from __future__ import annotations

from buurthuis_admin.i18n import _, language
from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT
from buurthuis_admin.reporting.pdf.text import set_line

_SIZE = 11.0
_EDGE = 14.0


def stamp(number: int, words: Document, size: tuple[float, float], page_words: str = "") -> bytes:
    """A page of a size in points with nothing but 'Receipt 3' in its upper right corner.

    ``page_words``: which page of the file it is, behind the number.
    """
    with language(words.language):
        told = (_("Receipt {number}").format(number=number), page_words)
    line = set_line(" · ".join(part for part in told if part), strong=True)
    width, height = size
    page = Page(words)
    page.setPageSize((width, height))
    wide = line.width * _SIZE
    left = width - wide - _EDGE - 4
    # The canvas counts from the top of an A4; this page may have another height.
    top = PAGE_HEIGHT - height + _EDGE
    with page.furniture("Pagination"):
        page.box(left - 6, top - 4, wide + 12, _SIZE + 9, colours.WHITE)
        page.text(line, left, top + _SIZE, _SIZE, colours.TEAL)
    page.showPage()
    return page.finish()
