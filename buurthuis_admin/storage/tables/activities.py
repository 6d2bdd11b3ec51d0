# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of activities, their sessions, and who came."""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.activities import EnrolmentState
from buurthuis_admin.storage.tables.base import (
    Base,
    Flag,
    Key,
    Words,
    check,
    is_day,
    is_flag,
    is_one_of,
    is_time,
    not_empty,
    not_negative,
    options,
    refers_to,
)


class Activity(Base):
    """What the centre offers. ``folded_name`` makes 'Taalcafé' and 'taalcafe' one activity."""

    __tablename__ = "activities"
    __table_args__ = (
        not_empty("name"),
        not_empty("folded_name"),
        not_negative("capacity"),
        not_negative("own_contribution"),
        is_flag("archived"),
        UniqueConstraint("folded_name"),
        options(),
    )

    id: Mapped[Key]
    name: Mapped[str]
    folded_name: Mapped[str]
    theme: Mapped[Words]
    target_group: Mapped[Words]
    room: Mapped[Words]
    leader: Mapped[Words]
    capacity: Mapped[int | None]
    own_contribution: Mapped[int | None]
    weekday_and_time: Mapped[Words]
    archived: Mapped[Flag]


class Series(Base):
    """A repeating schedule: an RFC 5545 recurrence rule.

    Room and leader are NULL where they are those of the activity. Closing days of the centre are
    always left out; the two flags say whether it goes on on public and in school holidays.
    """

    __tablename__ = "series"
    __table_args__ = (
        not_empty("rule"),
        is_day("first_day"),
        is_time("starts_at"),
        is_time("ends_at"),
        is_flag("on_holidays"),
        is_flag("in_school_holidays"),
        check("ends_after_start", "ends_at > starts_at"),
        # Lets a session name a series of its own activity only.
        UniqueConstraint("id", "activity_id"),
        Index("ix_series_activity_id", "activity_id"),
        options(),
    )

    id: Mapped[Key]
    activity_id: Mapped[int] = mapped_column(refers_to("activities.id"))
    rule: Mapped[str]
    first_day: Mapped[int]
    starts_at: Mapped[int | None]
    ends_at: Mapped[int | None]
    room: Mapped[str | None]
    leader: Mapped[str | None]
    on_holidays: Mapped[Flag]
    in_school_holidays: Mapped[Flag]


class Session(Base):
    """One dated meeting. ``state``: 0 planned, 1 held, 2 cancelled (``storage.values``).

    ``series_day`` is the day of the series that it stands for, wherever it was moved to: so a
    series never gets two meetings for one of its days. Room and leader are NULL where they are
    those of the activity. An activity with sessions is never deleted: its visits are part of the
    figures.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        is_day("series_day"),
        is_day("day"),
        is_time("starts_at"),
        is_time("ends_at"),
        check("ends_after_start", "ends_at > starts_at"),
        check("state_is_known", "state BETWEEN 0 AND 2"),
        ForeignKeyConstraint(
            ["series_id", "activity_id"], ["series.id", "series.activity_id"], ondelete="RESTRICT"
        ),
        # The year's figures ask nothing of a session but these.
        Index("ix_sessions_day", "day", "state", "activity_id", "id"),
        Index("ix_sessions_activity_id", "activity_id", "day", "state", "id"),
        Index("ix_sessions_series_id", "series_id"),
        Index(
            "uq_sessions_series_day",
            "series_id",
            "series_day",
            unique=True,
            sqlite_where=text("series_day IS NOT NULL"),
        ),
        options(),
    )

    id: Mapped[Key]
    activity_id: Mapped[int] = mapped_column(refers_to("activities.id", on_delete="RESTRICT"))
    series_id: Mapped[int | None]
    series_day: Mapped[int | None]
    day: Mapped[int]
    starts_at: Mapped[int | None]
    ends_at: Mapped[int | None]
    room: Mapped[str | None]
    leader: Mapped[str | None]
    state: Mapped[int] = mapped_column(server_default=text("1"))
    reason: Mapped[Words]
    remark: Mapped[Words]


class Enrolment(Base):
    """A person on the list of an activity; ``position`` orders the waiting list."""

    __tablename__ = "enrolments"
    __table_args__ = (
        is_one_of("state", EnrolmentState),
        not_negative("position"),
        is_day("since"),
        is_day("until"),
        check("until_after_since", "until >= since"),
        Index(
            "uq_enrolments_running",
            "activity_id",
            "person_id",
            unique=True,
            sqlite_where=text("state <> 'ended'"),
        ),
        Index("ix_enrolments_person_id", "person_id"),
        options(),
    )

    id: Mapped[Key]
    activity_id: Mapped[int] = mapped_column(refers_to("activities.id"))
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    state: Mapped[str] = mapped_column(server_default=text("'enrolled'"))
    position: Mapped[int] = mapped_column(server_default=text("0"))
    since: Mapped[int | None]
    until: Mapped[int | None]


class Attendance(Base):
    """One person at one session: the key allows no second.

    ``status``: 0 unknown, 1 present, 2 absent, 3 excused; ``role``: 0 participant, 1 volunteer.
    Kept in the order of the key, so that a year is read without any other index. A person with
    attendances is never deleted: anonymising keeps the row, and so the totals.
    """

    __tablename__ = "attendances"
    __table_args__ = (
        check("status_is_known", "status BETWEEN 0 AND 3"),
        check("role_is_known", "role BETWEEN 0 AND 1"),
        Index("ix_attendances_person_id", "person_id", "status", "session_id"),
        options(rowid=False),
    )

    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(
        refers_to("people.id", on_delete="RESTRICT"), primary_key=True
    )
    status: Mapped[int]
    role: Mapped[int] = mapped_column(server_default=text("0"))


class TallyType(Base):
    """A kind of anonymous visitor that the centre counts."""

    __tablename__ = "tally_types"
    __table_args__ = (not_empty("name"), UniqueConstraint("name"), options())

    id: Mapped[Key]
    name: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))


class HeadCount(Base):
    """Anonymous visitors of a session, by tally type."""

    __tablename__ = "head_counts"
    __table_args__ = (
        not_negative("number"),
        Index("ix_head_counts_tally_type_id", "tally_type_id"),
        options(rowid=False),
    )

    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    tally_type_id: Mapped[int] = mapped_column(
        refers_to("tally_types.id", on_delete="RESTRICT"), primary_key=True
    )
    number: Mapped[int]
