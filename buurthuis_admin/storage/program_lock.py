# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One program per administration: a lock of the operating system on a file beside it.

The system drops the lock by itself when a program ends, however it ends. The file is taken
away only by who holds it, and a lock on a name that was taken away counts for nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SUFFIX = "-lock"


class InUse(Exception):
    """Another program holds the lock."""


class ProgramLock:
    """The lock on one administration. Raises InUse, or OSError when it cannot be made."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_name(path.name + SUFFIX)
        self._handle = self._acquire()

    def _acquire(self) -> int:
        while True:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(handle)
            except OSError:
                os.close(handle)
                raise InUse from None
            if self._is_there(handle):
                return handle
            os.close(handle)

    def _is_there(self, handle: int) -> bool:
        # Between opening and locking the last holder may have taken the name away.
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Let the next program in; once is enough."""
        if self._handle < 0:
            return
        if sys.platform != "win32":
            # While it is held: afterwards it could be the lock of somebody else.
            with contextlib.suppress(OSError):
                self.path.unlink()
        os.close(self._handle)
        self._handle = -1
        if sys.platform == "win32":
            with contextlib.suppress(OSError):  # Windows refuses when somebody holds it
                self.path.unlink()


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
