# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bookmarks for receipts that are papers of others, among those of the report."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import OutlineItem, Pdf

from buurthuis_admin.i18n import _, language


def add_bookmarks(whole: Pdf, firsts: Mapping[int, int], language_code: str) -> None:
    """A bookmark for each receipt, in the order of the numbers; ``firsts``: number to page."""
    with language(language_code):
        chapter, before = _("Receipts"), _("Receipt {number}").format(number="")
    with whole.open_outline() as outline:
        parent = next((one for one in outline.root if one.title == chapter), None)
        items = outline.root if parent is None else parent.children
        for number in sorted(firsts):
            later = (at for at, one in enumerate(items) if _number_in(one.title, before) > number)
            made = OutlineItem(f"{before}{number}", firsts[number])
            items.insert(next(later, len(items)), made)


def _number_in(title: str, before: str) -> int:
    number = title.removeprefix(before)
    return int(number) if number.isdigit() else 0
