# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Households: who lives at one address and gets one letter."""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.domain.households import HouseholdProposal, propose
from buurthuis_admin.domain.people import Household
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import PEOPLE, Changes
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.storage.file import AdministrationFile


class HouseholdUnnamed(UserError):
    """A household without a name cannot be told from another."""

    def __init__(self) -> None:
        super().__init__(_("Fill in a name for the household, such as the surname."))


class HouseholdService:
    """Proposes by address, and keeps what a person decided."""

    def __init__(self, file: AdministrationFile, changes: Changes, members: MemberService) -> None:
        self._file, self._changes, self._members = file, changes, members

    def proposals(self, ids: Sequence[int]) -> list[HouseholdProposal]:
        """People among these who live at one address and are no household yet."""
        return propose(self._members.details(ids))

    def make(self, proposal: HouseholdProposal, name: str) -> int:
        """Make the people of a proposal one household; gives its id. Raises HouseholdUnnamed."""
        from buurthuis_admin.storage import people_writing

        called = name.strip()
        if not called:
            raise HouseholdUnnamed
        household = Household(id=proposal.household_id, name=called)
        ids = [one.person.id or 0 for one in proposal.people]
        sentence = _("Household {name} made").format(name=called)
        with self._file.unit_of_work(sentence) as unit:
            made = people_writing.join_household(unit.connection, household, ids)
            unit.commit()
        self._changes.tell(PEOPLE)
        return made
