# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 2: what was changed, row by row."""

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

_KEPT = "id, at, sentence"


def create() -> None:
    """Make the change sets anew with what undo needs, and the table of changed rows."""
    _change_sets()
    _row_changes()


def _change_sets() -> None:
    # Made anew and filled, because SQLite cannot add a check to a table. Foreign keys are off.
    # In the legacy way a rename leaves alone the tables that refer to this one.
    op.execute("PRAGMA legacy_alter_table = ON")
    op.rename_table("change_sets", "old_change_sets")
    op.execute("PRAGMA legacy_alter_table = OFF")
    table(
        "change_sets",
        key(),
        *text("at", "sentence"),
        *text("kind", default="change"),
        *optional_number("reverts_id"),
        *words("token"),
        *number("first_row", default=0),
        not_empty("sentence"),
        check("kind_is_known", "kind IN ('change', 'undo', 'redo', 'final')"),
    )
    op.execute(
        sa.text(
            f"INSERT INTO change_sets ({_KEPT}, token) "
            f"SELECT {_KEPT}, lower(hex(randomblob(8))) FROM old_change_sets"
        )
    )
    op.drop_table("old_change_sets")
    op.create_index(
        "ix_change_sets_reverts_id",
        "change_sets",
        ["reverts_id"],
        sqlite_where=sa.text("reverts_id IS NOT NULL"),
    )


def _row_changes() -> None:
    table(
        "row_changes",
        key(),
        *number("change_set_id", "table_number", "operation"),
        *number("row_key", "row_key_2", default=0),
        *words("row_word"),
        *optional_number("last_key"),
        *optional_text("before", "after"),
        check("operation_is_known", "operation BETWEEN 1 AND 3"),
    )
    op.create_index(
        "ix_row_changes_row",
        "row_changes",
        ["table_number", "row_key"],
        sqlite_where=sa.text("row_key_2 = 0"),
    )
    op.create_index(
        "ix_row_changes_many",
        "row_changes",
        ["table_number", "last_key"],
        sqlite_where=sa.text("last_key IS NOT NULL"),
    )
