# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All trials of the lab by name, each in a long form and in a short one for every `make test`."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from tests.safety import (
    canary,
    clocks,
    exports,
    faults,
    flips,
    full_disk,
    hostile,
    locking,
    newcomer,
    newer,
    power,
    second_program,
)
from tests.safety.holding import Held, Skipped
from tests.safety.registry import SCENARIOS
from tests.safety.scenario import Scenario
from tests.safety.tracing import Workplace

SHORT_KILLS = 2  # of the calls of a scenario, in the short form
SHORT_ERRORS = 1  # of each kind
SHORT_CUTS, LONG_CUTS = 44, 13_000  # disks after a power cut; a short scenario has fewer

SHORT_FLIPS, LONG_FLIPS = 80, 10_000
SHORT_NAMES, LONG_NAMES = 200, 10_000
SHORT_BACKUPS, LONG_BACKUPS = 9, 90
SHORT_LOCKS, LONG_LOCKS = 3, 60
LONG_HOSTILE = 120
SHORT_ATTEMPTS, LONG_ATTEMPTS = (4, 2), (100, 10)  # of a second program, and kills among them


@dataclass(frozen=True, slots=True)
class Trial:
    """One promise and how to try it; ``try_it`` is told whether to be short."""

    name: str
    try_it: Callable[[bool], Held]


def of_the_file() -> tuple[Trial, ...]:
    """Promises that are about no scenario."""
    return (
        Trial(
            "second-program",
            lambda short: second_program.second_program(
                *(SHORT_ATTEMPTS if short else LONG_ATTEMPTS)
            ),
        ),
        Trial("full-disk", lambda short: full_disk.full_disk(4 if short else 1)),
        Trial("flips", lambda short: flips.flip_and_cut(SHORT_FLIPS if short else LONG_FLIPS)),
        Trial("newer-schema", lambda _short: newer.newer_schema()),
        Trial("canary", lambda _short: canary.canary()),
        Trial("backups", lambda short: clocks.backups(SHORT_BACKUPS if short else LONG_BACKUPS)),
        Trial("restore-clicks", lambda _short: newcomer.restore_clicks()),
        Trial("lock", lambda short: locking.lock(SHORT_LOCKS if short else LONG_LOCKS)),
        Trial("hostile", lambda short: hostile.hostile(0 if short else LONG_HOSTILE)),
        Trial("exports", lambda short: exports.exports(SHORT_NAMES if short else LONG_NAMES)),
    )


def of_scenarios() -> tuple[Trial, ...]:
    """Faults at the calls of each scenario."""
    return tuple(
        trial
        for scenario in SCENARIOS
        for trial in (
            Trial(f"kill-{scenario.name}", _on(scenario, _kill)),
            Trial(f"fails-{scenario.name}", _on(scenario, _fail)),
            Trial(f"power-cut-{scenario.name}", _on(scenario, _cut)),
        )
    )


def chosen(names: list[str]) -> list[Trial]:
    """The trials of these names; a name of none stands for all that begin with it."""
    every = (*of_the_file(), *of_scenarios())
    known = {trial.name for trial in every}
    exact = {name for name in names if name in known}
    starts = tuple(f"{name}-" for name in names if name not in known)
    return [
        trial
        for trial in every
        if not names or trial.name in exact or f"{trial.name}-".startswith(starts)
    ]


def _on(scenario: Scenario, attempt: Callable[[Workplace, bool], Held]) -> Callable[[bool], Held]:
    def try_it(short: bool) -> Held:
        if shutil.which("strace") is None:
            raise Skipped(
                "strace is not installed; on Debian or Ubuntu: sudo apt-get install strace"
            )
        work = Workplace(scenario)
        try:
            return attempt(work, short)
        finally:
            work.remove()

    return try_it


def _kill(work: Workplace, short: bool) -> Held:
    return faults.kill_at_every_call(work, SHORT_KILLS if short else None)


def _fail(work: Workplace, short: bool) -> Held:
    return faults.fail_at_every_write(work, SHORT_ERRORS if short else None)


def _cut(work: Workplace, short: bool) -> Held:
    return power.replay_power_cuts(work, (SHORT_CUTS if short else LONG_CUTS) // len(SCENARIOS))
