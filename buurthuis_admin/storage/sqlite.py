# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What only SQLite and SQLCipher know: pragmas, error codes, full-text search.

Without SQLAlchemy: a window asks here for its first page, before that is loaded (``engines``).
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver

from buurthuis_admin.storage import problems
from buurthuis_admin.storage.history.under_way import Recording
from buurthuis_admin.storage.keys import FileKey

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, SQLColumnExpression

APPLICATION_ID = 0x42755572  # 'BuUr'
OLDEST_SAFE_SQLITE = (3, 51, 3)  # earlier ones can lose a transaction when the WAL restarts

DriverError: type[Exception] = driver.Error

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    # No other program gets in between, and no file for shared memory is needed.
    "PRAGMA locking_mode = EXCLUSIVE",
    # What is deleted is overwritten, so that an erased name is gone.
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -65536",
    "PRAGMA trusted_schema = OFF",
)
# What is acknowledged survives a power cut: with a log that takes FULL, without one EXTRA (the
# default FULL lost a change at 274 of 460 points where the power was cut).
_FAST = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
_CAREFUL = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA")
_ASKING_ONLY = "PRAGMA query_only = ON"
_BUSY_MILLISECONDS = 250
# The driver remembers so many compiled statements. When they are more, each new one drives out
# the one before it and nothing is remembered any more: the triggers alone are over a hundred.
_STATEMENTS = 2_000

# detail=none and columnsize=0: we ask which people have a word, never where or how often.
# Without 'secure-delete' the words of a deleted person stay in the index until it merges.
_CREATE_SEARCH = (
    """
CREATE VIRTUAL TABLE people_search USING fts5(
    search_text, content='people', content_rowid='id',
    tokenize='unicode61 remove_diacritics 0', detail='none', columnsize=0
)
    """,
    "INSERT INTO people_search(people_search, rank) VALUES ('secure-delete', 1)",
    """
CREATE TRIGGER people_search_insert AFTER INSERT ON people BEGIN
    INSERT INTO people_search(rowid, search_text) VALUES (new.id, new.search_text);
END
    """,
    """
CREATE TRIGGER people_search_delete AFTER DELETE ON people BEGIN
    INSERT INTO people_search(people_search, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
END
    """,
    """
CREATE TRIGGER people_search_update AFTER UPDATE OF id, search_text ON people
    WHEN old.id <> new.id OR old.search_text <> new.search_text
BEGIN
    INSERT INTO people_search(people_search, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
    INSERT INTO people_search(rowid, search_text) VALUES (new.id, new.search_text);
END
    """,
)


def check_library() -> None:
    """Raise EncryptionMissing unless SQLCipher is really there and its SQLite is safe."""
    connection = driver.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    if not row or not row[0] or driver.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise problems.EncryptionMissing(driver.sqlite_version)


def connect(path: Path, key: FileKey, mode: str) -> Any:
    """A bare connection with its key set; ``mode`` is 'rw', 'rwc' or 'ro&immutable=1'.

    Nothing is read yet: whether the key fits shows at the first question.
    """
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_MILLISECONDS / 1000,
        isolation_level=None,
        check_same_thread=False,
        factory=Recording,
        cached_statements=_STATEMENTS,
    )
    # A password that does not fit is told to the person, not to the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(key.pragma)
    return connection


def log_beside(path: Path) -> Path:
    """SQLite's log of the last changes; it is there while a file is open, or after a crash."""
    return path.with_name(path.name + "-wal")


def left_beside(path: Path) -> list[Path]:
    """What SQLite needs besides a file that was not closed: the log, or the way back."""
    kept = (log_beside(path), path.with_name(path.name + "-journal"))
    return [one for one in kept if one.exists()]


