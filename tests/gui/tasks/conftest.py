# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small centre, made once and copied for each task, and the two hands that do the tasks."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, Session
from buurthuis_admin.domain.attendance import PRESENT
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import Address, Membership, Person, PersonDetail, Volunteer
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from tests.gui.tasks.hands import Hands, Keyboard
from tests.gui.tasks.mouse import Mouse
from tests.unit.storage.making import PASSWORD

NAMES = ("Anna Bos", "Bert Bos", "Cor Dam", "Dora Evers")
DAY = datetime.timedelta(days=1)
_SHORT = 50  # milliseconds


def today() -> datetime.date:
    """The day of the person, as the pages have it."""
    return datetime.date.today()  # noqa: DTZ011


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen menus and lists of words are neither raised nor grabbed; Qt says so."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", "raise", "grabbing"))


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four people, the first three members; an activity with a meeting of last week and today."""
    path = tmp_path_factory.mktemp("tasks") / "town.buurthuis"
    made = create_administration(path, PASSWORD)
    people = [made.members.save(_somebody(at, name)) for at, name in enumerate(NAMES)]
    made.activities.save(Activity(name="Koffie", capacity=2))
    before = made.activities.save_session(Session(activity_id=1, day=today() - 7 * DAY))
    made.attendance.mark_many(before, dict.fromkeys(people[:3], PRESENT))
    made.activities.save_session(
        Session(activity_id=1, day=today(), starts_at=datetime.time(10), ends_at=datetime.time(12))
    )
    made.close()
    return path


def _somebody(at: int, name: str) -> PersonDetail:
    house = "1" if at < 2 else str(at + 1)
    return PersonDetail(
        person=Person(
            name=parse_name(name),
            born=PartialDate(1950 + at, 3, 4),
            address=Address(street="Lindelaan", house=house, postcode="3512AB", town="Utrecht"),
            email=f"{name.split(maxsplit=1)[0].lower()}@example.nl",
        ),
        memberships=(Membership(start=PartialDate(2020), fee=Decimal(12)),) if at < 3 else (),
        volunteer=Volunteer(tasks="Bar", since=PartialDate(2020)) if at == 3 else None,
    )


@pytest.fixture
def real(town: Path, tmp_path: Path) -> Iterator[Administration]:
    """The centre, a copy for this task alone."""
    opened = open_administration(Path(shutil.copy(town, tmp_path / "t.buurthuis")), PASSWORD)
    yield opened
    opened.close()


@pytest.fixture(params=[Keyboard, Mouse], ids=["keyboard", "mouse"])
def hands(
    request: pytest.FixtureRequest,
    real_shell: Shell,
    settle: Callable[[], None],
    qtbot: QtBot,
) -> Iterator[Hands]:
    """Each task is done by both. None is a double click: no click waits long for another."""
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(_SHORT)
    made = request.param(settle, qtbot)
    assert isinstance(made, Hands)
    made.rest()
    yield made
    QApplication.setDoubleClickInterval(before)


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where whatever is saved goes: the question of the system itself is not ours."""
    path = tmp_path / "saved"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Which folder is chosen whenever the system asks for one."""
    path = tmp_path / "stick"
    path.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
    return path


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What the printer made: the dialog of the system chooses one that prints into this file."""
    path = tmp_path / "printed.pdf"

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    return path
