# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rows of a box say, before it is compared with what the administration knows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.activities import TALLY_VISITORS, AttendanceStatus
from buurthuis_admin.domain.dates import PartialDate, Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Sex
from buurthuis_admin.domain.subsidies import SubsidyState


@dataclass(slots=True, frozen=True)
class Source:
    """Where a record stands; ``row`` as a person sees it."""

    file: str
    sheet: str
    row: int


@dataclass(slots=True)
class PersonRecord:
    """A row of a members list. None and '' mean that the row does not say."""

    source: Source
    name: PersonName
    number: str = ""
    sex: Sex | None = None
    born: PartialDate | None = None
    street: str = ""
    house: str = ""
    postcode: str = ""
    town: str = ""
    neighbourhood: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    iban: str = ""
    remark: str = ""
    member: bool = True
    kind: str = ""
    joined: PartialDate | None = None
    left: PartialDate | None = None
    left_reason: str = ""
    fee: Decimal | None = None
    paid: bool | None = None
    year: int | None = None
    volunteer: bool | None = None
    tasks: str = ""
    household_with: int | None = None  # index of the record that shares this row


@dataclass(slots=True, frozen=True)
class PersonMention:
    """How an attendance sheet names a person."""

    name: PersonName
    number: str = ""


@dataclass(slots=True, frozen=True)
class SessionKey:
    """A meeting: ``ordinal`` tells several of one activity on one day apart."""

    activity: str
    day: datetime.date
    ordinal: int = 0


@dataclass(slots=True)
class SessionRecord:
    """A meeting that a sheet knows of."""

    key: SessionKey
    source: Source
    cancelled: bool = False
    reason: str = ""
    remark: str = ""


@dataclass(slots=True)
class PresenceRecord:
    """A person at a meeting; ``brought`` are further people without a name."""

    session: SessionKey
    person: PersonMention
    source: Source
    status: AttendanceStatus = AttendanceStatus.PRESENT
    brought: int = 0


@dataclass(slots=True)
class HeadCountRecord:
    """So many visitors without a name."""

    session: SessionKey
    source: Source
    number: int
    tally_type: str = TALLY_VISITORS


@dataclass(slots=True)
class SubsidyRecord:
    """A row of a subsidy list, or the title of a budget."""

    source: Source
    funder: str
    reference: str = ""
    purpose: str = ""
    state: SubsidyState = SubsidyState.APPLIED
    requested: Decimal | None = None
    awarded: Decimal | None = None
    received: Decimal | None = None
    spent: Decimal | None = None
    applied_on: datetime.date | None = None
    decided_on: datetime.date | None = None
    due_on: datetime.date | None = None
    period: Period | None = None
    remark: str = ""
    budget: tuple[BudgetRecord, ...] = ()
    rows: list[int] = field(default_factory=list)  # all rows that it was made of, for a budget


@dataclass(slots=True, frozen=True)
class BudgetRecord:
    """A post of a budget."""

    name: str
    planned: Decimal
    actual: Decimal


@dataclass(slots=True)
class ActivityRecord:
    """A row of a list of activities."""

    source: Source
    name: str
    theme: str = ""
    target_group: str = ""
    room: str = ""
    leader: str = ""
    weekday_and_time: str = ""
    capacity: int | None = None
    own_contribution: Decimal | None = None


@dataclass(slots=True)
class HoursRecord:
    """Hours of a volunteer on a day, or in a month or year."""

    source: Source
    person: PersonMention
    day: PartialDate
    hours: Decimal
    activity: str = ""
    task: str = ""


@dataclass(slots=True, frozen=True)
class EnrolmentRecord:
    """A person on the list of an activity, whether or not they ever came."""

    activity: str
    person: PersonMention
    source: Source


@dataclass(slots=True)
class Records:
    """All that was read from a box, in the order of its files and rows."""

    people: list[PersonRecord] = field(default_factory=list)
    sessions: list[SessionRecord] = field(default_factory=list)
    presences: list[PresenceRecord] = field(default_factory=list)
    head_counts: list[HeadCountRecord] = field(default_factory=list)
    subsidies: list[SubsidyRecord] = field(default_factory=list)
    activities: list[ActivityRecord] = field(default_factory=list)
    hours: list[HoursRecord] = field(default_factory=list)
    enrolments: list[EnrolmentRecord] = field(default_factory=list)
