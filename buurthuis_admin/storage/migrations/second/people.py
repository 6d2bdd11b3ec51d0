# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 2: people made one, and people who only look alike."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.parts import (
    check,
    index,
    number,
    primary_key,
    refers,
    table,
)


def create() -> None:
    """Make the tables."""
    _different_people()
    _merged_people()


def _different_people() -> None:
    table(
        "different_people",
        *number("first_id", "second_id"),
        primary_key("first_id", "second_id"),
        check("lower_first", "first_id < second_id"),
        refers("first_id", "people"),
        refers("second_id", "people"),
        rowid=False,
    )
    index("ix_different_people_second_id", "different_people", "second_id")


def _merged_people() -> None:
    table(
        "merged_people",
        *number("gone_id", "kept_id"),
        primary_key("gone_id"),
        refers("kept_id", "people"),
    )
    index("ix_merged_people_kept_id", "merged_people", "kept_id")
