# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from pathlib import Path

import pytest

from buurthuis_admin.services.administration import open_administration
from buurthuis_admin.services.opening import Opening
from buurthuis_admin.storage.problems import AdministrationInUse, WrongPassword
from tests.unit.storage.making import PASSWORD


def test_what_was_opened_is_taken_once(path: Path) -> None:
    opening = Opening(path, PASSWORD)
    taken = opening.take(path, PASSWORD)
    with pytest.raises(AdministrationInUse):
        opening.take(path, PASSWORD)
    taken.close()


def test_what_nobody_takes_is_closed(path: Path) -> None:
    Opening(path, PASSWORD).give_up()
    open_administration(path, PASSWORD).close()


def test_another_password_opens_anew_or_not_at_all(path: Path) -> None:
    opening = Opening(path, "wrong")
    opening.take(path, PASSWORD).close()
    with pytest.raises(WrongPassword):
        Opening(path, "wrong").take(path, "wrong")
