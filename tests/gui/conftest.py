# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A window on an administration in memory, and what the tests ask of it."""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from buurthuis_admin.domain.activities import Activity, Series, Session
from buurthuis_admin.domain.attendance import PRESENT, Mark
from buurthuis_admin.domain.series import Repeat
from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.places import ACTIVITIES, ATTENDANCE, MEMBERS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.theme.apply import Brightness, apply_theme
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import current_language
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.services.schedule import ScheduleService
from tests.gui.attendance_making import NAMES, somebody
from tests.gui.fakes import FakeAdministration
from tests.gui.planned import TEN, TODAY, TWELVE
from tests.unit.storage.making import PASSWORD


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a screen there is no window manager to tell sizes to; Qt says so at each dialog."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(scope="session")
def three_pages() -> bytes:
    """A PDF of three pages."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=1)
    for number in (1, 2, 3):
        canvas.drawString(72, 760, f"Page number {number}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> None:
    apply_theme(qapp, Brightness.LIGHT, 100)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    kept = Preferences(tmp_path / "settings")
    kept.language = current_language()
    return kept


@pytest.fixture
def administration(tmp_path: Path, three_pages: bytes) -> FakeAdministration:
    path = tmp_path / "De Linde.buurthuis"
    path.write_bytes(b"")
    return FakeAdministration(path, report=three_pages)


@pytest.fixture
def window(
    qtbot: QtBot, preferences: Preferences, administration: FakeAdministration
) -> Iterator[MainWindow]:
    """A window of 1440 by 900, still empty."""
    fake_doors = Doors(
        lambda _path, _password: administration,  # type: ignore[arg-type, return-value]
        lambda *_answers: administration,  # type: ignore[arg-type]
        lambda: administration,  # type: ignore[arg-type, return-value]
    )
    made = MainWindow(fake_doors, preferences, ErrorPresenter())
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Wait until nothing is under way in the background."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not window.readers.busy and not window.writers.busy, timeout=30_000)
        QApplication.processEvents()

    return wait


@pytest.fixture
def shell(
    window: MainWindow, administration: FakeAdministration, settle: Callable[[], None]
) -> Shell:
    """The window with the administration open on the page of the members."""
    window.show_administration(administration, MEMBERS)  # type: ignore[arg-type]
    assert window.shell is not None
    window.shell.page(MEMBERS).focus_first()
    settle()
    return window.shell


@pytest.fixture(scope="session")
def empty_administration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real administration without anything in it, to copy."""
    path = tmp_path_factory.mktemp("template") / "empty.buurthuis"
    create_administration(path, PASSWORD).close()
    return path


@pytest.fixture
def template(request: pytest.FixtureRequest, empty_administration: Path) -> Path:
    """What a test begins with: nothing, or for those about attendance its people."""
    if "visitors" not in request.fixturenames:
        return empty_administration
    path: Path = request.getfixturevalue("visited")[0]
    return path


@pytest.fixture
def real(template: Path, tmp_path: Path) -> Iterator[Administration]:
    """A real administration of its own; the window that shows it closes it."""
    path = Path(shutil.copy(template, tmp_path / "Buurthuis.buurthuis"))
    opened = open_administration(path, PASSWORD)
    yield opened
    opened.close()


@pytest.fixture
def first_page(request: pytest.FixtureRequest) -> str:
    """The page that the window opens on: to draw another one first takes as long as a test."""
    if "attendance_page" in request.fixturenames:
        return ATTENDANCE
    return ACTIVITIES if "activities_page" in request.fixturenames else MEMBERS


@pytest.fixture
def real_shell(
    window: MainWindow, real: Administration, first_page: str, settle: Callable[[], None]
) -> Shell:
    """The window with the real administration open on that page."""
    window.show_administration(real, first_page)
    assert window.shell is not None
    window.shell.page(first_page).focus_first()
    settle()
    return window.shell


# Attendance: a meeting of today of an activity that five people came to last week.


@pytest.fixture(scope="session")
def visited(
    empty_administration: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, int]]:
    """Five people who came last week, and somebody who never did: the file, and their ids."""
    path = tmp_path_factory.mktemp("visited") / "visited.buurthuis"
    opened = open_administration(Path(shutil.copy(empty_administration, path)), PASSWORD)
    activity = opened.activities.save(Activity(name="Koffieochtend", room="Grote zaal"))
    week_ago = datetime.date.today() - datetime.timedelta(days=7)  # noqa: DTZ011
    before = opened.activities.save_session(Session(activity_id=activity, day=week_ago))
    made = {name: somebody(opened, name) for name in NAMES}
    opened.attendance.mark_many(before, dict.fromkeys(made.values(), PRESENT))
    made["Oksana Kovalchuk"] = somebody(opened, "Oksana Kovalchuk")
    opened.close()
    return path, made


@pytest.fixture
def visitors(real: Administration, visited: tuple[Path, dict[str, int]]) -> dict[str, int]:
    """Those people, in the real administration of this test."""
    return dict(visited[1])


@pytest.fixture
def session_id(real: Administration, visitors: dict[str, int]) -> int:
    return real.meetings.start(1, datetime.time(10, 0))


@pytest.fixture
def attendance_page(
    session_id: int, real_shell: Shell, settle: Callable[[], None]
) -> AttendancePage:
    """The page of attendance with the meeting of today in its list."""
    real_shell.go_to(ATTENDANCE)
    made = real_shell.page(ATTENDANCE)
    assert isinstance(made, AttendancePage)
    made.focus_first()
    made.desk.rest.setInterval(0)  # no test waits for a clock
    settle()
    return made


@pytest.fixture
def door(
    attendance_page: AttendancePage, session_id: int, settle: Callable[[], None]
) -> AttendancePage:
    """The same with the door open."""
    attendance_page.show_session(session_id)
    settle()
    settle()
    return attendance_page


@pytest.fixture
def came(
    real: Administration, session_id: int, settle: Callable[[], None]
) -> Callable[[], dict[str, Mark]]:
    """Who came by what is on the disk."""

    def look() -> dict[str, Mark]:
        settle()
        listed = real.attendance.door(session_id).visitors
        return {one.name: one.mark for one in listed if one.mark is not None}

    return look


@pytest.fixture
def planned(real: Administration) -> Administration:
    """A real administration in which it is always the same day."""
    real.__dict__["schedule"] = ScheduleService(real._file, real.changed, lambda: TODAY)
    return real


@pytest.fixture
def coffee(planned: Administration) -> int:
    """Coffee on five Tuesdays from 1 September 2026."""
    activity = planned.activities.save(Activity(name="Koffieochtend", room="Grote zaal"))
    rule = Repeat(weekdays=(1,), until=datetime.date(2026, 9, 29)).rule
    first = datetime.date(2026, 9, 1)
    planned.schedule.save_series(
        Series(activity_id=activity, rule=rule, first_day=first, starts_at=TEN, ends_at=TWELVE)
    )
    return activity


@pytest.fixture
def activities_page(coffee: int, real_shell: Shell, settle: Callable[[], None]) -> ActivitiesPage:
    real_shell.go_to(ACTIVITIES)
    settle()
    settle()
    found = real_shell.page(ACTIVITIES)
    assert isinstance(found, ActivitiesPage)
    found.focus_first()
    return found
