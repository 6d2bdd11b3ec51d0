# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A rich year of a made-up centre, for the tests of the report."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from buurthuis_admin.domain.ages import UNKNOWN_BAND
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.figures import (
    ActivityFigures,
    Count,
    MemberFigures,
    PeopleGroup,
    SubsidyFigures,
    VolunteerFigures,
    YearFigures,
    YearReportData,
)
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Expense,
    Instalment,
    Subsidy,
    SubsidyState,
)

YEAR = 2022
MADE_ON = datetime.date(2023, 2, 14)
CENTRE = CentreSettings(
    name="Buurthuis De Linde",
    town="Utrecht",
    street="1e Dwarsstraat 12",
    postcode="3531 AB",
    chamber_of_commerce_number="12345678",
    rsin="123456789",
    board=("Fatma Öztürk", "Jan van den Berg", "Łukasz Nowak"),
)
SHAPE = (9, 10, 11, 9, 9, 6, 2, 2, 10, 11, 12, 9)


def activity(
    number: int, name: str, theme: str, visits: int, *, anonymous: int = 0, unique: int = 40
) -> ActivityFigures:
    months = spread(visits)
    named = visits - anonymous
    count = Count(44, named, anonymous, min(unique, named))
    return ActivityFigures(id=number, name=name, theme=theme, count=count, months=months)


