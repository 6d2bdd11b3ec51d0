# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that the administration knows or is about to know, in the form of the plan.

A draft with an ``id`` is known already; one without will be new. ``changed`` tells, field by
field, what a known one was and will be.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from buurthuis_admin.domain.activities import AttendanceStatus, SessionState
from buurthuis_admin.domain.dates import PartialDate, Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Sex
from buurthuis_admin.domain.subsidies import SubsidyState
from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.records import BudgetRecord, Source

Changes = dict[str, tuple[object, object]]


@dataclass(slots=True)
class ContributionDraft:
    """What was owed and paid for a year."""

    amount: Decimal | None = None
    paid: bool | None = None
    id: int | None = None
    changed: bool = False


@dataclass(slots=True)
class MembershipDraft:
    """A period as a member."""

    number: str = ""
    kind: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    end_reason: str = ""
    fee: Decimal | None = None
    contributions: dict[int, ContributionDraft] = field(default_factory=dict)
    id: int | None = None
    changed: bool = False


@dataclass(slots=True, eq=False)
class PersonDraft:
    """A person with memberships and volunteering."""

    name: PersonName
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
    memberships: list[MembershipDraft] = field(default_factory=list)
    volunteer: bool = False
    tasks: str = ""
    household: PersonDraft | None = None  # the person with whom a new household is made
    id: int | None = None
    household_id: int | None = None
    volunteer_changed: bool = False
    changed: Changes = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class ActivityDraft:
    """An activity; the words of a list of activities fill in what is still empty."""

    name: str
    theme: str = ""
    target_group: str = ""
    room: str = ""
    leader: str = ""
    weekday_and_time: str = ""
    capacity: int | None = None
    own_contribution: Decimal | None = None
    id: int | None = None
    sources: list[Source] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class SessionDraft:
    """A meeting with who came, as known before (``known_…``) and as it will be."""

    activity: ActivityDraft
    day: datetime.date
    state: SessionState = SessionState.HELD
    reason: str = ""
    remark: str = ""
    id: int | None = None
    changed: bool = False
    known_attendance: dict[int, AttendanceStatus] = field(default_factory=dict)  # by person id
    known_counts: dict[str, int] = field(default_factory=dict)
    attendance: dict[PersonDraft, AttendanceStatus] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class SubsidyDraft:
    """A dossier. ``received_more`` and ``spent_more`` come on top of what is known."""

    funder: str
    reference: str = ""
    purpose: str = ""
    state: SubsidyState = SubsidyState.APPLIED
    requested: Decimal | None = None
    awarded: Decimal | None = None
    received: Decimal = Decimal("0.00")
    spent: Decimal = Decimal("0.00")
    applied_on: datetime.date | None = None
    decided_on: datetime.date | None = None
    due_on: datetime.date | None = None
    period: Period | None = None
    remark: str = ""
    budget: tuple[BudgetRecord, ...] = ()
    activity: ActivityDraft | None = None
    id: int | None = None
    known_received: Decimal = Decimal("0.00")
    known_spent: Decimal = Decimal("0.00")
    has_budget: bool = False
    sources: list[Source] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class HoursDraft:
    """Hours of a volunteer at a day, month or year."""

    person: PersonDraft
    day: PartialDate
    hours: Decimal
    activity: ActivityDraft | None = None
    task: str = ""
    id: int | None = None
    changed: bool = False
    source: Source | None = None


@dataclass(slots=True)
class Known:
    """What the administration knows before the import."""

    people: list[PersonDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)
    sessions: dict[tuple[int, datetime.date], list[SessionDraft]] = field(default_factory=dict)
    enrolled: set[tuple[int, int]] = field(default_factory=set)  # activity id, person id
    subsidies: list[SubsidyDraft] = field(default_factory=list)
    hours: list[HoursDraft] = field(default_factory=list)
    file_hashes: set[str] = field(default_factory=set)
    by_row: dict[Source, list[PersonDraft]] = field(default_factory=dict)
    """Who came from the rows of these very files before."""
    settled: dict[Source, SettledRow] = field(default_factory=dict)
    """Rows of these very files about which was decided, or still is to be."""


class RowState(StrEnum):
    """How it stands with a row that was set aside."""

    WAITING = "waiting"
    ANSWERED = "answered"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A row that was set aside before, and why or why not."""

    state: RowState
    reason: Reason


@dataclass(slots=True)
class Plan:
    """What will be written. Nothing in it that is known and unchanged."""

    people: list[PersonDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)
    sessions: list[SessionDraft] = field(default_factory=list)
    enrolments: list[tuple[ActivityDraft, PersonDraft]] = field(default_factory=list)
    subsidies: list[SubsidyDraft] = field(default_factory=list)
    hours: list[HoursDraft] = field(default_factory=list)
    waiting: list[WaitingDraft] = field(default_factory=list)
    different: list[tuple[PersonDraft, PersonDraft]] = field(default_factory=list)
    named: list[PersonDraft] = field(default_factory=list)
    """Everybody whom the box names, also those of whom nothing changes: where they stand is kept,
    so that a file is not kept longer than somebody in it."""


@dataclass(frozen=True, slots=True)
class WaitingDraft:
    """A row that is kept until somebody answers. ``content`` is what ``set_aside.packed`` made."""

    source: Source
    reason: Reason
    content: Mapping[str, Any]
