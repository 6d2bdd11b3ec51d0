# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups with a clock that goes wrong by years: each is verified, and none is lost by it."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from functools import partial
from pathlib import Path

from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.services.administration import create_administration, open_administration
from buurthuis_admin.services.backups import BackupService
from tests.safety.chance import dice
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, named, people
from tests.safety.tracing import ROOT

BEGIN = datetime.datetime(2026, 11, 26, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
YEARS = (10, -10)
FEW = 5  # backups before the clock goes wrong: less than what thinning leaves


class _Clock:
    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime.datetime:
        return self.now


def backups(wanted: int) -> Held:
    """So many backups; every so often the clock jumps by ten years, and back."""
    held = Held("backups")
    chance = dice("clocks")
    while held.tried < wanted:
        home = Path(tempfile.mkdtemp(prefix="safety-backups-", dir=ROOT))
        try:
            _a_life(held, home, chance.choice(YEARS))
        finally:
            shutil.rmtree(home)
    return held


def _a_life(held: Held, home: Path, years: int) -> None:
    """Some days, a wrong clock, and the right one again."""
    administration = create_administration(home / FILE, PASSWORD)
    clock = _Clock()
    service = BackupService(administration._file, administration.changed, lambda _file: None, clock)
    known: set[Path] = set()
    jump = years * 365 * DAY
    steps = [*[DAY] * FEW, jump, DAY, -jump, DAY]
    for number, step in enumerate(steps):
        clock.now += step
        administration.members.save(named(f"Berg {number}"))
        names = people(administration)
        look = partial(_back_up, service, home, known, names)
        held.count(f"{years} years, backup {number}", problem_of(look))
    administration.close()


def _back_up(service: BackupService, home: Path, known: set[Path], names: set[str]) -> None:
    if not service.due():
        raise Broken("no backup is due, and something was changed")
    (made,) = service.make(BackupReason.DAILY)
    if made.problem:
        raise Broken(made.problem)
    _check_opens(home, service.folder / made.file, names)
    there = set(service.folder.iterdir())
    if not known < there:
        raise Broken(f"{len(known - there)} backups are gone")
    known.update(there)


def _check_opens(home: Path, backup: Path, names: set[str]) -> None:
    """A backup is an administration by itself, with everybody in it."""
    copy = home / "copy.buurthuis"
    shutil.copyfile(backup, copy)
    opened = open_administration(copy, PASSWORD)
    try:
        if people(opened) != names:
            raise Broken("a backup with other people")
    finally:
        opened.close()
