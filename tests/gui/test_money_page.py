# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of cash and bank, on a real administration."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.bookkeeping import BookFilter, Booking, BookingPart, BookShown
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Membership, Person, PersonDetail
from buurthuis_admin.domain.subsidies import BudgetLine, Subsidy, SubsidyState
from buurthuis_admin.gui.pages.money import MoneyPage, Part
from buurthuis_admin.gui.pages.money_forms import BookingForm, ContributionForm
from buurthuis_admin.gui.pages.money_shares import REPAID, SharesForm
from buurthuis_admin.gui.places import MEMBERS, MONEY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.gui.money_steps import MAY, Settle, choose, dialog, made_bill, shown_page


@pytest.fixture
def first_page() -> str:
    return MONEY


@pytest.fixture
def page(real_shell: Shell, settle: Settle) -> MoneyPage:
    return shown_page(real_shell, settle)


@pytest.fixture
def bill(real: Administration) -> int:
    return made_bill(real)


def test_a_booking_is_added_by_keyboard(
    qtbot: QtBot, real: Administration, page: MoneyPage, settle: Settle
) -> None:
    assert page.book.nothing.isVisible()
    assert "Nothing is booked yet" in page.book.nothing.text()
    button = page.buttons[Part.BOOK]["new"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    form = dialog(BookingForm, qtbot)
    form.amount.setFocus()
    qtbot.keyClicks(form.amount, "12,50")
    qtbot.keyClick(form.amount, Qt.Key.Key_Tab)
    day = QApplication.focusWidget()
    assert day is form.day
    form.day.selectAll()
    qtbot.keyClicks(form.day, "4-5-2026")
    qtbot.keyClicks(form.counterparty, "Bakker Bart")
    qtbot.keyClick(form.counterparty, Qt.Key.Key_Return)
    settle()
    settle()
    (booking,) = real.money.bookings()
    assert (booking.amount, booking.day, booking.year) == (Decimal("-12.50"), MAY, 2026)
    assert page.book.model.rowCount() == 1
    qtbot.waitUntil(lambda: page.book.detail.name.text() == "Bakker Bart")


def test_what_is_not_right_is_told_and_nothing_is_lost(
    qtbot: QtBot, real: Administration, page: MoneyPage, settle: Settle
) -> None:
    page.book.add_booking()
    form = dialog(BookingForm, qtbot)
    form.amount.setText("1,234")
    form.iban.setText("NL00BANK0000000000")
    form.year.setText("26")
    form.save.click()
    assert form.summary.isVisible()
    told = form.summary.accessibleName()
    assert told.startswith("3 things are not right yet")
    assert form.amount.text() == "1,234"
    assert real.money.bookings() == []
    form.amount.setText("1.234,00")
    form.iban.setText("nl91 abna 0417 1643 00")
    form.year.setText("2025")
    form.way.setCurrentIndex(1)
    form.save.click()
    settle()
    (booking,) = real.money.bookings()
    assert (booking.amount, booking.counter_iban) == (Decimal(1234), "NL91ABNA0417164300")
    assert booking.year == 2025


def test_a_booking_without_a_date_is_still_open(
    qtbot: QtBot, real: Administration, page: MoneyPage, settle: Settle
) -> None:
    page.book.add_booking()
    form = dialog(BookingForm, qtbot)
    form.amount.setText("60")
    form.day.clear()
    form.save.click()
    settle()
    (booking,) = real.money.bookings()
    assert booking.open
    assert real.money.find("", BookFilter(shown=BookShown.OPEN)) == [booking.id]


def test_a_payment_is_shared_out_and_undone(
    qtbot: QtBot, real: Administration, bill: int, page: MoneyPage, settle: Settle
) -> None:
    ids = [
        real.subsidies.save(
            Subsidy(
                funder=funder,
                state=SubsidyState.AWARDED,
                budget_lines=(BudgetLine(position=0, name="Materiaal", planned=Decimal(30)),),
            )
        )
        for funder in ("Gemeente", "Fonds")
    ]
    settle()
    qtbot.waitUntil(lambda: page.book.detail.story is not None)
    qtbot.mouseClick(page.book.detail.parts, Qt.MouseButton.LeftButton)
    form = dialog(SharesForm, qtbot)
    choose(form.rows[0].subsidy, ids[0])
    form.rows[0].line.setCurrentIndex(1)
    qtbot.keyClicks(form.rows[0].part, "33,33 %")
    assert form.own.text() == "Own means: €\N{NO-BREAK SPACE}66.67"
    qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)
    choose(form.rows[1].subsidy, ids[1])
    qtbot.keyClicks(form.rows[1].part, "80")
    assert form.own.text() == "That is €\N{NO-BREAK SPACE}13.33 more than there is."
    form.save.click()  # it warns, and never blocks
    settle()
    qtbot.waitUntil(lambda: len(page.book.detail.story.detail.parts) == 2)  # type: ignore[union-attr]
    (first, second) = real.money.detail(bill).parts
    assert (first.amount, first.line, second.amount) == (
        Decimal("33.33"),
        "Materiaal",
        Decimal("80.00"),
    )
    story = page.book.detail.story
    assert story is not None
    assert len(story.warnings) == 2  # more than there was, and more than the line
    real.history.undo()
    assert real.money.detail(bill).parts == ()


