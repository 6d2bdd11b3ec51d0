# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime

import pytest

from buurthuis_admin.domain.volunteering import in_three_months, vog_ends_soon


@pytest.mark.parametrize(
    ("today", "later"),
    [
        ("2026-01-15", "2026-04-15"),
        ("2025-11-30", "2026-02-28"),
        ("2026-09-30", "2026-12-30"),
        ("2026-10-31", "2027-01-31"),
    ],
)
def test_three_months_on_is_the_same_day_or_the_last_of_the_month(today: str, later: str) -> None:
    found = in_three_months(datetime.date.fromisoformat(today))
    assert found == datetime.date.fromisoformat(later)


def test_a_certificate_that_ended_is_told_and_one_that_is_good_for_long_is_not() -> None:
    today = datetime.date(2026, 1, 15)
    assert vog_ends_soon(datetime.date(2025, 1, 1), today)
    assert vog_ends_soon(datetime.date(2026, 4, 15), today)
    assert not vog_ends_soon(datetime.date(2026, 4, 16), today)
    assert not vog_ends_soon(None, today)
