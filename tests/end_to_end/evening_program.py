# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An evening at the door in the real window: 120 people by scanner and by typing, without resting.

Keys go to the window as the system sends them. Each mark that is on the disk is told on a line of
its own with the milliseconds from the last key until then, by the clock and of the processor (other
programs may be busy too); then the program waits to be killed.
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

from buurthuis_admin.app import doors
from buurthuis_admin.domain.attendance import Mark
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.places import ATTENDANCE
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from buurthuis_admin.services.administration import open_administration
from buurthuis_admin.services.attendance import AttendanceService

PEOPLE = 120


class Evening:
    """Somebody at the door with a scanner and a keyboard."""

    def __init__(self, page: AttendancePage, window: QWindow, service: AttendanceService) -> None:
        self._page, self._window = page, window
        self._kept = 0
        self._on_disk = (0.0, 0.0)
        page.desk.kept.connect(self._count)
        self._mark = service.mark
        service.mark = self._timed  # type: ignore[method-assign]

    def _timed(self, session_id: int, person_id: int, mark: Mark | None) -> None:
        """Runs in the thread that writes: when this is done, the mark is on the disk."""
        self._mark(session_id, person_id, mark)
        self._on_disk = (time.perf_counter(), time.process_time())

    def _count(self) -> None:
        self._kept += 1

    def until(self, ready: Callable[[], bool]) -> None:
        """Let the program work until something is so."""
        begun = time.monotonic()
        while not ready():
            if time.monotonic() - begun > 30:
                raise SystemExit("the program does not go on")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)

    def keys(self, text: str, *, enter: bool = True) -> tuple[float, float]:
        """Type a text; gives the moment of the last key, by the clock and of the processor."""
        for sign in text:
            QTest.keyClick(self._window, sign)  # type: ignore[call-overload]
        moment = (time.perf_counter(), time.process_time())
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
        clock, work = (
            (end - begin) * 1000 for begin, end in zip(moment, self._on_disk, strict=True)
        )
        print(f"KEPT {person_id} {clock:.2f} {work:.2f}", flush=True)
        if number % 7 == 0:  # the card is held before the scanner twice
            self.keys(ScanCode(CodeKind.PERSON, person_id).text)

    def _typed(self, name: str) -> tuple[float, float]:
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
        administration = open_administration(path, password)
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
