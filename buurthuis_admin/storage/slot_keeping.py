# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the key slot of a file is kept.

A closed file carries it at its very end, so that one file is all there is to copy. SQLite
cannot work with such an end, so while the administration is open (and after a crash) the slot
stands beside it in ``<file>-slot``, as SQLite's own ``-wal`` does. At every moment at least one
of the two is whole on the disk; when both are, the one beside the file is the newest.
"""

from __future__ import annotations

import os
from pathlib import Path

from buurthuis_admin.storage import durable, slots
from buurthuis_admin.storage.keys import PAGE_SIZE, salt_of
from buurthuis_admin.storage.slots import KeySlot

SUFFIX = "-slot"


def beside(path: Path) -> Path:
    """The name of the slot of an open file."""
    return path.with_name(path.name + SUFFIX)


def end_of(path: Path) -> bytes:
    """What stands after the last whole page: the slot of a closed file, or what is left of it."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(size - size % PAGE_SIZE)
        return file.read()


def slots_of(path: Path) -> list[KeySlot]:
    """The slots that belong to a file, the newest first.

    The one at the end is certainly its own, even when the salt at the beginning is damaged; one
    beside it may be left of another file that had this name.
    """
    at_end = KeySlot.from_bytes(end_of(path)[: slots.SIZE])
    salts = {salt_of(path)} | ({at_end.file_salt} if at_end else set())
    there = beside(path).read_bytes() if beside(path).is_file() else b""
    found = [slot for slot in (KeySlot.from_bytes(there), at_end) if slot is not None]
    fitting = [slot for slot in found if slot is at_end or slot.file_salt in salts]
    return sorted(fitting, key=lambda slot: -slot.generation)


def move_beside(path: Path, slot: KeySlot | None) -> None:
    """Before SQLite opens a file of which the key was found right: nothing but pages stays in it.

    The slot first stands beside it. A salt that was damaged is put right: the key says it.
    """
    if slot is not None:
        put_beside(path, slot)
        _mend_salt(path, slot.file_salt)
    rest = len(end_of(path))
    if rest:
        os.truncate(path, path.stat().st_size - rest)
        durable.write_through(path)


def _mend_salt(path: Path, salt: bytes) -> None:
    if salt_of(path) == salt:
        return
    with path.open("r+b") as file:
        file.write(salt)
    durable.write_through(path)


def put_beside(path: Path, slot: KeySlot) -> None:
    """Keep a slot beside an open file, in the place of the one that was there."""
    durable.write_whole(beside(path), slot.to_bytes())


def move_to_end(path: Path, slot: KeySlot) -> None:
    """After SQLite closed the file: the slot at its end, then gone from beside it."""
    put_at_end(path, slot)
    durable.remove(beside(path))


def put_at_end(path: Path, slot: KeySlot) -> None:
    """Let a closed file that is nothing but pages carry its slot."""
    durable.append(path, slot.to_bytes())
