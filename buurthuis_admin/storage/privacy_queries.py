# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Consents, requests and data breaches, and what the retention rules ask of people."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select

from buurthuis_admin.domain.dates import PartialDate, day_from_number, day_number
from buurthuis_admin.domain.privacy import Consent, DataBreach, PrivacyRequest, RequestKind
from buurthuis_admin.domain.retention import LastContact, PersonFacts
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.history.naming import person_name
from buurthuis_admin.storage.rows import AnyRow, upsert
from buurthuis_admin.storage.values import CANCELLED, PRESENT, day_of, day_to_number

_MEMBERSHIPS = "SELECT person_id, starts, ends FROM memberships"
_VOLUNTEERS = "SELECT person_id, since, until FROM volunteers"
_VISITS = (
    "SELECT a.person_id, max(s.day) FROM attendances a JOIN sessions s ON s.id = a.session_id "  # noqa: S608  (numbers)
    f"WHERE a.status = {PRESENT} AND s.state <> {CANCELLED} GROUP BY a.person_id"
)
_HOURS = "SELECT person_id, max(day) FROM volunteer_hours GROUP BY person_id"
_PAID = (
    "SELECT m.person_id, max(c.year) FROM contributions c "
    "JOIN memberships m ON m.id = c.membership_id "
    "WHERE c.amount IS NOT NULL OR c.paid GROUP BY m.person_id"
)
_CONSENTS = "SELECT person_id, max(coalesce(withdrawn_on, given_on)) FROM consents GROUP BY 1"
_REQUESTS = (
    "SELECT person_id, max(received_on) FROM access_requests WHERE person_id IS NOT NULL GROUP BY 1"
)
_ADDED_OR_CHANGED = (
    "SELECT r.row_key, coalesce(r.last_key, r.row_key), max(c.at) FROM row_changes r "
    "JOIN change_sets c ON c.id = r.change_set_id "
    "WHERE r.table_number = 1 AND r.row_key_2 = 0 GROUP BY 1, 2"
)
_NOT_ANONYMOUS = "SELECT * FROM people WHERE anonymised_on IS NULL ORDER BY sort_key, id"
_FIRST_CHANGE = "SELECT at FROM change_sets ORDER BY id LIMIT 1"


# Consents.


def consents(connection: Connection, person_id: int | None = None) -> list[Consent]:
    """The consents of a person, or of everybody, the newest first."""
    table = tables.Consent.__table__
    question = select(table).order_by(table.c.given_on.desc(), table.c.id.desc())
    if person_id is not None:
        question = question.where(table.c.person_id == person_id)
    return [_consent(row) for row in connection.execute(question)]


def save_consent(connection: Connection, consent: Consent) -> int:
    """Keep a consent; returns its id."""
    values = {
        "person_id": consent.person_id,
        "purpose": consent.purpose,
        "given_on": day_number(consent.given_on),
        "how": consent.how,
        "withdrawn_on": day_to_number(consent.withdrawn_on),
        "remark": consent.remark,
    }
    return upsert(connection, tables.Consent, consent.id, values)


def delete_consent(connection: Connection, consent_id: int) -> None:
    """Delete a consent that was entered by mistake."""
    connection.execute(delete(tables.Consent).where(tables.Consent.id == consent_id))


def _consent(row: AnyRow) -> Consent:
    return Consent(
        purpose=row.purpose,
        given_on=day_from_number(row.given_on),
        how=row.how,
        withdrawn_on=day_of(row.withdrawn_on),
        remark=row.remark,
        id=row.id,
        person_id=row.person_id,
    )


# Requests.


def requests(connection: Connection, person_id: int | None = None) -> list[PrivacyRequest]:
    """The requests of a person, or all of them, the newest first."""
    table = tables.AccessRequest.__table__
    question = select(table).order_by(table.c.received_on.desc(), table.c.id.desc())
    if person_id is not None:
        question = question.where(table.c.person_id == person_id)
    return [_request(row) for row in connection.execute(question)]


def save_request(connection: Connection, request: PrivacyRequest) -> int:
    """Keep a request; returns its id."""
    values = {
        "person_id": request.person_id,
        "kind": request.kind.value,
        "received_on": day_number(request.received_on),
        "answered_on": day_to_number(request.answered_on),
        "extended_until": day_to_number(request.extended_until),
        "remark": request.remark,
    }
    return upsert(connection, tables.AccessRequest, request.id, values)


def _request(row: AnyRow) -> PrivacyRequest:
    return PrivacyRequest(
        kind=RequestKind(row.kind),
        received_on=day_from_number(row.received_on),
        answered_on=day_of(row.answered_on),
        extended_until=day_of(row.extended_until),
        remark=row.remark,
        id=row.id,
        person_id=row.person_id,
    )


# Data breaches.


