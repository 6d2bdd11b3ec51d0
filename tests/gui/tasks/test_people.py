# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks of the page Members, by keyboard and by mouse."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from buurthuis_admin.domain.contributions import ContributionType
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


def listed(real: Administration, chip: MemberFilter) -> list[str]:
    return [row.name for row in real.members.page("", chip, 0, 9)]


def test_archive_and_out_of_it(hands: Hands, real: Administration) -> None:
    hands.row(PEOPLE, "Dam, Cor")
    hands.press("Put in the archive")
    assert listed(real, MemberFilter.ARCHIVED) == ["Dam, Cor"]
    hands.rows(PEOPLE, "Bos, Anna", "Bos, Bert")
    hands.menu(TOGETHER, "Put in the archive")
    assert listed(real, MemberFilter.ALL) == ["Evers, Dora"]
    hands.chip("Archive")
    hands.row(PEOPLE, "Bos, Bert")
    hands.press("Take out of the archive")
    assert listed(real, MemberFilter.ALL) == ["Bos, Bert", "Evers, Dora"]


def test_consent(hands: Hands, real: Administration) -> None:
    hands.row(PEOPLE, "Dam, Cor")
    hands.press("Add consent")
    hands.write("What for", "Nieuwsbrief op papier")
    hands.write("Given on", "1-4-2026")
    hands.press("Save")
    hands.press("Nieuwsbrief op papier: given on 1 April 2026")
    hands.write("Taken back on", "2-4-2026")
    hands.press("Save")
    (one,) = real.privacy.consents(3)
    assert (one.purpose, one.withdrawn_on) == ("Nieuwsbrief op papier", datetime.date(2026, 4, 2))


def test_merge(hands: Hands, real: Administration) -> None:
    hands.row(PEOPLE, "Bos, Anna")
    hands.press("Make one with…")
    hands.row(PEOPLE, "Evers, Dora")
    hands.press("Compare")
    hands.press("This is one person")
    assert real.members.everyone() == 3
    assert of(real, "Anna Bos").volunteer is not None


def test_doubles(hands: Hands, real: Administration) -> None:
    twice = real.members.detail(3)
    real.members.save(replace(twice, person=replace(twice.person, id=None), memberships=()))
    hands.press("Doubles")
    hands.press("This is one person")
    assert real.members.everyone() == 4


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


def test_kind_of_contribution(hands: Hands, real: Administration) -> None:
    one = ContributionType(name="Gezin", amount=Decimal(30))
    real.mailings.contributions.save_type(None, one)
    hands.row(PEOPLE, "Evers, Dora")
    hands.press("Change details")
    hands.write("Member since", "1-1-2026")
    hands.choose("Kind of contribution", "Gezin")
    hands.press("Save")
    (membership,) = of(real, "Dora Evers").memberships
    assert membership.kind == "Gezin"


def test_reminders(hands: Hands, saved: Path) -> None:
    hands.menu(TOGETHER, "Contribution not paid…")
    hands.press("Reminder letters…")
    hands.press("Save as PDF")
    assert len(PdfReader(saved).pages) == 3


def test_paper(hands: Hands, saved: Path) -> None:
    for word, expected in (
        ("Address labels…", "Lindelaan 3"),
        ("Letters…", "Dear Cor,"),
        ("Envelopes…", "Lindelaan 3"),
        ("Member cards…", "Cor Dam"),
        ("Birthdays…", "Cor Dam"),
    ):
        saved.unlink(missing_ok=True)
        hands.menu(TOGETHER, word)
        hands.press("Save as PDF")
        assert expected in "\n".join(page.extract_text() for page in PdfReader(saved).pages), word
        hands.press("Close")


def test_addresses(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []

    def take(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    hands.menu(TOGETHER, "E-mail addresses…")
    hands.press("Copy the addresses")
    assert "cor@example.nl" in QApplication.clipboard().text()
    hands.press("Write in my e-mail program")
    assert opened[0].toString().startswith("mailto:?bcc=anna@example.nl,")


def test_list_of_chosen_columns_on_paper(hands: Hands, printed: Path) -> None:
    hands.chip("Members")
    hands.menu("Columns", "Telephone")
    hands.key(Qt.Key.Key_Escape)
    hands.menu(TOGETHER, "Print this list…")
    assert hands.reads("3 people")
    hands.press("Print")
    (page,) = PdfReader(printed).pages
    assert {int(side) for side in page.mediabox[2:]} == {595, 842}
    assert page.images


def test_list_as_excel(hands: Hands, saved: Path) -> None:
    hands.write("Search by name, number or postcode", "bos")
    hands.menu(TOGETHER, "This list as Excel…")
    with saved.open("rb") as file:  # openpyxl wants a name that ends in xlsx
        rows = list(load_workbook(file).active.values)  # type: ignore[union-attr]
    assert [row[0] for row in rows[1:]] == ["Bos, Anna", "Bos, Bert"]
