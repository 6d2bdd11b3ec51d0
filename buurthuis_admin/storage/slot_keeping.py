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
from buurthuis_admin.storage.keys import salt_of
from buurthuis_admin.storage.slots import KeySlot

SUFFIX = "-slot"


def beside(path: Path) -> Path:
    """The name of the slot of an open file."""
    return path.with_name(path.name + SUFFIX)


def end_of(path: Path) -> bytes:
    """The bytes at the end of a file where a slot would be."""
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - slots.SIZE))
        return file.read(slots.SIZE)


def has_slot_at_end(path: Path) -> bool:
    """Whether the file is one that was closed well, be its slot damaged."""
    return slots.looks_like_slot(end_of(path))


def slots_of(path: Path) -> list[KeySlot]:
    """The slots that belong to a file, the newest first."""
    candidates = [end_of(path)]
    if beside(path).is_file():
        candidates.insert(0, beside(path).read_bytes())
    salt = salt_of(path)
    found = [KeySlot.from_bytes(content) for content in candidates]
    fitting = [slot for slot in found if slot is not None and slot.file_salt == salt]
    return sorted(fitting, key=lambda slot: -slot.generation)


def move_beside(path: Path, slot: KeySlot) -> None:
    """Before SQLite opens the file: the slot beside it, then off its end."""
    put_beside(path, slot)
    if has_slot_at_end(path):
        os.truncate(path, path.stat().st_size - slots.SIZE)
        durable.write_through(path)


def put_beside(path: Path, slot: KeySlot) -> None:
    """Keep a slot beside an open file, in the place of the one that was there."""
    durable.write_whole(beside(path), slot.to_bytes())


def move_to_end(path: Path, slot: KeySlot) -> None:
    """After SQLite closed the file: the slot at its end, then gone from beside it."""
    put_at_end(path, slot)
    durable.remove(beside(path))


def put_at_end(path: Path, slot: KeySlot) -> None:
    """Let a closed file carry its slot."""
    if end_of(path) != slot.to_bytes():
        durable.append(path, slot.to_bytes())
