# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part, figure


@given(
    st.builds(
        FigureKey,
        st.sampled_from(Measure),
        st.integers(1900, 2100),
        st.sampled_from([part for part in Part if part]),
        st.text(),
    )
)
def test_a_name_reads_back(key: FigureKey) -> None:
    assert FigureKey.parse(str(key)) == key


def test_a_name_is_short() -> None:
    assert figure(Measure.VISITS, 2024) == "visits@2024"
    assert figure(Measure.VISITS, 2024, Part.ACTIVITY, 12) == "visits@2024/activity:12"


@pytest.mark.parametrize("text", ["", "visits", "visits@", "cats@2024", "visits@2024/room:1"])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        FigureKey.parse(text)
