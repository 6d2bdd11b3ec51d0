# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People: the list with its search, one person in full, and keeping what was typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from buurthuis_admin.domain.centre import NOT_SEEN_MONTHS
from buurthuis_admin.domain.dates import PartialDate, day_from_number, months_before
from buurthuis_admin.domain.people_rows import MemberFilter, PersonRow
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.changes import ACTIVITIES, PEOPLE, SETTINGS, Changes
from buurthuis_admin.services.people_list import PeopleList
from buurthuis_admin.storage import listing
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.listing import Line, Participation

if TYPE_CHECKING:
    from buurthuis_admin.domain.people import Person, PersonDetail

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


class NumberTaken(UserError):
    """A member number that somebody else has already."""

    def __init__(self, number: str, name: str) -> None:
        super().__init__(
            _("Member number {number} is of {name} already. Choose another number.").format(
                number=number, name=name
            )
        )


class MemberService:
    """Everybody known by name. Days are those of ``today``.

    The list asks ``storage.listing`` and is there before SQLAlchemy; the rest loads that.
    """

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today
        self._people_list: PeopleList | None = None
        self._listing = Lock()
        self._search = lru_cache(maxsize=_REMEMBERED_SEARCHES)(self._find)
        changes.subscribe(self._forget)

    def count(self, query: str = "", filter: MemberFilter = MemberFilter.ALL) -> int:  # noqa: A002
        """How many people are under a chip and match a search."""
        return self._list(filter).count(filter, self._found(query))

    def everyone(self) -> int:
        """How many people there are, without making the list of them."""
        with self._file.asking() as bare:
            return listing.everybody(bare)

    def counts(self, query: str = "") -> dict[MemberFilter, int]:
        """How many people are under each chip and match a search."""
        found = self._found(query)
        return self._list(MemberFilter.NOT_SEEN).counts(found)

    def page(
        self,
        query: str,
        filter: MemberFilter,  # noqa: A002
        offset: int,
        limit: int,
    ) -> list[PersonRow]:
        """A part of the list, sorted by surname; words in any order, accents do not matter."""
        if filter is MemberFilter.ALL and not query.strip() and self._people_list is None:
            return self._rows(self._part(offset, limit))
        found = self._found(query)
        return self._rows(self._list(filter).page(filter, found, offset, limit))

    def rows(self, person_ids: Sequence[int]) -> list[PersonRow]:
        """The lines of these people, in this order."""
        return self._rows(person_ids)

    def detail(self, person_id: int) -> PersonDetail:
        """One person with all that belongs to them. Raises PersonGone."""
        from buurthuis_admin.storage import people_queries

        with self._file.reading() as connection:
            found = people_queries.details(connection, [person_id])
        if not found:
            raise PersonGone
        return found[0]

    def details(self, person_ids: Sequence[int]) -> list[PersonDetail]:
        """People with all that belongs to them; whoever is gone by now is left out."""
        from buurthuis_admin.storage import people_queries

        with self._file.reading() as connection:
            return people_queries.details(connection, list(person_ids))

    def ids(self, query: str, filter: MemberFilter) -> list[int]:  # noqa: A002
        """Everybody under a chip who matches a search, in the order of the list."""
        people = self._list(filter)
        return list(people.page(filter, self._found(query), 0, len(people)))

    def all_people(self) -> list[PersonDetail]:
        """Everybody with all that belongs to them, in the order of the list."""
        from buurthuis_admin.storage import people_queries

        with self._file.reading() as connection, self._file.asking() as bare:
            return people_queries.details(connection, listing.ids_in_order(bare))

    def visits_by_month(self, person_id: int, year: int) -> tuple[int, ...]:
        """How often somebody came in January to December."""
        from buurthuis_admin.storage import people_queries

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
        """Keep a person as it stands in the form; returns the id.

        Raises NameMissing, and NumberTaken for a member number that is new to this person; one
        that was read in twice from a list can stay.
        """
        from buurthuis_admin.storage import people_queries, people_writing

        name = detail.person.name
        if name.empty:
            raise NameMissing
        new = detail.person.id is None
        sentence = _("{name} added") if new else _("{name} changed")
        with self._file.unit_of_work(sentence.format(name=name.full)) as unit:
            taken = people_queries.number_taken(unit.connection, detail)
            if taken is not None:
                raise NumberTaken(*taken)
            person_id = people_writing.save(unit.connection, detail)
            unit.commit()
        self._changes.tell(PEOPLE)
        return person_id

    def archive(self, person_ids: Sequence[int], *, on: bool = True) -> None:
        """Put people in the archive, or bring them back, as one change. Raises PersonGone.

        The archive stands in no list but its own and gets no post; figures count it as before.
        """
        from buurthuis_admin.storage import people_queries, people_writing

        with self._file.reading() as connection:
            found = people_queries.people(connection, list(person_ids))
            changed = [one for one in found if one.archived is not on]
        if not found:
            raise PersonGone
        if not changed:
            return
        with self._file.unit_of_work(_archive_sentence(changed, on=on)) as unit:
            people_writing.archive(unit.connection, [one.id or 0 for one in changed], on=on)
            unit.commit()
        self._changes.tell(PEOPLE)

    def _forget(self, areas: frozenset[str]) -> None:
        current = self._people_list
        if PEOPLE in areas:
            self._people_list = None
            self._search.cache_clear()
        elif current is not None and areas & {ACTIVITIES, SETTINGS}:
            current.forget_seen()

    def _list(self, wanted: MemberFilter = MemberFilter.ALL) -> PeopleList:
        """The list; who is not seen any more is only read when that chip is asked for."""
        today = self._today()
        with self._listing:  # two threads that want it make it once
            current = self._people_list
            if current is None or current.day != today:
                current = self._people_list = self._read_list(today)
            if wanted is MemberFilter.NOT_SEEN and not current.seen_known:
                current.tell_not_seen(self._not_seen(today))
            return current

    def _not_seen(self, today: datetime.date) -> set[int]:
        with self._file.asking() as bare:
            months = listing.not_seen_months(bare) or NOT_SEEN_MONTHS
            return listing.not_seen_ids(bare, months_before(today, months))

    def _read_list(self, today: datetime.date) -> PeopleList:
        with self._file.asking() as bare:
            return PeopleList(
                today,
                listing.ids_in_order(bare),
                listing.member_ids(bare, today),
                listing.ended_ids(bare, today),
                listing.volunteer_ids(bare, today),
                listing.archived_ids(bare),
            )

    def _part(self, offset: int, limit: int) -> list[int]:
        """A page of everybody: the first one does not wait for the list."""
        with self._file.asking() as bare:
            return listing.part(bare, offset, limit)

    def _found(self, query: str) -> frozenset[int] | None:
        return self._search(query.strip()) if query.strip() else None

    def _find(self, query: str) -> frozenset[int]:
        with self._file.asking() as bare:
            return listing.matching_ids(bare, query)

    def _rows(self, ids: Sequence[int]) -> list[PersonRow]:
        with self._file.asking() as bare:
            lines = listing.lines(bare, ids, self._today())
        came = self._participations(ids)
        return [_row(line, came.get(line.id, [])) for line in lines]

    def _participations(self, ids: Sequence[int]) -> dict[int, list[Participation]]:
        with self._file.asking() as bare:
            rows = listing.participations(bare, ids)
        found: dict[int, list[Participation]] = {}
        for row in rows:
            found.setdefault(row.person_id, []).append(row)
        return found


