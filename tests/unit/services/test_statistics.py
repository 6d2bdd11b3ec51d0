# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
import random
from collections import defaultdict
from decimal import Decimal

import pytest
from sqlalchemy import insert

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.figures import Count, PeopleGroup
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Membership, Person
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import day_of, person_values
from tests.unit.storage.making import person_row, write

YEAR = 2024
PLANNED, HELD, CANCELLED = range(3)
PRESENT = 1


class Made:
    """A small random year, kept as plain lists too, to count again in the slowest way."""

    def __init__(self, file: AdministrationFile, seed: int) -> None:
        chance = random.Random(seed)
        postcodes = ["3511 AB", "3511 CD", "3524 AA", "", "B-2000"]
        born = [None, 19500000, 19570400, 20200101, 20101231, 20300000]
        self.people = {n: (chance.choice(born), chance.choice(postcodes)) for n in range(1, 31)}
        self.themes = {1: "Ontmoeting", 2: "Ontmoeting", 3: "", 4: "Jeugd"}
        self.sessions = {
            n: (
                chance.randint(1, 4),
                chance.choice([YEAR - 1, YEAR, YEAR]) * 10000 + chance.randint(1, 12) * 100 + 7,
                chance.choice([PLANNED, HELD, HELD, CANCELLED]),
            )
            for n in range(1, 61)
        }
        self.attendances = [
            (session, person, chance.choice([0, 1, 1, 1, 2, 3]), chance.randint(0, 1))
            for session in self.sessions
            for person in chance.sample(range(1, 31), chance.choice([0, 0, 3, 8]))
        ]
        self.counts = [
            (session, tally, chance.randint(0, 9))
            for session in self.sessions
            for tally in (1, 2)
            if chance.random() < 0.3
        ]
        self._write(file)

    def _write(self, file: AdministrationFile) -> None:
        with file.unit_of_work("Made up") as unit:
            for number, (born, postcode) in self.people.items():
                person = Person(
                    name=PersonName(last=f"P{number}"), address=Address(postcode=postcode)
                )
                values = person_values(person) | {"id": number, "born": born}
                unit.connection.execute(insert(tables.Person), values)
            for number, theme in self.themes.items():
                row = {
                    "id": number,
                    "name": f"A{number}",
                    "folded_name": f"a{number}",
                    "theme": theme,
                }
                unit.connection.execute(insert(tables.Activity), row)
            for number, (activity, day, state) in self.sessions.items():
                row = {"id": number, "activity_id": activity, "day": day, "state": state}
                unit.connection.execute(insert(tables.Session), row)
            for number in (1, 2):
                unit.connection.execute(
                    insert(tables.TallyType), {"id": number, "name": f"T{number}"}
                )
            for session, visitor, status, role in self.attendances:
                unit.connection.execute(
                    insert(tables.Attendance),
                    {"session_id": session, "person_id": visitor, "status": status, "role": role},
                )
            for session, tally, count in self.counts:
                unit.connection.execute(
                    insert(tables.HeadCount),
                    {"session_id": session, "tally_type_id": tally, "number": count},
                )
            unit.commit()

    def named(self, session: int) -> list[int]:
        return [p for s, p, status, _role in self.attendances if s == session and status == PRESENT]

    def anonymous(self, session: int) -> int:
        return sum(number for s, _tally, number in self.counts if s == session)

    def counted(self) -> list[int]:
        """Sessions of the year that took place."""
        return [
            session
            for session, (_activity, day, state) in self.sessions.items()
            if day // 10000 == YEAR
            and state != CANCELLED
            and (state == HELD or self.named(session) or self.anonymous(session))
        ]

    def count(self, sessions: list[int]) -> Count:
        people = [person for session in sessions for person in self.named(session)]
        anonymous = sum(self.anonymous(session) for session in sessions)
        return Count(len(sessions), len(people), anonymous, len(set(people)))


