# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The structure tree: what a screen reader walks through instead of looking.

Elements are gathered while pages are drawn and written at the end as ready bytes. A long table
has a hundred elements a page, so this stays out of reportlab's slow dictionaries.
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFPage

# A piece of a page: the number of the page and of the marked content on it, both from 0.
Mark = tuple[int, int]


class Element:
    """One node of the tree: a heading, a table, a cell."""

    __slots__ = ("attributes", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None, attributes: str = "") -> None:
        self.tag, self.parent, self.attributes = tag, parent, attributes
        self.kids: list[Element | Mark] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)


def utf16(text: str) -> str:
    """A text as PDF's hexadecimal string in UTF-16; half a pair becomes a question mark."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class Structure:
    """The tree of one document and the marks of its pages."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.owners: list[list[Element]] = [[]]

    @property
    def page(self) -> int:
        """The number of the page that is being drawn, from 0."""
        return len(self.owners) - 1

    def mark(self, element: Element) -> int:
        """Give the element the next piece of the page; returns its number on it."""
        owners = self.owners[-1]
        element.kids.append((len(self.owners) - 1, len(owners)))
        owners.append(element)
        return len(owners) - 1

    def next_page(self) -> None:
        """What is marked from here on is on a new page."""
        self.owners.append([])

    def write(self, document: PDFDocument, pages: list[PDFPage]) -> None:
        """Add the tree to a document whose pages are complete."""
        page_numbers = [_number(document, page) for page in pages]
        root = _Ready()
        root_number = _number(document, root)
        self._write_elements(document, page_numbers, root_number)
        parents = _Ready(self._parent_tree())
        root.content = (
            f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]/ParentTree "
            f"{_number(document, parents)} 0 R/ParentTreeNextKey {len(pages)}>>"
        ).encode()
        document.Catalog.StructTreeRoot = root

    def _write_elements(self, document: PDFDocument, pages: list[int], root: int) -> None:
        ordered = [self.root]
        for element in ordered:  # grows while it is walked: each level behind the one before
            ordered += [kid for kid in element.kids if isinstance(kid, Element)]
        holders = [_Ready() for _element in ordered]
        for element, holder in zip(ordered, holders, strict=True):
            element.number = _number(document, holder)
        for element, holder in zip(ordered, holders, strict=True):
            parent = element.parent.number if element.parent else root
            holder.content = _written(element, parent, pages).encode("ascii")

    def _parent_tree(self) -> bytes:
        lists = [
            f"{page}[{' '.join(f'{element.number} 0 R' for element in owners)}]"
            for page, owners in enumerate(self.owners)
            if owners
        ]
        return f"<</Nums[{' '.join(lists)}]>>".encode()


class _Ready(PDFObject):  # type: ignore[misc]  # reportlab's classes are untyped
    """A PDF object whose bytes are made by us; always stands on its own in the file."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - reportlab's signature
        """The bytes as they stand in the file."""
        return self.content


def _number(document: PDFDocument, item: PDFObject) -> int:
    """The number of an object in the file; it gets one when it had none."""
    name = document.Reference(item).name
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


def _written(element: Element, parent: int, pages: list[int]) -> str:
    kids = element.kids
    head = f"<</S/{element.tag}/P {parent} 0 R{element.attributes}"
    first = next((kid for kid in kids if isinstance(kid, tuple)), None)
    if first is None:
        numbers = " ".join([f"{kid.number} 0 R" for kid in kids if isinstance(kid, Element)])
        return f"{head}/K[{numbers}]>>"
    written = " ".join([_kid(kid, first[0], pages) for kid in kids])
    return f"{head}/Pg {pages[first[0]]} 0 R/K[{written}]>>"


def _kid(kid: Element | Mark, page: int, pages: list[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if kid[0] == page:
        return str(kid[1])
    return f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>"
