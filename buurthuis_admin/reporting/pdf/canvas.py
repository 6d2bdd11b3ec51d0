# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page to draw on: marked content, text in any script, rectangles and lines.

Built on reportlab's canvas, which gives fonts, pages, bookmarks and the file. What is drawn goes
straight into its page code, because its own calls change the whole state for each word.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf.fonts import load_face, names_for
from buurthuis_admin.reporting.pdf.metadata import describe
from buurthuis_admin.reporting.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from buurthuis_admin.reporting.pdf.tagging import Element, Structure, utf16
from buurthuis_admin.reporting.pdf.text import Line, Run, printable
from buurthuis_admin.reporting.spots import Spot

PDF_VERSION = (1, 7)
# Reportlab writes each stream as text for the mail of the nineties: a quarter larger, and by far
# the most work of a report with photos.
rl_config.useA85 = 0


_JPEG = b"\xff\xd8"


class _Photo(ImageReader):  # type: ignore[misc]  # reportlab's classes are untyped
    """A JPEG that goes into the file as it is: reportlab would unpack it to give it a name."""

    def __init__(self, content: bytes) -> None:
        super().__init__(io.BytesIO(content))
        self._content = content
        self._dataA = None  # a JPEG has nothing to see through

    def getRGBData(self) -> bytes:  # noqa: N802  # reportlab's name; it asks for a fingerprint
        return self._content


class Page(Canvas):  # type: ignore[misc]  # reportlab's classes are untyped
    """The canvas of one document. Places count from the top left, with y going down."""

    def __init__(self, document: Document) -> None:
        self._output = io.BytesIO()
        super().__init__(
            self._output,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=PDF_VERSION,
            initialFontName=load_face(names_for(False)[0]).name,
            lang=document.language,
        )
        self.structure = Structure()
        self.spots: list[Spot] = []
        self._colour = ""
        self._outlined = -1  # the level of the last bookmark
        self._fingerprint = hashlib.md5(usedforsecurity=False)
        self._encoded: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        describe(self._doc, document)

    # Marked content

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to an element of the structure."""
        self.begin(element)
        yield
        self.end()

    @contextmanager
    def furniture(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is for the eye alone: lines, colours, page numbers."""
        self.begin_furniture(kind)
        yield
        self.end()

    def begin(self, element: Element) -> None:
        """Open a piece of an element; ``end`` closes it."""
        self._code.append(f"/{element.tag} <</MCID {self.structure.mark(element)}>> BDC")

    def begin_furniture(self, kind: str) -> None:
        """Open what is for the eye alone; ``end`` closes it."""
        self._code.append(f"/Artifact <</Type/{kind}>> BDC")

    def end(self) -> None:
        """Close the piece that was opened last."""
        self._code.append("EMC")

    # Drawing

    def text(self, line: Line, x: float, base: float, size: float, colour: str) -> None:
        """A line of text from a place on its base line."""
        self._use(colour)
        y = PAGE_HEIGHT - base
        for piece in line.pieces:
            if piece.actual:
                self._code.append(f"/Span <</ActualText {utf16(piece.actual)}>> BDC")
            for run in piece.runs:
                x = self._run(run, x, y, size)
            if piece.actual:
                self._code.append("EMC")

    def _run(self, run: Run, x: float, y: float, size: float) -> float:
        shown = " ".join([f"{font} {size:.4g} Tf ({text}) Tj" for font, text in self._encode(run)])
        self._code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET")
        widths = load_face(run.face).widths
        return x + sum([widths[sign] for sign in run.glyphs]) * size

    def _encode(self, run: Run) -> tuple[tuple[str, str], ...]:
        """The parts of a run by subset of its font, each with its escaped bytes."""
        key = run.face, run.glyphs
        encoded = self._encoded.get(key)
        if encoded is None:
            font = load_face(run.face).font
            encoded = tuple(
                (font.getSubsetInternalName(subset, self._doc), escapePDF(part))
                for subset, part in font.splitString(run.glyphs, self._doc)
            )
            self._encoded[key] = encoded
        return encoded

    def box(self, x: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle from its upper left corner."""
        self._use(colour)
        lower = PAGE_HEIGHT - top - height
        self._code.append(f"{x:.2f} {lower:.2f} {width:.2f} {height:.2f} re f")

    def stroke(self, x1: float, y1: float, x2: float, y2: float, width: float, colour: str) -> None:
        """A straight line."""
        self._code.append(
            f"{rgb(colour)} RG {width:g} w {x1:.2f} {PAGE_HEIGHT - y1:.2f} m "
            f"{x2:.2f} {PAGE_HEIGHT - y2:.2f} l S"
        )

    def _use(self, colour: str) -> None:
        if colour != self._colour:
            self._code.append(f"{rgb(colour)} rg")
            self._colour = colour

    def picture(self, content: bytes, x: float, top: float, width: float, height: float) -> None:
        """A picture (JPEG, or the PNG of a logo) from its upper left corner."""
        lower = PAGE_HEIGHT - top - height
        jpeg = content.startswith(_JPEG)
        picture = _Photo(content) if jpeg else ImageReader(io.BytesIO(content))
        self.drawImage(picture, x, lower, width, height)
        self._colour = ""

    def note(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        explain: str = "",
        name: str = "",
    ) -> None:
        """Remember what stands in a rectangle of this page; nothing is drawn."""
        if explain or name:
            page = self.structure.page
            self.spots.append(Spot(page, x, top, width, height, explain, name))

    # Pages and the file

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry of the outline that leads to a place on this page.

        Never more than one level below the entry before it, which may be of a chapter left out.
        """
        self._outlined = level = min(level, self._outlined + 1)
        key = f"b{len(self._destinations)}"
        self.bookmarkHorizontalAbsolute(key, PAGE_HEIGHT - top)
        self.addOutlineEntry(printable(title), key, level)

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Close the page; the structure goes on with the next."""
        self._fingerprint.update("\n".join(self._code).encode("latin-1"))
        super().showPage()
        self._tag_page(self._doc.Pages.pages[-1])
        self.structure.next_page()
        self._colour = ""

    def _tag_page(self, page: pdfdoc.PDFPage) -> None:
        """Reportlab's pages do not know these two keys; this one does."""
        page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.structure.page
        page.Tabs = pdfdoc.PDFName("S")
        page.Trans = None

    def finish(self) -> bytes:
        """The whole file."""
        self.structure.write(self._doc, self._doc.Pages.pages)
        self._doc.signature = self._fingerprint
        if self._outlines_wanted():
            self.showOutline()
        content: bytes = self._doc.GetPDFData(self)
        return content

    def _outlines_wanted(self) -> bool:
        return bool(self._destinations)


@lru_cache(maxsize=64)
def rgb(colour: str) -> str:
    """'#RRGGBB' as three shares of one."""
    parts: tuple[Any, ...] = tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)
