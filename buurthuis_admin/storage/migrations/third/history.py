# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: a change of one row is told by its change set alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from buurthuis_admin.storage.migrations.parts import (
    check,
    key,
    not_empty,
    number,
    optional_number,
    optional_text,
    table,
    text,
    words,
)

_COPY = (
    "INSERT INTO change_sets (id, at, sentence, kind, reverts_id, token, first_row) "
    "SELECT id, at, sentence, kind, reverts_id, token, first_row FROM old_change_sets"
)


def create() -> None:
    """Give the change sets room for their only record."""
    # Made anew and filled, because SQLite cannot add a check to a table. Foreign keys are off.
    # In the legacy way a rename leaves alone the tables that refer to this one.
    op.execute("PRAGMA legacy_alter_table = ON")
    op.rename_table("change_sets", "old_change_sets")
    op.execute("PRAGMA legacy_alter_table = OFF")
    _change_sets()
    op.execute(_COPY)
    op.drop_table("old_change_sets")  # and its index
    op.create_index(
        "ix_change_sets_reverts_id",
        "change_sets",
        ["reverts_id"],
        sqlite_where=sa.text("reverts_id IS NOT NULL"),
    )


def _change_sets() -> None:
    table(
        "change_sets",
        key(),
        *text("at", "sentence"),
        *text("kind", default="change"),
        *optional_number("reverts_id"),
        *words("token"),
        *number("first_row", default=0),
        *optional_number("table_number", "operation", "row_key", "row_key_2"),
        *optional_text("before", "after"),
        not_empty("sentence"),
        check("kind_is_known", "kind IN ('change', 'undo', 'redo', 'final')"),
        check("operation_is_known", "operation BETWEEN 1 AND 3"),
        check(
            "record_is_whole",
            "operation IS NULL OR table_number * row_key * row_key_2 IS NOT NULL",
        ),
    )
