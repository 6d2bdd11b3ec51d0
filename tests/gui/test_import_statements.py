# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bank statements that lie between the lists are kept for their own place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.places import IMPORT
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tests.unit.importing.statements.made_statements import ABN
from tools.messy_list import write_messy_list

Settle = Callable[[], None]


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    return write_messy_list(tmp_path / "Ledenlijst 2019.xlsx")


@pytest.fixture
def page(window: MainWindow, real: Administration, settle: Settle) -> Iterator[ImportPage]:
    window.show_administration(real, IMPORT)
    settle()
    assert window.shell is not None
    found = window.shell.page(IMPORT)
    assert isinstance(found, ImportPage)
    yield found
    settle()


def test_a_bank_statement_between_the_lists_goes_to_its_own_place(
    page: ImportPage, settle: Settle, messy: Path, tmp_path: Path
) -> None:
    statement = tmp_path / "afschrift.940"
    statement.write_text(ABN, "ascii")
    sent: list[list[str]] = []
    page.statement_found.connect(sent.append)
    page.take_files([str(messy), str(statement)])
    settle()
    assert [file.file for file in page._prepared.outcome.files] == [messy.name]  # type: ignore[union-attr]
    assert page.plan.statements.isVisible()
    assert "1 bank statement" in page.plan.statements.text()
    page.plan.statements.click()
    assert sent == [[str(statement)]]
    page.plan.back.click()
    page.take_files([str(messy)])
    settle()
    assert not page.plan.statements.isVisible()


def test_a_bank_statement_in_a_folder_is_noticed_too(
    page: ImportPage, settle: Settle, messy: Path, tmp_path: Path
) -> None:
    box = tmp_path / "doos"
    (box / "bank").mkdir(parents=True)
    messy.rename(box / messy.name)
    statement = box / "bank" / "maart"
    statement.write_text(ABN, "ascii")
    (box / "bank" / ".verborgen").write_text(ABN, "ascii")
    sent: list[list[str]] = []
    page.statement_found.connect(sent.append)
    page.take_files([str(box)])
    settle()
    assert "1 bank statement" in page.plan.statements.text()
    page.plan.statements.click()
    assert sent == [[str(statement)]]
