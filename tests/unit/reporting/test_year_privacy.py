# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""No small group can be worked out from any table of a year report, whatever the year was like.

A little world is made up, counted in plain Python, and reported. Then a reader works back: every
number that may stand behind a cell is tried with everything that the report shows beside it.
``make reports`` looks further, and elsewhere each time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from hypothesis import event, given
from hypothesis import strategies as st

from buurthuis_admin.reporting.charts import BarChart
from buurthuis_admin.reporting.content import Lead
from buurthuis_admin.reporting.pdf import render
from tests.unit.reporting.little_world import (
    MOST,
    OTHER,
    SMALL,
    YEAR,
    Somebody,
    behind,
    column,
    crowds,
    figures,
    flat,
    report,
    tables,
)
from tests.unit.reporting.reading import read


def assert_hidden(cells: Sequence[str], worlds: Sequence[Sequence[int]], truth: object) -> None:
    """Each cell that is kept back can be at least two numbers in the worlds that fit."""
    for cell, values in zip(cells, zip(*worlds, strict=True), strict=True):
        assert cell not in (SMALL, OTHER) or len(set(values)) > 1, (cells, truth)


@given(crowds, crowds)
def test_groups_that_add_up_tell_nothing_small(
    crowd: list[Somebody], earlier: list[Somebody]
) -> None:
    year, before = figures(crowd, 0, 0), figures(earlier, 0, 0, YEAR - 1)
    document = report(year, before)
    for table in [*tables(document, "Age"), *tables(document, "Postcode area")]:
        for title in [one.title.replace("\u00ad", "") for one in table.columns[1:]]:
            cells, total = column(table, title)
            assert not any(cell.isdigit() and 0 < int(cell) < 5 for cell in (*cells, total))
            worlds = [
                world
                for world in product(*[behind(cell, most=MOST) for cell in cells])
                if sum(world) in behind(total)
            ]
            if any(cell in (SMALL, OTHER) for cell in cells):
                event("a group is kept back")
                assert_hidden(cells, worlds, year)


@given(crowds)
def test_bars_that_add_up_tell_nothing_small(crowd: list[Somebody]) -> None:
    """Where nobody is a member a chart stands alone, below a sentence that tells the total."""
    year = figures([replace(one, member=False) for one in crowd], 0, 0)
    for chart in (one for one in flat(report(year).blocks) if isinstance(one, BarChart)):
        if chart.bars[0].label.startswith("Activiteit"):
            continue
        cells = [bar.text for bar in chart.bars]
        assert not any(cell.isdigit() and 0 < int(cell) < 5 for cell in cells)
        worlds = [
            world
            for world in product(*[behind(cell, most=MOST) for cell in cells])
            if sum(world) == year.total.unique or year.total.unique < 5
        ]
        if any(cell in (SMALL, OTHER) for cell in cells):
            event("a bar is kept back")
            assert_hidden(cells, worlds, year)


@given(crowds, st.integers(0, 9), st.integers(0, 9))
def test_members_who_came_and_went_tell_nothing_small(
    crowd: list[Somebody], joined: int, left: int
) -> None:
    """First + joined - left = last: of the four, those that are kept back stay so."""
    year = figures(crowd, joined, left)
    for table in tables(report(year), "Members"):
        if len(table.rows) != 4 or table.total is not None:
            continue
        cells = [row.cells[1] for row in table.rows]
        assert not any(cell.isdigit() and 0 < int(cell) < 5 for cell in cells)
        worlds = [
            world
            for world in product(*[behind(cell) for cell in cells[:3]], behind(cells[3]))
            if world[0] + world[1] - world[2] == world[3]
        ]
        if any(cell in (SMALL, OTHER) for cell in cells):
            event("members are kept back")
            assert_hidden(cells, worlds, year.members)


@given(crowds)
def test_people_of_activities_tell_nothing_small(crowd: list[Somebody]) -> None:
    """Everybody is in at least one activity of a theme, and nobody is in none."""
    year = figures(crowd, 0, 0)
    for table in tables(report(year), "Different people"):
        if table.columns[0].title != "Activity":
            continue
        names = [row.cells[0] for row in table.rows]
        cells, total = column(table, "Different people")
        assert not any(cell.isdigit() and 0 < int(cell) < 5 for cell in (*cells, total))
        activities = [at for at, name in enumerate(names) if name.startswith("Activiteit")]
        seen = [behind(cells[at], most=MOST) for at in activities]
        worlds = [
            world
            for world in product(*seen)
            if any(max(world) <= whole <= sum(world) for whole in behind(total, most=MOST))
        ]
        if any(cells[at] in (SMALL, OTHER) for at in activities):
            event("an activity is kept back")
            assert_hidden([cells[at] for at in activities], worlds, year)


@given(crowds)
def test_what_is_kept_back_is_not_in_a_chart_or_its_words(crowd: list[Somebody]) -> None:
    """A bar without a number has no length, no mark and no figure in what is read out."""
    year = figures(crowd, 0, 0)
    for chart in (
        block for block in flat(report(year, year).blocks) if isinstance(block, BarChart)
    ):
        for bar in chart.bars:
            if bar.text in (SMALL, OTHER):
                assert bar.value is None
                assert bar.before is None
                assert f"{bar.label} {bar.text}" in chart.alt


def test_what_is_kept_back_stands_nowhere_in_the_file() -> None:
    """Of 31 people 29 are of one age: neither 29 nor 2 may be found anywhere."""
    crowd = [Somebody(1, 0, False, (3, 0, 0))] * 29 + [Somebody(0, 0, False, (3, 0, 0))] * 2
    year = figures(crowd, 0, 0)
    document = report(year)
    pdf = read(render(document))
    alts = [str(node.raw.get("/Alt", "")) for node in pdf.structure().walk()]
    titles = [str(one) for one in pdf.reader.outline]
    leads = [block.text for block in flat(document.blocks) if isinstance(block, Lead)]
    said = " ".join((pdf.text(), str(pdf.reader.metadata), *titles, *alts, *leads))
    assert re.search(r"\b31\b", said)
    assert not re.search(r"\b29\b", said)
