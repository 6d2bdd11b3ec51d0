# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
import io
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.allowances import Allowance, AllowanceState, Maxima
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail, Volunteer, VolunteerHours
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.volunteers import (
    NobodyOfThatName,
    SeveralOfThatName,
    VolunteerService,
)

TODAY = datetime.date(2026, 3, 7)


@pytest.fixture
def volunteers(administration: Administration) -> VolunteerService:
    """The service, in which it is always the same day."""
    made = VolunteerService(
        administration._file, administration.changed, administration.members, lambda: TODAY
    )
    administration.__dict__["volunteers"] = made
    return made


def somebody(administration: Administration, first: str, last: str, **of: object) -> int:
    volunteer = Volunteer(tasks="Bar", since=PartialDate(2020), **of)  # type: ignore[arg-type]
    person = Person(name=PersonName(first=first, last=last), born=PartialDate(1951, 4, 3))
    return administration.members.save(PersonDetail(person=person, volunteer=volunteer))


def hours_of(person: int, hours: str = "2.5") -> VolunteerHours:
    return VolunteerHours(person_id=person, day=PartialDate.of(TODAY), hours=Decimal(hours))


def test_hours_go_to_the_activity_of_that_name_and_else_are_a_task(
    administration: Administration, volunteers: VolunteerService
) -> None:
    ans = somebody(administration, "Ans", "Bakker")
    administration.activities.save(Activity(name="Koffieochtend"))
    volunteers.add_hours(hours_of(ans), "koffieochtend")
    volunteers.add_hours(hours_of(ans, "1"), "Ramen lappen")
    assert [(row.name, row.hours, row.what) for row in volunteers.last_hours()] == [
        ("Ans Bakker", Decimal(1), "Ramen lappen"),
        ("Ans Bakker", Decimal("2.5"), "Koffieochtend"),
    ]
    (row,) = volunteers.of_year(2026)
    assert row.hours == Decimal("3.5")
    figures = administration.statistics.year(2026).volunteers
    assert figures.hours == Decimal("3.5")


def test_taking_hours_away_can_be_undone(
    administration: Administration, volunteers: VolunteerService
) -> None:
    volunteers.add_hours(hours_of(somebody(administration, "Ans", "Bakker")))
    (row,) = volunteers.last_hours()
    volunteers.delete_hours(row)
    assert volunteers.last_hours() == []
    administration.history.undo()
    assert volunteers.last_hours() == [row]


def test_a_name_must_be_somebody_and_nobody_else(
    administration: Administration, volunteers: VolunteerService
) -> None:
    ans = somebody(administration, "Ans", "Bakker")
    somebody(administration, "Jan", "Bakker")
    assert volunteers.find("ans bakker") == ans
    assert volunteers.find("Ans") == ans
    with pytest.raises(SeveralOfThatName):
        volunteers.find("Bakker")
    for name in ("Piet", ""):
        with pytest.raises(NobodyOfThatName):
            volunteers.find(name)


def test_paying_tells_where_the_year_stands(
    administration: Administration, volunteers: VolunteerService
) -> None:
    ans = somebody(administration, "Ans", "Bakker")
    pay = Allowance(person_id=ans, day=TODAY, amount=Decimal(195))
    assert volunteers.pay(pay).of_month is AllowanceState.NEAR
    assert volunteers.pay(pay).of_month is AllowanceState.OVER
    volunteers.delete_allowance(volunteers.allowances(ans)[0])
    assert volunteers.of_year(2026)[0].allowance.of_month is AllowanceState.NEAR


def test_the_maxima_of_a_later_year_can_be_filled_in(
    administration: Administration, volunteers: VolunteerService
) -> None:
    ans = somebody(administration, "Ans", "Bakker")
    volunteers.pay(Allowance(person_id=ans, day=TODAY, amount=Decimal(195)))
    wider = Maxima(
        year=2026,
        hour=Decimal("5.70"),
        young_hour=Decimal("3.35"),
        month=Decimal(300),
        whole_year=Decimal(3000),
    )
    volunteers.save_maxima(wider)
    assert [one.year for one in volunteers.maxima()] == [2026, 2025, 2024]
    assert volunteers.maxima()[0] == wider
    assert volunteers.of_year(2026)[0].allowance.state is AllowanceState.FINE


def test_certificates_that_end_within_three_months_are_told(
    administration: Administration, volunteers: VolunteerService
) -> None:
    soon, late = datetime.date(2026, 6, 7), datetime.date(2026, 6, 8)
    somebody(administration, "Ans", "Bakker", vog_valid_until=soon)
    somebody(administration, "Jan", "Bakker", vog_valid_until=late)
    gone = PartialDate(2025)
    somebody(administration, "Els", "Bakker", vog_valid_until=soon, until=gone)
    assert volunteers.certificates_ending() == [("Ans Bakker", soon)]
    told = [one.text for one in administration.today.overview().deadlines]
    assert [text for text in told if "Ans Bakker" in text] == [
        "The certificate of conduct of Ans Bakker ends"
    ]


def test_the_insurer_gets_who_is_a_volunteer_now(
    administration: Administration, volunteers: VolunteerService, tmp_path: Path
) -> None:
    somebody(administration, "Ans", "Bakker")
    somebody(administration, "Els", "Vos", until=PartialDate(2026, 1))
    path = tmp_path / "list.xlsx"
    volunteers.save_for_insurer(path)
    content, told = volunteers.insurer_pages()
    paper = PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert told == "1 volunteer"
    assert "Bakker, Ans 03-04-1951 Bar 2020" in " ".join(paper.split())
    assert "Vos" not in paper
    assert "internal use" not in paper  # it leaves the house
    sheet = load_workbook(path).worksheets[0]
    ((name, born, tasks, since),) = sheet.iter_rows(min_row=2, values_only=True)
    assert (name, tasks, since) == ("Bakker, Ans", "Bar", "2020")
    assert isinstance(born, datetime.datetime)
    assert born.date() == datetime.date(1951, 4, 3)


def test_what_was_paid_stays_without_the_name_when_somebody_is_erased(
    administration: Administration, volunteers: VolunteerService
) -> None:
    ans = somebody(administration, "Ans", "Bakker")
    volunteers.pay(
        Allowance(person_id=ans, day=TODAY, amount=Decimal(20), remark="Voor Ans Bakker")
    )
    held = administration.privacy.held.of_person(ans)
    assert any("20.00" in str(one.rows) for one in held.sections)
    administration.privacy.removal.erase([ans])
    with administration._file.reading() as connection:
        kept = connection.exec_driver_sql("SELECT person_id, amount, remark FROM allowances").all()
    assert [tuple(row) for row in kept] == [(None, 2000, "")]
