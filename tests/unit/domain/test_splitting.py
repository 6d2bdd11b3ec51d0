# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.splitting import (
    Share,
    by_percentages,
    percentage_of,
    share_out,
)

amounts = st.decimals(min_value=0, max_value=1_000_000, places=2)
percentages = st.decimals(min_value=0, max_value=100, places=2)


def parts_of_hundred(cuts: list[Decimal]) -> list[Decimal]:
    places = sorted([Decimal(0), *cuts, Decimal(100)])
    return [after - before for before, after in itertools.pairwise(places)]


@given(amounts, st.lists(percentages, max_size=9))
def test_hundred_percent_is_the_whole_amount(whole: Decimal, cuts: list[Decimal]) -> None:
    assert sum(by_percentages(whole, parts_of_hundred(cuts))) == whole


@given(amounts, st.lists(percentages, max_size=9))
def test_no_share_is_a_cent_away_from_its_part(whole: Decimal, shares: list[Decimal]) -> None:
    for part, share in zip(by_percentages(whole, shares), shares, strict=True):
        assert abs(part - whole * share / 100) < Decimal("0.01")


@given(amounts, st.lists(percentages, max_size=6), st.lists(amounts, max_size=4))
def test_shares_and_own_means_add_up(
    whole: Decimal, by_part: list[Decimal], by_amount: list[Decimal]
) -> None:
    shares = [Share(subsidy_id=1, percentage=one) for one in by_part]
    shares += [Share(subsidy_id=1, amount=one) for one in by_amount]
    told = share_out(whole, shares)
    assert sum(told.amounts) + told.own == whole
    assert told.too_much == (sum(told.amounts) > whole)
    assert list(told.amounts[len(by_part) :]) == by_amount


@given(amounts, st.integers(2, 9))
def test_equal_shares_differ_by_a_cent_at_most(whole: Decimal, count: int) -> None:
    parts = by_percentages(whole, [Decimal(100) / count] * count)
    assert max(parts) - min(parts) <= Decimal("0.01")
    assert parts == sorted(parts, reverse=True)


def test_a_third_each_of_ten_euro() -> None:
    third = Decimal("33.33")
    told = share_out(Decimal("10.00"), [Share(subsidy_id=n, percentage=third) for n in (1, 2, 3)])
    assert told.amounts == (Decimal("3.34"), Decimal("3.33"), Decimal("3.33"))
    assert told.own == 0


def test_a_part_as_a_percentage() -> None:
    assert percentage_of(Decimal(1), Decimal(3)) == Decimal("33.33")
    assert percentage_of(Decimal(1), Decimal(0)) == 0
