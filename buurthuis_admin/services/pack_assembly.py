# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDFs put behind each other: the report and its receipts, within the size that a funder takes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from buurthuis_admin.domain.dossier_report import Receipt
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.services.numbering import Numbering

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
    if largest is None or len(report) + sum(_size_of(one) for one, _pdf in readable) <= largest:
        whole = _joined(report, readable, words, told, stopped)
        if largest is None or len(whole) <= largest:
            return Assembled((whole,), apart)
    parts = [
        _joined(None, group, words, told, stopped) for group in _groups(readable, largest or 0)
    ]
    return Assembled((report, *parts), apart)


Readable = list[tuple[Receipt, PdfReader]]


def _sorted_out(receipts: Sequence[Receipt]) -> tuple[Readable, tuple[Receipt, ...]]:
    """The PDFs that can be read, and the receipts that are sent as files of their own."""
    readable: Readable = []
    apart = [one for one in receipts if one.file_name]
    for receipt in receipts:
        if receipt.pdf is None:
            continue
        reader = _reader(receipt.pdf)
        if reader is None:
            apart.append(receipt)
        else:
            readable.append((receipt, reader))
    return readable, tuple(apart)


def _reader(pdf: bytes) -> PdfReader | None:
    try:
        reader = PdfReader(io.BytesIO(pdf))
        return None if reader.is_encrypted or not len(reader.pages) else reader
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _size_of(receipt: Receipt) -> int:
    return len(receipt.pdf or b"")


def _groups(readable: Readable, largest: int) -> Iterator[Readable]:
    """As many receipts in each file as fit, in their order."""
    group: Readable = []
    used = 0
    for one in readable:
        size = _size_of(one[0])
        if group and used + size > largest * 9 // 10:  # the stamps take room too
            yield group
            group, used = [], 0
        group.append(one)
        used += size
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
    numbering = Numbering(writer, [receipt.number for receipt, _pdf in readable], words)
    for number, (receipt, pdf) in enumerate(readable, 1):
        if stopped():
            raise Cancelled
        first = len(writer.pages)
        writer.append(pdf, import_outline=False)
        for page in writer.pages[first:]:
            numbering.put(page, receipt.number)
        told(number, len(readable))
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()
