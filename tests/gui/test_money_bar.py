# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of cash and bank held to the bar of UI.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.splitting import Share
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.form_drafts import put_back, take_down
from buurthuis_admin.gui.pages.money import MoneyPage, Part
from buurthuis_admin.gui.pages.money_forms import BookingForm, ContributionForm
from buurthuis_admin.gui.pages.money_lists import PlanForm
from buurthuis_admin.gui.pages.money_shares import SharesForm
from buurthuis_admin.gui.places import MONEY
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import beside, check_controls, cut_off
from tests.gui.money_steps import Settle, dialog, made_bill, shown_page, statement


@pytest.fixture
def first_page() -> str:
    return MONEY


@pytest.fixture
def page(real_shell: Shell, settle: Settle) -> MoneyPage:
    return shown_page(real_shell, settle)


@pytest.fixture
def bill(real: Administration) -> int:
    return made_bill(real)


def test_the_models_are_sound(real: Administration, bill: int, page: MoneyPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(page.book.model, mode)
    QAbstractItemModelTester(page.statement.model, mode)


# Every size in both languages: make accessibility.
@pytest.mark.parametrize(("language", "size"), [("nl", 200)])
def test_the_page_keeps_the_bar(
    language: str,
    size: int,
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    bill: int,
    settle: Settle,
    tmp_path: Path,
) -> None:
    use_language(language)
    subsidy = real.subsidies.save(Subsidy(funder="Gemeente", awarded=Decimal(12345)))
    real.money.split(bill, [Share(subsidy_id=subsidy, amount=Decimal(200))])
    other = real.money.detail(bill).booking
    real.money.save(replace(other, id=None, day=None, account_id=None))
    preferences.language, preferences.text_size = language, size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(real)
    settle()
    assert window.shell is not None
    window.shell.show_place(MONEY)
    page = window.shell.page(MONEY)
    assert isinstance(page, MoneyPage)

    def check(place: str) -> None:
        settle()
        settle()
        assert cut_off(window) == [], place
        assert beside(window) == [], place
        check_controls(window, place)
        assert window.size().toTuple() == (1280, 720), place

    check("book")
    page.book.panes.open_detail()
    check("booking")
    page.show_part(Part.YEAR)
    check("year")
    page.take_files([str(statement(tmp_path))])
    check("statement")
    page.statement.panes.open_detail()
    check("line")


@pytest.mark.parametrize("kind", ["booking", "shares", "lists", "contribution"])
def test_the_dialogs_keep_the_bar(
    kind: str, qtbot: QtBot, real: Administration, bill: int, page: MoneyPage
) -> None:
    workspace = page._workspace
    lists = (real.money.accounts(), real.money.categories())
    detail = real.money.detail(bill)
    real.subsidies.save(Subsidy(funder="Gemeente"))
    made: dict[str, Callable[[], QDialog]] = {
        "booking": lambda: BookingForm(None, lists, workspace, page),
        "shares": lambda: SharesForm(detail, real.subsidies.dossiers(), workspace, page),
        "lists": lambda: PlanForm(lists, workspace, page),
        "contribution": lambda: ContributionForm(detail, workspace, page),
    }
    form: QDialog = made[kind]()
    form.open()
    QApplication.processEvents()
    check_controls(form, kind)
    assert cut_off(form) == []
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not form.isVisible())


def test_what_was_typed_outlives_the_lock(
    qtbot: QtBot, real: Administration, bill: int, page: MoneyPage, settle: Settle
) -> None:
    page.book.add_booking()
    form = dialog(BookingForm, qtbot)
    form.amount.setText("12,5")
    form.way.setCurrentIndex(1)
    form.remark.setPlainText("Nog vragen aan Els")
    draft = take_down(form, {MONEY: page})
    form.reject()
    settle()
    page.reopen_form(draft.kind, draft.subject, lambda again: put_back(again, draft))
    again = dialog(BookingForm, qtbot)
    qtbot.waitUntil(lambda: again.amount.text() == "12,5")
    assert again.way.currentIndex() == 1
    assert again.remark.toPlainText() == "Nog vragen aan Els"
    again.reject()
