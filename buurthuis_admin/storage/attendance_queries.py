# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions of the door: who is expected at a session, who came, and keeping it.

Ids and days are numbers and each question is answered from an index, so that a tap waits for
nothing (``ix_sessions_activity_id``, the keys of attendances and places).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import islice

from sqlalchemy import Connection, delete, func, insert, select, update

from buurthuis_admin.domain.activities import EnrolmentState, Session, SessionState
from buurthuis_admin.domain.attendance import Mark
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person
from buurthuis_admin.domain.text import fold
from buurthuis_admin.storage import listing, sqlite, tables
from buurthuis_admin.storage.activity_queries import session_of
from buurthuis_admin.storage.people_queries import person_of
from buurthuis_admin.storage.rows import rows_of
from buurthuis_admin.storage.values import (
    CANCELLED,
    HELD,
    PRESENT,
    ROLE_NUMBERS,
    ROLES,
    STATE_NUMBERS,
    STATUS_NUMBERS,
    STATUSES,
)

_FEW = 200  # so many rows are read sooner than the index is walked
_PLANNED = STATE_NUMBERS[SessionState.PLANNED]


def marks(connection: Connection, session_id: int) -> dict[int, Mark]:
    """What is known of everybody on the list of a session."""
    table = tables.Attendance
    question = select(table.person_id, table.status, table.role).where(
        table.session_id == session_id
    )
    return {
        person: Mark(STATUSES[status], ROLES[role])
        for person, status, role in connection.execute(question)
    }


def marks_of(connection: Connection, session_ids: Sequence[int]) -> list[tuple[int, int, int, int]]:
    """Session, person, status and role of many sessions, as bare numbers."""
    table = tables.Attendance
    question = select(table.session_id, table.person_id, table.status, table.role)
    return [tuple(row) for row in rows_of(connection, question, table.session_id, session_ids)]


def keep_mark(connection: Connection, session_id: int, person_id: int, mark: Mark | None) -> None:
    """Keep what is known of somebody at a session; None when nothing is known any more."""
    key = {"session_id": session_id, "person_id": person_id}
    if mark is None:
        table = tables.Attendance
        same = (table.session_id == session_id) & (table.person_id == person_id)
        connection.execute(delete(table).where(same))
    else:
        numbers = {"status": STATUS_NUMBERS[mark.status], "role": ROLE_NUMBERS[mark.role]}
        sqlite.keep(connection, "attendances", key, numbers)


def hold(connection: Connection, session_ids: Iterable[int]) -> None:
    """Sessions that were planned and to which somebody came were held."""
    table = tables.Session
    planned = table.id.in_(list(session_ids)) & (table.state == _PLANNED)
    connection.execute(update(table).where(planned).values(state=HELD))


def places(connection: Connection, session_id: int) -> dict[int, int]:
    """The row of the printed sheet of each person who has one."""
    table = tables.SessionPlace
    question = select(table.person_id, table.number).where(table.session_id == session_id)
    return dict(connection.execute(question).all())


def add_places(connection: Connection, session_id: int, person_ids: Sequence[int]) -> None:
    """Give people the next rows of the sheet, in this order; who has one keeps it."""
    known = places(connection, session_id)
    first = max(known.values(), default=0) + 1
    new = [person for person in dict.fromkeys(person_ids) if person not in known]
    if new:
        connection.execute(
            insert(tables.SessionPlace),
            [
                {"session_id": session_id, "person_id": person, "number": number}
                for number, person in enumerate(new, first)
            ],
        )


def last_sessions(connection: Connection, session: Session, number: int, limit: int) -> list[int]:
    """The sessions of this activity before this one; ``number`` is its day. No cancelled ones."""
    table = tables.Session
    question = (
        select(table.id)
        .where(
            table.activity_id == session.activity_id,
            table.day <= number,
            table.state != CANCELLED,
            table.id != session.id,
        )
        .order_by(table.day.desc(), table.id.desc())
        .limit(limit)
    )
    return list(connection.scalars(question))


def came_to(connection: Connection, session_ids: Sequence[int]) -> dict[int, int]:
    """Who came to one of these sessions, with the number of the last day."""
    table, session = tables.Attendance, tables.Session
    question = (
        select(table.person_id, func.max(session.day))
        .join(session, session.id == table.session_id)
        .where(table.session_id.in_(session_ids), table.status == PRESENT)
        .group_by(table.person_id)
    )
    return dict(connection.execute(question).all())


