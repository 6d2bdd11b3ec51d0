# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""No small group can be worked out from visits and sessions, whatever the year was like.

Three visits in one session are three people. So a reader tries every world that fits what the
report shows: of each activity and theme how many people, and how often they came together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from hypothesis import event, given, settings
from hypothesis import strategies as st

from buurthuis_admin.domain.figures import ActivityFigures, Count, YearFigures
from buurthuis_admin.domain.working_back import Line, keep_back
from buurthuis_admin.reporting.chapters.years import comparison
from buurthuis_admin.reporting.charts import BarChart, MonthChart
from buurthuis_admin.reporting.content import Document, KeyFigures, Lead, Table
from tests.unit.reporting.little_world import (
    MOST,
    OTHER,
    SMALL,
    THEMES,
    YEAR,
    Somebody,
    behind,
    crowds,
    figures,
    flat,
    report,
    tables,
)

sessions = st.tuples(*[st.integers(1, 3)] * 3)
few = st.lists(
    st.builds(
        Somebody,
        st.just(0),
        st.just(0),
        st.just(False),
        st.tuples(*[st.sampled_from((0, 0, 1, 2, 3))] * 3),
    ),
    max_size=9,
)


def cells_of(table: Table, title: str) -> dict[str, str]:
    """What stands in a column, by the name at the start of the line."""
    at = [one.title.replace("\u00ad", "") for one in table.columns].index(title)
    lines = [*table.rows, *([table.total] if table.total else [])]
    return {line.cells[0]: line.cells[at] for line in lines}


def pairs(people: str, visits: str, held: int) -> list[tuple[int, int]]:
    """How many people came how often together, if what stands there is all that is known."""
    return [
        (number, times)
        for number in behind(people, most=MOST)
        for times in range(number, number * held + 1)
        if visits == OTHER or times == int(visits)
    ]


def worlds(table: Table, held: Sequence[int]) -> Iterator[dict[str, int]]:
    """The people of each line in every world that fits a table of activities under themes."""
    people, visits = cells_of(table, "Different people"), cells_of(table, "Visits")
    names = [f"Activiteit {at}" for at in range(len(THEMES))]
    options = [pairs(people[name], visits[name], held[at]) for at, name in enumerate(names)]
    for chosen in product(*options):
        by_theme = {
            theme: [pair for pair, other in zip(chosen, THEMES, strict=True) if other == theme]
            for theme in set(THEMES)
        }
        sums = {theme: sum(v for _u, v in inside) for theme, inside in by_theme.items()}
        if any(visits[theme] not in (OTHER, str(total)) for theme, total in sums.items()):
            continue
        if visits["Total"] not in (OTHER, str(sum(sums.values()))):
            continue
        crowds_of = [
            [
                number
                for number in behind(people[theme], most=2 * MOST)
                if max(u for u, _v in inside) <= number <= sum(u for u, _v in inside)
            ]
            for theme, inside in by_theme.items()
        ]
        for numbers in product(*crowds_of):
            for total in behind(people["Total"], most=2 * MOST):
                if max(numbers) <= total <= sum(numbers):
                    yield {
                        **{name: u for name, (u, _v) in zip(names, chosen, strict=True)},
                        **dict(zip(by_theme, numbers, strict=True)),
                        "Total": total,
                    }


def activities_table(document: Document) -> Table | None:
    found = [one for one in tables(document, "Different people") if one.total is not None]
    return found[0] if found else None


@settings(max_examples=60)
@given(few, sessions)
def test_visits_and_sessions_tell_nothing_small(
    crowd: list[Somebody], held: tuple[int, int, int]
) -> None:
    year = figures(crowd, sessions=held)
    table = activities_table(report(year))
    if table is None:
        return
    shown = cells_of(table, "Different people")
    possible = list(worlds(table, held))
    assert possible, "the truth itself fits what is shown"
    for name in (name for name, cell in shown.items() if cell == SMALL):
        event("a small group")
        assert len({world[name] for world in possible}) > 1, (name, year.activities)
    if OTHER in cells_of(table, "Visits").values():
        event("visits are kept back")


@given(few, sessions)
def test_an_average_is_kept_back_with_the_visits(
    crowd: list[Somebody], held: tuple[int, int, int]
) -> None:
    table = activities_table(report(figures(crowd, sessions=held)))
    if table is not None:
        visits, average = cells_of(table, "Visits"), cells_of(table, "Average")
        assert {one for one in visits if visits[one] == OTHER} == {
            one for one in average if average[one] == OTHER
        }


