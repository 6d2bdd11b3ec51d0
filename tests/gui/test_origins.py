# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a person and of a meeting tell which row of which old sheet they came from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from buurthuis_admin.domain.provenance import Origin
from buurthuis_admin.gui.pages.activities import ActivitiesPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.places import ACTIVITIES, MEMBERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.origins import origins_text

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
