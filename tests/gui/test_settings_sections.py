# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sections of the settings: found, and what is in those that are new."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.contributions import ContributionPeriod
from buurthuis_admin.gui.acts import setting_acts
from buurthuis_admin.gui.pages.help_dialog import HelpDialog
from buurthuis_admin.gui.pages.person_form import PersonForm
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.pages.settings_money_forms import BankForm, ContributionTypeForm
from buurthuis_admin.gui.places import SETTINGS
from buurthuis_admin.gui.settings_sections import Section
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import check_controls, cut_off
from tests.unit.services.test_settings import FAMILY, picture

Settle = Callable[[], None]


@pytest.fixture
def first_page() -> str:
    return SETTINGS


@pytest.fixture
def page(real_shell: Shell, settle: Settle) -> SettingsPage:
    real_shell.show_place(SETTINGS)
    settle()
    found = real_shell.page(SETTINGS)
    assert isinstance(found, SettingsPage)
    return found


def test_each_section_is_reached_by_the_arrows_and_by_ctrl_k(
    qtbot: QtBot, real_shell: Shell, page: SettingsPage
) -> None:
    assert page.sections.hasFocus()
    rows = [page.sections.visualItemRect(page.sections.item(at)) for at in range(len(Section))]
    assert all(row.height() >= 44 for row in rows)
    assert not any(one.intersects(other) for one, other in pairwise(rows))
    for at in range(len(Section)):
        assert page.stack.currentIndex() == at
        check_controls(page, page.sections.currentItem().text())
        qtbot.keyClick(page.sections, Qt.Key.Key_Down)
    for at, act in enumerate(setting_acts()):
        act.run(real_shell)
        assert page.stack.currentIndex() == at
    qtbot.keyClick(page.sections, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    shown = page.stack.currentWidget()
    assert shown is not None
    assert shown.isAncestorOf(focus)


def test_in_a_narrow_window_a_section_takes_the_place_of_the_list(
    qtbot: QtBot, real_shell: Shell, page: SettingsPage
) -> None:
    real_shell.window().resize(900, 700)
    qtbot.waitUntil(lambda: page.panes.narrow)
    real_shell.show_settings(Section.BUILDING)
    assert page.lists.rooms.isVisible()
    assert not page.sections.isVisible()
    qtbot.keyClick(page.panes.back, Qt.Key.Key_Space)
    assert page.sections.hasFocus()


def test_a_logo_is_shown_and_a_broken_picture_is_told(
    page: SettingsPage, real: Administration, settle: Settle, tmp_path: Path
) -> None:
    logo, file = page.more.logo, tmp_path / "logo.png"
    file.write_bytes(picture())
    logo.take(file)
    settle()
    settle()
    assert real.settings.centre().logo is not None
    assert logo.picture.isVisible()
    assert 0 < logo.picture.pixmap().width() <= 260
    file.write_bytes(b"no picture")
    logo.take(file)
    settle()
    assert "PNG" in logo.problem.text()
    assert logo.problem.isVisible()
    assert real.settings.centre().logo is not None
    logo.take(tmp_path / "gone.png")
    settle()
    assert logo.problem.isVisible()
    logo.remove.click()
    settle()
    settle()
    assert real.settings.centre().logo is None
    assert not logo.picture.isVisible()


def test_a_bank_account_is_checked(
    page: SettingsPage, real: Administration, settle: Settle
) -> None:
    page.more.bank.add.click()
    settle()
    form = page.findChildren(BankForm)[-1]
    check_controls(form, "bank account")
    assert cut_off(form) == []
    for iban, bic in (("NL91 ABNA 0417 1643 01", ""), ("NL91 ABNA 0417 1643 00", "ABN")):
        form.iban.setText(iban)
        form.bic.setText(bic)
        form.keep()
        settle()
        assert form.summary.isVisible()
        assert form.iban.text() == iban
        assert real.settings.centre().iban == ""
    form.bic.setText("abnanl2a")
    form.keep()
    settle()
    centre = real.settings.centre()
    assert (centre.iban, centre.bic) == ("NL91ABNA0417164300", "ABNANL2A")


def test_kinds_of_contribution_are_added_retired_and_chosen_with_a_member(
    qtbot: QtBot, real_shell: Shell, page: SettingsPage, real: Administration, settle: Settle
) -> None:
    real_shell.show_settings(Section.CONTRIBUTION)
    page.more.types.add.click()
    form = page.findChildren(ContributionTypeForm)[-1]
    check_controls(form, "kind of contribution")
    form.name.setText("Gezin")
    form.amount.setText("veel")
    form.keep()
    assert form.summary.isVisible()
    form.amount.setText("10")
    form.period.choose(ContributionPeriod.QUARTER)
    form.keep()
    settle()
    settle()
    (kept,) = real.settings.centre().contribution_types
    assert (kept.name, kept.amount, kept.period) == (FAMILY.name, Decimal(10), FAMILY.period)
    person = PersonForm(None, page._workspace, page)
    open_dialog(person)
    settle()
    assert [person.ui.kind.itemText(at) for at in range(2)] == ["", "Gezin"]
    person.ui.first.setText("Bea")
    person.ui.kind.setCurrentIndex(1)
    with qtbot.waitSignal(person.saved) as saved:
        person.ui.save.click()
    assert real.members.detail(saved.args[0]).memberships[0].kind == "Gezin"


def test_f1_in_a_form_opens_the_chapter_and_esc_leads_back(
    qtbot: QtBot, page: SettingsPage, settle: Settle
) -> None:
    page.more.bank.add.click()
    settle()
    form = page.findChildren(BankForm)[-1]
    qtbot.waitUntil(form.iban.hasFocus)
    qtbot.keyClicks(form.iban, "NL91")
    qtbot.keyClick(form.iban, Qt.Key.Key_F1)
    helping = form.findChildren(HelpDialog)[0]
    qtbot.waitUntil(helping.text.hasFocus)
    assert helping.text.accessibleName() == "Settings"
    check_controls(helping, "help over a form")
    qtbot.keyClick(helping.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(form.iban.hasFocus)
    assert form.isVisible()
    assert form.iban.text() == "NL91"
    form.reject()


def test_f1_on_a_page_has_a_way_back_to_the_field(
    qtbot: QtBot, real_shell: Shell, page: SettingsPage, settle: Settle
) -> None:
    page.ui.name.setFocus()
    qtbot.keyClicks(page.ui.name, "De Li")
    qtbot.keyClick(page.ui.name, Qt.Key.Key_F1)
    settle()
    back = real_shell.page("help").back  # type: ignore[attr-defined]
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert page.ui.name.hasFocus()
    assert page.ui.name.text().endswith("De Li")


def test_the_last_visit_is_on_the_tiles_only_when_it_is_asked_for(
    qtbot: QtBot, real_shell: Shell, page: SettingsPage, real: Administration, settle: Settle
) -> None:
    assert not page.more.last_visit.isChecked()
    real_shell.show_settings(Section.DOOR)
    qtbot.keyClick(page.more.last_visit, Qt.Key.Key_Space)
    settle()
    assert real.settings.centre().last_visit_at_door
