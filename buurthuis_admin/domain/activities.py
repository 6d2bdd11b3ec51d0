# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities, the meetings they are held in, and who came."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What the centre offers. Theme and target group are the administrator's own words."""

    id: int | None = None
    name: str
    theme: str = ""
    target_group: str = ""
    room: str = ""
    leader: str = ""
    capacity: int | None = None
    own_contribution: Decimal | None = None
    weekday_and_time: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A repeating schedule: an RFC 5545 recurrence rule and the times of a meeting.

    ``room`` and ``leader`` None are those of the activity.
    """

    id: int | None = None
    activity_id: int | None = None
    rule: str
    first_day: datetime.date
    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    room: str | None = None
    leader: str | None = None
    on_holidays: bool = False
    in_school_holidays: bool = False


class SessionState(StrEnum):
    """What became of a meeting."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One dated meeting of an activity.

    ``series_day`` is the day of its series that it stands for. ``room`` and ``leader`` None are
    those of the activity.
    """

    id: int | None = None
    activity_id: int | None = None
    series_id: int | None = None
    series_day: datetime.date | None = None
    day: datetime.date
    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    room: str | None = None
    leader: str | None = None
    state: SessionState = SessionState.HELD
    reason: str = ""
    remark: str = ""


class EnrolmentState(StrEnum):
    """Where a person stands on the list of an activity."""

    ENROLLED = "enrolled"
    WAITING = "waiting"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A person on the list of an activity; ``position`` orders the waiting list."""

    id: int | None = None
    activity_id: int | None = None
    person_id: int | None = None
    state: EnrolmentState = EnrolmentState.ENROLLED
    position: int = 0
    since: datetime.date | None = None
    until: datetime.date | None = None


class AttendanceStatus(StrEnum):
    """Whether a person came. Illness has no field: it is an excuse (afgemeld)."""

    PRESENT = "present"
    ABSENT = "absent"
    EXCUSED = "excused"
    UNKNOWN = "unknown"


class AttendanceRole(StrEnum):
    """As what a person came."""

    PARTICIPANT = "participant"
    VOLUNTEER = "volunteer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person at one session: there is at most one."""

    session_id: int | None = None
    person_id: int | None = None
    status: AttendanceStatus
    role: AttendanceRole = AttendanceRole.PARTICIPANT


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyType:
    """A kind of anonymous visitor that the centre counts: children, adults, …."""

    id: int | None = None
    name: str
    position: int = 0


# Tally types that every administration has; the name is the key, the screen translates it.
TALLY_VISITORS = "visitors"  # 'bezoekers': nothing more is known of them
TALLY_BROUGHT = "brought"  # came with a named person ('2' in the cell of Fam. Jansen: one more)
TALLY_ERASED = "erased"  # came by name, and was erased since: the visit is still counted


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """Anonymous visitors of a session, by tally type. ``number`` is never negative."""

    session_id: int | None = None
    tally_type: str = TALLY_VISITORS
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """One line of the list of activities, with its counts over a period."""

    id: int
    name: str
    theme: str
    sessions: int
    visits: int
    unique: int
    last_session: datetime.date | None
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One line of the sessions of an activity."""

    id: int
    day: datetime.date
    state: SessionState
    named: int
    anonymous: int
    remark: str

    @property
    def visits(self) -> int:
        """Everybody who came: with a name and without."""
        return self.named + self.anonymous
