# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A new key after a leak: the old password and sheet, or the new ones, open the file."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.services.administration import open_administration
from buurthuis_admin.storage.problems import WrongPassword
from tests.safety.scenario import FILE, PASSWORD, Broken, Told
from tests.safety.scenarios.password import CHANGED, NEW_PASSWORD, Password


class Rekey(Password):
    """Open, encrypt everything anew, close."""

    name = "rekey"

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        with told.trying(CHANGED):
            administration.security.replace_key(NEW_PASSWORD)
        administration.close()

    def check_sheet(self, folder: Path, acknowledged: frozenset[str]) -> None:
        """The old sheet goes with the old password."""
        if self.sheet_opens(folder) == self.old_password_opens(folder):
            return
        raise Broken("the sheet is not of the same key as the password")

    def old_password_opens(self, folder: Path) -> bool:
        """Whether the old password still fits."""
        try:
            open_administration(folder / FILE, PASSWORD).close()
        except WrongPassword:
            return False
        return True
