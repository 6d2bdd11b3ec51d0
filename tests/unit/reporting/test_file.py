# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDF as a file that everybody can use: tagged, named, with its fonts in it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from pypdf.generic import DictionaryObject

from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.pdf import render
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import rich_year
from tests.unit.reporting.reading import Node, Read, read


@cache
def rich(code: str = "nl") -> Read:
    with language(code):
        return read(render(compose(rich_year())))


@cache
def structure() -> Node:
    return rich().structure()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_says_its_language_and_shows_its_title(code: str) -> None:
    catalog = rich(code).catalog
    assert catalog["/Lang"] == code
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert "De Linde" in str(rich(code).reader.metadata.title)  # type: ignore[union-attr]


def test_xmp_names_pdf_ua_and_the_day() -> None:
    packet = rich().catalog["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert "Jaarverslag 2022, Buurthuis De Linde" in packet
    assert "2023-02-14T00:00:00Z" in packet


def test_the_creation_date_is_that_of_the_report() -> None:
    assert rich().reader.metadata["/CreationDate"] == "D:20230214000000+00'00'"  # type: ignore[index]


def test_every_font_is_embedded_and_a_subset() -> None:
    fonts = rich().fonts()
    assert fonts
    for font in fonts:
        name = str(font["/BaseFont"])
        assert "+NotoSans" in name
        assert "Helvetica" not in name
        assert "/FontFile2" in font["/FontDescriptor"]  # type: ignore[operator]
        assert "/ToUnicode" in font


def test_no_standard_font_is_named_anywhere() -> None:
    with language("nl"):
        content = render(compose(rich_year()))
    for name in (b"Helvetica", b"Times", b"Courier", b"ZapfDingbats"):
        assert name not in content


def test_everything_marked_belongs_to_the_structure() -> None:
    """Each marked piece has one owner of its own tag, and the parent tree says the same."""
    pdf = rich()
    owners = {mark: node for node in structure().walk() for mark in node.marks}
    numbers = pdf.catalog["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    lists = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in range(len(pdf.reader.pages)):
        marked = pdf.marked_on(page)
        assert [number for _tag, number in marked] == list(range(len(marked)))
        parents = lists[pdf.reader.pages[page]["/StructParents"]]
        assert len(parents) == len(marked)
        for tag, number in marked:
            owner = owners.pop((page, number))
            assert owner.tag == tag
            assert list.__getitem__(parents, number).idnum == owner.number
    assert not owners


def test_each_element_names_its_parent() -> None:
    for node in structure().walk():
        for kid in node.kids:
            assert kid.raw.raw_get("/P").idnum == node.number


def test_nothing_is_drawn_outside_marked_content() -> None:
    for page in rich().reader.pages:
        contents = page.get_contents()
        assert contents is not None
        depth = 0
        for line in contents.get_data().decode("latin-1").splitlines():
            if line.startswith("BT") or line.endswith((" S", " re f")):
                assert depth, line
            depth += line.endswith(("BDC", "BMC"))
            depth -= line == "EMC"
        assert depth == 0


def test_tags_stand_where_they_may() -> None:
    allowed = {
        "Document": {"H1", "H2", "H3", "P", "L", "Table", "Figure"},
        "L": {"LI"},
        "LI": {"Lbl", "LBody"},
        "Table": {"TR"},
        "TR": {"TH", "TD"},
    }
    for node in structure().walk():
        for kid in node.kids:
            assert kid.tag in allowed[node.tag]


def test_heading_levels_are_not_skipped() -> None:
    levels = [int(node.tag[1]) for node in structure().walk() if node.tag in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_chart_says_what_it_shows() -> None:
    figures = structure().find("Figure")
    alts = [str(node.raw["/Alt"]) for node in figures]
    assert len(alts) == 5
    assert alts[0].startswith("Staafdiagram: Stoelyoga groeide het hardst.")
    assert "Koffieochtend 1.840" in alts[0]
    assert all("/BBox" in node.raw["/A"] for node in figures)  # type: ignore[operator]


def test_tables_have_headings_with_a_scope_and_even_rows() -> None:
    for table in structure().find("Table"):
        head, *rows = table.kids
        assert {cell.tag for cell in head.kids} == {"TH"}
        assert {_scope(cell) for cell in head.kids} == {"/Column"}
        for row in rows:
            assert [cell.tag for cell in row.kids] == ["TH", *["TD"] * (len(head.kids) - 1)]
            assert _scope(row.kids[0]) == "/Row"


def _scope(cell: Node) -> str:
    attributes = cell.raw["/A"]
    assert isinstance(attributes, DictionaryObject)
    return str(attributes["/Scope"])


def test_bookmarks_lead_to_the_chapters() -> None:
    titles = [item.title for item in rich().reader.outline if not isinstance(item, list)]
    assert titles == [
        "In het kort", "Activiteiten", "Deelnemers", "Vrijwilligers", "Subsidies",
        "Zo hebben we geteld",
    ]  # fmt: skip


def test_pages_are_numbered_but_the_cover_is_not() -> None:
    pages = [page.extract_text() for page in rich().reader.pages]
    assert "Pagina" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"Pagina {number} van {len(pages)}" in text
