# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The contribution of members: who did not pay yet, and writing down who did."""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.domain.contributions import Owing, owing, with_payment
from buurthuis_admin.i18n import ngettext
from buurthuis_admin.services.changes import PEOPLE, Changes
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.storage.file import AdministrationFile


class ContributionService:
    """Asks and writes the contributions of one administration."""

    def __init__(self, file: AdministrationFile, changes: Changes, members: MemberService) -> None:
        self._file, self._changes, self._members = file, changes, members

    def owing(self, ids: Sequence[int], year: int) -> list[Owing]:
        """Who of these people was a member in a year and has not paid by what is known."""
        found = (owing(detail, year) for detail in self._members.details(ids))
        return [one for one in found if one is not None]

    def pay(self, ids: Sequence[int], year: int) -> int:
        """Write down that these people paid; gives how many did not before. One step to undo."""
        from buurthuis_admin.storage import people_writing

        details = [one for one in self._members.details(ids) if owing(one, year) is not None]
        if not details:
            return 0
        words = ngettext(
            "Contribution of {year} paid by {count} person",
            "Contribution of {year} paid by {count} people",
            len(details),
        )
        with self._file.unit_of_work(words.format(year=year, count=len(details))) as unit:
            for one in details:
                people_writing.save(unit.connection, with_payment(one, year))
            unit.commit()
        self._changes.tell(PEOPLE)
        return len(details)
