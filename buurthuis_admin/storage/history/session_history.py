# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All changes that concern one session: its own row, who came, and who was counted."""

from __future__ import annotations

from sqlalchemy import Connection

from buurthuis_admin.domain.history import ChangeSet
from buurthuis_admin.storage.history import reading
from buurthuis_admin.storage.history.recorded import BY_NAME

_PARTS = tuple(BY_NAME[name].number for name in ("attendances", "head_counts"))
# Their key begins with the session. A tap at the door is cheaper without an index on that, so
# what was written before the session itself is left out.
_OF_PARTS = (
    "SELECT change_set_id FROM row_changes WHERE id >= "
    "(SELECT coalesce(min(first_row), 0) FROM change_sets WHERE id = ?) "
    f"AND table_number IN ({', '.join(map(str, _PARTS))}) AND row_key = ?"
)


def change_sets(connection: Connection, session_id: int) -> list[ChangeSet]:
    """The changes, the newest first."""
    found = reading.changes_of_row(connection, "sessions", session_id)
    since = min(found, default=0)
    parts = connection.exec_driver_sql(_OF_PARTS, (since, session_id)).scalars()
    return reading.change_sets_of(connection, sorted({*found, *parts}))
