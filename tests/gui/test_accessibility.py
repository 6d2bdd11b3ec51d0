# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar of UI.md in short; ``make accessibility`` looks at every page, dialog and size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.new_administration import NewAdministrationForm
from buurthuis_admin.gui.pages.settings import SettingsPage
from buurthuis_admin.gui.places import MEMBERS, SETTINGS
from buurthuis_admin.gui.settings_sections import Section
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.theme.apply import Brightness
from buurthuis_admin.gui.widgets.focus_ring import GAP, WIDTH
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services import password_words
from tests.accessibility import cut_off, names, sizes
from tests.accessibility.stages import Stage, run

Settle = Callable[[], None]
_SMALL = (1280, 720)
# Each page of an empty administration; and the example with its dialogs of people and the centre.
SHORT = {
    "pages": Stage(
        ("names", "roles", "sizes", "tab-ring", "colour-alone"),
        size=100,
        room=_SMALL,
        empty=True,
    ),
    "dialogs": Stage(
        ("names", "roles", "sizes", "contrast", "errors", "escape", "drag-has-a-button"),
        brightness=Brightness.DARK,
        tours=("people", "centre"),
    ),
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("stage", SHORT.values(), ids=SHORT)
def test_the_bar_holds(stage: Stage) -> None:
    found = run(stage)
    assert {point: one.wrong for point, one in found.items() if one.wrong} == {}
    assert set(found) == set(stage.points)


@pytest.mark.parametrize("choose", [min, max])
def test_any_phrase_that_is_proposed_fits(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch, choose: Callable[..., str]
) -> None:
    phrase = "-".join([choose(password_words.phrase_words(), key=len)] * 4)
    monkeypatch.setattr(password_words, "random_phrase", lambda: phrase)
    form = NewAdministrationForm(shell.page(MEMBERS))
    form.open()
    QApplication.processEvents()
    for look in (names.look, sizes.look, cut_off.look):
        assert [words for words, right in look(form, "") if not right] == []
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not form.isVisible())


def centre_of(shell: Shell, window: MainWindow, settle: Settle) -> ScrollColumn:
    """A column in which not everything has room."""
    window.resize(1000, 500)
    shell.show_settings(Section.CENTRE)
    settle()
    page = shell.page(SETTINGS)
    assert isinstance(page, SettingsPage)
    column = page.stack.currentWidget()
    assert isinstance(column, ScrollColumn)
    return column


def test_tab_from_outside_brings_a_field_into_view(
    window: MainWindow, shell: Shell, settle: Settle
) -> None:
    column = centre_of(shell, window, settle)
    bar = column.verticalScrollBar()
    first = column.findChildren(QLineEdit)[0]
    bar.setValue(bar.maximum())
    assert first.visibleRegion().isEmpty()
    shell.sidebar.pages.setFocus()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert not first.visibleRegion().isEmpty()
    assert window.ring.isVisible()


def test_the_ring_is_around_what_has_the_focus(
    qtbot: QtBot, window: MainWindow, shell: Shell
) -> None:
    page = shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    page.search.setFocus()
    ring = window.ring
    assert ring.isVisible()
    out = GAP + WIDTH
    corner = page.search.mapTo(window, page.search.rect().topLeft())
    around = QRect(corner, page.search.size()).adjusted(-out, -out, out, out)
    assert ring.geometry() == around
    assert WIDTH >= 3


def test_the_ring_follows_scrolling_and_never_floats_alone(
    qtbot: QtBot, window: MainWindow, shell: Shell, settle: Settle
) -> None:
    column = centre_of(shell, window, settle)
    column.findChildren(QLineEdit)[0].setFocus()
    before = window.ring.geometry()
    bar = column.verticalScrollBar()
    bar.setValue(30)
    QApplication.processEvents()
    assert window.ring.geometry() != before
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert not window.ring.isVisible()
