# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A key that was made before the file was opened is worth as much as one made while opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from buurthuis_admin.storage import problems, slots
from buurthuis_admin.storage.early_key import early_key
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.storage.making import PASSWORD


def test_the_password_is_not_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    early = early_key(path, PASSWORD)
    monkeypatch.setattr(slots.KeySlot, "unwrap", None)
    AdministrationFile.open(path, PASSWORD, early).close()


def test_a_password_that_was_changed_meanwhile_stays_changed(path: Path) -> None:
    early = early_key(path, PASSWORD)
    file = AdministrationFile.open(path, PASSWORD)
    file.change_password("another password")
    file.close()
    with pytest.raises(problems.WrongPassword):
        AdministrationFile.open(path, PASSWORD, early)
    AdministrationFile.open(path, "another password").close()


def test_there_is_no_key_for_another_password_or_without_a_file(path: Path) -> None:
    assert early_key(path, "something else") is None
    assert early_key(path.with_name("nothing"), PASSWORD) is None
