# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: rooms, closing days, and what an activity asks and gets."""

from __future__ import annotations

from collections.abc import Callable

from alembic import op

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
    optional_text,
    refers,
    refers_by,
    table,
    text,
    time,
    unique,
    unique_index,
    words,
)

_SERIES = "id, activity_id, rule, first_day, starts_at, ends_at"
_SESSIONS = "id, activity_id, series_id, day, starts_at, state, reason, remark"


def create() -> None:
    """Make the tables; series and sessions anew, as SQLite adds no check to a table."""
    _anew("series", _SERIES, _series)
    index("ix_series_activity_id", "series", "activity_id")
    _anew("sessions", _SESSIONS, _sessions)
    index("ix_sessions_activity_id", "sessions", "activity_id", "day", "state", "id")
    index("ix_sessions_day", "sessions", "day", "state", "activity_id", "id")
    unique_index(
        "uq_sessions_series_day",
        "sessions",
        "series_id",
        "series_day",
        where="series_day IS NOT NULL",
    )
    index("ix_sessions_series_id", "sessions", "series_id")
    _rooms()
    _closing_days()
    _activity_people()
    _own_contributions()


def _anew(name: str, kept: str, make: Callable[[], None]) -> None:
    # Foreign keys are off, and in the legacy way a rename leaves those who refer to it alone.
    op.execute("PRAGMA legacy_alter_table = ON")
    op.rename_table(name, f"old_{name}")
    op.execute("PRAGMA legacy_alter_table = OFF")
    make()
    op.execute(f"INSERT INTO {name} ({kept}) SELECT {kept} FROM old_{name}")  # noqa: S608  (our names)
    op.drop_table(f"old_{name}")


def _series() -> None:
    table(
        "series",
        key(),
        *number("activity_id"),
        *text("rule"),
        *number("first_day"),
        *optional_number("starts_at", "ends_at"),
        *optional_text("room", "leader"),
        *number("on_holidays", "in_school_holidays", default=0),
        not_empty("rule"),
        day("first_day"),
        time("starts_at"),
        time("ends_at"),
        flag("on_holidays"),
        flag("in_school_holidays"),
        check("ends_after_start", "ends_at > starts_at"),
        refers("activity_id", "activities"),
        unique("id", "activity_id"),
    )


def _sessions() -> None:
    table(
        "sessions",
        key(),
        *number("activity_id"),
        *optional_number("series_id", "series_day"),
        *number("day"),
        *optional_number("starts_at", "ends_at"),
        *optional_text("room", "leader"),
        *number("state", default=1),
        *words("reason", "remark"),
        day("series_day"),
        day("day"),
        time("starts_at"),
        time("ends_at"),
        check("ends_after_start", "ends_at > starts_at"),
        check("state_is_known", "state BETWEEN 0 AND 2"),
        refers("activity_id", "activities", on_delete="RESTRICT"),
        refers_by(
            ["series_id", "activity_id"], "series", ["id", "activity_id"], on_delete="RESTRICT"
        ),
    )


def _rooms() -> None:
    table(
        "rooms",
        key(),
        *text("name", "folded_name"),
        *optional_number("capacity"),
        not_empty("name"),
        not_empty("folded_name"),
        not_negative("capacity"),
        unique("folded_name"),
    )


def _closing_days() -> None:
    table(
        "closing_days",
        key(),
        *text("name"),
        *number("first_day", "last_day"),
        *text("kind", default="closed"),
        not_empty("name"),
        day("first_day"),
        day("last_day"),
        check("last_after_first", "last_day >= first_day"),
        check("kind_is_known", "kind IN ('closed', 'school')"),
    )


def _activity_people() -> None:
    table(
        "activity_people",
        key(),
        *number("activity_id", "person_id"),
        *text("role", default="volunteer"),
        check("role_is_known", "role IN ('leader', 'volunteer')"),
        refers("activity_id", "activities"),
        refers("person_id", "people"),
        unique("activity_id", "person_id"),
    )
    index("ix_activity_people_person_id", "activity_people", "person_id")


def _own_contributions() -> None:
    table(
        "own_contributions",
        key(),
        *number("activity_id"),
        *optional_number("person_id"),
        *number("season", "amount"),
        *optional_number("paid_on"),
        *words("remark"),
        check("season_is_year", "season BETWEEN 1900 AND 9999"),
        not_negative("amount"),
        day("paid_on"),
        refers("activity_id", "activities", on_delete="RESTRICT"),
        refers("person_id", "people", on_delete="SET NULL"),
    )
    unique_index(
        "uq_own_contributions_season",
        "own_contributions",
        "activity_id",
        "person_id",
        "season",
        where="person_id IS NOT NULL",
    )
    index("ix_own_contributions_person_id", "own_contributions", "person_id")
