# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of people, asked of a bare connection: its order, who stands how, and its lines.

Without SQLAlchemy: a window shows its first page before that is loaded. Numbers of thousands of
people come as one text with commas: a row for each would cost ten times as much.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.domain.names import NameUse, PersonName
from buurthuis_admin.domain.text import search_words

_NUMBER = re.compile(r"[\d\s+().-]*\d[\d\s().-]*")
_NOT_DIGIT = re.compile(r"\D")

# Whoever was made anonymous is counted in figures and stands in no list; whoever is archived only
# in that of the archive. Indexes hold the few.
_ORDER = "SELECT group_concat(id) FROM (SELECT id FROM people ORDER BY sort_key, id)"
_ANONYMOUS = "SELECT group_concat(id) FROM people WHERE anonymised_on IS NOT NULL"
_ARCHIVED = "SELECT group_concat(id) FROM people WHERE archived = 1"
_EVERYBODY = (
    "SELECT (SELECT count(*) FROM people) - (SELECT count(*) FROM people WHERE archived = 1) - "
    "(SELECT count(*) FROM people WHERE anonymised_on IS NOT NULL AND archived <> 1)"
)
_PART = (
    "SELECT id FROM people WHERE anonymised_on IS NULL AND archived = 0 "
    "ORDER BY sort_key, id LIMIT ? OFFSET ?"
)
_WITH_WORDS = "SELECT group_concat(rowid) FROM people_search WHERE people_search MATCH ?"


def _latest(column: str) -> str:
    """The latest day that a partial date can be: 00 counts as 99."""
    return (
        f"{column} + CASE WHEN {column} % 10000 = 0 THEN 9999 WHEN {column} % 100 = 0 THEN 99 "
        "ELSE 0 END"
    )


def _on(start: str, end: str) -> str:
    """The rule of ``Membership.on`` as a condition on :day: start ≤ day ≤ end."""
    return f"({start} IS NULL OR {start} <= :day) AND ({end} IS NULL OR {_latest(end)} >= :day)"


_MEMBER = _on("starts", "ends")
_ENDED = f"{_latest('ends')} < :day"
_VOLUNTEER = _on("since", "until")
_MEMBERS = f"SELECT group_concat(person_id) FROM memberships WHERE {_MEMBER}"  # noqa: S608
_FORMER = f"SELECT group_concat(person_id) FROM memberships WHERE {_ENDED}"  # noqa: S608
_VOLUNTEERS = f"SELECT group_concat(person_id) FROM volunteers WHERE {_VOLUNTEER}"  # noqa: S608
# Statuses and states are numbers that stand in every file: 1 is present, 2 is cancelled.
_CAME = """
SELECT group_concat(id) FROM people AS p WHERE EXISTS (
    SELECT 1 FROM attendances AS a CROSS JOIN sessions AS s ON s.id = a.session_id
    WHERE a.person_id = p.id AND a.status = 1 AND s.state <> 2)
"""
# CROSS JOIN: the sessions of the last months first, however many attendances there ever were.
_CAME_SINCE = f"""
SELECT group_concat(person_id) FROM (
    SELECT a.person_id FROM sessions AS s CROSS JOIN attendances AS a ON a.session_id = s.id
    WHERE s.day >= :day AND s.state <> 2 AND a.status = 1
    UNION ALL SELECT person_id FROM volunteer_hours WHERE {_latest("day")} >= :day)
"""  # noqa: S608 - our own words
_NOT_SEEN_MONTHS = "SELECT value FROM settings WHERE key = 'not_seen_months'"

