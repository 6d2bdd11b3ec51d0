# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year of a real administration, on the page of the reports."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, HeadCount, Session
from buurthuis_admin.domain.attendance import PRESENT
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.reports import (
    ReportKey,
)
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.places import REPORTS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration, open_administration
from tests.unit.storage.making import PASSWORD

Settle = Callable[[], None]
YEAR = ReportKey(year=2025)


@pytest.fixture(scope="session")
def filled_file(empty_administration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year with two activities, six people and visitors without a name; to copy."""
    path = tmp_path_factory.mktemp("filled") / "filled.buurthuis"
    opened = open_administration(Path(shutil.copy(empty_administration, path)), PASSWORD)
    people = [
        opened.members.save(PersonDetail(person=Person(name=PersonName(first=name, last="Smit"))))
        for name in ("An", "Bea", "Cor", "Dik", "Els", "Fem")
    ]
    for number, name in enumerate(("Koffie", "Yoga")):
        activity = opened.activities.save(Activity(name=name))
        for month in (1, 2, 3):
            day = datetime.date(2025, month, 7 + number)
            session = opened.activities.save_session(Session(activity_id=activity, day=day))
            opened.activities.set_head_count(HeadCount(session_id=session, number=4 + number))
            opened.attendance.mark_many(session, dict.fromkeys(people, PRESENT))
    opened.close()
    return path


@pytest.fixture
def template(filled_file: Path) -> Path:
    return filled_file


@pytest.fixture
def first_page() -> str:
    return REPORTS


@pytest.fixture
def filled(real: Administration) -> Administration:
    """The administration of that year."""
    return real


@pytest.fixture
def page(qtbot: QtBot, filled: Administration, real_shell: Shell, settle: Settle) -> ReportsPage:
    real_shell.go_to(REPORTS)
    shown = real_shell.page(REPORTS)
    assert isinstance(shown, ReportsPage)
    settle()
    qtbot.waitUntil(lambda: shown.preview.pdf.drawn)
    return shown
