# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: the rows of the printed sheet of a session."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.parts import (
    check,
    index,
    number,
    primary_key,
    refers,
    table,
    unique,
)


def create() -> None:
    """Make the table."""
    table(
        "session_places",
        *number("session_id", "person_id", "number"),
        primary_key("session_id", "person_id"),
        check("number_is_row", "number >= 1"),
        unique("session_id", "number"),
        refers("session_id", "sessions"),
        refers("person_id", "people"),
        rowid=False,
    )
    index("ix_session_places_person_id", "session_places", "person_id")
