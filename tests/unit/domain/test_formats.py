# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers and money are written without babel, and as babel writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from babel.dates import format_time as babel_time
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.i18n import MINUS, format_money, format_number, format_time, language

LOCALES = {"nl": "nl_NL", "en": "en_GB"}
LANGUAGE = st.sampled_from(["nl", "en"])
EXACT = st.integers(-(10**12), 10**12) | st.decimals(-(10**9), 10**9, places=3)


@given(LANGUAGE, EXACT | st.floats(-1e9, 1e9), st.integers(0, 2))
def test_numbers(code: str, number: Decimal | float, decimals: int) -> None:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    with language(code):
        told = format_number(number, decimals)
    assert told == format_decimal(number, pattern, LOCALES[code]).replace("-", MINUS)


@given(LANGUAGE, st.decimals(-(10**9), 10**9, places=2))
def test_money(code: str, amount: Decimal) -> None:
    pattern = "¤\N{NO-BREAK SPACE}#,##0.00"
    with language(code):
        told = format_money(amount).removeprefix(MINUS)
    assert told == format_currency(abs(amount), "EUR", pattern, LOCALES[code])


@pytest.mark.parametrize("time", [datetime.time(9, 5), datetime.time(23, 59)])
def test_times(time: datetime.time) -> None:
    assert format_time(time) == babel_time(time, "HH:mm", locale="nl_NL")
