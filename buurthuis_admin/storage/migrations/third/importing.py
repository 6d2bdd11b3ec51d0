# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: files that were read, kept until their retention ends."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary

from buurthuis_admin.storage.migrations.parts import (
    check,
    key,
    table,
    text,
    unique,
)


def create() -> None:
    """Make the tables."""
    _file_contents()


def _file_contents() -> None:
    table(
        "file_contents",
        key(),
        *text("sha256"),
        Column("content", LargeBinary(), nullable=False),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        unique("sha256"),
    )
