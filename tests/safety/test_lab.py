# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short form of every trial of the lab; `make safety` is the long one.

Each in a process of its own, as the lab forks and pytest has threads.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.safety import trials
from tests.safety.registry import SCENARIOS

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the lab works with strace and fork"),
]


# The three faults of a scenario share a process: to load the program costs as much as a trial.
TOGETHER = [[trial.name] for trial in trials.of_the_file()] + [
    [f"{fault}-{scenario.name}" for fault in ("kill", "fails", "power-cut")]
    for scenario in SCENARIOS
]


@pytest.mark.parametrize("names", TOGETHER, ids=" ".join)
def test_the_promise_holds(names: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety", *names, "--short"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    said = (done.stdout + done.stderr).strip()
    if said.startswith("SKIPPED"):
        pytest.skip(said)
    assert done.returncode == 0, said
    assert all(f"HOLDS {name} " in said for name in names), said


def test_every_trial_is_run() -> None:
    assert {name for names in TOGETHER for name in names} == {
        trial.name for trial in trials.chosen([])
    }
