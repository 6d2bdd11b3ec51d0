# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The example in resources is what its script makes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tools.example_box import BOX, TRUTH, make


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    make(folder, folder / TRUTH.name)
    return folder


def _content(path: Path) -> object:
    """The bytes; of a zip those of its parts, for zlib may compress otherwise elsewhere."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {info.filename: (info.date_time, archive.read(info)) for info in archive.infolist()}


def test_script_remakes_the_files_of_the_box(remade: Path) -> None:
    names = sorted(path.name for path in BOX.iterdir())
    assert names == sorted(path.name for path in remade.iterdir() if path.name != TRUTH.name)
    different = [name for name in names if _content(BOX / name) != _content(remade / name)]
    assert not different, f"run python tools/example_box.py: {different}"


def test_script_remakes_what_the_tests_know_of_the_box(remade: Path) -> None:
    assert (remade / TRUTH.name).read_text("utf-8") == TRUTH.read_text("utf-8")