def breaches(connection: Connection) -> list[DataBreach]:
    """Every data breach, the newest first."""
    table = tables.DataBreach.__table__
    question = select(table).order_by(table.c.discovered_at.desc(), table.c.id.desc())
    return [_breach(row) for row in connection.execute(question)]


def save_breach(connection: Connection, breach: DataBreach) -> int:
    """Keep a data breach; returns its id."""
    values = {
        "discovered_at": _moment_text(breach.discovered_at),
        "description": breach.description,
        "kinds_of_data": breach.kinds_of_data,
        "people_affected": breach.people_affected,
        "consequences": breach.consequences,
        "measures": breach.measures,
        "reported_at": None if breach.reported_at is None else _moment_text(breach.reported_at),
        "not_reported_reason": breach.not_reported_reason,
        "people_told_on": day_to_number(breach.people_told_on),
        "closed_on": day_to_number(breach.closed_on),
    }
    return upsert(connection, tables.DataBreach, breach.id, values)


def _breach(row: AnyRow) -> DataBreach:
    return DataBreach(
        id=row.id,
        discovered_at=datetime.datetime.fromisoformat(row.discovered_at),
        description=row.description,
        kinds_of_data=row.kinds_of_data,
        people_affected=row.people_affected,
        consequences=row.consequences,
        measures=row.measures,
        reported_at=(
            None if row.reported_at is None else datetime.datetime.fromisoformat(row.reported_at)
        ),
        not_reported_reason=row.not_reported_reason,
        people_told_on=day_of(row.people_told_on),
        closed_on=day_of(row.closed_on),
    )


def _moment_text(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="seconds")


# What the retention rules ask.


def facts(connection: Connection, today: datetime.date) -> list[PersonFacts]:
    """Everybody who is not anonymous, with the last day of every kind of contact."""
    active: set[int] = set()
    last: defaultdict[int, dict[LastContact, datetime.date]] = defaultdict(dict)
    for contact, question in (
        (LastContact.MEMBERSHIP, _MEMBERSHIPS),
        (LastContact.VOLUNTEERING, _VOLUNTEERS),
    ):
        _note_periods(connection, question, contact, active, last, today)
    for contact, question in (
        (LastContact.VISIT, _VISITS),
        (LastContact.VOLUNTEERING, _HOURS),
        (LastContact.OTHER, _CONSENTS),
        (LastContact.OTHER, _REQUESTS),
    ):
        for person_id, number in connection.exec_driver_sql(question):
            _note(last[person_id], contact, PartialDate.from_number(number).last_day)
    paid: dict[int, int] = dict(connection.exec_driver_sql(_PAID).all())
    changed = _last_changed(connection)
    people = connection.exec_driver_sql(_NOT_ANONYMOUS).mappings()
    return [_facts(dict(row), active, last, paid, changed) for row in people]


def _facts(
    row: dict[str, object],
    active: set[int],
    last: Mapping[int, dict[LastContact, datetime.date]],
    paid: Mapping[int, int],
    changed: Mapping[int, datetime.date],
) -> PersonFacts:
    number = int(str(row["id"]))
    known = dict(last.get(number, {}))
    if not known and number in changed:
        # Only of somebody of whom no other day is known does it matter when they were added:
        # else an import of old lists would begin every term anew.
        known[LastContact.OTHER] = changed[number]
    return PersonFacts(
        id=number,
        name=person_name(row).sorted,
        active=number in active,
        last=known,
        last_paid_year=paid.get(number),
    )


def _note_periods(
    connection: Connection,
    question: str,
    contact: LastContact,
    active: set[int],
    last: Mapping[int, dict[LastContact, datetime.date]],
    today: datetime.date,
) -> None:
    for person_id, _first, end in connection.exec_driver_sql(question):
        if end is None or PartialDate.from_number(end).last_day >= today:
            active.add(person_id)
        else:
            _note(last[person_id], contact, PartialDate.from_number(end).last_day)


def _note(last: dict[LastContact, datetime.date], contact: LastContact, day: datetime.date) -> None:
    last[contact] = max(day, last.get(contact, day))


def _last_changed(connection: Connection) -> dict[int, datetime.date]:
    found: dict[int, datetime.date] = {}
    for first, last, at in connection.exec_driver_sql(_ADDED_OR_CHANGED):
        day = datetime.datetime.fromisoformat(at).date()
        for number in range(first, last + 1):
            found[number] = max(day, found.get(number, day))
    return found


def first_change(connection: Connection) -> datetime.date | None:
    """The day that the administration began."""
    at = connection.exec_driver_sql(_FIRST_CHANGE).scalar()
    return None if at is None else datetime.datetime.fromisoformat(at).date()


def names(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """The names of people, as in a sentence."""
    known = ", ".join(str(int(number)) for number in ids) or "NULL"
    question = f"SELECT * FROM people WHERE id IN ({known})"  # noqa: S608  (numbers)
    rows = connection.exec_driver_sql(question).mappings()
    return {int(row["id"]): person_name(dict(row)).full for row in rows}
