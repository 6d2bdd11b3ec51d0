# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People: the list with its search, one person in full, and keeping what was typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import lru_cache

from buurthuis_admin.domain.people import MemberFilter, Person, PersonDetail, PersonRow
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import PEOPLE, Changes
from buurthuis_admin.services.people_list import PeopleList
from buurthuis_admin.storage import people_queries, people_writing, searching
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.people_queries import Participation
from buurthuis_admin.storage.values import day_of

_REMEMBERED_SEARCHES = 16
_NAMED_ACTIVITIES = 3  # in a line of the list; the page about the person has them all


class PersonGone(UserError):
    """Somebody who was on the screen is not in the administration any more."""

    def __init__(self) -> None:
        super().__init__(_("This person is no longer in the administration. Choose another."))


class NameMissing(UserError):
    """A person without any name cannot be kept."""

    def __init__(self) -> None:
        super().__init__(_("Fill in a surname or a first name."))


class MemberService:
    """Everybody known by name. Days are those of ``today``."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today
        self._people_list: PeopleList | None = None
        self._search = lru_cache(maxsize=_REMEMBERED_SEARCHES)(self._find)
        changes.subscribe(self._forget)

    def count(self, query: str = "", filter: MemberFilter = MemberFilter.ALL) -> int:  # noqa: A002
        """How many people are under a chip and match a search."""
        return self.counts(query)[filter]

    def counts(self, query: str = "") -> dict[MemberFilter, int]:
        """How many people are under each chip and match a search."""
        found = self._found(query)
        return self._list().counts(found)

    def page(
        self,
        query: str,
        filter: MemberFilter,  # noqa: A002
        offset: int,
        limit: int,
    ) -> list[PersonRow]:
        """A part of the list, sorted by surname; words in any order, accents do not matter."""
        found = self._found(query)
        ids = self._list().page(filter, found, offset, limit)
        return self._rows(ids)

    def detail(self, person_id: int) -> PersonDetail:
        """One person with all that belongs to them. Raises PersonGone."""
        with self._file.reading() as connection:
            found = people_queries.details(connection, [person_id])
        if not found:
            raise PersonGone
        return found[0]

    def all_people(self) -> list[PersonDetail]:
        """Everybody with all that belongs to them, in the order of the list."""
        with self._file.reading() as connection:
            return people_queries.details(connection, searching.ids_in_order(connection))

    def visits_by_month(self, person_id: int, year: int) -> tuple[int, ...]:
        """How often somebody came in January to December."""
        with self._file.reading() as connection:
            visits = people_queries.visits_by_month(connection, person_id, year)
        return tuple(visits.get(month, 0) for month in range(1, 13))

    def activities_of(self, person_id: int, year: int) -> list[tuple[str, int]]:
        """What somebody came to in a year and how often, most often first."""
        found = self._participations([person_id]).get(person_id, [])
        return _most_first([one for one in found if one.year == year])

    def last_year_seen(self, person_id: int) -> int | None:
        """The last year in which somebody came; None when they never did."""
        found = self._participations([person_id]).get(person_id, [])
        return max((one.year for one in found), default=None)

    def save(self, detail: PersonDetail) -> int:
        """Keep a person as it stands in the form; returns the id. Raises NameMissing."""
        name = detail.person.name
        if name.empty:
            raise NameMissing
        new = detail.person.id is None
        sentence = _("{name} added") if new else _("{name} changed")
        with self._file.unit_of_work(sentence.format(name=name.full)) as unit:
            person_id = people_writing.save(unit.connection, detail)
            unit.commit()
        self._changes.tell(PEOPLE)
        return person_id

    def _forget(self, areas: frozenset[str]) -> None:
        if PEOPLE in areas:
            self._people_list = None
            self._search.cache_clear()

    def _list(self) -> PeopleList:
        today = self._today()
        current = self._people_list
        if current is None or current.day != today:
            with self._file.reading() as connection:
                current = self._people_list = PeopleList(
                    today,
                    searching.ids_in_order(connection),
                    searching.member_ids(connection, today),
                    searching.ended_ids(connection, today),
                    searching.volunteer_ids(connection, today),
                )
        return current

    def _found(self, query: str) -> frozenset[int] | None:
        return self._search(query.strip()) if query.strip() else None

    def _find(self, query: str) -> frozenset[int]:
        with self._file.reading() as connection:
            return searching.matching_ids(connection, query)

    def _rows(self, ids: Sequence[int]) -> list[PersonRow]:
        with self._file.reading() as connection:
            people = people_queries.people(connection, ids)
            numbers = people_queries.numbers(connection, ids)
        came = self._participations(ids)
        return [self._row(person, numbers, came) for person in people]

    def _row(
        self, person: Person, numbers: dict[int, str], came: dict[int, list[Participation]]
    ) -> PersonRow:
        assert person.id is not None
        participations = came.get(person.id, [])
        last = max((one.last_day for one in participations), default=None)
        lately = [one for one in participations if last and one.year == last // 10000]
        names = [name for name, _visits in _most_first(lately)]
        return PersonRow(
            id=person.id,
            name=person.name.sorted,
            number=numbers.get(person.id, ""),
            town=person.address.town,
            activities=", ".join(names[:_NAMED_ACTIVITIES]),
            last_seen=day_of(last),
            standing=self._list().standing(person.id),
        )

    def _participations(self, ids: Sequence[int]) -> dict[int, list[Participation]]:
        with self._file.reading() as connection:
            rows = people_queries.participations(connection, ids)
        found: dict[int, list[Participation]] = {}
        for row in rows:
            found.setdefault(row.person_id, []).append(row)
        return found


def _most_first(found: list[Participation]) -> list[tuple[str, int]]:
    return sorted(
        ((one.activity, one.visits) for one in found), key=lambda pair: (-pair[1], pair[0])
    )
