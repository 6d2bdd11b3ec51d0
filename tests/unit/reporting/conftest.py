# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Golden files of the report: compared, and rewritten only when asked.

``pytest tests/unit/reporting --rewrite-golden`` writes them anew; look at the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.unit.reporting.pages import as_png, differ

GOLDEN = Path(__file__).resolve().parents[2] / "data" / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a golden file of a name."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--rewrite-golden", default=False):
            GOLDEN.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text("utf-8"), f"{name} differs; see conftest.py"

    return compare


@pytest.fixture
def golden_pages(request: pytest.FixtureRequest) -> Callable[[str, list[Image.Image]], None]:
    """Compares pictures of pages with golden ones of a name, as the eye does."""

    def compare(name: str, pages: list[Image.Image]) -> None:
        if request.config.getoption("--rewrite-golden", default=False):
            for old in GOLDEN.glob(f"{name}_page_*.png"):
                old.unlink()
            for at, page in enumerate(pages, 1):
                (GOLDEN / f"{name}_page_{at:02d}.png").write_bytes(as_png(page))
        known = sorted(GOLDEN.glob(f"{name}_page_*.png"))
        assert len(known) == len(pages)
        for path, page in zip(known, pages, strict=True):
            with Image.open(path) as was:
                assert differ(was, page) == "", f"{path.name} differs; see conftest.py"

    return compare
