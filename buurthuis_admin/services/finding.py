# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a person, an activity or a dossier by a part of its name, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.people_rows import MemberFilter, PersonRow
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.domain.text import search_words
from buurthuis_admin.services.activities import ActivityService
from buurthuis_admin.services.changes import Changes
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.services.subsidies import SubsidyService


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found: the first of each kind, and how many people there are in all."""

    people: tuple[PersonRow, ...] = ()
    people_count: int = 0
    activities: tuple[Activity, ...] = ()
    subsidies: tuple[Subsidy, ...] = ()


def matches(asked: Iterable[str], *texts: str) -> bool:
    """Whether each word that is asked begins a word of the texts; accents do not matter."""
    known = [word for text in texts for word in search_words(text)]
    return all(any(one.startswith(word) for one in known) for word in asked)


class FindingService:
    """Looks for names; what is a few hundreds is kept in memory until something changes."""

    def __init__(
        self,
        members: MemberService,
        activities: ActivityService,
        subsidies: SubsidyService,
        changes: Changes,
    ) -> None:
        self._members, self._activities, self._subsidies = members, activities, subsidies
        self._kept: tuple[Sequence[Activity], Sequence[Subsidy]] | None = None
        self._reading = Lock()
        changes.subscribe(self._forget)

    def find(self, query: str, most: int) -> Findings:
        """The first ``most`` of each kind; nothing when nothing is asked."""
        asked = search_words(query)
        if not asked:
            return Findings()
        activities, subsidies = self._lists()
        return Findings(
            tuple(self._members.page(query, MemberFilter.ALL, 0, most)),
            self._members.count(query),
            tuple(one for one in activities if matches(asked, one.name, one.room))[:most],
            tuple(one for one in subsidies if matches(asked, *_words_of(one)))[:most],
        )

    def _lists(self) -> tuple[Sequence[Activity], Sequence[Subsidy]]:
        with self._reading:
            if self._kept is None:
                self._kept = (self._activities.all(), self._subsidies.dossiers())
            return self._kept

    def _forget(self, _areas: frozenset[str]) -> None:
        self._kept = None


def _words_of(one: Subsidy) -> tuple[str, ...]:
    days = (one.period.start if one.period else None, one.applied_on, one.decided_on)
    return (one.purpose, one.funder, *(str(day.year) for day in days if day))
