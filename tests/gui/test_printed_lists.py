# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every list can be printed, with all its rows, also those that are not on the screen."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.pages.pages_dialog import PagesDialog
from buurthuis_admin.gui.places import ATTENDANCE, BACKUPS, HISTORY, MONEY, SUBSIDIES
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.unit.reporting.reading import read

Settle = Callable[[], None]
BOOKINGS = 230  # more than the screen fetches at once


@pytest.fixture
def booked(real: Administration) -> Administration:
    """Bookings, a subsidy, a backup, and changes that made them."""
    account = real.money.accounts()[0].id
    for number in range(BOOKINGS):
        real.money.save(
            Booking(
                account_id=account,
                day=datetime.date(2025, 1, 1) + datetime.timedelta(days=number),
                year=2025,
                amount=Decimal(-5),
                description=f"Boodschappen {number:03}",
            )
        )
    real.subsidies.save(Subsidy(funder="Fonds", purpose="Samen koffie"))
    return real


def printed(
    shell: Shell, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path
) -> str:
    """What stands on the paper of the list on the page that is shown."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    page = shell.page(shell.current)
    (button,) = [
        one
        for one in page.findChildren(QPushButton)
        if one.text() == "Print this list" and one.isVisible()
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    (dialog,) = page.findChildren(PagesDialog)
    dialog.pages.save.click()
    settle()
    dialog.reject()
    return read(path.read_bytes()).text()


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (MONEY, ("Boodschappen 000", f"Boodschappen {BOOKINGS - 1}", f"{BOOKINGS} rows")),
        (HISTORY, ("Boodschappen 000", f"Boodschappen {BOOKINGS - 1}")),
        (SUBSIDIES, ("Samen koffie", "1 row")),
    ],
)
def test_all_rows_are_on_paper(
    key: str,
    words: tuple[str, ...],
    booked: Administration,
    real_shell: Shell,
    settle: Settle,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    assert booked.money.years()
    real_shell.go_to(key)
    real_shell.page(key).refresh()
    settle()
    paper = printed(real_shell, settle, qtbot, monkeypatch, tmp_path / "list.pdf")
    for word in words:
        assert word in paper, word


@pytest.mark.parametrize("key", [ATTENDANCE, BACKUPS, MONEY, HISTORY, SUBSIDIES])
def test_each_list_has_the_button(key: str, real_shell: Shell, settle: Settle) -> None:
    real_shell.go_to(key)
    settle()
    found = real_shell.page(key).findChildren(QPushButton)
    assert any(one.text() == "Print this list" and one.isVisible() for one in found)
