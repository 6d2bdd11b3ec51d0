# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""No small group can be worked out from the report on a dossier, whatever was agreed."""

from __future__ import annotations

import dataclasses
import datetime
import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from buurthuis_admin.domain.agreements import Reached, agreement
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figures import ActivityFigures, Count, PeopleGroup, YearFigures
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import Indicator, Subsidy, Target
from buurthuis_admin.reporting.content import Document, Keep, Lead, Simple, Table
from buurthuis_admin.reporting.dossier_report import compose_dossier, dossier_blocks
from buurthuis_admin.reporting.pdf import render
from buurthuis_admin.services.dossier_figures import figures_workbook
from tests.unit.reporting.example_data import CENTRE
from tests.unit.reporting.reading import read

YEAR = Period.year(2025)
AFTER = datetime.date(2026, 2, 14)
BANDS = ((0, 17), (18, 66), (67, None), (0, 66), (12, 17))
ALL = (0, None)
Ages = list[int]


def flat(document: Document) -> Iterator[Simple]:
    for block in document.blocks:
        yield from block.blocks if isinstance(block, Keep) else (block,)


def small(number: int) -> bool:
    return 0 < number < 5


def in_band(ages: Ages, band: tuple[int, int | None]) -> int:
    low, high = band
    return sum(low <= age and (high is None or age <= high) for age in ages)


def reached(target: Target, ages: Ages, new: int) -> int:
    if target.kind is Indicator.AGE_BAND:
        return in_band(ages, (target.age_from or 0, target.age_to))
    return {Indicator.PEOPLE: len(ages), Indicator.NEW_PEOPLE: new}[target.kind]


def report_on(ages: Ages, new: int, targets: Sequence[Target]) -> DossierReportData:
    """A dossier of one activity to which people of some ages came."""
    count = Count(sessions=40, named_visits=len(ages) * 7, anonymous_visits=3, unique=len(ages))
    bands = tuple(
        PeopleGroup(key=key, participants=in_band(ages, band))
        for key, band in (("0-17", (0, 17)), ("18-66", (18, 66)), ("67+", (67, None)))
    )
    subsidy = Subsidy(
        funder="Fonds", purpose="Koffie", activity_id=1, period=YEAR, targets=tuple(targets)
    )
    return DossierReportData(
        centre=CENTRE,
        subsidy=subsidy,
        funder=Funder(name="Fonds"),
        period=YEAR,
        figures=YearFigures(
            year=2025,
            total=count,
            activities=(ActivityFigures(id=1, name="Koffie", count=count),),
            age_bands=bands,
        ),
        agreements=tuple(
            agreement(one, YEAR, Reached(value=Decimal(reached(one, ages, new))), AFTER)
            for one in targets
        ),
        budget=budget(subsidy, AFTER),
        made_on=AFTER,
    )


Aim = tuple[Indicator, int, tuple[int, int | None]]


def aims(kinds: Sequence[Aim]) -> list[Target]:
    """Agreed results of some kinds with what was promised."""
    made = []
    for at, (kind, promised, band) in enumerate(kinds):
        low, high = band if kind is Indicator.AGE_BAND else (None, None)
        made.append(
            Target(
                indicator=f"Afspraak {at}",
                kind=kind,
                promised=Decimal(promised),
                age_from=low,
                age_to=high,
            )
        )
    return made


kinds = st.sampled_from([Indicator.PEOPLE, Indicator.NEW_PEOPLE, *[Indicator.AGE_BAND] * 4])
promises = st.lists(st.tuples(kinds, st.integers(0, 40), st.sampled_from(BANDS)), max_size=6)
# Few ages, so that bands differ by few people.
ages_of_people = st.lists(st.sampled_from([0, 2, 4, 5, 7, 9]), min_size=4, max_size=4).map(
    lambda numbers: [
        age for age, many in zip((8, 15, 40, 80), numbers, strict=True) for _one in range(many)
    ]
)


def agreed_rows(data: DossierReportData) -> list[tuple[str, ...]]:
    tables = (one for one in dossier_blocks(Chapter.AGREEMENTS, data) if isinstance(one, Table))
    return [row.cells for table in tables for row in table.rows]


