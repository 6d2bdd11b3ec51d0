# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Persons, and what ties them to the centre: membership, household, volunteering, consent."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people_rows import MemberFilter, PersonRow

__all__ = [
    "Address",
    "Contribution",
    "Household",
    "MemberFilter",
    "Membership",
    "Person",
    "PersonDetail",
    "PersonRow",
    "Sex",
    "Volunteer",
    "VolunteerHours",
]

_HOUSE = re.compile(r"(?P<number>\d+)(?P<gap>[\s-]*)(?P<rest>.*)")


class Sex(StrEnum):
    """As it stands in a members list; most activities have no need of it."""

    FEMALE = "V"
    MALE = "M"
    OTHER = "X"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a person lives. ``house`` is number, letter and addition: '138', '49B', '12-II'."""

    street: str = ""
    house: str = ""
    postcode: str = ""
    town: str = ""
    neighbourhood: str = ""

    @property
    def house_number(self) -> int | None:
        """The number alone, for sorting a street; None when there is none."""
        match = _HOUSE.match(self.house)
        return int(match["number"]) if match else None

    @property
    def postcode_area(self) -> str:
        """The four digits of a Dutch postcode; '' for none or for one from abroad."""
        head = self.postcode[:4]
        return head if len(head) == 4 and head.isdigit() else ""

    @property
    def line(self) -> str:
        """Street and house number."""
        return f"{self.street} {self.house}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Anyone known by name. ``id`` is None until the person is kept."""

    id: int | None = None
    name: PersonName
    sex: Sex | None = None
    born: PartialDate | None = None
    address: Address = field(default_factory=Address)
    phone: str = ""
    mobile: str = ""
    email: str = ""
    iban: str = ""
    remark: str = ""
    household_id: int | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """One period as a member. ``end`` is the last day of it; a person can have several.

    ``start`` None means that the list does not say: the person counts as a member up to
    ``end``. A partial start counts from its first possible day, a partial end up to its last.
    """

    id: int | None = None
    person_id: int | None = None
    number: str = ""
    kind: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    end_reason: str = ""
    fee: Decimal | None = None

    def on(self, day: datetime.date) -> bool:
        """Whether this is a membership on a day (start ≤ day ≤ end)."""
        started = self.start is None or self.start.first_day <= day
        return started and (self.end is None or self.end.last_day >= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a member owed and paid for a year. ``paid`` None: the list does not say."""

    id: int | None = None
    membership_id: int | None = None
    year: int
    amount: Decimal | None = None
    paid: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """People at one address who get one letter."""

    id: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """That a person works for the centre without pay. Of a VOG only two dates are kept."""

    id: int | None = None
    person_id: int | None = None
    tasks: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    vog_seen_on: datetime.date | None = None
    vog_valid_until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerHours:
    """Hours that a person worked, on a day or in a month or year (a partial date)."""

    id: int | None = None
    person_id: int | None = None
    activity_id: int | None = None
    day: PartialDate
    hours: Decimal
    task: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetail:
    """All that one page about a person shows."""

    person: Person
    memberships: tuple[Membership, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    volunteer: Volunteer | None = None
    household: Household | None = None
