# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of a report are true for the figures that they stand over."""

from __future__ import annotations

import dataclasses
import datetime
from decimal import Decimal

import pytest

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.dossier_budget import budget
from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.figures import (
    MemberFigures,
    SubsidyFigures,
    YearFigures,
    YearReportData,
)
from buurthuis_admin.domain.reports import TEXT, Chapter, Composition
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Expense,
    Indicator,
    Instalment,
    Subsidy,
    SubsidyState,
)
from buurthuis_admin.domain.year_statement import (
    Balance,
    IncomeStatement,
    StatementLine,
    YearStatement,
)
from buurthuis_admin.reporting.chapters.dossier_opening import kept_sentence
from buurthuis_admin.reporting.chapters.years import years
from buurthuis_admin.reporting.charts import BarChart
from buurthuis_admin.reporting.content import (
    BulletList,
    Document,
    Heading,
    Keep,
    Lead,
    Lines,
    Paragraph,
    Source,
    Table,
)
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import CENTRE, MADE_ON, activity, year_of
from tests.unit.reporting.test_dossier_privacy import AFTER, ALL, aims, report_on
from tests.unit.reporting.test_year_report import column, flat, table

HUNDRED, NOTHING = Decimal("100.00"), StatementLine(name="", amount=Decimal(0), before=Decimal(0))


def only_members(year: int) -> YearFigures:
    return YearFigures(year=year, members=MemberFigures(on_first_day=70, on_last_day=80))


def counted(year: int, visits: int) -> YearFigures:
    return year_of(year, (activity(1, "Yoga", "", visits, unique=20),), 20)


def test_growth_is_not_told_from_a_year_that_nobody_counted() -> None:
    data = YearReportData(
        centre=CENTRE,
        figures=counted(2024, 300),
        before=counted(2023, 200),
        earlier=(only_members(2022),),
        made_on=MADE_ON,
    )
    blocks = years(data)
    (lead,) = [one for one in blocks if isinstance(one, Lead)]
    assert lead.text == "From 2023 to 2024 the number of visits went from 200 to 300."
    charts = [
        one for kept in blocks if isinstance(kept, Keep) for one in kept.blocks
        if isinstance(one, BarChart)
    ]  # fmt: skip
    assert [bar.label for bar in charts[0].bars] == ["2023", "2024"]


def statement_of(year: int) -> YearStatement:
    """A year in which members paid their contribution, and nothing else happened."""
    income = StatementLine(name="Contributie", amount=HUNDRED, before=Decimal(0))
    balance = Balance(
        year=year,
        to_receive=NOTHING,
        paid_ahead=NOTHING,
        to_pay=NOTHING,
        received_ahead=NOTHING,
        general=income,
    )
    return YearStatement(
        year=year, income=IncomeStatement(year=year, income=(income,)), balance=balance
    )


@pytest.mark.language("nl")
def test_the_statement_is_one_of_baten_and_lasten() -> None:
    data = YearReportData(
        centre=CENTRE,
        figures=only_members(2024),
        before=None,
        made_on=MADE_ON,
        statement=statement_of(2024),
    )
    assert column(table(compose(data), "Post"), 0) == [
        "Baten", "Contributie", "Totaal baten", "Lasten", "Totaal lasten",
    ]  # fmt: skip


def test_money_of_subsidies_that_is_not_in_the_book_is_told_beside_the_book() -> None:
    """Else the chapter on subsidies and the statement would seem to contradict each other."""
    day = datetime.date(2024, 3, 1)
    came = (
        Instalment(received=Decimal(500), day=day),
        Instalment(received=Decimal(300), day=day, booking_id=9),
        Instalment(received=Decimal(70), day=datetime.date(2025, 1, 9)),
    )
    went = (Expense(description="Huur", amount=Decimal(40), day=day, booking_id=4),)
    dossiers = (Subsidy(funder="Fonds", instalments=came, expenses=went),)
    year = dataclasses.replace(only_members(2024), subsidies=SubsidyFigures(dossiers=dossiers))
    data = YearReportData(
        centre=CENTRE, figures=year, before=None, made_on=MADE_ON, statement=statement_of(2024)
    )
    told = [one.text for one in flat(compose(data)) if isinstance(one, Source)]
    beside = [text.replace("\N{NO-BREAK SPACE}", " ") for text in told if "the book" in text]
    assert beside == [
        "Of the subsidies € 500.00 was received in 2024 that is not in the book here."
    ]


def dossier(
    subsidy: Subsidy, receipts: tuple[Receipt, ...] = (), centre: CentreSettings = CENTRE
) -> DossierReportData:
    data = report_on([40] * 9, 0, [])
    made = dataclasses.replace(subsidy, id=7, period=data.period)
    return dataclasses.replace(
        data, subsidy=made, budget=budget(made, AFTER), receipts=receipts, centre=centre
    )


def test_nobody_is_thanked_for_a_subsidy_that_was_rejected() -> None:
    rejected = Subsidy(
        funder="Fonds",
        state=SubsidyState.REJECTED,
        requested=Decimal(1500),
        awarded=Decimal(0),
        budget_lines=(BudgetLine(position=0, name="Planten", planned=Decimal(1500)),),
    )
    text = repr(compose_dossier(dossier(rejected)))
    assert "You rejected our application." in text
    assert "gave us" not in text
    assert "was awarded" not in text
    year = dataclasses.replace(counted(2025, 9), subsidies=SubsidyFigures(dossiers=(rejected,)))
    report = compose(YearReportData(centre=CENTRE, figures=year, before=None, made_on=MADE_ON))
    assert "Planten" not in repr(report)


