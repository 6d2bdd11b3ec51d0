# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The number of a receipt on each of its pages, which are left out of what is read out.

The list of receipts in the report says in words what is on them. Each number is one form that its
pages point to: merging a page of its own into every page cost more than all the rest of a pack.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
)

from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.stamps import EDGE, stamps


class Numbering:
    """Puts numbers on the pages of one file."""

    def __init__(self, writer: PdfWriter, numbers: Sequence[int], words: Document) -> None:
        self._writer = writer
        self._before = self._stream(b"/Artifact BMC\nq\n")
        self._after = self._stream(b"\nQ\nEMC\n")
        self._forms: dict[int, tuple[IndirectObject, float, float]] = {}
        if numbers:
            pages = PdfReader(io.BytesIO(stamps(numbers, words))).pages
            for number, page in zip(numbers, pages, strict=True):
                self._forms[number] = self._form(page)

    def put(self, page: PageObject, number: int) -> None:
        """Mark a page as no part of the text, and put its number in the upper right corner."""
        form, width, height = self._forms[number]
        name = f"/Receipt{number}"
        _resource(page, "/XObject")[NameObject(name)] = form
        box = page.mediabox
        x, y = float(box.right) - EDGE - width, float(box.top) - EDGE - height
        code = f"/Artifact BMC\nq\n1 0 0 1 {x:.2f} {y:.2f} cm\n{name} Do\nQ\nEMC\n"
        parts = [self._before, *_contents(page), self._after, self._stream(code.encode())]
        page[NameObject("/Contents")] = ArrayObject(parts)

    def _form(self, page: PageObject) -> tuple[IndirectObject, float, float]:
        """A page of a stamp as a form that other pages can show."""
        form = DecodedStreamObject()
        contents = page.get_contents()
        form.set_data(contents.get_data() if contents is not None else b"")
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = page.mediabox
        form[NameObject("/Resources")] = page["/Resources"].clone(self._writer)
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        return self._writer._add_object(form), width, height

    def _stream(self, code: bytes) -> IndirectObject:
        stream = DecodedStreamObject()
        stream.set_data(code)
        return self._writer._add_object(stream)


def _contents(page: PageObject) -> list[PdfObject]:
    """The streams that a page draws with."""
    contents = page.get("/Contents")
    if contents is None:
        return []
    inside = contents.get_object()
    return list(inside) if isinstance(inside, ArrayObject) else [page.raw_get("/Contents")]


def _resource(page: PageObject, kind: str) -> DictionaryObject:
    """The named things of a kind that a page can use; made when it has none."""
    resources = page.get("/Resources")
    if resources is None:
        resources = page[NameObject("/Resources")] = DictionaryObject()
    known = resources.get_object()
    assert isinstance(known, DictionaryObject)
    if kind not in known:
        known[NameObject(kind)] = DictionaryObject()
    found = known[kind].get_object()
    assert isinstance(found, DictionaryObject)
    return found
