# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of people: who matches, who stands how to the centre, and in which order."""

from __future__ import annotations

import datetime
import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, case, or_, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.storage import sqlite
from buurthuis_admin.storage.tables import Membership, Volunteer
from buurthuis_admin.storage.values import search_words

_NUMBER = re.compile(r"[\d\s+().-]*\d[\d\s().-]*")
_NOT_DIGIT = re.compile(r"\D")
_IN_ORDER = "SELECT id FROM people WHERE anonymised_on IS NULL ORDER BY sort_key, id"


def words_of(query: str) -> list[str]:
    """The beginnings of words to look for; a number typed in groups is one word."""
    if _NUMBER.fullmatch(query):
        return [_NOT_DIGIT.sub("", query)]
    return search_words(query)


def matching_ids(connection: Connection, query: str) -> frozenset[int]:
    """Everybody who has, for each word of the query, a word that begins with it."""
    words = words_of(query)
    return sqlite.people_with_words(connection, words) if words else frozenset()


def ids_in_order(connection: Connection) -> list[int]:
    """Everybody, as lists sort them: by surname without prefix, then first name.

    Whoever was made anonymous is counted in figures and stands in no list.
    """
    # Past SQLAlchemy: of 100.000 people its rows cost as much as the question.
    driver: Any = connection.connection.driver_connection
    return [number for (number,) in driver.execute(_IN_ORDER)]


def member_ids(connection: Connection, day: datetime.date) -> set[int]:
    """People with a membership on a day."""
    return set(connection.scalars(select(Membership.person_id).where(runs_on(day))).all())


def ended_ids(connection: Connection, day: datetime.date) -> set[int]:
    """People with a membership that ended before a day, whether or not they have another."""
    ended = latest(Membership.ends) < day_number(day)
    return set(connection.scalars(select(Membership.person_id).where(ended)).all())


def volunteer_ids(connection: Connection, day: datetime.date) -> set[int]:
    """People who are registered as volunteer on a day."""
    return set(connection.scalars(select(Volunteer.person_id).where(volunteers_on(day, day))).all())


def runs_on(day: datetime.date) -> ColumnElement[bool]:
    """The rule of ``Membership.on`` as a condition: start ≤ day ≤ end."""
    number = day_number(day)
    return or_(Membership.starts.is_(None), Membership.starts <= number) & or_(
        Membership.ends.is_(None), latest(Membership.ends) >= number
    )


def volunteers_on(first: datetime.date, last: datetime.date) -> ColumnElement[bool]:
    """Registered on at least one of the days; the same rule as for memberships."""
    return or_(Volunteer.since.is_(None), Volunteer.since <= day_number(last)) & or_(
        Volunteer.until.is_(None), latest(Volunteer.until) >= day_number(first)
    )


def latest(column: InstrumentedAttribute[int | None]) -> ColumnElement[int | None]:
    """The latest day that a partial date can be: 00 counts as 99."""
    unknown = case((column % 10000 == 0, 9999), (column % 100 == 0, 99), else_=0)
    return type_coerce(column + unknown, Integer())
