# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands behind a figure, as lines to read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Behind(StrEnum):
    """What the lines are."""

    SESSIONS = "sessions"
    PEOPLE = "people"
    HOURS = "hours"
    ACTIVITIES = "activities"
    PAYMENTS = "payments"
    BOOKINGS = "bookings"
    LINES = "lines"
    REQUESTS = "requests"
    AGREEMENTS = "agreements"


@dataclass(frozen=True, slots=True)
class Lines:
    """A part of the lines behind a figure, and how many there are in all."""

    behind: Behind
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ids: tuple[int, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A part of the lines behind a figure. ``count``: how many there are in all.

    ``ids`` name what each line is about (a session, a person, a booking), to go there; 0 is
    nothing to go to.
    """

    title: str
    sentence: str
    behind: Behind
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    ids: tuple[int, ...]
    count: int
