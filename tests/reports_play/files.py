# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can everybody read the files? Looked at by the tests' own reader and by an independent checker.

A finding of the checker (``outloud``) is a fault, unless ``EXPLAINED`` has a reason that can be
proven in the file itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import outloud
from outloud.findings import Finding
from pypdf.generic import DictionaryObject

from tests.unit.reporting.reading import Node, Read, read

Looked = Iterator[tuple[str, bool]]


def own_pages(pdf: Read) -> list[int]:
    """The pages that the program set itself; behind them stand the papers of others."""
    return [at for at, page in enumerate(pdf.reader.pages) if "/StructParents" in page]


def figures_have_words(content: bytes) -> Looked:
    """Every figure says what is on it."""
    for figure in read(content).structure().find("Figure"):
        alt = str(figure.raw.get("/Alt", ""))
        yield f"figure {alt[:40]!r}", len(alt.split()) > 2


def headings_have_a_scope(content: bytes) -> Looked:
    """Every heading of a table says whether it is one of a column or of a row."""
    for table in read(content).structure().find("Table"):
        for place, row in enumerate(table.find("TR")):
            for cell in row.find("TH"):
                yield f"heading {place}", scope(cell) == ("/Row" if place else "/Column")


def scope(cell: Node) -> str:
    """The scope of a heading."""
    attributes = cell.raw.get("/A")
    return str(attributes.get("/Scope")) if isinstance(attributes, DictionaryObject) else ""


def fonts_are_inside(content: bytes) -> Looked:
    """Every font of our own pages is in the file, with what its signs mean."""
    pdf = read(content)
    seen: set[str] = set()
    for at in own_pages(pdf):
        for font in pdf.reader.pages[at]["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            shape = font.get_object()
            name = str(shape["/BaseFont"])
            if name not in seen:
                seen.add(name)
                inside = "/FontFile2" in shape.get("/FontDescriptor", {}) and "/ToUnicode" in shape
                yield name, inside


def order_is_kept(content: bytes) -> Looked:
    """What is read first stands first: structure, content and bookmarks go the same way."""
    pdf = read(content)
    marks = [mark for node in pdf.structure().walk() for mark in node.marks]
    for before, after in pairwise(marks):
        yield f"mark {after}", before < after
    pages = [
        pdf.reader.get_destination_page_number(one)
        for one in pdf.reader.outline
        if not isinstance(one, list)
    ]
    yield "bookmarks", [one or 0 for one in pages] == sorted(one or 0 for one in pages)


def checker_finds_nothing(path: Path) -> Looked:
    """What the independent checker says, less what is explained."""
    result = outloud.check(str(path))
    yield f"{path.name}: {result.error}", result.error is None
    pdf = read(path.read_bytes())
    for run in result.runs:
        if run.status == "crashed":
            yield f"{path.name}: {run.rule} {run.reason}", False
        elif run.status == "ran" and not run.findings:
            yield run.rule, True
    for found in result.findings:
        reason = EXPLAINED.get(found.rule)
        fine = found.severity == "info" or (reason is not None and reason(pdf, found))
        yield f"{path.name} p.{found.page} {found.rule} {found.message}: {found.evidence}", fine


def _rows_have_headings(pdf: Read, _found: Finding) -> bool:
    """TBL-010 counts headings of rows as pieces of a heading of a column.

    A table of two columns has as many headings as figures, by the book. Each row must then have
    exactly one, its first cell.
    """
    return all(
        {cell.tag for cell in head.kids} == {"TH"}
        and all([cell.tag for cell in row.kids] == ["TH", *["TD"] * (len(head.kids) - 1)]
                for row in rows)
        for head, *rows in (table.find("TR") for table in pdf.structure().find("Table"))
    )  # fmt: skip


def _is_running_title(pdf: Read, found: Finding) -> bool:
    """TAG-002 takes a long running title for prose; it repeats what the title already says."""
    title = str(pdf.reader.metadata.title if pdf.reader.metadata else "").replace(",", "")
    words = set(str(found.evidence).split())
    left = words - set(title.split()) - {"·", "Pagina", "van"}
    return all(one.isdigit() for one in left)  # the page and the number of pages


def _is_paper_of_others(pdf: Read, found: Finding) -> bool:
    """TXT-001 on a receipt that came as a PDF: we do not change a paper of somebody else."""
    return found.page is not None and found.page - 1 not in own_pages(pdf)


EXPLAINED: dict[str, Callable[[Read, Finding], bool]] = {
    "TBL-010": _rows_have_headings,
    "TAG-002": _is_running_title,
    "TXT-001": _is_paper_of_others,
}
