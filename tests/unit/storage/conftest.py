# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from buurthuis_admin.storage import making
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.storage.making import PASSWORD


@pytest.fixture(scope="session")
def empty_administration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty administration, to copy: making one takes a third of a second."""
    path = tmp_path_factory.mktemp("template") / "empty.buurthuis"
    AdministrationFile.create(path, PASSWORD).close()
    return path


@pytest.fixture
def path(empty_administration: Path, tmp_path: Path) -> Path:
    """An empty administration that no other test has."""
    return Path(shutil.copy(empty_administration, tmp_path / "buurthuis.administratie"))


@pytest.fixture
def file(path: Path) -> Iterator[AdministrationFile]:
    """That administration, open."""
    opened = AdministrationFile.open(path, PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def schema_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new file is built by the migrations, and not as a copy of an earlier one."""
    monkeypatch.setattr(making, "_build", making._build.__wrapped__)  # type: ignore[attr-defined]
