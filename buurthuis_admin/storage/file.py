# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The administration file: made, opened and closed.

While it is open nobody else gets in: SQLite holds the file in EXCLUSIVE mode, so that a second
window or a command on the same file gets AdministrationInUse. After a crash the operating
system drops that lock by itself. Inside the program threads take turns on one connection.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine

from buurthuis_admin.storage import problems, recognise, sqlite
from buurthuis_admin.storage.keys import FileKey, key_of, new_key
from buurthuis_admin.storage.schema import SCHEMA_VERSION, migrate
from buurthuis_admin.storage.unit_of_work import UnitOfWork


class AdministrationFile:
    """One open administration. Make one by ``create`` or ``open``; ``close`` when done."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self.engine = engine
        self._thread = threading.local()

    @classmethod
    def create(cls, path: Path, password: str) -> AdministrationFile:
        """Make a new, empty administration; it never replaces a file.

        It is built under another name and takes its place when it is whole. Raises
        AdministrationExists, NotWritable, DiskFull, PasswordEmpty, EncryptionMissing.
        """
        if not password:
            raise problems.PasswordEmpty
        sqlite.check_library()
        if os.path.lexists(path):
            raise problems.AdministrationExists(path)
        key = new_key(password)
        with _draft_beside(path) as draft:
            with sqlite.explained(path):
                _build(draft, key)
            _take_place(draft, path)
        return cls._opened(path, key)

    @classmethod
    def open(cls, path: Path, password: str) -> AdministrationFile:
        """Open an existing administration.

        Every check comes before the first write: a file that is refused keeps all its bytes.
        Raises a FileProblem that says what to do.
        """
        sqlite.check_library()
        recognise.check_outside(path)
        with _reading(path):
            key = key_of(path, password)
        with sqlite.explained(path):
            recognise.check_inside(path, key)
        return cls._opened(path, key)

    @classmethod
    def _opened(cls, path: Path, key: FileKey) -> AdministrationFile:
        engine = sqlite.make_engine(path, key)
        try:
            with sqlite.explained(path), engine.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM change_sets").scalar_one()
        except BaseException:
            engine.dispose()
            raise
        return cls(path, engine)

    def close(self) -> None:
        """Let go of the file; the last changes move from the log into it."""
        self.engine.dispose()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to ask with; inside a unit of work it is that of the unit.

        Other threads wait meanwhile, so ask, take the rows and leave.
        """
        own: Connection | None = getattr(self._thread, "connection", None)
        if own is not None:
            yield own
            return
        with sqlite.explained(self.path), self.engine.connect() as connection:
            self._thread.connection = connection
            try:
                yield connection
            finally:
                self._thread.connection = None

    @contextlib.contextmanager
    def unit_of_work(self, sentence: str) -> Iterator[UnitOfWork]:
        """A named change: ``with file.unit_of_work(_("…")) as unit: …; unit.commit()``."""
        if getattr(self._thread, "connection", None) is not None:
            raise RuntimeError("a unit of work begins outside any other reading or writing")
        with self.reading() as connection, UnitOfWork(connection, sentence) as unit:
            yield unit


@contextlib.contextmanager
def _draft_beside(path: Path) -> Iterator[Path]:
    """A name in the same folder for a file in the making; nothing of it is left afterwards."""
    try:
        folder = tempfile.mkdtemp(prefix=".new-administration-", dir=path.parent)
    except OSError as error:
        raise problems.NotWritable(path) from error
    draft = Path(folder) / "administration"
    try:
        yield draft
    finally:
        for leftover in Path(folder).iterdir():
            leftover.unlink()
        Path(folder).rmdir()


def _build(draft: Path, key: FileKey) -> None:
    engine = sqlite.make_engine(draft, key, building=True)
    try:
        with engine.begin() as transaction:
            migrate(transaction, SCHEMA_VERSION)
    finally:
        engine.dispose()
    recognise.check_is_encrypted(draft)


def _take_place(draft: Path, path: Path) -> None:
    try:
        # Fails when somebody made the name meanwhile: then theirs stays.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise problems.AdministrationExists(path) from error
    except OSError as error:
        raise problems.NotWritable(path) from error
    try:
        _write_through(draft)
        draft.replace(path)
    except BaseException:
        path.unlink()
        raise
    _write_through(path.parent)


def _write_through(path: Path) -> None:
    """Have the operating system put a file, or the names in a folder, on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no handle for a folder, and writes names through by itself
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise problems.NotWritable(path) from error
