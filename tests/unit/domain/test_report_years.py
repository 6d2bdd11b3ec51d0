# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report is about a year that has begun, and in spring about the one before."""

from __future__ import annotations

import datetime

import pytest

from buurthuis_admin.domain.report_years import begun, meant


def test_a_year_with_only_plans_is_none_to_report_on() -> None:
    assert begun([2024, 2027, 2026], datetime.date(2026, 11, 27)) == [2026, 2024]


@pytest.mark.parametrize(
    ("today", "years", "year"),
    [
        (datetime.date(2027, 3, 14), [2027, 2026, 2025], 2026),
        (datetime.date(2027, 7, 1), [2027, 2026, 2025], 2027),
        (datetime.date(2027, 3, 14), [2024, 2023], 2024),
        (datetime.date(2027, 3, 14), [2027], 2027),
        (datetime.date(2027, 3, 14), [], None),
    ],
)
def test_in_spring_the_year_before_is_meant(
    today: datetime.date, years: list[int], year: int | None
) -> None:
    assert meant(years, today) == year