def check_settled(path: Path) -> None:
    """Raise OSError when a closed file still needs its log: what was written is not in it.

    SQLite tells nobody when it cannot move the log into the file at the last closing.
    """
    if left_beside(path):
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def connect_for_work(path: Path, key: FileKey, *, careful: bool = False) -> Any:
    """A bare connection that keeps an open administration to itself, to ask with only.

    Whoever writes needs the triggers of the history first (``engines``); until then SQLite
    refuses. ``careful`` is for sticks and folders that are synchronised: no log beside the file,
    and each change to the disk twice.
    """
    settings = (*_SETTINGS, *(_CAREFUL if careful else _FAST), _ASKING_ONLY)
    return configured(connect(path, key, "rw"), settings)


def connect_for_reading(path: Path, key: FileKey) -> Any:
    """A bare connection to a file that nobody can change; nothing is written beside it."""
    return connect(path, key, "ro&immutable=1")


def configured(connection: Any, statements: Sequence[str]) -> Any:
    """The connection after these statements; closed when one of them fails."""
    try:
        for statement in statements:
            connection.execute(statement).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into the problem that a person can mend."""
    try:
        yield
    except Exception as error:
        problem = _problem(error)
        if problem is None:
            raise
        raise problem(path) from error


# The online backup of the driver tells in words what went wrong, and gives no number.
_OF_A_COPY = {
    "database or disk is full": problems.DiskFull,
    "disk I/O error": problems.DiskTrouble,
    "database disk image is malformed": problems.AdministrationDamaged,
    "unable to open database file": problems.NotWritable,
    "attempt to write a readonly database": problems.NotWritable,
}


def _problem(error: BaseException) -> type[problems.FileProblem] | None:
    cause = error if isinstance(error, driver.Error) else getattr(error, "orig", None)
    if not isinstance(cause, driver.Error):
        return None  # neither of the driver nor wrapped by SQLAlchemy
    extended = getattr(cause, "sqlite_errorcode", None)
    if extended is None:
        return _OF_A_COPY.get(str(cause))
    if extended != driver.SQLITE_IOERR and extended & 0xFF == driver.SQLITE_IOERR:
        return problems.DiskTrouble  # it says at which call; SQLCipher's own error has none
    return {
        driver.SQLITE_NOTADB: problems.WrongPassword,
        driver.SQLITE_BUSY: problems.AdministrationInUse,
        driver.SQLITE_LOCKED: problems.AdministrationInUse,
        driver.SQLITE_CORRUPT: problems.AdministrationDamaged,
        driver.SQLITE_READONLY: problems.NotWritable,
        driver.SQLITE_CANTOPEN: problems.NotWritable,
        driver.SQLITE_PERM: problems.NotWritable,
        driver.SQLITE_IOERR: problems.AdministrationDamaged,
        driver.SQLITE_FULL: problems.DiskFull,
    }.get(extended & 0xFF)


def number_of(connection: Any, pragma: str) -> int:
    """The number that a pragma of a bare connection gives (user_version, application_id)."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def mark_as_ours(connection: Connection, schema_version: int) -> None:
    """Write which program the file belongs to, and the number of its schema."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema_version}")


def create_search(connection: Connection) -> None:
    """Make the search index over people, kept true by triggers (schema version 1)."""
    for statement in _CREATE_SEARCH:
        connection.exec_driver_sql(statement)


def joined(column: SQLColumnExpression[int]) -> ColumnElement[str]:
    """All numbers of a group as one text with commas between them: one row, not thousands."""
    from sqlalchemy import func

    return func.group_concat(column, ",")


def keep(
    connection: Connection,
    table: str,
    key: Mapping[str, int | None],
    values: Mapping[str, int | None],
) -> None:
    """Add the row with this key, or change the one that is there: one statement, at once.

    Past SQLAlchemy: it is what every tap at the door waits for.
    """
    statement = _keeping(table, tuple(key), tuple(values))
    bare: Any = connection.connection.driver_connection
    bare.execute(statement, (*key.values(), *values.values()))


@lru_cache
def _keeping(table: str, key: tuple[str, ...], values: tuple[str, ...]) -> str:
    columns = (*key, *values)
    places = ", ".join("?" * len(columns))
    changes = ", ".join(f"{name} = excluded.{name}" for name in values)
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places}) "  # noqa: S608  (our names)
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes}"
    )
