# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDFs put behind each other: the report and its receipts, within the size that a funder takes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject

from buurthuis_admin.domain.dossier_report import Receipt
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.stamps import stamp
from buurthuis_admin.services.pack_outline import add_bookmarks, introduce

MEGABYTE = 1024 * 1024
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Readable:
    """A receipt that is a PDF, and how many pages it has."""

    receipt: Receipt
    pdf: bytes
    pages: int


def sorted_out(receipts: Sequence[Receipt]) -> tuple[tuple[Readable, ...], tuple[Receipt, ...]]:
    """The PDFs that can be read, and the receipts that are sent as files of their own."""
    readable: list[Readable] = []
    apart = [one for one in receipts if one.file_name]
    for receipt in receipts:
        if receipt.pdf is None:
            continue
        if pages := _pages_of(receipt.pdf):
            readable.append(Readable(receipt, receipt.pdf, pages))
        else:
            apart.append(receipt)
    return tuple(readable), tuple(apart)


def _pages_of(pdf: bytes) -> int:
    """How many pages a PDF has; 0 for one that cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        return 0 if reader.is_encrypted else len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return 0


def fit_in_one(report: int, readable: Sequence[Readable], largest: int | None) -> bool:
    """Whether a report of a size in bytes and the receipts fit in one file."""
    return largest is None or report + sum(len(one.pdf) for one in readable) <= largest


def assemble(
    report: bytes,
    readable: Sequence[Readable],
    words: Document,
    *,
    largest: int | None,
    told: Progress,
    stopped: Callable[[], bool],
) -> tuple[bytes, ...]:
    """The report with the receipts that are PDFs behind it, in one file where it fits.

    ``words`` gives the stamp on each receipt its language. ``largest`` in bytes. A receipt that
    is larger by itself gets a file of its own: it cannot be made smaller without loss.
    Raises Cancelled when ``stopped`` says so.
    """
    if fit_in_one(len(report), readable, largest):
        whole = _joined(report, readable, words, told, stopped)
        if largest is None or len(whole) <= largest:
            return (whole,)
    parts = [
        _joined(None, group, words, told, stopped) for group in _groups(readable, largest or 0)
    ]
    return (report, *parts)


def _groups(readable: Sequence[Readable], largest: int) -> Iterator[list[Readable]]:
    """As many receipts in each file as fit, in their order."""
    group: list[Readable] = []
    used = 0
    for one in readable:
        if group and used + len(one.pdf) > largest * 9 // 10:  # the stamps take room too
            yield group
            group, used = [], 0
        group.append(one)
        used += len(one.pdf)
    if group:
        yield group


def _joined(
    report: bytes | None,
    readable: Sequence[Readable],
    words: Document,
    told: Progress,
    stopped: Callable[[], bool],
) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(report)) if report is not None else PdfWriter()
    if report is None:
        introduce(writer, words)
    firsts: dict[int, int] = {}
    count = len(writer.pages) + sum(one.pages for one in readable)
    for place, one in enumerate(readable, 1):
        if stopped():
            raise Cancelled
        first = firsts[one.receipt.number] = len(writer.pages)
        writer.append(io.BytesIO(one.pdf), import_outline=False)
        _number(writer, first, one.receipt, words, count)
        told(place, len(readable))
    add_bookmarks(writer, firsts, words.language)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _number(writer: PdfWriter, first: int, receipt: Receipt, words: Document, count: int) -> None:
    """Put the number of a receipt on each of its pages, and leave them out of what is read out.

    The list of receipts in the report says in words what is on them.
    """
    for at, page in enumerate(writer.pages[first:], first + 1):
        _as_furniture(writer, page)
        where = words.page_words.format(page=at, pages=count)
        mark = PdfReader(io.BytesIO(stamp(receipt.number, words, _size(page), where))).pages[0]
        page.merge_page(mark)


def _size(page: PageObject) -> tuple[float, float]:
    box = page.mediabox
    return float(box.width), float(box.height)


def _as_furniture(writer: PdfWriter, page: PageObject) -> None:
    """Mark all of a page as no part of the text: it has no structure of its own here."""
    contents = page.get("/Contents")
    if contents is None:
        return
    inside = contents.get_object()
    parts = list(inside) if isinstance(inside, ArrayObject) else [page.raw_get("/Contents")]
    around = [_stream(writer, b"/Artifact BMC\nq\n"), *parts, _stream(writer, b"\nQ\nEMC\n")]
    page[NameObject("/Contents")] = ArrayObject(around)


def _stream(writer: PdfWriter, code: bytes) -> object:
    stream = DecodedStreamObject()
    stream.set_data(code)
    return writer._add_object(stream)
