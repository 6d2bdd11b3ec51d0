# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Copies of papers for another program to show: private, and gone as soon as may be.

Each program that runs has one folder of its own, which nobody else may look into, with a lock in
it. A folder of which the lock is free is of a program that ended before it could tidy up.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from buurthuis_admin.storage.program_lock import InUse, ProgramLock

_PREFIX = "buurthuis-papers-"
_LOCK = "program"


class PrivateCopies:
    """Makes copies; ``close`` removes them all."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._lock: ProgramLock | None = None

    def make(self, name: str, content: bytes) -> Path:
        """A copy that only this user may read. Raises OSError."""
        folder = Path(tempfile.mkdtemp(dir=self._own_folder()))
        path = folder / name
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        return path

    def close(self) -> None:
        """Remove every copy. One that another program holds on to goes at the next start."""
        if self._lock is not None:
            self._lock.release()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = self._lock = None

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            self._lock = ProgramLock(self._folder / _LOCK)
        return self._folder


def sweep() -> None:
    """Remove what programs that crashed left behind."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(InUse, OSError):
            if not _is_ours(folder):
                continue
            ProgramLock(folder / _LOCK).release()
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether we made it: anybody may put a name, or a link to elsewhere, where copies go."""
    facts = folder.lstat()
    owned = not hasattr(os, "getuid") or facts.st_uid == os.getuid()
    return stat.S_ISDIR(facts.st_mode) and owned


_BINARY = getattr(os, "O_BINARY", 0)
