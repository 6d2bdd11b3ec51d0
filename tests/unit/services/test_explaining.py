# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every figure of a report can be traced back to what was counted, and adds up to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from buurthuis_admin.domain.explanations import Behind, Explanation
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.domain.figures import Count, YearFigures
from buurthuis_admin.reporting.pdf import render_with_spots
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.example import make_example

YEAR = 2024


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Administration]:
    opened = make_example(tmp_path_factory.mktemp("example"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def years(example: Administration) -> dict[int, YearFigures]:
    return {year: example.statistics.year(year) for year in example.statistics.years()}


@pytest.fixture(scope="module")
def names(example: Administration) -> list[str]:
    """Every figure of the report that can be clicked."""
    rendered = render_with_spots(example.reports.document(newest(example)))
    return sorted({spot.explain for spot in rendered.spots if spot.explain})


def newest(administration: Administration) -> int:
    return administration.statistics.years()[0]


def everything(example: Administration, name: str) -> Explanation:
    return example.explaining.explain(name, limit=100_000)


def counted(figures: YearFigures, key: FigureKey) -> Count:
    """The figures of a part of a year."""
    if key.part is Part.ACTIVITY:
        found = [one.count for one in figures.activities if str(one.id) == key.of]
        return found[0] if found else Count()
    if key.part is Part.THEME:
        return figures.themes.get(key.of, Count())
    if key.part is Part.MONTH:
        return figures.months[int(key.of) - 1]
    return figures.total


def of_people(figures: YearFigures, key: FigureKey) -> int:
    """How many people a figure of people counts."""
    groups = figures.age_bands if key.part is Part.AGE else figures.postcode_areas
    group = next((one for one in groups if one.key == key.of), None)
    members = key.measure is Measure.MEMBERS_AT_END
    if key.part in (Part.AGE, Part.AREA):
        return 0 if group is None else group.members if members else group.participants
    return figures.members.on_last_day if members else counted(figures, key).unique


def test_the_report_has_figures_of_every_kind(names: list[str]) -> None:
    keys = [FigureKey.parse(name) for name in names]
    assert {key.measure for key in keys} >= {
        Measure.SESSIONS,
        Measure.VISITS,
        Measure.UNIQUE,
        Measure.MEMBERS_AT_END,
        Measure.JOINED,
        Measure.ACTIVITIES,
        Measure.RECEIVED,
    }
    assert {key.part for key in keys} >= {Part.ACTIVITY, Part.MONTH, Part.AGE, Part.AREA}


def test_sessions_and_visits_add_up(
    example: Administration, years: dict[int, YearFigures], names: list[str]
) -> None:
    tried = 0
    for key in map(FigureKey.parse, names):
        of_year = key.part is not Part.ACTIVITY_MONTH  # in test_explaining_all
        if key.measure not in (Measure.SESSIONS, Measure.VISITS) or not of_year:
            continue
        tried += 1
        count = counted(years[key.year], key) if key.year in years else Count()
        found = everything(example, str(key))
        assert found.count == len(found.rows) == count.sessions, key
        shown = sum(int(row[-1].replace(".", "").replace(",", "")) for row in found.rows)
        assert shown == count.visits, key
    assert tried > 20


def test_people_add_up(
    example: Administration, years: dict[int, YearFigures], names: list[str]
) -> None:
    tried = 0
    for key in map(FigureKey.parse, names):
        if key.measure not in (Measure.UNIQUE, Measure.MEMBERS_AT_END) or key.year not in years:
            continue
        if key.part is Part.CHANGE:  # two figures, in test_explaining_all
            continue
        tried += 1
        found = everything(example, str(key))
        assert found.behind is Behind.PEOPLE
        assert found.count == len(found.rows) == of_people(years[key.year], key), key
    assert tried > 10


def test_joined_and_left_and_the_first_day(
    example: Administration, years: dict[int, YearFigures]
) -> None:
    for year, figures in years.items():
        for measure, people in (
            (Measure.JOINED, figures.members.joined),
            (Measure.LEFT, figures.members.left),
            (Measure.MEMBERS_AT_START, figures.members.on_first_day),
        ):
            assert everything(example, str(FigureKey(measure, year))).count == people


def test_unknown_age_and_area_are_explained_too(
    example: Administration, years: dict[int, YearFigures]
) -> None:
    for year, figures in years.items():
        for part, groups in (
            (Part.AGE, figures.age_bands),
            (Part.AREA, figures.postcode_areas),
        ):
            for group in groups:
                key = FigureKey(Measure.UNIQUE, year, part, group.key)
                assert everything(example, str(key)).count == group.participants, key


def test_hours_and_money(example: Administration, years: dict[int, YearFigures]) -> None:
    for year, figures in years.items():
        hours = everything(example, str(FigureKey(Measure.HOURS, year)))
        assert bool(hours.count) == bool(figures.volunteers.hours)
        for dossier in figures.subsidies.dossiers:
            key = FigureKey(Measure.RECEIVED, year, Part.SUBSIDY, str(dossier.id))
            assert bool(everything(example, str(key)).count) == bool(dossier.received)


def test_a_long_list_comes_in_parts(example: Administration) -> None:
    name = str(FigureKey(Measure.VISITS, newest(example)))
    whole = everything(example, name)
    first = example.explaining.explain(name, 0, 10)
    second = example.explaining.explain(name, 10, 10)
    assert first.rows + second.rows == whole.rows[:20]
    assert first.count == whole.count


def test_the_window_says_what_it_shows(example: Administration) -> None:
    key = FigureKey(Measure.VISITS, YEAR, Part.MONTH, "3")
    assert everything(example, str(key)).title == "Visits in 2024, March"
