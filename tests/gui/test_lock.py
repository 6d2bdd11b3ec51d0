# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Locking in the middle of an edit: nothing on the screen, and not one character lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.idle import IdleWatch
from buurthuis_admin.gui.pages.lock import LockPage
from buurthuis_admin.gui.pages.person_form import PersonForm
from buurthuis_admin.gui.places import MEMBERS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)
from buurthuis_admin.services.drafts import DraftService
from buurthuis_admin.storage.problems import DiskFull
from tests.unit.storage.making import PASSWORD

CANARY = "Kanarievogel"


@pytest.fixture
def own_window(qtbot: QtBot, preferences: Preferences, real: Administration) -> MainWindow:
    """A window whose doors open real files."""
    doors = Doors(open_administration, lambda *_: real, lambda: real)
    made = MainWindow(doors, preferences, ErrorPresenter())
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    name = PersonName(first="Gerda", last=CANARY)
    real.members.save(PersonDetail(person=Person(name=name)))
    made.show_administration(real)
    qtbot.addWidget(made)
    return made


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.readers.busy and not window.writers.busy, timeout=30_000)
    QApplication.processEvents()


def forms() -> list[PersonForm]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, PersonForm) and one.isVisible()]


def open_form(qtbot: QtBot, window: MainWindow) -> PersonForm:
    assert window.shell is not None
    window.shell.go_to(MEMBERS)
    settle(qtbot, window)
    page = window.shell.page(MEMBERS)
    page.reopen_form("person", 0, lambda _form: None)
    (form,) = forms()
    return form


def type_in(form: PersonForm) -> None:
    form.ui.first.setText("Fatma")
    form.ui.last.setText("Öztürk")
    form.ui.phone.setText("030 - 123")
    form.ui.remark.setPlainText("Komt op de fiets.\nBelt eerst.")
    form.ui.phone.setFocus()


def words_on(window: MainWindow) -> str:
    shown: list[str] = [window.windowTitle()]
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            for widget in [top, *top.findChildren(QWidget)]:
                if isinstance(widget, (QLabel, QLineEdit)) and widget.isVisible():
                    shown.append(widget.text())
    return "\n".join(shown)


def lock_page(window: MainWindow) -> LockPage:
    page = window.centralWidget()
    assert isinstance(page, LockPage)
    return page


def unlock(qtbot: QtBot, window: MainWindow, password: str = PASSWORD) -> None:
    page = lock_page(window)
    qtbot.waitUntil(page.open.isEnabled)
    page.password.setText(password)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_nothing_personal_is_left_on_the_screen_or_in_the_title(
    qtbot: QtBot, own_window: MainWindow
) -> None:
    form = open_form(qtbot, own_window)
    type_in(form)
    own_window.lock()
    QApplication.processEvents()
    shown = words_on(own_window)
    assert "Öztürk" not in shown
    assert CANARY not in shown
    assert forms() == []
    assert own_window.shell is None
    settle(qtbot, own_window)


def test_every_character_is_there_after_unlocking(qtbot: QtBot, own_window: MainWindow) -> None:
    type_in(open_form(qtbot, own_window))
    own_window.lock()
    unlock(qtbot, own_window)
    qtbot.waitUntil(lambda: len(forms()) == 1)
    (form,) = forms()
    texts = (form.ui.first.text(), form.ui.last.text(), form.ui.phone.text())
    assert texts == ("Fatma", "Öztürk", "030 - 123")
    assert form.ui.remark.toPlainText() == "Komt op de fiets.\nBelt eerst."
    assert form.focusWidget() is form.ui.phone
    form.reject()
    own_window.locking.keep_drafts()
    settle(qtbot, own_window)
    assert own_window._administration is not None
    assert own_window._administration.drafts.all() == []


