# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks of the page Members, by keyboard and by mouse."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from buurthuis_admin.domain.people import MemberFilter, PersonDetail
from buurthuis_admin.services.administration import Administration
from tests.gui.tasks.conftest import today
from tests.gui.tasks.hands import Hands

PEOPLE, TOGETHER = "List of people", "With these people…"


def of(real: Administration, name: str) -> PersonDetail:
    """Everything that is kept of the only person who is called this."""
    (found,) = real.members.page(name, MemberFilter.ALL, 0, 5)
    return real.members.detail(found.id)


def test_new_person(hands: Hands, real: Administration) -> None:
    hands.press("New person")
    hands.write("First name", "Ayşe")
    hands.write("Surname", "Öztürk")
    hands.write("Date of birth", "3 april 1951")
    hands.press("Save")
    assert str(of(real, "Ayşe Öztürk").person.born) == "1951-04-03"


def test_change(hands: Hands, real: Administration) -> None:
    hands.row(PEOPLE, "Dam, Cor")
    hands.press("Change details")
    hands.write("Town", "Zeist")
    hands.press("Save")
    assert of(real, "Cor Dam").person.address.town == "Zeist"


def test_end_of_membership(hands: Hands, real: Administration) -> None:
    hands.row(PEOPLE, "Dam, Cor")
    hands.press("Change details")
    hands.write("Last day of membership", "1-3-2024")
    hands.press("Save")
    (membership,) = of(real, "Cor Dam").memberships
    assert str(membership.end) == "2024-03-01"


def test_merge(hands: Hands, real: Administration) -> None:
    hands.row(PEOPLE, "Bos, Anna")
    hands.press("Make one with…")
    hands.row(PEOPLE, "Evers, Dora")
    hands.press("Compare")
    hands.press("This is one person")
    assert real.members.everyone() == 3
    assert of(real, "Anna Bos").volunteer is not None


def test_household(hands: Hands, real: Administration) -> None:
    hands.menu(TOGETHER, "Households by address…")
    hands.write("Name of the household", "Bos aan de Linde")
    hands.press("Make one household")
    for name in ("Anna Bos", "Bert Bos"):
        household = of(real, name).household
        assert household is not None
        assert household.name == "Bos aan de Linde"


def test_contribution_paid(hands: Hands, real: Administration) -> None:
    hands.menu(TOGETHER, "Contribution not paid…")
    hands.row("Who has not paid", "Bert Bos")
    hands.press("Write down as paid")
    (paid,) = of(real, "Bert Bos").contributions
    assert (paid.year, paid.paid, paid.amount) == (today().year, True, Decimal(12))


def test_reminders(hands: Hands, saved: Path) -> None:
    hands.menu(TOGETHER, "Contribution not paid…")
    hands.press("Reminder letters…")
    hands.press("Save as PDF")
    assert len(PdfReader(saved).pages) == 3


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Address labels…", "Lindelaan 3"),
        ("Letters…", "Dear Cor,"),
        ("Envelopes…", "Lindelaan 3"),
        ("Member cards…", "Cor Dam"),
        ("Birthdays…", "Cor Dam"),
    ],
)
def test_paper(hands: Hands, saved: Path, word: str, expected: str) -> None:
    hands.menu(TOGETHER, word)
    hands.press("Save as PDF")
    assert expected in "\n".join(page.extract_text() for page in PdfReader(saved).pages)


def test_addresses(hands: Hands) -> None:
    hands.menu(TOGETHER, "E-mail addresses…")
    hands.press("Copy the addresses")
    assert "cor@example.nl" in QApplication.clipboard().text()


def test_list_as_excel(hands: Hands, saved: Path) -> None:
    hands.write("Search by name, number or postcode", "bos")
    hands.menu(TOGETHER, "This list as Excel…")
    with saved.open("rb") as file:  # openpyxl wants a name that ends in xlsx
        rows = list(load_workbook(file).active.values)  # type: ignore[union-attr]
    assert [row[0] for row in rows[1:]] == ["Bos, Anna", "Bos, Bert"]
