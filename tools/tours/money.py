# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of cash and bank: a statement that is read, the book, and the year."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from buurthuis_admin.domain.bookkeeping import Reserve
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.money import MoneyPage, Part
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tools.tours.moving import Shown, go, opened, settle

_LINES = (
    ("260105", "C1250,00", "NL32INGB0000012345", "GEMEENTE WATERDAM", "Voorschot 1e kwartaal"),
    ("260112", "D187,40", "NL52RABO0125886921", "ENERGIE VOOR ALLEN", "Termijn januari"),
    ("260203", "C25,00", "NL91ABNA0417164300", "{member}", "Contributie 2026"),
    ("260210", "D64,35", "NL20INGB0001234567", "BOUWMARKT DE HAMER", "Verf en kwasten grote zaal"),
    ("260302", "D12,50", "", "", "Bankkosten eerste kwartaal"),
    ("260309", "C75,00", "NL88TRIO0298765432", "KOOR DE LEEUWERIK", "Huur zaal maart"),
    ("260316", "D240,00", "NL71ASNB0123456789", "DOCENT NEDERLANDSE TAAL", "Taalcafe februari"),
)


def money(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The page without anything, a statement, the book with a shared payment, and the year."""
    administration = shell.workspace.administration
    go(shell, places.MONEY)
    page = shell.page(places.MONEY)
    assert isinstance(page, MoneyPage)
    yield "money-empty", window
    page.take_files([str(_statement(administration))])
    settle(window)
    page.statement.table.selectRow(2)
    yield "money-statement", window
    page.statement.write.click()
    settle(window)
    _share_out(administration)
    settle(window)
    page.book.table.selectRow(3)
    settle(window)
    yield "money", window
    yield from _forms(page, window)
    page.show_part(Part.YEAR)
    yield "money-year", window
    yield from opened("money-reserves", window, page.year.reserves)
    page.show_part(Part.BOOK)


def _forms(page: MoneyPage, window: MainWindow) -> Iterator[Shown]:
    for name, push in (
        ("money-booking", page.book.detail.change),
        ("money-shares", page.book.detail.parts),
        ("money-lists", page.buttons[Part.BOOK]["lists"]),
    ):
        yield from opened(name, window, push)
    yield from opened("money-contribution", window, page.book._contribution)


def _statement(administration: Administration) -> Path:
    """A statement of a bank, with the name of a member of the example in it."""
    detail = next(one for one in administration.members.all_people() if one.memberships)
    text = [":20:940A", ":25:NL44ABNA0123456789", ":28:1/1", ":60F:C260101EUR3400,00"]
    balance = Decimal("3400.00")
    for day, amount, iban, name, told in _LINES:
        sign = 1 if amount[0] == "C" else -1
        balance += sign * Decimal(amount[1:].replace(",", "."))
        named = name.format(member=detail.person.name.full.upper())
        text.append(f":61:{day}{day[2:]}{amount}N654NONREF")
        text.append(f":86:/IBAN/{iban}/NAME/{named}/REMI/{told}")
    text.append(f":62F:C260331EUR{balance:.2f}".replace(".", ","))
    path = Path(tempfile.mkdtemp()) / "afschrift-2026-1.sta"
    path.write_text("\n".join([*text, ""]))
    return path


def _share_out(administration: Administration) -> None:
    """Two dossiers that pay a part of the paint, a category for some, and a reserve."""
    money = administration.money
    ids = [
        administration.subsidies.save(
            Subsidy(funder=funder, purpose="Opknappen grote zaal", state=SubsidyState.AWARDED)
        )
        for funder in ("Gemeente Waterdam", "Oranje Fonds")
    ]
    names = {one.name: one.id for one in money.categories()}
    places_of = {
        "energie": "Huur en energie",
        "koor": "Verhuur van ruimten",
        "docent": "Activiteiten",
    }
    for booking in money.bookings():
        for begins, category in places_of.items():
            if booking.counterparty.casefold().startswith(begins):
                money.save(replace(booking, category_id=names[category]))
        if booking.counterparty.startswith("BOUWMARKT"):
            halves = [Share(subsidy_id=ids[0], percentage=Decimal(50))]
            money.split(booking.id or 0, [*halves, Share(subsidy_id=ids[1], amount=Decimal(20))])
    money.save_reserves(2026, [Reserve(name="Nieuwe keuken", year=2026, amount=Decimal(1500))])
