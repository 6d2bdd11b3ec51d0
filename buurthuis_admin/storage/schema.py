# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The schema of a file: made and brought up to date by the migrations, and numbered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from buurthuis_admin.storage import sqlite

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

SCHEMA_VERSION = 3  # the number of the newest file in migrations/versions
_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, version: int = SCHEMA_VERSION) -> None:
    """Run the migrations up to a version, in one transaction of the connection.

    Foreign keys must be off: a table that is made anew would delete its children.
    """
    from alembic import command  # a quarter of a second that an up-to-date file need not pay

    command.upgrade(configuration(connection), f"{version:04d}")
    sqlite.mark_as_ours(connection, version)


def configuration(connection: Connection) -> Config:
    """Alembic's configuration without an ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
