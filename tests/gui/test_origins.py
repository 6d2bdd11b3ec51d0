# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a person and of a meeting tell which row of which old sheet they came from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton

from buurthuis_admin.domain.provenance import KeptFile, Origin
from buurthuis_admin.gui.kept_files import save_kept_file
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.places import ACTIVITIES, HISTORY, MEMBERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.origins import origins_text
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]


def test_a_person_tells_the_row_of_the_list(shell: Shell, settle: Settle) -> None:
    page = shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    page.show_person(1)
    settle()
    texts = {label.text() for label in page.detail.findChildren(QLabel)}
    assert "leden 2025.xlsx, sheet Blad1, row 2" in texts


def test_a_meeting_tells_the_row_of_its_sheet(shell: Shell, settle: Settle) -> None:
    shell.go_to(ACTIVITIES)
    page = shell.page(ACTIVITIES)
    assert isinstance(page, ActivitiesPage)
    page.focus_first()
    settle()
    page.table.selectRow(0)
    settle()
    settle()
    assert page.detail.origins.isVisibleTo(page.detail)
    assert page.detail.origins.text().startswith("yoga 2025.xlsx, sheet januari, row ")


def test_of_many_rows_the_first_are_told_and_the_rest_counted() -> None:
    many = [Origin("a.xlsx", "Blad1", row) for row in range(1, 12)]
    lines = origins_text(many).splitlines()
    assert len(lines) == 9
    assert lines[-1] == "and 3 rows more"
    assert origins_text([]) == ""


def test_the_file_itself_is_saved_again_from_a_person_and_from_the_change(
    real: Administration, real_shell: Shell, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "leden.csv"
    path.write_text("Roepnaam;Achternaam;Straat\nAnna;Blijver;Molenweg\n", encoding="utf-8")
    real.imports.apply(real.imports.prepare([path]))
    settle()
    page = real_shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    page.show_person(1)
    settle()
    buttons = page.detail.findChildren(QPushButton)
    (save,) = [b for b in buttons if b.accessibleName() == "Save leden.csv as…"]
    asked: list[KeptFile] = []
    page.detail.file_asked.disconnect()
    page.detail.file_asked.connect(asked.append)
    save.click()
    target = tmp_path / "terug.csv"
    save_kept_file(page._workspace, page, asked[0], target)
    settle()
    assert target.read_bytes() == path.read_bytes()
    real_shell.show_change(real.history.recent(0, 1)[0].id)
    settle()
    history = real_shell.page(HISTORY)
    names = [b.accessibleName() for b in history.findChildren(QPushButton) if b.isVisible()]
    assert "Save leden.csv as…" in names


def test_a_long_name_of_a_file_never_makes_the_detail_of_a_person_wider_than_its_pane(
    real: Administration, real_shell: Shell, settle: Settle, tmp_path: Path
) -> None:
    name = "export_van_alle_leden_en_oud_leden_uit_het_oude_pakket_2023.csv"
    heads = "Roepnaam;Achternaam;E-mail\n"
    path = tmp_path / name
    path.write_text(f"{heads}Anna;Blijver;anna.blijver.van.de.molen@voorbeeld.nl\n", "utf-8")
    real.imports.apply(real.imports.prepare([path]))
    settle()
    real_shell.resize(1440, 900)
    real_shell.show()
    real_shell.go_to(MEMBERS)
    page = real_shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    page.show_person(1)
    settle()
    settle()
    detail = page.detail
    pane = detail.parentWidget()
    assert pane is not None
    assert detail.width() <= pane.width()
    assert detail.body.width() <= pane.width()
    asked = f"Save {name} as…"
    (save,) = [b for b in detail.findChildren(QPushButton) if b.accessibleName() == asked]
    assert save.heightForWidth(save.width()) == save.height()  # all of the name can be read
