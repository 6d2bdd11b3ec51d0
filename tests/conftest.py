# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every test stands on: no screen, a language of its own, folders of its own, no chance."""

from __future__ import annotations

import functools
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHONDONTWRITEBYTECODE"] = ""  # a hundred programs that tests start are compiled once

import pytest
from hypothesis import HealthCheck, settings

from buurthuis_admin.i18n import DEFAULT_LANGUAGE, use_language
from buurthuis_admin.storage import copying, making, slots
from buurthuis_admin.storage.keys import FileKey, new_key

sys.dont_write_bytecode = False
# Files of tests cost little to unlock. Programs of their own, as in tests/safety, do the real work.
slots.STANDARD = slots.Work(memory=64, rounds=1, lanes=1)

_ROOM = 2 << 30  # bytes; a whole run, kept three times as pytest does, takes much less
_NEW_OBJECTS = 20_000  # before the collector of garbage looks at them; Python's own is 700
ROOT = Path(__file__).resolve().parents[1]
SHARED_SAMPLES = ROOT.parent / "shared" / "samples"


def _in_memory() -> str:
    """A folder in memory for what tests write, where there is one with room; else ''.

    A third of the time was waiting for the disk. What must be on it, and when, is what the lab
    tries (tests/safety).
    """
    memory = Path("/dev/shm")
    there = memory.is_dir() and os.access(memory, os.W_OK)
    return str(memory) if there and shutil.disk_usage(memory).free > _ROOM else ""


# Where pytest puts temporary folders; its own variable, and --basetemp goes before it.
os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _in_memory())

settings.register_profile(
    "project",
    deadline=None,
    derandomize=True,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile(
    "search", parent=settings.get_profile("project"), derandomize=False, max_examples=2000
)
# The long form of `make reports`: elsewhere each time, and done within minutes.
settings.register_profile("reports", parent=settings.get_profile("search"), max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "project"))


@pytest.fixture(autouse=True)
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    """English for every test, or what ``@pytest.mark.language('nl')`` asks."""
    marker = request.node.get_closest_marker("language")
    use_language(marker.args[0] if marker else "en")
    yield
    use_language(DEFAULT_LANGUAGE)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of the person who runs it."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("BUURTHUIS_PASSWORD", raising=False)


@pytest.fixture(scope="session")
def shared_samples() -> Path:
    """The boxes of spreadsheets that lie beside a checkout; the test is skipped without them."""
    if not SHARED_SAMPLES.is_dir():
        pytest.skip(f"no sample boxes at {SHARED_SAMPLES.relative_to(ROOT.parent)}")
    return SHARED_SAMPLES


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what reads the shared boxes, so that it can be left out by name."""
    for item in items:
        if "shared_samples" in getattr(item, "fixturenames", ()):
            item.add_marker("samples")


def pytest_collection_finish() -> None:
    """What was loaded stays: the collector of garbage need not walk it again in each test.

    With little left to walk, Python would go through all of that after every few windows.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


def pytest_sessionstart() -> None:
    """Let the migrations make a schema once; every other new file begins as a copy of that.

    What they make is asked in ``tests/unit/storage/test_schema.py``, and programs of their own
    (the lab, the end-to-end tests) build each file anew.
    """
    build = making._build
    made: list[tuple[Path, FileKey]] = []

    @functools.wraps(build)
    def build_once(draft: Path, key: FileKey) -> None:
        if not made:
            first, first_key = Path(_TEMPLATES.name) / "schema", new_key()
            build(first, first_key)
            made.append((first, first_key))
        copying.copy_closed(*made[0], draft, key)

    making._build = build_once


_TEMPLATES = tempfile.TemporaryDirectory()
