# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lock in the middle of an edit: at once nothing to be seen, and not one character lost."""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from buurthuis_admin.gui.pages.lock import LockPage
from buurthuis_admin.gui.pages.person_form import PersonForm
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.places import MEMBERS, SETTINGS
from buurthuis_admin.gui.widgets.typed import fields_in, text_of
from buurthuis_admin.services.administration import create_administration, open_administration
from tests.safety.chance import dice
from tests.safety.desk import Desk
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, named
from tests.safety.tracing import ROOT

SECONDS = 1.0
KNOWN = "Kanarievogel"  # somebody on the list behind the form
MARK = "Geheim"  # in whatever is typed
_PIECES = (
    *("Öztürk", "O'Brien", "van der ", "Şahin", "30-2-19", "06 - 12", "<b>&amp;", "%s{0}", '"'),
    *("\\n", "e\u0301", "\N{PILE OF POO}", "محمد", "東京", "  ", "=1+1", "ﷺ", "\u200d", ","),
)


def lock(wanted: int) -> Held:
    """So many locks, each in the middle of another text."""
    held = Held("lock")
    chance = dice("typed")
    home = Path(tempfile.mkdtemp(prefix="safety-lock-", dir=ROOT))
    desk = None
    try:
        administration = create_administration(home / FILE, PASSWORD)
        administration.members.save(named(KNOWN))
        administration.close()
        desk = Desk(home)
        desk.window.show_administration(open_administration(home / FILE, PASSWORD))
        for number in range(wanted):
            held.count(f"lock {number}", problem_of(partial(_lock_once, desk, chance)))
    finally:
        if desk is not None:
            desk.leave()
        shutil.rmtree(home)
    return held


def _lock_once(desk: Desk, chance: random.Random) -> None:
    settings, form = _begin(desk)
    expected = _type_in(form, chance)
    town = _text(chance)
    settings.ui.town.selectAll()
    settings.ui.town.insert(town)
    settings.ui.town.setModified(True)
    begun = time.perf_counter()
    desk.window.lock()
    QApplication.processEvents()
    _check_nothing_shows(desk, time.perf_counter() - begun)
    _unlock(desk)
    settings, form = _begin(desk)
    found = {name: text_of(field) for name, field in fields_in(form).items()}
    lost = [name for name, text in expected.items() if found[name] != text]
    if lost:
        raise Broken(f"{lost[0]} was {expected[lost[0]]!a} and is {found[lost[0]]!a}")
    if settings.ui.town.text() != town:
        raise Broken(f"the settings had {town!a} and have {settings.ui.town.text()!a}")


def _begin(desk: Desk) -> tuple[SettingsPage, PersonForm]:
    """The page of settings, and the form of a new person: the one that is open, or another."""
    desk.settle()
    shell = desk.window.shell
    if shell is None:
        raise Broken("it does not open again")
    settings = shell.page(SETTINGS)
    assert isinstance(settings, SettingsPage)
    shell.go_to(MEMBERS)
    desk.settle()
    if not _forms():
        shell.page(MEMBERS).reopen_form("person", 0, lambda _form: None)
        desk.settle()
    (form,) = _forms()
    return settings, form


def _forms() -> list[PersonForm]:
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return [one for one in shown if isinstance(one, PersonForm)]


def _type_in(form: PersonForm, chance: random.Random) -> dict[str, str]:
    typed = {}
    for name, field in fields_in(form).items():
        if isinstance(field, QLineEdit):
            field.setText(_text(chance))
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(f"{_text(chance)}\n{_text(chance)}")
        typed[name] = text_of(field)
    return typed


def _text(chance: random.Random) -> str:
    return MARK + "".join(chance.choices(_PIECES, k=chance.randint(0, 6)))


def _check_nothing_shows(desk: Desk, seconds: float) -> None:
    if seconds > SECONDS:
        raise Broken(f"it took {seconds:.1f} s")
    shown = [desk.window.windowTitle()]
    for top in QApplication.topLevelWidgets():
        for widget in [top, *top.findChildren(QWidget)]:
            if widget.isVisible() and isinstance(widget, QLabel | QLineEdit):
                shown.append(widget.text())
    told = " ".join(shown)
    if MARK in told or KNOWN in told or _forms() or desk.window.shell is not None:
        raise Broken("something personal is still on the screen")


def _unlock(desk: Desk) -> None:
    page = desk.window.centralWidget()
    assert isinstance(page, LockPage)
    desk.until(page.open.isEnabled)
    page.password.setText(PASSWORD)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    desk.settle()
    desk.until(lambda: bool(_forms()))
