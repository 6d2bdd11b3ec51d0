# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody is erased: everything of them is gone, or they are still there whole."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.services.administration import Administration, open_administration
from tests.safety.rows import every_row
from tests.safety.scenario import FILE, PASSWORD, Broken, Scenario, Told, named, people

GONE = "Qwistelberg"
ERASED = "erased"


class Erasure(Scenario):
    """Open, erase one of two people, close."""

    name = "erasure"

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        administration = open_administration(folder / FILE, PASSWORD)
        administration.members.save(named(GONE))
        administration.close()

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        with told.trying(ERASED):
            (person,) = (
                detail.person.id
                for detail in administration.members.all_people()
                if detail.person.name.last == GONE
            )
            assert person is not None
            administration.privacy.removal.erase([person])
        administration.close()

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        if GONE in people(administration):
            if ERASED in acknowledged:
                raise Broken("acknowledged and not done: an erasure")
            return
        text = repr(every_row(administration)).casefold()
        if GONE.casefold() in text or GONE.casefold().encode().hex() in text:
            raise Broken("there is a trace of somebody who was erased")
