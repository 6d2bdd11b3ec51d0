# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A box from choosing the folder to the closing account, by the screen and untouched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.places import IMPORT
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.import_known import load_known
from buurthuis_admin.storage.file import AdministrationFile
from tests.boxes.compare import ALWAYS, ReadBox, accounts_missing, different_figures

READ_WITHIN = 30_000  # milliseconds; a busy computer takes a while


@pytest.mark.parametrize("box", ["box-1", "box-2", "box-3", "box-4"])
def test_a_box_gives_its_true_figures_without_a_touch(
    qtbot: QtBot, window: MainWindow, real: Administration, shared_samples: Path, box: str
) -> None:
    folder = shared_samples / box
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    window.show_administration(real, IMPORT)
    assert window.shell is not None
    page = window.shell.page(IMPORT)
    assert isinstance(page, ImportPage)
    page.take_files([str(folder)])
    qtbot.waitUntil(lambda: page.views.currentWidget() is page.plan, timeout=READ_WITHIN)
    qtbot.mouseClick(page.plan.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.plan.to_report.isVisible, timeout=READ_WITHIN)
    outcome = page.plan.model.rows[0].box
    assert outcome.written
    assert accounts_missing(outcome) == []
    assert different_figures(_figures(real, truth["year"]), truth) == []


def _figures(real: Administration, year: int) -> dict[str, object]:
    assert isinstance(ALWAYS, Period)
    file = real.imports._file
    assert isinstance(file, AdministrationFile)
    with file.reading() as connection:
        known = load_known(connection, ALWAYS)
    nothing = real.imports.prepare([]).outcome
    return ReadBox(nothing, nothing, known).figures(year)
