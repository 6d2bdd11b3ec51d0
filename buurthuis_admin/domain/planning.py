# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What planning needs around activities: rooms, closed days, helpers, lists and money.

Times are those on the clock of the wall. Nothing here knows of time zones, so the days on which
the clock is moved are days like all others.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.activities import EnrolmentState, SessionState
from buurthuis_admin.domain.text import fold

SEASON_BEGINS = 9  # a season runs from September up to and including August
_DAY = datetime.timedelta(days=1)


class ClosingKind(StrEnum):
    """Why nothing is held: the centre is closed, or it is a school holiday."""

    CLOSED = "closed"
    SCHOOL = "school"


class HelperRole(StrEnum):
    """As what somebody is tied to an activity."""

    LEADER = "leader"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room of the building."""

    id: int | None = None
    name: str
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingDay:
    """Days in a row, both included, with the name by which people know them."""

    id: int | None = None
    name: str
    first_day: datetime.date
    last_day: datetime.date
    kind: ClosingKind = ClosingKind.CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody who leads an activity or helps with it."""

    id: int | None = None
    activity_id: int
    person_id: int
    name: str = ""
    role: HelperRole = HelperRole.VOLUNTEER


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnContribution:
    """What somebody pays for an activity in a season; ``paid_on`` None: not yet."""

    id: int | None = None
    activity_id: int
    person_id: int
    season: int
    amount: Decimal
    paid_on: datetime.date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A line of the list of an activity, with what was paid for the season."""

    enrolment_id: int
    person_id: int
    name: str
    sorted_name: str
    state: EnrolmentState
    position: int = 0
    since: datetime.date | None = None
    phone: str = ""
    email: str = ""
    contribution: OwnContribution | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSession:
    """A meeting as the calendar shows it, with the room and leader that hold for it."""

    id: int
    activity_id: int
    activity: str
    day: datetime.date
    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    room: str = ""
    leader: str = ""
    state: SessionState = SessionState.PLANNED
    reason: str = ""
    remark: str = ""
    series_id: int | None = None
    counted: bool = False  # somebody filled in who came

    @property
    def fixed(self) -> bool:
        """Whether it was held, or somebody filled in who came: it is never moved silently."""
        return self.counted or self.state is SessionState.HELD


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two meetings in one room at one time."""

    first: CalendarSession
    second: CalendarSession


def season_of(day: datetime.date) -> int:
    """The season of a day, called after the year in which it begins."""
    return day.year if day.month >= SEASON_BEGINS else day.year - 1


def season_end(day: datetime.date) -> datetime.date:
    """The last day of the season of a day."""
    return datetime.date(season_of(day) + 1, SEASON_BEGINS, 1) - _DAY


def overlaps(sessions: Iterable[CalendarSession]) -> list[Overlap]:
    """Meetings that share a room and a moment. Warns, and never forbids.

    A meeting without a room, or that was cancelled, is in nobody's way. Without a time it takes
    the whole day; without an end it takes an hour.
    """
    by_place: dict[tuple[str, datetime.date], list[CalendarSession]] = {}
    for one in sessions:
        if one.room and one.state is not SessionState.CANCELLED:
            by_place.setdefault((fold(one.room), one.day), []).append(one)
    return [pair for found in by_place.values() for pair in _pairs(found)]


def _pairs(sessions: Sequence[CalendarSession]) -> Iterator[Overlap]:
    for number, first in enumerate(sessions):
        for second in sessions[number + 1 :]:
            (start, end), (other_start, other_end) = _minutes(first), _minutes(second)
            if start < other_end and other_start < end:
                yield Overlap(first, second)


def _minutes(one: CalendarSession) -> tuple[int, int]:
    if one.starts_at is None:
        return 0, 24 * 60
    start = one.starts_at.hour * 60 + one.starts_at.minute
    if one.ends_at is None:
        return start, start + 60
    return start, one.ends_at.hour * 60 + one.ends_at.minute


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """On which days nothing is held, and by which name: three lists that are asked in turn."""

    closed: Sequence[ClosingDay] = ()
    holidays: Mapping[datetime.date, str] = field(default_factory=dict)
    on_holidays: bool = False
    in_school_holidays: bool = False

    def reason(self, day: datetime.date) -> str:
        """Why nothing is held on a day; '' when it goes on."""
        for one in self.closed:
            ignored = one.kind is ClosingKind.SCHOOL and self.in_school_holidays
            if one.first_day <= day <= one.last_day and not ignored:
                return one.name
        return "" if self.on_holidays else self.holidays.get(day, "")


def next_waiting(participants: Iterable[Participant]) -> Participant | None:
    """Who is first on the waiting list."""
    waiting = [one for one in participants if one.state is EnrolmentState.WAITING]
    return min(waiting, key=lambda one: (one.position, one.enrolment_id), default=None)


def room_left(capacity: int | None, participants: Iterable[Participant]) -> int | None:
    """How many more can come; None when there is no limit."""
    if capacity is None:
        return None
    enrolled = sum(one.state is EnrolmentState.ENROLLED for one in participants)
    return max(0, capacity - enrolled)
