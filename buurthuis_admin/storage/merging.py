# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that belongs to one person handed to another, row by row, so that it can be undone.

Where both have a row that can stand only once, the row that says more stays: who came was there,
whatever the other list says. Keys are never changed in place: a row that moves is a new row and a
deleted one, and history knows both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from buurthuis_admin.domain.merging import Pair
from buurthuis_admin.storage.tables import (
    AccessRequest,
    ActivityPerson,
    Allowance,
    Attendance,
    Booking,
    Consent,
    Contribution,
    ContributionPayment,
    DifferentPeople,
    Enrolment,
    HelpGiven,
    Membership,
    MergedPerson,
    NeighbourHelp,
    OwnContribution,
    Person,
    SessionPlace,
    SourceRow,
    Volunteer,
    VolunteerHours,
)
from buurthuis_admin.storage.values import EntityKind

_PRESENT = 1
_ENDED = "ended"
_SAME_PERIOD = ("number", "kind", "starts", "ends")
# A person can have any number of these.
_FREE = (
    VolunteerHours,
    Consent,
    AccessRequest,
    Booking,
    Allowance,
    NeighbourHelp,
    HelpGiven,
)


def hand_over(connection: Connection, kept_id: int, gone_id: int) -> None:
    """Give all rows of one person to another, and delete the first."""
    _attendances(connection, kept_id, gone_id)
    _enrolments(connection, kept_id, gone_id)
    _places(connection, kept_id, gone_id)
    _helps(connection, kept_id, gone_id)
    _own_contributions(connection, kept_id, gone_id)
    _memberships(connection, kept_id, gone_id)
    _volunteer(connection, kept_id, gone_id)
    for table in _FREE:
        _give(connection, table, table.person_id == gone_id, person_id=kept_id)
    _sources(connection, kept_id, gone_id)
    _differences(connection, kept_id, gone_id)
    _give(connection, MergedPerson, MergedPerson.kept_id == gone_id, kept_id=kept_id)
    connection.execute(insert(MergedPerson).values(gone_id=gone_id, kept_id=kept_id))
    connection.execute(delete(Person).where(Person.id == gone_id))


def made_one_with(connection: Connection, ids: Sequence[int]) -> list[int]:
    """The ids of those who were handed over to these people."""
    chosen = select(MergedPerson.gone_id).where(MergedPerson.kept_id.in_(ids))
    return list(connection.scalars(chosen.order_by(MergedPerson.gone_id)))


def different(connection: Connection) -> set[Pair]:
    """Pairs of which a person said that they are two people."""
    chosen = select(DifferentPeople.first_id, DifferentPeople.second_id)
    return {(first, second) for first, second in connection.execute(chosen)}


def keep_different(connection: Connection, pair: Pair) -> None:
    """Remember that these are two people."""
    row = dict(zip(("first_id", "second_id"), pair, strict=True))
    connection.execute(insert(DifferentPeople).prefix_with("OR IGNORE").values(row))


def _give(connection: Connection, table: type[Any], chosen: Any, **values: int) -> None:
    connection.execute(update(table).where(chosen).values(**values))


def _rows(connection: Connection, table: type[Any], chosen: Any) -> list[dict[str, Any]]:
    found = connection.execute(select(table.__table__).where(chosen))
    return [dict(row) for row in found.mappings()]


def _attendances(connection: Connection, kept_id: int, gone_id: int) -> None:
    of = Attendance.person_id
    kept = {row["session_id"]: row for row in _rows(connection, Attendance, of == kept_id)}
    moving = _rows(connection, Attendance, of == gone_id)
    for row in moving:
        here = kept.get(row["session_id"])
        if here is None:
            connection.execute(insert(Attendance).values(row | {"person_id": kept_id}))
        elif _says_more(row["status"], here["status"]):
            same = (Attendance.session_id == row["session_id"]) & (of == kept_id)
            taken = {"status": row["status"], "role": row["role"]}
            connection.execute(update(Attendance).where(same).values(taken))
    connection.execute(delete(Attendance).where(of == gone_id))


def _says_more(status: int, than: int) -> bool:
    return than != _PRESENT and (status == _PRESENT or (status != 0 and than == 0))


def _enrolments(connection: Connection, kept_id: int, gone_id: int) -> None:
    running = (Enrolment.person_id == kept_id) & (Enrolment.state != _ENDED)
    known = {row["activity_id"] for row in _rows(connection, Enrolment, running)}
    for row in _rows(connection, Enrolment, Enrolment.person_id == gone_id):
        this = Enrolment.id == row["id"]
        if row["state"] != _ENDED and row["activity_id"] in known:
            connection.execute(delete(Enrolment).where(this))
        else:
            _give(connection, Enrolment, this, person_id=kept_id)


