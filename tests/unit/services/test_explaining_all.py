# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each figure of every table, chart and key figure opens lines that add up to it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
    SessionState,
)
from buurthuis_admin.domain.bookkeeping import Account, Booking, Category, CategoryKind, Reserve
from buurthuis_admin.domain.dates import PartialDate, Period
from buurthuis_admin.domain.explanations import Behind, Explanation
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.domain.helping import HelpGiven, HelpKind, NeighbourHelp
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Person, PersonDetail, VolunteerHours
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Indicator,
    Instalment,
    Subsidy,
    SubsidyState,
    Target,
)
from buurthuis_admin.i18n import MINUS
from buurthuis_admin.reporting.charts import BarChart, MonthChart
from buurthuis_admin.reporting.content import (
    Align,
    Document,
    Keep,
    KeyFigures,
    Lead,
    Paragraph,
    Source,
    Table,
)
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.services.administration import Administration
from tests.unit.services.receipts_made import pdf_receipt

YEAR = 2025
_COUNTED = (Behind.PEOPLE, Behind.ACTIVITIES, Behind.REQUESTS, Behind.AGREEMENTS)
PEOPLE = 14
Shown = tuple[str, str]  # a figure as it stands there, and its name


@pytest.fixture
def dossier(administration: Administration) -> int:
    """A year with two activities, hours, a dossier with every kind of agreement, and a book."""
    people = [
        administration.members.save(
            PersonDetail(
                person=Person(
                    name=PersonName(first=f"P{one}"),
                    born=PartialDate(1940 if one < 8 else 1990),
                    address=Address(postcode="3531 AB" if one < 7 else "3532 AB"),
                )
            )
        )
        for one in range(PEOPLE)
    ]
    koffie = administration.activities.save(Activity(name="Koffie", theme="Ontmoeting"))
    yoga = administration.activities.save(Activity(name="Yoga"))
    for activity, day, here, heads in (
        (koffie, datetime.date(YEAR - 1, 12, 5), people[:6], 3),
        (koffie, datetime.date(YEAR, 1, 9), people[:9], 2),
        (koffie, datetime.date(YEAR, 3, 9), people, 4),
        (yoga, datetime.date(YEAR, 3, 10), people[3:], 0),
    ):
        session = administration.activities.save_session(Session(activity_id=activity, day=day))
        if heads:
            administration.activities.set_head_count(HeadCount(session_id=session, number=heads))
        for person in here:
            administration.activities.set_attendance(
                Attendance(session_id=session, person_id=person, status=AttendanceStatus.PRESENT)
            )
    of_koffie: int | None = koffie
    for person, activity_id, hours in ((0, of_koffie, "2.5"), (1, None, "4")):
        administration.volunteers.add_hours(
            VolunteerHours(
                person_id=people[person],
                activity_id=activity_id,
                day=PartialDate(YEAR, 3, 9),
                hours=Decimal(hours),
            )
        )
    administration.volunteers.add_hours(
        VolunteerHours(
            person_id=people[0], activity_id=koffie, day=PartialDate(YEAR - 1), hours=Decimal("1.5")
        )
    )
    planned = Session(activity_id=yoga, day=datetime.date(YEAR, 5, 1), state=SessionState.CANCELLED)
    administration.activities.save_session(planned)
    help_neighbours(administration)
    number = administration.subsidies.save(subsidy(koffie))
    keep_book(administration, number)
    return number


def help_neighbours(administration: Administration) -> None:
    """Six requests, five with help of five people, and an offer that somebody took."""
    service = administration.neighbour_help
    day = datetime.date(YEAR, 6, 1)
    for at in range(7):
        kind = HelpKind.OFFER if at == 6 else HelpKind.REQUEST
        asked = NeighbourHelp(kind=kind, person_id=None, what=f"Klus {at}", day=day)
        made = service.note(asked, f"P{at}")
        if at:
            one = next(one for one in service.all() if one.id == made)
            hours = HelpGiven(person_id=None, day=day, hours=Decimal("1.25"))
            service.help(one, f"P{at + 7}", hours)


def add_receipts(administration: Administration, number: int, folder: Path) -> None:
    """A receipt with the expense that is a part of a payment; the other has none."""
    paper = folder / "bon.pdf"
    paper.write_bytes(pdf_receipt("Bon"))
    expense = next(one for one in administration.subsidies.get(number).expenses if one.percentage)
    administration.papers.attach_receipt(paper, number, expense)


