# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bookmarks for receipts that are papers of others, among those of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from buurthuis_admin.i18n import _, language
from buurthuis_admin.reporting.content import Document


def introduce(writer: PdfWriter, words: Document) -> None:
    """Say what a file of nothing but receipts is, and in which language."""
    with language(words.language):
        title = _("Receipts of {title}").format(title=words.title)
    writer.add_metadata({"/Title": title, "/Author": words.author})
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(words.language)
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    root[NameObject("/ViewerPreferences")] = shown


def add_bookmarks(writer: PdfWriter, firsts: Mapping[int, int], language_code: str) -> None:
    """A bookmark for each receipt, in the order of the numbers; ``firsts``: number to page."""
    if not firsts:
        return
    with language(language_code):
        chapter, before = _("Receipts"), _("Receipt {number}").format(number="")
    root = writer.get_outline_root().indirect_reference
    assert root is not None
    parent = next((one for one, title in _below(root) if title == chapter), root)
    known = [(_number_in(title, before), one) for one, title in _below(parent)]
    made = [
        (number, _bookmark(writer, f"{before}{number}", first, parent))
        for number, first in firsts.items()
    ]
    _link(parent, [one for _number, one in sorted([*known, *made], key=lambda pair: pair[0])])
    for above in {parent.idnum: parent, root.idnum: root}.values():
        _count(above, len(made))


def _number_in(title: str, before: str) -> int:
    number = title.removeprefix(before)
    return int(number) if number.isdigit() else 0


def _bookmark(writer: PdfWriter, title: str, page: int, parent: IndirectObject) -> IndirectObject:
    there = writer.pages[page].indirect_reference
    assert there is not None
    made = DictionaryObject(
        {
            NameObject("/Title"): TextStringObject(title),
            NameObject("/Parent"): parent,
            NameObject("/Dest"): ArrayObject([there, NameObject("/Fit")]),
        }
    )
    return writer._add_object(made)


def _link(parent: IndirectObject, children: Sequence[IndirectObject]) -> None:
    """Let bookmarks follow each other in this order."""
    inside = _dictionary(parent)
    inside[NameObject("/First")], inside[NameObject("/Last")] = children[0], children[-1]
    for place, one in enumerate(children):
        item = _dictionary(one)
        for name, other in (("/Prev", place - 1), ("/Next", place + 1)):
            if 0 <= other < len(children):
                item[NameObject(name)] = children[other]
            else:
                item.pop(NameObject(name), None)


def _count(item: IndirectObject, more: int) -> None:
    """So many more bookmarks are below one; the sign says whether it is open."""
    inside = _dictionary(item)
    known = int(inside.get("/Count", 0))
    inside[NameObject("/Count")] = NumberObject(known - more if known < 0 else known + more)


def _dictionary(item: IndirectObject) -> DictionaryObject:
    inside = item.get_object()
    assert isinstance(inside, DictionaryObject)
    return inside


def _below(item: IndirectObject) -> Iterator[tuple[IndirectObject, str]]:
    """The bookmarks below one, each with its words."""
    inside = _dictionary(item)
    at = inside.raw_get("/First") if "/First" in inside else None
    while at is not None:
        one = _dictionary(at)
        yield at, str(one.get("/Title", ""))
        at = one.raw_get("/Next") if "/Next" in one else None
