# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long the window stands still on each page, with 20.000 people, 400 activities and 500.000
attendances: opened, scrolled, searched, a row chosen and its detail opened.

Printed beside a bare window of Qt that does nothing, in the same run. By the clock, and as work of
the thread of the window: on a computer that does other things as well only the second says
something of the program.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTableView, QWidget

from benchmarks.data import PASSWORD, administration
from benchmarks.door import ACTIVITIES, ATTENDANCES, PEOPLE, STALL_TARGET, Heart
from buurthuis_admin.app import doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.page_builders import BUILDERS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from buurthuis_admin.services.administration import open_administration

_IDLE, _QUIET, _FIRST, _LONGEST = 2.0, 0.7, 3.0, 120.0  # seconds
_TYPED = "jan"


@dataclass(frozen=True, slots=True)
class Stall:
    """The longest time between two beats in one piece of work, in milliseconds."""

    page: str
    doing: str
    work: float
    clock: float


def measure(folder: Path) -> Iterator[Stall]:
    """An idle window first, then every page."""
    path = folder / "large.buurthuis"
    administration(path, PEOPLE, ATTENDANCES, ACTIVITIES).close()
    use_language("nl")
    QApplication.instance() or QApplication(sys.argv[:1])
    heart = Heart()
    yield _idle(heart)
    preferences = Preferences(folder / "settings")
    window = MainWindow(doors(preferences), preferences, ErrorPresenter())
    window.restyle()
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.show_administration(open_administration(path, PASSWORD))
    shell = window.shell
    assert shell is not None
    _rest(window, _FIRST)
    for key in BUILDERS:
        for doing, act in _pieces(shell, key):
            heart.reset()
            act()
            _rest(window)
            yield Stall(key, doing, heart.work * 1000, heart.clock * 1000)
    window.close()


def _idle(heart: Heart) -> Stall:
    bare = QWidget()
    bare.show()
    heart.reset()
    end = time.monotonic() + _IDLE
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    bare.close()
    return Stall("nothing", "a bare window of Qt", heart.work * 1000, heart.clock * 1000)


def _rest(window: MainWindow, how_long: float = _QUIET) -> None:
    """Until nothing was under way for a while: some lists wait until somebody stops typing."""
    quiet = time.monotonic() + how_long
    late = time.monotonic() + _LONGEST
    while time.monotonic() < quiet:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if window.readers.busy or window.writers.busy:
            quiet = time.monotonic() + how_long
        if time.monotonic() > late:
            raise TimeoutError


def _pieces(shell: Shell, key: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a person does on a page, as far as it has that."""
    yield "open", lambda: shell.go_to(key)
    page = shell.page(key)
    yield "focus", page.focus_first
    found = _list_of(page)
    if found is not None:
        view = found
        yield "scroll", lambda: _scroll(view)
        yield "to the end", view.scrollToBottom
        yield "choose a row", lambda: _choose(view)
    panes = getattr(page, "panes", None)
    if panes is not None:
        yield "open the detail", panes.open_detail
    if page.focus_search():
        yield "search", _type
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            yield "clear the search", field.clear
    yield "open again", lambda: shell.go_to(key)


def _list_of(page: Page) -> QAbstractItemView | None:
    """The longest list that is shown."""
    views = [one for one in page.findChildren(QTableView) if one.isVisible()]
    filled = [one for one in views if one.model() is not None and one.model().rowCount()]
    return max(filled, key=lambda one: one.model().rowCount(), default=None)


def _scroll(view: QAbstractItemView) -> None:
    """By pages, as with the key."""
    for _step in range(20):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        QCoreApplication.processEvents()


def _choose(view: QAbstractItemView) -> None:
    index = view.model().index(min(3, view.model().rowCount() - 1), 0)
    view.scrollTo(index)
    view.setCurrentIndex(index)


def _type() -> None:
    field = QApplication.focusWidget()
    if field is not None:
        QTest.keyClicks(field, _TYPED)


def main() -> int:
    """Print the worst of each page; 1 when the window stood still for longer than it may."""
    worst: dict[str, Stall] = {}
    with tempfile.TemporaryDirectory() as folder:
        for stall in measure(Path(folder)):
            if stall.page not in worst or stall.work > worst[stall.page].work:
                worst[stall.page] = stall
    for page, one in worst.items():
        print(f"STALL {page} {one.work:.0f} ms ({one.doing}; on the clock {one.clock:.0f} ms)")
    most = max(worst.values(), key=lambda one: one.work)
    target = f"target 1 ({most.page}, {most.work:.0f} ms of {STALL_TARGET} ms)"
    print(f"RATIO pages {most.work / STALL_TARGET:.2f} {target}")
    return 0 if most.work <= STALL_TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
