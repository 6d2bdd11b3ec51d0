# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way into an existing file: its lock, its key, and a look before anything is written.

Whoever is refused leaves the file as it was, byte for byte.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from buurthuis_admin.storage import problems, recognise, slot_keeping, sqlite
from buurthuis_admin.storage.early_key import EarlyKey
from buurthuis_admin.storage.keys import FileKey, key_of_first_version, new_key, salt_of
from buurthuis_admin.storage.program_lock import InUse, ProgramLock
from buurthuis_admin.storage.slots import KeySlot, WrongKey


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A key that fits, with the newest slot of the file (None: it has none that is whole).

    A file of the first version has a key that was made of the password, and no slot;
    ``successor`` is the random key that it gets when it is brought up to date.
    """

    key: FileKey
    slot: KeySlot | None
    successor: Unlocked | None = None


Unlock = Callable[[Path], Unlocked]


def by_password(password: str, early: EarlyKey | None = None) -> Unlock:
    """Unlock a file by its password; with a key that was made of it before, at once."""

    def unlock(path: Path) -> Unlocked:
        found = slot_keeping.slots_of(path)
        key = early.for_slots(found) if early else None
        if key is not None:
            return Unlocked(key, found[0])
        for slot in found:
            # After an interrupted change of the password there are two; either opens the file.
            with contextlib.suppress(WrongKey):
                return Unlocked(slot.unwrap(password), found[0])
        if found:
            raise problems.WrongPassword(path)
        if slot_keeping.end_of(path):
            raise problems.KeySlotDamaged(path)
        random = new_key()
        successor = Unlocked(random, KeySlot.wrap(random, password))
        return Unlocked(key_of_first_version(password, salt_of(path)), None, successor)

    return unlock


def by_recovery_sheet(key: FileKey) -> Unlock:
    """Unlock a file by what is printed on its recovery sheet."""

    def unlock(path: Path) -> Unlocked:
        try:
            with sqlite.explained(path):
                recognise.check_inside(path, key)
        except problems.WrongPassword:
            raise problems.OtherRecoverySheet(path) from None
        fitting = [slot for slot in slot_keeping.slots_of(path) if slot.file_salt == key.salt]
        return Unlocked(key, fitting[0] if fitting else None)

    return unlock


def may_write(path: Path) -> bool:
    """Whether the file and the folder around it can be changed."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[ProgramLock]:
    """The program lock; kept when all goes well, released after any error."""
    with problems.explained(path):
        try:
            lock = ProgramLock(path)
        except InUse:
            raise problems.AdministrationInUse(path) from None
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def look_inside(path: Path, unlock: Unlock) -> tuple[Unlocked, int]:
    """The key of a file and the version of its schema; nothing is written."""
    with problems.explained(path):
        unlocked = unlock(path)
    try:
        with sqlite.explained(path):
            return unlocked, recognise.check_inside(path, unlocked.key)
    except problems.WrongPassword:
        if unlocked.successor is not None:
            raise problems.PasswordOrEnd(path) from None
        if unlocked.slot is None:
            raise
        # The password fits the slot, so that the key is right: what it opens is damaged.
        raise problems.AdministrationDamaged(path) from None
