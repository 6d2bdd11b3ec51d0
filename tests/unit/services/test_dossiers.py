# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A dossier in the file: its steps, what is counted for it, what is missing, and the way back."""

from __future__ import annotations

import datetime
from dataclasses import replace
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
from buurthuis_admin.domain.checklist import MissingKind
from buurthuis_admin.domain.dates import PartialDate, Period
from buurthuis_admin.domain.dossier_steps import Apply, Award, Receive, Settle
from buurthuis_admin.domain.funders import Fact, Funder, ReportPart, Threshold
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.people import Address, Person, PersonDetail
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Condition,
    Expense,
    Indicator,
    Subsidy,
    SubsidyState,
    Target,
)
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.funders import FunderThere, FunderUsed, standard_funders
from buurthuis_admin.services.subsidies import StepRefused, SubsidyGone, SubsidyService
from buurthuis_admin.storage.file import AdministrationFile

TODAY = datetime.date(2026, 11, 23)
YEAR = Period.year(2026)


@pytest.fixture
def subsidies(administration: Administration, file: AdministrationFile) -> SubsidyService:
    made = SubsidyService(file, administration.changed, lambda: TODAY)
    administration.subsidies = made
    return made


def day(month: int, number: int = 1, year: int = 2026) -> datetime.date:
    return datetime.date(year, month, number)


def test_a_dossier_keeps_everything_that_is_filled_in(subsidies: SubsidyService) -> None:
    dossier = Subsidy(
        funder="Gemeente Waterdam",
        purpose="Samen gezond",
        state=SubsidyState.AWARDED,
        period=YEAR,
        goal="Minder eenzaamheid",
        plan="Elke week koffie",
        interim_due_on=day(7),
        settled=Decimal("17.50"),
        budget_lines=(BudgetLine(position=0, name="Zaal", explanation="Duurder"),),
        targets=(
            Target(
                indicator="Ouderen",
                promised=Decimal(30),
                kind=Indicator.AGE_BAND,
                age_from=67,
                starts=day(2),
                ends=day(6),
            ),
        ),
        conditions=(Condition(words="Logo", due_on=day(3), done_on=day(2)),),
    )
    kept = subsidies.get(subsidies.save(dossier))
    without_ids = replace(
        kept,
        id=None,
        budget_lines=tuple(replace(one, id=None) for one in kept.budget_lines),
        targets=tuple(replace(one, id=None) for one in kept.targets),
        conditions=tuple(replace(one, id=None) for one in kept.conditions),
    )
    assert without_ids == dossier


def test_steps_are_taken_named_and_undone(
    subsidies: SubsidyService, administration: Administration
) -> None:
    number = subsidies.save(Subsidy(funder="Fonds", purpose="Koffie", state=SubsidyState.DRAFT))
    subsidies.take(number, Apply(day=day(1), requested=Decimal(2000)))
    subsidies.take(number, Award(day=day(2), awarded=Decimal(1500)))
    assert administration.history.recent(0, 1)[0].sentence == "Koffie: awarded"
    (expected,) = subsidies.get(number).instalments
    subsidies.take(number, Receive(day=day(3), amount=Decimal(1500), instalment_id=expected.id))
    subsidies.take(number, Settle(day=day(4), amount=Decimal(1400)))
    assert subsidies.get(number).to_repay == Decimal(100)
    administration.history.undo()
    assert subsidies.get(number).state is SubsidyState.AWARDED
    assert subsidies.get(number).received == Decimal(1500)
    with pytest.raises(StepRefused, match="more than was awarded"):
        subsidies.take(number, Settle(day=day(4), amount=Decimal(1501)))
    subsidies.take_back(number)
    assert subsidies.get(number).state is SubsidyState.APPLIED
    subsidies.remove(number)
    with pytest.raises(SubsidyGone):
        subsidies.get(number)


