# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements on visits tell no small group, beside the table of all activities and each other."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from buurthuis_admin.domain.agreements import Reached, agreement
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figures import ActivityFigures, Count, YearFigures
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.subsidies import Indicator, Subsidy, Target
from buurthuis_admin.reporting.chapters.dossier_results import agreements
from buurthuis_admin.reporting.content import Table
from tests.unit.reporting.example_data import CENTRE
from tests.unit.reporting.little_world import OTHER

YEAR = Period.year(2025)
SPRING = Period(datetime.date(2025, 3, 1), datetime.date(2025, 5, 31))
AFTER = datetime.date(2026, 2, 14)
# One session with three people; two larger activities.
COUNTS = {1: Count(1, 3, 0, 3), 2: Count(40, 300, 0, 30), 3: Count(40, 900, 0, 60)}
STEADY = {1: Count(40, 60, 0, 3), 2: Count(40, 300, 0, 30), 3: Count(40, 900, 0, 60)}


def told(
    targets: Sequence[tuple[Indicator, tuple[int, ...], Period, int]],
    counts: dict[int, Count] = COUNTS,
) -> list[tuple[str, str]]:
    """What stands as reached and as difference, of agreements on some activities."""
    made = [
        (
            Target(indicator=f"A{at}", kind=kind, promised=Decimal(10), activities=named),
            days,
            number,
        )
        for at, (kind, named, days, number) in enumerate(targets)
    ]
    subsidy = Subsidy(funder="Fonds", period=YEAR, targets=tuple(one for one, _d, _n in made))
    every = counts.values()
    total = Count(sum(c.sessions for c in every), sum(c.named_visits for c in every), 0, 70)
    data = DossierReportData(
        centre=CENTRE,
        subsidy=subsidy,
        funder=Funder(name="Fonds"),
        period=YEAR,
        figures=YearFigures(
            year=2025,
            total=total,
            activities=tuple(
                ActivityFigures(id=key, name=f"A {key}", count=one)
                for key, one in sorted(counts.items(), key=lambda pair: -pair[1].visits)
            ),
        ),
        agreements=tuple(
            agreement(one, days, Reached(value=Decimal(number)), AFTER)
            for one, days, number in made
        ),
        budget=budget(subsidy, AFTER),
        made_on=AFTER,
    )
    (table,) = (block for block in agreements(data) if isinstance(block, Table))
    return [(row.cells[2], row.cells[3]) for row in table.rows]


def test_what_the_table_keeps_back_is_kept_back_here() -> None:
    visits = Indicator.VISITS
    assert told([(visits, (1,), YEAR, 3)]) == [(OTHER, "\N{EN DASH}")]
    assert told([(visits, (1, 3), YEAR, 903)])[0][0] == OTHER, (
        "less the 900 that stand in the table"
    )
    assert told([(visits, (3,), YEAR, 900)])[0][0] == "900"


def test_what_the_table_gives_together_may_be_told() -> None:
    """Activity 2 is kept back to hide 1; of both together the table tells it too."""
    visits = Indicator.VISITS
    assert told([(visits, (1, 2), YEAR, 303)])[0][0] == "303"
    assert told([(visits, (), YEAR, 1203)])[0][0] == "1,203"


def test_visits_beside_the_small_group_they_count() -> None:
    both = [(Indicator.PEOPLE, (1,), SPRING, 2), (Indicator.VISITS, (1,), SPRING, 2)]
    assert [reached for reached, _difference in told(both, STEADY)][1] == OTHER


def test_other_days_tell_a_small_group_only_among_others() -> None:
    visits = Indicator.VISITS
    assert told([(visits, (1,), SPRING, 20)], STEADY)[0][0] == OTHER
    assert told([(visits, (1, 2), SPRING, 120)], STEADY)[0][0] == "120"
    two = [(visits, (2,), SPRING, 100), (visits, (1, 2), SPRING, 120)]
    assert [reached for reached, _difference in told(two, STEADY)] == ["100", OTHER]


def test_a_steady_small_group_keeps_the_visits_of_the_year() -> None:
    assert told([(Indicator.VISITS, (1,), YEAR, 60)], STEADY) == [("60", "+50")]