def _row(line: Line, came: list[Participation]) -> PersonRow:
    last = max((one.last_day for one in came), default=None)
    lately = [one for one in came if last and one.year == last // 10000]
    names = [name for name, _visits in _most_first(lately)]
    return PersonRow(
        id=line.id,
        name=line.name.sorted,
        number=line.number,
        town=line.town,
        activities=", ".join(names[:_NAMED_ACTIVITIES]),
        last_seen=None if last is None else day_from_number(last),
        standing=_standing(line),
        born=None if line.born is None else PartialDate.from_number(line.born),
        address=f"{line.street} {line.house}".strip(),
        postcode=line.postcode,
        phones=tuple(number for number in (line.mobile, line.phone) if number),
        email=line.email,
    )


def _standing(line: Line) -> MemberFilter:
    """What somebody is first of all: archived, member, volunteer, former member, participant."""
    if line.archived:
        return MemberFilter.ARCHIVED
    if line.member:
        return MemberFilter.MEMBERS
    if line.volunteer:
        return MemberFilter.VOLUNTEERS
    return MemberFilter.FORMER if line.former else MemberFilter.PARTICIPANTS


def _archive_sentence(people: Sequence[Person], *, on: bool) -> str:
    if len(people) == 1:
        told = _("{name} is archived") if on else _("{name} is back from the archive")
        return told.format(name=people[0].name.full)
    count = len(people)
    if on:
        told = ngettext("{count} person is archived", "{count} people are archived", count)
    else:
        told = ngettext(
            "{count} person is back from the archive",
            "{count} people are back from the archive",
            count,
        )
    return told.format(count=format_number(count))


def _most_first(found: list[Participation]) -> list[tuple[str, int]]:
    return sorted(
        ((one.activity, one.visits) for one in found), key=lambda pair: (-pair[1], pair[0])
    )