@pytest.mark.parametrize("seed", range(5))
def test_the_figures_are_those_of_counting_by_hand(
    file: AdministrationFile, administration: Administration, seed: int
) -> None:
    made = Made(file, seed)
    figures = administration.statistics.year(YEAR)
    sessions = made.counted()
    assert figures.persons == 30
    assert figures.total == made.count(sessions)
    by_activity, by_theme = defaultdict(list), defaultdict(list)
    for session in sessions:
        activity = made.sessions[session][0]
        by_activity[f"A{activity}"].append(session)
        by_theme[made.themes[activity]].append(session)
    for counted in figures.activities:
        assert counted.count == made.count(by_activity[counted.name])
        assert sum(counted.months) == counted.count.visits
    assert {name: made.count(found) for name, found in by_theme.items()} == figures.themes
    for month in range(1, 13):
        of_month = [s for s in sessions if made.sessions[s][1] // 100 % 100 == month]
        assert figures.months[month - 1] == made.count(of_month)
    cancelled = [s for s in made.sessions.values() if s[2] == CANCELLED and s[1] // 10000 == YEAR]
    assert figures.cancelled_sessions == len(cancelled)
    assert sum(one.cancelled for one in figures.activities) == len(cancelled)


@pytest.mark.parametrize("seed", range(3))
def test_age_bands_and_areas_add_up(
    file: AdministrationFile, administration: Administration, seed: int
) -> None:
    made = Made(file, seed)
    figures = administration.statistics.year(YEAR)
    for groups in (figures.age_bands, figures.postcode_areas):
        assert sum(group.participants for group in groups) == figures.total.unique
        assert sum(group.visits for group in groups) == figures.total.named_visits
    came = [person for session in made.counted() for person in made.named(session)]
    bands = {"0-3": {20300000}, "12-17": {20101231}, "67+": {19500000, 19570400}}
    bands = {"4-11": {20200101}, "12-17": {20101231}, "67+": {19500000, 19570400}}
    found = {group.key: group for group in figures.age_bands}
    assert list(found) == ["0-3", "4-11", "12-17", "18-26", "27-66", "67+", "unknown"]
    for key, born in bands.items():
        visits = [person for person in came if made.people[person][0] in born]
        assert found[key] == PeopleGroup(key=key, participants=len(set(visits)), visits=len(visits))
    keys = [group.key for group in figures.postcode_areas]
    assert keys == sorted(keys, key=lambda key: (not key, key))


def test_members_over_a_year(file: AdministrationFile, administration: Administration) -> None:
    periods = [
        (20190000, None),  # all year
        (20240101, None),  # joined on the first day
        (20240700, 20241231),  # joined and left within the year
        (20200101, 20231231),  # left the year before
        (20200101, 20240101),  # the first day was the last
        (None, 20240600),  # no start known
        (20250101, None),  # not yet
        (20200101, 20240000),  # left somewhere in the year
    ]
    for number, (starts, ends) in enumerate(periods, 1):
        write(file, tables.Person, person_row(id=number))
        write(file, tables.Membership, {"person_id": number, "starts": starts, "ends": ends})
    write(file, tables.Membership, {"person_id": 1, "starts": 20180101, "ends": 20241231})
    members = administration.statistics.year(YEAR).members
    first, last = datetime.date(YEAR, 1, 1), datetime.date(YEAR, 12, 31)
    on = {
        day: sum(
            Membership(start=_partial(starts), end=_partial(ends)).on(day)
            for starts, ends in periods
        )
        for day in (first, last)
    }
    assert (members.on_first_day, members.on_last_day) == (on[first], on[last]) == (5, 4)
    assert (members.joined, members.left) == (2, 5)


def _partial(number: int | None) -> PartialDate | None:
    return None if number is None else PartialDate.from_number(number)


def test_volunteers_and_hours(file: AdministrationFile, administration: Administration) -> None:
    write(file, tables.Activity, {"id": 1, "name": "Bingo", "folded_name": "bingo"})
    for number, (since, until) in enumerate(
        [(None, None), (20240000, None), (20250101, None), (None, 20231231), (None, 20240000)], 1
    ):
        write(file, tables.Person, person_row(id=number))
        write(file, tables.Volunteer, {"person_id": number, "since": since, "until": until})
    for person, activity, day, hours in (
        (1, 1, 20240307, 250),
        (1, None, 20240300, 75),
        (2, 1, 20240000, 0),
        (2, 1, 20231231, 999),
    ):
        row = {"person_id": person, "activity_id": activity, "day": day, "hours": hours}
        write(file, tables.VolunteerHours, row)
    volunteers = administration.statistics.year(YEAR).volunteers
    assert (volunteers.registered, volunteers.active) == (3, 1)
    assert volunteers.hours == Decimal("3.25")
    assert volunteers.hours_by_activity == {"Bingo": Decimal("2.5"), "": Decimal("0.75")}


def test_subsidies_of_the_year(administration: Administration) -> None:
    decided = day_of(20240301)
    administration.subsidies.save(
        Subsidy(funder="Fonds", decided_on=decided, requested=Decimal(100), awarded=Decimal(80))
    )
    rejected = Subsidy(
        funder="fonds", decided_on=decided, requested=Decimal(50), state=SubsidyState.REJECTED
    )
    administration.subsidies.save(rejected)
    administration.subsidies.save(Subsidy(funder="Fonds", decided_on=day_of(20230301)))
    figures = administration.statistics.year(YEAR)
    assert (figures.subsidies.requested, figures.subsidies.awarded) == (Decimal(150), Decimal(80))
    assert administration.statistics.years() == [2024, 2023]


def test_a_year_of_which_nothing_is_known_is_empty(administration: Administration) -> None:
    figures = administration.statistics.year(1999)
    assert figures.empty
    assert figures.total == Count()
    assert administration.statistics.years() == []
