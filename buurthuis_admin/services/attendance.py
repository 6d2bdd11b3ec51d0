# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attendance at the door and from paper: who is on the list of a session, and each mark kept."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from buurthuis_admin.domain.activities import (
    TALLY_VISITORS,
    HeadCount,
    Session,
    SessionState,
)
from buurthuis_admin.domain.attendance import (
    HELPED,
    PRESENT,
    REGULAR_SESSIONS,
    DoorList,
    Mark,
    Visitor,
    in_order,
    names_of,
    told_apart,
)
from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.domain.history import ChangeSet
from buurthuis_admin.domain.month_grid import Cell
from buurthuis_admin.domain.names import PersonName, parse_name
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.text import clean
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, ngettext
from buurthuis_admin.services.activities import ActivityGone, ActivityService, NumberNegative
from buurthuis_admin.services.changes import ACTIVITIES, PEOPLE, Changes
from buurthuis_admin.services.members import NameMissing, PersonGone
from buurthuis_admin.services.settings import tells_last_visit
from buurthuis_admin.storage import activity_queries, attendance_queries, people_writing
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.history import session_history
from buurthuis_admin.storage.unit_of_work import UnitOfWork
from buurthuis_admin.storage.values import day_of

Result = TypeVar("Result")
FOUND_AT_MOST = 12  # people beyond the list, for a search
_A_YEAR = datetime.timedelta(days=365)


class ReasonMissing(UserError):
    """A meeting is cancelled without saying why."""

    def __init__(self) -> None:
        super().__init__(_("Fill in why the meeting did not take place."))