def test_a_wrong_password_keeps_it_locked(qtbot: QtBot, own_window: MainWindow) -> None:
    own_window.lock()
    unlock(qtbot, own_window, "wrong")
    page = lock_page(own_window)
    assert "does not fit" in page.told.text()
    unlock(qtbot, own_window)
    assert own_window.shell is not None


def test_it_goes_on_with_the_page_that_was_shown(qtbot: QtBot, own_window: MainWindow) -> None:
    assert own_window.shell is not None
    own_window.shell.go_to(MEMBERS)
    own_window.lock()
    unlock(qtbot, own_window)
    assert own_window.shell is not None
    assert own_window.shell.current == MEMBERS


def test_the_file_is_closed_while_it_is_locked(
    qtbot: QtBot, own_window: MainWindow, real: Administration
) -> None:
    own_window.lock()
    qtbot.waitUntil(lock_page(own_window).open.isEnabled)
    open_administration(real.path, PASSWORD).close()


def test_ctrl_l_locks_also_over_a_form(qtbot: QtBot, own_window: MainWindow) -> None:
    form = open_form(qtbot, own_window)
    type_in(form)
    window = form.windowHandle()
    assert window is not None
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(own_window.centralWidget(), LockPage))
    settle(qtbot, own_window)


def test_nobody_near_the_laptop_locks_it(qtbot: QtBot, own_window: MainWindow) -> None:
    watched = own_window.locking.watch.watching
    own_window.locking.watch.idle.emit()
    assert isinstance(own_window.centralWidget(), LockPage)
    assert (watched, own_window.locking.watch.watching) == (True, False)
    settle(qtbot, own_window)


class CountingTimer(QTimer):
    """Counts how often the waiting begins."""

    begun = 0

    def start(self) -> None:  # type: ignore[override]
        self.begun += 1
        super().start()


def test_a_touch_begins_the_waiting_anew(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    watch = IdleWatch(5, field)
    timer = watch._timer = CountingTimer(field)
    timer.setInterval(300_000)
    field.show()
    field.activateWindow()
    window = field.windowHandle()
    assert window is not None
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window)
    QTest.keyClick(window, Qt.Key.Key_A)
    before = timer.begun  # not watching yet
    watch.start()
    QTest.keyClick(window, Qt.Key.Key_B)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    assert (before, timer.begun >= 3) == (0, True)
    assert field.text() == "ab"  # nothing is held back


def test_the_watch_says_when_nobody_is_there(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    watch = IdleWatch(5, field)
    watch._timer.setInterval(20)
    with qtbot.waitSignal(watch.idle, timeout=2000):
        watch.start()


def test_what_the_disk_does_not_take_stays_encrypted_in_memory(
    qtbot: QtBot, own_window: MainWindow, real: Administration, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(open_form(qtbot, own_window))

    def full(*_: object) -> None:
        raise DiskFull(real.path) from OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(DraftService, "keep", full)
    own_window.lock()
    settle(qtbot, own_window)
    sealed = own_window.locking._sealed
    assert len(sealed) > len(b"Fatma")
    assert b"Fatma" not in sealed
    monkeypatch.undo()
    unlock(qtbot, own_window)
    qtbot.waitUntil(lambda: len(forms()) == 1)
    assert forms()[0].ui.last.text() == "Öztürk"
    forms()[0].reject()


def test_what_is_typed_is_kept_now_and_then_in_case_the_power_goes(
    qtbot: QtBot, preferences: Preferences, tmp_path: Path
) -> None:
    path = tmp_path / "other.buurthuis"
    first = create_administration(path, PASSWORD)
    doors = Doors(open_administration, lambda *_: first, lambda: first)
    window = MainWindow(doors, preferences, ErrorPresenter())
    qtbot.addWidget(window)
    window.show()
    window.show_administration(first)
    type_in(open_form(qtbot, window))
    window.locking.keep_drafts()
    settle(qtbot, window)
    (draft,) = first.drafts.all()
    assert draft.texts["last"] == "Öztürk"
    forms()[0].reject()