def test_three_visits_in_one_session_are_kept_back() -> None:
    """With everything that would give them back: the total, last year, charts and sentences."""
    crowd = [Somebody(0, 0, False, (1, 0, 0))] * 3
    year = figures(crowd, sessions=(1, 1, 1))
    document = report(year, replace(year, year=YEAR - 1))
    table = activities_table(document)
    assert table is not None
    for title in ("Visits", "Average", f"Visits in {YEAR - 1}"):
        assert cells_of(table, title)["Activiteit 0"] == OTHER
        assert cells_of(table, title)["Total"] == OTHER
    blocks = list(flat(document.blocks))
    assert not any(isinstance(block, MonthChart) for block in blocks)
    for chart in (block for block in blocks if isinstance(block, BarChart)):
        assert all(bar.value != 3 and bar.text != "3" for bar in chart.bars)
    said = [block.text for block in blocks if isinstance(block, Lead)]
    told = [one.label for block in blocks if isinstance(block, KeyFigures) for one in block.items]
    assert not any("visit" in text for text in (*said, *told))


def test_of_many_activities_one_more_is_kept_back_than_the_small_one() -> None:
    """Or subtracting from the total gives it back; the total itself stays."""
    counts = {1: Count(1, 3, 0, 3), 2: Count(40, 300, 0, 30), 3: Count(40, 900, 0, 60)}
    year = year_of(counts, unique=70)
    table = activities_table(report(year))
    assert table is not None
    visits = cells_of(table, "Visits")
    assert visits == {"A 3": "900", "A 1": OTHER, "A 2": OTHER, "Total": "1,203"}


def test_a_steady_small_group_keeps_its_visits() -> None:
    """Three who came when they could: 60 visits in 40 sessions may be two, three or four."""
    counts = {1: Count(40, 60, 0, 3), 2: Count(40, 300, 0, 30)}
    table = activities_table(report(year_of(counts, unique=31)))
    assert table is not None
    assert cells_of(table, "Visits") == {"A 2": "300", "A 1": "60", "Total": "360"}


def year_of(counts: dict[int, Count], unique: int) -> YearFigures:
    """A year without themes; all came in March, the small group too."""
    ordered = sorted(counts.items(), key=lambda pair: -pair[1].visits)
    activities = tuple(
        ActivityFigures(id=key, name=f"A {key}", count=one, months=(0, 0, one.visits, *[0] * 9))
        for key, one in ordered
    )
    every = counts.values()
    total = Count(
        sum(one.sessions for one in every), sum(one.named_visits for one in every), 0, unique
    )
    months = tuple(total if month == 2 else Count() for month in range(12))
    return YearFigures(year=YEAR, total=total, activities=activities, months=months)


def test_months_of_a_small_group_are_in_no_chart_nor_left_over() -> None:
    """Of three activities the one with the small group is left out, and another one with it."""
    counts = {1: Count(40, 60, 0, 3), 2: Count(40, 300, 0, 30), 3: Count(40, 900, 0, 60)}
    charts = [
        one for one in flat(report(year_of(counts, 70)).blocks) if isinstance(one, MonthChart)
    ]
    small_ones = [one for chart in charts for one in chart.series if len(chart.series) > 1]
    assert not any(one.name == "A 1" for one in small_ones)
    assert len(small_ones) != 2


def test_several_years_keep_the_visits_of_a_small_year_back() -> None:
    small = replace(year_of({1: Count(1, 3, 0, 3)}, 3), year=YEAR - 1)
    blocks = list(comparison([small, year_of({1: Count(40, 300, 0, 30)}, 30)]))
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert cells_of(table, str(YEAR - 1))["Visits"] == OTHER
    charts = [one for one in flat(blocks) if isinstance(one, BarChart)]
    assert all(bar.value != 3 for chart in charts for bar in chart.bars)
    assert any(bar.text == OTHER and bar.value is None for chart in charts for bar in chart.bars)


@given(crowds, sessions)
def test_nothing_is_kept_back_where_there_is_no_small_group(
    crowd: list[Somebody], held: tuple[int, int, int]
) -> None:
    year = figures([one for one in crowd for _copy in range(5)], sessions=held)
    table = activities_table(report(year))
    assert table is None or OTHER not in cells_of(table, "Visits").values()


def test_nonsense_ends() -> None:
    """More people than visits cannot be; who counts so still gets an answer."""
    whole = Line(1, 1, 9, (Line(1, 1, 40), Line(1, 5, 3)))
    keep_back(whole)
    assert whole.inside[1].visits_hidden
