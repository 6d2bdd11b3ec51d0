# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What must hold of every report, whatever it is about: tried with made-up years and dossiers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_UNIT = "tests/unit"
PROPERTIES: Mapping[str, Sequence[str]] = {
    "small-groups": (
        f"{_UNIT}/reporting/test_year_privacy.py",
        f"{_UNIT}/reporting/test_dossier_privacy.py",
        f"{_UNIT}/domain/test_suppression.py",
    ),
    "golden-pages": (f"{_UNIT}/reporting/test_golden_pages.py",),
    "neat": (f"{_UNIT}/reporting/test_neat.py",),
}
_OUTCOME = re.compile(r"^(PASSED|FAILED|ERROR) \S+::(.+?)(?: - .*)?$", re.MULTILINE)


def tried(paths: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each test of some files, and whether it held; the made-up ones look further than each day."""
    environment = {**os.environ, "HYPOTHESIS_PROFILE": "reports", "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", *paths],
        check=False, cwd=_ROOT, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    found = _OUTCOME.findall(told.stdout)
    yield "the tests can be run", bool(found)
    for outcome, name in found:
        yield name, outcome == "PASSED"
