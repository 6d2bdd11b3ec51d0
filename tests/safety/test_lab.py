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

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the lab works with strace and fork"),
]


@pytest.mark.parametrize("name", [trial.name for trial in trials.chosen([])])
def test_the_promise_holds(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety", name, "--short"],
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
    assert f"HOLDS {name} " in said
