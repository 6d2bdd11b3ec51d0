# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions about people: whole, as lines of the list, and what they came to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from buurthuis_admin.domain.names import NameUse, PersonName
from buurthuis_admin.domain.people import (
    Address,
    Contribution,
    Household,
    Membership,
    Person,
    PersonDetail,
    Sex,
    Volunteer,
)
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.rows import AnyRow, rows_of
from buurthuis_admin.storage.values import (
    CANCELLED,
    PRESENT,
    amount_of,
    day_of,
    partial_of,
)


def people(connection: Connection, ids: Sequence[int] | None = None) -> list[Person]:
    """People by id in the order asked for; everybody in the order of lists without ids."""
    table = tables.Person.__table__
    if ids is None:
        order = select(table).order_by(table.c.sort_key, table.c.id)
        return [person_of(row) for row in connection.execute(order)]
    rows = {row.id: row for row in rows_of(connection, select(table), table.c.id, ids)}
    return [person_of(rows[number]) for number in ids if number in rows]


def details(connection: Connection, ids: Sequence[int] | None = None) -> list[PersonDetail]:
    """People with all that belongs to them, in the order asked for."""
    memberships = _memberships(connection, ids)
    contributions = _contributions(connection, ids)
    volunteers = _volunteers(connection, ids)
    found = people(connection, ids)
    households = _households(connection, found)
    return [
        PersonDetail(
            person=person,
            memberships=tuple(memberships.get(_id(person), ())),
            contributions=tuple(contributions.get(_id(person), ())),
            volunteer=volunteers.get(_id(person)),
            household=households.get(person.household_id or 0),
        )
        for person in found
    ]


def visits_by_month(connection: Connection, person_id: int, year: int) -> dict[int, int]:
    """How often somebody came, per month of a year."""
    attendance, session = tables.Attendance, tables.Session
    month = session.day // 100 % 100
    question = (
        select(month, func.count())
        .select_from(attendance)
        .join(session, session.id == attendance.session_id)
        .where(
            attendance.person_id == person_id,
            attendance.status == PRESENT,
            session.state != CANCELLED,
            session.day.between(year * 10000, year * 10000 + 9999),
        )
        .group_by(month)
    )
    return dict(connection.execute(question).all())


def number_taken(connection: Connection, detail: PersonDetail) -> tuple[str, str] | None:
    """A number that is new to a person and that another has, with the name of the other."""
    membership, person = tables.Membership, tables.Person
    own = select(membership.number).where(membership.person_id == detail.person.id)
    asked = {one.number for one in detail.memberships if one.number}
    new = asked - set(connection.scalars(own)) if asked else asked
    if not new:
        return None
    question = (
        select(membership.number, person.id)
        .join(person, person.id == membership.person_id)
        .where(membership.number.in_(new))
        .order_by(person.id)
    )
    found = connection.execute(question).first()
    return None if found is None else (found[0], people(connection, [found[1]])[0].name.full)


def person_of(row: AnyRow) -> Person:
    """The person in a row of the table of people."""
    return Person(
        id=row.id,
        name=PersonName(
            initials=row.initials,
            first=row.first,
            prefix=row.prefix,
            last=row.last,
            partner_prefix=row.partner_prefix,
            partner_last=row.partner_last,
            use=NameUse(row.name_use),
        ),
        sex=None if row.sex is None else Sex(row.sex),
        born=partial_of(row.born),
        address=Address(
            street=row.street,
            house=row.house,
            postcode=row.postcode,
            town=row.town,
            neighbourhood=row.neighbourhood,
        ),
        phone=row.phone,
        mobile=row.mobile,
        email=row.email,
        iban=row.iban,
        remark=row.remark,
        household_id=row.household_id,
        archived=bool(row.archived),
    )


def _id(person: Person) -> int:
    assert person.id is not None
    return person.id


def _memberships(connection: Connection, ids: Sequence[int] | None) -> dict[int, list[Membership]]:
    table = tables.Membership.__table__
    question = select(table).order_by(func.coalesce(table.c.starts, 0), table.c.id)
    found: dict[int, list[Membership]] = defaultdict(list)
    for row in rows_of(connection, question, table.c.person_id, ids):
        found[row.person_id].append(
            Membership(
                id=row.id,
                person_id=row.person_id,
                number=row.number,
                kind=row.kind,
                start=partial_of(row.starts),
                end=partial_of(row.ends),
                end_reason=row.end_reason,
                fee=amount_of(row.fee),
            )
        )
    return found


def _contributions(
    connection: Connection, ids: Sequence[int] | None
) -> dict[int, list[Contribution]]:
    table, membership = tables.Contribution, tables.Membership
    question = (
        select(
            membership.person_id,
            table.id,
            table.membership_id,
            table.year,
            table.amount,
            table.paid,
        )
        .join(membership, membership.id == table.membership_id)
        .order_by(table.year, table.id)
    )
    found: dict[int, list[Contribution]] = defaultdict(list)
    for row in rows_of(connection, question, membership.person_id, ids):
        found[row.person_id].append(
            Contribution(
                id=row.id,
                membership_id=row.membership_id,
                year=row.year,
                amount=amount_of(row.amount),
                paid=None if row.paid is None else bool(row.paid),
            )
        )
    return found


def _volunteers(connection: Connection, ids: Sequence[int] | None) -> dict[int, Volunteer]:
    table = tables.Volunteer.__table__
    return {
        row.person_id: Volunteer(
            id=row.id,
            person_id=row.person_id,
            tasks=row.tasks,
            since=partial_of(row.since),
            until=partial_of(row.until),
            vog_seen_on=day_of(row.vog_seen_on),
            vog_valid_until=day_of(row.vog_valid_until),
        )
        for row in rows_of(connection, select(table), table.c.person_id, ids)
    }


def _households(connection: Connection, found: Sequence[Person]) -> dict[int, Household]:
    ids = sorted({person.household_id for person in found if person.household_id is not None})
    table = tables.Household
    rows = rows_of(connection, select(table.id, table.name), table.id, ids)
    return {row.id: Household(id=row.id, name=row.name) for row in rows}
