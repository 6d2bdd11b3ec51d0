# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The window goes on living while a list is read; ``benchmarks.heartbeat`` does it with 50.000."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.heartbeat import TARGET, measure

ROWS = 4_000


@pytest.mark.usefixtures("qapp")
def test_the_window_never_stands_still_during_an_import(tmp_path: Path) -> None:
    assert QApplication.instance() is not None
    heart = measure(tmp_path, ROWS)
    assert set(heart.worst) == {"nothing", "reading", "looking", "writing", "another box"}
    assert max(heart.worst.values()) < TARGET, heart.worst
