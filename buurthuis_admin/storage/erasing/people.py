# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of somebody who leaves: made anonymous so that every figure stays, or deleted.

What the figures of a year need of a person: the year of birth, the four digits of the postcode,
the sessions they were present at, in which year a membership began and ended and whether it ran
on 1 January and 31 December, the year of volunteer work, and the hours by activity and year.
Nothing else stays (``tests/unit/services/test_anonymous_figures.py`` holds the figures to it).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from sqlalchemy import Connection

from buurthuis_admin.domain.activities import TALLY_ERASED
from buurthuis_admin.domain.dates import PartialDate, day_number
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Person
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.activity_queries import tally_type_id
from buurthuis_admin.storage.people_queries import people
from buurthuis_admin.storage.rows import upsert
from buurthuis_admin.storage.values import CANCELLED, PRESENT, person_values

# Names in the file, in the language of the centre.
ANONYMOUS = "Anoniem"
ERASED_VOLUNTEERS = "Gewiste vrijwilligers"
NO_WORDS = "-"
_NEW_YEAR = "{0} - {0} % 10000 + 101"

# A month is enough for every figure, but not in January and December: there the day decides
# whether somebody was a member on the first or the last day of the year.
_MONTH = "{0} - CASE WHEN {0} / 100 % 100 = {1} THEN 0 ELSE {0} % 100 END"
_NAMELESS_MONEY = (
    "UPDATE main.own_contributions SET person_id = NULL, remark = '' WHERE person_id = ?"
)
# It counts in its year, without a word of what it was about and without the day.
_NAMELESS_HELP = (
    (
        f"UPDATE main.neighbour_help SET what = '{NO_WORDS}', day = {_NEW_YEAR.format('day')}, "
        f"closed_on = {_NEW_YEAR.format('closed_on')} WHERE person_id = ?"
    ),
    f"UPDATE main.help_given SET day = {_NEW_YEAR.format('day')} WHERE person_id = ?",
    "UPDATE main.allowances SET remark = '' WHERE person_id = ?",
)
_END = (
    (
        "UPDATE main.memberships SET ends = max(coalesce(starts, 0), :today) "
        "WHERE person_id = :id AND ends IS NULL"
    ),
    (
        "UPDATE main.volunteers SET until = max(coalesce(since, 0), :today) "
        "WHERE person_id = :id AND until IS NULL"
    ),
)
_ANONYMOUS_ROWS = (
    (
        "UPDATE main.memberships SET number = '', kind = '', end_reason = '', fee = NULL, "
        f"starts = {_MONTH.format('starts', 1)}, ends = {_MONTH.format('ends', 12)} "
        "WHERE person_id = ?"
    ),
    (
        "UPDATE main.volunteers SET tasks = '', vog_seen_on = NULL, vog_valid_until = NULL, "
        "since = since - since % 10000, until = until - until % 10000 WHERE person_id = ?"
    ),
    "UPDATE main.volunteer_hours SET task = '', day = day - day % 100 WHERE person_id = ?",
    "UPDATE main.access_requests SET person_id = NULL, remark = '' WHERE person_id = ?",
    "DELETE FROM main.consents WHERE person_id = ?",
    "DELETE FROM main.enrolments WHERE person_id = ?",
    "DELETE FROM main.session_places WHERE person_id = ?",
    "DELETE FROM main.activity_people WHERE person_id = ?",
    # Money that came in is accounted for, without the name.
    _NAMELESS_MONEY,
    *_NAMELESS_HELP,
    # That somebody did not come is in no figure, and why may tell of illness.
    f"DELETE FROM main.attendances WHERE person_id = ? AND status <> {PRESENT}",
)
_COUNTS = (
    "SELECT EXISTS (SELECT 1 FROM main.attendances WHERE person_id = :id) "
    "OR EXISTS (SELECT 1 FROM main.memberships WHERE person_id = :id)"
)
_OLD_MONEY = (
    "DELETE FROM main.contributions WHERE year < ? AND membership_id IN "
    "(SELECT id FROM main.memberships WHERE person_id IN "
    "(SELECT id FROM main.people WHERE anonymised_on IS NOT NULL))"
)
_VISITS_TO_COUNTS = (
    "INSERT INTO main.head_counts (session_id, tally_type_id, number) "
    "SELECT a.session_id, ?, 1 FROM main.attendances a "
    "JOIN main.sessions s ON s.id = a.session_id "
    f"WHERE a.person_id = ? AND a.status = {PRESENT} AND s.state <> {CANCELLED} "
    "ON CONFLICT (session_id, tally_type_id) DO UPDATE SET number = number + 1"
)
_LEAVE = (
    "DELETE FROM main.attendances WHERE person_id = ?",
    _NAMELESS_MONEY,
    *_NAMELESS_HELP,
    "UPDATE main.access_requests SET person_id = NULL, remark = '' WHERE person_id = ?",
    "DELETE FROM main.people WHERE id = ?",
)


