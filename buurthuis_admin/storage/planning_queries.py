# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rooms, closing days and kinds of visitors; who is on the list of an activity, and who helps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, delete, func, select, update

from buurthuis_admin.domain.activities import Enrolment, EnrolmentState, TallyType
from buurthuis_admin.domain.dates import day_from_number, day_number
from buurthuis_admin.domain.planning import (
    ClosingDay,
    ClosingKind,
    Helper,
    HelperRole,
    OwnContribution,
    Participant,
    Room,
)
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.people_queries import people
from buurthuis_admin.storage.rows import AnyRow, upsert
from buurthuis_admin.storage.values import amount_of, day_of, day_to_number, hundredths

# Lists of the centre.


def rooms(connection: Connection) -> list[Room]:
    """The rooms by name."""
    table = tables.Room.__table__
    rows = connection.execute(select(table).order_by(table.c.folded_name))
    return [Room(id=row.id, name=row.name, capacity=row.capacity) for row in rows]


def save_room(connection: Connection, room: Room) -> int:
    """Keep a room; activities and meetings that name it get the new name too."""
    name = clean(room.name)
    if room.id is not None:
        _rename(connection, room.id, name)
    values = {"name": name, "folded_name": fold(name), "capacity": room.capacity}
    return upsert(connection, tables.Room, room.id, values)


def _rename(connection: Connection, room_id: int, name: str) -> None:
    before = connection.scalar(select(tables.Room.name).where(tables.Room.id == room_id))
    for table in (tables.Activity, tables.Series, tables.Session):
        named = update(table).where(table.room == before, table.room != name)
        connection.execute(named.values(room=name))


def room_names_in_use(connection: Connection) -> list[str]:
    """Rooms that activities and meetings name, whether they are on the list or not."""
    found = set[str]()
    for table in (tables.Activity, tables.Series, tables.Session):
        named = select(table.room).where(table.room.is_not(None), table.room != "")
        found.update(connection.scalars(named.distinct()))
    return sorted(found, key=fold)


def closing_days(connection: Connection) -> list[ClosingDay]:
    """The days on which nothing is held, the first one first."""
    table = tables.ClosingDay.__table__
    rows = connection.execute(select(table).order_by(table.c.first_day, table.c.id))
    return [
        ClosingDay(
            id=row.id,
            name=row.name,
            first_day=day_from_number(row.first_day),
            last_day=day_from_number(row.last_day),
            kind=ClosingKind(row.kind),
        )
        for row in rows
    ]


def save_closing_day(connection: Connection, one: ClosingDay) -> int:
    """Keep days on which nothing is held."""
    values = {
        "name": clean(one.name),
        "first_day": day_number(one.first_day),
        "last_day": day_number(one.last_day),
        "kind": one.kind.value,
    }
    return upsert(connection, tables.ClosingDay, one.id, values)


def tally_types(connection: Connection) -> list[TallyType]:
    """The kinds of visitors in their order."""
    table = tables.TallyType.__table__
    rows = connection.execute(select(table).order_by(table.c.position, table.c.id))
    return [TallyType(id=row.id, name=row.name, position=row.position) for row in rows]


def save_tally_type(connection: Connection, one: TallyType) -> int:
    """Keep a kind of visitor; a new one comes last."""
    table = tables.TallyType
    position = one.position
    if one.id is None:
        position = (connection.scalar(select(func.max(table.position))) or 0) + 1
    return upsert(connection, table, one.id, {"name": clean(one.name), "position": position})


def used_tally_types(connection: Connection) -> set[int]:
    """The kinds of visitors that were counted somewhere."""
    return set(connection.scalars(select(tables.HeadCount.tally_type_id).distinct()))


def delete_row(connection: Connection, table: type[tables.Base], row_id: int) -> None:
    """Take a row out of one of these lists."""
    source = table.__table__
    connection.execute(delete(table).where(source.c.id == row_id))


# The list of an activity.


def participants(connection: Connection, activity_id: int, season: int) -> list[Participant]:
    """Who is on the list, then who waits in order; each with what is paid for the season."""
    table = tables.Enrolment.__table__
    running = (table.c.activity_id == activity_id, table.c.state != EnrolmentState.ENDED.value)
    rows = connection.execute(select(table).where(*running)).all()
    known = {one.id or 0: one for one in people(connection, [row.person_id for row in rows])}
    paid = {one.person_id: one for one in contributions(connection, activity_id, season)}
    found = []
    for row in rows:
        person = known[row.person_id]
        line = Participant(
            enrolment_id=row.id,
            person_id=row.person_id,
            name=person.name.full,
            sorted_name=person.name.sorted,
            state=EnrolmentState(row.state),
            position=row.position,
            since=day_of(row.since),
            phone=person.mobile or person.phone,
            email=person.email,
            contribution=paid.get(row.person_id),
        )
        found.append((line, person.name.sort_key))
    return [line for line, _key in sorted(found, key=lambda one: _order(*one))]


