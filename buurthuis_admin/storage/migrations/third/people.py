# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: letters and reminders, tasks, neighbour help."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text


def create() -> None:
    """Make the tables."""
    # The list leaves out the few who were made anonymous without reading everybody.
    op.create_index(
        "ix_people_anonymised_on",
        "people",
        ["anonymised_on"],
        sqlite_where=text("anonymised_on IS NOT NULL"),
    )
