# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bank statements, the year and the lists on the page of cash and bank."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.bank_lines import Match, MatchKind
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Membership, Person, PersonDetail
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.gui.pages.money import MoneyPage, Part
from buurthuis_admin.gui.pages.money_lists import PlanForm, ReserveRow, ReservesForm
from buurthuis_admin.gui.places import MONEY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.gui.money_steps import Settle, choose, dialog, made_bill, shown_page, statement


@pytest.fixture
def first_page() -> str:
    return MONEY


@pytest.fixture
def page(real_shell: Shell, settle: Settle) -> MoneyPage:
    return shown_page(real_shell, settle)


@pytest.fixture
def bill(real: Administration) -> int:
    return made_bill(real)


def test_a_bank_statement_is_looked_at_and_written(
    qtbot: QtBot, real: Administration, page: MoneyPage, settle: Settle, tmp_path: Path
) -> None:
    real.members.save(
        PersonDetail(
            person=Person(name=PersonName(first="Gerda", last="Smit")),
            memberships=(Membership(number="12", fee=Decimal(25)),),
        )
    )
    subsidy = real.subsidies.save(Subsidy(funder="Gemeente", state=SubsidyState.AWARDED))
    assert page.take_files([str(statement(tmp_path))])
    settle()
    view = page.statement
    assert view.told.text().startswith("3 new lines.")
    assert [one.pill.word for one in view.model.rows] == ["Ready", "Have a look", "Have a look"]
    assert view.write.text() == "Put 3 lines in the book"
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    choose(view.line.subsidy, subsidy)
    view.line.subsidy.activated.emit(1)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.write.text() == "Put 2 lines in the book"
    assert real.money.bookings() == []
    qtbot.mouseClick(view.write, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert page.views.currentWidget() is page.book
    assert len(real.money.bookings()) == 2
    assert real.subsidies.dossiers()[0].spent == Decimal(60)
    page.take_files([str(tmp_path / "afschrift.xml")])
    settle()
    assert [one.proposal.line.reference for one in view.model.rows] == ["R3"]
    qtbot.mouseClick(view.cancel, Qt.MouseButton.LeftButton)
    assert page.views.currentWidget() is page.book


def test_another_category_is_chosen_for_a_line(
    real: Administration, page: MoneyPage, settle: Settle, tmp_path: Path
) -> None:
    page.take_files([str(statement(tmp_path))])
    settle()
    view = page.statement
    view.table.selectRow(1)
    category = real.money.categories()[8]
    choose(view.line.category, category.id)
    view.line.category.activated.emit(1)
    assert view.model.rows[1].match == Match(
        kind=MatchKind.BOOKING, target=category.id, name=view.line.category.currentText()
    )
    assert view.model.rows[1].pill.word == "Ready"


def test_the_statement_of_the_year_adds_up_on_the_screen(
    qtbot: QtBot, real: Administration, bill: int, page: MoneyPage, settle: Settle
) -> None:
    qtbot.mouseClick(page.chips[Part.BOOK].chip(Part.YEAR), Qt.MouseButton.LeftButton)
    settle()
    settle()
    choose(page.year.year, 2026)
    page.year.year.activated.emit(0)
    settle()
    told = [one.accessibleName() for one in page.year.findChildren(QWidget)]
    assert "Total expenses, 2026: €\N{NO-BREAK SPACE}100.00" in told
    assert "Result, 2026: \N{MINUS SIGN}€\N{NO-BREAK SPACE}100.00" in told
    qtbot.mouseClick(page.year.reserves, Qt.MouseButton.LeftButton)
    form = dialog(ReservesForm, qtbot)
    qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    row = form.rows[0]
    assert isinstance(row, ReserveRow)
    row.name.setText("Keuken")
    form.save.click()
    assert form.summary.isVisible()  # the amount is missing
    row.amount.setText("250")
    form.save.click()
    settle()
    settle()
    assert [one.name for one in real.money.reserves(2026)] == ["Keuken"]
    told = [one.accessibleName() for one in page.year.findChildren(QWidget)]
    assert "Reserve: Keuken, 2026: €\N{NO-BREAK SPACE}250.00" in told


def test_accounts_and_categories_are_changed(
    qtbot: QtBot, real: Administration, page: MoneyPage, settle: Settle
) -> None:
    qtbot.mouseClick(page.buttons[Part.BOOK]["lists"], Qt.MouseButton.LeftButton)
    form = dialog(PlanForm, qtbot)
    form.accounts[0].name.setText("Betaalrekening")  # type: ignore[attr-defined]
    qtbot.mouseClick(form.categories[0].remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.add_category, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "Keuken")
    form.save.click()
    settle()
    assert real.money.accounts()[0].name == "Betaalrekening"
    names = [one.name for one in real.money.categories()]
    assert names[-1] == "Keuken"
    assert "Subsidies en fondsen" not in names


def test_the_book_is_saved_as_a_workbook(
    real: Administration, bill: int, page: MoneyPage, settle: Settle, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    page.save_to(tmp_path / "kas.xlsx")
    settle()
    sheet = load_workbook(tmp_path / "kas.xlsx").active
    assert sheet is not None
    rows = list(sheet.values)
    assert rows[1][2:6] == ("Bank", -100, "Bouwmarkt De Hamer", "Verf")


def test_a_statement_that_is_dropped_on_the_window_is_read_here(
    real_shell: Shell, settle: Settle, tmp_path: Path
) -> None:
    real_shell.take_files([str(statement(tmp_path))])
    settle()
    assert real_shell.current == MONEY
    page = real_shell.page(MONEY)
    assert isinstance(page, MoneyPage)
    assert page.views.currentWidget() is page.statement
    assert len(page.statement.model.rows) == 3
