# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An evening at the door in the real window: 120 people by scanner and by typing, without resting.

Keys go to the window as the system sends them. Each mark that is on the disk is told on a line of
its own with the milliseconds from the last key until then: by the clock, those of them that the
program itself needed, and those of the disk (``benchmarks.timed_marks``). Then the program waits to
be killed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.timed_marks import Moment, TimedAttendance, open_timed
from buurthuis_admin.app import doors
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.places import ATTENDANCE
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language

PEOPLE = 120


class Evening:
    """Somebody at the door with a scanner and a keyboard."""

    def __init__(self, page: AttendancePage, window: QWindow, service: TimedAttendance) -> None:
        self._page, self._window, self._service = page, window, service
        self._kept = 0
        page.desk.kept.connect(self._count)

    def _count(self) -> None:
        self._kept += 1

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the program work until something is so."""
        begun = time.monotonic()
        while not ready():
            if time.monotonic() - begun > 30:
                raise SystemExit("the program does not go on")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def keys(self, text: str, *, enter: bool = True) -> Moment:
        """Type a text; gives the moment of the last key."""
        for sign in text:
            QTest.keyClick(self._window, sign)  # type: ignore[call-overload]
        moment = self._service.now()
        if enter:
            QTest.keyClick(self._window, Qt.Key.Key_Return)
        return moment

    def arrives(self, number: int, person_id: int, name: str) -> None:
        """One person comes in; told once their mark is on the disk."""
        before = self._kept
        if number % 3:
            moment = self.keys(ScanCode(CodeKind.PERSON, person_id).text)
        else:
            moment = self._typed(name)
        self.until(lambda: self._kept > before)
        taken = self._service.taken(moment)
        print(f"KEPT {person_id} {taken.clock:.2f} {taken.own:.2f} {taken.disk:.2f}", flush=True)
        if number % 7 == 0:  # the card is held before the scanner twice
            self.keys(ScanCode(CodeKind.PERSON, person_id).text)

    def _typed(self, name: str) -> Moment:
        tiles = self._page.desk.tiles
        self.keys(name, enter=False)
        self.until(lambda: any(one.name == name for one in tiles.shown))
        return self.keys("")


def main(path: Path, password: str, session_id: int) -> None:
    """Open the real window on the meeting and let everybody in."""
    use_language("nl")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as settings:
        preferences = Preferences(Path(settings))
        window = MainWindow(doors(preferences), preferences, ErrorPresenter())
        window.restyle()
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        administration = open_timed(path, password)
        window.show_administration(administration, ATTENDANCE)
        assert window.shell is not None
        page = window.shell.page(ATTENDANCE)
        assert isinstance(page, AttendancePage)
        evening = Evening(page, window.windowHandle(), administration.attendance)
        page.show_session(session_id)
        evening.until(lambda: page.desk.door is not None and window.isActiveWindow())
        expected = [(one.person_id, one.name) for one in page.desk.tiles.people]
        others = administration.attendance.find("onverwacht", 200)
        coming = [*expected, *((one.person_id, one.name) for one in others)][:PEOPLE]
        for number, (person_id, name) in enumerate(coming):
            evening.arrives(number, person_id, name)
            application.processEvents()
        print("DONE", flush=True)
        sys.stdin.readline()  # until it is killed


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
