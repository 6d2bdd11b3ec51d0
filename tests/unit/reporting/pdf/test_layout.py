# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages: nothing falls off, no heading stands alone, tables go on with their headings."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.reporting.content import (
    Align,
    Block,
    BulletList,
    Caption,
    Column,
    Document,
    Heading,
    Keep,
    KeyFigure,
    KeyFigures,
    Lead,
    PageBreak,
    Paragraph,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.pdf import LARGE_PRINT, NORMAL, Preset, render
from buurthuis_admin.reporting.pdf.boxes import Box, FiguresBox
from buurthuis_admin.reporting.pdf.layout import fill
from buurthuis_admin.reporting.pdf.styles import MARGIN, TEXT_WIDTH
from buurthuis_admin.reporting.pdf.tables import TableBox
from tests.unit.reporting.reading import Read, read

WORDS = "Iedereen in de buurt is welkom, ook wie de taal nog leert. "


def pages_of(*blocks: Block, preset: Preset = NORMAL) -> Read:
    document = Document(
        title="Proef", language="nl", created=datetime.date(2023, 1, 1), blocks=blocks
    )
    return read(render(document, preset=preset))


def table(rows: int, total: bool = True, name: str = "Rij {number}") -> Table:
    return Table(
        columns=(Column("Kop links", Align.START), Column("Getal")),
        rows=tuple(Row((name.format(number=number), str(number))) for number in range(rows)),
        total=Row(("Samen", "999")) if total else None,
    )


def test_a_long_table_repeats_its_headings_for_the_eye_and_says_them_once() -> None:
    file = pages_of(Heading("Tabel"), table(120))
    assert len(file.reader.pages) > 2
    assert all("Kop links" in page.extract_text() for page in file.reader.pages)
    tables = file.structure().find("Table")
    assert len(tables) == 1
    assert len(tables[0].kids) == 1 + 120 + 1


def test_each_row_stands_on_exactly_one_page() -> None:
    text = pages_of(Heading("Tabel"), table(150)).text()
    assert all(text.count(f"Rij {number} {number}\n") == 1 for number in range(150))


@given(st.integers(0, 46), st.integers(1, 60))
def test_the_total_never_stands_alone(lines: int, rows: int) -> None:
    blocks = [Paragraph("regel")] * lines
    last = pages_of(Heading("Tabel"), *blocks, table(rows)).reader.pages[-1].extract_text()
    if "Samen" in last:
        assert f"Rij {rows - 1}" in last


@given(st.integers(0, 60))
def test_a_heading_never_stands_alone(lines: int) -> None:
    blocks = [Paragraph("regel")] * lines
    file = pages_of(Heading("Begin"), *blocks, Heading("Kop", 2), Caption("Wat"), table(40))
    for page in file.reader.pages:
        text = page.extract_text()
        assert ("Kop\n" in text) == ("Rij 0" in text)


def test_what_is_kept_together_is_on_one_page() -> None:
    filler = [Paragraph("regel")] * 28
    kept = Keep((Heading("Kop", 2), Lead(WORDS * 8), Source("Bron")))
    last = pages_of(Heading("Begin"), *filler, kept).reader.pages[-1].extract_text()
    assert "Kop" in last
    assert "Bron" in last


def test_a_long_paragraph_goes_on_and_stays_one_paragraph() -> None:
    file = pages_of(Paragraph(WORDS * 120))
    assert len(file.reader.pages) > 1
    paragraphs = file.structure().find("P")
    assert len(paragraphs) == 1
    assert len(paragraphs[0].marks) == len(file.reader.pages)


def test_page_breaks_leave_no_empty_page() -> None:
    file = pages_of(PageBreak(), Heading("Een"), PageBreak(), PageBreak(), Heading("Twee"))
    assert len(file.reader.pages) == 2


def test_sixty_activities_with_very_long_names_stay_within_the_margins() -> None:
    name = "Samen koken en eten voor iedereen uit de buurt, met aansluitend bordspellen {number}"
    wide = Table(
        columns=(Column("Activiteit", Align.START), *(Column(f"Kolom {at}") for at in range(7))),
        rows=tuple(Row((name.format(number=at), *["1.234"] * 7)) for at in range(60)),
    )
    for preset in (NORMAL, LARGE_PRINT):
        box = TableBox.of(wide, preset.style("table"), TEXT_WIDTH)
        right = box.grid.lefts[-1] + box.grid.widths[-1]
        assert right <= TEXT_WIDTH + 0.01
        assert all(len(cell) == 1 for row in box.rows for cell in row.cells[1:])
        assert len(pages_of(wide, preset=preset).reader.pages) > 2


def test_text_is_larger_in_large_print() -> None:
    assert LARGE_PRINT.style("body").size > 13
    assert NORMAL.style("body").size == 10.5
    assert pytest.approx(56.69, abs=0.01) == MARGIN


def test_a_row_higher_than_a_page_does_not_hang() -> None:
    tall = Table(
        columns=(Column("A", Align.START), Column("B")),
        rows=(Row(("woord " * 6000, "1")), Row(("kort", "2"))),
    )
    assert pages_of(Heading("Hoog"), tall).reader.pages


