# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The problems of an import, and the sheet with all its choices, keep the bar of UI.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.places import IMPORT
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import _, use_language
from buurthuis_admin.services.administration import Administration
from tests.accessibility import cut_off, names, sizes
from tools.messy_list import write_messy_list

Settle = Callable[[], None]


# Every size in both languages: make accessibility.
@pytest.mark.parametrize(("language", "size"), [("nl", 200)])
def test_nothing_is_cut_off_and_everything_has_a_name(
    language: str,
    size: int,
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    settle: Settle,
    tmp_path: Path,
) -> None:
    use_language(language)
    preferences.language, preferences.text_size = language, size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(real, IMPORT)
    settle()
    assert window.shell is not None
    page = window.shell.page(IMPORT)
    assert isinstance(page, ImportPage)
    page.take_files([str(write_messy_list(tmp_path / "Ledenlijst 2019.xlsx"))])
    settle()
    for place in walk(page):
        QApplication.processEvents()
        QApplication.processEvents()
        for look in (names.look, sizes.look, cut_off.look):
            assert [words for words, right in look(window, place) if not right] == [], place
        assert window.size().toTuple() == (1280, 720), place


def walk(page: ImportPage) -> Iterator[str]:
    """Every kind of problem, row by row too, and the choices of the sheet unfolded."""
    page.plan.problems.click()
    yield "the list of problems"
    view = page.problems
    for row, group in enumerate(view.model.rows):
        view.table.selectRow(row)
        view.panes.open_detail()
        yield f"{group.key}"
        if view.detail.per_row is not None:
            view.detail.per_row.click()
            yield f"{group.key}, row by row"
    assert view.detail.look is not None
    view.detail.look.click()
    yield "the sheet"
    page.sheet.panes.open_detail()
    split = page.sheet.choices.control(_("Split or join {heading}").format(heading="Naam"))
    assert isinstance(split, QPushButton)
    split.click()
    yield "the choices of the sheet"
