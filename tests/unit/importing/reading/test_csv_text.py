# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text files: characters, separators and rows as a person would read them."""

from __future__ import annotations

import pytest

from buurthuis_admin.importing.reading.csv_text import choose_delimiter, decode, read_rows
from buurthuis_admin.importing.reading.file_content import read_content
from buurthuis_admin.importing.workbook import ReadCode

TEXT = "Naam;Plaats\nÖztürk;Café\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_every_usual_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0].lstrip("\ufeff") == TEXT


@pytest.mark.parametrize(("encoding", "guessed"), [("utf-8-sig", False), ("cp1252", True)])
def test_a_guessed_encoding_is_told(encoding: str, guessed: bool) -> None:
    book = read_content(TEXT.encode(encoding), "leden.csv")
    assert book.sheets[0].rows == (("Naam", "Plaats"), ("Öztürk", "Café"))
    assert [note.code for note in book.notes] == [ReadCode.ENCODING_GUESSED] * guessed


def test_lines_of_two_encodings_in_one_file_are_both_right() -> None:
    pasted = "é;1\n".encode() + "ë;2\n".encode("cp1252")
    assert decode(pasted)[0] == "é;1\në;2\n"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b;c\n1;2;3\n", ";"),
        ("a,b,c\n1,2,3\n", ","),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("naam;bedrag\nJan;12,50\nPiet;3,40\n", ";"),
        ("naam;adres;plaats\nJan;Dorp 1, hs;X\nPiet;Dorp 2, boven;Y\n", ";"),
        ("Ledenlijst van het buurthuis, 2019\n\nnr;naam\n1;Jan\n2;Piet\n", ";"),
    ],
)
def test_the_delimiter_is_the_one_that_makes_the_table(text: str, delimiter: str) -> None:
    assert choose_delimiter(text) == delimiter


def test_one_column_stays_one_column() -> None:
    assert read_rows("Jan\nPiet\n") == [["Jan"], ["Piet"]]


def test_a_separator_line_is_obeyed_and_is_no_row() -> None:
    assert read_rows("sep=,\r\nnaam,bedrag;\r\nJan,1;\r\n") == [["naam", "bedrag;"], ["Jan", "1;"]]


def test_quotes_keep_line_ends_and_separators_in_a_cell() -> None:
    assert read_rows('a;"1e regel\n2e; regel"\r\nb;"zei ""ja"""\n') == [
        ["a", "1e regel\n2e; regel"],
        ["b", 'zei "ja"'],
    ]


def test_a_quote_that_never_closes_takes_no_rows_with_it() -> None:
    text = 'nr;naam;wijk;tel\n1;"Jan;W;06\n' + "".join(f"{n};P;W;06\n" for n in range(2, 40))
    rows = read_rows(text)
    assert len(rows) == 40
    assert rows[-1] == ["39", "P", "W", "06"]


def test_blank_lines_are_rows_so_that_numbers_match_the_file() -> None:
    rows = read_content(b"\n\nnaam;nr\nJan;1\n", "a.csv").sheets[0].rows
    assert rows == ((None, None), (None, None), ("naam", "nr"), ("Jan", "1"))


def test_numbers_kept_as_formulas_of_text_lose_the_formula_not_the_zero() -> None:
    assert read_rows('tel;nr\n="0612345678";1\n')[1] == ["0612345678", "1"]


def test_a_leading_apostrophe_stays_for_the_parser() -> None:
    assert read_rows("datum;x\n'03-04-2019;1\n")[1][0] == "'03-04-2019"
