# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDFs put behind each other: the report and its receipts, within the size that a funder takes."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace

from pikepdf import Name, ObjectStreamMode, Page, PasswordError, Pdf, PdfError, Rectangle

from buurthuis_admin.domain.dossier_report import Receipt
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.stamps import Stamp, stamps
from buurthuis_admin.reporting.spots import Rendered
from buurthuis_admin.services.pack_outline import add_bookmarks

MEGABYTE = 1024 * 1024
Progress = Callable[[int, int], None]


def sorted_out(receipts: Sequence[Receipt]) -> tuple[tuple[Receipt, ...], tuple[Receipt, ...]]:
    """The receipts with the pages of those that are PDFs, and those that are sent apart.

    A PDF that cannot be read goes apart: it has no pages here.
    """
    counted = tuple(
        one if one.pdf is None else replace(one, pdf_pages=pages_of(one.pdf)) for one in receipts
    )
    apart = (one for one in counted if one.file_name or (one.pdf is not None and not one.pdf_pages))
    return counted, tuple(apart)


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has; 0 for one that cannot be read."""
    try:
        with Pdf.open(io.BytesIO(pdf)) as opened:
            return 0 if opened.is_encrypted else len(opened.pages)
    except (PdfError, PasswordError):
        return 0


def size_of(receipt: Receipt) -> int:
    """How many bytes a receipt adds to a file."""
    picture = receipt.picture[0] if receipt.picture else b""
    return len(picture) + (len(receipt.pdf or b"") if receipt.pdf_pages else 0)


def in_groups(receipts: Sequence[Receipt], largest: int) -> list[tuple[Receipt, ...]]:
    """As many receipts for each file as fit in it (bytes), by number, whatever they are of.

    A receipt that is larger by itself gets a file of its own: it cannot be made smaller without
    loss.
    """
    groups: list[list[Receipt]] = [[]]
    used = 0
    for one in sorted(receipts, key=lambda one: one.number):
        size = size_of(one)
        if not size:
            continue
        if groups[-1] and used + size > largest * 9 // 10:  # the list and the stamps take room too
            groups.append([])
            used = 0
        groups[-1].append(one)
        used += size
    return [tuple(group) for group in groups if group]


def put_in(
    rendered: Rendered,
    receipts: Sequence[Receipt],
    words: Document,
    *,
    told: Progress = lambda _done, _all: None,
    stopped: Callable[[], bool] = lambda: False,
) -> bytes:
    """Pages with the receipts that are PDFs put in where the report left room for them.

    ``words`` gives the stamp on each receipt its language. Raises Cancelled when ``stopped``
    says so.
    """
    pdfs = {one.number: one.pdf for one in receipts if one.pdf is not None and one.pdf_pages}
    if not rendered.gaps:
        return rendered.content
    with Pdf.open(io.BytesIO(rendered.content)) as whole:
        marked: list[tuple[int, int]] = []  # the place of each page of others, and its number
        firsts: dict[int, int] = {}
        put = 0
        for done, (after, number) in enumerate(rendered.gaps, 1):
            if stopped():
                raise Cancelled
            firsts[number] = after + put
            with Pdf.open(io.BytesIO(pdfs[number])) as opened:
                for page in opened.pages:
                    whole.pages.insert(after + put, page)
                    marked.append((after + put, number))
                    put += 1
            told(done, len(rendered.gaps))
        _number(whole, marked, words)
        add_bookmarks(whole, firsts, words.language)
        return _written(whole, stopped)


def _written(whole: Pdf, stopped: Callable[[], bool]) -> bytes:
    """The bytes of a file; the same pages give the same bytes.

    The library tells how far it is a hundred times. That lets the window have its turn between,
    which it would not get otherwise: so there are no streams of objects, made in one go.
    """

    def go_on(_percent: int) -> None:
        if stopped():
            raise Cancelled

    output = io.BytesIO()
    whole.save(
        output,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.disable,
        progress=go_on,
    )
    return output.getvalue()


def _number(whole: Pdf, marked: Sequence[tuple[int, int]], words: Document) -> None:
    """Put the number of its receipt on each page, and leave the page out of what is read out.

    The list of receipts in the report says in words what is on them.
    """
    pages = [Page(whole.pages[at]) for at, _number in marked]
    sizes = [_box(page) for page in pages]
    wanted = [
        Stamp(number, at + 1, (box.width, box.height))
        for (at, number), box in zip(marked, sizes, strict=True)
    ]
    with Pdf.open(io.BytesIO(stamps(wanted, words, len(whole.pages)))) as marks:
        for at, (page, box, mark) in enumerate(zip(pages, sizes, marks.pages, strict=True)):
            # All of it is furniture: it has no structure of its own in this file.
            page.contents_add(b"/Artifact BMC\nq\n", prepend=True)
            page.contents_add(b"\nQ\nEMC\n")
            if Name.StructParents in page.obj:
                del page.obj.StructParents
            # Not add_overlay: that takes a name by chance, and the same pack has the same bytes.
            form = whole.copy_foreign(Page(mark).as_form_xobject())
            name = page.add_resource(form, Name.XObject, Name(f"/BuurthuisReceipt{at}"))
            page.contents_add(
                page.calc_form_xobject_placement(
                    form, name, box,
                    invert_transformations=True, allow_shrink=True, allow_expand=True,
                )
            )  # fmt: skip


def _box(page: Page) -> Rectangle:
    return Rectangle(page.mediabox)
