# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos with their words, and bold words that are the same words."""

from __future__ import annotations

import datetime
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.content import (
    Cover,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
)
from buurthuis_admin.reporting.pdf import LARGE_PRINT, NORMAL, Preset, render, render_with_spots
from buurthuis_admin.reporting.pdf.cover import CoverBox
from buurthuis_admin.reporting.pdf.styles import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH
from buurthuis_admin.reporting.pdf.text import Line, wrap, wrap_spans
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import rich_year
from tests.unit.reporting.reading import Read, read


def photo(width: int = 300, height: int = 200) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(output, "JPEG")
    return output.getvalue()


def page_with(picture: Picture) -> Read:
    return read(
        render(
            Document(
                title="Verslag",
                language="nl",
                created=datetime.date(2025, 1, 1),
                blocks=(Paragraph("Ervoor"), picture, Paragraph("Erna")),
            )
        )
    )


@pytest.mark.parametrize(
    ("alt", "heard"), [("Twee mensen dansen", "Twee mensen dansen"), ("", "Feest")]
)
def test_a_photo_is_a_figure_with_words(alt: str, heard: str) -> None:
    pdf = page_with(Picture(content=photo(), width=300, height=200, alt=alt, caption="Feest"))
    (figure,) = pdf.structure().find("Figure")
    assert str(figure.raw["/Alt"]) == heard
    text = pdf.text()
    assert text.index("Ervoor") < text.index("Feest") < text.index("Erna")


@pytest.mark.parametrize("size", [(4000, 20), (20, 4000), (1, 1)])
def test_a_photo_of_any_shape_lies_on_the_page(size: tuple[int, int]) -> None:
    width, height = size
    pdf = page_with(Picture(content=photo(*size), width=width, height=height, alt="Een lijn"))
    (figure,) = pdf.structure().find("Figure")
    left, lower, right, upper = map(float, figure.raw["/A"]["/BBox"])  # type: ignore[index]
    assert 0 <= left < right <= PAGE_WIDTH
    assert 0 <= lower < upper <= PAGE_HEIGHT


def words(lines: tuple[Line, ...]) -> list[str]:
    shown = [
        "".join(piece.actual or "".join(run.glyphs for run in piece.runs) for piece in line.pieces)
        for line in lines
    ]
    return " ".join(shown).split()


texts = st.text(st.sampled_from("abc éë ,.-/"), max_size=30)


@given(st.lists(st.tuples(texts, st.booleans()), max_size=6))
def test_bold_words_are_the_same_words(spans: list[tuple[str, bool]]) -> None:
    whole = "".join(text for text, _strong in spans)
    assert words(wrap_spans(spans, 10.0, 400.0)) == words(wrap(whole, 10.0, 400.0))


def test_every_spot_lies_on_its_page() -> None:
    with language("nl"):
        made = render_with_spots(compose(rich_year()))
    pages = len(read(made.content).reader.pages)
    assert made.spots
    for spot in made.spots:
        assert 0 <= spot.page < pages
        assert spot.x >= 0
        assert spot.top >= 0
        assert spot.x + spot.width <= PAGE_WIDTH + 0.01
        assert spot.top + spot.height <= PAGE_HEIGHT + 0.01


@pytest.mark.parametrize("preset", [NORMAL, LARGE_PRINT], ids=["normal", "large"])
def test_a_photo_of_a_slip_fills_its_page_so_that_it_can_be_read(preset: Preset) -> None:
    """With its number above it and its words below it on the same page."""
    slip = Picture(
        content=photo(900, 1600), width=900, height=1600, alt="Bon", caption="Bon 4", large=True
    )
    blocks = (Paragraph("Ervoor"), PageBreak(), Heading("Bon nummer 4", 2), slip)
    document = Document(
        title="Pak", language="nl", created=datetime.date(2025, 1, 1), blocks=blocks
    )
    pdf = read(render(document, preset=preset))
    assert len(pdf.reader.pages) == 2
    assert {"Bon nummer 4", "Bon 4"} <= set(pdf.reader.pages[1].extract_text().splitlines())
    (figure,) = pdf.structure().find("Figure")
    _left, lower, _right, upper = map(float, figure.raw["/A"]["/BBox"])  # type: ignore[index]
    assert upper - lower > 600
    assert lower > MARGIN


def test_a_small_photo_of_a_slip_is_not_blown_up() -> None:
    pdf = page_with(Picture(content=photo(96, 96), width=96, height=96, alt="Bon", large=True))
    (figure,) = pdf.structure().find("Figure")
    left, _lower, right, _upper = map(float, figure.raw["/A"]["/BBox"])  # type: ignore[index]
    assert right - left == pytest.approx(72)


def test_who_made_a_report_can_be_read_in_large_print_as_well() -> None:
    box = CoverBox(Cover(title="Verslag", lines=("2025",), foot=("De Linde",)), LARGE_PRINT, 400)
    assert all(part.style.size > 12 for part in (*box.upper, *box.foot))


def test_a_long_title_of_a_report_leaves_room_for_the_rest_of_its_cover() -> None:
    """It is set smaller, and what stands behind its colon begins a line."""
    long = "Verantwoording: " + "een project met een heel lange naam voor iedereen in de wijk " * 3
    box = CoverBox(Cover(title=long), NORMAL, TEXT_WIDTH)
    (title,) = box.upper
    assert title.height < PAGE_HEIGHT / 3
    document = Document(
        title="Pak", language="nl", created=datetime.date(2025, 1, 1),
        blocks=(Cover(title="Verantwoording: samen eten tegen eenzaamheid"),),
    )  # fmt: skip
    assert "Verantwoording:\nsamen eten" in read(render(document)).text()