def anonymise(connection: Connection, person_id: int, today: datetime.date) -> None:
    """Make a person anonymous; every figure of every year stays what it was.

    What still runs, a membership or volunteer work, ends today.
    """
    (person,) = people(connection, [person_id])
    counts = connection.exec_driver_sql(_COUNTS, {"id": person_id}).scalar_one()
    upsert(connection, tables.Person, person_id, _anonymous(person, today, counts=bool(counts)))
    for statement in _END:
        values = {"id": person_id, "today": day_number(today)}
        connection.exec_driver_sql(statement, values)
    for statement in _ANONYMOUS_ROWS:
        connection.exec_driver_sql(statement, (person_id,))
    leave_household(connection, person.household_id)


def erase(connection: Connection, person_id: int, today: datetime.date) -> None:
    """Delete a person. Visits become head counts, hours go on without a name of their own."""
    (person,) = people(connection, [person_id])
    tally = tally_type_id(connection, TALLY_ERASED)
    connection.exec_driver_sql(_VISITS_TO_COUNTS, (tally, person_id))
    _hand_over_hours(connection, person_id, today)
    for statement in _LEAVE:
        connection.exec_driver_sql(statement, (person_id,))
    leave_household(connection, person.household_id)


def drop_old_contributions(connection: Connection, first_year: int) -> None:
    """Of people who are anonymous the amounts stay as long as the tax office may ask."""
    connection.exec_driver_sql(_OLD_MONEY, (first_year,))


def forget_sources(connection: Connection, entities: Iterable[tuple[int, int]]) -> None:
    """Forget from which rows of which spreadsheets somebody's rows came (kind and id)."""
    rows = list(entities)
    if rows:
        connection.exec_driver_sql(
            "DELETE FROM main.source_rows WHERE entity_kind = ? AND entity_id = ?", rows
        )


def _anonymous(person: Person, today: datetime.date, *, counts: bool) -> dict[str, object]:
    """The row of a person without anything but what the figures of ages and areas need."""
    kept = Person(
        name=PersonName(last=f"{ANONYMOUS} {person.id}"),
        born=PartialDate(person.born.year) if person.born and counts else None,
        address=Address(postcode=person.address.postcode_area if counts else ""),
        archived=True,
    )
    # No word of the search index leads to somebody who is not to be found any more.
    return {**person_values(kept), "search_text": "", "anonymised_on": day_number(today)}


def _hand_over_hours(connection: Connection, person_id: int, today: datetime.date) -> None:
    hours = "FROM main.volunteer_hours WHERE person_id = ?"
    if not connection.exec_driver_sql(f"SELECT count(*) {hours}", (person_id,)).scalar_one():
        return
    known = connection.exec_driver_sql(
        "SELECT id FROM main.people WHERE last = ? AND anonymised_on IS NOT NULL",
        (ERASED_VOLUNTEERS,),
    ).scalar()
    name = PersonName(last=ERASED_VOLUNTEERS)
    everybody = {**_anonymous(Person(name=name), today, counts=False), "last": name.last}
    owner = known or upsert(
        connection, tables.Person, None, {**everybody, "sort_key": name.sort_key}
    )
    connection.exec_driver_sql(
        "UPDATE main.volunteer_hours SET person_id = ?, task = '', day = day - day % 100 "
        "WHERE person_id = ?",
        (owner, person_id),
    )


def leave_household(connection: Connection, household_id: int | None) -> None:
    """A household in which nobody is left goes too."""
    connection.exec_driver_sql(
        "DELETE FROM main.households WHERE id = ? "
        "AND NOT EXISTS (SELECT 1 FROM main.people WHERE household_id = main.households.id)",
        (household_id,),
    )
