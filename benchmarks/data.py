# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up administrations of any size, written at once below the services."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Person
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.bulk import insert_rows
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import PRESENT, person_values

PASSWORD = "a bench mark"
YEAR = 2024
_FIRST = (
    "Jan Piet Fatma Łukasz Mien Noor Winston Els Daan Ayşe Joke Theo Sanne Mohamed Renée".split()
)
_PREFIXES = ("", "", "", "", "van", "de", "van den", "van der", "ten")
_SYLLABLES = (
    "ber gen jan sen vis ser bak ker smi dek mei jer hoek veld oz turk now ak kow ski".split()
)
_TOWNS = ("Waterdam", "Waterdam", "Waterdam", "Oudewaard", "Nieuwdorp")
_BLOCK = 50_000


def administration(
    path: Path, people: int, attendances: int = 0, activities: int = 40
) -> AdministrationFile:
    """An administration with so many people, four in five of them members, and attendances."""
    file = AdministrationFile.create(path, PASSWORD)
    with file.unit_of_work("Example data") as unit:
        chance = random.Random(people)
        _write_people(unit.connection, people, chance)
        if attendances:
            _write_attendances(unit.connection, people, attendances, chance, activities)
        unit.commit()
    return file


def made_up_person(chance: random.Random) -> Person:
    """Somebody with a Dutch name and address."""
    surname = "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()
    born = PartialDate(chance.randint(1935, 2018), chance.randint(1, 12), chance.randint(1, 28))
    return Person(
        name=PersonName(first=chance.choice(_FIRST), prefix=chance.choice(_PREFIXES), last=surname),
        born=born,
        address=Address(
            street=f"{chance.choice(_SYLLABLES).capitalize()}straat",
            house=str(chance.randint(1, 300)),
            postcode=f"{chance.randint(3500, 3530)} {chance.choice('ABCDE')}{chance.choice('ABCDE')}",
            town=chance.choice(_TOWNS),
        ),
        mobile=f"06 {chance.randint(10_000_000, 99_999_999)}",
    )


def _write_people(connection: Connection, count: int, chance: random.Random) -> None:
    rows = [
        {"id": n, **person_values(made_up_person(chance), (str(n),))} for n in range(1, count + 1)
    ]
    _write(connection, tables.Person, rows)
    memberships = [
        {
            "person_id": number,
            "number": str(number),
            "starts": chance.randint(2000, 2024) * 10000 + 101,
            "ends": 20241231 if number % 10 == 0 else None,
        }
        for number in range(1, count + 1)
        if number % 5 or number % 10 == 0
    ]
    _write(connection, tables.Membership, memberships)
    volunteers = [{"person_id": number} for number in range(7, count + 1, 25)]
    _write(connection, tables.Volunteer, volunteers)


def _write_attendances(
    connection: Connection, people: int, count: int, chance: random.Random, activities: int
) -> None:
    """Every session has up to fifty of the people who come to the activity."""
    size = min(50, people)
    sessions = -(-count // size)
    _write(
        connection,
        tables.Activity,
        [{"id": n, "name": f"Activity {n}", "folded_name": f"activity {n}", "theme": f"Theme {n % 8}"}
         for n in range(1, activities + 1)],
    )  # fmt: skip
    _write(
        connection,
        tables.Session,
        [{"id": n, "activity_id": n % activities + 1, "day": _day(chance), "state": 1}
         for n in range(1, sessions + 1)],
    )  # fmt: skip
    rows = (
        {"session_id": session, "person_id": person, "status": PRESENT, "role": 0}
        for session in range(1, sessions + 1)
        for person in sorted(chance.sample(range(1, people + 1), size))
    )
    _write(connection, tables.Attendance, rows)


def _day(chance: random.Random) -> int:
    return YEAR * 10000 + chance.randint(1, 12) * 100 + chance.randint(1, 28)


def _write(
    connection: Connection,
    table: type[tables.Base],
    rows: Iterable[Mapping[str, object]],
) -> None:
    block: list[Mapping[str, object]] = []
    for row in rows:
        block.append(row)
        if len(block) == _BLOCK:
            insert_rows(connection, table, block)
            block = []
    insert_rows(connection, table, block)
