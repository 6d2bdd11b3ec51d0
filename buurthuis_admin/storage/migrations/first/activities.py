# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 1: the tables of activities, sessions and attendance."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.parts import (
    check,
    day,
    flag,
    index,
    key,
    not_empty,
    not_negative,
    number,
    optional_number,
    primary_key,
    refers,
    refers_by,
    table,
    text,
    time,
    unique,
    unique_index,
    words,
)


def create() -> None:
    """Make the tables, those that others refer to first."""
    _activities()
    _series()
    _sessions()
    _enrolments()
    _attendances()
    _tally_types()
    _head_counts()


def _activities() -> None:
    table(
        "activities",
        key(),
        *text("name", "folded_name"),
        *words("theme", "target_group", "room", "leader"),
        *optional_number("capacity", "own_contribution"),
        *words("weekday_and_time"),
        *number("archived", default=0),
        not_empty("name"),
        not_empty("folded_name"),
        not_negative("capacity"),
        not_negative("own_contribution"),
        flag("archived"),
        unique("folded_name"),
    )


def _series() -> None:
    table(
        "series",
        key(),
        *number("activity_id"),
        *text("rule"),
        *number("first_day"),
        *optional_number("starts_at", "ends_at"),
        not_empty("rule"),
        day("first_day"),
        time("starts_at"),
        time("ends_at"),
        check("ends_after_start", "ends_at > starts_at"),
        refers("activity_id", "activities"),
        unique("id", "activity_id"),
    )
    index("ix_series_activity_id", "series", "activity_id")


def _sessions() -> None:
    table(
        "sessions",
        key(),
        *number("activity_id"),
        *optional_number("series_id"),
        *number("day"),
        *optional_number("starts_at"),
        *number("state", default=1),
        *words("reason", "remark"),
        day("day"),
        time("starts_at"),
        check("state_is_known", "state BETWEEN 0 AND 2"),
        refers("activity_id", "activities", on_delete="RESTRICT"),
        refers_by(
            ["series_id", "activity_id"], "series", ["id", "activity_id"], on_delete="RESTRICT"
        ),
    )
    index("ix_sessions_activity_id", "sessions", "activity_id", "day", "state", "id")
    index("ix_sessions_day", "sessions", "day", "state", "activity_id", "id")
    index("ix_sessions_series_id", "sessions", "series_id")


def _enrolments() -> None:
    table(
        "enrolments",
        key(),
        *number("activity_id", "person_id"),
        *text("state", default="enrolled"),
        *number("position", default=0),
        *optional_number("since", "until"),
        check("state_is_known", "state IN ('enrolled', 'waiting', 'ended')"),
        not_negative("position"),
        day("since"),
        day("until"),
        check("until_after_since", "until >= since"),
        refers("activity_id", "activities"),
        refers("person_id", "people"),
    )
    index("ix_enrolments_person_id", "enrolments", "person_id")
    unique_index(
        "uq_enrolments_running", "enrolments", "activity_id", "person_id", where="state <> 'ended'"
    )


def _attendances() -> None:
    table(
        "attendances",
        *number("session_id", "person_id", "status"),
        *number("role", default=0),
        primary_key("session_id", "person_id"),
        check("status_is_known", "status BETWEEN 0 AND 3"),
        check("role_is_known", "role BETWEEN 0 AND 1"),
        refers("person_id", "people", on_delete="RESTRICT"),
        refers("session_id", "sessions"),
        rowid=False,
    )
    index("ix_attendances_person_id", "attendances", "person_id", "status", "session_id")


def _tally_types() -> None:
    table(
        "tally_types",
        key(),
        *text("name"),
        *number("position", default=0),
        not_empty("name"),
        unique("name"),
    )


def _head_counts() -> None:
    table(
        "head_counts",
        *number("session_id", "tally_type_id", "number"),
        primary_key("session_id", "tally_type_id"),
        not_negative("number"),
        refers("session_id", "sessions"),
        refers("tally_type_id", "tally_types", on_delete="RESTRICT"),
        rowid=False,
    )
    index("ix_head_counts_tally_type_id", "head_counts", "tally_type_id")