def test_parts_are_added_changed_and_taken_away(subsidies: SubsidyService) -> None:
    number = subsidies.save(Subsidy(funder="Fonds", state=SubsidyState.AWARDED))
    subsidies.save_lines(number, [BudgetLine(position=9, name="Zaal", planned=Decimal(100))])
    (line,) = subsidies.get(number).budget_lines
    subsidies.save_part(
        number, Expense(description="Huur", amount=Decimal(40), budget_line_id=line.id)
    )
    (expense,) = subsidies.get(number).expenses
    subsidies.save_part(number, replace(expense, amount=Decimal(60)))
    figures = subsidies.dossier(number).budget
    assert [(one.planned, one.actual) for one in figures.lines] == [(Decimal(100), Decimal(60))]
    subsidies.remove_part(number, replace(expense, amount=Decimal(60)))
    assert subsidies.get(number).expenses == ()
    assert line.id is not None
    subsidies.explain_line(number, line.id, "Minder vaak gehuurd")
    assert subsidies.get(number).budget_lines[0].explanation == "Minder vaak gehuurd"


class Centre:
    """Two activities with known visitors."""

    def __init__(self, administration: Administration) -> None:
        self._made = administration
        self.coffee = administration.activities.save(Activity(name="Koffie"))
        self.yoga = administration.activities.save(Activity(name="Yoga"))
        self.old = self.person("Gerda", 1950, "3552 AB")
        self.young = self.person("Sam", 2000, "3511 XX")
        self.unknown = self.person("Iemand", None, "")

    def person(self, name: str, born: int | None, postcode: str) -> int:
        return self._made.members.save(
            PersonDetail(
                person=Person(
                    name=PersonName(first=name),
                    born=PartialDate(born) if born else None,
                    address=Address(postcode=postcode, neighbourhood="Lombok" if born else ""),
                )
            )
        )

    def session(
        self,
        activity: int,
        on: datetime.date,
        *people: int,
        without_name: int = 0,
        state: SessionState = SessionState.HELD,
    ) -> None:
        activities = self._made.activities
        session = activities.save_session(Session(activity_id=activity, day=on, state=state))
        for person in people:
            activities.set_attendance(
                Attendance(session_id=session, person_id=person, status=AttendanceStatus.PRESENT)
            )
        if without_name:
            activities.set_head_count(HeadCount(session_id=session, number=without_name))


@pytest.fixture
def centre(administration: Administration) -> Centre:
    made = Centre(administration)
    made.session(made.coffee, day(12, 1, 2025), made.old)  # before the period
    made.session(made.coffee, day(1, 5), made.old, made.young, without_name=3)
    made.session(made.coffee, day(2, 5), made.old, made.unknown)
    made.session(made.yoga, day(2, 6), made.young)
    made.session(made.coffee, day(12, 7), state=SessionState.PLANNED)
    made.session(made.coffee, day(3, 5), state=SessionState.CANCELLED)
    return made


@pytest.mark.parametrize(
    ("kind", "extra", "coffee", "everything"),
    [
        (Indicator.SESSIONS, {}, 2, 3),
        (Indicator.VISITS, {}, 7, 8),
        (Indicator.PEOPLE, {}, 3, 3),
        (Indicator.NEW_PEOPLE, {}, 2, 2),
        (Indicator.AGE_BAND, {"age_from": 67}, 1, 1),
        (Indicator.AGE_BAND, {"age_from": 18, "age_to": 26}, 1, 1),
        (Indicator.NEIGHBOURHOOD, {"area": "3552"}, 1, 1),
        (Indicator.NEIGHBOURHOOD, {"area": "lombok"}, 2, 2),
    ],
)
def test_what_was_reached_is_counted(
    subsidies: SubsidyService,
    centre: Centre,
    kind: Indicator,
    extra: dict[str, object],
    coffee: int,
    everything: int,
) -> None:
    agreed = Target(indicator="x", promised=Decimal(10), kind=kind, **extra)  # type: ignore[arg-type]
    number = subsidies.save(
        Subsidy(
            funder="Fonds",
            period=YEAR,
            targets=(replace(agreed, activities=(centre.coffee,)), agreed),
        )
    )
    assert [one.reached for one in subsidies.agreements(number)] == [coffee, everything]


def test_without_activities_those_of_the_dossier_count(
    subsidies: SubsidyService, centre: Centre
) -> None:
    number = subsidies.save(
        Subsidy(
            funder="Fonds",
            period=YEAR,
            activity_id=centre.yoga,
            targets=(
                Target(indicator="Bezoeken", promised=Decimal(1), kind=Indicator.VISITS),
                Target(indicator="Tevreden", promised=Decimal(1)),
            ),
        )
    )
    visits, words = subsidies.agreements(number)
    assert visits.reached == 1
    assert words.reached is None
    assert visits.forecast is not None


