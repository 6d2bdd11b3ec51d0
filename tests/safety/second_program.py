# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One program per file: the second is refused each time; after a kill the next is in at once."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.storage import slots
from buurthuis_admin.storage.problems import AdministrationInUse
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, check_sound, named, people
from tests.safety.tracing import ROOT

SECONDS = 1.0
BUSY = 3.0  # times as long as an ordinary opening is too long on a busy computer


def second_program(wanted: int, kills: int) -> Held:
    """So many attempts beside a program that has the file open, with kills in between."""
    held = Held("second-program")
    home = Path(tempfile.mkdtemp(prefix="safety-second-", dir=ROOT))
    cheap, slots.STANDARD = slots.STANDARD, slots.Work(64 * 1024, 3, 4)  # the clock counts here
    try:
        create_administration(home / FILE, PASSWORD).close()
        (home / "snelkoppeling.buurthuis").symlink_to(home / FILE)
        for round_ in range(kills):
            _round(held, home, round_, wanted // kills)
    finally:
        slots.STANDARD = cheap
        shutil.rmtree(home, ignore_errors=True)
    return held


def _round(held: Held, home: Path, round_: int, attempts: int) -> None:
    holder = _holder(home / FILE, f"Berg {round_}")
    try:
        for attempt in range(attempts):
            name = FILE if attempt % 2 else "snelkoppeling.buurthuis"
            problem = _in_a_process_of_its_own(lambda name=name: _refused(home / name))  # type: ignore[misc]
            held.count(f"attempt {attempt} by {name}", problem)
    finally:
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
    held.count(f"after kill {round_}", problem_of(lambda: _opens(home / FILE, f"Berg {round_}")))


def _holder(path: Path, last: str) -> int:
    """A process that keeps one person and stays, with the file open."""
    ready, pipe = os.pipe()
    child = os.fork()
    if child == 0:
        administration = open_administration(path, PASSWORD)
        administration.members.save(named(last))
        os.write(pipe, b"!")
        signal.pause()
        os._exit(0)
    os.close(pipe)
    if os.read(ready, 1) != b"!":
        raise RuntimeError("the first program could not open the file")
    os.close(ready)
    return child


def _in_a_process_of_its_own(check: Callable[[], None]) -> str:
    reading, pipe = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(pipe, problem_of(check).encode())
        os._exit(0)
    os.close(pipe)
    with os.fdopen(reading, "rb") as answer:
        problem = answer.read().decode()
    os.waitpid(child, 0)
    return problem


def _refused(path: Path) -> None:
    before = path.read_bytes()
    try:
        open_administration(path, PASSWORD).close()
    except AdministrationInUse:
        if path.read_bytes() != before:
            raise Broken("refused, and the file was changed") from None
        return
    raise Broken("a second program has the file open")


def _opens(path: Path, last: str) -> None:
    administration, took = _timed(path)
    found = people(administration)
    check_sound(administration)
    administration.close()
    if last not in found:
        raise Broken(f"acknowledged and lost: {last}")
    # A computer that is busy with all other tests is slow at opening any file.
    if took > SECONDS and took > BUSY * _ordinary(path):
        raise Broken(f"opening took {took:.1f} s")


def _ordinary(path: Path) -> float:
    """What opening takes at this moment when nothing happened."""
    administration, took = _timed(path)
    administration.close()
    return took


def _timed(path: Path) -> tuple[Administration, float]:
    start = time.perf_counter()
    administration = open_administration(path, PASSWORD)
    return administration, time.perf_counter() - start
