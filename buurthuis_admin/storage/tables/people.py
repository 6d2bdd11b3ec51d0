# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of people, and of what ties them to the centre."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.names import NameUse
from buurthuis_admin.domain.people import Sex
from buurthuis_admin.storage.tables.base import (
    Base,
    Flag,
    Key,
    Words,
    check,
    is_day,
    is_flag,
    is_one_of,
    is_partial_day,
    last_possible,
    not_negative,
    options,
    refers_to,
)


class Household(Base):
    """People at one address who get one letter."""

    __tablename__ = "households"
    __table_args__ = (options(),)

    id: Mapped[Key]
    name: Mapped[Words]


class Person(Base):
    """Anyone known by name. ``search_text`` is folded, and is what the search index reads."""

    __tablename__ = "people"
    __table_args__ = (
        check("has_a_name", "trim(initials || first || last) <> ''"),
        is_one_of("name_use", NameUse),
        is_one_of("sex", Sex),
        is_partial_day("born"),
        is_flag("archived"),
        Index("ix_people_sort_key", "sort_key", "id"),
        Index("ix_people_household_id", "household_id"),
        Index(
            "ix_people_anonymised_on",
            "anonymised_on",
            sqlite_where=text("anonymised_on IS NOT NULL"),
        ),
        Index("ix_people_archived", "archived", sqlite_where=text("archived = 1")),
        options(),
    )

    id: Mapped[Key]
    initials: Mapped[Words]
    first: Mapped[Words]
    prefix: Mapped[Words]
    last: Mapped[Words]
    partner_prefix: Mapped[Words]
    partner_last: Mapped[Words]
    name_use: Mapped[str] = mapped_column(server_default=text("'own'"))
    sex: Mapped[str | None]
    born: Mapped[int | None]
    street: Mapped[Words]
    house: Mapped[Words]
    postcode: Mapped[Words]
    town: Mapped[Words]
    neighbourhood: Mapped[Words]
    phone: Mapped[Words]
    mobile: Mapped[Words]
    email: Mapped[Words]
    iban: Mapped[Words]
    remark: Mapped[Words]
    household_id: Mapped[int | None] = mapped_column(
        refers_to("households.id", on_delete="SET NULL")
    )
    archived: Mapped[Flag]
    anonymised_on: Mapped[int | None]
    sort_key: Mapped[str]
    search_text: Mapped[str]


class DifferentPeople(Base):
    """That a person said of two who look alike: these are two people. The lower id first."""

    __tablename__ = "different_people"
    __table_args__ = (
        check("lower_first", "first_id < second_id"),
        Index("ix_different_people_second_id", "second_id"),
        options(rowid=False),
    )

    first_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    second_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)


class MergedPerson(Base):
    """That somebody was made one with another: whoever erases that one, erases both histories."""

    __tablename__ = "merged_people"
    __table_args__ = (Index("ix_merged_people_kept_id", "kept_id"), options())

    gone_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kept_id: Mapped[int] = mapped_column(refers_to("people.id"))


class Membership(Base):
    """One period as a member; ``ends`` is the last day of it."""

    __tablename__ = "memberships"
    __table_args__ = (
        is_partial_day("starts"),
        is_partial_day("ends"),
        check("ends_after_start", f"{last_possible('ends')} >= starts"),
        not_negative("fee"),
        # All that the standing of a person and the members of a day are worked out from.
        Index("ix_memberships_person_id", "person_id", "starts", "ends", "number"),
        Index("ix_memberships_number", "number"),
        options(),
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    number: Mapped[Words]
    kind: Mapped[Words]
    starts: Mapped[int | None]
    ends: Mapped[int | None]
    end_reason: Mapped[Words]
    fee: Mapped[int | None]


class Contribution(Base):
    """What a member owed and paid for a year; ``paid`` NULL: the list does not say."""

    __tablename__ = "contributions"
    __table_args__ = (
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        not_negative("amount"),
        is_flag("paid"),
        UniqueConstraint("membership_id", "year"),
        options(),
    )

    id: Mapped[Key]
    membership_id: Mapped[int] = mapped_column(refers_to("memberships.id"))
    year: Mapped[int]
    amount: Mapped[int | None]
    paid: Mapped[int | None]


class Volunteer(Base):
    """That a person works for the centre without pay; one row per person."""

    __tablename__ = "volunteers"
    __table_args__ = (
        is_partial_day("since"),
        is_partial_day("until"),
        check("until_after_since", f"{last_possible('until')} >= since"),
        is_day("vog_seen_on"),
        is_day("vog_valid_until"),
        UniqueConstraint("person_id"),
        options(),
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    tasks: Mapped[Words]
    since: Mapped[int | None]
    until: Mapped[int | None]
    vog_seen_on: Mapped[int | None]
    vog_valid_until: Mapped[int | None]


class VolunteerHours(Base):
    """Hours that a person worked, in hundredths. A person with hours is never deleted."""

    __tablename__ = "volunteer_hours"
    __table_args__ = (
        is_partial_day("day"),
        not_negative("hours"),
        Index("ix_volunteer_hours_day", "day", "activity_id", "person_id", "hours"),
        Index("ix_volunteer_hours_person_id", "person_id"),
        Index("ix_volunteer_hours_activity_id", "activity_id"),
        options(),
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(refers_to("people.id", on_delete="RESTRICT"))
    activity_id: Mapped[int | None] = mapped_column(
        refers_to("activities.id", on_delete="RESTRICT")
    )
    day: Mapped[int]
    hours: Mapped[int]
    task: Mapped[Words]