def _places(connection: Connection, kept_id: int, gone_id: int) -> None:
    of = SessionPlace.person_id
    known = {row["session_id"] for row in _rows(connection, SessionPlace, of == kept_id)}
    moving = _rows(connection, SessionPlace, of == gone_id)
    connection.execute(delete(SessionPlace).where(of == gone_id))
    for row in moving:
        if row["session_id"] not in known:  # with two rows of a sheet, their own one stays
            connection.execute(insert(SessionPlace).values(row | {"person_id": kept_id}))


def _helps(connection: Connection, kept_id: int, gone_id: int) -> None:
    of = ActivityPerson.person_id
    known = {row["activity_id"] for row in _rows(connection, ActivityPerson, of == kept_id)}
    for row in _rows(connection, ActivityPerson, of == gone_id):
        this = ActivityPerson.id == row["id"]
        if row["activity_id"] in known:
            connection.execute(delete(ActivityPerson).where(this))
        else:
            _give(connection, ActivityPerson, this, person_id=kept_id)


def _own_contributions(connection: Connection, kept_id: int, gone_id: int) -> None:
    """Of a season that both have a row of, all that was paid stays."""
    of = OwnContribution.person_id
    rows = _rows(connection, OwnContribution, of == kept_id)
    known = {(row["activity_id"], row["season"]): row for row in rows}
    for row in _rows(connection, OwnContribution, of == gone_id):
        here = known.get((row["activity_id"], row["season"]))
        this = OwnContribution.id == row["id"]
        if here is None:
            _give(connection, OwnContribution, this, person_id=kept_id)
            continue
        if here["paid_on"] is None and row["paid_on"] is not None:
            taken = {"amount": row["amount"], "paid_on": row["paid_on"]}
            kept = OwnContribution.id == here["id"]
            connection.execute(update(OwnContribution).where(kept).values(taken))
        elif here["paid_on"] is not None and row["paid_on"] is not None:
            both = {"amount": here["amount"] + row["amount"]}
            kept = OwnContribution.id == here["id"]
            connection.execute(update(OwnContribution).where(kept).values(both))
        connection.execute(delete(OwnContribution).where(this))


def _memberships(connection: Connection, kept_id: int, gone_id: int) -> None:
    of = Membership.person_id
    known = {_period(row): row["id"] for row in _rows(connection, Membership, of == kept_id)}
    for row in _rows(connection, Membership, of == gone_id):
        twin = known.get(_period(row))
        if twin is None:
            _give(connection, Membership, Membership.id == row["id"], person_id=kept_id)
        else:
            _contributions(connection, twin, row["id"])
            connection.execute(delete(Membership).where(Membership.id == row["id"]))


def _period(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in _SAME_PERIOD)


def _contributions(connection: Connection, kept_id: int, gone_id: int) -> None:
    of = Contribution.membership_id
    known = {row["year"]: row for row in _rows(connection, Contribution, of == kept_id)}
    for row in _rows(connection, Contribution, of == gone_id):
        here = known.get(row["year"])
        if here is None:
            _give(connection, Contribution, Contribution.id == row["id"], membership_id=kept_id)
        else:
            own = ContributionPayment.contribution_id == row["id"]
            _give(connection, ContributionPayment, own, contribution_id=here["id"])
            _fill(connection, Contribution, here, row)


def _volunteer(connection: Connection, kept_id: int, gone_id: int) -> None:
    of = Volunteer.person_id
    kept = _rows(connection, Volunteer, of == kept_id)
    for row in _rows(connection, Volunteer, of == gone_id):
        if kept:
            _fill(connection, Volunteer, kept[0], row)
            connection.execute(delete(Volunteer).where(Volunteer.id == row["id"]))
        else:
            _give(connection, Volunteer, Volunteer.id == row["id"], person_id=kept_id)


def _fill(
    connection: Connection, table: type[Any], kept: dict[str, Any], gone: dict[str, Any]
) -> None:
    """What a row does not say comes from the other."""
    filled = {name: gone[name] for name, value in kept.items() if value in (None, "")}
    news = {name: value for name, value in filled.items() if value not in (None, "")}
    if news:
        connection.execute(update(table).where(table.id == kept["id"]).values(news))


def _sources(connection: Connection, kept_id: int, gone_id: int) -> None:
    of_gone = (SourceRow.entity_kind == int(EntityKind.PERSON)) & (SourceRow.entity_id == gone_id)
    for row in _rows(connection, SourceRow, of_gone):
        moved = insert(SourceRow).prefix_with("OR IGNORE")
        connection.execute(moved.values(row | {"entity_id": kept_id}))
    connection.execute(delete(SourceRow).where(of_gone))


def _differences(connection: Connection, kept_id: int, gone_id: int) -> None:
    columns: tuple[InstrumentedAttribute[int], ...] = (
        DifferentPeople.first_id,
        DifferentPeople.second_id,
    )
    of_gone = or_(*(column == gone_id for column in columns))
    for row in _rows(connection, DifferentPeople, of_gone):
        (other,) = {row["first_id"], row["second_id"]} - {gone_id}
        if other != kept_id:
            keep_different(connection, (min(other, kept_id), max(other, kept_id)))
    connection.execute(delete(DifferentPeople).where(of_gone))
