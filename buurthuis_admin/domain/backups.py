# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups as they are shown: what there is, how it stands, and what a restore would change."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from buurthuis_admin.domain.thinning import BackupReason

LATE_AFTER = datetime.timedelta(days=7)
ASK_SECOND_AFTER = datetime.timedelta(days=14)
DAILY = datetime.timedelta(hours=24)


class BackupPlace(StrEnum):
    """Where a backup is."""

    BESIDE = "beside"  # in the folder beside the administration
    SECOND = "second"  # on the stick or in the folder that was chosen
    ELSEWHERE = "elsewhere"  # chosen by hand


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup; ``readable`` is False when it has another key or is damaged."""

    path: Path
    place: BackupPlace
    at: datetime.datetime
    reason: BackupReason
    revision: int
    size: int
    readable: bool = True
    people: int = 0
    attendances: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """A backup that was tried: when (UTC) and where; ``problem`` is '' when it was made."""

    at: datetime.datetime
    place: BackupPlace
    problem: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The stick or folder for copies: the folder as it was chosen, and which stick it is on.

    ``inside`` is the folder as seen from the top of the stick.
    """

    folder: str
    volume: str = ""
    inside: str = ""
    chosen_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class BackupState:
    """How it stands with the backups, for Vandaag.

    ``last_good`` is when the last one was made; ``failure`` why a newer attempt failed;
    ``second_absent`` the days since the second place last got one (None: there is none).
    """

    last_good: datetime.datetime | None = None
    failure: str = ""
    late: bool = False
    second: SecondPlace | None = None
    second_present: bool = False
    second_absent: int | None = None

    @property
    def asks_for_second(self) -> bool:
        """Whether the stick was away for too long."""
        return self.second_absent is not None and self.second_absent >= ASK_SECOND_AFTER.days


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of a kind there are now, and in the backup."""

    kind: str
    now: int
    then: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What a restore would change: counts, people by name, and the changes since the backup."""

    counts: tuple[Count, ...]
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    changes_count: int = 0
