# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people are kept: the rules of the centre, and who may go by them."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class LastContact(StrEnum):
    """What somebody last had to do with the centre."""

    MEMBERSHIP = "membership"
    VISIT = "visit"
    VOLUNTEERING = "volunteering"
    OTHER = "other"  # added or changed by hand, a consent, a request


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRules:
    """Years that people are kept after the last contact; the amounts they paid are kept longer.

    The defaults are those of PRODUCT.md; the tax office asks for seven years of money, and files
    that were read in can be the papers behind it. A file goes sooner with whoever stands in it.
    """

    membership: int = 2
    visit: int = 2
    volunteering: int = 2
    other: int = 2
    money: int = 7
    files: int = 7

    def years_after(self, contact: LastContact) -> int:
        """How many years after this kind of contact."""
        years: int = getattr(self, contact.value)
        return years


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What the rules ask of a person. ``last`` are days by kind; ``active``: one still runs."""

    id: int
    name: str
    active: bool
    last: Mapping[LastContact, datetime.date]
    last_paid_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MayGo:
    """Somebody who may go: why, since when, and up to which year what they paid is kept."""

    person_id: int
    name: str
    contact: LastContact
    last_day: datetime.date
    since: datetime.date
    money_until: int | None = None


def who_may_go(
    people: Iterable[PersonFacts], rules: RetentionRules, today: datetime.date
) -> list[MayGo]:
    """Who is kept longer than the rules say, who went longest ago first.

    Every contact has a term of its own; the one that ends last counts. Whoever is a member or
    a volunteer now stays, and so does somebody of whom no day at all is known.
    """
    found = [one for person in people for one in _may_go(person, rules, today)]
    return sorted(found, key=lambda one: (one.since, one.name, one.person_id))


def _may_go(person: PersonFacts, rules: RetentionRules, today: datetime.date) -> Iterator[MayGo]:
    if person.active or not person.last:
        return
    ends = {
        contact: years_later(day, rules.years_after(contact))
        for contact, day in person.last.items()
    }
    contact = max(ends, key=lambda one: (ends[one], one))
    if ends[contact] >= today:
        return
    paid = person.last_paid_year
    kept_until = None if paid is None else paid + rules.money
    yield MayGo(
        person_id=person.id,
        name=person.name,
        contact=contact,
        last_day=person.last[contact],
        since=ends[contact],
        money_until=kept_until if kept_until is not None and kept_until >= today.year else None,
    )


def years_later(day: datetime.date, years: int) -> datetime.date:
    """The same day some years later; 29 February becomes the 28th where it has to."""
    year = min(day.year + years, datetime.MAXYEAR)
    return datetime.date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
