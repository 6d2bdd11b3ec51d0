# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a strict funder stumbles over: empty parts, figures twice, sums that seem not to agree."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal

from buurthuis_admin.domain.agreements import Reached, agreement
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.figures import (
    Count,
    MemberFigures,
    PeopleGroup,
    SubsidyFigures,
    YearFigures,
)
from buurthuis_admin.domain.funders import Funder, FunderKind
from buurthuis_admin.domain.reports import HIDDEN, Chapter, Composition, FigureCorrection
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Expense,
    Indicator,
    Instalment,
    Subsidy,
    SubsidyState,
    Target,
)
from buurthuis_admin.reporting.chapters.dossier_opening import standard_letter
from buurthuis_admin.reporting.charts import BarChart, MonthChart
from buurthuis_admin.reporting.content import Cover, Heading, Source, Table
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.reporting.pdf import render
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import activity, rich_year, year_of
from tests.unit.reporting.reading import read
from tests.unit.reporting.test_dossier_privacy import AFTER, report_on
from tests.unit.reporting.test_year_report import flat, table
from tests.unit.reporting.test_year_report import report_on as year_report

SPENT = Expense(id=3, budget_line_id=1, description="Huur", amount=Decimal(400))
AWARDED = Subsidy(
    id=7,
    funder="Fonds",
    reference="2025/17",
    purpose="Koffie",
    state=SubsidyState.AWARDED,
    awarded=Decimal(1000),
    period=Period.year(2025),
    budget_lines=(BudgetLine(id=1, position=0, name="Zaal", planned=Decimal(1200)),),
    expenses=(SPENT,),
)


def dossier(subsidy: Subsidy = AWARDED, people: int = 20) -> DossierReportData:
    data = report_on([40] * people, 0, [])
    return dataclasses.replace(data, subsidy=subsidy, budget=budget(subsidy, AFTER))


def texts(data: DossierReportData) -> str:
    return read(render(compose_dossier(data))).text().replace("\N{NO-BREAK SPACE}", " ")


def notes(data: DossierReportData) -> str:
    return " ".join(one.text for one in flat(compose_dossier(data)) if isinstance(one, Source))


def headings(data: DossierReportData) -> list[str]:
    return [one.text for one in flat(compose_dossier(data)) if isinstance(one, Heading)]


def spring(data: DossierReportData) -> DossierReportData:
    """A dossier of March to June, with visits in each month."""
    assert data.figures is not None
    months = tuple(Count(1, number, 0, number) for number in (0, 0, 30, 40, 50, 20, *[0] * 6))
    return dataclasses.replace(
        data,
        period=Period(datetime.date(2025, 3, 1), datetime.date(2025, 6, 30)),
        figures=dataclasses.replace(data.figures, months=months),
    )


def months_of(data: DossierReportData) -> MonthChart:
    return next(one for one in flat(compose_dossier(data)) if isinstance(one, MonthChart))


def test_no_noughts_are_shown_for_months_outside_the_period() -> None:
    chart = months_of(spring(dossier()))
    assert chart.month_names == ("Mar", "Apr", "May", "Jun")
    assert chart.series[0].values == (30, 40, 50, 20)
    assert "January" not in chart.alt
    assert "March 30, April 40, May 50, June 20" in chart.alt


def test_no_noughts_are_shown_for_months_that_are_still_to_come() -> None:
    early = dataclasses.replace(spring(dossier()), made_on=datetime.date(2025, 4, 20))
    assert months_of(early).month_names == ("Mar", "Apr")


def test_a_corrected_month_of_a_part_of_the_year_is_said_of_that_month() -> None:
    data = spring(dossier())
    name = months_of(data).series[0].explain[2]
    correction = FigureCorrection(figure=name, value="55", reason="Lijst was zoek.")
    chart = months_of(dataclasses.replace(data, composition=Composition(corrections=(correction,))))
    assert chart.series[0].texts[2] == "55†"
    assert "May 55†, June 20" in chart.alt


def test_of_money_that_did_not_come_there_is_no_empty_table() -> None:
    expected = dataclasses.replace(AWARDED, instalments=(Instalment(expected=Decimal(750)),))
    assert "Received" not in headings(dossier(expected))
    assert "Of what was awarded € 1,000.00 has not been received yet." in texts(dossier(expected))
    came = dataclasses.replace(AWARDED, instalments=(Instalment(received=Decimal(750)),))
    assert "Received" in headings(dossier(came))


