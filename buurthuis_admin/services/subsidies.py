# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers: who gives money, for what, and what became of it."""

from __future__ import annotations

from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.domain.text import clean
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import SUBSIDIES, Changes
from buurthuis_admin.storage import subsidy_queries
from buurthuis_admin.storage.file import AdministrationFile


class FunderMissing(UserError):
    """A subsidy is always somebody's."""

    def __init__(self) -> None:
        super().__init__(_("Fill in who gives the subsidy."))


class SubsidyService:
    """Subsidies of one administration."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def dossiers(self, year: int | None = None) -> list[Subsidy]:
        """The dossiers of a year, or all; the newest decision first."""
        with self._file.reading() as connection:
            found = subsidy_queries.subsidies(connection)
        return [one for one in found if year is None or one.concerns(year)]

    def save(self, subsidy: Subsidy) -> int:
        """Keep a dossier with all in it; returns its id. Raises FunderMissing."""
        if not clean(subsidy.funder):
            raise FunderMissing
        new = subsidy.id is None
        sentence = _("Subsidy of {funder} added") if new else _("Subsidy of {funder} changed")
        with self._file.unit_of_work(sentence.format(funder=subsidy.funder)) as unit:
            subsidy_id = subsidy_queries.save(unit.connection, subsidy)
            unit.commit()
        self._changes.tell(SUBSIDIES)
        return subsidy_id
