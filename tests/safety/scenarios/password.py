# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Another password: the old one or the new one opens the file, whatever happens."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.services.administration import Administration, open_administration
from buurthuis_admin.storage.problems import WrongPassword
from tests.safety.scenario import FILE, PASSWORD, Broken, Scenario, Told

NEW_PASSWORD = "negen ganzen lopen"
CHANGED = "changed"


class Password(Scenario):
    """Open, change the password, close."""

    name = "password"

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        with told.trying(CHANGED):
            administration._file.change_password(NEW_PASSWORD)
        administration.close()

    def verify(self, folder: Path, acknowledged: frozenset[str]) -> None:
        super().verify(folder, acknowledged)
        if CHANGED in acknowledged:
            self._check_new(folder)

    def _check_new(self, folder: Path) -> None:
        try:
            open_administration(folder / FILE, PASSWORD).close()
        except WrongPassword:
            return
        raise Broken("the old password opens the file after the new one was acknowledged")

    def open(self, folder: Path) -> Administration:
        try:
            return open_administration(folder / FILE, NEW_PASSWORD)
        except WrongPassword:
            return open_administration(folder / FILE, PASSWORD)

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        """What is in the file is looked at by every scenario."""
