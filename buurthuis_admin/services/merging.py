# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who stand in the administration twice: found, compared, and made one, to be undone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from buurthuis_admin.domain.merging import (
    MergeField,
    PossibleDouble,
    differing,
    merged,
    pair_of,
    possible_doubles,
)
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import ACTIVITIES, MONEY, PEOPLE, PRIVACY, Changes
from buurthuis_admin.services.members import PersonGone
from buurthuis_admin.storage import merging, people_queries, people_writing, settings_store
from buurthuis_admin.storage.erasing.people import leave_household
from buurthuis_admin.storage.erasing.removal import KEPT_PEOPLE
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two people beside each other, and the fields in which they say different things."""

    kept: PersonDetail
    gone: PersonDetail
    differing: tuple[MergeField, ...]


class MergingService:
    """Makes one person of two, in one step that can be undone."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def doubles(self) -> list[PossibleDouble]:
        """Who may stand in the administration twice, the surest first; reads everybody."""
        with self._file.reading() as connection:
            everybody = people_queries.people(connection)
            return possible_doubles(everybody, merging.different(connection))

    def compare(self, kept_id: int, gone_id: int) -> Comparison:
        """Two people beside each other. Raises PersonGone."""
        kept, gone = self._both(kept_id, gone_id)
        return Comparison(kept, gone, differing(kept.person, gone.person))

    def merge(self, kept_id: int, gone_id: int, from_gone: Collection[MergeField] = ()) -> None:
        """Give all of one person to another. ``from_gone``: fields that are taken from the first.

        Raises PersonGone.
        """
        kept, gone = self._both(kept_id, gone_id)
        one = merged(kept.person, gone.person, from_gone)
        names = {"kept": one.name.full, "gone": gone.person.name.full}
        sentence = _("{gone} and {kept} made one person").format(**names)
        with self._file.unit_of_work(sentence) as unit:
            merging.hand_over(unit.connection, kept_id, gone_id)
            people_writing.save_person(unit.connection, one)
            if gone.person.household_id != one.household_id:
                leave_household(unit.connection, gone.person.household_id)
            _hand_over_reason(unit, kept_id, gone_id)
            unit.commit()
        self._changes.tell(PEOPLE, ACTIVITIES, PRIVACY, MONEY)

    def keep_apart(self, one: Person, other: Person) -> None:
        """Remember that these are two people: they are not asked about again."""
        names = {"one": one.name.full, "other": other.name.full}
        sentence = _("{one} and {other} are two people").format(**names)
        with self._file.unit_of_work(sentence) as unit:
            merging.keep_different(unit.connection, pair_of(one, other))
            unit.commit()
        self._changes.tell(PEOPLE)

    def _both(self, kept_id: int, gone_id: int) -> tuple[PersonDetail, PersonDetail]:
        with self._file.reading() as connection:
            details = people_queries.details(connection, [kept_id, gone_id])
        found = {one.person.id: one for one in details}
        if len(found) != 2:
            raise PersonGone
        return found[kept_id], found[gone_id]


def _hand_over_reason(unit: UnitOfWork, kept_id: int, gone_id: int) -> None:
    """Why somebody is kept although the time is over goes along; the kept one's own comes first."""
    reasons = dict(settings_store.settings(unit.connection).get(KEPT_PEOPLE, {}))
    reason = reasons.pop(str(gone_id), None)
    if reason is not None:
        reasons.setdefault(str(kept_id), reason)
        settings_store.save(unit.connection, {KEPT_PEOPLE: reasons})
