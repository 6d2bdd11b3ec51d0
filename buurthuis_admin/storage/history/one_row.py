# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One row by the name that history gives it: as it is now, or as it last was."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection

from buurthuis_admin.storage.history.recorded import DELETED, Recorded
from buurthuis_admin.storage.rows import AnyRow

Key = dict[str, Any]
Values = dict[str, Any]

_LAST = (
    "SELECT before FROM row_changes WHERE table_number = ? AND row_key = ? AND row_key_2 = 0 "
    f"AND row_word = ? AND operation = {DELETED} ORDER BY id DESC LIMIT 1"
)


def key_of(one: Recorded, record: AnyRow) -> Key:
    """The columns that name the row of a record, with their values."""
    return parts(one, record.row_key, record.row_key_2, record.row_word)


def parts(one: Recorded, key: int, key_2: int, word: str) -> Key:
    """The columns that name a row, with their values."""
    numbers = dict(zip(one.keys, (key, key_2), strict=False))
    words = [word] if len(one.words) == 1 else word.split(":")
    return numbers | dict(zip(one.words, words, strict=False))


def row_of(connection: Connection, one: Recorded, key: Key) -> Values | None:
    """A row as it is now; None when it is not there."""
    where = " AND ".join(f"{name} = ?" for name in key)
    found = connection.exec_driver_sql(
        f"SELECT * FROM main.{one.name} WHERE {where}", tuple(key.values())
    ).first()
    return None if found is None else dict(found._mapping)


def last_known(connection: Connection, one: Recorded, key: Key) -> Values | None:
    """A row as it is, or as it was when it was deleted; None when that was erased."""
    now = row_of(connection, one, key)
    if now is not None:
        return now
    if len(one.keys) > 1:
        return key  # its key says whose it was
    first = key[one.keys[0]] if one.keys else 0
    word = ":".join(str(key[name]) for name in one.words)
    found = connection.exec_driver_sql(_LAST, (one.number, first, word)).scalar()
    return None if found is None else json.loads(found)
