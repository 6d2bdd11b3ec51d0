# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the window goes on living while 50.000 rows are read, understood, planned and written.

A timer of the window beats every ten milliseconds; the longest time between two beats is how long
it stood still. The work is done in threads of Python, so whatever holds the interpreter for long
is seen here. Time in which the computer did something else than this program is told apart, so
that a busy machine gives the same answer as a quiet one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.data import PASSWORD
from benchmarks.importing import write_list
from buurthuis_admin.app import doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.page_builders import everything_is_loaded
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.places import IMPORT
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration, create_administration

ROWS = 50_000
TARGET = 0.1  # seconds
_BEAT = 10  # milliseconds
_LONGEST = 300.0  # seconds that a step may take


@dataclass
class Heart:
    """The longest time between two beats of the window, by what was going on."""

    worst: dict[str, float] = field(default_factory=dict)
    on_the_wall: dict[str, float] = field(default_factory=dict)
    _doing: str = ""
    _last: float = 0.0
    _used: float = 0.0

    def start(self) -> QTimer:
        """Begin to beat; the timer is the caller's to keep."""
        timer = QTimer()
        timer.setInterval(_BEAT)
        timer.timeout.connect(self._beat)
        timer.start()
        self._rest()
        return timer

    @contextmanager
    def during(self, doing: str) -> Iterator[None]:
        """Note what is going on."""
        self._doing = doing
        self._rest()
        yield
        QApplication.processEvents()
        self._beat()

    def report(self) -> float:
        """Print the worst of each thing that went on; gives the worst of all, in seconds."""
        for doing, gap in self.worst.items():
            wall = self.on_the_wall[doing] * 1000
            print(f"STALL {doing} {gap * 1000:.0f} ms (on the wall {wall:.0f} ms)")
        return max(self.worst.values())

    def _rest(self) -> None:
        self._last, self._used = time.perf_counter(), time.process_time()

    def _beat(self) -> None:
        gap = time.perf_counter() - self._last
        ours = min(gap, time.process_time() - self._used)
        self.worst[self._doing] = max(ours, self.worst.get(self._doing, 0.0))
        self.on_the_wall[self._doing] = max(gap, self.on_the_wall.get(self._doing, 0.0))
        self._rest()


def wait(until: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    begun = time.perf_counter()
    while not until():
        QApplication.processEvents()
        time.sleep(0.001)  # as the loop of Qt does, it waits for the next event
        if time.perf_counter() - begun > _LONGEST:
            raise TimeoutError


def open_page(folder: Path, administration: Administration, key: str) -> tuple[MainWindow, Page]:
    """A window on a page of an administration, with nothing under way.

    Everything is loaded by then, as it is for whoever looked at the page before doing something.
    """
    preferences = Preferences(folder / "settings")
    window = MainWindow(doors(preferences), preferences, ErrorPresenter())
    window.resize(1440, 900)
    window.show()
    window.show_administration(administration)
    assert window.shell is not None
    window.shell.go_to(key)
    page = window.shell.page(key)
    wait(lambda: is_idle(window) and everything_is_loaded())
    return window, page


def is_idle(window: MainWindow) -> bool:
    """Whether nothing is under way."""
    return not window.readers.busy and not window.writers.busy


def measure(folder: Path, rows: int) -> Heart:
    """Read a list of so many people through the window."""
    sheet = folder / "leden.xlsx"
    write_list(sheet, rows)
    made = create_administration(folder / "a.buurthuis", PASSWORD)
    window, page = open_page(folder, made, IMPORT)
    assert isinstance(page, ImportPage)

    def idle() -> bool:
        return is_idle(window)

    heart = Heart()
    timer = heart.start()
    with heart.during("nothing"):
        begun = time.perf_counter()
        wait(lambda: time.perf_counter() - begun > 2)
    with heart.during("reading"):
        page.take_files([str(sheet)])
        wait(idle)
    with heart.during("looking"):
        page.plan.table.selectRow(1)
        wait(idle)
    with heart.during("writing"):
        page.plan.write.click()
        wait(idle)
    assert page.plan.model.rows[0].box.written
    with heart.during("another box"):
        page.plan.back.click()
        wait(idle)
    timer.stop()
    window.close()
    return heart


def main() -> int:
    """Print the worst; 1 when the window stood still for longer than it may."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        heart = measure(Path(folder), ROWS)
    assert application is not None
    worst = heart.report()
    print(f"RATIO heartbeat {worst / TARGET:.2f} target 1 ({worst * 1000:.0f} ms of 100 ms)")
    return 0 if worst <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
