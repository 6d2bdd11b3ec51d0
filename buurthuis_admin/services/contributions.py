# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The contribution of members: its kinds, who did not pay yet, and writing down who did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from buurthuis_admin.domain.contributions import ContributionType, Owing, owing, with_payment
from buurthuis_admin.i18n import _, ngettext
from buurthuis_admin.services.changes import PEOPLE, SETTINGS, Changes
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.services.settings import SettingsService, write_centre
from buurthuis_admin.storage.file import AdministrationFile


class ContributionService:
    """Asks and writes the contributions of one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        members: MemberService,
        settings: SettingsService,
    ) -> None:
        self._file, self._changes, self._members = file, changes, members
        self._settings = settings

    def save_type(self, before: ContributionType | None, after: ContributionType) -> None:
        """Add a kind, or change one; members of a kind that is renamed keep it.

        Raises NameMissingInList and NameInListTwice.
        """
        from buurthuis_admin.services.centre_lists import check_name
        from buurthuis_admin.storage import people_writing

        centre = self._settings.centre()
        types = centre.contribution_types
        check_name(after.name, [one.name for one in types if one != before])
        kept = [after if one == before else one for one in types]
        if before is None:
            kept.append(after)
        words = _("Kind of contribution {name}").format(name=after.name)
        with self._file.unit_of_work(words) as unit:
            write_centre(unit.connection, replace(centre, contribution_types=tuple(kept)))
            if before is not None and before.name != after.name:
                people_writing.rename_kind(unit.connection, before.name, after.name)
            unit.commit()
        self._changes.tell(SETTINGS, PEOPLE)

    def owing(self, ids: Sequence[int], year: int) -> list[Owing]:
        """Who of these people was a member in a year and has not paid by what is known."""
        types = self._settings.centre().contribution_types
        found = (owing(detail, year, types) for detail in self._members.details(ids))
        return [one for one in found if one is not None]

    def pay(self, ids: Sequence[int], year: int) -> int:
        """Write down that these people paid; gives how many did not before. One step to undo."""
        from buurthuis_admin.storage import people_writing

        types = self._settings.centre().contribution_types
        people = self._members.details(ids)
        details = [one for one in people if owing(one, year, types) is not None]
        if not details:
            return 0
        words = ngettext(
            "Contribution of {year} paid by {count} person",
            "Contribution of {year} paid by {count} people",
            len(details),
        )
        with self._file.unit_of_work(words.format(year=year, count=len(details))) as unit:
            for one in details:
                people_writing.save(unit.connection, with_payment(one, year, types))
            unit.commit()
        self._changes.tell(PEOPLE)
        return len(details)
