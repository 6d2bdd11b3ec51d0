# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: files that were read are kept, and rows of them that wait for an answer."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, LargeBinary

from buurthuis_admin.storage.migrations.parts import (
    check,
    key,
    not_empty,
    number,
    refers,
    table,
    text,
    unique,
    words,
)


def create() -> None:
    """Make the tables."""
    _file_contents()
    _unclear_rows()


def _file_contents() -> None:
    table(
        "file_contents",
        key(),
        *text("sha256"),
        Column("content", LargeBinary(), nullable=False),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        unique("sha256"),
    )


def _unclear_rows() -> None:
    """No program before this one wrote a row into this table, so it is made anew."""
    op.drop_table("unclear_rows")
    table(
        "unclear_rows",
        key(),
        *number("sheet_id", "row"),
        *text("reason", "details", "cells"),
        *text("state", default="waiting"),
        *words("why"),
        not_empty("reason"),
        check("details_is_json", "json_valid(details)"),
        check("cells_is_json", "json_valid(cells)"),
        check("row_is_counted_from_one", "row >= 1"),
        check("state_is_known", "state IN ('waiting', 'answered', 'left_out')"),
        refers("sheet_id", "import_sheets"),
        unique("sheet_id", "row"),
    )
