# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A new administration."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.storage.problems import AdministrationMissing
from tests.safety.scenario import FILE, PASSWORD, Broken, Scenario, Told, check_sound

MADE = "made"


class Create(Scenario):
    """From no file to an empty administration."""

    name = "create"

    def prepare(self, folder: Path) -> None:
        """Nothing is there beforehand."""

    def act(self, folder: Path, told: Told) -> None:
        with told.trying(MADE):
            create_administration(folder / FILE, PASSWORD).close()

    def verify(self, folder: Path, acknowledged: frozenset[str]) -> None:
        """Either there is an administration, or nothing is in the way of making one."""
        try:
            administration = open_administration(folder / FILE, PASSWORD)
        except AdministrationMissing:
            if MADE in acknowledged:
                raise Broken("acknowledged and lost: the administration") from None
            return
        check_sound(administration)
        administration.close()

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        """Nothing is in it yet."""
