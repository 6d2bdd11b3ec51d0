# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar of UI.md: names, sizes, keyboard, ring, and nothing cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.gui.pages.activities import ActivitiesPage, View
from buurthuis_admin.gui.pages.activity_detail import Part
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.new_administration import NewAdministrationForm
from buurthuis_admin.gui.pages.person_form import PersonForm
from buurthuis_admin.gui.places import (
    ACTIVITIES,
    BACKUPS,
    HELP,
    HISTORY,
    IMPORT,
    MEMBERS,
    REPORTS,
    SETTINGS,
    TODAY,
    WAITING,
)
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.flow import FlowLabel
from buurthuis_admin.gui.widgets.focus_ring import GAP, WIDTH
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from buurthuis_admin.services import password_words
from tests.gui.fakes import FakeAdministration

Settle = Callable[[], None]
PLACES = (
    TODAY,
    MEMBERS,
    ACTIVITIES,
    IMPORT,
    REPORTS,
    HISTORY,
    BACKUPS,
    SETTINGS,
    WAITING,
    HELP,
)
_CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)


def visible(window: QWidget) -> Iterator[QWidget]:
    return (one for one in window.findChildren(QWidget) if one.isVisible())


def controls(window: QWidget) -> list[QWidget]:
    """What a person can work with; the parts that Qt makes inside a control are not meant."""
    return [
        one
        for one in visible(window)
        if isinstance(one, _CONTROLS)
        and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QComboBox | QLineEdit)
    ]


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons whose text does not fit."""
    found = []
    for one in visible(window):
        if isinstance(one, QLabel) and one.text():
            if one.wordWrap() or isinstance(one, FlowLabel):
                needed = one.heightForWidth(one.width())
                words = one.text().replace("\N{ZERO WIDTH SPACE}", " ").split()
                longest = max(one.fontMetrics().horizontalAdvance(word) for word in words)
                fits = needed <= one.height() + 1 and longest <= one.width() + 1
            else:
                fits = one.sizeHint().width() <= one.width() + 1
            if not fits:
                found.append(f"label {one.text()!r} {one.size().toTuple()}")
        if isinstance(one, QAbstractButton) and one.sizeHint().width() > one.width() + 1:
            found.append(f"button {one.text()!r} {one.width()} < {one.sizeHint().width()}")
    return found


def beside(window: QWidget) -> list[str]:
    """Controls that stand partly outside their window, with no way to scroll there."""
    inside = window.rect()
    found = []
    for one in controls(window):
        left = one.mapTo(window, one.rect().topLeft()).x()
        if left < inside.left() or left + one.width() > inside.right() + 1:
            found.append(f"{type(one).__name__} {one.accessibleName()!r}")
    return found


def walk_activities(shell: Shell, settle: Settle) -> Iterator[str]:
    """The calendar in both forms with the chosen day, and the other parts of an activity."""
    page = shell.page(ACTIVITIES)
    assert isinstance(page, ActivitiesPage)
    for view in (View.MONTH, View.WEEK):
        page.show_view(view)
        settle()
        yield f"activities, {view}"
        if page.panes.narrow:
            page.panes.open_detail()
            QApplication.processEvents()
            yield f"activities, {view}, day"
            page.panes.close_detail()
    page.show_view(View.LIST)
    for part in (Part.PEOPLE, Part.PLANNING):
        page.detail.show_part(part)
        page.panes.open_detail()
        settle()
        settle()
        yield f"activities, {part}"
    page.detail.show_part(Part.MEETINGS)
    page.panes.close_detail()


def walk(shell: Shell, settle: Settle) -> Iterator[str]:
    """Every page, the plan of an import, and in a narrow window each detail."""
    for key in PLACES:
        shell.go_to(key)
        settle()
        settle()
        yield key
        if key == ACTIVITIES:
            yield from walk_activities(shell, settle)
        panes = getattr(shell.page(key), "panes", None)
        if panes is not None and panes.narrow:
            panes.open_detail()
            QApplication.processEvents()
            yield f"{key}, detail"
            panes.close_detail()
    shell.take_files(["leden.xlsx"])
    settle()
    page = shell.page(IMPORT)
    plan = page.plan  # type: ignore[attr-defined]
    plan.table.selectRow(1)
    QApplication.processEvents()
    yield "the plan"
    if plan.panes.narrow:
        plan.panes.open_detail()
        QApplication.processEvents()
        yield "a sheet of the plan"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_cut_off(
    language: str,
    size: int,
    window: MainWindow,
    preferences: Preferences,
    administration: FakeAdministration,
    settle: Settle,
) -> None:
    use_language(language)
    preferences.language, preferences.text_size = language, size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(administration)  # type: ignore[arg-type]
    settle()
    assert window.shell is not None
    for place in walk(window.shell, settle):
        assert cut_off(window) == [], place
        assert beside(window) == [], place
        assert window.size().toTuple() == (1280, 720), place
        least = window.minimumSizeHint()
        assert least.width() <= 1280, place
        assert least.height() <= 720, place


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_is_large_enough(
    size: int,
    window: MainWindow,
    preferences: Preferences,
    administration: FakeAdministration,
    settle: Settle,
) -> None:
    preferences.text_size = size
    window.restyle()
    window.show_start(administration.path)
    QApplication.processEvents()
    check_controls(window, "start")
    window.show_administration(administration)  # type: ignore[arg-type]
    settle()
    assert window.shell is not None
    for place in walk(window.shell, settle):
        check_controls(window, place)


def check_controls(window: QWidget, place: str) -> None:
    for one in controls(window):
        told = f"{place}: {type(one).__name__} {one.accessibleName()!r} {one.size().toTuple()}"
        assert one.accessibleName(), told
        assert one.height() >= 44, told
        assert one.width() >= 44, told


@pytest.mark.parametrize("choose", [min, max])
def test_dialogs_keep_the_bar_too(
    qtbot: QtBot, shell: Shell, monkeypatch: pytest.MonkeyPatch, choose: Callable[..., str]
) -> None:
    # The phrase that is proposed is drawn by chance: the shortest and the longest must fit.
    phrase = "-".join([choose(password_words.phrase_words(), key=len)] * 4)
    monkeypatch.setattr(password_words, "random_phrase", lambda: phrase)
    page = shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    for form in (PersonForm(None, shell.workspace, page), NewAdministrationForm(page)):
        form.open()
        QApplication.processEvents()
        check_controls(form, type(form).__name__)
        assert cut_off(form) == []
        qtbot.keyClick(form, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda form=form: not form.isVisible())  # type: ignore[misc]


def test_roles_are_as_meant(shell: Shell) -> None:
    page = shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    chip = page.chips.chip(MemberFilter.ALL)
    for widget, role in (
        (shell.sidebar.pages, QAccessible.Role.List),
        (chip, QAccessible.Role.RadioButton),
        (page.table, QAccessible.Role.Table),
    ):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.role() == role


@pytest.mark.parametrize("key", PLACES)
def test_the_ring_of_tab_closes_and_reaches_everything(
    qtbot: QtBot, shell: Shell, window: MainWindow, settle: Settle, key: str
) -> None:
    shell.go_to(key)
    settle()
    settle()
    shell.page(key).focus_first()
    first = QApplication.focusWidget()
    seen = [first]
    for _step in range(90):  # the settings have the most stops
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
        seen.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is first
    assert shell.sidebar.pages in seen
    missed = [
        f"{type(one).__name__} {one.accessibleName()!r}"
        for one in controls(window)
        if one not in seen and one.isEnabled() and not _is_other_chip(one)
    ]
    assert missed == []


def _is_other_chip(widget: QWidget) -> bool:
    # Of a group of radio buttons only the chosen one is a stop; arrows go to the others.
    return widget.property("kind") == "chip" and not widget.isChecked()  # type: ignore[attr-defined]


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
    shell.go_to(SETTINGS)
    settle()
    window.resize(1000, 500)
    page = shell.page(SETTINGS)
    page.focus_first()
    before = window.ring.geometry()
    bar = page.findChildren(ScrollColumn)[0].verticalScrollBar()
    bar.setValue(30)
    QApplication.processEvents()
    assert window.ring.geometry() != before
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert not window.ring.isVisible()
