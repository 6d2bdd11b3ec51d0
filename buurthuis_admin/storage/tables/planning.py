# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables around activities: rooms, days on which nothing is held, helpers, own contributions."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.planning import ClosingKind, HelperRole
from buurthuis_admin.storage.tables.base import (
    Base,
    Key,
    Words,
    check,
    is_day,
    is_one_of,
    not_empty,
    not_negative,
    options,
    refers_to,
)


class Room(Base):
    """A room of the building. Activities and meetings name it by its name."""

    __tablename__ = "rooms"
    __table_args__ = (
        not_empty("name"),
        not_empty("folded_name"),
        not_negative("capacity"),
        UniqueConstraint("folded_name"),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    folded_name: Mapped[str]
    capacity: Mapped[int | None]


class ClosingDay(Base):
    """Days in a row on which the centre is closed, or that are school holidays."""

    __tablename__ = "closing_days"
    __table_args__ = (
        not_empty("name"),
        is_day("first_day"),
        is_day("last_day"),
        check("last_after_first", "last_day >= first_day"),
        is_one_of("kind", ClosingKind),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    first_day: Mapped[int]
    last_day: Mapped[int]
    kind: Mapped[str] = mapped_column(server_default=text("'closed'"))


class ActivityPerson(Base):
    """Somebody who leads an activity or helps with it."""

    __tablename__ = "activity_people"
    __table_args__ = (
        is_one_of("role", HelperRole),
        UniqueConstraint("activity_id", "person_id"),
        Index("ix_activity_people_person_id", "person_id"),
        options(),
    )

    id: Mapped[Key]
    activity_id: Mapped[int] = mapped_column(refers_to("activities.id"))
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    role: Mapped[str] = mapped_column(server_default=text("'volunteer'"))


class OwnContribution(Base):
    """What somebody pays for an activity in a season, the year in which it begins.

    It stays when the person leaves, without the name: money that came in is accounted for.
    """

    __tablename__ = "own_contributions"
    __table_args__ = (
        check("season_is_year", "season BETWEEN 1900 AND 9999"),
        not_negative("amount"),
        is_day("paid_on"),
        Index(
            "uq_own_contributions_season",
            "activity_id",
            "person_id",
            "season",
            unique=True,
            sqlite_where=text("person_id IS NOT NULL"),
        ),
        Index("ix_own_contributions_person_id", "person_id"),
        options(),
    )

    id: Mapped[Key]
    activity_id: Mapped[int] = mapped_column(refers_to("activities.id", on_delete="RESTRICT"))
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id", on_delete="SET NULL"))
    season: Mapped[int]
    amount: Mapped[int]
    paid_on: Mapped[int | None]
    remark: Mapped[Words]
