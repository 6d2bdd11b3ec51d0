# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Volunteers of a year with their hours and allowances."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from decimal import Decimal

from sqlalchemy import Connection, delete, func, or_, select, update

from buurthuis_admin.domain.allowances import Allowance
from buurthuis_admin.domain.dates import Period, day_from_number, day_number
from buurthuis_admin.domain.people import Person, Volunteer, VolunteerHours
from buurthuis_admin.domain.volunteering import HoursRow
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.figures_queries import hours_within
from buurthuis_admin.storage.people_queries import details, people
from buurthuis_admin.storage.rows import AnyRow, upsert
from buurthuis_admin.storage.values import amount_of, hundredths, partial_of


def in_year(connection: Connection, year: int) -> list[tuple[Person, Volunteer]]:
    """Who was a volunteer in a year, or gave hours or was paid in it, by name."""
    ids = _registered(connection, year) | set(hours(connection, year)) | set(paid(connection, year))
    found = details(connection, sorted(ids))
    kept = [(one.person, one.volunteer or Volunteer()) for one in found if one.person.name.sort_key]
    return sorted(kept, key=lambda pair: (pair[0].name.sort_key, pair[0].id or 0))


def _registered(connection: Connection, year: int) -> set[int]:
    table, person = tables.Volunteer, tables.Person
    question = (
        select(table.person_id)
        .join(person, person.id == table.person_id)
        .where(
            person.anonymised_on.is_(None),
            person.archived == 0,
            or_(table.until.is_(None), table.until >= year * 10000),
            or_(table.since.is_(None), table.since <= year * 10000 + 9999),
        )
    )
    return set(connection.scalars(question))


def hours(connection: Connection, year: int) -> dict[int, Decimal]:
    """The hours of everybody in a year."""
    table = tables.VolunteerHours
    question = (
        select(table.person_id, func.sum(table.hours))
        .where(hours_within(Period.year(year)))
        .group_by(table.person_id)
    )
    return {person: Decimal(number).scaleb(-2) for person, number in connection.execute(question)}


def paid(connection: Connection, year: int) -> dict[int, list[tuple[datetime.date, Decimal]]]:
    """What everybody was paid in a year, by day; not those who have left."""
    table = tables.Allowance
    days = table.day.between(year * 10000, year * 10000 + 9999)
    question = select(table.person_id, table.day, table.amount)
    found: dict[int, list[tuple[datetime.date, Decimal]]] = {}
    for person, day, cents in connection.execute(question.where(days).order_by(table.day)):
        if person is not None:
            amount = Decimal(cents).scaleb(-2)
            found.setdefault(person, []).append((day_from_number(day), amount))
    return found


def last_hours(connection: Connection, limit: int) -> list[HoursRow]:
    """What was written down last, the newest first."""
    table, activity = tables.VolunteerHours, tables.Activity
    question = (
        select(table.__table__, func.coalesce(activity.name, "").label("activity"))
        .outerjoin(activity, activity.id == table.activity_id)
        .order_by(table.id.desc())
        .limit(limit)
    )
    rows = connection.execute(question).all()
    names = _names(connection, {row.person_id for row in rows})
    return [_hours_row(row, names) for row in rows]


def _names(connection: Connection, ids: Collection[int]) -> Mapping[int, str]:
    return {one.id or 0: one.name.full for one in people(connection, sorted(ids))}


def _hours_row(row: AnyRow, names: Mapping[int, str]) -> HoursRow:
    day, number = partial_of(row.day), amount_of(row.hours)
    assert day is not None
    assert number is not None
    return HoursRow(
        id=row.id,
        person_id=row.person_id,
        name=names.get(row.person_id, ""),
        day=day,
        hours=number,
        what=", ".join(part for part in (row.activity, row.task) if part),
    )


def save_hours(connection: Connection, one: VolunteerHours) -> int:
    """Keep an entry of hours."""
    values = {
        "person_id": one.person_id,
        "activity_id": one.activity_id,
        "day": one.day.number,
        "hours": hundredths(one.hours),
        "task": one.task,
    }
    return upsert(connection, tables.VolunteerHours, one.id, values)


def hours_between(
    connection: Connection, first: int, last: int
) -> list[tuple[int, int, int, Decimal]]:
    """Id, person, day (a number) and hours of every entry on a whole day between two days."""
    table = tables.VolunteerHours
    question = (
        select(table.id, table.person_id, table.day, table.hours)
        .where(table.day.between(first, last), table.day % 100 != 0)
        .order_by(table.id)
    )
    rows = connection.execute(question)
    return [(number, person, day, Decimal(hours).scaleb(-2)) for number, person, day, hours in rows]


def change_hours(connection: Connection, hours_id: int, hours: Decimal) -> None:
    """Other hours for an entry; its activity and task stay."""
    table = tables.VolunteerHours
    changed = update(table).where(table.id == hours_id).values(hours=hundredths(hours))
    connection.execute(changed)


def delete_hours(connection: Connection, hours_id: int) -> None:
    """Take an entry of hours away."""
    table = tables.VolunteerHours
    connection.execute(delete(table).where(table.id == hours_id))


def allowances(connection: Connection, person_id: int) -> list[Allowance]:
    """What somebody was paid, the newest first."""
    table = tables.Allowance.__table__
    question = select(table).where(table.c.person_id == person_id)
    return [
        Allowance(
            id=row.id,
            person_id=row.person_id,
            day=day_from_number(row.day),
            amount=Decimal(row.amount).scaleb(-2),
            remark=row.remark,
        )
        for row in connection.execute(question.order_by(table.c.day.desc(), table.c.id.desc()))
    ]


def save_allowance(connection: Connection, one: Allowance) -> int:
    """Keep what a volunteer was paid."""
    values = {
        "person_id": one.person_id,
        "day": day_number(one.day),
        "amount": hundredths(one.amount),
        "remark": one.remark,
    }
    return upsert(connection, tables.Allowance, one.id, values)


def delete_allowance(connection: Connection, allowance_id: int) -> None:
    """It was not paid after all."""
    table = tables.Allowance
    connection.execute(delete(table).where(table.id == allowance_id))


def ending_certificates(
    connection: Connection, until: datetime.date, today: datetime.date
) -> list[tuple[int, datetime.date]]:
    """Of volunteers of today: whose certificate of conduct has ended or ends by a day."""
    table, person = tables.Volunteer, tables.Person
    question = (
        select(table.person_id, table.vog_valid_until)
        .join(person, person.id == table.person_id)
        .where(
            person.archived == 0,
            table.vog_valid_until <= day_number(until),
            or_(table.until.is_(None), table.until >= day_number(today)),
        )
        .order_by(table.vog_valid_until)
    )
    return [(row[0], day_from_number(row[1] or 0)) for row in connection.execute(question)]
