# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of reading a box, and of the report."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.paths import example_folder
from tools.tours.moving import Shown, go, settle


def importing(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """A box from choosing the folder to the report."""
    yield from _import(shell, window)
    yield from _report(shell, window)


def _import(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    shell.take_files([str(example_folder())])
    yield "import-plan", window
    page = shell.page(places.IMPORT)
    assert isinstance(page, ImportPage)
    model = page.plan.model
    lists = [row for row, entry in enumerate(model.rows) if len(entry.rows) > 1]
    page.plan.table.selectRow(lists[0])
    page.plan.panes.open_detail()
    yield "import-sheet", window
    kinds = {entry.sheet.kind: row for row, entry in enumerate(model.rows) if entry.sheet}
    page.plan.table.selectRow(kinds[SheetKind.ATTENDANCE])
    correct = page.plan.detail.correct
    assert correct is not None
    correct.click()
    yield "import-understood", window
    page.sheet.back.click()


def _report(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    go(shell, places.REPORTS)
    page = shell.page(places.REPORTS)
    assert isinstance(page, ReportsPage)
    settle(window)
    page.preview.pdf.go_to(1)
    yield "report", window