def subsidy(activity: int) -> Subsidy:
    kinds = (
        Target(indicator="Keren", promised=Decimal(3), kind=Indicator.SESSIONS),
        Target(indicator="Bezoeken", promised=Decimal(40), kind=Indicator.VISITS),
        Target(indicator="Mensen", promised=Decimal(9), kind=Indicator.PEOPLE),
        Target(
            indicator="Mensen in maart", promised=Decimal(9), kind=Indicator.PEOPLE,
            starts=datetime.date(YEAR, 3, 1), ends=datetime.date(YEAR, 3, 31),
        ),
        Target(indicator="Nieuw", promised=Decimal(5), kind=Indicator.NEW_PEOPLE),
        Target(indicator="Oud", promised=Decimal(7), kind=Indicator.AGE_BAND, age_from=67),
        Target(indicator="Wijk", promised=Decimal(7), kind=Indicator.NEIGHBOURHOOD, area="3532"),
        Target(indicator="Uren", promised=Decimal(5), kind=Indicator.VOLUNTEER_HOURS),
    )  # fmt: skip
    return Subsidy(
        funder="Gemeente",
        purpose="Samen",
        activity_id=activity,
        state=SubsidyState.AWARDED,
        requested=Decimal(1200),
        awarded=Decimal(1000),
        applied_on=datetime.date(YEAR - 1, 10, 1),
        decided_on=datetime.date(YEAR - 1, 12, 1),
        period=Period.year(YEAR),
        instalments=(
            Instalment(received=Decimal(800), day=datetime.date(YEAR, 1, 3)),
            Instalment(received=Decimal(-50), day=datetime.date(YEAR, 12, 3)),
        ),
        budget_lines=(
            BudgetLine(position=0, name="Koffie", planned=Decimal(600)),
            BudgetLine(position=1, name="Zaal", planned=Decimal(400)),
        ),
        targets=kinds,
    )


def keep_book(administration: Administration, number: int) -> None:
    """Bookings of all kinds that a statement knows."""
    money = administration.money
    bank, cash = money.accounts()[:2]
    opened = Account(
        id=bank.id, name=bank.name, kind=bank.kind, opening=Decimal(500),
        opened_on=datetime.date(YEAR, 1, 1),
    )  # fmt: skip
    categories = (
        Category(name="Bijdragen", kind=CategoryKind.INCOME),
        Category(name="Huur", kind=CategoryKind.EXPENSE),
    )
    money.save_plan((opened, cash), categories)
    income, rent = (one.id for one in money.categories())
    line = administration.subsidies.get(number).budget_lines[1].id
    for day, year, amount, category in (
        (datetime.date(YEAR, 2, 1), YEAR, "75", income),
        (datetime.date(YEAR, 2, 2), YEAR, "12.50", None),
        (datetime.date(YEAR, 2, 3), YEAR, "-100.01", rent),
        (datetime.date(YEAR, 2, 4), YEAR, "-20", None),
        (datetime.date(YEAR, 11, 1), YEAR + 1, "-30", rent),
        (datetime.date(YEAR, 12, 1), YEAR + 1, "31", income),
        (datetime.date(YEAR - 1, 12, 1), YEAR - 1, "8", income),
        (datetime.date(YEAR + 1, 1, 5), YEAR, "-7", rent),
        (None, YEAR, "9", income),
    ):
        booking = money.save(
            Booking(
                account_id=bank.id if day else None,
                day=day,
                year=year,
                amount=Decimal(amount),
                category_id=category,
                description=f"Iets van {amount}",
            )
        )
        if amount == "-100.01":
            third = Share(subsidy_id=number, budget_line_id=line, percentage=Decimal("33.33"))
            money.split(booking, [third])
        if amount == "-20":
            money.split(booking, [Share(subsidy_id=number, amount=Decimal(5))])
    money.save_reserves(YEAR, [Reserve(name="Onderhoud", year=YEAR, amount=Decimal(100))])


def figures_of(document: Document) -> Iterator[Shown]:
    """Every figure that stands in a document, whether it has a name or not."""
    for block in document.blocks:
        for one in block.blocks if isinstance(block, Keep) else (block,):
            if isinstance(one, Table):
                yield from _of_table(one)
            elif isinstance(one, Lead | Paragraph | Source):
                yield from ((one.text[told.start : told.end], told.explain) for told in one.figures)
                if isinstance(one, Lead):
                    yield from ((text, "") for text in numbers_without_name(one))
            elif isinstance(one, KeyFigures):
                yield from ((item.value, item.explain) for item in one.items)
            elif isinstance(one, BarChart):
                yield from ((bar.text, bar.explain) for bar in one.bars)
            elif isinstance(one, MonthChart):
                for series in one.series:
                    assert len(series.explain) == len(series.values)
                    yield from zip(series.texts, series.explain, strict=True)


def numbers_without_name(lead: Lead) -> list[str]:
    """The numbers in a sentence that open nothing; a year is no figure."""
    text = lead.text
    for told in reversed(lead.figures):
        text = text[: told.start] + text[told.end :]
    years = {str(YEAR), str(YEAR - 1)}
    return [number for number in re.findall(r"\d[\d,.]*\d|\d", text) if number not in years]


def _of_table(table: Table) -> Iterator[Shown]:
    for row in (*table.rows, *((table.total,) if table.total else ())):
        for place, cell in enumerate(row.cells):
            column = table.columns[place]
            if column.title == "No.":  # of an appendix: nothing was counted
                continue
            if column.align is Align.END and any(map(str.isdigit, cell)):
                yield cell, row.explain[place] if row.explain else ""


