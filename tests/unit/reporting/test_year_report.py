# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the report says, leaves out and keeps back."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from buurthuis_admin.domain.figures import (
    ActivityFigures,
    Count,
    MemberFigures,
    SubsidyFigures,
    VolunteerFigures,
    YearFigures,
    YearReportData,
)
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.charts import BarChart
from buurthuis_admin.reporting.content import (
    Cover,
    Document,
    Heading,
    Keep,
    KeyFigures,
    Lead,
    Simple,
    Table,
)
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import CENTRE, MADE_ON, activity, groups, rich_year, year_of


def flat(document: Document) -> Iterator[Simple]:
    for block in document.blocks:
        yield from block.blocks if isinstance(block, Keep) else (block,)


def chapters(document: Document) -> list[str]:
    return [
        block.text for block in flat(document) if isinstance(block, Heading) and block.level == 1
    ]


def table(document: Document, title: str) -> Table:
    """The table whose first column has a title."""
    tables = (block for block in flat(document) if isinstance(block, Table))
    return next(item for item in tables if item.columns[0].title == title)


def column(of: Table, at: int) -> list[str]:
    return [row.cells[at] for row in of.rows]


def report_on(figures: YearFigures, before: YearFigures | None = None) -> Document:
    return compose(YearReportData(centre=CENTRE, figures=figures, before=before, made_on=MADE_ON))


def test_all_chapters_in_their_order() -> None:
    assert chapters(compose(rich_year())) == [
        "In short", "Activities", "Participants", "Volunteers", "Subsidies", "How we counted",
    ]  # fmt: skip


def test_a_chapter_without_data_is_left_out() -> None:
    only_money = YearFigures(year=2022, subsidies=SubsidyFigures(dossiers=(Subsidy(funder="X"),)))
    assert chapters(report_on(only_money)) == ["Subsidies", "How we counted"]


def test_only_members_makes_a_report_too() -> None:
    members = YearFigures(year=2022, members=MemberFigures(on_first_day=30, on_last_day=31))
    document = report_on(members)
    assert chapters(document) == ["In short", "Members", "How we counted"]
    assert table(document, "Members").rows[-1].cells == ("On 31 December 2022", "31")


@pytest.mark.language("nl")
def test_in_short_tells_the_year() -> None:
    lead = next(block for block in flat(compose(rich_year())) if isinstance(block, Lead))
    assert lead.text == (
        "412 verschillende mensen deden mee, 38 meer dan in 2021. "
        "Stoelyoga groeide het hardst: van 610 naar 904 bezoeken."
    )


def test_key_figures_with_their_change() -> None:
    figures = next(block for block in flat(compose(rich_year())) if isinstance(block, KeyFigures))
    assert [(item.value, item.label, item.change) for item in figures.items] == [
        ("319", "members", "+38 compared with 2021"),
        ("6,178", "visits", "+11\N{NO-BREAK SPACE}% compared with 2021"),
        ("8", "activities", "+1 compared with 2021"),
        ("3,240", "volunteer hours", "+4\N{NO-BREAK SPACE}% compared with 2021"),
    ]


def test_without_the_year_before_nothing_is_compared() -> None:
    document = compose(dataclasses.replace(rich_year(), before=None))
    text = repr(document)
    assert "2021" not in text.replace("2021-04417", "")
    charts = [block for block in flat(document) if isinstance(block, BarChart)]
    assert all(bar.before is None for chart in charts for bar in chart.bars)


def test_an_activity_with_few_people_is_kept_back_its_visits_are_not() -> None:
    lines = table(compose(rich_year()), "Activity").rows
    chess = next(row for row in lines if row.cells[0] == "Schaken voor beginners")
    assert chess.cells[1:6] == ("44", "12", "0", "12", "<\N{NO-BREAK SPACE}5")


def test_small_age_bands_are_kept_back_with_one_more() -> None:
    ages = table(compose(rich_year()), "Age")
    assert column(ages, 1) == ["0", "<\N{NO-BREAK SPACE}5", "*", "16", "148", "221", "13"]
    assert ages.total is not None
    assert ages.total.cells[1] == "412"


def test_charts_do_not_show_what_tables_keep_back() -> None:
    document = compose(rich_year())
    charts = [block for block in flat(document) if isinstance(block, BarChart)]
    ages = next(chart for chart in charts if chart.bars[0].label == "0–3 years")
    assert [bar.value for bar in ages.bars] == [0, None, None, 16, 148, 221, 13]
    assert ages.bars[1].before is None
    assert " 3," not in ages.alt
    assert " 11," not in ages.alt


def test_a_total_that_would_betray_a_small_activity_keeps_another_back() -> None:
    tiny = year_of(
        2022, (activity(1, "Yoga", "", 99, unique=60), activity(2, "Bridge", "", 9, unique=3)), 63
    )
    assert column(table(report_on(tiny), "Activity"), 3) == ["*", "<\N{NO-BREAK SPACE}5"]


def test_a_centre_with_few_people_shows_no_group_at_all() -> None:
    few = dataclasses.replace(
        year_of(2022, (activity(1, "Yoga", "", 30, unique=3),), 3),
        age_bands=groups({"27-66": 1, "67+": 2}, {}),
    )
    document = report_on(few)
    assert not [b for b in flat(document) if isinstance(b, Table) and b.columns[0].title == "Age"]
    assert "3 different" not in repr(document)


def test_joined_and_left_are_kept_back_together() -> None:
    members = MemberFigures(on_first_day=100, on_last_day=110, joined=12, left=2)
    rows = table(report_on(YearFigures(year=2022, members=members)), "Members").rows
    assert [row.cells[1] for row in rows] == ["100", "*", "*", "110"]


