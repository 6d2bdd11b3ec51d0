# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: letters and reminders, tasks, neighbour help."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text as sql

from buurthuis_admin.storage.migrations.parts import (
    check,
    day,
    index,
    key,
    not_empty,
    not_negative,
    number,
    optional_number,
    refers,
    table,
    text,
    words,
)


def create() -> None:
    """Make the tables."""
    # The list leaves out the few who were made anonymous or archived without reading everybody.
    op.create_index(
        "ix_people_anonymised_on",
        "people",
        ["anonymised_on"],
        sqlite_where=sql("anonymised_on IS NOT NULL"),
    )
    op.create_index("ix_people_archived", "people", ["archived"], sqlite_where=sql("archived = 1"))
    _allowances()
    _neighbour_help()
    _help_given()


def _allowances() -> None:
    table(
        "allowances",
        key(),
        *optional_number("person_id"),
        *number("day", "amount"),
        *words("remark"),
        day("day"),
        check("amount_above_nothing", "amount > 0"),
        refers("person_id", "people", on_delete="SET NULL"),
    )
    index("ix_allowances_person_id", "allowances", "person_id")
    index("ix_allowances_day", "allowances", "day", "person_id", "amount")


def _neighbour_help() -> None:
    table(
        "neighbour_help",
        key(),
        *text("kind"),
        *optional_number("person_id"),
        *text("what"),
        *number("day"),
        *text("state", default="open"),
        *optional_number("closed_on"),
        check("kind_is_known", "kind IN ('request', 'offer')"),
        check("state_is_known", "state IN ('open', 'helped', 'closed')"),
        not_empty("what"),
        day("day"),
        day("closed_on"),
        check("closed_when_done", "(state = 'open') = (closed_on IS NULL)"),
        check("closed_after_asked", "closed_on >= day"),
        refers("person_id", "people", on_delete="SET NULL"),
    )
    index("ix_neighbour_help_person_id", "neighbour_help", "person_id")
    index("ix_neighbour_help_day", "neighbour_help", "day", "kind", "state")


def _help_given() -> None:
    table(
        "help_given",
        key(),
        *number("neighbour_help_id"),
        *optional_number("person_id"),
        *number("day", "hours"),
        day("day"),
        not_negative("hours"),
        refers("neighbour_help_id", "neighbour_help"),
        refers("person_id", "people", on_delete="SET NULL"),
    )
    index("ix_help_given_neighbour_help_id", "help_given", "neighbour_help_id")
    index("ix_help_given_person_id", "help_given", "person_id")
    index("ix_help_given_day", "help_given", "day")
