# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files and rows for the tests of storage and services."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import person_values

PASSWORD = "een goed wachtwoord"


def person_row(first: str = "Jan", last: str = "Berg", **more: Any) -> dict[str, Any]:
    """A row of the table of people."""
    person = Person(name=PersonName(first=first, last=last))
    return {**person_values(person), **more}


def write(file: AdministrationFile, table: type[tables.Base], *rows: dict[str, Any]) -> None:
    """Rows straight into a table."""
    with file.unit_of_work("Test") as unit:
        for row in rows:
            unit.connection.execute(insert(table), row)
        unit.commit()


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(entry.name for entry in folder.iterdir())
