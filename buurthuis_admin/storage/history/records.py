# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the records of changed rows are: in their table, and the single ones in their change set.

A change of one row whose name is two numbers, such as a tap at the door, keeps its record within
``change_sets``. What asks for rows by such names, or for all rows of a change, asks here; what
asks for rows by an id of their own (``row_key_2 = 0``) finds them all in ``row_changes``.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

_KEPT = (
    "SELECT id, change_set_id, table_number, operation, row_key, row_key_2, row_word, last_key, "
    "before, after FROM row_changes WHERE"
)
_SINGLE = (
    "SELECT first_row, id, table_number, operation, row_key, row_key_2, '', NULL, "
    "before, after FROM change_sets WHERE operation IS NOT NULL AND"
)
# The records of one change set; takes Span.places.
OF_SET = f"({_KEPT} id >= ? AND id < ? AND change_set_id = ? UNION ALL {_SINGLE} id = ?)"
# All records after it; takes Span.after.
SINCE = f"({_KEPT} id >= ? UNION ALL {_SINGLE} id > ?)"
_FIRST = "SELECT first_row FROM change_sets WHERE id = ?"
_END = (
    "SELECT coalesce((SELECT first_row FROM change_sets WHERE id > ? ORDER BY id LIMIT 1), "
    "(SELECT coalesce(max(id), 0) + 1 FROM row_changes))"
)


@dataclass(frozen=True, slots=True)
class Span:
    """Records of one change set: ids from ``first`` up to, and not including, ``end``."""

    change_set_id: int
    first: int
    end: int

    @property
    def size(self) -> int:
        """How many records; a single one has no number of its own."""
        return max(self.end - self.first, 1)

    @property
    def places(self) -> tuple[int, int, int, int]:
        """What ``OF_SET`` takes."""
        return self.first, self.end, self.change_set_id, self.change_set_id

    @property
    def after(self) -> tuple[int, int]:
        """What ``SINCE`` takes."""
        return self.end, self.change_set_id


def span_of(connection: Connection, change_set_id: int) -> Span:
    """Where the records of a change set are."""
    first = connection.exec_driver_sql(_FIRST, (change_set_id,)).scalar_one()
    end = connection.exec_driver_sql(_END, (change_set_id,)).scalar_one()
    return Span(change_set_id, int(first), int(end))