def test_few_volunteers_are_not_counted_out() -> None:
    volunteers = VolunteerFigures(registered=3, active=3, hours=Decimal("12.5"))
    document = report_on(YearFigures(year=2022, volunteers=volunteers))
    leads = [block.text for block in flat(document) if isinstance(block, Lead)]
    assert leads == ["Volunteers gave 12.5 hours."]


@pytest.mark.language("nl")
def test_subsidies_with_state_words_and_totals() -> None:
    money = table(compose(rich_year()), "Subsidiegever en doel")
    assert column(money, 1) == ["Toegekend", "Vastgesteld", "Afgewezen", "Aangevraagd"]
    assert column(money, 6) == ["1.057,25", "−187,40", "–", "–"]
    assert money.total is not None
    assert money.total.cells[2:] == ("40.200,00", "27.000,00", "22.600,00", "26.130,15", "869,85")


def test_budget_against_actual_in_the_order_of_the_funder() -> None:
    budget = table(compose(rich_year()), "Item")
    assert column(budget, 0) == [
        "Huur van de zaal",
        "Koffie & thee",
        "Docenten",
        "Not in the budget",
    ]
    assert column(budget, 3) == ["−120.50", "487.75", "900.00", "−210.00"]


def test_what_people_typed_stays_what_they_typed() -> None:
    names = column(table(compose(rich_year()), "Funder and purpose"), 0)
    assert "Fonds 1e Dwarsstraat & <b>Buren</b>" in names


def test_activities_stand_under_their_themes() -> None:
    rows = table(compose(rich_year()), "Activity").rows
    assert [row.cells[0] for row in rows if row.strong] == [
        "Ontmoeting", "Gezondheid", "Educatie", "Without theme",
    ]  # fmt: skip
    assert rows[1].cells[0] == "Koffieochtend"


def test_an_activity_that_was_not_held_is_not_counted() -> None:
    held = ActivityFigures(id=1, name="Yoga", count=Count(3, 30, 0, 12), months=(30, *[0] * 11))
    idle = ActivityFigures(id=2, name="Bridge")
    figures = YearFigures(year=2022, total=held.count, activities=(held, idle))
    assert column(table(report_on(figures), "Activity"), 0) == ["Yoga"]


def test_the_cover_names_the_centre_its_numbers_and_the_day() -> None:
    first = compose(rich_year()).blocks[0]
    assert isinstance(first, Cover)
    assert first.title == "Year report 2022"
    assert first.subtitle == "Buurthuis De Linde, Utrecht"
    assert "Chamber of Commerce 12345678 · RSIN 123456789" in first.foot
    assert first.foot[-1] == "Made on 14 February 2023"


@pytest.mark.parametrize("code", ["nl", "en"])
def test_each_language_is_whole(code: str) -> None:
    """No Dutch report with English words in it, and the other way round."""
    with language(code):
        text = _without_names(repr(compose(rich_year())).lower())
    foreign = (
        (" the ", " visits", "activities") if code == "nl" else (" het ", "bezoeken", " van de ")
    )
    own_words = text.replace("huur van de zaal", "").replace("ontmoeten in de wijk", "")
    assert not [word for word in foreign if word in own_words]


def _without_names(text: str) -> str:
    """Without the names of figures and parts, which are for the program."""
    return re.sub(r"(explain=\([^)]*\)|(explain|name)='[^']*')", "", text)


def test_visits_are_not_compared_with_a_year_whose_attendance_nobody_kept() -> None:
    """Dates of memberships tell of the year before; zero visits would be untrue."""
    rich = rich_year()
    only_members = YearFigures(
        year=rich.figures.year - 1, members=MemberFigures(on_first_day=70, on_last_day=80)
    )
    document = report_on(rich.figures, only_members)
    titles = [column.title for column in table(document, "Activity").columns]
    assert not [title for title in titles if str(only_members.year) in title]
    key_figures = next(block for block in flat(document) if isinstance(block, KeyFigures))
    assert str(only_members.year) in key_figures.items[0].change


def test_the_order_of_areas_does_not_betray_the_small_ones() -> None:
    """Those that are kept back stand in the order of their postcode, after the others."""
    areas = groups({"3501": 1, "3502": 4, "3503": 30, "3504": 3, "3505": 60, "": 9}, {})
    base = year_of(2022, (activity(1, "Yoga", "", 300, unique=107),), 107)
    document = report_on(dataclasses.replace(base, postcode_areas=areas))
    charts = [one for one in flat(document) if isinstance(one, BarChart)]
    chart = next(one for one in charts if one.bars[-1].label == "Unknown")
    assert [bar.label for bar in chart.bars] == ["3505", "3503", "3501", "3502", "3504", "Unknown"]


def test_areas_of_last_year_stay_in_the_table() -> None:
    data = rich_year()
    assert data.before is not None
    before = dataclasses.replace(data.before, postcode_areas=groups({"3599": 40, "": 334}, {}))
    document = compose(dataclasses.replace(data, before=before))
    row = next(row for row in table(document, "Postcode area").rows if row.cells[0] == "3599")
    assert row.cells == ("3599", "0", "0", "40")


def test_a_year_without_names_or_comparison_says_so_plainly() -> None:
    named = year_of(2022, (activity(1, "Yoga", "", 300, unique=40),), 40)
    assert "40 different people took part, in 300 visits." in repr(report_on(named))
    heads = YearFigures(
        year=2022,
        total=Count(3, 0, 90, 0),
        activities=(ActivityFigures(id=1, name="Inloop", count=Count(3, 0, 90, 0)),),
    )
    document = report_on(heads)
    assert "There were 90 visits." in repr(document)
    assert chapters(document) == ["In short", "Activities", "How we counted"]
