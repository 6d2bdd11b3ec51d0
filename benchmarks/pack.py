# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A pack of 200 pages with 300 receipts beside the libraries alone, its memory and the window.

Ours: ``packs.make`` from the encrypted file to the files that are sent, tags, numbers on the
receipts and the workbook included. Theirs: platypus lays out as many pages with the same words and
the same photos as they are, and pypdf puts the same receipts behind them, as both libraries come.
Reportlab then spends most of its time on writing bytes as letters, which the program does not do;
how long it takes without is told beside it.

Two hundred receipts are PDFs, one hundred are photos, each of which takes a page of the 200.
"""

from __future__ import annotations

import datetime
import io
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from PySide6.QtWidgets import QApplication
from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph
from reportlab.platypus import Image as PlacedImage
from reportlab.platypus import PageBreak as NewPage

from benchmarks import pack_window
from benchmarks.data import PASSWORD
from benchmarks.ratio import Ratio, seconds
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.reports import TEXT, Chapter, ReportKey
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.reporting.pdf.fonts import load_face, names_for
from buurthuis_admin.reporting.pdf.styles import MARGIN, NORMAL, PAGE_HEIGHT, PAGE_WIDTH
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.services.packs import save_pack

TARGET = 1.5
MOST_MEMORY = 500  # megabytes
PDFS, PHOTOS = 200, 100
MADE_ON = datetime.date(2026, 2, 14)
PARAGRAPHS = 600  # with the photos and the lists, 200 pages
STORY_PAGES = 80
ROUNDS = 3
WORDS = (
    "Iedereen in de buurt is welkom, ook wie de taal nog leert of slecht ter been is. Wij openen "
    "op werkdagen om negen uur, en wie binnenkomt krijgt koffie voordat er iets wordt gevraagd. "
)
_SIZE = (1200, 1600)  # pixels: a receipt as a phone shares it


# What is in the pack


def pdf_receipt(number: int) -> bytes:
    """An invoice of a page as a web shop sends it."""
    output = io.BytesIO()
    canvas = Canvas(output, invariant=1, pageCompression=1)
    canvas.drawString(60, 780, f"Factuur {number}")
    for at in range(30):
        canvas.drawString(60, 740 - 18 * at, f"{at + 1} x artikel {at * number % 97}")
        canvas.drawRightString(520, 740 - 18 * at, f"{at * 7 % 60},{number % 100:02d}")
    canvas.save()
    return output.getvalue()


def photo_receipt(number: int) -> bytes:
    """A photo of a slip: paper with noise and lines of print, and what a camera writes in it."""
    chance = Random(number)
    photo = Image.effect_noise(_SIZE, 24).convert("RGB")
    draw = ImageDraw.Draw(photo)
    draw.rectangle((200, 100, 1000, 1500), fill=(244, 240, 232))
    for at in range(40):
        draw.text((240, 140 + 33 * at), f"artikel {chance.randint(1, 999)}", fill="black")
    exif = Image.Exif()
    exif[0x010F] = "Fairphone"
    output = io.BytesIO()
    photo.save(output, "JPEG", quality=80, exif=exif)
    return output.getvalue()


def receipts() -> Iterator[tuple[str, bytes]]:
    """Every receipt with the name of its file."""
    for number in range(PDFS):
        yield f"factuur {number}.pdf", pdf_receipt(number)
    for number in range(PHOTOS):
        yield f"bon {number}.jpg", photo_receipt(number)


def story() -> list[str]:
    """What the administrator wrote."""
    return [f"{at + 1}. {WORDS * 3}" for at in range(PARAGRAPHS)]


def fill(folder: Path) -> tuple[Path, int]:
    """An administration with the dossier in it, and the number of that."""
    path = folder / "a.buurthuis"
    administration = create_administration(path, PASSWORD)
    try:
        dossier = administration.subsidies.save(
            Subsidy(funder="Fonds", state=SubsidyState.AWARDED, period=Period.year(2025))
        )
        for name, content in receipts():
            paper = folder / name
            paper.write_bytes(content)
            administration.papers.attach(paper, subsidy_id=dossier, kind=PaperKind.RECEIPT)
        administration.compositions.save_part(
            ReportKey(subsidy_id=dossier), Chapter.STORIES, TEXT, "\n\n".join(story())
        )
    finally:
        administration.close()
    return path, dossier


# The libraries alone


@contextmanager
def letters(wanted: bool) -> Iterator[None]:
    """Whether reportlab writes bytes as letters, as it does by itself; the program turns it off."""
    before, rl_config.useA85 = rl_config.useA85, int(wanted)
    try:
        yield
    finally:
        rl_config.useA85 = before


def bare_pack(folder: Path, pages: int) -> bytes:
    """As many pages by platypus, and the same receipts by pypdf."""
    writer = PdfWriter(clone_from=io.BytesIO(_bare_pages(folder, pages)))
    for number in range(PDFS):
        writer.append(folder / f"factuur {number}.pdf", import_outline=False)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _bare_pages(folder: Path, pages: int) -> bytes:
    """The story, a page for each photo, and pages of one paragraph up to the number of ours."""
    font, body = names_for(False)[0], NORMAL.style("body")
    style = ParagraphStyle(
        "body", fontName=font, fontSize=body.size, leading=body.leading, spaceAfter=body.after
    )
    flow: list[Flowable] = [Paragraph(words, style) for words in story()]
    for number in range(PHOTOS):
        photo = PlacedImage(str(folder / f"bon {number}.jpg"), 240, 320)
        flow += [NewPage(), photo, Paragraph(f"Bon {number}", style)]
    output = io.BytesIO()
    room = PAGE_WIDTH - 2 * MARGIN, PAGE_HEIGHT - 2 * MARGIN
    frame = Frame(MARGIN, MARGIN, *room, 0, 0, 0, 0)
    template = BaseDocTemplate(
        output, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, initialFontName=font
    )
    template.addPageTemplates([PageTemplate(frames=[frame])])
    for _page in range(pages - PHOTOS - STORY_PAGES):
        flow += [NewPage(), Paragraph(WORDS, style)]
    template.build(flow)
    return output.getvalue()


# Side by side


def make(administration: Administration, dossier: int) -> bytes:
    """Our pack: its PDF."""
    return administration.packs.make(dossier, made_on=MADE_ON).files[0][1]


def pages_of(pdf: bytes) -> int:
    """How many pages a file has."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def side_by_side(folder: Path, path: Path, dossier: int) -> bool:
    """Print the ratio; whether the target is reached."""
    for strong in (False, True):  # both know the fonts before the clock runs
        load_face(names_for(strong)[0])
    administration = open_administration(path, PASSWORD)
    try:
        pages = pages_of(make(administration, dossier))
        bare = pages_of(bare_pack(folder, pages - PDFS))
        print(f"pack: {pages} pages beside {bare}, of which {PDFS} are receipts as PDF")
        ours, theirs, in_bytes = [], [], []
        for _round in range(ROUNDS):  # in turn, so that all share the weather
            ours.append(seconds(lambda: make(administration, dossier)))
            with letters(True):
                theirs.append(seconds(lambda: bare_pack(folder, pages - PDFS)))
            in_bytes.append(seconds(lambda: bare_pack(folder, pages - PDFS)))
    finally:
        administration.close()
    tuned = statistics.median(in_bytes)
    print(f"FLOOR pack without letters: {tuned:.3f} s, of which ours is", end=" ")
    print(f"{statistics.median(ours) / tuned:.2f} times as long")
    return Ratio("pack", statistics.median(ours), statistics.median(theirs), TARGET).show()


def memory(path: Path, dossier: int) -> bool:
    """Print the most memory that a program used which makes the pack; whether it is little."""
    arguments = [sys.executable, "-m", "benchmarks.pack", str(path), str(dossier)]
    used = int(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout)
    megabytes = used / 1024
    print(f"MEMORY pack {megabytes:.0f} MB target {MOST_MEMORY}")
    return megabytes <= MOST_MEMORY


def _make_alone(path: Path, dossier: int) -> None:
    """In a program of its own: make the pack, write it, and print the peak in kilobytes."""
    administration = open_administration(path, PASSWORD)
    with tempfile.TemporaryDirectory() as folder:
        save_pack(administration.packs.make(dossier, made_on=MADE_ON), Path(folder))
    administration.close()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _window(path: Path, dossier: int, folder: Path) -> bool:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert application is not None
    return pack_window.lives(open_administration(path, PASSWORD), dossier, folder)


def main() -> int:
    """Print time, memory and how the window lived; 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, dossier = fill(folder)
        held = [
            side_by_side(folder, path, dossier),
            memory(path, dossier),
            _window(path, dossier, folder),
        ]
    return 0 if all(held) else 1


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _make_alone(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        sys.exit(main())
