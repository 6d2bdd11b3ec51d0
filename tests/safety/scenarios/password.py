# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Another password: the old one or the new one opens the file, whatever happens."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.services.administration import Administration, open_administration
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey
from buurthuis_admin.storage.problems import OtherRecoverySheet, WrongPassword
from tests.safety.scenario import FILE, PASSWORD, Broken, Scenario, Told, beside

NEW_PASSWORD = "negen ganzen lopen langs het water"
CHANGED = "changed"


class Password(Scenario):
    """Open, change the password, close."""

    name = "password"
    sheet: FileKey

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        administration = open_administration(folder / FILE, PASSWORD)
        self.sheet = administration._file.key
        administration.close()

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        with told.trying(CHANGED):
            administration.security.change_password(PASSWORD, NEW_PASSWORD)
        administration.close()

    def verify(self, folder: Path, acknowledged: frozenset[str]) -> None:
        with beside(folder) as copy:
            self.check_sheet(copy, acknowledged)
        super().verify(folder, acknowledged)
        if CHANGED in acknowledged:
            self._check_new(folder)

    def check_sheet(self, folder: Path, acknowledged: frozenset[str]) -> None:
        """The sheet opens the file whatever became of the password."""
        del acknowledged
        if not self.sheet_opens(folder):
            raise Broken("the recovery sheet does not open the file")

    def sheet_opens(self, folder: Path) -> bool:
        """Whether the file opens by the recovery sheet of before."""
        try:
            AdministrationFile.open_with_sheet(folder / FILE, self.sheet).close()
        except OtherRecoverySheet:
            return False
        return True

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
