# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept for a while and has no history: forms that are not saved yet, a retired key."""

from __future__ import annotations

import datetime
import json
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from buurthuis_admin.storage.tables import Draft


def put(connection: Connection, key: str, content: Any) -> None:
    """Keep something that JSON can hold, in the place of what was kept under the key."""
    drop(connection, key)
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    connection.execute(insert(Draft).values(key=key, at=at, content=json.dumps(content)))


def get(connection: Connection, key: str) -> Any | None:
    """What is kept under a key; None when there is nothing."""
    found = connection.scalar(select(Draft.content).where(Draft.key == key))
    return None if found is None else json.loads(found)


def under(connection: Connection, prefix: str) -> dict[str, Any]:
    """All that is kept under keys that begin so, without that beginning."""
    rows = connection.execute(select(Draft.key, Draft.content))
    return {
        key.removeprefix(prefix): json.loads(content)
        for key, content in rows
        if key.startswith(prefix)
    }


def drop(connection: Connection, key: str) -> None:
    """Forget what is kept under a key."""
    connection.execute(delete(Draft).where(Draft.key == key))