def number_of(text: str) -> Decimal:
    """A figure as it stands in an English report."""
    plain = text.replace(MINUS, "-").removeprefix("+").replace("€", "").replace(",", "")
    return Decimal(plain.replace("\N{NO-BREAK SPACE}", "").strip())


def added(found: Explanation, key: FigureKey, dossier: Subsidy | None) -> Decimal:
    """What the lines come to."""
    if found.behind is Behind.SESSIONS:
        visits = sum((number_of(row[4]) for row in found.rows), Decimal(0))
        if key.measure is Measure.AVERAGE:
            return round(visits / found.count, 1) if found.count else Decimal(0)
        place = {Measure.NAMED: 2, Measure.ANONYMOUS: 3}.get(key.measure, 4)
        sessions = key.measure in (Measure.SESSIONS, Measure.CANCELLED)
        if key.part is Part.TARGET and dossier is not None:
            target = next(one for one in dossier.targets if str(one.id) == key.of)
            sessions = target.kind is Indicator.SESSIONS
        if sessions:
            return Decimal(found.count)
        return sum((number_of(row[place]) for row in found.rows), Decimal(0))
    if found.behind in _COUNTED:
        return Decimal(found.count)
    return sum((number_of(row[-1]) for row in found.rows), Decimal(0))


def check(administration: Administration, document: Document, dossier: Subsidy) -> set[Measure]:
    measures = set()
    for text, name in figures_of(document):
        assert name, f"{text} opens nothing"
        key = FigureKey.parse(name)
        measures.add(key.measure)
        found = administration.explaining.explain(name, limit=1000)
        assert found.count == len(found.rows), name
        came = added(found, key, dossier)
        if key.measure is Measure.DIFFERENCE and key.part is Part.TARGET:
            target = next(one for one in dossier.targets if str(one.id) == key.of)
            came -= target.promised
        if key.measure in (Measure.LEFT_OVER, Measure.RESULT) and text[:1] != MINUS:
            came = abs(came)  # a sentence says in words which way: 'more than was awarded'
        if text[:1].isdigit() or text[:1] in f"{MINUS}€+":
            assert came == number_of(text), f"{name}: {text} beside {came}"
    return measures


def test_every_figure_of_a_dossier(
    administration: Administration, dossier: int, tmp_path: Path
) -> None:
    add_receipts(administration, dossier, tmp_path)
    data = administration.dossier_reports.data(dossier)
    measures = check(administration, compose_dossier(data), data.subsidy)
    assert measures >= {
        Measure.REACHED, Measure.PROMISED, Measure.DIFFERENCE, Measure.SESSIONS, Measure.VISITS,
        Measure.UNIQUE, Measure.PLANNED, Measure.SPENT, Measure.RECEIVED, Measure.LEFT_OVER,
        Measure.PAID, Measure.WITH_RECEIPT, Measure.WITHOUT_RECEIPT, Measure.TO_COME,
        Measure.KEPT, Measure.AGREED,
    }  # fmt: skip


@pytest.mark.usefixtures("dossier")
def test_every_figure_of_a_year(administration: Administration) -> None:
    subsidy = administration.subsidies.dossiers()[0]
    document = administration.reports.document(YEAR, "en")
    assert check(administration, document, subsidy) >= {
        Measure.INCOME, Measure.COSTS, Measure.RESULT, Measure.IN_ACCOUNT, Measure.TO_RECEIVE,
        Measure.PAID_AHEAD, Measure.TO_PAY, Measure.RECEIVED_AHEAD, Measure.RESERVE,
        Measure.CAPITAL, Measure.ASSETS, Measure.LIABILITIES, Measure.REQUESTED, Measure.AWARDED,
        Measure.LEFT_OVER, Measure.HOURS, Measure.NAMED, Measure.AVERAGE, Measure.CANCELLED,
        Measure.HELP_REQUESTS, Measure.HELPED, Measure.HELPERS, Measure.HELP_HOURS,
    }  # fmt: skip


def test_a_long_book_comes_in_parts(administration: Administration, dossier: int) -> None:
    del dossier
    account = administration.money.accounts()[0].name
    name = f"in-account@{YEAR}/account:{account}"
    whole = administration.explaining.explain(name)
    parts = [administration.explaining.explain(name, at, 2).rows for at in range(0, 8, 2)]
    assert tuple(row for part in parts for row in part) == whole.rows
    assert whole.rows[0][1] == "Opening balance"


def test_figures_in_a_list_are_named_as_people_know_them(
    administration: Administration, dossier: int
) -> None:
    target = administration.subsidies.get(dossier).targets[0].id
    assert administration.explaining.titles(
        [
            f"visits@{YEAR}/activity:1",
            f"visits@{YEAR}/activity-month:1-3",
            f"reached@{YEAR}~{dossier}/target:{target}",
            f"capital@{YEAR}",
        ]
    ) == [
        "Visits in 2025, Koffie",
        "Visits in 2025, Koffie, March",
        "Reached: Gemeente, Keren",
        "Own capital on 31 December 2025",
    ]