_LINES = f"""
SELECT p.id, p.initials, p.first, p.prefix, p.last, p.partner_prefix, p.partner_last, p.name_use,
    p.town, p.street, p.house, p.postcode, p.mobile, p.phone, p.email, p.born, p.archived,
    coalesce((SELECT number FROM memberships WHERE person_id = p.id AND number <> ''
        ORDER BY coalesce(starts, 0) DESC, id DESC LIMIT 1), ''),
    EXISTS (SELECT 1 FROM memberships WHERE person_id = p.id AND {_MEMBER}),
    EXISTS (SELECT 1 FROM volunteers WHERE person_id = p.id AND {_VOLUNTEER}),
    EXISTS (SELECT 1 FROM memberships WHERE person_id = p.id AND {_ENDED})
FROM json_each(:ids) AS wanted JOIN people AS p ON p.id = wanted.value ORDER BY wanted.key
"""  # noqa: S608 - our own words
_PARTICIPATIONS = """
SELECT a.person_id, activity.name, s.day / 10000 AS year, count(*), max(s.day)
FROM attendances AS a JOIN sessions AS s ON s.id = a.session_id
    JOIN activities AS activity ON activity.id = s.activity_id
WHERE a.person_id IN (SELECT value FROM json_each(?)) AND a.status = 1 AND s.state <> 2
GROUP BY a.person_id, activity.id, year
"""


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in the list, without what they came to."""

    id: int
    name: PersonName
    town: str
    street: str
    house: str
    postcode: str
    mobile: str
    phone: str
    email: str
    born: int | None  # as the column has it: a partial date as a number
    archived: bool
    number: str
    member: bool
    volunteer: bool
    former: bool


@dataclass(frozen=True, slots=True)
class Participation:
    """How often somebody came to an activity in a year, and when last (a day number)."""

    person_id: int
    activity: str
    year: int
    visits: int
    last_day: int


def words_of(query: str) -> list[str]:
    """The beginnings of words to look for; a number typed in groups is one word."""
    if _NUMBER.fullmatch(query):
        return [_NOT_DIGIT.sub("", query)]
    return search_words(query)


def matching_ids(bare: Any, query: str) -> frozenset[int]:
    """Everybody who has, for each word of the query, a word that begins with it.

    Each word is quoted, so that none is an operator of the search language.
    """
    words = words_of(query)
    if not words:
        return frozenset()
    return frozenset(_numbers(bare, _WITH_WORDS, (" ".join(f'"{word}"*' for word in words),)))


def everybody(bare: Any) -> int:
    """How many people the list has, without the archive."""
    return int(bare.execute(_EVERYBODY).fetchone()[0])


def ids_in_order(bare: Any) -> list[int]:
    """Everybody, the archive too, as lists sort them: by surname without prefix, then first."""
    gone = frozenset(_numbers(bare, _ANONYMOUS))
    found = list(_numbers(bare, _ORDER))
    return [number for number in found if number not in gone] if gone else found


def archived_ids(bare: Any) -> set[int]:
    """Who is archived, with those who were made anonymous."""
    return set(_numbers(bare, _ARCHIVED))


def not_seen_ids(bare: Any, day: datetime.date) -> set[int]:
    """Who came before a day, and neither came nor worked as a volunteer from that day on."""
    return set(_numbers(bare, _CAME)) - set(_numbers(bare, _CAME_SINCE, {"day": day_number(day)}))


def not_seen_months(bare: Any) -> int | None:
    """After how many months without a visit somebody is not seen any more; None: not chosen."""
    row = bare.execute(_NOT_SEEN_MONTHS).fetchone()
    return None if row is None else int(json.loads(row[0]))


def part(bare: Any, offset: int, limit: int) -> list[int]:
    """A part of the list, without reading the rest."""
    return [number for (number,) in bare.execute(_PART, (limit, offset)).fetchall()]


def member_ids(bare: Any, day: datetime.date) -> set[int]:
    """People with a membership on a day."""
    return set(_numbers(bare, _MEMBERS, {"day": day_number(day)}))


def ended_ids(bare: Any, day: datetime.date) -> set[int]:
    """People with a membership that ended before a day, whether or not they have another."""
    return set(_numbers(bare, _FORMER, {"day": day_number(day)}))


def volunteer_ids(bare: Any, day: datetime.date) -> set[int]:
    """People who are registered as volunteer on a day."""
    return set(_numbers(bare, _VOLUNTEERS, {"day": day_number(day)}))


def lines(bare: Any, ids: Sequence[int], day: datetime.date) -> list[Line]:
    """The people with these ids, in this order, as they stand on a day."""
    values = {"ids": json.dumps(ids), "day": day_number(day)}
    return [_line(row) for row in bare.execute(_LINES, values).fetchall()]


def _line(row: Sequence[Any]) -> Line:
    number, initials, first, prefix, last, partner_prefix, partner_last, use, *rest = row
    name = PersonName(
        initials=initials,
        first=first,
        prefix=prefix,
        last=last,
        partner_prefix=partner_prefix,
        partner_last=partner_last,
        use=NameUse(use),
    )
    facts: list[Any] = rest[:-5]
    archived, membership, member, volunteer, former = rest[-5:]
    standing = (bool(member), bool(volunteer), bool(former))
    return Line(*(number, name, *facts, bool(archived), membership, *standing))


def participations(bare: Any, ids: Sequence[int]) -> list[Participation]:
    """What people came to, per activity and year."""
    rows = bare.execute(_PARTICIPATIONS, (json.dumps(ids),)).fetchall()
    return [Participation(*row) for row in rows]


def _numbers(bare: Any, statement: str, values: Any = ()) -> Iterable[int]:
    (told,) = bare.execute(statement, values).fetchone()
    return map(int, told.split(",")) if told else ()
