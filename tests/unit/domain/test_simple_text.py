# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.simple_text import Form, Piece, Span, read_simple_text

TEXT = """## Een druk jaar
Het was een **heel druk** jaar.
Iedereen hielp mee.

- koffie
- soep **en** brood

Dank u wel."""


def test_paragraphs_headings_lists_and_bold() -> None:
    assert read_simple_text(TEXT) == (
        Piece(Form.HEADING, (Span("Een druk jaar"),)),
        Piece(
            Form.PARAGRAPH,
            (
                Span("Het was een "),
                Span("heel druk", strong=True),
                Span(" jaar. Iedereen hielp mee."),
            ),
        ),
        Piece(Form.ITEM, (Span("koffie"),)),
        Piece(Form.ITEM, (Span("soep "), Span("en", strong=True), Span(" brood"))),
        Piece(Form.PARAGRAPH, (Span("Dank u wel."),)),
    )


def test_stars_that_mean_nothing_are_text() -> None:
    (piece,) = read_simple_text("2 ** 3 is 8, ** en **")
    assert piece.text == "2 ** 3 is 8, ** en **"


@given(st.text())
def test_nothing_can_be_wrong(text: str) -> None:
    for piece in read_simple_text(text):
        assert piece.text
        assert all(span.text for span in piece.spans)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1))
def test_plain_words_stay_as_they_are(words: list[str]) -> None:
    (piece,) = read_simple_text(" ".join(words))
    assert piece == Piece(Form.PARAGRAPH, (Span(" ".join(words)),))
