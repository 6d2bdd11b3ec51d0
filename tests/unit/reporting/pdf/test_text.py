# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Typed text becomes lines: every sign is shown somehow, nothing is read as markup."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.reporting.charts import Bar, BarChart
from buurthuis_admin.reporting.content import (
    Align,
    BulletList,
    Column,
    Cover,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Row,
    Table,
)
from buurthuis_admin.reporting.pdf import render
from buurthuis_admin.reporting.pdf.fonts import load_face
from buurthuis_admin.reporting.pdf.text import (
    REPLACEMENT,
    Line,
    printable,
    set_line,
    text_width,
    widest_part,
    wrap,
)
from tests.unit.reporting.reading import read

DAY = datetime.date(2023, 2, 14)


def glyphs(line: Line) -> str:
    return "".join(run.glyphs for piece in line.pieces for run in piece.runs)


def said(line: Line) -> str:
    return "".join(
        piece.actual or "".join(run.glyphs for run in piece.runs) for piece in line.pieces
    )


def document(*names: str) -> Document:
    """A document that has each name in every kind of block."""
    return Document(
        title=names[0],
        language="nl",
        created=DAY,
        author=names[0],
        subject=names[0],
        running_title=names[0],
        blocks=(
            Cover(title=names[0], subtitle=names[0], lines=names, foot=names),
            Heading(names[0]),
            KeyFigures((KeyFigure("3", names[0], names[0]),)),
            BarChart(
                bars=tuple(Bar(label=name, value=3, text="3") for name in names), alt=names[0]
            ),
            *map(Paragraph, names),
            BulletList(names),
            Table(
                columns=(Column(names[0], Align.START), Column("N")),
                rows=tuple(Row((name, "3")) for name in names),
                summary=names[0],
            ),
        ),
    )


@pytest.mark.parametrize(
    "name",
    [
        "1e Dwarsstraat & <b>",
        "Jansen & Zn <b",
        "<img src=https://example.org/x.png>",
        "&lt;&amp;&#60;",
        "(haakjes) \\ en \\( streep",
        "Şahin, Łukasz, O’Brien, Nguyễn, Ærø, Ελένη, Юлия",
    ],
)
def test_what_is_typed_is_what_stands_there(name: str) -> None:
    file = read(render(document(name)))
    text = file.text()
    assert text.count(name) >= 6
    assert file.reader.metadata.title == name  # type: ignore[union-attr]
    packet = file.catalog["/Metadata"].get_data().decode()
    assert "<img" not in packet


@given(st.text(max_size=40))
def test_no_text_is_refused(name: str) -> None:
    assert read(render(document(name, "\N{PILE OF POO}" + name))).reader.pages


@given(st.text(st.characters(codec="utf-8"), max_size=60), st.floats(8, 200))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    lines = wrap(text, 10.0, width)
    widest_sign = max((set_line(sign).width * 10 for sign in text), default=0)
    for line in lines:
        assert line.width * 10 <= max(width, 2 * widest_sign) + 0.01
        faces = [(load_face(run.face), run.glyphs) for piece in line.pieces for run in piece.runs]
        assert all(sign in face.widths for face, signs in faces for sign in signs)


def test_words_move_whole_to_the_next_line() -> None:
    lines = wrap("een twee drie vier", 10.0, text_width("een twee", 10.0) + 1)
    assert [glyphs(line) for line in lines] == ["een twee", "drie vier"]


def test_a_word_wider_than_the_line_breaks_at_its_soft_hyphen() -> None:
    title = "Bijeen\N{SOFT HYPHEN}komsten"
    assert glyphs(set_line(title)) == "Bijeenkomsten"
    lines = wrap(title, 10.0, widest_part(title) * 10 + 0.1)
    assert [glyphs(line) for line in lines] == ["Bijeen-", "komsten"]


def test_a_word_wider_than_the_line_breaks_after_a_slash_or_hyphen() -> None:
    lines = wrap("koffie/handwerken-nu", 10.0, text_width("handwerken-", 10.0) + 1)
    assert [glyphs(line) for line in lines] == ["koffie/", "handwerken-", "nu"]


def test_a_word_without_any_break_is_cut() -> None:
    assert len(wrap("a" * 300, 10.0, 100.0)) > 10


def test_control_signs_vanish_and_line_ends_are_spaces() -> None:
    assert printable("Jan\x00\x07\u202e de\r\nVries\t") == "Jan de  Vries "


@pytest.mark.parametrize("name", ["東京", "\N{PILE OF POO}", "\ue000", "\ud800"])
def test_a_sign_without_a_font_is_shown_as_a_box_and_heard_as_itself(name: str) -> None:
    line = set_line(f"Zaal {name}!")
    assert REPLACEMENT in glyphs(line)
    assert glyphs(line).endswith("!")
    if name not in ("\ue000", "\ud800"):  # these are no letters: there is nothing to hear
        assert said(line) == f"Zaal {name}!"


def test_arabic_stands_in_its_own_font_with_joined_letters_from_right_to_left() -> None:
    line = set_line("محمد")
    assert {run.face for piece in line.pieces for run in piece.runs} == {"NotoSansArabic-Regular"}
    assert (
        glyphs(line) == "\ufeaa\ufee4\ufea4\ufee3"
    )  # dal final, meem and hah medial, meem initial
    assert said(line) == "محمد"


def test_arabic_is_read_back_as_plain_letters() -> None:
    text = read(render(document("Fatima فاطمة 12")))
    content = text.reader.pages[1].get_contents()
    assert content is not None
    assert "فاطمة".encode("utf-16-be").hex().upper() in content.get_data().decode("latin-1")


def test_dutch_stays_in_order_beside_arabic() -> None:
    assert said(set_line("Koffie محمد ochtend")) == "Koffie محمد ochtend"