def test_the_checklist_follows_the_dossier(
    subsidies: SubsidyService, administration: Administration
) -> None:
    administration.funders.save(
        Funder(
            name="Gemeente",
            thresholds=(
                Threshold(amount=Decimal(0), parts=frozenset()),
                Threshold(amount=Decimal(5000), parts=frozenset({ReportPart.CONTENT})),
            ),
        )
    )
    number = subsidies.save(
        Subsidy(
            funder="gemeente",
            state=SubsidyState.AWARDED,
            awarded=Decimal(6000),
            period=Period.year(2025),
            conditions=(Condition(words="Logo plaatsen"),),
            budget_lines=(BudgetLine(position=0, name="Zaal", planned=Decimal(6000)),),
        )
    )
    told = [one.kind for one in subsidies.checklist(number)]
    assert told == [
        MissingKind.DUE_DATE,
        MissingKind.DECISION_PAPER,
        MissingKind.CONDITION,
        MissingKind.EXPLAIN_LINE,
        MissingKind.REPORT_PART,
    ]
    subsidies.change(number, "Settled", lambda one: replace(one, state=SubsidyState.SETTLED))
    assert subsidies.checklist(number) == ()


def test_an_expense_of_a_day_asks_for_a_receipt(
    subsidies: SubsidyService, administration: Administration, tmp_path: Path
) -> None:
    flyers = Expense(description="Flyers", amount=Decimal(40), day=day(3))
    total = Expense(description="Totaal volgens de lijst", amount=Decimal(60))
    number = subsidies.save(
        Subsidy(funder="Fonds", state=SubsidyState.AWARDED, expenses=(flyers, flyers, total))
    )

    def asked() -> list[int]:
        found = subsidies.checklist(number)
        return [one.count for one in found if one.kind is MissingKind.RECEIPTS]

    assert asked() == [2]
    receipt = tmp_path / "bon.pdf"
    receipt.write_bytes(b"%PDF-1.7 bon")
    administration.papers.attach(receipt, subsidy_id=number, kind=PaperKind.RECEIPT)
    assert asked() == [1]


def test_the_set_to_start_with_says_where_each_fact_is_from(
    administration: Administration,
) -> None:
    for funder in standard_funders():
        assert funder.unchecked
        facts = {
            Fact.THRESHOLDS: bool(funder.thresholds),
            Fact.DEADLINE: funder.deadline.weeks is not None,
            Fact.ADVANCE: funder.advance_percentage is not None,
            Fact.WORDS: bool(funder.own_words),
            Fact.CONTACT: bool(funder.phone),
        }
        for fact, known in facts.items():
            assert not known or funder.source_of(fact), (funder.name, fact)
    administration.subsidies.save(Subsidy(funder="oranjefonds"))
    assert administration.funders.add_standard() == 5
    assert administration.funders.add_standard() == 0
    names = [one.name for one in administration.funders.all_funders()]
    assert len(names) == 5
    assert "oranjefonds" in names
    assert administration.funders.named("Oranje Fonds").advance_percentage == 75


def test_a_municipality_by_its_own_name_gets_the_rules_of_municipalities(
    administration: Administration,
) -> None:
    administration.subsidies.save(Subsidy(funder="Gemeente Waterdam"))
    administration.funders.add_standard()
    names = [one.name for one in administration.funders.all_funders()]
    assert "Gemeente" not in names
    assert len(administration.funders.named("Gemeente Waterdam").thresholds) == 2


def test_funders_are_checked_renamed_and_removed(
    administration: Administration, subsidies: SubsidyService
) -> None:
    funders = administration.funders
    funders.add_standard()
    knhm = funders.named("KNHM")
    funders.checked(knhm)
    assert funders.named("KNHM").unchecked == ()
    with pytest.raises(FunderThere):
        funders.save(replace(knhm, name="VSBfonds"))
    number = subsidies.save(Subsidy(funder="KNHM"))
    with pytest.raises(FunderUsed):
        funders.remove(funders.named("KNHM"))
    subsidies.remove(number)
    funders.remove(funders.named("KNHM"))
    assert funders.named("KNHM").id is None