@settings(max_examples=600, deadline=None)
@given(ages_of_people, st.integers(0, 40), promises)
def test_nothing_small_is_told_or_can_be_subtracted(
    ages: Ages, new: int, promised: list[Aim]
) -> None:
    targets = aims(promised)
    data = report_on(ages, min(new, len(ages)), targets)
    exact: dict[int, int] = {}
    for at, (row, agreed) in enumerate(zip(agreed_rows(data), data.agreements, strict=True)):
        number = int(agreed.reached or 0)
        if row[2] == str(number):
            exact[at] = number
            continue
        assert (row[3], *filter(None, row[4:])) == (
            "–",
        )  # neither a difference nor 'reached' tells it after all
    assert not any(map(small, exact.values()))
    if not small(len(ages)):
        for part in exact.values():
            assert not small(len(ages) - part)
    bands = [at for at in exact if targets[at].kind is Indicator.AGE_BAND]
    for size in range(1, len(bands) + 1):
        for some in combinations(bands, size):
            if apart([targets[at] for at in some]) and not small(len(ages)):
                assert not small(len(ages) - sum(exact[at] for at in some))
    for inner in bands:
        for outer in bands:
            if inside(targets[inner], targets[outer]):
                assert not small(exact[outer] - exact[inner])


def apart(bands: Sequence[Target]) -> bool:
    ordered = sorted((one.age_from or 0, one.age_to or 999) for one in bands)
    return all(before[1] < after[0] for before, after in pairwise(ordered))


def inside(inner: Target, outer: Target) -> bool:
    lowest, highest = outer.age_from or 0, outer.age_to or 999
    return lowest <= (inner.age_from or 0) and (inner.age_to or 999) <= highest


@settings(max_examples=60, deadline=None)
@given(ages_of_people, promises)
def test_ages_are_told_once_only(ages: Ages, promised: list[Aim]) -> None:
    """A table of ages beside agreements on ages would let one be taken from the other."""
    targets = aims(promised)
    data = report_on(ages, 0, targets)
    tables = [
        one for one in dossier_blocks(Chapter.PARTICIPANTS, data) if isinstance(one, Table)
    ]  # fmt: skip
    if any(one.kind is Indicator.AGE_BAND for one in targets):
        assert not tables
    for table in tables:
        shown = [int(row.cells[1]) for row in table.rows if row.cells[1].isdigit()]
        assert not any(map(small, shown))
        # One group that is missing is the total less the others; test_suppression has more.
        assert len(table.rows) - len(shown) != 1 or small(len(ages))


@pytest.mark.parametrize("promised", [1, 2, 3, 4])
def test_the_opening_does_not_count_what_would_tell_a_small_group(promised: int) -> None:
    """'Reached' of a promise of 4 that stands as '< 5' is exactly 4."""
    data = report_on([30] * 4, 0, aims([(Indicator.PEOPLE, promised, ALL)]))
    assert agreed_rows(data) == [("Afspraak 0", str(promised), "<\N{NO-BREAK SPACE}5", "–")]
    assert not [one for one in dossier_blocks(Chapter.IN_SHORT, data) if isinstance(one, Lead)]


def test_a_small_group_that_missed_a_large_promise_may_be_said() -> None:
    data = report_on([30] * 3, 0, aims([(Indicator.PEOPLE, 20, ALL)]))
    (lead,) = (one for one in dossier_blocks(Chapter.IN_SHORT, data) if isinstance(one, Lead))
    assert lead.text == "The agreement was not reached."


def test_what_is_kept_back_stands_nowhere_in_the_files() -> None:
    """Of 20 people 17 are new: neither 17 nor 3 may be found, in the PDF or the workbook."""
    data = report_on(
        [30] * 20, 17, aims([(Indicator.PEOPLE, 11, ALL), (Indicator.NEW_PEOPLE, 11, ALL)])
    )
    assert agreed_rows(data)[1][2] == "*"
    pdf = read(render(compose_dossier(data)))
    outside = [str(pdf.reader.metadata), *re.findall(r"'/Title': '[^']*'", str(pdf.reader.outline))]
    assert len(outside) > 5
    alts = [str(node.raw.get("/Alt", "")) for node in pdf.structure().walk()]
    assert " 17 " not in f" {pdf.text()} "
    band = "0\N{EN DASH}17 years"
    assert not any("17" in words.replace(band, "") for words in (*outside, *alts))
    book = load_workbook(io.BytesIO(figures_workbook(data)))
    cells = [cell for sheet in book for row in sheet.values for cell in row]
    assert 17 not in cells
    assert 6 not in cells  # what it is more than was promised


def test_two_periods_of_which_one_holds_the_other() -> None:
    """Of 22 people in a year 20 came in its first half: 2 came after it."""
    first, whole = aims([(Indicator.PEOPLE, 10, ALL), (Indicator.PEOPLE, 10, ALL)])
    data = report_on([30] * 22, 0, [first, whole])
    half = Period(YEAR.start, datetime.date(2025, 6, 30))
    early = agreement(first, half, Reached(value=Decimal(20)), AFTER)
    data = dataclasses.replace(data, agreements=(early, data.agreements[1]))
    assert [row[2] for row in agreed_rows(data)] == ["*", "22"]
