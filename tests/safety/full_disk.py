# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A disk that is full: a tmpfs that holds the file and 64 kB.

A change is kept or refused with a sentence; what was kept is there afterwards, and when there is
room again the work goes on.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from buurthuis_admin.errors import UserError
from buurthuis_admin.services.administration import create_administration, open_administration
from buurthuis_admin.storage.problems import DiskFull
from tests.safety.holding import Held, Skipped, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, check_sound, named, people
from tests.safety.tracing import ROOT

ROOM = 64 * 1024
PAGE = 4096
CHANGES = 12


def full_disk(step: int) -> Held:
    """With every room from none to 64 kB, in steps of so many pages."""
    held = Held("full-disk")
    home = Path(tempfile.mkdtemp(prefix="safety-full-", dir=ROOT))
    try:
        create_administration(home / FILE, PASSWORD).close()
        with _small_disk(home) as disk:
            held.count("create on 64 kB", problem_of(lambda: _create(disk)))
            for pages in range(0, ROOM // PAGE + 1, step):
                problem = problem_of(functools.partial(_work, home, disk, pages))
                held.count(f"{pages} pages of room", problem)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return held


@contextlib.contextmanager
def _small_disk(home: Path) -> Iterator[Path]:
    """A tmpfs of the file and a bit, with 64 kB left; only a superuser can make one."""
    disk, size = home / "disk", (home / FILE).stat().st_size
    disk.mkdir()
    library = ctypes.CDLL(None, use_errno=True)
    options = f"size={2 * size + ROOM}".encode()
    if library.mount(b"tmpfs", os.fsencode(disk), b"tmpfs", 0, options):
        raise Skipped("only a superuser can make a disk of 64 kB: run it with sudo")
    try:
        yield disk
    finally:
        library.umount2(os.fsencode(disk), 2)


def _fill(disk: Path, room: int) -> None:
    """Leave so many bytes free."""
    filler = disk / "vol"
    filler.unlink(missing_ok=True)
    free = shutil.disk_usage(disk).free
    filler.write_bytes(bytes(max(0, free - room)))


def _empty(disk: Path) -> None:
    for path in disk.iterdir():
        path.unlink()


def _create(disk: Path) -> None:
    _empty(disk)
    _fill(disk, ROOM)
    try:
        create_administration(disk / FILE, PASSWORD).close()
    except DiskFull:
        left = [path.name for path in disk.iterdir() if path.name != "vol"]
        if left:
            raise Broken(f"left behind: {left}") from None
        return
    raise Broken("made on a disk that is too small")


def _work(home: Path, disk: Path, pages: int) -> None:
    _empty(disk)
    shutil.copyfile(home / FILE, disk / FILE)
    _fill(disk, pages * PAGE)
    kept = _entered(disk)
    _fill(disk, shutil.disk_usage(disk).total)
    administration = open_administration(disk / FILE, PASSWORD)
    administration.members.save(named("Erna"))
    found = people(administration)
    check_sound(administration)
    administration.close()
    if {*kept, "Erna"} - found:
        raise Broken(f"acknowledged and lost: {sorted({*kept, 'Erna'} - found)}")
    others = sorted(path.name for path in disk.iterdir() if path.name != "vol")
    if others != [FILE]:
        raise Broken(f"left behind: {others}")


def _entered(disk: Path) -> set[str]:
    """People typed in until the disk is full; then some room is made and the form saved again."""
    try:
        administration = open_administration(disk / FILE, PASSWORD)
    except UserError:
        return set()
    kept = set()
    for number in range(CHANGES):
        with contextlib.suppress(UserError):
            administration.members.save(named(f"Berg {number}"))
            kept.add(f"Berg {number}")
        if number == CHANGES - 2:
            _fill(disk, 20 * PAGE * CHANGES)
    administration.close()
    if f"Berg {CHANGES - 1}" not in kept:
        raise Broken("there is room again, and a change is still refused")
    return kept
