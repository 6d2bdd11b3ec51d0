# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up, run every check, then every test; pytest's closing line is the last of the output.

Arguments go to pytest: ``python tools/test.py tests/unit/domain -k names``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.project import ROOT, in_venv, run
from tools.setup import set_up

PROCESSES = 2


def run_tests(arguments: list[str]) -> int:
    """Run pytest without a screen, on two processes unless told otherwise."""
    environment = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    processes = ["-n", str(PROCESSES), "--dist", "worksteal"]
    chosen = [] if any(word.startswith("-n") for word in arguments) else processes
    return run([in_venv("python"), "-m", "pytest", *chosen, *arguments], environment)


def main() -> int:
    """The worst of the checks and the tests."""
    set_up()
    checked = run([in_venv("python"), ROOT / "tools" / "check.py", "--no-setup"])
    return run_tests(sys.argv[1:]) or checked


if __name__ == "__main__":
    sys.exit(main())
