# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept back cannot be worked out from what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.suppression import gives_away, is_small, suppress


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ((12, 9, 30), (False, False, False)),
        ((3, 9, 30), (True, True, False)),
        ((3, 2, 30), (True, True, False)),
        ((1, 1, 30), (True, True, True)),
        ((4, 4, 30), (True, True, True)),
        ((0, 9, 30), (False, False, False)),
        ((), ()),
    ],
)
def test_small_groups_and_what_betrays_them(
    cells: tuple[int, ...], hidden: tuple[bool, ...]
) -> None:
    assert suppress(cells, total_shown=True) == hidden


def test_without_a_total_only_the_small_ones() -> None:
    assert suppress([3, 9, 30], total_shown=False) == (True, False, False)


def test_four_and_four_tell_themselves() -> None:
    assert gives_away([4, 4], suppress([4, 4]))
    assert not gives_away([3, 9, 30], suppress([3, 9, 30]))


def possible(hidden: Sequence[int]) -> list[set[int]]:
    """Each hidden cell's possible values, for who knows the total and which ones are small."""
    total = sum(hidden)
    large = [*([0] if 0 in hidden else []), *range(5, total + 1)]
    ranges = [range(1, 5) if is_small(cell) else large for cell in hidden]
    fitting = [values for values in product(*ranges) if sum(values) == total]
    return [set(column) for column in zip(*fitting, strict=True)]


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4))
def test_a_total_tells_a_group_only_where_gives_away_says_so(cells: list[int]) -> None:
    hides = suppress(cells, total_shown=True)
    hidden = [cell for cell, hide in zip(cells, hides, strict=True) if hide]
    told = any(len(values) == 1 for values in possible(hidden))
    assert told == gives_away(cells, hides)
    assert not told or sum(cells) < 5 or all(hides)


@given(st.lists(st.integers(0, 400), max_size=8), st.booleans())
def test_every_small_group_is_kept_back(cells: list[int], total: bool) -> None:
    for cell, hide in zip(cells, suppress(cells, total_shown=total), strict=True):
        assert hide or not 0 < cell < 5
