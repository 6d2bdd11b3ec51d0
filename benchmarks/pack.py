# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report of 200 pages with 300 receipts beside the libraries alone, and its memory and window.

Ours: neutral blocks to a tagged PDF, a hundred photos and two hundred PDFs by turns, each with
its number and marked as no text. Theirs: the same pages by platypus, and pikepdf that puts the same
files behind each other. Then the same number of receipts through the real window, in a process of
its own whose memory is read: does it beat, tell how far it is, and stop when it is asked to?
"""

from __future__ import annotations

import datetime
import io
import statistics
import subprocess
import sys
from collections.abc import Sequence

from pikepdf import Pdf
from reportlab.platypus import Image, PageBreak, Paragraph

from benchmarks import report
from benchmarks.ratio import Ratio, seconds
from benchmarks.receipts import PHOTO, invoice, photo
from buurthuis_admin.domain.dossier_report import Receipt
from buurthuis_admin.reporting.chapters.dossier_money import receipt_pages
from buurthuis_admin.reporting.pdf import render_with_spots
from buurthuis_admin.reporting.pdf.fonts import load_face, names_for
from buurthuis_admin.services.pack_assembly import put_in, sorted_out

TARGET = 1.5
ROUNDS = 3
DAY = datetime.date(2022, 3, 1)
ROWS = 5_000  # a hundred pages
PHOTOS, INVOICES = 100, 200


def receipts(jpegs: Sequence[bytes], pdfs: Sequence[bytes]) -> list[Receipt]:
    """Photos and PDFs by turns, as they come in."""
    made = [
        *(Receipt(number=3 * at + 1, title=f"Bon {at}", day=DAY, picture=(one, *PHOTO))
          for at, one in enumerate(jpegs)),
        *(Receipt(number=3 * (at // 2) + 2 + at % 2, title=f"Factuur {at}", pdf=one)
          for at, one in enumerate(pdfs)),
    ]  # fmt: skip
    return sorted(made, key=lambda one: one.number)


def ours(rows: Sequence[tuple[str, ...]], jpegs: Sequence[bytes], pdfs: Sequence[bytes]) -> bytes:
    """The pack as the program makes it."""
    counted, _apart = sorted_out(receipts(jpegs, pdfs))
    document = report.document(rows, list(receipt_pages(counted)))
    return put_in(render_with_spots(document, preset=report.SMALL), counted, document)


def theirs(rows: Sequence[tuple[str, ...]], jpegs: Sequence[bytes], pdfs: Sequence[bytes]) -> bytes:
    """The same pages by the libraries alone: no tags, no numbers on the receipts."""
    style = report.paragraph_style("heading 2")
    width = 320 * PHOTO[0] / PHOTO[1]
    more = [
        part
        for at, one in enumerate(jpegs, 1)
        for part in (
            PageBreak(), Paragraph(f"Bon {at}", style), Image(io.BytesIO(one), width, 320)
        )
    ]  # fmt: skip
    with Pdf.open(io.BytesIO(report.platypus_pages(rows, more))) as whole:
        for one in pdfs:
            with Pdf.open(io.BytesIO(one)) as opened:
                whole.pages.extend(opened.pages)
        output = io.BytesIO()
        whole.save(output)
    return output.getvalue()


def main() -> int:
    """Print the ratio, then what the process with the window says; 1 when a target is missed."""
    for strong in (False, True):
        load_face(names_for(strong)[0])
    rows = report.table_rows(ROWS)
    jpegs, pdfs = [*map(photo, range(PHOTOS))], [*map(invoice, range(INVOICES))]
    mine, plain = ours(rows, jpegs, pdfs), theirs(rows, jpegs, pdfs)
    pages = [len(Pdf.open(io.BytesIO(one)).pages) for one in (mine, plain)]
    sizes = [len(one) / 1e6 for one in (mine, plain)]
    print(
        f"pack: {pages[0]} pages beside {pages[1]}, {PHOTOS + INVOICES} receipts, "
        f"{sizes[0]:.1f} MB beside {sizes[1]:.1f} MB"
    )
    taken = [
        (seconds(lambda: ours(rows, jpegs, pdfs)), seconds(lambda: theirs(rows, jpegs, pdfs)))
        for _round in range(ROUNDS)
    ]
    mine_s, plain_s = (statistics.median(side) for side in zip(*taken, strict=True))
    holds = Ratio("pack", mine_s, plain_s, TARGET).show()
    window = subprocess.run([sys.executable, "-m", "benchmarks.pack_program"], check=False)
    return 0 if holds and window.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
