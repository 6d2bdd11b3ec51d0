# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Address, board and age bands in the settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.ages import CBS_BANDS, DEFAULT_BANDS
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.pages.settings_centre import BandsForm, CoverForm
from buurthuis_admin.gui.places import SETTINGS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import check_controls, cut_off

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


def test_the_address_and_the_board_by_the_keyboard(
    qtbot: QtBot, page: SettingsPage, real: Administration, settle: Settle
) -> None:
    page.more.cover.add.setFocus()
    qtbot.keyClick(page.more.cover.add, Qt.Key.Key_Space)
    settle()
    form = page.findChildren(CoverForm)[0]
    qtbot.waitUntil(form.street.hasFocus)
    check_controls(form, "address and board")
    assert cut_off(form) == []
    for text in ("Lindelaan 4", "1234 ab", "12345", "A. de Vries, , F. Yilmaz "):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    form.keep()
    settle()
    assert form.isVisible()
    assert real.settings.centre().street == ""
    assert form.board.text() == "A. de Vries, , F. Yilmaz "
    form.rsin.setText("123 456 789")
    form.keep()
    settle()
    kept = real.settings.centre()
    assert (kept.street, kept.postcode, kept.rsin) == ("Lindelaan 4", "1234 AB", "123456789")
    assert kept.board == ("A. de Vries", "F. Yilmaz")


def test_the_age_bands_by_the_mouse_and_back(
    qtbot: QtBot, page: SettingsPage, real: Administration, settle: Settle
) -> None:
    for press, bands in (("cbs", CBS_BANDS), ("usual", DEFAULT_BANDS)):
        qtbot.mouseClick(page.more.bands.add, Qt.MouseButton.LeftButton)
        settle()
        form = page.findChildren(BandsForm)[-1]
        check_controls(form, "age bands")
        assert cut_off(form) == []
        qtbot.mouseClick(getattr(form, press), Qt.MouseButton.LeftButton)
        form.keep()
        settle()
        assert real.settings.centre().age_bands == bands


@pytest.mark.parametrize(
    "typed", ["", "twelve", "-3", "18, 200", "1.5", "²", ",".join(map(str, range(20)))]
)
def test_ages_that_cannot_be_are_told_and_stay(
    qtbot: QtBot, page: SettingsPage, real: Administration, settle: Settle, typed: str
) -> None:
    page.more.bands.add.click()
    settle()
    form = page.findChildren(BandsForm)[-1]
    form.ages.setText(typed)
    form.keep()
    settle()
    assert form.isVisible()
    assert form.summary.isVisible()
    assert form.ages.text() == typed
    assert real.settings.centre().age_bands == DEFAULT_BANDS
    form.reject()


def test_the_forms_open_again_after_the_lock(page: SettingsPage, settle: Settle) -> None:
    for form in (CoverForm, BandsForm):
        opened: list[FormDialog] = []
        assert page.reopen_form(form.draft_kind, 0, opened.append)
        settle()
        assert isinstance(opened[0], form)
        opened[0].reject()