@pytest.mark.parametrize("preset", [NORMAL, LARGE_PRINT])
def test_an_amount_never_breaks_in_two(preset: Preset) -> None:
    """Four amounts with cents side by side: '€ 12.000,' above '00' is no amount."""
    amount = "€\N{NO-BREAK SPACE}212.000,88"
    figures = KeyFigures(tuple(KeyFigure(amount, "besteed") for _one in range(4)))
    assert pages_of(figures, preset=preset).text().count("212.000,88") == 4


def test_what_is_said_of_a_table_stands_on_its_page() -> None:
    for lines in range(30, 45):
        filler = (Paragraph("Regel"),) * lines
        pages = pages_of(*filler, table(5), Source("Bron: de lijsten.")).reader.pages
        words = [page.extract_text() for page in pages]
        assert [("Rij 4" in text) for text in words] == [("Bron" in text) for text in words]


def test_a_chapter_does_not_open_below_a_page_and_begin_on_the_next() -> None:
    section = Keep((Heading("Bevinding", 2), Caption("Maat"), table(8)))
    for lines in range(25, 45):
        filler = (Paragraph("Regel"),) * lines
        blocks: tuple[Block, ...] = (
            *filler,
            Heading("Hoofdstuk"),
            Lead("Zo was het jaar."),
            section,
        )
        words = [page.extract_text() for page in pages_of(*blocks).reader.pages]
        assert [("jaar." in text) for text in words] == [("Rij 0" in text) for text in words]


def last_words(page: object) -> str:
    return page.extract_text()  # type: ignore[attr-defined,no-any-return]


@pytest.mark.parametrize("rows", range(33, 41))
def test_where_a_long_table_is_from_stands_on_the_page_where_it_ends(rows: int) -> None:
    """With three rows or more, so that nobody has to turn back."""
    pages = [
        last_words(page) for page in pages_of(table(rows), Source("Bron: de lijst.")).reader.pages
    ]
    (ends,) = (at for at, text in enumerate(pages) if "Bron: de lijst." in text)
    assert "Samen" in pages[ends]
    assert f"Rij {rows - 3}" in pages[ends]


def test_a_long_list_goes_on_on_the_next_page() -> None:
    items = tuple(f"Punt {number}: {WORDS}" for number in range(70))
    file = pages_of(Heading("Lijst"), BulletList(items))
    assert len(file.reader.pages) > 1
    assert "Punt 69" in file.reader.pages[-1].extract_text()
    (whole,) = file.structure().find("L")
    assert len(whole.find("LI")) == 70
    assert lowest(file) >= MARGIN - 1


def lowest(file: Read) -> float:
    """The lowest base line of text of the column on any page, in points from the lower edge."""
    found: list[float] = []
    for page in file.reader.pages:

        def visit(text: str, _cm: object, tm: list[float], _font: object, _size: object) -> None:
            if text.strip().startswith("Punt"):
                found.append(tm[5])

        page.extract_text(visitor_text=visit)
    return min(found)


@pytest.mark.parametrize("preset", [NORMAL, LARGE_PRINT], ids=["normal", "large"])
def test_a_word_is_not_broken_while_another_column_has_room(preset: Preset) -> None:
    money = [Column(title) for title in ("Begroot", "Werkelijk", "Verschil")]
    columns = (Column("Post", Align.START), *money, Column("Toelichting", Align.START))
    cells = ("Vrijwilligersvergoedingen en scholing", "30.000,00", "19.026,59", "10.973,41")
    row = Row((*cells, "De huur ging in juli omhoog en de cursus ging niet door."))
    text = pages_of(Table(columns=columns, rows=(row,)), preset=preset).text()
    assert "Vrijwilligersvergoedingen" in text


def test_key_figures_are_not_read_as_one() -> None:
    figures = [
        KeyFigure(str(number), words, "")
        for number, words in ((358, "bezoeken"), (1, "activiteit"), (30, "verschillende mensen"))
    ]
    box = FiguresBox([*figures, KeyFigure("20", "bijeenkomsten")], NORMAL, TEXT_WIDTH)
    assert all(len(lines) <= 1 for column in box.columns for lines in column)
    assert sum(box.widths) + 3 * 16 <= TEXT_WIDTH + 0.01


def test_titles_of_numbers_give_way_to_words_in_large_print_as_well() -> None:
    """The words have as much room beside the size of the print as they have in small print."""
    titles = (
        "Bijeen\u00adkomsten",
        "Met naam",
        "Zonder naam",
        "Bezoeken",
        "Verschil\u00adlende mensen",
    )
    columns = (Column("Activiteit", Align.START), *map(Column, (*titles, "Gemiddeld")))
    row = Row(("Naaiatelier voor vrouwen uit Kanaleneiland", *["1.926"] * 6))
    for preset in (NORMAL, LARGE_PRINT):
        style = preset.style("table")
        box = TableBox.of(Table(columns=columns, rows=(row,)), style, TEXT_WIDTH)
        assert box.style.size == style.size
        assert box.grid.widths[0] >= 9.4 * style.size


class Solid(Box):
    """Something of a height with white below it."""

    after = 10.0

    def __init__(self, height: float) -> None:
        self._height = height

    @property
    def height(self) -> float:
        return self._height

    def draw(self, page: object, x: float, top: float) -> None:
        """Nothing."""


def test_a_place_without_height_makes_no_page_of_its_own() -> None:
    """Behind a page that is full the pages of a receipt follow at once, not after an empty one."""
    assert len(fill([Solid(100), Solid(0)], 100)) == 1
    assert len(fill([Solid(100), Solid(1)], 100)) == 2