def test_what_was_explained_to_the_funder_is_explained_in_the_year_report() -> None:
    line = BudgetLine(position=0, name="Zaal", planned=HUNDRED, explanation="De zaal was dicht.")
    awarded = Subsidy(funder="Fonds", state=SubsidyState.AWARDED, budget_lines=(line,))
    year = dataclasses.replace(counted(2025, 9), subsidies=SubsidyFigures(dossiers=(awarded,)))
    report = compose(YearReportData(centre=CENTRE, figures=year, before=None, made_on=MADE_ON))
    assert column(table(report, "Item"), 4) == ["De zaal was dicht."]


def shared() -> Subsidy:
    """A receipt of € 100 of which a third is charged to this subsidy."""
    part = Expense(
        id=3, booking_id=5, percentage=Decimal("33.33"), description="Huur", amount=Decimal("33.33")
    )
    return Subsidy(
        funder="Fonds", state=SubsidyState.AWARDED, awarded=HUNDRED, expenses=(part,),
        budget_lines=(BudgetLine(id=1, position=0, name="Zaal"),),
    )  # fmt: skip


def test_shares_by_percentage_are_said_to_be_whole_cents() -> None:
    text = repr(compose_dossier(dossier(shared())))
    assert "rounded to the cent nowhere" not in text
    assert "together they are exactly what was shared" in text


def test_receipts_say_what_was_paid_what_is_charged_and_add_up() -> None:
    first = Receipt(number=1, title="Huur", amount=Decimal("33.33"), paid=HUNDRED, expense_id=3)
    second = Receipt(number=2, title="Huur, achterkant", expense_id=3)
    document = compose_dossier(dossier(shared(), receipts=(first, second)))
    listed = table(document, "No.")
    assert [one.title for one in listed.columns[3:]] == [
        "Item",
        "Whole payment",
        "For this subsidy",
    ]
    assert [row.cells[3:] for row in listed.rows] == [
        ("Not in the budget", "100.00", "33.33"), ("Not in the budget", "–", "–"),
    ]  # fmt: skip
    assert listed.total is not None
    assert listed.total.cells[-1] == "33.33"


def test_everybody_on_the_board_signs_with_the_place_and_the_day() -> None:
    board = ("An", "Bea", "Cor", "Dik", "Els")
    data = dossier(shared(), centre=dataclasses.replace(CENTRE, board=board))
    assert lines_of(compose_dossier(data)) == ["Place and date", *board]


def lines_of(document: Document) -> list[str]:
    return [word for one in flat(document) if isinstance(one, Lines) for word in one.words]


def test_a_letter_names_its_subject() -> None:
    data = dossier(dataclasses.replace(shared(), purpose="Samen eten", reference="2025/17"))
    headings = [one.text for one in flat(compose_dossier(data)) if isinstance(one, Heading)]
    assert headings[0] == "About: accountability of ‘Samen eten’"
    paragraphs = [one.text for one in flat(compose_dossier(data)) if isinstance(one, Paragraph)]
    assert paragraphs[0] == "Your reference: 2025/17"


@pytest.mark.language("nl")
def test_how_many_agreements_were_reached_is_said_in_good_dutch() -> None:
    three = [(Indicator.PEOPLE, promised, ALL) for promised in (9, 20, 30)]
    assert kept_sentence(report_on([40] * 9, 0, aims(three))) == (
        "Van de 3 afspraken is er 1 gehaald."
    )
    assert kept_sentence(report_on([40] * 30, 0, aims(three))) == "Alle 3 afspraken zijn gehaald."
    assert kept_sentence(report_on([40] * 30, 0, aims(three[:2]))) == (
        "Beide afspraken zijn gehaald."
    )
    assert kept_sentence(report_on([40] * 8, 0, aims(three))) == (
        "Geen van de 3 afspraken is gehaald."
    )
    with_words = [*three, (Indicator.PEOPLE, 20, ALL)]
    data = report_on([40] * 9, 0, aims(with_words))
    uncounted = dataclasses.replace(data.agreements[-1], reached=None)
    data = dataclasses.replace(data, agreements=(*data.agreements[:-1], uncounted))
    assert kept_sentence(data) == (
        "Van de afspraken waarvan hier een cijfer staat (3) is er 1 gehaald."
    )


def test_the_anbi_page_has_what_the_tax_office_asks() -> None:
    centre = dataclasses.replace(CENTRE, board=("An de Boer", "Bea Kok"))
    data = YearReportData(centre=centre, figures=counted(2024, 30), before=None, made_on=MADE_ON)
    assert "RSIN" not in repr(compose(data).blocks[1:])
    added = Composition(parts={(Chapter.ANBI, TEXT): "## Aim\nNeighbours meet."})
    blocks = list(flat(compose(dataclasses.replace(data, composition=added))))
    (facts,) = [one.items for one in blocks if isinstance(one, BulletList) and "RSIN" in repr(one)]
    assert facts == (
        "Name: Buurthuis De Linde",
        "RSIN 123456789",
        "Chamber of Commerce 12345678",
        "Contact: 1e Dwarsstraat 12, 3531 AB Utrecht",
        "Board: An de Boer, Bea Kok",
    )


def test_the_table_of_the_budget_is_named_by_its_dossier() -> None:
    (item,) = [
        one for one in flat(compose_dossier(dossier(shared())))
        if isinstance(one, Table) and one.columns[0].title == "Item"
    ]  # fmt: skip
    assert item.rows[0].explain[2] == "spent@2025~7/line:1"