def test_a_contribution_is_given_to_a_member_and_told_there(
    qtbot: QtBot, real: Administration, page: MoneyPage, real_shell: Shell, settle: Settle
) -> None:
    person = real.members.save(
        PersonDetail(
            person=Person(name=PersonName(first="Gerda", last="Smit")),
            memberships=(Membership(number="12", fee=Decimal(25)),),
        )
    )
    real.money.save(
        Booking(
            account_id=real.money.accounts()[0].id,
            day=MAY,
            year=2026,
            amount=Decimal(25),
            counterparty="G. Smit",
        )
    )
    settle()
    qtbot.waitUntil(lambda: page.book.detail.story is not None)
    qtbot.mouseClick(page.book.detail.contribution, Qt.MouseButton.LeftButton)
    form = dialog(ContributionForm, qtbot)
    qtbot.waitUntil(lambda: form.member.count() == 1)
    form.save.click()
    settle()
    (contribution,) = real.members.detail(person).contributions
    assert (contribution.year, contribution.paid) == (2026, True)
    real_shell.go_to(MEMBERS)
    settle()
    members = real_shell.page(MEMBERS)
    told = "2026: €\N{NO-BREAK SPACE}25.00, paid"
    qtbot.waitUntil(lambda: told in [one.text() for one in members.findChildren(QLabel)])


def test_a_receipt_is_kept_with_a_booking(
    qtbot: QtBot, real: Administration, bill: int, page: MoneyPage, settle: Settle, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: page.book.detail.story is not None)
    path = tmp_path / "bon.pdf"
    path.write_bytes(b"%PDF-1.4 bon")
    page.book.attach(path)
    settle()
    assert [one.title for one in real.papers.of_booking(bill)] == ["bon.pdf"]
    story = page.book.detail.story
    assert story is not None
    assert len(story.papers) == 1
    page.book.detail.paper_removed.emit(story.papers[0].id)
    settle()
    assert real.papers.of_booking(bill) == []


def test_a_booking_is_removed_and_brought_back(
    qtbot: QtBot,
    real: Administration,
    bill: int,
    page: MoneyPage,
    real_shell: Shell,
    settle: Settle,
) -> None:
    qtbot.waitUntil(lambda: page.book.detail.story is not None)
    qtbot.mouseClick(page.book.detail.remove, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert real.money.bookings() == []
    assert page.book.nothing.isVisible()
    real_shell.undoing.undo()
    settle()
    settle()
    assert [one.id for one in real.money.bookings()] == [bill]
    assert page.book.model.rowCount() == 1


def test_the_book_is_searched_and_filtered(
    qtbot: QtBot, real: Administration, bill: int, page: MoneyPage, settle: Settle
) -> None:
    real.money.save(Booking(year=2025, amount=Decimal(-60), description="Energie"))
    settle()
    settle()
    assert page.book.model.rowCount() == 2
    page.focus_search()
    qtbot.keyClicks(page.book.search, "hamer")
    qtbot.keyClick(page.book.search, Qt.Key.Key_Return)
    settle()
    assert page.book.model.rowCount() == 1
    qtbot.keyClick(page.book.search, Qt.Key.Key_Escape)
    qtbot.keyClick(page.book.search, Qt.Key.Key_Return)
    settle()
    choose(page.book.year, 2025)
    page.book.year.activated.emit(page.book.year.currentIndex())
    settle()
    assert page.book.chips.chip(BookShown.ALL).text() == "All bookings 1"
    choose(page.book.account, real.money.accounts()[0].id)
    page.book.account.activated.emit(1)
    settle()
    assert page.book.nothing.text() == "There are no bookings in this choice."


def _shows(page: MoneyPage, part: BookingPart) -> bool:
    story = page.book.detail.story
    return story is not None and story.detail.parts == (part,)


def test_money_goes_back_to_a_funder(
    qtbot: QtBot, real: Administration, bill: int, page: MoneyPage, settle: Settle
) -> None:
    subsidy = real.subsidies.save(Subsidy(funder="Gemeente", state=SubsidyState.AWARDED))
    settle()
    qtbot.waitUntil(lambda: page.book.detail.story is not None)
    for amount in ("100", "60"):  # said, and then said otherwise
        qtbot.mouseClick(page.book.detail.parts, Qt.MouseButton.LeftButton)
        form = dialog(SharesForm, qtbot)
        choose(form.rows[0].subsidy, subsidy)
        choose(form.rows[0].line, REPAID)
        form.rows[0].part.setText(amount)
        form.save.click()
        settle()
        settle()
        (part,) = real.money.detail(bill).parts
        assert part.amount == -Decimal(amount)
        qtbot.waitUntil(partial(_shows, page, part))
    assert real.subsidies.dossiers()[0].received == Decimal(-60)
