# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anonymising changes no figure of any year, whatever is known of the people."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from buurthuis_admin.domain.ages import CBS_BANDS
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage import bulk, tables
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.storage.making import PASSWORD, person_row

YEARS = range(2017, 2024)
PEOPLE = 8

months_and_days = st.sampled_from((0, 100, 101, 102, 115, 131, 300, 307, 1200, 1201, 1230, 1231))
days = st.builds(lambda year, rest: year * 10000 + rest, st.integers(2018, 2022), months_and_days)
maybe_days = st.none() | days
postcodes = st.sampled_from(("", "3524 AB", "3524 CD", "3511AB", "1000", "B-2000", "75008"))
births = st.none() | st.sampled_from((19500403, 19500000, 20200100, 20090909, 20300101))
people = st.fixed_dictionaries(
    {"born": births, "postcode": postcodes, "town": st.just("Utrecht"), "sex": st.just("V")}
)
numbers = st.integers(1, PEOPLE)


@st.composite
def periods(draw: st.DrawFn, /, first: str, last: str, **more: Any) -> dict[str, Any]:
    """A membership or volunteer work that has ended."""
    ends = draw(days)
    starts = draw(maybe_days)
    if starts is not None and starts > ends:
        starts, ends = ends, starts
    return {"person_id": draw(numbers), first: starts, last: ends, **more}


worlds = st.fixed_dictionaries(
    {
        "people": st.lists(people, min_size=PEOPLE, max_size=PEOPLE),
        "memberships": st.lists(periods("starts", "ends", number="7", kind="gezin"), max_size=8),
        "volunteers": st.lists(
            periods("since", "until", tasks="bar"), max_size=4, unique_by=lambda v: v["person_id"]
        ),
        "hours": st.lists(
            st.fixed_dictionaries(
                {
                    "person_id": numbers,
                    "activity_id": st.sampled_from((None, 1, 2)),
                    "day": days,
                    "hours": st.integers(0, 800),
                    "task": st.just("bar"),
                }
            ),
            max_size=8,
        ),
        "sessions": st.lists(
            st.tuples(st.integers(1, 2), days.filter(lambda day: day % 100), st.integers(0, 2)),
            max_size=6,
        ),
        "attendances": st.lists(
            st.tuples(st.integers(1, 6), numbers, st.integers(0, 3), st.integers(0, 1)),
            max_size=24,
            unique_by=lambda one: one[:2],
        ),
    }
)


def fill(file: AdministrationFile, world: dict[str, Any]) -> None:
    """Write a world into an empty file."""
    with file.unit_of_work("Wereld") as unit:

        def put(table: type[tables.Base], rows: list[dict[str, Any]]) -> None:
            bulk.insert_rows(unit.connection, table, rows)

        put(
            tables.Person,
            [
                {**person_row("Jan", f"Berg{number}"), "id": number, **values}
                for number, values in enumerate(world["people"], 1)
            ],
        )
        put(tables.Membership, world["memberships"])
        put(tables.Volunteer, world["volunteers"])
        put(
            tables.Activity,
            [
                {"id": number, "name": f"A{number}", "folded_name": f"a{number}", "theme": "T"}
                for number in (1, 2)
            ],
        )
        put(tables.VolunteerHours, world["hours"])
        sessions = [
            {"id": number, "activity_id": activity, "day": day, "state": state}
            for number, (activity, day, state) in enumerate(world["sessions"], 1)
        ]
        put(tables.Session, sessions)
        put(
            tables.Attendance,
            [
                {"session_id": session, "person_id": person, "status": status, "role": role}
                for session, person, status, role in world["attendances"]
                if session <= len(sessions)
            ],
        )
        unit.commit()


def figures(administration: Administration) -> list[YearFigures]:
    """Every figure of every year, by our age bands and by those of Statistics Netherlands."""
    found = []
    for bands in (CentreSettings().age_bands, CBS_BANDS):
        administration.settings.save(CentreSettings(age_bands=bands))
        found += [administration.statistics.year(year) for year in YEARS]
    return found


NEW_YEAR: dict[str, Any] = {
    "people": [
        {"born": 19500403, "postcode": "3524 AB", "town": "Utrecht", "sex": "V"}
        for _number in range(PEOPLE)
    ],
    "memberships": [
        {"person_id": 1, "starts": 20190115, "ends": 20201215, "number": "7", "kind": "gezin"},
        {"person_id": 2, "starts": 20190101, "ends": 20201231, "number": "8", "kind": "gezin"},
    ],
    "volunteers": [{"person_id": 1, "since": 20190115, "until": 20201215, "tasks": "bar"}],
    "hours": [],
    "sessions": [(1, 20190307, 1)],
    "attendances": [(1, 1, 1, 0)],
}


@settings(max_examples=12)
@example(world=NEW_YEAR, chosen={1, 2})
@given(world=worlds, chosen=st.sets(numbers, min_size=1))
def test_every_figure_of_every_year_stays(
    empty_administration: Path, tmp_path: Path, world: dict[str, Any], chosen: set[int]
) -> None:
    path = Path(shutil.copy(empty_administration, tmp_path / "wereld.buurthuis"))
    with closing(AdministrationFile.open(path, PASSWORD)) as file:
        fill(file, world)
        administration = Administration(file)
        before = figures(administration)
        administration.privacy.removal.anonymise(sorted(chosen))
        assert figures(administration) == before
        with file.reading() as connection:
            rows = bulk.all_rows(connection, tables.Person)
            anonymous = [row for row in rows if row.id in chosen]
        assert all(row.town == "" and row.sex is None for row in anonymous)
        assert all((row.born or 0) % 10000 == 0 for row in anonymous)
        assert all(len(row.postcode) in (0, 4) for row in anonymous)


@settings(max_examples=6)
@given(world=worlds, chosen=st.sets(numbers, min_size=1))
def test_erasing_keeps_the_totals_of_visits_and_hours(
    empty_administration: Path, tmp_path: Path, world: dict[str, Any], chosen: set[int]
) -> None:
    path = Path(shutil.copy(empty_administration, tmp_path / "wereld.buurthuis"))
    with closing(AdministrationFile.open(path, PASSWORD)) as file:
        fill(file, world)
        administration = Administration(file)
        before = figures(administration)
        administration.privacy.removal.erase(sorted(chosen))
        for old, new in zip(before, figures(administration), strict=True):
            assert new.total.sessions == old.total.sessions
            assert new.total.visits == old.total.visits
            assert new.total.unique <= old.total.unique
            assert [month.visits for month in new.months] == [m.visits for m in old.months]
            assert [one.months for one in new.activities] == [one.months for one in old.activities]
            assert new.volunteers.hours_by_activity == old.volunteers.hours_by_activity
