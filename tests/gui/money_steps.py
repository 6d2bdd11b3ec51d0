# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the page of cash and bank have in common."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.gui.pages.money import MoneyPage
from buurthuis_admin.gui.places import MONEY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.unit.importing.statements.made_statements import camt, details, entry

Settle = Callable[[], None]
Form = TypeVar("Form", bound=QDialog)
MAY = datetime.date(2026, 5, 4)


def shown_page(shell: Shell, settle: Settle) -> MoneyPage:
    """The page, shown and read."""
    shell.show_place(MONEY)
    settle()
    settle()
    made = shell.page(MONEY)
    assert isinstance(made, MoneyPage)
    return made


def made_bill(administration: Administration) -> int:
    """A payment of 100 euro."""
    return administration.money.save(
        Booking(
            account_id=administration.money.accounts()[0].id,
            day=MAY,
            year=2026,
            amount=Decimal(-100),
            counterparty="Bouwmarkt De Hamer",
            description="Verf",
        )
    )


def dialog(kind: type[Form], qtbot: QtBot) -> Form:
    def visible() -> list[Form]:
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
        return [one for one in found if one.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()))
    return visible()[0]


def choose(box: QWidget, key: object) -> None:
    box.setCurrentIndex(box.findData(key))  # type: ignore[attr-defined]


def statement(folder: Path) -> Path:
    content = camt(
        entry("25.00", details("Gerda Smit", "NL32INGB0000012345", "contributie 2026")),
        entry("60.00", details("Energie", side="DBIT"), side="DBIT", reference="R2"),
        entry("9.00", details("Bank", side="DBIT"), side="DBIT", reference="R3"),
        closing="956.00",
    )
    path = folder / "afschrift.xml"
    path.write_bytes(content)
    return path
