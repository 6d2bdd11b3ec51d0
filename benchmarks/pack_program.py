# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""300 receipts made into a pack through the real window, in a process whose memory is read."""

from __future__ import annotations

import datetime
import os
import resource
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.data import PASSWORD
from benchmarks.heartbeat import TARGET, Heart, wait
from benchmarks.receipts import invoice, photo
from buurthuis_admin.app import doors
from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import BudgetLine, Subsidy, SubsidyState
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.places import REPORTS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.reporting.pdf import NORMAL
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)

RECEIPTS = 300
PHOTOS = 100
LARGEST = 500  # MB of memory
_FILE = "a.buurthuis"
_LOOK = ("nl", NORMAL)
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes in what the system calls one


def dossier(administration: Administration, folder: Path) -> int:
    """A subsidy with so many payments, each with its receipt: first the photos, then the PDFs."""
    made = administration.subsidies.save(
        Subsidy(
            funder="Gemeente",
            purpose="Samen koffie",
            state=SubsidyState.AWARDED,
            awarded=Decimal(9000),
            period=Period.year(2025),
            budget_lines=(BudgetLine(position=0, name="Koffie", planned=Decimal(9000)),),
        )
    )
    line = administration.subsidies.get(made).budget_lines[0].id
    account = administration.money.accounts()[0].id
    for number in range(RECEIPTS):
        day = datetime.date(2025, 1, 1) + datetime.timedelta(days=number)
        booking = administration.money.save(
            Booking(
                account_id=account, day=day, year=2025, amount=Decimal(-25),
                description=f"Boodschappen {number}",
            )
        )  # fmt: skip
        share = Share(subsidy_id=made, budget_line_id=line, amount=Decimal(25))
        administration.money.split(booking, [share])
        is_photo = number < PHOTOS
        path = folder / f"bon {number}{'.jpg' if is_photo else '.pdf'}"
        path.write_bytes(photo(number) if is_photo else invoice(number))
        administration.papers.attach(path, booking_id=booking, kind=PaperKind.RECEIPT)
    return made


def prepare(folder: Path) -> None:
    """Make the administration; in a process of its own, whose memory does not count."""
    administration = create_administration(folder / _FILE, PASSWORD)
    dossier(administration, folder)
    administration.close()


def measure(folder: Path) -> tuple[Heart, bool]:
    """Make the pack whole, then once more and stop it; whether stopping left nothing behind."""
    administration = open_administration(folder / _FILE, PASSWORD)
    (made,) = [one.id or 0 for one in administration.subsidies.dossiers()]
    preferences = Preferences(folder / "settings")
    window = MainWindow(doors(preferences), preferences, ErrorPresenter())
    window.resize(1440, 900)
    window.show()
    window.show_administration(administration)
    assert window.shell is not None
    window.shell.go_to(REPORTS)
    page = window.shell.page(REPORTS)
    assert isinstance(page, ReportsPage)

    def idle() -> bool:
        return not window.readers.busy and not window.writers.busy

    wait(idle)
    heart = Heart()
    timer = heart.start()
    whole, stopped = folder / "whole", folder / "stopped"
    with heart.during("a pack is made"):
        dialog = page.packing.make(made, _LOOK, whole)
        wait(lambda: dialog.bar.value() > 0)
        wait(idle)
        dialog.accept()
    with heart.during("a pack is stopped"):
        dialog = page.packing.make(made, _LOOK, stopped)
        wait(lambda: dialog.bar.value() > 0)
        dialog.reject()
        wait(idle)
    timer.stop()
    window.close()
    print(
        f"pack: {', '.join(f'{one.name} {one.stat().st_size / 1e6:.1f} MB' for one in whole.iterdir())}"
    )
    return heart, not stopped.exists()


def most_memory() -> float:
    """The most megabytes that this process held at once.

    Linux keeps the highest mark of the process that started this one in what ``getrusage`` tells
    (it goes along through ``exec``), so there the process's own mark is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (one for one in status.read_text().splitlines() if one.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT / 1e6


def main() -> int:
    """Print stalls and memory; 1 when one is more than it may be, or stopping leaves a file."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if len(sys.argv) > 1:
        prepare(Path(sys.argv[1]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "benchmarks.pack_program", folder], check=True)
        heart, clean = measure(Path(folder))
    assert application is not None
    for doing, gap in heart.worst.items():
        wall = heart.on_the_wall[doing] * 1000
        print(f"STALL {doing} {gap * 1000:.0f} ms (on the wall {wall:.0f} ms)")
    memory = most_memory()
    print(
        f"MEMORY pack {memory:.0f} MB of {LARGEST}; stopped halfway it leaves "
        f"{'nothing' if clean else 'FILES'}"
    )
    return 0 if max(heart.worst.values()) <= TARGET and memory <= LARGEST and clean else 1


if __name__ == "__main__":
    sys.exit(main())
