# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen service number in a remark is left out; telephone numbers and dates are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.importing.values.bsn import LEFT_OUT, holds_bsn, without_bsn

VALID = "111222333"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"bsn {VALID}", f"bsn {LEFT_OUT}"),
        (f"zie {VALID}, tot 2020", f"zie {LEFT_OUT}, tot 2020"),
        ("1112.22.333", LEFT_OUT),
        ("111 222 333", LEFT_OUT),
        ("bel 06 11122233", "bel 06 11122233"),
        ("111222334", "111222334"),
        ("0111222333", "0111222333"),
        ("NL91ABNA0417164300", "NL91ABNA0417164300"),
        ("12-04-2019 333", "12-04-2019 333"),
        ("lid sinds 2019", "lid sinds 2019"),
        ("", ""),
    ],
)
def test_only_a_bsn_is_left_out(text: str, expected: str) -> None:
    assert without_bsn(text) == expected
    assert holds_bsn(text) == (text != expected)


def test_a_mobile_number_without_its_zero_is_kept_unless_it_is_called_a_bsn() -> None:
    from stdnum.nl import bsn

    number = next(str(n) for n in range(612345678, 612346000) if bsn.is_valid(str(n)))
    assert without_bsn(f"bel {number}") == f"bel {number}"
    assert without_bsn(f"BSN: {number}") == f"BSN: {LEFT_OUT}"


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert without_bsn(without_bsn(text)) == without_bsn(text)
