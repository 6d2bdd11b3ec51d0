# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of what was changed, for the audit trail, undo and redo, and turning back an import."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.storage.tables.base import (
    Base,
    Key,
    Words,
    check,
    is_one_of,
    not_empty,
    options,
)

_WHOLE = "operation IS NULL OR table_number * row_key * row_key_2 IS NOT NULL"


class ChangeSet(Base):
    """One finished unit of work: when (UTC, ISO 8601), and the sentence that names it.

    ``token`` is drawn at random: two copies of a file went the same way as long as their tokens
    are equal. ``reverts_id`` names what an undo or redo took back. The rows in ``row_changes``
    begin at ``first_row`` and end before that of the next change set. The highest id is the
    revision of the file.

    A change of one row that two numbers name, such as a tap at the door, is told here: the
    columns from ``table_number`` on are those of its only record.
    """

    __tablename__ = "change_sets"
    __table_args__ = (
        not_empty("sentence"),
        is_one_of("kind", ChangeKind),
        check("operation_is_known", "operation BETWEEN 1 AND 3"),
        check("record_is_whole", _WHOLE),
        Index(
            "ix_change_sets_reverts_id", "reverts_id", sqlite_where=text("reverts_id IS NOT NULL")
        ),
        options(),
    )

    id: Mapped[Key]
    at: Mapped[str]
    sentence: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default=text("'change'"))
    reverts_id: Mapped[int | None]
    token: Mapped[Words]
    first_row: Mapped[int] = mapped_column(server_default=text("0"))
    table_number: Mapped[int | None]
    operation: Mapped[int | None]
    row_key: Mapped[int | None]
    row_key_2: Mapped[int | None]
    before: Mapped[str | None]
    after: Mapped[str | None]


class RowChange(Base):
    """One row that a change set inserted (1), changed (2) or deleted (3).

    The row is named by ``row_key``, ``row_key_2`` and ``row_word``, whichever its table has.
    ``last_key``: rows ``row_key`` to ``last_key`` were inserted at once. ``before`` and
    ``after`` are JSON objects of the columns concerned; an insert has neither, because the row
    itself still says it. The tables are numbered in ``storage.history.recorded``.
    """

    __tablename__ = "row_changes"
    __table_args__ = (
        check("operation_is_known", "operation BETWEEN 1 AND 3"),
        # Rows with an id of their own. Attendances are found from their session and person, and
        # a tap at the door is a page of the disk cheaper without.
        Index("ix_row_changes_row", "table_number", "row_key", sqlite_where=text("row_key_2 = 0")),
        Index(
            "ix_row_changes_many",
            "table_number",
            "last_key",
            sqlite_where=text("last_key IS NOT NULL"),
        ),
        options(),
    )

    id: Mapped[Key]
    change_set_id: Mapped[int]
    table_number: Mapped[int]
    operation: Mapped[int]
    row_key: Mapped[int] = mapped_column(server_default=text("0"))
    row_key_2: Mapped[int] = mapped_column(server_default=text("0"))
    row_word: Mapped[Words]
    last_key: Mapped[int | None]
    before: Mapped[str | None]
    after: Mapped[str | None]
