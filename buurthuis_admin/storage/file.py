# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The administration file: opened and closed, asked and changed.

While it is open nobody else gets in: a lock of the operating system stands beside it, and
SQLite holds the file in EXCLUSIVE mode. After a crash both are dropped by the system. Inside the
program threads take turns on one connection.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from buurthuis_admin.storage import (
    durable,
    opening,
    problems,
    recognise,
    slot_keeping,
    sqlite,
)
from buurthuis_admin.storage.keys import FileKey, new_key
from buurthuis_admin.storage.line import Line
from buurthuis_admin.storage.opening import Unlock, Unlocked
from buurthuis_admin.storage.places import place_of
from buurthuis_admin.storage.program_lock import ProgramLock
from buurthuis_admin.storage.schema import SCHEMA_VERSION
from buurthuis_admin.storage.slots import KeySlot, WrongKey

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from buurthuis_admin.domain.history import ChangeKind
    from buurthuis_admin.storage.early_key import EarlyKey
    from buurthuis_admin.storage.unit_of_work import UnitOfWork


class AdministrationFile:
    """One open administration. Make one by ``create`` or ``open``; ``close`` when done."""

    def __init__(
        self, path: Path, line: Line, unlocked: Unlocked, lock: ProgramLock | None
    ) -> None:
        self.path = path
        self._line = line
        self._turn = threading.Lock()
        self._key = unlocked.key
        self._slot = unlocked.slot
        self._lock = lock
        self._thread = threading.local()
        self._closed = False

    # Opening and closing.

    @classmethod
    def create(cls, path: Path, password: str) -> AdministrationFile:
        """Make a new, empty administration; it never replaces a file.

        Raises AdministrationExists, NotWritable, DiskFull, PasswordEmpty, EncryptionMissing.
        """
        from buurthuis_admin.storage import making

        path = _real(path)
        making.create(path, password)
        return cls.open(path, password)

    @classmethod
    def open(cls, path: Path, password: str, early: EarlyKey | None = None) -> AdministrationFile:
        """Open an existing administration. Raises a FileProblem that says what to do."""
        return cls.open_by(path, opening.by_password(password, early))

    @classmethod
    def open_with_sheet(cls, path: Path, key: FileKey) -> AdministrationFile:
        """Open by the recovery sheet; choose a new password next. Raises a FileProblem."""
        return cls.open_by(path, opening.by_recovery_sheet(key))

    @classmethod
    def open_by(cls, path: Path, unlock: Unlock) -> AdministrationFile:
        """Open, for reading only when the place cannot be written to.

        Every check comes before the first write: a file that is refused keeps all its bytes. An
        older file is brought up to date (``storage.migrating``).
        """
        sqlite.check_library()
        path = _real(path)
        recognise.check_outside(path)
        if not opening.may_write(path):
            return cls._for_reading(path, unlock)
        with opening.locked(path) as lock:
            unlocked, version = opening.look_inside(path, unlock)
            if version < SCHEMA_VERSION:
                from buurthuis_admin.storage import migrating

                unlocked = migrating.bring_up_to_date(path, unlocked)
            return cls._opened(path, unlocked, lock)

    @classmethod
    def _for_reading(cls, path: Path, unlock: Unlock) -> AdministrationFile:
        if sqlite.left_beside(path):
            raise problems.NotWritable(path)  # the last changes stand in a log beside it
        unlocked, version = opening.look_inside(path, unlock)
        if version < SCHEMA_VERSION:
            raise problems.OlderOnReadOnly(path)
        line = Line(sqlite.connect_for_reading(path, unlocked.key), reading=True)
        return cls(path, line, unlocked, None)

    @classmethod
    def _opened(cls, path: Path, unlocked: Unlocked, lock: ProgramLock) -> AdministrationFile:
        with problems.explained(path):
            durable.sweep(path)
            slot_keeping.move_beside(path, unlocked.slot)
        return cls(path, _looked_at(path, unlocked.key), unlocked, lock)

    @property
    def read_only(self) -> bool:
        """Whether the place cannot be written to, so that nothing can be changed."""
        return self._lock is None

    def close(self) -> None:
        """Let go of the file; the last changes move from the log into it. Once is enough."""
        if self._closed:
            return
        self._closed = True
        with self._turn:
            was_open = not self._line.closed
            self._line.close()
        if self._lock is None:
            return
        try:
            if was_open:
                self._give_slot_back()
        finally:
            self._lock.release()

    def _give_slot_back(self) -> None:
        # When the disk is too full for either, the slot stays beside the file, where it is safe.
        if self._slot is None or sqlite.left_beside(self.path):
            return
        with contextlib.suppress(OSError):
            slot_keeping.move_to_end(self.path, self._slot)

    # Asking and changing.

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to ask with; inside a unit of work it is that of the unit.

        Other threads wait meanwhile, so ask, take the rows and leave.
        """
        own: Connection | None = getattr(self._thread, "connection", None)
        if own is not None:
            yield own
            return
        from buurthuis_admin.storage import engines  # noqa: F401 - no turn waits for its loading

        with sqlite.explained(self.path), self._turn:
            connection = self._thread.connection = self._open_line().full
            try:
                yield connection
            finally:
                self._thread.connection = None
                if connection.in_transaction():
                    connection.rollback()

    @contextlib.contextmanager
    def asking(self) -> Iterator[Any]:
        """The connection of the driver, for what a window shows before SQLAlchemy is loaded.

        It only asks. Nothing else is asked by the same thread until it is left.
        """
        own: Connection | None = getattr(self._thread, "connection", None)
        if own is not None:
            yield own.connection.driver_connection
            return
        with sqlite.explained(self.path), self._turn:
            yield self._open_line().bare

    def _open_line(self) -> Line:
        if self._line.closed and not self._closed:
            self._connect_again()  # the disk was full or gone when its content was replaced
        return self._line

    @contextlib.contextmanager
    def unit_of_work(
        self,
        sentence: str,
        kind: ChangeKind | None = None,
        reverts_id: int | None = None,
    ) -> Iterator[UnitOfWork]:
        """A named change: ``with file.unit_of_work(_("…")) as unit: …; unit.commit()``."""
        from buurthuis_admin.storage.unit_of_work import UnitOfWork

        with (
            self._writing() as connection,
            UnitOfWork(connection, sentence, kind, reverts_id) as unit,
        ):
            yield unit

    @contextlib.contextmanager
    def single_row(self, sentence: str) -> Iterator[UnitOfWork]:
        """A named change of one row whose name is two numbers, such as a tap at the door."""
        from buurthuis_admin.storage.unit_of_work import UnitOfWork

        with self._writing() as connection, UnitOfWork(connection, sentence, single=True) as unit:
            yield unit

    @contextlib.contextmanager
    def bookkeeping(self) -> Iterator[Connection]:
        """A transaction for what has no history: drafts, and the log of backups.

        Finished when it is left without an error.
        """
        from buurthuis_admin.storage.unit_of_work import whole

        with self._writing() as connection, whole(connection):
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.read_only:
            raise problems.ReadOnly(self.path)
        if getattr(self._thread, "connection", None) is not None:
            raise RuntimeError("a unit of work begins outside any other reading or writing")
        with self.reading() as connection:
            yield connection

    def replace_content(self, draft: Path, key: FileKey, slot: KeySlot) -> None:
        """Put another file in the place of this one and go on with that.

        The draft lies in the same folder, was verified, and carries the slot at its end: whenever
        the power goes, the old file or the new one is there. Raises a FileProblem; then the old
        one is.
        """
        if self.read_only:
            raise problems.ReadOnly(self.path)
        with self._turn:
            self._line.close()
            try:
                with problems.explained(self.path):
                    self._swap(draft, key, slot)
            finally:
                self._connect_again()

    def _connect_again(self) -> None:
        with problems.explained(self.path):
            slot_keeping.move_beside(self.path, self._slot)
        self._line = _looked_at(self.path, self._key)

    def _swap(self, draft: Path, key: FileKey, slot: KeySlot) -> None:
        if sqlite.left_beside(self.path):
            # The last changes did not all fit in the file; with another file they would mix.
            raise problems.DiskFull(self.path)
        draft.replace(self.path)
        # From here on it is the other file, whatever the disk says next: with the key and slot
        # of before nobody would ever open it again.
        self._key, self._slot = key, slot
        durable.write_through(self.path.parent)

    def replace_key(self, password: str) -> None:
        """Encrypt everything anew with another key, after a leak of the password or the sheet.

        Backups keep the old key until they are made anew too. Raises a FileProblem, CopyFailed.
        """
        from buurthuis_admin.storage import copying

        key = new_key()
        slot = KeySlot.wrap(key, password)
        with problems.explained(self.path), durable.draft_beside(self.path) as draft:
            with self.reading() as connection:
                expected = copying.copy_open(connection, draft, key)
            with sqlite.explained(self.path):
                copying.finish(draft, key, expected, slot)
            self.replace_content(draft, key, slot)

    # The key.

    @property
    def key(self) -> FileKey:
        """The key, for the recovery sheet and for backups."""
        return self._key

    @property
    def slot(self) -> KeySlot | None:
        """The slot that goes with every copy of the file; None until a password is chosen."""
        return self._slot

    def fits(self, password: str) -> bool:
        """Whether this is the password; takes its time."""
        if self._slot is None:
            return False
        try:
            self._slot.unwrap(password)
        except WrongKey:
            return False
        return True

    def change_password(self, password: str) -> None:
        """Wrap the key by another password; nothing is encrypted anew.

        After a power cut the old password or the new one fits. Raises PasswordEmpty, DiskFull.
        """
        if not password:
            raise problems.PasswordEmpty
        if self.read_only:
            raise problems.ReadOnly(self.path)
        generation = self._slot.generation + 1 if self._slot else 1
        slot = KeySlot.wrap(self._key, password, generation=generation)
        with problems.explained(self.path):
            slot_keeping.put_beside(self.path, slot)
        self._slot = slot


def _real(path: Path) -> Path:
    """The file itself: its lock, slot and log stand beside it and never beside a link to it."""
    with problems.explained(path):
        return path.resolve()


def _looked_at(path: Path, key: FileKey) -> Line:
    """The line to a file that could be read; careful where a stick may be pulled out."""
    careful = place_of(path).is_risky
    with sqlite.explained(path):
        bare = sqlite.connect_for_work(path, key, careful=careful)
        try:
            bare.execute("SELECT count(*) FROM change_sets").fetchone()
        except BaseException:
            bare.close()
            raise
    return Line(bare, reading=False)
