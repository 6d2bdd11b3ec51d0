# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file of the first version, brought up to date: all of it is there, whenever it stops."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

from buurthuis_admin.services.administration import Administration, open_administration
from tests.safety.scenario import FILE, Broken, Scenario, Told, check_sound

OLD = Path(__file__).parents[2] / "data" / "administration-version-1.buurthuis"
OLD_PASSWORD = "versie een"
OPENED = "opened"


class Migration(Scenario):
    """Open an old file, close."""

    name = "migration"

    def prepare(self, folder: Path) -> None:
        """The real file that stands for every one of its version."""
        shutil.copy(OLD, folder / FILE)

    def act(self, folder: Path, told: Told) -> None:
        with told.trying(OPENED):
            open_administration(folder / FILE, OLD_PASSWORD).close()

    def verify(self, folder: Path, acknowledged: frozenset[str]) -> None:
        administration = self.open(folder)
        try:
            check_sound(administration)
            self.check(administration, acknowledged)
            self._check_backups(administration)
        finally:
            administration.close()

    def open(self, folder: Path) -> Administration:
        return open_administration(folder / FILE, OLD_PASSWORD)

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        """The same person, the same figures."""
        (detail,) = administration.members.all_people()
        figures = administration.statistics.year(2024)
        found = (
            administration.settings.centre().name,
            detail.person.name.sorted,
            detail.memberships[0].number,
            figures.total.visits,
            figures.subsidies.received,
        )
        if found != ("De Wilg", "Berg, Jan van den", "0127", 13, Decimal("2000.00")):
            raise Broken(f"the migrated file holds {found}")

    def _check_backups(self, administration: Administration) -> None:
        whole = list(administration.backups.folder.glob("*.buurthuis"))
        if not whole:
            raise Broken("there is no backup of the file of before")
        if any(path.read_bytes() != OLD.read_bytes() for path in whole):
            raise Broken("the backup is not the file of before")