def test_a_budget_that_is_not_the_award_is_said_beside_what_is_left() -> None:
    """The table says 800 less than budgeted, and the sentence that 600 is left."""
    told = "counted from what was awarded"
    assert told in notes(dossier())
    same = dataclasses.replace(AWARDED, awarded=Decimal(1200))
    assert told not in notes(dossier(same))
    rejected = dataclasses.replace(AWARDED, state=SubsidyState.REJECTED)
    assert told not in notes(dossier(rejected))


def test_nothing_is_explained_in_an_empty_column() -> None:
    def titles(subsidy: Subsidy) -> list[str]:
        return [one.title for one in table(compose_dossier(dossier(subsidy)), "Item").columns]

    assert titles(AWARDED) == ["Item", "Budget", "Actual", "Difference"]
    line = dataclasses.replace(AWARDED.budget_lines[0], explanation="Dearer.")
    assert titles(dataclasses.replace(AWARDED, budget_lines=(line,)))[-1] == "Explanation"


def test_one_activity_has_no_total_and_shares_nobody_with_another() -> None:
    data = dossier()
    activities = table(compose_dossier(data), "Activity")
    assert activities.total is None
    assert "two activities" not in notes(data)
    year = year_report(year_of(2022, (activity(1, "Yoga", "", 300, unique=20),), 20))
    assert table(year, "Activity").total is None
    assert "two activities" not in read(render(year)).text()
    assert "1 activity with" in read(render(year)).text()
    assert not [one for one in flat(year) if isinstance(one, BarChart) and one.bars[0].value == 300]


def test_people_are_counted_out_once() -> None:
    """In a report on a dossier the bars say it all; beside members and last year they do not."""
    blocks = list(flat(compose_dossier(dossier())))
    charts = [one for one in blocks if isinstance(one, BarChart)]
    assert [bar.label for bar in charts[-1].bars] == ["0–17 years", "18–66 years", "67 and over"]
    assert not [one for one in blocks if isinstance(one, Table) and one.columns[0].title == "Age"]
    ages = table(compose(rich_year()), "Age")
    assert [one.title.replace("\u00ad", "") for one in ages.columns] == [
        "Age", "Different people", "Members", "Different people in 2021",
    ]  # fmt: skip


def test_more_areas_than_bars_are_in_a_table_as_well() -> None:
    areas = tuple(PeopleGroup(key=str(3500 + at), participants=10) for at in range(14))
    data = dossier(people=140)
    assert data.figures is not None
    data = dataclasses.replace(
        data, figures=dataclasses.replace(data.figures, postcode_areas=areas)
    )
    assert len(table(compose_dossier(data), "Postcode area").rows) == 14


def test_where_nobody_is_a_member_members_have_no_column() -> None:
    base = year_of(2022, (activity(1, "Yoga", "", 300, unique=20),), 20)
    nobody = dataclasses.replace(base, members=MemberFigures())
    nobody = dataclasses.replace(
        nobody, age_bands=(PeopleGroup(key="18-66", participants=20, members=0),)
    )
    report = year_report(nobody, dataclasses.replace(nobody, year=2021))
    titles = [one.title for one in table(report, "Age").columns]
    assert "Members" not in titles
    assert len(titles) == 3


def test_a_second_paper_of_a_payment_says_to_which_it_belongs() -> None:
    papers = (
        Receipt(number=1, title="Factuur", expense_id=3, description="Huur", amount=Decimal(400)),
        Receipt(number=2, title="Bewijs", expense_id=3, description="Huur"),
        Receipt(number=3, title="Los"),
    )
    rows = table(compose_dossier(dataclasses.replace(dossier(), receipts=papers)), "No.").rows
    assert [row.cells[2] for row in rows] == ["Huur", "Huur (belongs to number 1)", "Los"]


def test_what_was_only_put_in_words_promised_no_nought() -> None:
    def promised(number: int) -> str:
        words = Target(indicator="Sfeer", promised=Decimal(number), kind=Indicator.OWN)
        agreed = agreement(words, Period.year(2025), Reached(value=None), AFTER)
        data = dataclasses.replace(dossier(), agreements=(agreed,))
        return table(compose_dossier(data), "Agreement").rows[0].cells[1]

    assert promised(0) == "–"
    assert promised(3) == "3"


