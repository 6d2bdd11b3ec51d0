# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from buurthuis_admin.domain.scan_codes import LONGEST, PREFIX, CodeKind, ScanCode, read_code

CODES = st.builds(ScanCode, st.sampled_from(CodeKind), st.integers(1, 10**12))


@given(CODES)
def test_a_code_is_read_as_what_it_is(code: ScanCode) -> None:
    assert read_code(code.text) == code
    assert read_code(code.text.removeprefix(PREFIX)) == code
    assert len(code.text) <= LONGEST


@given(CODES, st.data())
def test_one_wrong_sign_is_noticed(code: ScanCode, data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(code.text) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    assume(digit != code.text[at])
    assert read_code(code.text[:at] + digit + code.text[at + 1 :]) is None


@given(CODES, st.data())
def test_two_digits_that_changed_places_are_noticed(code: ScanCode, data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(code.text) - 2))
    first, second = code.text[at], code.text[at + 1]
    assume(first != second)
    assert read_code(code.text[:at] + second + first + code.text[at + 2 :]) is None


def test_a_session_is_not_a_person_of_the_same_number() -> None:
    person = ScanCode(CodeKind.PERSON, 12).text
    assert read_code(person.replace("P", "S")) is None


@pytest.mark.parametrize("text", ["", "|", "P12", "hello", "|X000112", "|P-12"])
def test_other_texts_are_no_code(text: str) -> None:
    assert read_code(text) is None
