# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A little world that is made up and counted in plain Python, and what its report shows of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from hypothesis import strategies as st

from buurthuis_admin.domain.figures import (
    ActivityFigures,
    Count,
    MemberFigures,
    PeopleGroup,
    YearFigures,
    YearReportData,
)
from buurthuis_admin.reporting.content import Block, Document, Keep, Simple, Table
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import CENTRE, MADE_ON

YEAR = 2025
BANDS = ("0-17", "18-66", "67+")
AREAS = ("3531", "3532", "3533")
SMALL, OTHER = "<\N{NO-BREAK SPACE}5", "*"
MOST = 16  # people in a little world
SESSIONS = (3, 3, 3)  # of each activity


@dataclasses.dataclass(frozen=True)
class Somebody:
    """Who comes, where they belong, and how often they came to each activity."""

    band: int
    area: int
    member: bool
    came: tuple[int, ...]


people = st.builds(
    Somebody,
    st.integers(0, 2),
    st.sampled_from((0, 0, 0, 1, 1, 2)),
    st.booleans(),
    st.tuples(*[st.sampled_from((0, 0, 1, 2, 3))] * 3),
)
THEMES = ("Ontmoeting", "Ontmoeting", "Gezondheid")


def count(
    crowd: Sequence[Somebody], activities: Sequence[int], sessions: Sequence[int] = SESSIONS
) -> Count:
    """What is counted of some activities; somebody is at a session once."""
    times = [sum(min(one.came[at], sessions[at]) for at in activities) for one in crowd]
    held = sum(sessions[at] for at in activities)
    return Count(held, sum(times), 0, sum(1 for visits in times if visits))


def groups(crowd: Sequence[Somebody], keys: Sequence[str], which: str) -> tuple[PeopleGroup, ...]:
    return tuple(
        PeopleGroup(
            key=key,
            participants=sum(any(one.came) for one in crowd if getattr(one, which) == at),
            members=sum(one.member for one in crowd if getattr(one, which) == at),
        )
        for at, key in enumerate(keys)
    )


def figures(
    crowd: Sequence[Somebody],
    joined: int = 0,
    left: int = 0,
    year: int = YEAR,
    sessions: Sequence[int] = SESSIONS,
) -> YearFigures:
    """The year of a little world, counted here and not by the program."""
    members = sum(one.member for one in crowd)
    first = max(members - joined + left, 0)
    activities = tuple(
        ActivityFigures(
            id=at, name=f"Activiteit {at}", theme=theme, count=count(crowd, [at], sessions)
        )
        for at, theme in enumerate(THEMES)
    )
    return YearFigures(
        year=year,
        members=MemberFigures(
            on_first_day=first, on_last_day=members, joined=members - first + left, left=left
        ),
        total=count(crowd, range(3), sessions),
        activities=activities,
        themes={
            theme: count(crowd, [at for at, other in enumerate(THEMES) if other == theme], sessions)
            for theme in set(THEMES)
        },
        age_bands=groups(crowd, BANDS, "band"),
        postcode_areas=groups(crowd, AREAS, "area"),
    )


def report(year: YearFigures, before: YearFigures | None = None) -> Document:
    return compose(YearReportData(centre=CENTRE, figures=year, before=before, made_on=MADE_ON))


def flat(blocks: Iterable[Block]) -> Iterator[Simple]:
    for block in blocks:
        yield from block.blocks if isinstance(block, Keep) else (block,)


def tables(document: Document, title: str) -> list[Table]:
    """The tables with a column of a title, which may have places to break in it."""
    return [
        block
        for block in flat(document.blocks)
        if isinstance(block, Table)
        and any(column.title.replace("\u00ad", "") == title for column in block.columns)
    ]


def behind(cell: str, *, most: int = 2 * MOST) -> list[int]:
    """The numbers of people that may stand behind a cell."""
    if cell == SMALL:
        return [1, 2, 3, 4]
    if cell == OTHER:
        return list(range(most + 1))
    return [int(cell)]


def column(table: Table, title: str) -> tuple[list[str], str]:
    titles = [one.title.replace("\u00ad", "") for one in table.columns]
    at = titles.index(title)
    return [row.cells[at] for row in table.rows], table.total.cells[at] if table.total else ""


crowds = st.lists(people, max_size=MOST)
