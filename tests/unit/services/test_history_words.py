# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from buurthuis_admin.domain.activities import Activity, Attendance, AttendanceStatus, Session
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.history import Operation
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Membership, Person, PersonDetail, Sex
from buurthuis_admin.i18n import language
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.history_labels import column_label, many_words, table_words
from buurthuis_admin.services.history_words import ToldField, tell_many, value_words
from buurthuis_admin.storage.history.reading import _UNSHOWN
from buurthuis_admin.storage.history.recorded import RECORDED

GERDA = PersonDetail(
    person=Person(
        name=PersonName(first="Gerda", last="Smit"),
        sex=Sex.FEMALE,
        born=PartialDate(1951, 4),
        address=Address(town="Waterdam"),
        mobile="0612345678",
    ),
    memberships=(Membership(number="12", start=PartialDate(2019, 3, 7), fee=Decimal("12.50")),),
)
# Of use to the program alone: not shown.
FOR_THE_PROGRAM = {
    "enrolments": {"position"},
    "different_people": {"first_id", "second_id"},
    "merged_people": {"gone_id", "kept_id"},
    "settings": {"key", "value"},  # labelled by the key
    "import_batches": {"change_set_id", "at"},
    "import_files": {"batch_id", "sha256", "size"},
    "sessions": {"series_id"},
    "bookings": {"line_key", "private"},
    "papers": {"sha256"},
    "reports": {"subsidy_id"},
    "report_parts": {"report_id", "field"},
    "report_photos": {"report_id", "position", "sha256", "width", "height"},
    "figure_corrections": {"report_id"},
    "source_rows": {"entity_kind", "entity_id", "sheet_id", "row"},
    "unclear_rows": {"reason", "details", "cells", "state"},
}


@pytest.fixture(autouse=True)
def _english() -> object:
    with language("en"):
        yield


def test_every_column_with_a_history_has_a_label() -> None:
    unlabelled = {
        (one.name, column)
        for one in RECORDED.values()
        for column in one.columns
        if column not in _UNSHOWN
        and column not in FOR_THE_PROGRAM.get(one.name, set())
        and not column_label(one.name, column)
    }
    assert unlabelled == set()


def test_every_table_with_a_history_has_words() -> None:
    for one in RECORDED.values():
        assert table_words(one.name) != one.name
        if one.name not in ("unclear_rows", "source_rows"):
            assert "row" not in many_words(one.name, 2)
    assert tell_many("people", Operation.ADDED, 84) == "84 people added"
    with language("nl"):
        assert tell_many("people", Operation.ADDED, 84) == "84 mensen toegevoegd"


def test_values_are_read_as_people_write_them() -> None:
    with language("nl"):
        for table, column, value, words in (
            ("people", "born", 19510307, "7 maart 1951"),
            ("people", "born", 19510300, "maart 1951"),
            ("people", "born", 19510000, "1951"),
            ("people", "sex", Sex.FEMALE.value, "vrouw"),
            ("people", "mobile", "0612345678", "06 12 34 56 78"),
            ("people", "archived", 1, "ja"),
            ("people", "town", None, ""),
            ("memberships", "fee", 1250, "€\N{NO-BREAK SPACE}12,50"),
            ("contributions", "year", 2024, "2024"),
            ("volunteer_hours", "hours", 250, "2,50"),
            ("volunteer_hours", "hours", 300, "3"),
            ("sessions", "starts_at", 605, "10:05"),
            ("sessions", "state", 2, "Ging niet door"),
            ("attendances", "status", 1, "Aanwezig"),
            ("tally_types", "name", "visitors", "Bezoekers zonder naam"),
            ("subsidies", "awarded", 123456, "€\N{NO-BREAK SPACE}1.234,56"),
        ):
            assert value_words(table, column, value) == words


def test_a_new_person_is_told_field_by_field(administration: Administration) -> None:
    administration.members.save(GERDA)
    (change,) = administration.history.recent(0, 1)
    person, membership = administration.history.told(change.id, 0, 10)
    assert (person.title, person.operation) == ("Person Gerda Smit added", Operation.ADDED)
    assert ToldField("Date of birth", "", "April 1951") in person.fields
    assert ToldField("Town", "", "Waterdam") in person.fields
    labels = {one.label for one in person.fields}
    assert not labels & {"Archived", "Surname in use", ""}
    assert membership.title == "Membership Gerda Smit added"
    assert ToldField("Member since", "", "7 March 2019") in membership.fields
    assert "Person" not in {one.label for one in membership.fields}  # the title says it


def test_a_change_says_before_and_after(administration: Administration) -> None:
    number = administration.members.save(GERDA)
    kept = administration.members.detail(number)
    moved = replace(kept.person, address=Address(town="Dorp"), sex=None)
    administration.members.save(replace(kept, person=moved))
    (change,) = administration.history.recent(0, 1)
    (row,) = administration.history.told(change.id, 0, 10)
    assert row.title == "Person Gerda Smit changed"
    assert row.fields == (ToldField("Sex", "woman", ""), ToldField("Town", "Waterdam", "Dorp"))
    assert administration.history.summary(change.id) == [("people", Operation.CHANGED, 1)]
    assert administration.history.place(change.id) == 0


def test_ids_are_told_as_names(administration: Administration) -> None:
    person = administration.members.save(GERDA)
    activities = administration.activities
    first = activities.save(Activity(name="Koffieochtend"))
    second = activities.save(Activity(name="Taalcafé"))
    day = datetime.date(2024, 3, 7)
    session = activities.save_session(Session(activity_id=first, day=day))
    activities.save_session(Session(id=session, activity_id=second, day=day))
    (change,) = administration.history.recent(0, 1)
    (row,) = administration.history.told(change.id, 0, 10)
    assert row.fields == (ToldField("Activity", "Koffieochtend", "Taalcafé"),)
    for status in (AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED):
        activities.set_attendance(Attendance(session_id=session, person_id=person, status=status))
    (change,) = administration.history.recent(0, 1)
    (row,) = administration.history.told(change.id, 0, 10)
    assert row.title.startswith("Attendance Gerda Smit (Taalcafé")
    assert row.fields == (ToldField("Attendance", "Present", "Excused"),)


def test_settings_are_told_by_their_own_names(administration: Administration) -> None:
    centre = administration.settings.centre()
    administration.settings.save(replace(centre, name="De Linde", themes=("Ontmoeting", "Leren")))
    (change,) = administration.history.recent(0, 1)
    rows = administration.history.told(change.id, 0, 50)
    told = {row.title: row.fields for row in rows}
    assert told["Name of the centre"] == (ToldField("", "", "De Linde"),)
    assert told["Themes"][0].after == "Ontmoeting, Leren"
    assert "67 and over" in told["Age groups"][0].after
    assert "RSIN" not in told  # kept, but empty
