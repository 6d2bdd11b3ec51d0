# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of safety, and getting in by the recovery sheet, on a real administration."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.pages.lock import LockPage
from buurthuis_admin.gui.pages.safety import SafetyPage
from buurthuis_admin.gui.pages.sheet_form import SheetForm
from buurthuis_admin.gui.pages.start import StartPage
from buurthuis_admin.gui.places import SAFETY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from tests.unit.storage.making import PASSWORD

NEW = "fiets bloem raam kast gordijn"


@pytest.fixture
def first_page() -> str:
    return SAFETY


@pytest.fixture
def page(real_shell: Shell, settle: Callable[[], None]) -> SafetyPage:
    real_shell.go_to(SAFETY)
    settle()
    found = real_shell.page(SAFETY)
    assert isinstance(found, SafetyPage)
    return found


def fill(page: SafetyPage, old: str, new: str, again: str) -> None:
    page.old.setText(old)
    page.pair.password.setText(new)
    page.pair.again.setText(again)


def test_the_password_is_changed(
    qtbot: QtBot, page: SafetyPage, real: Administration, settle: Callable[[], None]
) -> None:
    fill(page, PASSWORD, NEW, NEW)
    qtbot.mouseClick(page.change, Qt.MouseButton.LeftButton)
    settle()
    assert "The password was changed" in page.changed.text()
    assert page.pair.password.text() == ""
    assert real.security.fits(NEW)


@pytest.mark.parametrize(
    ("old", "new", "again", "told"),
    [
        ("wrong", NEW, NEW, "present password is not right"),
        (PASSWORD, "kort", "kort", "at least 10 signs"),
        (PASSWORD, NEW, "iets anders", "two passwords differ"),
    ],
)
def test_what_is_not_right_is_told_and_kept(
    page: SafetyPage, settle: Callable[[], None], old: str, new: str, again: str, told: str
) -> None:
    fill(page, old, new, again)
    page.change.click()
    settle()
    assert told in page.pair.told.text()
    assert (page.old.text(), page.pair.password.text()) == (old, new)


def test_a_phrase_that_is_offered_is_strong_enough(page: SafetyPage) -> None:
    page.pair.advice.take.click()
    assert page.pair.problem() == ""


def test_the_sheet_is_saved_and_part_of_it_typed_back(
    page: SafetyPage, real: Administration, tmp_path: Path, settle: Callable[[], None]
) -> None:
    page.sheet.save_to(tmp_path / "vel.pdf")
    settle()
    assert (tmp_path / "vel.pdf").read_bytes().startswith(b"%PDF")
    groups = {
        f"{row}{n}": group
        for row, found in real.security.code().rows
        for n, group in enumerate(found, 1)
    }
    page.sheet.ask_for(("A1", "C2", "F3"))
    for label, field in page.sheet.fields.items():
        field.setText(groups[label] if label != "C2" else "000000")
    page.sheet.done.click()
    settle()
    assert "C2" in page.sheet.told.text()
    assert not real.security.sheet_confirmed
    page.sheet.fields["C2"].setText(groups["C2"].lower())
    page.sheet.done.click()
    settle()
    assert "typed back" in page.sheet.state.text()


def test_after_a_leak_there_is_a_new_key(
    page: SafetyPage, real: Administration, settle: Callable[[], None]
) -> None:
    before = real.security.code().text
    page.new_pair.password.setText(NEW)
    page.new_pair.again.setText(NEW)
    page.rekey.click()
    settle()
    assert "new key" in page.rekeyed.text()
    assert real.security.code().text != before
    assert real.security.fits(NEW)


def test_the_lock_waits_as_long_as_chosen(page: SafetyPage, window: MainWindow) -> None:
    page.minutes.setCurrentIndex(page.minutes.findData(5))
    page.minutes.activated.emit(page.minutes.currentIndex())
    assert window.locking.watch._timer.interval() == 5 * 60_000


def test_a_button_locks_too(
    qtbot: QtBot, page: SafetyPage, window: MainWindow, settle: Callable[[], None]
) -> None:
    page.lock.click()
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), LockPage))
    settle()


def test_who_forgot_the_password_gets_in_by_the_sheet_and_chooses_another(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, settle: Callable[[], None]
) -> None:
    path = tmp_path / "vergeten.buurthuis"
    made = create_administration(path, PASSWORD)
    code = made.security.code().text
    made.close()
    window.show_start(path)
    start = window.centralWidget()
    assert isinstance(start, StartPage)
    start.forgotten.click()
    form = start.findChild(SheetForm)
    assert form is not None
    wrong = ("0" if code[0] != "0" else "1") + code[1:]
    form.text.setPlainText(wrong)
    form.enter.click()
    assert "A1" in form.told.text()
    assert form.text.toPlainText() == wrong
    form.text.setPlainText(code)
    form.enter.click()
    qtbot.waitUntil(lambda: window.shell is not None)
    settle()
    assert window.shell is not None
    page = window.shell.page(SAFETY)
    assert isinstance(page, SafetyPage)
    assert window.shell.current == SAFETY
    assert not page.old.isVisible()
    page.pair.password.setText(NEW)
    page.pair.again.setText(NEW)
    page.change.click()
    settle()
    window._leave()
    QApplication.processEvents()
    open_administration(Path(shutil.copy(path, tmp_path / "copy")), NEW).close()