def _order(line: Participant, sort_key: str) -> tuple[bool, int, str]:
    waits = line.state is EnrolmentState.WAITING
    return waits, line.position if waits else 0, sort_key


def enrolment(connection: Connection, enrolment_id: int) -> Enrolment | None:
    """One enrolment; None when it is there no more."""
    table = tables.Enrolment.__table__
    row = connection.execute(select(table).where(table.c.id == enrolment_id)).first()
    return None if row is None else _enrolment(row)


def running_enrolment(connection: Connection, activity_id: int, person_id: int) -> int | None:
    """Whether somebody is on the list already: the id of it."""
    table = tables.Enrolment
    same = and_(table.activity_id == activity_id, table.person_id == person_id)
    running = table.state != EnrolmentState.ENDED.value
    return connection.scalar(select(table.id).where(same, running))


def save_enrolment(connection: Connection, one: Enrolment) -> int:
    """Keep an enrolment."""
    values = {
        "activity_id": one.activity_id,
        "person_id": one.person_id,
        "state": one.state.value,
        "position": one.position,
        "since": day_to_number(one.since),
        "until": day_to_number(one.until),
    }
    return upsert(connection, tables.Enrolment, one.id, values)


def last_position(connection: Connection, activity_id: int) -> int:
    """The place of the last one who waits; 0 when nobody does."""
    table = tables.Enrolment
    question = select(func.max(table.position)).where(
        table.activity_id == activity_id, table.state == EnrolmentState.WAITING.value
    )
    return connection.scalar(question) or 0


def enrolled_counts(connection: Connection) -> dict[int, int]:
    """How many are on the list of each activity."""
    table = tables.Enrolment
    question = select(table.activity_id, func.count()).where(
        table.state == EnrolmentState.ENROLLED.value
    )
    return dict(connection.execute(question.group_by(table.activity_id)).all())


def contributions(
    connection: Connection, activity_id: int, season: int
) -> Iterable[OwnContribution]:
    """What is paid, or to be paid, for an activity in a season, of people with a name."""
    table = tables.OwnContribution.__table__
    asked = (table.c.activity_id == activity_id, table.c.season == season)
    for row in connection.execute(select(table).where(*asked, table.c.person_id.is_not(None))):
        yield OwnContribution(
            id=row.id,
            activity_id=row.activity_id,
            person_id=row.person_id,
            season=row.season,
            amount=amount_of(row.amount) or amount_of(0),  # type: ignore[arg-type]
            paid_on=day_of(row.paid_on),
            remark=row.remark,
        )


def save_contribution(connection: Connection, one: OwnContribution) -> int:
    """Keep what somebody pays for a season."""
    values = {
        "activity_id": one.activity_id,
        "person_id": one.person_id,
        "season": one.season,
        "amount": hundredths(one.amount),
        "paid_on": day_to_number(one.paid_on),
        "remark": one.remark,
    }
    return upsert(connection, tables.OwnContribution, one.id, values)


# Who leads and who helps.


def helpers(connection: Connection, activity_id: int) -> list[Helper]:
    """Who leads an activity and who helps with it: leaders first, then by name."""
    table = tables.ActivityPerson.__table__
    rows = connection.execute(select(table).where(table.c.activity_id == activity_id)).all()
    names = {one.id: one.name for one in people(connection, [row.person_id for row in rows])}
    found = [
        Helper(
            id=row.id,
            activity_id=row.activity_id,
            person_id=row.person_id,
            name=names[row.person_id].full,
            role=HelperRole(row.role),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.role.value, names[one.person_id].sort_key))


def save_helper(connection: Connection, one: Helper) -> int:
    """Tie somebody to an activity; who is tied to it already gets the other role."""
    table = tables.ActivityPerson
    same = and_(table.activity_id == one.activity_id, table.person_id == one.person_id)
    known = one.id or connection.scalar(select(table.id).where(same))
    values = {
        "activity_id": one.activity_id,
        "person_id": one.person_id,
        "role": one.role.value,
    }
    return upsert(connection, table, known, values)


def _enrolment(row: AnyRow) -> Enrolment:
    return Enrolment(
        id=row.id,
        activity_id=row.activity_id,
        person_id=row.person_id,
        state=EnrolmentState(row.state),
        position=row.position,
        since=day_of(row.since),
        until=day_of(row.until),
    )


def waiting_ids(connection: Connection, activity_id: int) -> Sequence[int]:
    """The enrolments of who waits, in their order."""
    table = tables.Enrolment
    waits = table.state == EnrolmentState.WAITING.value
    order = (table.position, table.id)
    question = select(table.id).where(table.activity_id == activity_id, waits)
    return list(connection.scalars(question.order_by(*order)))


def place_waiting(connection: Connection, ids: Sequence[int]) -> None:
    """Number who waits in this order, from 1."""
    table = tables.Enrolment
    for place, enrolment_id in enumerate(ids, start=1):
        chosen = update(table).where(table.id == enrolment_id, table.position != place)
        connection.execute(chosen.values(position=place))
