# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Qt models, under Qt's own tester."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.gui.models.activities import (
    SessionsModel,
    activities_model,
    attendance_model,
)
from buurthuis_admin.gui.models.importing import (
    columns_model,
    entries,
    entries_model,
    rows_model,
)
from buurthuis_admin.gui.models.paged import BLOCK
from buurthuis_admin.gui.models.people import NAME, STANDING, PeopleModel
from buurthuis_admin.gui.runners import Runner
from buurthuis_admin.gui.widgets.pill import PillRole, PillText
from tests.gui.fakes import FakeAdministration, made_up_outcome

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def runner(qapp: object) -> Iterator[Runner]:
    def fail(error: BaseException) -> None:
        raise error

    made = Runner(threads=1, name="reader", on_error=fail)
    yield made
    made.close()


@pytest.fixture
def people(runner: Runner, administration: FakeAdministration) -> PeopleModel:
    model = PeopleModel(runner)
    members = administration.members
    everyone = MemberFilter.ALL
    first = members.page("", everyone, 0, BLOCK)
    model.show_rows(412, first, lambda offset, limit: members.page("", everyone, offset, limit))
    return model


def test_people_keep_to_the_rules_of_qt(qtbot: QtBot, people: PeopleModel) -> None:
    QAbstractItemModelTester(people, _FATAL)
    people.show_rows(0, [], lambda _offset, _limit: [])
    assert people.rowCount() == 0


def test_the_scroll_bar_is_true_and_any_place_is_reached(
    qtbot: QtBot, people: PeopleModel, administration: FakeAdministration
) -> None:
    assert people.rowCount() == 412
    last = people.index(411, NAME)
    assert last.data() is None  # on its way
    qtbot.waitUntil(lambda: last.data() is not None)
    assert last.data() == administration.members.people[411].person.name.full
    assert administration.members.pages == [(0, BLOCK), (400, BLOCK)]


def test_far_scrolling_reads_what_is_in_view_and_not_what_was_passed(
    qtbot: QtBot, people: PeopleModel, administration: FakeAdministration
) -> None:
    for row in range(100, 412):
        people.row(row)
    qtbot.waitUntil(lambda: people.row(400) is not None)
    assert len(administration.members.pages) <= 6


def test_a_line_is_spoken_whole_and_its_state_is_a_word(people: PeopleModel) -> None:
    name = people.index(0, NAME)
    spoken = str(name.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Fatma Yılmaz" in spoken
    assert "Member" in spoken
    pill = people.index(0, STANDING).data(PillRole)
    assert isinstance(pill, PillText)
    assert pill.word == "Member"


def test_the_other_models_keep_to_the_rules_of_qt(
    qtbot: QtBot, runner: Runner, administration: FakeAdministration
) -> None:
    activities = administration.activities
    sessions = SessionsModel(runner)
    listing, attendance = activities_model(), attendance_model()
    sheets, columns, rows = entries_model(), columns_model(), rows_model()
    testers = [
        QAbstractItemModelTester(model, _FATAL)
        for model in (sessions, listing, attendance, sheets, columns, rows)
    ]
    box = made_up_outcome()
    sheet = box.files[0].sheets[0]
    sessions.show_rows(40, activities.sessions(1, 2025, 0, 40), lambda _offset, _limit: [])
    listing.show_rows(activities.rows(2025))
    attendance.show_rows(activities.attendance(1))
    sheets.show_rows(entries(box))
    columns.show_rows(sheet.tables[0].columns)
    rows.show_rows(sheet.rows)
    assert sheets.rowCount() == 3
    assert len(testers) == 6
