# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A window on 100.000 people beside the start of an empty PySide6 window, and a keystroke in it.

Both windows are started as programs of their own, in turn. The empty one is done when it is on
the screen; ours when the administration is open, the list is painted with its rows and the search
field has the focus. A keystroke is the processor time of the window's thread from the key to the
new list.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.data import PASSWORD, administration

WINDOW_TARGET = 4
KEY_TARGET = 16  # milliseconds: a frame
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 7
TYPED = "jan van den ber"

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
print("READY", flush=True)
"""


def start_time(command: list[str]) -> float:
    """Seconds from the start of a program until it says READY."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=_environment()
    ) as program:
        assert program.stdout is not None
        while (line := program.stdout.readline()) and line.strip() != "READY":
            pass
        taken = time.perf_counter() - begun
        program.communicate(timeout=60)
    if line.strip() != "READY" or program.returncode:
        raise SystemExit(f"the program did not get ready: {command}")
    return taken


def _environment() -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}


def side_by_side(path: Path, rounds: int) -> tuple[float, float]:
    """Medians of our window and of an empty one, taken in turn."""
    ours, empty = [], []
    for _round in range(rounds):
        empty.append(start_time([sys.executable, "-c", EMPTY]))
        ours.append(start_time([sys.executable, "-m", "benchmarks.window", "open", str(path)]))
    return statistics.median(ours), statistics.median(empty)


# What runs in the programs of their own.


def open_window(
    path: Path, settings: Path, then: Callable[[object], None], *, patient: bool = False
) -> None:
    """Our program with an administration, until the list can be used; then ``then(window)``.

    A ``patient`` one waits for the detail beside the list too.
    """
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    from buurthuis_admin.app import doors
    from buurthuis_admin.gui.errors import ErrorPresenter
    from buurthuis_admin.gui.pages.members import MembersPage
    from buurthuis_admin.gui.preferences import Preferences
    from buurthuis_admin.gui.window import MainWindow

    preferences = Preferences(settings)
    window = MainWindow(doors(preferences), preferences, ErrorPresenter())
    window.restyle()
    window.show_start(path, PASSWORD)
    window.show()

    def look() -> None:
        page = window.shell.page("members") if window.shell else None
        if isinstance(page, MembersPage) and page.table.isVisible() and page.search.hasFocus():
            if page.model.row(0) is None or (patient and page.detail.story is None):
                return
            timer.stop()
            page.table.repaint()
            then(window)
            window.close()
            application.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1)
    application.exec()


def keystrokes(window: object) -> None:
    """Type a name key by key; print the work of the window's thread for each, in milliseconds."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
    from PySide6.QtTest import QTest

    from buurthuis_admin.gui.pages.members import MembersPage
    from buurthuis_admin.gui.window import MainWindow

    assert isinstance(window, MainWindow)
    assert window.shell is not None
    page = window.shell.page("members")
    assert isinstance(page, MembersPage)
    for sign in TYPED:
        begun = time.thread_time()
        QTest.keyClicks(page.search, sign)
        QTest.keyClick(page.search, Qt.Key.Key_Return)  # the rest before a search is no work
        while window.readers.busy:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        print(f"KEY {(time.thread_time() - begun) * 1000:.2f}")


def main() -> int:
    """Print the ratio, how it grows, and the keystroke; 1 when a target is missed."""
    if sys.argv[1:2] in (["open"], ["type"]):
        return _as_program(sys.argv[1], Path(sys.argv[2]))
    ours, empty, ratio, longest = 0.0, 0.0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for people in SIZES:
            path = Path(folder) / f"{people}.buurthuis"
            administration(path, people).close()
            ours, empty = side_by_side(path, ROUNDS if people == SIZES[-1] else 1)
            ratio = ours / empty
            print(f"GROWTH window {people} people: {ours:.3f} s, empty window {empty:.3f} s")
            longest = max(_typed(path))
            print(f"GROWTH keystroke {people} people: {longest:.1f} ms of the window's thread")
        print(
            f"RATIO window {ratio:.2f} target {WINDOW_TARGET} "
            f"(ours {ours:.3f} s, empty window {empty:.3f} s)"
        )
    print(
        f"RATIO keystroke {longest / KEY_TARGET:.2f} target 1 "
        f"(longest {longest:.1f} ms of the window's thread, a frame is {KEY_TARGET} ms)"
    )
    return 0 if ratio <= WINDOW_TARGET and longest <= KEY_TARGET else 1


def _typed(path: Path) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.window", "type", str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env=_environment(),
    )
    return [float(line[4:]) for line in done.stdout.splitlines() if line.startswith("KEY ")]


def _as_program(what: str, path: Path) -> int:
    with tempfile.TemporaryDirectory() as settings:
        if what == "type":
            open_window(path, Path(settings), keystrokes, patient=True)
        else:
            open_window(path, Path(settings), lambda _window: print("READY", flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
