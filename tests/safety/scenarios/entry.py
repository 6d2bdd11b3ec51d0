# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Five people typed in, one after another."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.services.administration import Administration, open_administration
from tests.safety.scenario import (
    FILE,
    PASSWORD,
    Scenario,
    Told,
    check_present,
    named,
    people,
)

PEOPLE = 5


class Entry(Scenario):
    """Open, five people, close."""

    name = "entry"

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        for number in range(1, PEOPLE + 1):
            with told.trying(f"Berg {number}"):
                administration.members.save(named(f"Berg {number}"))
        administration.close()

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        check_present(set(acknowledged), people(administration))


class CarefulEntry(Entry):
    """The same in a synchronised folder, where the program writes without a log."""

    name = "entry-synced"

    def prepare(self, folder: Path) -> None:
        (folder / ".stfolder").mkdir()
        super().prepare(folder)
