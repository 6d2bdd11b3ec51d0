# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long the window stands still on the page of attendance, with 20.000 people, 400 activities and
500.000 attendances; and how soon a mark is on the disk.

A heart beats in the thread of the window as often as it can; the longest time between two beats is
the longest that nothing could be typed. By the clock, and as work of that thread: on a computer that
does other things as well only the second says something of the program.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.data import PASSWORD, YEAR, administration
from benchmarks.timed_marks import Taken, TimedAttendance, open_timed
from buurthuis_admin.app import doors
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.pages.attendance_choose import Which
from buurthuis_admin.gui.places import ATTENDANCE
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language

PEOPLE, ACTIVITIES, ATTENDANCES = 20_000, 400, 500_000
STALL_TARGET = 100  # milliseconds of the window's thread between two beats
MARK_TARGET = 50  # milliseconds until a mark is on the disk
MARKS = 40


class Heart:
    """Beats while the window can do something else."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)
        self.reset()

    def reset(self) -> None:
        """Begin anew."""
        self.clock = self.work = 0.0
        self._last = (time.perf_counter(), time.thread_time())

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.clock = max(self.clock, now[0] - self._last[0])
        self.work = max(self.work, now[1] - self._last[1])
        self._last = now


class Walk:
    """Does what a person does, and prints the longest stand-still of each piece of work."""

    def __init__(self, window: MainWindow, page: AttendancePage, service: TimedAttendance) -> None:
        self.window, self.page = window, page
        self.heart = Heart()
        self.worst = 0.0
        self.marks: list[Taken] = []
        self._service = service

    @contextmanager
    def piece(self, name: str) -> Iterator[None]:
        """One piece of work, until all of it is done and drawn."""
        self.heart.reset()
        yield
        self.rest()
        self.worst = max(self.worst, self.heart.work * 1000)
        print(
            f"STALL {name}: {self.heart.work * 1000:.1f} ms of the window's thread, "
            f"{self.heart.clock * 1000:.1f} ms by the clock"
        )

    def rest(self) -> None:
        """Until nothing is under way any more."""
        end = time.monotonic() + 0.7  # the list is read anew after half a second
        while time.monotonic() < end or self.window.readers.busy or self.window.writers.busy:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def keys(self, text: str, last: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Keys as the system sends them."""
        handle = self.window.windowHandle()
        for sign in text:
            QTest.keyClick(handle, sign)  # type: ignore[call-overload]
        if last is not None:
            QTest.keyClick(handle, last)

    def scan(self, people: list[int]) -> None:
        """Cards, one after another."""
        for person_id in people:
            self._card(person_id)

    def _card(self, person_id: int) -> None:
        """Remembers how soon the mark was on the disk."""
        before = self._service.marked
        self.keys(ScanCode(CodeKind.PERSON, person_id).text, None)
        begun = self._service.now()
        self.keys("")
        while self._service.marked == before:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        self.marks.append(self._service.taken(begun))


def main() -> int:
    """Print the worst of each piece of work; 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.buurthuis"
        administration(path, PEOPLE, ATTENDANCES, ACTIVITIES).close()
        walk = _walk(path, Path(folder))
    print(f"RATIO stall {walk.worst / STALL_TARGET:.2f} target 1 (worst {walk.worst:.1f} ms)")
    for name in ("clock", "own", "disk"):
        times = [getattr(one, name) for one in walk.marks]
        print(f"mark, {name}: median {statistics.median(times):.1f}, worst {max(times):.1f} ms")
    # Without the disk and without others that have the processor: those are no part of the program.
    own = max(one.own for one in walk.marks)
    print(f"RATIO mark {own / MARK_TARGET:.2f} target 1 (worst {own:.1f} ms)")
    return 0 if walk.worst <= STALL_TARGET and own <= MARK_TARGET else 1


def _walk(path: Path, folder: Path) -> Walk:
    use_language("nl")
    QApplication.instance() or QApplication(sys.argv[:1])
    preferences = Preferences(folder / "settings")
    window = MainWindow(doors(preferences), preferences, ErrorPresenter())
    window.restyle()
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    opened = open_timed(path, PASSWORD)
    window.show_administration(opened)
    assert window.shell is not None
    page = window.shell.page(ATTENDANCE)
    assert isinstance(page, AttendancePage)
    walk = Walk(window, page, opened.attendance)
    walk.rest()
    for name, act in _pieces(walk, window, page):
        with walk.piece(name):
            act()
    window.close()
    return walk


def _pieces(
    walk: Walk, window: MainWindow, page: AttendancePage
) -> Iterator[tuple[str, Callable[[], object]]]:
    shell = window.shell
    assert shell is not None
    meetings = shell.workspace.administration.meetings
    yield "page opened", lambda: shell.go_to(ATTENDANCE)
    page.choose.chips.choose(Which.ALL)
    yield "all meetings", page.choose.refresh
    page.choose.search.setFocus()
    yield "meetings searched", lambda: walk.keys("activity 3", None)
    page.choose.search.clear()
    session = meetings.page("", 0, 1)[0].session_id
    yield "door opened", lambda: page.show_session(session)
    people = [one.person_id for one in page.desk.tiles.people if one.mark is None]
    print(f"the door has {len(page.desk.tiles.people)} people, {len(people)} without a mark")
    yield "cards scanned", lambda: walk.scan(people[:MARKS])
    page.door.search.setFocus()
    for text in ("jan", "fatma", "j"):
        yield f"'{text}' typed", lambda text=text: walk.keys(text, None)  # type: ignore[misc]
        page.door.search.clear()
    yield "paper", page.show_paper
    page.paper.rows.setText("1-200")
    yield "200 rows taken over", page.paper.take.click
    yield "sheets", lambda: page.show_sheets(session)
    yield "month opened", page.show_month
    day = shell.workspace.administration.activities.session(session)
    yield (
        "month shown",
        lambda: page.month.show_month(day.activity_id or 0, day.day.replace(year=YEAR)),
    )
    page.month.table.go_to(0, 0)
    print(
        f"the month has {page.month.cells.rowCount()} rows, {page.month.cells.columnCount()} columns"
    )
    QGuiApplication.clipboard().setText("x\tafg\tx\n" * 300)
    yield "900 cells pasted", page.month.filling.paste_cells
    yield "back to all meetings", page.show_choices


if __name__ == "__main__":
    sys.exit(main())
