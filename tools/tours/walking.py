# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one walk past every page and every dialog of the real program.

``tools/screens.py`` takes its pictures along it, ``tests/accessibility`` looks at each place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.window import MainWindow
from tools.tours import TOURS
from tools.tours.moving import Shown, settle
from tools.tours.start import damaged, empty, start


def walk_example(window: MainWindow, doors: Doors, only: Sequence[str] = ()) -> Iterator[Shown]:
    """Before an administration is open, the example from page to page, and the lock.

    ``only`` names the tours that are made; without, all of them.
    """
    yield from _settled(window, start(window))
    window.show_administration(doors.example())
    shell = window.shell
    assert shell is not None
    for tour in [one for one in TOURS if not only or one.__name__ in only]:
        yield from _settled(window, tour(shell, window))
    window.lock()
    yield from _settled(window, iter([("lock", window)]))
    yield from _settled(window, damaged(window))


def walk_empty(window: MainWindow, doors: Doors, folder: Path) -> Iterator[Shown]:
    """Every page of an administration with nothing in it yet."""
    made = doors.create(folder / "Leeg.buurthuis", "vier woorden zijn genoeg", "De Linde", "")
    window.show_administration(made)
    shell = window.shell
    assert shell is not None
    yield from _settled(window, empty(shell, window))


def _settled(window: MainWindow, shown: Iterator[Shown]) -> Iterator[Shown]:
    for name, widget in shown:
        settle(window)
        yield name, widget
