# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of reading a box, and of the report."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.importing.corrections import ProblemKind
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.paths import example_folder
from tools.messy_list import write_messy_list
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
    yield from _problems(shell, window, page)


def _problems(shell: Shell, window: MainWindow, page: ImportPage) -> Iterator[Shown]:
    """A list with everything wrong, its sheet and what can be mended in it."""
    page.plan.back.click()
    with tempfile.TemporaryDirectory() as folder:
        shell.take_files([str(write_messy_list(Path(folder) / "Ledenlijst 2019.xlsx"))])
        settle(window)
    yield "import-messy", window
    page.plan.problems.click()
    yield "import-problems", window
    keys = [group.key.kind for group in page.problems.model.rows]
    page.problems.table.selectRow(keys.index(ProblemKind.SPELLING))
    page.problems.panes.open_detail()
    yield "import-spelling", window
    page.problems.table.selectRow(0)
    page.problems.panes.open_detail()
    row_by_row = page.problems.detail.per_row
    assert row_by_row is not None
    row_by_row.click()
    yield "import-row-by-row", window
    look = page.problems.detail.look
    assert look is not None
    look.click()
    yield "import-colours", window
    bar = page.sheet.choices.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    yield "import-columns", window
    page.sheet.back.click()
    page.problems.back.click()


def _report(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    go(shell, places.REPORTS)
    page = shell.page(places.REPORTS)
    assert isinstance(page, ReportsPage)
    settle(window)
    page.preview.pdf.go_to(1)
    yield "report", window
