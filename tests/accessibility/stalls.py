# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""No stall of the window over 100 ms, on any page of a large administration."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.door import STALL_TARGET
from benchmarks.pages import measure as measured
from tests.accessibility.stages import Counted


def measure() -> Counted:
    """Every piece of work on every page."""
    found = Counted()
    with tempfile.TemporaryDirectory() as folder:
        for one in measured(Path(folder)):
            words = f"{one.doing}: {one.work:.0f} ms"
            found.add(f"{one.page}, {words}", one.page, right=one.work <= STALL_TARGET)
    return found
