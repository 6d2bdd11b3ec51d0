# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""SQLAlchemy on a bare connection. It takes its time to load, so it is asked for late."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event, pool

from buurthuis_admin.storage import sqlite
from buurthuis_admin.storage.history.triggers import statements as history_triggers
from buurthuis_admin.storage.keys import FileKey

# A migration makes tables anew; with foreign keys on that deletes every row that refers to them.
_BUILDING = ("PRAGMA foreign_keys = OFF", "PRAGMA secure_delete = ON")
_MAY_WRITE = "PRAGMA query_only = OFF"


def make_building_engine(path: Path, key: FileKey) -> Engine:
    """For making or migrating a file: it may not exist yet, and foreign keys are off."""
    return _engine(lambda: sqlite.configured(sqlite.connect(path, key, "rwc"), _BUILDING))


def engine_on(bare: Any, *, reading: bool) -> Engine:
    """The engine of an open file, on the one connection that it has.

    SQLite in EXCLUSIVE mode allows one connection, so threads take turns. From here on it can be
    written to, with the triggers of the history; not when it is for ``reading``.
    """
    if not reading:
        sqlite.configured(bare, (_MAY_WRITE, *history_triggers()))
    return _engine(lambda: bare)


def _engine(creator: Callable[[], Any]) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=creator,
        module=driver,
        poolclass=pool.QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=600,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # The driver would begin only before the first write; a unit of work is one from its start.
    # Past SQLAlchemy, at a tenth of its time.
    bare: Any = connection.connection.driver_connection
    if not bare.in_transaction:  # a unit of work began already
        bare.execute("BEGIN")
