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

MEGABYTE = 1024 * 1024
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Assembled:
    """The files, the first of which is the report; ``apart``: receipts that no PDF could take."""

    files: tuple[bytes, ...]
    apart: tuple[Receipt, ...]


def assemble(
    report: bytes,
    receipts: Sequence[Receipt],
    words: Document,
    *,
    largest: int | None,
    told: Progress,
    stopped: Callable[[], bool],
) -> Assembled:
    """The report with the receipts that are PDFs behind it, in one file where it fits.

    ``words`` gives the stamp on each receipt its language. ``largest`` in bytes. A receipt that
    is larger by itself gets a file of its own: it cannot be made smaller without loss.
    Raises Cancelled when ``stopped`` says so.
    """
    readable, apart = _sorted_out(receipts)
    if largest is None or len(report) + sum(len(pdf) for _receipt, pdf in readable) <= largest:
        whole = _joined(report, readable, words, told, stopped)
        if largest is None or len(whole) <= largest:
            return Assembled((whole,), apart)
    parts = [
        _joined(None, group, words, told, stopped) for group in _groups(readable, largest or 0)
    ]
    return Assembled((report, *parts), apart)


Readable = list[tuple[Receipt, bytes]]


def _sorted_out(receipts: Sequence[Receipt]) -> tuple[Readable, tuple[Receipt, ...]]:
    """The PDFs that can be read, and the receipts that are sent as files of their own."""
    readable: Readable = []
    apart = [one for one in receipts if one.file_name]
    for receipt in receipts:
        if receipt.pdf is None:
            continue
        if _can_be_read(receipt.pdf):
            readable.append((receipt, receipt.pdf))
        else:
            apart.append(receipt)
    return readable, tuple(apart)


def _can_be_read(pdf: bytes) -> bool:
    try:
        reader = PdfReader(io.BytesIO(pdf))
        return not reader.is_encrypted and len(reader.pages) > 0
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False


def _groups(readable: Readable, largest: int) -> Iterator[Readable]:
    """As many receipts in each file as fit, in their order."""
    group: Readable = []
    used = 0
    for receipt, pdf in readable:
        if group and used + len(pdf) > largest * 9 // 10:  # the stamps take room too
            yield group
            group, used = [], 0
        group.append((receipt, pdf))
        used += len(pdf)
    if group:
        yield group


def _joined(
    report: bytes | None,
    readable: Readable,
    words: Document,
    told: Progress,
    stopped: Callable[[], bool],
) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(report)) if report is not None else PdfWriter()
    for number, (receipt, pdf) in enumerate(readable, 1):
        if stopped():
            raise Cancelled
        first = len(writer.pages)
        writer.append(io.BytesIO(pdf), import_outline=False)
        _number(writer, first, receipt, words)
        told(number, len(readable))
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _number(writer: PdfWriter, first: int, receipt: Receipt, words: Document) -> None:
    """Put the number of a receipt on each of its pages, and leave them out of what is read out.

    The list of receipts in the report says in words what is on them.
    """
    for page in writer.pages[first:]:
        _as_furniture(writer, page)
        mark = PdfReader(io.BytesIO(stamp(receipt.number, words, _size(page)))).pages[0]
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
