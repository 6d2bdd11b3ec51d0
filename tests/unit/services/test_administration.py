# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
)
from buurthuis_admin.domain.ages import CBS_BANDS
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.dates import PartialDate, Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import MemberFilter, Membership, Person, PersonDetail
from buurthuis_admin.domain.subsidies import BudgetLine, Expense, Instalment, Subsidy, Target
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.services.safe_file import NotSaved
from buurthuis_admin.services.subsidies import FunderMissing
from tests.unit.storage.making import PASSWORD, names_in

DAY = datetime.date(2024, 3, 7)
NASTY = '=HYPERLINK("http://voorbeeld.nl","klik")'


def test_an_administration_is_made_closed_and_opened(tmp_path: Path) -> None:
    made = create_administration(tmp_path / "nieuw", PASSWORD)
    made.settings.save(CentreSettings(name="De Wilg"))
    made.close()
    opened = open_administration(tmp_path / "nieuw", PASSWORD)
    assert (opened.path.name, opened.settings.centre().name) == ("nieuw", "De Wilg")
    opened.close()


def test_every_change_tells_what_changed(administration: Administration) -> None:
    told: list[frozenset[str]] = []
    stop = administration.changed.subscribe(told.append)
    administration.members.save(PersonDetail(person=Person(name=PersonName(last="Berg"))))
    administration.activities.save(Activity(name="Bingo"))
    administration.subsidies.save(Subsidy(funder="Fonds"))
    administration.settings.save(CentreSettings())
    assert told == [frozenset([area]) for area in ("people", "activities", "subsidies", "settings")]
    stop()
    administration.settings.save(CentreSettings())
    assert len(told) == 4


def test_settings_come_back_as_they_were_kept(administration: Administration) -> None:
    assert administration.settings.centre() == CentreSettings()
    settings = CentreSettings(
        name="De Wilg", board=("A. Smit", "B. Bos"), themes=("Jeugd",), age_bands=CBS_BANDS
    )
    administration.settings.save(settings)
    assert administration.settings.centre() == settings
    administration.settings.save(replace(settings, name=""))
    assert administration.settings.centre().name == ""


def test_a_dossier_comes_back_as_it_was_kept(administration: Administration) -> None:
    subsidy = Subsidy(
        funder="Gemeente Waterdam",
        reference="Z/1",
        requested=Decimal("5000.00"),
        awarded=Decimal("4500.50"),
        decided_on=DAY,
        period=Period(DAY, DAY.replace(year=2025)),
        instalments=(Instalment(expected=Decimal("4000.00"), received=Decimal("4000.00")),),
        budget_lines=(BudgetLine(position=1, name="Zaal", planned=Decimal("100.00")),),
        expenses=(Expense(day=DAY, description="Koffie", amount=Decimal("12.34")),),
        targets=(Target(indicator="visits", promised=Decimal("100.00")),),
    )
    number = administration.subsidies.save(subsidy)
    (kept,) = administration.subsidies.dossiers()
    assert kept.id == number
    assert (kept.received, kept.spent, kept.left) == (
        Decimal("4000.00"),
        Decimal("12.34"),
        Decimal("4488.16"),
    )
    (line,) = kept.budget_lines
    on_line = replace(kept, expenses=(replace(kept.expenses[0], budget_line_id=line.id),))
    administration.subsidies.save(on_line)
    assert administration.subsidies.dossiers() == [on_line]
    administration.subsidies.save(replace(on_line, expenses=(), targets=()))
    (bare,) = administration.subsidies.dossiers(2025)
    assert (bare.expenses, bare.targets, bare.instalments) == ((), (), kept.instalments)
    assert administration.subsidies.dossiers(2026) == []


