# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers for the pages that somebody else made."""

from __future__ import annotations

from collections.abc import Iterable

from buurthuis_admin.i18n import _, language
from buurthuis_admin.reporting import colours
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.canvas import Page
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT
from buurthuis_admin.reporting.pdf.text import set_line

EDGE = 14.0  # points between a stamp and the sides of the page
_SIZE = 11.0
_HIGH = _SIZE + 9
_AROUND = 6.0


def stamps(numbers: Iterable[int], words: Document) -> bytes:
    """A small page for each number, with nothing but 'Receipt 3' on it."""
    page = Page(words)
    for number in numbers:
        with language(words.language):
            line = set_line(_("Receipt {number}").format(number=number), strong=True)
        width = line.width * _SIZE + 2 * _AROUND
        page.setPageSize((width, _HIGH))
        top = PAGE_HEIGHT - _HIGH  # the canvas counts from the top of an A4
        with page.furniture("Pagination"):
            page.box(0, top, width, _HIGH, colours.WHITE)
            page.text(line, _AROUND, top + 4 + _SIZE, _SIZE, colours.TEAL)
        page.showPage()
    return page.finish()
