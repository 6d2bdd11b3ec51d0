# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a PDF back: its text, its fonts and its structure, as a screen reader would meet them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

MARKED = re.compile(rb"/(\w+) <</MCID (\d+)>> BDC")


@dataclass
class Node:
    """An element of the structure with what it says of itself."""

    tag: str
    raw: DictionaryObject
    number: int
    kids: list[Node] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def find(self, tag: str) -> list[Node]:
        return [node for node in self.walk() if node.tag == tag]


@dataclass
class Read:
    """A PDF file that has been opened again."""

    reader: PdfReader

    @property
    def catalog(self) -> Any:
        return self.reader.trailer["/Root"]

    def text(self) -> str:
        return "\n".join(page.extract_text() for page in self.reader.pages)

    def page_numbers(self) -> dict[int, int]:
        """The object number of each page to its place."""
        return {
            page.indirect_reference.idnum: at  # type: ignore[union-attr]
            for at, page in enumerate(self.reader.pages)
        }

    def structure(self) -> Node:
        root = self.catalog["/StructTreeRoot"]
        return self._node(root["/K"][0], self.page_numbers())

    def _node(self, reference: IndirectObject, pages: dict[int, int]) -> Node:
        raw = reference.get_object()
        assert isinstance(raw, DictionaryObject)
        node = Node(str(raw["/S"])[1:], raw, reference.idnum)
        own = pages[raw.raw_get("/Pg").idnum] if "/Pg" in raw else -1
        kids = raw["/K"]
        assert isinstance(kids, ArrayObject)
        for at in range(len(kids)):
            kid = list.__getitem__(kids, at)
            if isinstance(kid, IndirectObject):
                node.kids.append(self._node(kid, pages))
            elif isinstance(kid, DictionaryObject):
                node.marks.append((pages[kid.raw_get("/Pg").idnum], int(str(kid["/MCID"]))))
            else:
                node.marks.append((own, int(str(kid))))
        return node

    def marked_on(self, page: int) -> list[tuple[str, int]]:
        """The tags and numbers of the marked content of a page."""
        contents = self.reader.pages[page].get_contents()
        assert contents is not None
        return [(tag.decode(), int(number)) for tag, number in MARKED.findall(contents.get_data())]

    def fonts(self) -> list[DictionaryObject]:
        found: dict[str, DictionaryObject] = {}
        for page in self.reader.pages:
            for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
                found[str(font.get_object()["/BaseFont"])] = font.get_object()
        return list(found.values())


def read(pdf: bytes) -> Read:
    return Read(PdfReader(io.BytesIO(pdf), strict=True))
