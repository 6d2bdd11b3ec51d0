# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.row_numbers import HIGHEST, RowNumbers, read_rows, write_rows

ROWS = st.lists(st.integers(1, HIGHEST), unique=True, max_size=40)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1 3 4 9-12", (1, 3, 4, 9, 10, 11, 12)),
        ("1,3;4 . 9 – 11", (1, 3, 4, 9, 10, 11)),
        ("9 t/m 11 en 2", (9, 10, 11, 2)),
        ("12-9", (9, 10, 11, 12)),
        ("3 3 2-4", (3, 2, 4)),
        ("007", (7,)),
        ("", ()),
    ],
)
def test_what_is_typed_is_read(text: str, rows: tuple[int, ...]) -> None:
    assert read_rows(text) == RowNumbers(rows)


@pytest.mark.parametrize("text", ["0", "x", "1-2-3", "10000", "0-4", "4a", "½"])
def test_what_is_no_row_is_given_back_and_the_rest_is_read(text: str) -> None:
    found = read_rows(f"5 {text} 6")
    assert set(found.numbers) <= {3, 4, 5, 6}
    assert found.unclear


@pytest.mark.parametrize("text", ["3-", "-3", "- 3", "-"])
def test_half_a_stretch_is_not_guessed(text: str) -> None:
    assert read_rows(text).numbers == ()
    assert read_rows(text).unclear


@given(ROWS)
def test_what_is_written_is_read_as_the_same(numbers: list[int]) -> None:
    found = read_rows(write_rows(tuple(numbers)))
    assert found == RowNumbers(tuple(sorted(numbers)))


@given(ROWS, st.sampled_from([" ", ",", ", ", ";", " + ", " en "]))
def test_the_order_typed_is_kept(numbers: list[int], between: str) -> None:
    assert read_rows(between.join(map(str, numbers))).numbers == tuple(numbers)


@given(st.text())
def test_nothing_is_lost_and_nothing_made_up(text: str) -> None:
    found = read_rows(text)
    assert len(set(found.numbers)) == len(found.numbers)
    assert all(1 <= number <= HIGHEST for number in found.numbers)
    typed = {sign for sign in text.lower() if sign.isdecimal() and sign.isascii()}
    if typed - {"0"}:
        assert found.numbers or found.unclear
