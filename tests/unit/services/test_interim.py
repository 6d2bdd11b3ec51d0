# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on a subsidy that still runs tells how it stands, and what it will come to."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
    SessionState,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.reports import FINAL, Chapter, ReportKey
from buurthuis_admin.domain.subsidies import Indicator, Subsidy, SubsidyState, Target
from buurthuis_admin.reporting.content import Row, Table
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.services.administration import Administration
from tests.unit.reporting.reading import read

TODAY = datetime.date.today()  # noqa: DTZ011 - the day of the person, as the services have it
FIRST, LAST = datetime.date(TODAY.year, 1, 1), datetime.date(TODAY.year + 1, 12, 31)


@pytest.fixture
def dossier(administration: Administration) -> int:
    """Two of four meetings are held, with seven people by name and three without each time."""
    activity = administration.activities.save(Activity(name="Koffie"))
    people = [
        administration.members.save(PersonDetail(person=Person(name=PersonName(first=f"P{one}"))))
        for one in range(7)
    ]
    for day in (FIRST, TODAY, LAST - datetime.timedelta(7), LAST):
        state = SessionState.PLANNED if day > TODAY else SessionState.HELD
        session = administration.activities.save_session(
            Session(activity_id=activity, day=day, state=state)
        )
        if day > TODAY:
            continue
        administration.activities.set_head_count(HeadCount(session_id=session, number=3))
        for person in people:
            administration.activities.set_attendance(
                Attendance(session_id=session, person_id=person, status=AttendanceStatus.PRESENT)
            )
    return administration.subsidies.save(
        Subsidy(
            funder="Gemeente",
            reference="17",
            purpose="Samen koffie",
            activity_id=activity,
            state=SubsidyState.AWARDED,
            awarded=Decimal(1000),
            period=Period(FIRST, LAST),
            targets=(
                Target(indicator="Bezoeken", promised=Decimal(30), kind=Indicator.VISITS),
                Target(indicator="Keren", promised=Decimal(2), kind=Indicator.SESSIONS),
            ),
        )
    )


def agreed(administration: Administration, dossier: int) -> tuple[Row, ...]:
    document = compose_dossier(administration.dossier_reports.data(dossier))
    tables = [one for one in document.blocks if isinstance(one, Table)]
    (found,) = [one for one in tables if one.columns[0].title == "Agreement"]
    assert found.columns[3].title == "Expected at the end"
    return found.rows


def test_it_tells_what_was_reached_and_what_is_expected(
    administration: Administration, dossier: int
) -> None:
    rows = agreed(administration, dossier)
    assert [row.cells[:4] for row in rows] == [
        ("Bezoeken", "30", "20", "40"),
        ("Keren", "2", "2", "4"),
    ]


def test_what_is_expected_opens_what_it_is_made_of(
    administration: Administration, dossier: int
) -> None:
    found = administration.explaining.explain(agreed(administration, dossier)[0].explain[3])
    assert found.title == "Expected at the end: Gemeente, Bezoeken"
    assert found.rows == (
        ("Reached by now", "20"),
        ("In the meetings that are left (2 of 4)", "20"),
    )


def test_its_words_leave_open_what_is_still_to_come(
    administration: Administration, dossier: int
) -> None:
    pack = administration.packs.make(dossier, language_code="nl")
    name, pdf = pack.files[0]
    assert name == "Tussenrapportage Gemeente 17.pdf"
    text = " ".join(read(pdf).text().split())
    assert "Tussenrapportage: Samen koffie" in text
    assert "Met dit verslag vertellen wij hoe het ervoor staat." in text
    assert "Van de 2 afspraken is er tot nu toe 1 gehaald." in text
    assert "nog te besteden" in text
    assert "Verantwoording" not in text


def test_it_is_the_final_report_when_somebody_says_so(
    administration: Administration, dossier: int
) -> None:
    key = ReportKey(subsidy_id=dossier)
    administration.compositions.save_part(key, Chapter.COVER, FINAL, "yes")
    name, _pdf = administration.packs.make(dossier, language_code="nl").files[0]
    assert name == "Verantwoording Gemeente 17.pdf"


def test_after_the_period_and_after_the_accountability_it_is_final(
    administration: Administration, dossier: int
) -> None:
    after = administration.dossier_reports.data(dossier, made_on=LAST + datetime.timedelta(1))
    assert not after.interim
    administration.subsidies.change(
        dossier, "sent", lambda one: replace(one, state=SubsidyState.ACCOUNTED)
    )
    assert not administration.dossier_reports.data(dossier).interim
