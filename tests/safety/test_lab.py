# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short form of every trial of the lab; `make safety` is the long one.

Each promise is tried in full, on fewer cases: every scenario is killed at two of its calls, fails
at a write in each of the three ways and loses power four times; so few that a run takes seconds.
Where, is left to chance with a seed of its own for each run, so that many runs see what one does
not. A trial that fails says the command, seed and all, that does the same again.

In processes of their own, as the lab forks and pytest has threads; some trials together, as to
load the program costs as much as a trial.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.safety import trials
from tests.safety.registry import SCENARIOS

ROOT = Path(__file__).resolve().parents[2]
FAULTS = ("kill", "fails", "power-cut")
PARTS = 4  # of the scenarios: two processors share them well

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the lab works with strace and fork"),
]

OF_THE_FILE = [trial.name for trial in trials.of_the_file()]
TOGETHER = {
    "the file": OF_THE_FILE[::2],
    "the program": OF_THE_FILE[1::2],
    **{
        " ".join(scenario.name for scenario in SCENARIOS[part::PARTS]): [
            f"{fault}-{scenario.name}" for scenario in SCENARIOS[part::PARTS] for fault in FAULTS
        ]
        for part in range(PARTS)
    },
}


@pytest.mark.parametrize("names", TOGETHER.values(), ids=TOGETHER)
def test_the_promise_holds(names: list[str], subtests: pytest.Subtests) -> None:
    arguments = [*names, "--short", "--seed", str(random.SystemRandom().randrange(10**6))]
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    said = done.stdout + done.stderr
    again = f"python -m tests.safety {' '.join(arguments)}\n{said}"
    for name in names:
        with subtests.test(name):
            if skipped := re.search(rf"^SKIPPED {name}: .*", said, re.MULTILINE):
                pytest.skip(skipped[0])
            assert re.search(rf"^HOLDS {name} ", said, re.MULTILINE), again
    assert done.returncode == 0, again


def test_every_trial_is_run() -> None:
    assert {name for names in TOGETHER.values() for name in names} == {
        trial.name for trial in trials.chosen([])
    }
