# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which backups stay: twelve days, ten weeks and nine months back, and some for ever.

Ordered by the revision of the file, never by the clock alone: a laptop whose battery died comes
up in 2016, and must not throw away what it takes for old.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

DAYS, WEEKS, MONTHS = 12, 10, 9
_LEAP = datetime.timedelta(days=366)
KEPT_BEFORE = 5  # of each kind that was made before something risky


class BackupReason(StrEnum):
    """Why a backup was made; the word stands in its name."""

    CLOSED = "gesloten"
    DAILY = "dagelijks"
    MANUAL = "zelf"
    BEFORE_RESTORE = "voor-terugzetten"
    BEFORE_MIGRATION = "voor-nieuwe-versie"
    BEFORE_REKEY = "voor-nieuwe-sleutel"


_REGULAR = frozenset({BackupReason.CLOSED, BackupReason.DAILY})


@dataclass(frozen=True, slots=True)
class BackupStamp:
    """What a backup is called by: the revision in it, when (UTC, by that clock) and why.

    ``file`` is its name, to tell two apart that are alike in everything else.
    """

    revision: int
    at: datetime.datetime
    reason: BackupReason
    file: str = ""

    @property
    def order(self) -> tuple[int, datetime.datetime, str, str]:
        """Oldest first: by revision, and by the clock only where that is the same.

        The rest makes it the same order each time, whatever comes in.
        """
        return self.revision, self.at, self.file, self.reason.value


@dataclass(frozen=True, slots=True)
class Thinned:
    """The backups that stay and those that may go, each oldest first."""

    kept: tuple[BackupStamp, ...]
    evicted: tuple[BackupStamp, ...]


def thin(backups: Iterable[BackupStamp]) -> Thinned:
    """Choose which backups stay; the newest revision always does.

    A regular backup goes only when its time can be trusted. Those made before something risky
    stay, the last of each kind; those that somebody asked for stay always.
    """
    every = sorted(set(backups), key=lambda one: one.order)
    regular = [one for one in every if one.reason in _REGULAR]
    trusted = _trusted(regular)
    kept = {one for one in every if one not in trusted and one.reason in _REGULAR}
    kept |= set(every[-1:])
    kept |= {one for one in every if one.reason is BackupReason.MANUAL}
    for reason in set(BackupReason) - _REGULAR - {BackupReason.MANUAL}:
        kept |= set([one for one in every if one.reason is reason][-KEPT_BEFORE:])
    for stretch in _stretches(trusted):
        for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
            kept |= _last_of_each(stretch, period, count)
    return Thinned(
        tuple(one for one in every if one in kept),
        tuple(one for one in every if one not in kept),
    )


def _trusted(regular: Sequence[BackupStamp]) -> list[BackupStamp]:
    """Those whose times rise with their revisions: the longest such row.

    A stamp of a clock gone wrong does not fit in it, whether it is years early or years late, as
    long as most clocks were right.
    """
    best: list[int] = []
    before: list[int] = []
    for n, one in enumerate(regular):
        fits = [m for m in range(n) if regular[m].at <= one.at]
        previous = max(fits, key=lambda m: (best[m], m), default=-1)
        best.append(best[previous] + 1 if previous >= 0 else 1)
        before.append(previous)
    at = max(range(len(regular)), key=lambda n: (best[n], n), default=-1)
    row: list[BackupStamp] = []
    while at >= 0:
        row.append(regular[at])
        at = before[at]
    return row[::-1]


def _stretches(trusted: Sequence[BackupStamp]) -> list[list[BackupStamp]]:
    """The backups without a leap of more than a year: each stretch is thinned by itself.

    After such a leap either the centre was closed or the clock is wrong; either way what was
    made before it must not be counted as old.
    """
    stretches: list[list[BackupStamp]] = []
    for one in trusted:
        if stretches and one.at - stretches[-1][-1].at <= _LEAP:
            stretches[-1].append(one)
        else:
            stretches.append([one])
    return stretches


def _last_of_each(
    backups: Sequence[BackupStamp], period: Callable[[datetime.datetime], Hashable], count: int
) -> set[BackupStamp]:
    """The last backup of each of the last periods that have one."""
    last = {period(one.at): one for one in backups}  # oldest first: a later one replaces
    return set(list(last.values())[-count:])


def _day(at: datetime.datetime) -> Hashable:
    return at.date()


def _week(at: datetime.datetime) -> Hashable:
    return tuple(at.isocalendar())[:2]


def _month(at: datetime.datetime) -> Hashable:
    return at.year, at.month
