# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
import random

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.backup_names import backup_name, read_backup_name
from buurthuis_admin.domain.thinning import (
    DAYS,
    KEPT_BEFORE,
    MONTHS,
    WEEKS,
    BackupReason,
    BackupStamp,
    thin,
)

START = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)
YEARS = datetime.timedelta(days=3653)


def daily(days: int) -> list[BackupStamp]:
    return [
        BackupStamp(n, START + datetime.timedelta(days=n), BackupReason.DAILY) for n in range(days)
    ]


stamps = st.builds(
    BackupStamp,
    revision=st.integers(0, 40),
    at=st.integers(-4000, 4000).map(lambda days: START + datetime.timedelta(days=days)),
    reason=st.sampled_from(BackupReason),
)
boxes = st.lists(stamps, max_size=40)


def test_a_year_of_days_becomes_days_weeks_and_months() -> None:
    kept = thin(daily(400)).kept
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert [one.revision for one in kept[-DAYS:]] == list(range(388, 400))
    assert kept[0].at < START + datetime.timedelta(days=181)  # the end of June


@given(boxes)
def test_the_newest_revision_stays(backups: list[BackupStamp]) -> None:
    kept = thin(backups).kept
    if backups:
        assert max(backups, key=lambda one: one.order) in kept


def test_backups_that_differ_in_their_reason_alone_have_an_order() -> None:
    alike = [BackupStamp(1, START, reason) for reason in BackupReason]
    assert len({one.order for one in alike}) == len(alike)


@given(boxes)
def test_thinning_again_changes_nothing(backups: list[BackupStamp]) -> None:
    kept = thin(backups).kept
    assert thin(kept).kept == kept


@given(boxes, st.randoms(use_true_random=False))
def test_the_order_of_the_folder_does_not_matter(
    backups: list[BackupStamp], chance: random.Random
) -> None:
    mixed = list(backups)
    chance.shuffle(mixed)
    assert thin(mixed) == thin(backups)


@given(boxes)
def test_every_backup_is_either_kept_or_not(backups: list[BackupStamp]) -> None:
    thinned = thin(backups)
    assert set(thinned.kept) | set(thinned.evicted) == set(backups)
    assert not set(thinned.kept) & set(thinned.evicted)


@given(st.integers(1, 400), st.sampled_from([YEARS, -YEARS]))
def test_a_clock_that_is_ten_years_wrong_costs_nothing(
    days: int, error: datetime.timedelta
) -> None:
    backups = daily(days)
    before = set(thin(backups).kept)
    now = START + datetime.timedelta(days=days) + error
    wild = BackupStamp(days, now, BackupReason.CLOSED)
    assert before <= set(thin([*backups, wild]).kept)


@given(st.integers(30, 200), st.integers(1, 10), st.sampled_from([YEARS, -YEARS]))
def test_when_the_clock_is_right_again_what_it_made_stays_too(
    days: int, wrong: int, error: datetime.timedelta
) -> None:
    right = daily(days)
    odd = [
        BackupStamp(n, START + datetime.timedelta(days=n) + error, BackupReason.DAILY)
        for n in range(days, days + wrong)
    ]
    after = [
        BackupStamp(n, START + datetime.timedelta(days=n), BackupReason.DAILY)
        for n in range(days + wrong, 2 * days)
    ]
    assert set(odd) <= set(thin([*right, *odd, *after]).kept)


def test_what_was_asked_for_or_made_before_a_risk_stays() -> None:
    asked = [BackupStamp(n, START, BackupReason.MANUAL, str(n)) for n in range(50)]
    risky = [BackupStamp(n, START, BackupReason.BEFORE_RESTORE, str(n)) for n in range(50)]
    kept = thin([*asked, *risky, *daily(300)]).kept
    assert set(asked) <= set(kept)
    assert set(risky[-KEPT_BEFORE:]) <= set(kept)


@given(stamps, st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_name_says_what_it_was_made_of(stamp: BackupStamp, stem: str) -> None:
    name = backup_name(stem, stamp)
    found = read_backup_name(name)
    assert found == BackupStamp(stamp.revision, stamp.at, stamp.reason, name)


def test_other_names_are_no_backups() -> None:
    for name in (
        "De Linde.buurthuis",
        "De Linde 2026-13-24 021530 r000123 dagelijks.buurthuis",
        "De Linde 2026-11-24 021530 r000123 zomaar.buurthuis",
        "De Linde 2026-11-24 021530 r123 dagelijks.buurthuis",
    ):
        assert read_backup_name(name) is None
