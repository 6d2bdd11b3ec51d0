# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of the year report and of a pack looks as it did, and is the same byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw

from tests.unit.reporting.golden_reports import REPORTS
from tests.unit.reporting.pages import differ, pictures


@pytest.mark.parametrize("name", list(REPORTS))
def test_the_pages_look_as_they_did(
    name: str, golden_pages: Callable[[str, list[Image.Image]], None]
) -> None:
    golden_pages(name, list(pictures(REPORTS[name]())))


def test_a_word_less_is_seen() -> None:
    page = list(pictures(REPORTS["pack_nl"]()))[2]  # that begins with a heading
    other = page.copy()
    ImageDraw.Draw(other).rectangle((40, 40, 80, 60), fill=255)
    assert differ(page, page) == ""
    assert differ(page, other)


def test_same_bytes_in_every_program() -> None:
    """Sets and dictionaries may not stand in the order of their hashes, which differ each time."""
    told = [
        subprocess.run(
            [sys.executable, "-m", "tests.unit.reporting.golden_reports"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2025")
    ]  # fmt: skip
    assert len(told[0].splitlines()) == len(REPORTS)
    assert told[0] == told[1]