class AttendanceService:
    """The list of a session; every mark is a change of its own, on the disk when it returns."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        activities: ActivityService,
    ) -> None:
        self._file, self._changes = file, changes
        self._activities = activities

    # Who is on the list.

    def door(self, session_id: int) -> DoorList:
        """Who is expected and who came, with the rows of the sheet. Raises ActivityGone."""
        with self._file.reading() as connection:
            session = activity_queries.session_of(connection, session_id)
            if session is None:
                raise ActivityGone
            (activity,) = activity_queries.activities(connection, [session.activity_id or 0])
            return DoorList(
                session=session,
                activity=activity.name,
                room=activity.room,
                visitors=_visitors(connection, session),
                counts=tuple(_counts(connection, session_id)),
                tell_last_visit=tells_last_visit(connection),
            )

    def number_rows(self, session_id: int) -> None:
        """Give everybody expected a row of the sheet, once: paper and screen agree from now on.

        No change that undo would show: nothing was said of anybody. Where the file cannot be
        written to, the rows are counted anew each time.
        """
        if self._file.read_only:
            return
        expected = [one for one in self.door(session_id).visitors if one.regular]
        with self._file.bookkeeping() as connection:
            people = [one.person_id for one in expected]
            attendance_queries.add_places(connection, session_id, people)

    def find(self, query: str, limit: int = FOUND_AT_MOST) -> list[Visitor]:
        """People by a part of their name or number, whoever they are; their street with it."""
        if not clean(query):
            return []
        with self._file.reading() as connection:
            people = attendance_queries.found_people(connection, query, limit)
        found = [_visitor(person) for person in people]
        return told_apart(in_order(found), _streets(people))

    def named(self, name: str) -> list[Visitor]:
        """Everybody who is called exactly this, however it is typed."""
        wanted = parse_name(name)
        with self._file.reading() as connection:
            found = attendance_queries.people_called(connection, wanted)
        return [_visitor(person) for person in found]

    def person(self, person_id: int) -> Visitor | None:
        """Somebody by the number on a card; None when there is nobody of that number."""
        with self._file.reading() as connection:
            found = attendance_queries.person_of_card(connection, person_id)
        return None if found is None else _visitor(found)

    def history(self, session_id: int) -> list[ChangeSet]:
        """Every change of a session and of who came to it, the newest first."""
        with self._file.reading() as connection:
            return session_history.change_sets(connection, session_id)

    # Marks.

    def mark(self, session_id: int, person_id: int, mark: Mark | None) -> None:
        """Keep what is known of somebody; None takes it away. Raises ActivityGone, PersonGone."""
        name = self._name(person_id)
        self._write(
            _mark_sentence(mark).format(
                name=name, meeting=self._activities.meeting_name(session_id)
            ),
            lambda unit: self._keep(unit.connection, session_id, {person_id: mark}),
        )

    def mark_many(self, session_id: int, marks: Mapping[int, Mark | None]) -> None:
        """Keep what is known of several people, as one change. Raises ActivityGone."""
        self._write(
            ngettext(
                "{count} row taken over from paper: {meeting}",
                "{count} rows taken over from paper: {meeting}",
                len(marks),
            ).format(count=len(marks), meeting=self._activities.meeting_name(session_id)),
            lambda unit: self._keep(unit.connection, session_id, marks),
        )

    def mark_cells(self, sentence: str, cells: Mapping[Cell, Mark | None]) -> None:
        """Keep what is known of people at several sessions, as one change of this name."""
        by_session: dict[int, dict[int, Mark | None]] = {}
        for (session_id, person_id), mark in cells.items():
            by_session.setdefault(session_id, {})[person_id] = mark

        def write(unit: UnitOfWork) -> None:
            for session_id, marks in by_session.items():
                self._keep(unit.connection, session_id, marks)

        self._write(sentence, write)

    def add(self, session_id: int, name: PersonName, mark: Mark = PRESENT) -> int:
        """Somebody new, of whom the name is enough; returns the id. Raises NameMissing."""
        if name.empty:
            raise NameMissing
        sentence = _("{name} is new and came: {meeting}").format(
            name=name.full, meeting=self._activities.meeting_name(session_id)
        )

        def write(unit: UnitOfWork) -> int:
            detail = PersonDetail(person=Person(name=name))
            person_id = people_writing.save(unit.connection, detail)
            self._keep(unit.connection, session_id, {person_id: mark})
            return person_id

        return self._write(sentence, write, PEOPLE)

    def add_typed(self, session_id: int, text: str, mark: Mark = PRESENT) -> int:
        """The same for a name as it was typed, in whatever order. Raises NameMissing."""
        return self.add(session_id, parse_name(text), mark)

    def count(self, session_id: int, tally_type: str, number: int) -> None:
        """Keep how many came without a name. Raises NumberNegative and ActivityGone."""
        if number < 0:
            raise NumberNegative
        counted = HeadCount(session_id=session_id, tally_type=tally_type, number=number)

        def write(unit: UnitOfWork) -> None:
            activity_queries.replace_head_count(unit.connection, counted)
            attendance_queries.hold(unit.connection, [session_id])

        meeting = self._activities.meeting_name(session_id)
        self._write(_("Visitors counted: {meeting}").format(meeting=meeting), write)

    # The session itself.

    def remark(self, session_id: int, text: str) -> None:
        """Keep a remark with a session. Raises ActivityGone."""
        self._change(session_id, _("Remark written: {meeting}"), {"remark": text.strip()})

    def cancel(self, session_id: int, reason: str) -> None:
        """A session did not take place. Raises ReasonMissing and ActivityGone."""
        if not clean(reason):
            raise ReasonMissing
        values = {"state": SessionState.CANCELLED, "reason": clean(reason)}
        self._change(session_id, _("Did not take place: {meeting}"), values)

    def reopen(self, session_id: int) -> None:
        """A session took place after all. Raises ActivityGone."""
        values = {"state": SessionState.HELD, "reason": ""}
        self._change(session_id, _("Took place after all: {meeting}"), values)

    def _change(self, session_id: int, sentence: str, values: Mapping[str, object]) -> None:
        meeting = self._activities.meeting_name(session_id)
        self._write(
            sentence.format(meeting=meeting),
            lambda unit: attendance_queries.change_session(unit.connection, session_id, values),
        )

    # Writing.

    def _keep(
        self, connection: Connection, session_id: int, marks: Mapping[int, Mark | None]
    ) -> None:
        for person_id, mark in marks.items():
            attendance_queries.keep_mark(connection, session_id, person_id, mark)
        came = [person for person, mark in marks.items() if mark is not None]
        attendance_queries.add_places(connection, session_id, came)
        if any(mark is not None and mark.came for mark in marks.values()):
            attendance_queries.hold(connection, [session_id])

    def _name(self, person_id: int) -> str:
        with self._file.reading() as connection:
            found = attendance_queries.known_people(connection, [person_id])
        if not found:
            raise PersonGone
        return found[0].name.full

    def _write(self, sentence: str, write: Callable[[UnitOfWork], Result], *areas: str) -> Result:
        with self._file.unit_of_work(sentence) as unit:
            result = write(unit)
            unit.commit()
        self._changes.tell(ACTIVITIES, *areas)
        return result


def _mark_sentence(mark: Mark | None) -> str:
    if mark is None:
        return _("{name} taken off the list: {meeting}")
    if mark == HELPED:
        return _("{name} came as a volunteer: {meeting}")
    return {
        "present": _("{name} came: {meeting}"),
        "excused": _("{name} sent word: {meeting}"),
        "absent": _("{name} did not come: {meeting}"),
        "unknown": _("{name}, not known whether they came: {meeting}"),
    }[mark.status.value]


def _visitors(connection: Connection, session: Session) -> tuple[Visitor, ...]:
    session_id, activity_id = session.id or 0, session.activity_id or 0
    today = day_number(session.day)
    marks = attendance_queries.marks(connection, session_id)
    places = attendance_queries.places(connection, session_id)
    lately = attendance_queries.last_sessions(connection, session, today, REGULAR_SESSIONS)
    regular = set(attendance_queries.came_to(connection, lately))
    regular |= attendance_queries.enrolled(connection, activity_id)
    a_year_ago = day_number(session.day - _A_YEAR)
    last = attendance_queries.came_between(connection, activity_id, a_year_ago, today - 1)
    people = attendance_queries.known_people(connection, {*marks, *places, *regular, *last})
    found = [
        _visitor(
            person,
            number=places.get(person.id or 0),
            # A row that was printed keeps its tile, whatever became known of earlier sessions.
            regular=person.id in regular or person.id in places or person.id in marks,
            last_visit=day_of(last.get(person.id or 0)),
            mark=marks.get(person.id or 0),
        )
        for person in people
        # The archive has no tiles, but whoever came or stands on the sheet keeps the row.
        if not person.archived or person.id in marks or person.id in places
    ]
    return tuple(_by_row(told_apart(in_order(found), _streets(people))))


def _by_row(visitors: Sequence[Visitor]) -> list[Visitor]:
    """In the order of the sheet; who has no row yet comes behind it."""
    last = len(visitors) + max((one.number or 0 for one in visitors), default=0) + 1
    return sorted(visitors, key=lambda one: one.number or last)


def _visitor(
    person: Person,
    *,
    number: int | None = None,
    regular: bool = False,
    last_visit: datetime.date | None = None,
    mark: Mark | None = None,
) -> Visitor:
    given, surname = names_of(person.name)
    return Visitor(
        person_id=person.id or 0,
        given=given,
        surname=surname,
        sort_key=person.name.sort_key,
        number=number,
        regular=regular,
        last_visit=last_visit,
        mark=mark,
    )


def _streets(people: Sequence[Person]) -> dict[int, str]:
    return {
        one.id or 0: " ".join(part for part in (one.address.street, one.address.house) if part)
        for one in people
    }


def _counts(connection: Connection, session_id: int) -> list[HeadCount]:
    """Every kind that the centre counts, with its number; 'visitors' is always among them."""
    known = {one.tally_type: one for one in activity_queries.head_counts(connection, session_id)}
    names = dict.fromkeys([TALLY_VISITORS, *attendance_queries.tally_names(connection)])
    return [
        known.get(name, HeadCount(session_id=session_id, tally_type=name, number=0))
        for name in names
    ]
