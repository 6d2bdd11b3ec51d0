# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing to the disk so that a full disk or a pulled plug never costs what was there before."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def write_through(path: Path) -> None:
    """Have the operating system put a file, or the names in a folder, on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows has no handle for a folder, and writes names through by itself
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Write a small file that is whole or not there; what was there stays until then.

    Raises OSError; nothing of the attempt is left behind then.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    temporary = Path(name)
    try:
        try:
            _write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    write_through(path.parent)


def append(path: Path, content: bytes) -> None:
    """Add bytes to the end of a file; when they do not all fit none of them stays.

    O_APPEND: whatever another program does meanwhile, nothing of the file is overwritten.
    """
    before = path.stat().st_size
    handle = os.open(path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        try:
            _write_all(handle, content)
        except OSError:
            os.ftruncate(handle, before)
            raise
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_all(handle: int, content: bytes) -> None:
    # A disk that is nearly full takes a part and says how much: every length is looked at.
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def remove(path: Path) -> None:
    """Take a file away, and have its name gone from the disk when this returns."""
    path.unlink(missing_ok=True)
    write_through(path.parent)


@contextlib.contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """A name in a new folder beside ``path`` for a file in the making; gone afterwards.

    A program that is killed leaves the folder; ``sweep`` takes it away later.
    """
    folder = Path(tempfile.mkdtemp(prefix=_draft_prefix(path), dir=path.parent))
    try:
        yield folder / "administration"
    finally:
        _take_away(folder)


def sweep(path: Path) -> None:
    """Take away the drafts of a file that a killed program left. Only for who holds its lock."""
    prefix = _draft_prefix(path)
    for leftover in path.parent.iterdir():
        if leftover.name.startswith(prefix):
            _take_away(leftover)


def _draft_prefix(path: Path) -> str:
    return f".{path.name}-draft-"


def _take_away(folder: Path) -> None:
    for leftover in folder.iterdir():
        leftover.unlink()
    folder.rmdir()
