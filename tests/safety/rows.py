# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that stands in an administration, for comparing two of them."""

from __future__ import annotations

from typing import Any

from buurthuis_admin.services.administration import Administration

# Not the virtual table of the search index itself: its own tables hold all there is.
_TABLES = (
    "SELECT name FROM main.sqlite_schema WHERE type = 'table' "
    "AND name NOT LIKE 'sqlite_%' AND name <> 'people_search' ORDER BY name"
)


def every_row(administration: Administration) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, with what the search index is made of. Raises a UserError."""
    with administration._file.reading() as connection:
        names = connection.exec_driver_sql(_TABLES).scalars().all()
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM main."{name}"')]
            for name in names
        }