def test_a_fund_is_not_told_of_a_decision() -> None:
    def lines(kind: FunderKind) -> tuple[str, ...]:
        data = dataclasses.replace(dossier(), funder=Funder(name="Fonds", kind=kind))
        return next(one for one in flat(compose_dossier(data)) if isinstance(one, Cover)).lines

    assert "Reference 2025/17" in lines(FunderKind.FUND)
    assert "Decision 2025/17" in lines(FunderKind.MUNICIPALITY)


def test_how_we_counted_has_no_rule_of_what_is_not_in_the_report() -> None:
    counts = Count(12, 0, 240, 0)
    heads = YearFigures(
        year=2022, total=counts, activities=(dataclasses.replace(
            activity(1, "Inloop", "", 240, unique=0), count=counts),),
    )  # fmt: skip
    words = read(render(year_report(heads))).text()
    assert "Visits: everybody" in words
    for rule in ("Different people:", "Age:", "Grew the most:"):
        assert rule not in words
    assert "Grew the most:" in read(render(compose(rich_year()))).text()


def test_members_without_participants_have_a_chapter_of_their_own() -> None:
    """Else they would stand in the chapter before it."""
    members = YearFigures(year=2022, members=MemberFigures(on_first_day=30, on_last_day=31))
    levels = [
        (one.text, one.level) for one in flat(year_report(members)) if isinstance(one, Heading)
    ]
    assert levels[1] == ("Members", 1)
    assert levels[2][1] == 2


def test_members_have_their_chapter_too_where_all_before_it_is_left_out() -> None:
    hidden = (Chapter.IN_SHORT, Chapter.ACTIVITIES, Chapter.PARTICIPANTS)
    added = Composition(parts={(chapter, HIDDEN): "yes" for chapter in hidden})
    report = compose(dataclasses.replace(rich_year(), composition=added))
    first = next(one for one in flat(report) if isinstance(one, Heading))
    assert (first.text, first.level) == ("Members", 1)


def test_a_settlement_and_what_was_paid_back_are_told() -> None:
    settled = dataclasses.replace(
        AWARDED,
        state=SubsidyState.SETTLED,
        settled=Decimal("521.87"),
        instalments=(
            Instalment(received=Decimal(1000)),
            Instalment(received=Decimal("-478.13")),
        ),
    )
    rows = table(compose_dossier(dossier(settled)), "Date").rows
    assert [row.cells[1:] for row in rows] == [
        ("Payment", "1,000.00"), ("Paid back", "−478.13"),
    ]  # fmt: skip
    words = notes(dossier(settled)).replace("\N{NO-BREAK SPACE}", " ")
    assert "The subsidy was settled at € 521.87. € 478.13 was paid back." in words


def test_a_letter_claims_no_application_that_was_not_sent() -> None:
    draft = standard_letter(dossier(dataclasses.replace(AWARDED, state=SubsidyState.DRAFT)))
    assert "application" not in draft
    assert draft.count("This report tells") == 1
    sent = standard_letter(dossier(dataclasses.replace(AWARDED, state=SubsidyState.APPLIED)))
    assert "You have not decided on our application yet." in sent
    assert sent.count("This report tells") == 1


def test_the_name_of_a_funder_is_written_out_above_a_letter() -> None:
    name = "Stichting Fonds voor Maatschappelijke Ontwikkeling in Utrecht en Omgeving"
    letter = texts(dossier(dataclasses.replace(AWARDED, funder=name))).split("About:")[0]
    assert name in " ".join(letter.split("To Stichting")[1].split())


def test_without_a_period_nothing_is_said_of_how_visits_were_counted() -> None:
    data = dataclasses.replace(dossier(), figures=None, period=None)
    words = texts(data)
    assert "Spent: the sum" in words
    assert "Visits:" not in words
    assert "Age:" not in words


def test_a_year_report_says_that_a_budget_is_not_the_award_only_where_it_is_not() -> None:
    told = "A budget can add up to another amount"

    def year(awarded: int) -> str:
        subsidy = dataclasses.replace(AWARDED, awarded=Decimal(awarded))
        figures = YearFigures(year=2025, subsidies=SubsidyFigures(dossiers=(subsidy,)))
        return " ".join(one.text for one in flat(year_report(figures)) if isinstance(one, Source))

    assert told in year(1000)
    assert told not in year(1200)
