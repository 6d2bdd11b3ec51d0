# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of one session: who is expected, who came, and what stands on the paper."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from buurthuis_admin.domain.activities import (
    AttendanceRole,
    AttendanceStatus,
    HeadCount,
    Session,
)
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.text import fold

REGULAR_SESSIONS = 10  # who came to one of the last so many is expected again
BLANK_ROWS = 20  # on a printed sheet, for who is not on it


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of one person at one session. No mark at all is nothing known."""

    status: AttendanceStatus
    role: AttendanceRole = AttendanceRole.PARTICIPANT

    @property
    def came(self) -> bool:
        """Whether this counts as a visit."""
        return self.status is AttendanceStatus.PRESENT


PRESENT = Mark(AttendanceStatus.PRESENT)
HELPED = Mark(AttendanceStatus.PRESENT, AttendanceRole.VOLUNTEER)
EXCUSED = Mark(AttendanceStatus.EXCUSED)
ABSENT = Mark(AttendanceStatus.ABSENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody on the list of a session. ``number`` is the row of the printed sheet.

    ``street`` is filled in only where two people on the list have one name.
    """

    person_id: int
    given: str
    surname: str
    sort_key: str = ""
    number: int | None = None
    street: str = ""
    regular: bool = False
    last_visit: datetime.date | None = None
    mark: Mark | None = None

    @property
    def name(self) -> str:
        """The name in a sentence."""
        return " ".join(part for part in (self.given, self.surname) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorList:
    """Everything on the screen of one session.

    ``tell_last_visit``: the centre wants the last visit on the tiles.
    """

    session: Session
    activity: str
    room: str = ""
    visitors: tuple[Visitor, ...] = ()
    counts: tuple[HeadCount, ...] = ()
    tell_last_visit: bool = False

    @property
    def total(self) -> Total:
        """Who came, with a name and without."""
        return Total(
            sum(1 for one in self.visitors if one.mark is not None and one.mark.came),
            sum(count.number for count in self.counts),
        )


@dataclass(frozen=True, slots=True)
class Total:
    """'12 with a name + 5 without = 17'."""

    named: int = 0
    anonymous: int = 0

    @property
    def visits(self) -> int:
        """Everybody who came."""
        return self.named + self.anonymous


def names_of(name: PersonName) -> tuple[str, str]:
    """The two lines of a tile: what somebody is called, and the surname."""
    given = name.first or name.initials
    return (given, name.surname) if given else (name.full, "")


def in_order(visitors: Iterable[Visitor]) -> list[Visitor]:
    """As people look for themselves: by first name, then surname without its prefix."""
    return sorted(visitors, key=lambda one: (fold(one.given), one.sort_key, one.person_id))


def told_apart(visitors: Iterable[Visitor], streets: Mapping[int, str]) -> list[Visitor]:
    """Those who share their name with another get their street; never a birth date."""
    listed = list(visitors)
    shared = Counter(fold(one.name) for one in listed)
    return [
        replace(one, street=streets.get(one.person_id, "")) if shared[fold(one.name)] > 1 else one
        for one in listed
    ]


def difference(total: Total, on_paper: int) -> int:
    """How many more stand on the paper than were entered; negative when there are fewer."""
    return on_paper - total.visits
