# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What only SQLite and SQLCipher know: pragmas, error codes, full-text search."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    SQLColumnExpression,
    create_engine,
    event,
    func,
    pool,
)
from sqlalchemy.exc import DBAPIError

from buurthuis_admin.storage import problems
from buurthuis_admin.storage.history.triggers import statements as history_triggers
from buurthuis_admin.storage.history.under_way import Recording
from buurthuis_admin.storage.keys import FileKey

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
# A migration makes tables anew; with foreign keys on that deletes every row that refers to them.
_BUILDING = ("PRAGMA foreign_keys = OFF", "PRAGMA secure_delete = ON")
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

_PEOPLE_WITH_WORDS = "SELECT rowid FROM people_search WHERE people_search MATCH ?"


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


def make_engine(
    path: Path, key: FileKey, *, building: bool = False, careful: bool = False
) -> Engine:
    """The engine of a file, with one connection that keeps the file to itself.

    SQLite in EXCLUSIVE mode allows one connection, so threads take turns: the pool holds
    exactly one, and a thread waits until it is given back. ``building`` is for making or
    migrating a file: it may not exist yet, and foreign keys are off. ``careful`` is for sticks
    and folders that are synchronised: no log beside the file, and each change to the disk twice.
    """
    if building:
        return _engine(lambda: _with(connect(path, key, "rwc"), _BUILDING))
    settings = (*_SETTINGS, *(_CAREFUL if careful else _FAST))
    return _engine(lambda: _with(connect(path, key, "rw"), (*settings, *history_triggers())))


def make_reading_engine(path: Path, key: FileKey) -> Engine:
    """The engine of a file that nobody can change; nothing is written beside it."""
    return _engine(lambda: connect(path, key, "ro&immutable=1"))


def _with(connection: Any, statements: Sequence[str]) -> Any:
    try:
        for statement in statements:
            connection.execute(statement).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


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


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a file into the problem that a person can mend."""
    try:
        yield
    except (driver.Error, DBAPIError) as error:
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
    cause = error.orig if isinstance(error, DBAPIError) else error
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


def people_with_words(connection: Connection, words: Sequence[str]) -> frozenset[int]:
    """The ids of people who have a word that begins with each of these (letters and digits).

    Quoted, so that no word is an operator of the search language.
    """
    query = " ".join(f'"{word}"*' for word in words)
    bare = connection.connection.cursor()  # thirty thousand hits come in half the time
    bare.execute(_PEOPLE_WITH_WORDS, (query,))
    return frozenset(chain.from_iterable(bare.fetchall()))


def joined(column: SQLColumnExpression[int]) -> ColumnElement[str]:
    """All numbers of a group as one text with commas between them: one row, not thousands."""
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
