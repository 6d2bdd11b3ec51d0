# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tidy rectangles, names of cells, zeros in front."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.importing.reading import tidy
from buurthuis_admin.importing.reading.failure import CannotRead


def test_a_rectangle_is_trimmed_and_equally_wide() -> None:
    rows: list[list[object]] = [["", " ", ""], ["a", 2.0, "", ""], [], ["\xa0", 1e300], ["", ""]]
    assert tidy.rectangle(rows) == ((None, None), ("a", 2), (None, None), (None, 1e300))


@given(st.lists(st.lists(st.sampled_from(["", "x", 1, 2.5, None]), max_size=5), max_size=6))
def test_no_value_is_lost_or_moved(rows: list[list[object]]) -> None:
    tidied = tidy.rectangle(rows)
    assert len({len(row) for row in tidied}) <= 1
    filled = {
        (r, c): v for r, row in enumerate(rows) for c, v in enumerate(row) if v not in ("", None)
    }
    found = {(r, c): v for r, row in enumerate(tidied) for c, v in enumerate(row) if v is not None}
    assert found == filled
    assert not tidied or any(value is not None for value in tidied[-1])


def test_a_row_too_wide_and_rows_too_many_are_refused_before_they_are_padded() -> None:
    with pytest.raises(CannotRead):
        tidy.rectangle([["x"]] * 5000 + [["x"] * 5000])


@given(st.integers(0, 16_383))
def test_columns_and_their_letters_are_each_others_inverse(column: int) -> None:
    assert tidy.column_number(tidy.cell_name(0, column).rstrip("1")) == column


@pytest.mark.parametrize(
    ("value", "zeros", "shown"),
    [
        (612345678.0, "0000000000", "0612345678"),
        (1187, "000", "1187"),
        (123456789, "00-0000", "12345-6789"),
        (-5, "000", None),
        (1.5, "000", None),
        ("x", "000", None),
        (True, "000", None),
    ],
)
def test_zeros_in_front(value: object, zeros: str, shown: str | None) -> None:
    assert tidy.shown_with_zeros(value, zeros) == shown


def test_a_duration_is_a_time_of_day_where_it_can_be_one() -> None:
    assert tidy.clock(datetime.timedelta(hours=19, minutes=30)) == datetime.time(19, 30)
    assert tidy.clock(datetime.timedelta(hours=30)) == datetime.timedelta(hours=30)
    assert tidy.clock(-datetime.timedelta(hours=1)) == -datetime.timedelta(hours=1)


def test_a_number_that_no_number_can_hold_is_text() -> None:
    assert tidy.tidy_row([float("9" * 400), float("-inf"), 1.5, 2.0]) == ["inf", "-inf", 1.5, 2]
