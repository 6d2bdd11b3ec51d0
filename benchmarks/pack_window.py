# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the window lives while a pack is made in it, and what is left when that is cancelled."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.heartbeat import TARGET, Heart, wait
from buurthuis_admin.app import doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.report_pack import PackDialog
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.places import REPORTS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.reporting.pdf import NORMAL
from buurthuis_admin.services.administration import Administration

SOON = 0.5  # seconds in which work has stopped after a click on Cancel


class PackWindow:
    """A window that stands on the page of the reports."""

    def __init__(self, administration: Administration, folder: Path) -> None:
        preferences = Preferences(folder / "settings")
        self.window = MainWindow(doors(preferences), preferences, ErrorPresenter())
        self.window.resize(1440, 900)
        self.window.show()
        self.window.show_administration(administration)
        assert self.window.shell is not None
        self.window.shell.go_to(REPORTS)
        page = self.window.shell.page(REPORTS)
        assert isinstance(page, ReportsPage)
        self.page = page
        wait(self.idle)

    def idle(self) -> bool:
        """Whether nothing is being done in the background."""
        return not self.window.readers.busy and not self.window.writers.busy

    def make(self, dossier: int, folder: Path) -> PackDialog:
        """Begin to make a pack in a folder."""
        folder.mkdir()
        return self.page.packing.make(dossier, ("nl", NORMAL), folder)


def lives(administration: Administration, dossier: int, folder: Path) -> bool:
    """Print the longest that the window stood still, and how a pack is cancelled halfway."""
    place = PackWindow(administration, folder)
    heart = Heart()
    timer = heart.start()
    seen: list[int] = []
    with heart.during("packing"):
        dialog = place.make(dossier, folder / "whole")
        dialog.bar.valueChanged.connect(seen.append)
        wait(place.idle)
    dialog.reject()
    with heart.during("cancelling"):
        dialog = place.make(dossier, folder / "cancelled")
        wait(lambda: dialog.bar.maximum() > 0 and dialog.bar.value() * 2 >= dialog.bar.maximum())
        dialog.reject()
        begun = time.perf_counter()
        wait(place.idle)
        stopped = time.perf_counter() - begun
    timer.stop()
    place.window.close()
    for doing, gap in heart.worst.items():
        wall = heart.on_the_wall[doing] * 1000
        print(f"STALL pack {doing} {gap * 1000:.0f} ms (on the wall {wall:.0f} ms)")
    worst = max(heart.worst.values())
    print(f"RATIO pack-window {worst / TARGET:.2f} target 1 ({worst * 1000:.0f} ms of 100 ms)")
    left = sorted(path.name for path in (folder / "cancelled").iterdir())
    print(f"CANCEL pack {stopped * 1000:.0f} ms target {SOON * 1000:.0f}, files left {len(left)}")
    made = any((folder / "whole").iterdir())
    return made and len(seen) > 10 and worst <= TARGET and stopped <= SOON and not left
