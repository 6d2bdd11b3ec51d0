# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping a person with memberships, contributions, volunteering and household."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, select, update

from buurthuis_admin.domain.people import (
    Contribution,
    Household,
    Membership,
    Person,
    PersonDetail,
    Volunteer,
)
from buurthuis_admin.domain.text import fold
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.rows import delete_others, upsert
from buurthuis_admin.storage.values import (
    day_to_number,
    hundredths,
    partial_to_number,
    person_values,
)

_AT_ONCE = 500


def save(connection: Connection, detail: PersonDetail) -> int:
    """Write all of a person; what the detail does not hold any more is deleted."""
    person = replace(detail.person, household_id=_save_household(connection, detail))
    numbers = tuple(one.number for one in detail.memberships if one.number)
    person_id = upsert(connection, tables.Person, person.id, person_values(person, numbers))
    memberships = _save_memberships(connection, person_id, detail.memberships)
    _save_contributions(connection, memberships, detail.contributions)
    save_volunteer(connection, person_id, detail.volunteer)
    return person_id


def save_person(connection: Connection, person: Person) -> None:
    """Write what is known of somebody who is kept already; what belongs to them stays as it is."""
    of_person = select(tables.Membership.number).where(tables.Membership.person_id == person.id)
    numbers = tuple(number for number in connection.scalars(of_person) if number)
    upsert(connection, tables.Person, person.id, person_values(person, numbers))


def _save_household(connection: Connection, detail: PersonDetail) -> int | None:
    household = detail.household
    if household is None:
        return detail.person.household_id
    return upsert(connection, tables.Household, household.id, {"name": household.name})


def join_household(connection: Connection, household: Household, ids: Sequence[int]) -> int:
    """Keep a household and have people belong to it; gives its id."""
    made = upsert(connection, tables.Household, household.id, {"name": household.name})
    for part in range(0, len(ids), _AT_ONCE):
        chosen = tables.Person.id.in_(ids[part : part + _AT_ONCE])
        connection.execute(update(tables.Person).where(chosen).values(household_id=made))
    return made


def archive(connection: Connection, ids: Sequence[int], *, on: bool) -> None:
    """Put people in the archive, or take them out of it."""
    for part in range(0, len(ids), _AT_ONCE):
        chosen = tables.Person.id.in_(ids[part : part + _AT_ONCE])
        connection.execute(update(tables.Person).where(chosen).values(archived=int(on)))


def _save_memberships(
    connection: Connection, person_id: int, memberships: tuple[Membership, ...]
) -> list[int]:
    table = tables.Membership
    kept = [one.id for one in memberships]
    delete_others(connection, table, table.person_id == person_id, kept)
    return [
        upsert(connection, table, one.id, membership_values(one) | {"person_id": person_id})
        for one in memberships
    ]


def membership_values(membership: Membership) -> dict[str, object]:
    """The row of a membership, without its id and person."""
    return {
        "number": membership.number,
        "kind": membership.kind,
        "starts": partial_to_number(membership.start),
        "ends": partial_to_number(membership.end),
        "end_reason": membership.end_reason,
        "fee": hundredths(membership.fee),
    }


def rename_kind(connection: Connection, before: str, after: str) -> None:
    """Members of a kind get its new name, however the old one was spelled."""
    table = tables.Membership
    known = connection.scalars(select(table.kind).distinct())
    spelled = [kind for kind in known if kind and fold(kind) == fold(before)]
    connection.execute(update(table).where(table.kind.in_(spelled)).values(kind=after))


def _save_contributions(
    connection: Connection, memberships: list[int], contributions: tuple[Contribution, ...]
) -> None:
    """Contributions of the memberships; one that names none belongs to the newest."""
    table = tables.Contribution
    kept = [one.id for one in contributions]
    delete_others(connection, table, table.membership_id.in_(memberships), kept)
    for one in contributions:
        owner = one.membership_id if one.membership_id in memberships else memberships[-1]
        upsert(connection, table, one.id, contribution_values(one) | {"membership_id": owner})


def contribution_values(contribution: Contribution) -> dict[str, object]:
    """The row of a contribution, without its id and membership."""
    return {
        "year": contribution.year,
        "amount": hundredths(contribution.amount),
        "paid": None if contribution.paid is None else int(contribution.paid),
    }


def save_volunteer(connection: Connection, person_id: int, volunteer: Volunteer | None) -> None:
    """Keep that somebody is a volunteer, or for None that they are not."""
    table = tables.Volunteer
    if volunteer is None:
        connection.execute(delete(table).where(table.person_id == person_id))
        return
    known = connection.scalar(select(table.id).where(table.person_id == person_id))
    upsert(connection, table, known, volunteer_values(volunteer) | {"person_id": person_id})


def volunteer_values(volunteer: Volunteer) -> dict[str, object]:
    """The row of a volunteer, without its id and person."""
    return {
        "tasks": volunteer.tasks,
        "since": partial_to_number(volunteer.since),
        "until": partial_to_number(volunteer.until),
        "vog_seen_on": day_to_number(volunteer.vog_seen_on),
        "vog_valid_until": day_to_number(volunteer.vog_valid_until),
    }
