# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key of a file, made while the rest of the program is still being loaded.

Making a key of a password takes as long as loading half of the program, on a core of its own.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from buurthuis_admin.storage import slot_keeping
from buurthuis_admin.storage.keys import FileKey
from buurthuis_admin.storage.slots import KeySlot, WrongKey


@dataclass(frozen=True, slots=True)
class EarlyKey:
    """A key that one of these slots gave; nothing was locked, so they may have changed since."""

    slots: Sequence[KeySlot]
    key: FileKey

    def for_slots(self, now: Sequence[KeySlot]) -> FileKey | None:
        """The key when the file still has these slots."""
        return self.key if list(now) == list(self.slots) else None


def early_key(path: Path, password: str) -> EarlyKey | None:
    """The key; None when it cannot be had: whoever opens the file says why."""
    with contextlib.suppress(OSError):
        slots = slot_keeping.slots_of(path)
        for slot in slots:
            with contextlib.suppress(WrongKey):
                return EarlyKey(slots, slot.unwrap(password))
    return None
