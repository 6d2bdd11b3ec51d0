# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bytes of files that the administration keeps: each once, known by their SHA-256.

Rows that keep a file name it in a column with ``info=KEEPS_CONTENT``. The bytes have no history
of their own: they stay as long as a row, or the history of one, names them, so that taking back a
removal brings the file back too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sqlalchemy import Column, ColumnElement, Connection, delete, insert, or_, select

from buurthuis_admin.storage.bulk import next_id
from buurthuis_admin.storage.history.recorded import BY_NAME
from buurthuis_admin.storage.tables import Base, FileContent, RowChange

KEEPS_CONTENT = {"keeps_content": True}
NAMES_CONTENT_WITHIN = {"keeps_content": "within"}  # the column holds more than the name


def name_of(content: bytes) -> str:
    """What bytes are known by: their SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def keep(connection: Connection, content: bytes) -> str:
    """Keep the bytes of a file; returns their SHA-256 in hexadecimal."""
    sha256 = name_of(content)
    if not is_kept(connection, sha256):
        values = {"id": next_id(connection, FileContent), "sha256": sha256, "content": content}
        connection.execute(insert(FileContent).values(**values))
    return sha256


def is_kept(connection: Connection, sha256: str) -> bool:
    """Whether the bytes are here."""
    found = connection.scalar(select(FileContent.id).where(FileContent.sha256 == sha256))
    return found is not None


def content_of(connection: Connection, sha256: str) -> bytes | None:
    """The bytes of a file; None when they were dropped."""
    return connection.scalar(select(FileContent.content).where(FileContent.sha256 == sha256))


def drop(connection: Connection, sha256: str) -> None:
    """Let go of the bytes, whoever still names them: somebody in them was erased."""
    connection.execute(delete(FileContent).where(FileContent.sha256 == sha256))


def drop_unused(connection: Connection) -> int:
    """Let go of what neither a row nor the history of one names; returns how many files."""
    known = list(connection.scalars(select(FileContent.sha256)))
    unused = [sha256 for sha256 in known if not _is_named(connection, sha256)]
    for sha256 in unused:
        drop(connection, sha256)
    return len(unused)


def is_named_outside(connection: Connection, sha256: str, table: type[Base]) -> bool:
    """Whether a row of another table than this one names the file."""
    columns = (one for one in _naming_columns() if one.table.name != table.__tablename__)
    return any(
        connection.execute(select(column).where(_names(column, sha256)).limit(1)).first()
        for column in columns
    )


def _is_named(connection: Connection, sha256: str) -> bool:
    for column in _naming_columns():
        if connection.execute(select(column).where(_names(column, sha256)).limit(1)).first():
            return True
    return _is_in_history(connection, sha256)


def _names(column: Column[str], sha256: str) -> ColumnElement[bool]:
    if column.info == NAMES_CONTENT_WITHIN:
        return column.contains(sha256)
    return column == sha256


def _is_in_history(connection: Connection, sha256: str) -> bool:
    numbers = [BY_NAME[column.table.name].number for column in _naming_columns()]
    said = or_(RowChange.before.contains(sha256), RowChange.after.contains(sha256))
    question = select(RowChange.id).where(RowChange.table_number.in_(numbers), said).limit(1)
    return connection.execute(question).first() is not None


def _naming_columns() -> Iterator[Column[str]]:
    for table in Base.metadata.tables.values():
        yield from (column for column in table.columns if column.info.get("keeps_content"))
