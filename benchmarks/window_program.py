# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programs that the benchmark of the window starts: our window, opened or typed in."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PASSWORD = "a bench mark"  # that of benchmarks.data, which would load half of the program
TYPED = "jan van den ber"


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
        shell = window.shell
        if shell is not None and shell.current != "members":
            shell.go_to("members")
            shell.page("members").focus_first()
        page = shell.page("members") if shell is not None else None
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


def main(what: str, path: Path) -> int:
    """Do what is asked and say when it is done."""
    with tempfile.TemporaryDirectory() as settings:
        if what == "type":
            open_window(path, Path(settings), keystrokes, patient=True)
        else:
            open_window(path, Path(settings), lambda _window: print("READY", flush=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
