# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list of members read into the administration: all of it, or nothing."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.errors import UserError
from buurthuis_admin.services.administration import Administration, open_administration
from tests.safety.scenario import FILE, PASSWORD, Broken, Scenario, Told, named, people

ROWS = 40
READ = "read"


class Importing(Scenario):
    """Open, read a list of forty people, one more person by hand, close."""

    name = "import"

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        lines = ["Lidnummer;Voornaam;Achternaam;Postcode;Woonplaats"]
        lines += [f"{n:04d};Els;Lijst{word(n)};1234 AB;Waterdam" for n in range(ROWS)]
        (folder / "Ledenlijst 2019.csv").write_text("\r\n".join(lines), "utf-8")

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        with told.trying(READ):
            prepared = administration.imports.prepare([folder / "Ledenlijst 2019.csv"])
            for file in prepared.outcome.files:
                if file.problem:  # the reader is a program of its own, and was disturbed too
                    raise UserError(file.problem)
            administration.imports.apply(prepared)
        with told.trying("Erna"):
            administration.members.save(named("Erna"))
        administration.close()

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        found = people(administration)
        rows = sum(name.startswith("Lijst") for name in found)
        if rows not in (0, ROWS):
            raise Broken(f"{rows} of {ROWS} rows of a list")
        if READ in acknowledged and not rows:
            raise Broken("acknowledged and lost: a list")
        if "Erna" in acknowledged and "Erna" not in found:
            raise Broken("acknowledged and lost: Erna")


def word(number: int) -> str:
    """A surname of letters for each number."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:02d}")
