# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a dossier and the funders, on a real administration."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, HeadCount, Session
from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.funders import Funder
from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import (
    Indicator,
    Instalment,
)
from buurthuis_admin.gui.pages import dossier_actions
from buurthuis_admin.gui.pages.dossier_detail import DossierPart
from buurthuis_admin.gui.pages.expense_form import ExpenseForm
from buurthuis_admin.gui.pages.money import MoneyPage
from buurthuis_admin.gui.pages.report_explain import ExplainDialog
from buurthuis_admin.gui.pages.subsidies import SubsidiesPage
from buurthuis_admin.gui.places import MONEY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.dossier_bookings import BookPlace
from tests.gui.subsidy_steps import (
    FIRST,
    click,
    example,
    fill,
    first_page,
    form_over,
    open_dossier,
    page,
    the_only,
)

Settle = Callable[[], None]

pytestmark = pytest.mark.language("nl")
__all__ = ["first_page", "page"]  # fixtures


def test_what_is_missing_leads_to_where_it_is_filled_in(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    fill(real)
    open_dossier(page, settle)
    links = [
        one
        for one in page.detail.missing.findChildren(QPushButton)
        if one.isVisible() and "Publiciteit" in one.accessibleName()
    ]
    assert [one.text() for one in links] == ["Schrijven"]
    click(qtbot, links[0], settle)
    form = form_over(page)
    form.put("explanation", "De drukker werd duurder.")
    click(qtbot, form.save, settle)
    assert the_only(real).budget_lines[1].explanation == "De drukker werd duurder."
    names = [
        one.accessibleName()
        for one in page.detail.missing.findChildren(QPushButton)
        if one.isVisible()
    ]
    assert not any("Publiciteit" in name for name in names)


def test_an_agreement_is_counted_over_its_activities(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    coffee = real.activities.save(Activity(name="Koffie"))
    session = real.activities.save_session(Session(activity_id=coffee, day=FIRST))
    real.activities.set_head_count(HeadCount(session_id=session, number=12))
    real.subsidies.save(example(targets=()))
    open_dossier(page, settle)
    click(qtbot, page.detail.agreements.add_one, settle)
    form = form_over(page)
    form.put("kind", Indicator.AGE_BAND.value)
    form.put("promised", "0")
    click(qtbot, form.save, settle)
    assert "vanaf welke leeftijd" in form.summary.accessibleName()
    form.put("kind", Indicator.VISITS.value)
    form.put("promised", "800")
    item = form.activities.item(0)  # type: ignore[attr-defined]
    item.setCheckState(Qt.CheckState.Checked)
    click(qtbot, form.save, settle)
    (target,) = the_only(real).targets
    assert (target.kind, target.activities) == (Indicator.VISITS, (coffee,))
    names = [one.accessibleName() for one in page.detail.agreements.findChildren(QPushButton)]
    assert "Wijzigen: Bezoeken, 12 van 800" in names


def test_a_budget_begins_with_the_lines_of_the_funder(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    real.funders.save(Funder(name="Gemeente Waterdam", line_order=("Zaalhuur", "Materiaal")))
    real.subsidies.save(example(budget_lines=()))
    open_dossier(page, settle)
    assert page.detail.budget.take.isVisible()
    click(qtbot, page.detail.budget.take, settle)
    assert [one.name for one in the_only(real).budget_lines] == ["Zaalhuur", "Materiaal"]
    assert not page.detail.budget.take.isVisible()


def test_parts_are_added_changed_and_taken_away(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    fill(real)
    open_dossier(page, settle)
    page.detail.show_part(DossierPart.MONEY)
    click(qtbot, page.detail.expenses.add_one, settle)
    form = form_over(page)
    click(qtbot, form.save, settle)
    assert "2 dingen" in form.summary.accessibleName()
    form.put("description", "Docent")
    form.put("amount", "250")
    click(qtbot, form.save, settle)
    assert the_only(real).spent == Decimal(1730)
    page.detail.expenses.table.selectRow(0)
    qtbot.keyClick(page.detail.expenses.table, Qt.Key.Key_Return)
    settle()
    click(qtbot, form_over(page).remove, settle)
    assert len(the_only(real).expenses) == 1
    page.detail.show_part(DossierPart.COURSE)
    click(qtbot, page.detail.conditions.add_one, settle)
    form_over(page).put("words", "Foto's sturen")
    click(qtbot, form_over(page).save, settle)
    assert [one.words for one in the_only(real).conditions][-1] == "Foto's sturen"
    page.detail.show_part(DossierPart.MONEY)
    click(qtbot, page.detail.payments.add_one, settle)
    form = form_over(page)
    form.put("expected", "-5")
    click(qtbot, form.save, settle)
    assert form.isVisible()
    form.put("expected", "5")
    click(qtbot, form.save, settle)
    assert the_only(real).instalments[-1].expected == Decimal(5)


def test_a_paper_is_added_opened_and_taken_away(
    qtbot: QtBot,
    page: SubsidiesPage,
    real: Administration,
    real_shell: Shell,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    fill(real)
    open_dossier(page, settle)
    letter = tmp_path / "Brief over voorschot.pdf"
    letter.write_bytes(b"%PDF-1.7 voorschot")
    shown: list[Path] = []
    monkeypatch.setattr(dossier_actions, "show_file", shown.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(letter), ""))
    click(qtbot, page.detail.papers.add_one, settle)
    click(qtbot, form_over(page).save, settle)
    titles = [one.title for one in real.papers.all_papers()]
    assert titles == ["Beschikking", "Brief over voorschot"]
    links = {one.accessibleName(): one for one in page.detail.papers.findChildren(QPushButton)}
    click(qtbot, links["Openen: Brief over voorschot"], settle)
    assert [path.read_bytes() for path in shown] == [b"%PDF-1.7 voorschot"]
    menu = links["Meer: Brief over voorschot"].menu()
    next(one for one in menu.actions() if one.text() == "Wijzigen").trigger()
    settle()
    click(qtbot, form_over(page).remove, settle)
    assert len(real.papers.all_papers()) == 1
    real_shell.undoing.undo()
    settle()
    assert len(real.papers.all_papers()) == 2
    real.papers.close()
    assert not shown[0].exists()


def test_a_receipt_goes_with_its_expense(
    qtbot: QtBot,
    page: SubsidiesPage,
    real: Administration,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    fill(real)
    open_dossier(page, settle, DossierPart.MONEY)
    assert page.detail.expenses.model.rows[0].receipts == 0
    files = [tmp_path / name for name in ("Notities.txt", "Bon.pdf", "Betere scan.pdf")]
    for path in files:
        path.write_bytes(b"bon" if path.suffix == ".txt" else b"%PDF-1.7 " + path.name.encode())
    chosen = iter(files)
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(next(chosen)), "")
    )
    click(qtbot, page.detail.expenses.add_one, settle)
    form = form_over(page)
    assert isinstance(form, ExpenseForm)
    form.put("description", "Koffie")
    form.put("amount", "12,50")
    form.put("day", f"1-3-{FIRST.year}")
    told: list[str] = []
    page._workspace.errors.told.connect(told.append)
    click(qtbot, form.receipts.add_one, settle)
    assert "is geen PDF" in told[0]
    next(one for one in form.findChildren(QMessageBox) if one.isVisible()).reject()
    click(qtbot, form.receipts.add_one, settle)
    click(qtbot, form.save, settle)
    (row,) = [one for one in page.detail.expenses.model.rows if one.receipts]
    assert row.expense.description == "Koffie"
    page.detail.acts.expense(row.expense)
    settle()
    form = form_over(page)
    links = {one.accessibleName(): one for one in form.findChildren(QPushButton)}
    click(qtbot, links["Vervangen: Bon"], settle)
    click(qtbot, form.save, settle)
    (paper,) = [one for one in real.papers.all_papers() if one.expense_id]
    assert real.papers.content(paper.id or 0) == b"%PDF-1.7 Betere scan.pdf"


def test_what_is_worth_a_second_look_leads_to_what_solves_it(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, real_shell: Shell, settle: Settle
) -> None:
    number = real.subsidies.save(example())
    account = real.money.accounts()[0].id
    late = FIRST.replace(year=FIRST.year - 1)
    booking = Booking(
        account_id=account, day=late, year=late.year, amount=Decimal(-90), description="Te vroeg"
    )
    bill = real.money.save(booking)
    real.money.split(bill, [Share(subsidy_id=number, percentage=Decimal(100))])
    open_dossier(page, settle)
    ways = {one.accessibleName(): one for one in page.detail.missing.findChildren(QPushButton)}
    (name,) = [one for one in ways if "in het geld" in one]
    click(qtbot, ways[name], settle)
    assert page.detail.doubts.isVisible()
    links = [one for one in page.detail.doubts.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in links] == ["Boeking tonen"]
    click(qtbot, links[0], settle)
    assert real_shell.current == MONEY
    book = real_shell.page(MONEY)
    assert isinstance(book, MoneyPage)
    qtbot.waitUntil(lambda: book.book.detail.story is not None)  # read once the list is at rest
    settle()
    story = book.book.detail.story
    assert story is not None
    assert story.detail.booking.id == bill


def test_funders_are_added_changed_and_checked(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    click(qtbot, page.funders_link, settle)
    click(qtbot, page.funders.standard, settle)
    QAbstractItemModelTester(page.funders.model)
    names = [one.name for one in page.funders.model.rows]
    assert names == ["Cultuurfonds", "Gemeente", "KNHM", "Oranje Fonds", "VSBfonds"]
    page.show_funder("KNHM")
    settle()
    click(qtbot, page.funders.detail.change, settle)
    form = form_over(page)
    form.put("thresholds", "10.000: iets anders")
    form.put("explain", "15")
    click(qtbot, form.save, settle)
    assert "dubbele punt" in form.summary.accessibleName()
    form.put("thresholds", "10.000: inhoudelijk verslag")
    form.put("day", "31")
    form.put("month", "3")
    click(qtbot, form.save, settle)
    knhm = real.funders.named("KNHM")
    assert (knhm.explain_percentage, knhm.deadline.month) == (15, 3)
    assert [one.amount for one in knhm.thresholds] == [Decimal(10000)]
    assert knhm.unchecked
    click(qtbot, page.funders.detail.checked, settle)
    assert real.funders.named("KNHM").unchecked == ()
    page.funders.focus_first()
    qtbot.keyClick(page.funders.table, Qt.Key.Key_Escape)
    assert page.panes.isVisible()


def test_every_amount_at_the_top_opens_what_is_behind_it(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    fill(real)
    open_dossier(page, settle)
    amounts = [one for one in page.detail.figures.findChildren(QPushButton) if one.isVisible()]
    assert [one.accessibleName() for one in amounts] == [
        "Toegekend: €\xa018.000,00",
        "Ontvangen: €\xa014.400,00",
        "Besteed: €\xa01.480,00",
        "Nog te besteden: €\xa016.520,00",
    ]
    opened = []
    for one in amounts:
        one.setFocus()
        qtbot.keyClick(one, Qt.Key.Key_Space)
        settle()
        (dialog,) = (one for one in page.findChildren(ExplainDialog) if one.isVisible())
        rows = [dialog.model.row(at) for at in range(dialog.model.rowCount())]
        opened.append([row[2:] for row in rows if row is not None])
        assert not dialog.correct.isVisible()  # that is for the report
        dialog.close_button.click()
    assert opened == [
        [("Beschikking", "€\xa018.000,00")],
        [("Voorschot", "€\xa014.400,00")],
        [("Flyers", "€\xa01.480,00")],
        [("Beschikking", "€\xa018.000,00"), ("Flyers", "\N{MINUS SIGN}€\xa01.480,00")],
    ]


def test_money_received_is_booked_where_it_is_there_already(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    expected = Instalment(expected=Decimal(14400))
    number = real.subsidies.save(example(instalments=(expected,)))
    account = real.money.accounts()[0].id
    there = real.money.save(
        Booking(
            account_id=account, day=FIRST, year=FIRST.year, amount=Decimal(14400),
            counterparty="Gemeente Waterdam",
        )
    )  # fmt: skip
    open_dossier(page, settle)
    click(qtbot, page.detail.next_step, settle)
    form = form_over(page)
    chosen = form.fields["book"]
    assert isinstance(chosen, QComboBox)
    assert chosen.currentText().startswith("Staat er al: 1 jan")
    assert [chosen.itemText(at) for at in range(1, chosen.count())] == [
        "Nieuwe boeking op Bank",
        "Nieuwe boeking op Kas",
        "Nu niet: een bankafschrift vindt het vanzelf",
    ]
    click(qtbot, form.save, settle)
    (came,) = real.subsidies.get(number).instalments
    assert came.received == 14400
    assert came.booking_id == there
    assert len(real.money.bookings()) == 1


def test_a_payment_without_a_booking_leads_to_one(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    number = fill(real)
    open_dossier(page, settle, DossierPart.MONEY)
    ways = [
        one
        for one in page.detail.payments.findChildren(QPushButton)
        if one.isVisible() and one.text() == "In Kas en bank zetten"
    ]
    click(qtbot, ways[0], settle)
    form = form_over(page)
    field = form.fields["book"]
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(0)
    click(qtbot, form.save, settle)
    (booking,) = real.money.bookings()
    assert booking.amount == 14400
    assert real.subsidies.get(number).instalments[0].booking_id == booking.id
    shown = [
        one
        for one in page.detail.payments.findChildren(QPushButton)
        if one.isVisible() and one.text() == "Boeking tonen"
    ]
    assert len(shown) == 1


def test_what_the_book_says_of_a_payment_is_changed_in_the_book(
    qtbot: QtBot, page: SubsidiesPage, real: Administration, settle: Settle
) -> None:
    number = fill(real)
    account = real.money.accounts()[0].id
    came = real.subsidies.get(number).instalments[0]
    real.money.of_dossiers.book(number, came, BookPlace(account_id=account))
    open_dossier(page, settle, DossierPart.MONEY)
    page.detail.acts.payment(real.subsidies.get(number).instalments[0])
    settle()
    form = form_over(page)
    assert sorted(form.fields) == ["expected", "expected_on", "remark"]
    form.put("remark", "Eerste termijn")
    click(qtbot, form.save, settle)
    changed = real.subsidies.get(number).instalments[0]
    assert (changed.remark, changed.received, changed.day) == (
        "Eerste termijn",
        Decimal(14400),
        came.day,
    )