def test_one_funder_however_it_is_typed(administration: Administration) -> None:
    administration.subsidies.save(Subsidy(funder="Fonds Één"))
    administration.subsidies.save(Subsidy(funder="fonds een"))
    assert [one.funder for one in administration.subsidies.dossiers()] == ["Fonds Één", "Fonds Één"]
    with pytest.raises(FunderMissing):
        administration.subsidies.save(Subsidy(funder=" "))


@pytest.fixture
def filled(administration: Administration) -> Administration:
    person = Person(
        name=PersonName(first=NASTY, last="Berg\x07"), born=PartialDate(1951, 3), remark="+31 6"
    )
    membership = Membership(number="0127", start=PartialDate(2019, 4, 3))
    number = administration.members.save(PersonDetail(person=person, memberships=(membership,)))
    activity = administration.activities.save(Activity(name="@Bingo"))
    session = administration.activities.save_session(Session(activity_id=activity, day=DAY))
    administration.activities.set_attendance(
        Attendance(session_id=session, person_id=number, status=AttendanceStatus.PRESENT)
    )
    administration.activities.set_head_count(HeadCount(session_id=session, number=5))
    administration.subsidies.save(
        Subsidy(funder="-Fonds", awarded=Decimal("1234.50"), decided_on=DAY)
    )
    return administration


def sheet(path: Path) -> list[list[object]]:
    workbook = load_workbook(path)
    rows = list(workbook.worksheets[0].iter_rows())
    assert all(cell.data_type != "f" for row in rows for cell in row), "a live formula"
    return [[cell.value for cell in row] for row in rows]


@pytest.mark.language("nl")
def test_people_as_a_workbook(filled: Administration, tmp_path: Path) -> None:
    target = tmp_path / "mensen.xlsx"
    target.write_text("an older export")
    filled.exports.people(target)
    headings, row = sheet(target)
    line = dict(zip(headings, row, strict=True))
    assert line["Lidnummer"] == "0127"
    assert line["Roepnaam"] == NASTY
    assert line["Achternaam"] == "Berg "
    assert line["Geboortedatum"] == "1951-03"
    assert line["Lid sinds"] == datetime.datetime(2019, 4, 3)  # noqa: DTZ001  (Excel has no zones)
    assert line["Opmerking"] == "+31 6"
    assert names_in(tmp_path) == [
        "buurthuis.administratie",
        "buurthuis.administratie-lock",
        "buurthuis.administratie-slot",
        "buurthuis.administratie-wal",
        target.name,
    ]


@pytest.mark.language("nl")
def test_attendance_as_a_workbook(filled: Administration, tmp_path: Path) -> None:
    filled.exports.attendance(tmp_path / "aanwezigheid.xlsx")
    _headings, named, anonymous = sheet(tmp_path / "aanwezigheid.xlsx")
    assert named[1:] == ["@Bingo", "Gehouden", f"Berg , {NASTY}", "Aanwezig", 1]
    assert anonymous[3:] == ["Bezoekers zonder naam", None, 5]


def test_subsidies_as_a_workbook(filled: Administration, tmp_path: Path) -> None:
    filled.exports.subsidies(tmp_path / "subsidies.xlsx")
    headings, row = sheet(tmp_path / "subsidies.xlsx")
    line = dict(zip(headings, row, strict=True))
    assert (line["Funder"], line["Awarded"], line["Spent"]) == ("-Fonds", 1234.5, 0)


def test_an_export_that_cannot_be_written_is_told(filled: Administration, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="nowhere"):
        filled.exports.people(tmp_path / "nowhere" / "people.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(NotSaved):
        filled.exports.people(tmp_path / "folder.xlsx")
    assert not [name for name in names_in(tmp_path) if name.startswith(".")]


def test_no_database_row_leaves_a_service(filled: Administration) -> None:
    (row,) = filled.members.page("", MemberFilter.ALL, 0, 1)
    found = [row, filled.members.detail(row.id), filled.activities.rows(None)[0]]
    assert {type(one).__module__.rpartition(".")[0] for one in found} == {"buurthuis_admin.domain"}
