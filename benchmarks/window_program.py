# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programs that the benchmark of the window starts: our window, opened or typed in."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurthuis_admin.gui.window import MainWindow

    Wait = Callable[[MainWindow], bool]

PASSWORD = "a bench mark"  # that of benchmarks.data, which would load half of the program
TYPED = "jan van den ber"


def run(
    path: Path,
    settings: Path,
    then: Callable[[MainWindow], None],
    wait: Wait,
    page: str = "members",
) -> int:
    """The program as the command starts it, on a page; ``then`` when the list can be used.

    That is: the rows stand on the screen and the search field has the focus.
    """
    from buurthuis_admin.cli.window import open_window

    def watch(window: MainWindow) -> None:
        from PySide6.QtCore import QTimer

        def look() -> None:
            if wait(window):
                timer.stop()
                then(window)
                window.close()

        timer = QTimer(window)
        timer.timeout.connect(look)
        timer.start(1)

    return open_window(path, PASSWORD, page=page, settings_folder=settings, started=watch)


def usable(window: MainWindow) -> bool:
    """Whether the rows are painted and a key goes to the search."""
    from buurthuis_admin.gui.pages.members import MembersPage

    if window.shell is None or window.shell.current != "members":
        return False
    page = window.shell.page("members")
    if not isinstance(page, MembersPage) or page.model.row(0) is None:
        return False
    if not page.search.hasFocus():
        page.focus_first()
        return False
    page.table.repaint()
    return page.table.isVisible()


def by_way_of_today(window: MainWindow) -> bool:
    """As ``usable``, of somebody who lands on the first page and goes to the list from there."""
    if window.shell is not None and window.shell.current != "members":
        window.shell.go_to("members")
    return usable(window)


def at_rest(window: MainWindow) -> bool:
    """Whether everything that follows the first rows is there too."""
    from buurthuis_admin.gui.pages.members import MembersPage

    page = window.shell.page("members") if window.shell is not None else None
    told = isinstance(page, MembersPage) and page.detail.story is not None
    return usable(window) and told and not window.readers.busy


def keystrokes(window: MainWindow) -> None:
    """Type a name key by key; print the work of the window's thread for each, in milliseconds."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
    from PySide6.QtTest import QTest

    from buurthuis_admin.gui.pages.members import MembersPage

    assert window.shell is not None
    page = window.shell.page("members")
    assert isinstance(page, MembersPage)
    QCoreApplication.processEvents()
    for sign in TYPED:
        begun = time.thread_time()
        QTest.keyClicks(page.search, sign)
        QTest.keyClick(page.search, Qt.Key.Key_Return)  # the rest before a search is no work
        while window.readers.busy:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.processEvents()  # draws the new list, or the next key would pay for it
        print(f"KEY {(time.thread_time() - begun) * 1000:.2f}")


def say_ready(_window: MainWindow) -> None:
    """For whoever looks at the clock."""
    print("READY", flush=True)


def main(what: str, path: Path) -> int:
    """Do what is asked and say when it is done."""
    with tempfile.TemporaryDirectory() as settings:
        if what == "type":
            return run(path, Path(settings), keystrokes, at_rest)
        if what == "today":
            return run(path, Path(settings), say_ready, by_way_of_today, "today")
        return run(path, Path(settings), say_ready, usable)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