def came_between(connection: Connection, activity_id: int, first: int, last: int) -> dict[int, int]:
    """Who came to an activity between two days (numbers), with the number of the last day."""
    session = tables.Session
    question = select(session.id).where(
        session.activity_id == activity_id,
        session.day.between(first, last),
        session.state != CANCELLED,
    )
    return came_to(connection, list(connection.scalars(question)))


def enrolled(connection: Connection, activity_id: int) -> set[int]:
    """Who is enrolled in an activity now; not who is waiting."""
    table = tables.Enrolment
    question = select(table.person_id).where(
        table.activity_id == activity_id, table.state == EnrolmentState.ENROLLED.value
    )
    return set(connection.scalars(question))


def known_people(connection: Connection, ids: Iterable[int]) -> list[Person]:
    """People by id, without those who were made anonymous."""
    table = tables.Person.__table__
    question = select(table).where(table.c.anonymised_on.is_(None))
    rows = rows_of(connection, question, table.c.id, list(ids))
    return [person_of(row) for row in rows]


def names_in_order(
    connection: Connection, ids: Iterable[int], kept: Container[int] = ()
) -> list[tuple[int, str]]:
    """People by id with the name as lists sort it, in that order; nobody who is anonymous.

    Whoever is archived is only there when they are ``kept``.
    """
    found = known_people(connection, ids)
    people = [one for one in found if not one.archived or one.id in kept]
    ordered = sorted(people, key=lambda one: (one.name.sort_key, one.id or 0))
    return [(one.id or 0, one.name.sorted) for one in ordered]


def found_people(connection: Connection, query: str, limit: int) -> list[Person]:
    """The first people, in the order of lists, who match a search; nobody who is anonymous.

    A mark waits while this is read, so it stops at the last one: of few who match all are taken,
    of many those that come first in the index of the names.
    """
    ids = listing.matching_ids(connection.connection.dbapi_connection, query)
    if len(ids) > _FEW:
        table = tables.Person
        in_order = select(table.id).order_by(table.sort_key, table.id)
        named = (number for number in connection.scalars(in_order) if number in ids)
        ids = frozenset(islice(named, limit))
    people = known_people(connection, ids)
    return sorted(people, key=lambda one: (one.name.sort_key, one.id or 0))[:limit]


def person_of_card(connection: Connection, number: int) -> Person | None:
    """Whose card it is; a card of before two people were made one is that of the one who stayed."""
    table = tables.MergedPerson
    kept = connection.scalar(select(table.kept_id).where(table.gone_id == number))
    found = known_people(connection, [kept or number])
    return found[0] if found else None


def people_called(connection: Connection, name: PersonName) -> list[Person]:
    """People of this very name, accents and capitals aside (``ix_people_sort_key``)."""
    table = tables.Person.__table__
    same = (table.c.sort_key == name.sort_key) & table.c.anonymised_on.is_(None)
    found = (person_of(row) for row in connection.execute(select(table).where(same)))
    return [one for one in found if fold(one.name.full) == fold(name.full)]


def tally_names(connection: Connection) -> list[str]:
    """The kinds of visitors that are counted, in their order."""
    table = tables.TallyType
    return list(connection.scalars(select(table.name).order_by(table.position, table.id)))


def sessions_between(
    connection: Connection, first: int, last: int, activity_id: int | None = None
) -> list[Session]:
    """Sessions between two days (numbers), of one activity or of all, in the order of the days."""
    table = tables.Session
    question = select(table.id).where(table.day.between(first, last))
    if activity_id is not None:
        question = question.where(table.activity_id == activity_id)
    ids = connection.scalars(question.order_by(table.day, table.starts_at, table.id)).all()
    found = (session_of(connection, number) for number in ids)
    return [one for one in found if one is not None]


def change_session(connection: Connection, session_id: int, values: Mapping[str, object]) -> None:
    """Keep another remark, reason or state of a session."""
    state = values.get("state")
    row = dict(values)
    if isinstance(state, SessionState):
        row["state"] = STATE_NUMBERS[state]
    connection.execute(update(tables.Session).where(tables.Session.id == session_id).values(**row))
