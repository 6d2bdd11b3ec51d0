# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDFs put behind each other: the report and its receipts, within the size that a funder takes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Name, ObjectStreamMode, Page, PasswordError, Pdf, PdfError, Rectangle

from buurthuis_admin.domain.dossier_report import Receipt
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.stamps import stamps
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
        if pages := pages_of(receipt.pdf):
            readable.append(Readable(receipt, receipt.pdf, pages))
        else:
            apart.append(receipt)
    return tuple(readable), tuple(apart)


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has; 0 for one that cannot be read."""
    try:
        with Pdf.open(io.BytesIO(pdf)) as opened:
            return 0 if opened.is_encrypted else len(opened.pages)
    except (PdfError, PasswordError):
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
    if report is not None and not readable:
        return report
    with Pdf.new() if report is None else Pdf.open(io.BytesIO(report)) as whole:
        if report is None:
            introduce(whole, words)
        numbers: list[int] = []
        firsts: dict[int, int] = {}
        first = len(whole.pages)
        for done, one in enumerate(readable, 1):
            if stopped():
                raise Cancelled
            firsts[one.receipt.number] = len(whole.pages)
            with Pdf.open(io.BytesIO(one.pdf)) as opened:
                whole.pages.extend(opened.pages)
                numbers += [one.receipt.number] * len(opened.pages)
            told(done, len(readable))
        _number(whole, first, numbers, words)
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


def _number(whole: Pdf, first: int, numbers: Sequence[int], words: Document) -> None:
    """Put the number of its receipt on each page, and leave the page out of what is read out.

    The list of receipts in the report says in words what is on them.
    """
    pages = [Page(whole.pages[first + at]) for at in range(len(numbers))]
    sizes = [_box(page) for page in pages]
    wanted = [(number, (box.width, box.height)) for number, box in zip(numbers, sizes, strict=True)]
    with Pdf.open(io.BytesIO(stamps(wanted, words, first + 1, len(whole.pages)))) as marks:
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
