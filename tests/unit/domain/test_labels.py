# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Labels by their measures: on the sheet, and none over another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.labels import (
    CARD_SHEET,
    LABEL_SHEETS,
    PAPER_HEIGHT,
    PAPER_WIDTH,
    LabelSheet,
    Place,
)

SHEETS = st.builds(
    LabelSheet,
    name=st.just("one"),
    across=st.integers(1, 5),
    down=st.integers(1, 13),
    width=st.floats(10, 38),
    height=st.floats(10, 22),
    gap=st.floats(0, 4),
)


def _apart(one: Place, other: Place) -> bool:
    near = 1e-6
    return (
        one.left + one.width <= other.left + near
        or other.left + other.width <= one.left + near
        or one.top + one.height <= other.top + near
        or other.top + other.height <= one.top + near
    )


def _check(sheet: LabelSheet) -> None:
    places = [sheet.place(number) for number in range(sheet.count)]
    for one in places:
        assert one.left >= 0
        assert one.top >= 0
        assert one.left + one.width <= PAPER_WIDTH + 1e-6
        assert one.top + one.height <= PAPER_HEIGHT + 1e-6
    assert all(_apart(*pair) for pair in combinations(places, 2))


@pytest.mark.parametrize("sheet", [*LABEL_SHEETS, CARD_SHEET], ids=lambda sheet: sheet.name)
def test_every_sheet_we_know_holds_its_labels(sheet: LabelSheet) -> None:
    _check(sheet)


@given(SHEETS)
def test_any_sheet_that_fits_the_paper_holds_its_labels(sheet: LabelSheet) -> None:
    _check(sheet)


def test_the_measures_are_those_of_the_maker() -> None:
    """Of an L7160: 15,15 mm above and 7,21 mm at the left, 66,04 mm from one to the next."""
    sheet = LABEL_SHEETS[0]
    assert (round(sheet.place(0).left, 2), round(sheet.place(0).top, 2)) == (7.21, 15.15)
    assert round(sheet.place(1).left - sheet.place(0).left, 2) == 66.04
    assert sheet.place(20).top == pytest.approx(15.15 + 6 * 38.1)
