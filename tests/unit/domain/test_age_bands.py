# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bands by the ages at which they begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.ages import CBS_BANDS, DEFAULT_BANDS, bands_starting_at


@given(st.lists(st.integers(0, 110)), st.integers(0, 130))
def test_every_age_is_in_exactly_one_band(starts: list[int], age: int) -> None:
    bands = bands_starting_at(starts)
    assert sum(age in band for band in bands) == 1
    assert {band.low for band in bands} == {0, *starts}


def test_our_own_bands_are_made_of_their_beginnings() -> None:
    for bands in (DEFAULT_BANDS, CBS_BANDS):
        assert bands_starting_at(band.low for band in bands) == bands