def spread(visits: int, shape: Sequence[int] = SHAPE) -> tuple[int, ...]:
    """Visits over the months in the shape of a year with a quiet summer."""
    months = [visits * part // sum(shape) for part in shape]
    months[0] += visits - sum(months)
    return tuple(months)


def groups(numbers: dict[str, int], members: dict[str, int]) -> tuple[PeopleGroup, ...]:
    return tuple(
        PeopleGroup(key=key, participants=number, visits=number * 9, members=members.get(key, 0))
        for key, number in numbers.items()
    )


def unique_of(activities: Sequence[ActivityFigures]) -> int:
    """Fewer people than the activities have together: some come to several."""
    if len(activities) == 1:
        return activities[0].count.unique
    return sum(item.count.unique for item in activities) * 4 // 5


def year_of(
    year: int, activities: Sequence[ActivityFigures], unique: int, **more: Any
) -> YearFigures:
    """The figures of a year whose totals are those of its activities."""
    total = Count(
        sum(item.count.sessions for item in activities),
        sum(item.count.named_visits for item in activities),
        sum(item.count.anonymous_visits for item in activities),
        unique,
    )
    months = tuple(
        Count(len(activities) * 4 if visits else 0, visits, 0, 0)
        for visits in (sum(item.months[month] for item in activities) for month in range(12))
    )
    themes = {
        theme: Count(
            sum(item.count.sessions for item in activities if item.theme == theme),
            sum(item.count.named_visits for item in activities if item.theme == theme),
            sum(item.count.anonymous_visits for item in activities if item.theme == theme),
            unique_of([item for item in activities if item.theme == theme]),
        )
        for theme in {item.theme for item in activities}
    }
    ordered = tuple(sorted(activities, key=lambda item: (-item.count.visits, item.name)))
    return YearFigures(
        year=year, total=total, months=months, themes=themes, activities=ordered, **more
    )


def dossiers() -> tuple[Subsidy, ...]:
    period = Period.year(YEAR)
    return (
        Subsidy(
            funder="Gemeente Utrecht",
            reference="2021-04417",
            purpose="Ontmoeten in de wijk",
            state=SubsidyState.AWARDED,
            requested=Decimal("24500.00"),
            awarded=Decimal("22000.00"),
            period=period,
            instalments=(Instalment(received=Decimal("17600.00")),),
            budget_lines=(
                BudgetLine(id=1, position=1, name="Huur van de zaal", planned=Decimal("9000.00")),
                BudgetLine(id=2, position=2, name="Koffie & thee", planned=Decimal("4000.00")),
                BudgetLine(id=3, position=3, name="Docenten", planned=Decimal("9000.00")),
            ),
            expenses=(
                Expense(budget_line_id=1, description="huur", amount=Decimal("9120.50")),
                Expense(budget_line_id=2, description="koffie", amount=Decimal("3512.25")),
                Expense(budget_line_id=3, description="yoga", amount=Decimal("8100.00")),
                Expense(description="banner", amount=Decimal("210.00")),
            ),
        ),
        Subsidy(
            funder="Oranje Fonds",
            purpose="Samen eten",
            state=SubsidyState.SETTLED,
            requested=Decimal("5000.00"),
            awarded=Decimal("5000.00"),
            period=period,
            instalments=(Instalment(received=Decimal("5000.00")),),
            expenses=(Expense(description="eten", amount=Decimal("5187.40")),),
        ),
        Subsidy(
            funder="Fonds 1e Dwarsstraat & <b>Buren</b>",
            state=SubsidyState.REJECTED,
            requested=Decimal("3200.00"),
            period=period,
        ),
        Subsidy(
            funder="VSBfonds",
            state=SubsidyState.APPLIED,
            requested=Decimal("7500.00"),
            period=period,
        ),
    )


def last_year() -> YearFigures:
    return year_of(
        YEAR - 1,
        (
            activity(1, "Koffieochtend", "Ontmoeting", 1702, anonymous=400, unique=150),
            activity(2, "Samen eten", "Ontmoeting", 1203, anonymous=300, unique=110),
            activity(3, "Stoelyoga", "Gezondheid", 610, unique=48),
            activity(4, "Taalcafé", "Educatie", 930, unique=72),
            activity(5, "Wandelgroep", "Gezondheid", 512, unique=33),
            activity(6, "Handwerken", "Ontmoeting", 467, unique=24),
            activity(9, "Biljart", "Ontmoeting", 120, unique=9),
        ),
        374,
        members=MemberFigures(on_first_day=268, on_last_day=281, joined=31, left=18),
        age_bands=groups(
            {
                "0-3": 0,
                "4-11": 2,
                "12-17": 9,
                "18-26": 14,
                "27-66": 140,
                "67+": 199,
                UNKNOWN_BAND: 10,
            },
            {},
        ),
        postcode_areas=groups({"3531": 190, "3532": 120, "3533": 40, "3534": 3, "": 21}, {}),
        volunteers=VolunteerFigures(
            registered=36,
            active=34,
            hours=Decimal("3115.5"),
            hours_by_activity={"Koffieochtend": Decimal(1200), "Samen eten": Decimal("1500.5")},
        ),
    )


def this_year() -> YearFigures:
    return year_of(
        YEAR,
        (
            activity(1, "Koffieochtend", "Ontmoeting", 1840, anonymous=520, unique=162),
            activity(2, "Samen eten", "Ontmoeting", 1312, anonymous=310, unique=118),
            activity(3, "Stoelyoga", "Gezondheid", 904, unique=61),
            activity(4, "Taalcafé", "Educatie", 861, unique=70),
            activity(5, "Wandelgroep", "Gezondheid", 540, unique=35),
            activity(6, "Handwerken", "Ontmoeting", 433, unique=22),
            activity(7, "Computerhulp", "Educatie", 276, unique=58),
            activity(8, "Schaken voor beginners", "", 12, unique=3),
        ),
        412,
        members=MemberFigures(on_first_day=281, on_last_day=319, joined=52, left=14),
        age_bands=groups(
            {
                "0-3": 0,
                "4-11": 3,
                "12-17": 11,
                "18-26": 16,
                "27-66": 148,
                "67+": 221,
                UNKNOWN_BAND: 13,
            },
            {
                "0-3": 0,
                "4-11": 0,
                "12-17": 6,
                "18-26": 9,
                "27-66": 110,
                "67+": 188,
                UNKNOWN_BAND: 6,
            },
        ),
        postcode_areas=groups(
            {"3531": 204, "3532": 131, "3533": 44, "3534": 4, "3572": 8, "": 21},
            {"3531": 160, "3532": 99, "3533": 31, "3534": 5, "3572": 9, "": 15},
        ),
        volunteers=VolunteerFigures(
            registered=41,
            active=37,
            hours=Decimal(3240),
            hours_by_activity={
                "Koffieochtend": Decimal(1240),
                "Samen eten": Decimal("1610.5"),
                "Taalcafé": Decimal(210),
            },
        ),
        subsidies=SubsidyFigures(dossiers=dossiers()),
        cancelled_sessions=9,
    )


def rich_year() -> YearReportData:
    """Everything a report can show, with the year before."""
    return YearReportData(centre=CENTRE, figures=this_year(), before=last_year(), made_on=MADE_ON)
