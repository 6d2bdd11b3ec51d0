# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The buttons that end a form: in one place in each, and Enter does what it stands on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from buurthuis_admin.gui.pages.fields_form import Field, FieldsForm
from buurthuis_admin.gui.pages.money_forms import BookingForm
from buurthuis_admin.gui.pages.person_form import PersonForm
from buurthuis_admin.gui.pages.settings_list_forms import RoomForm
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]
Make = Callable[[Workspace, QWidget], FormDialog]


def _person(workspace: Workspace, parent: QWidget) -> FormDialog:
    return PersonForm(None, workspace, parent)


def _room(workspace: Workspace, parent: QWidget) -> FormDialog:
    return RoomForm(None, workspace, parent)


def _booking(workspace: Workspace, parent: QWidget) -> FormDialog:
    return BookingForm(None, ((), ()), workspace, parent)


def _fields(workspace: Workspace, parent: QWidget) -> FormDialog:
    fields = (Field(name="first", label="First"), Field(name="must", label="Must", needed=True))
    return FieldsForm("Title", fields, workspace, parent, remover=("Take away", int))


@pytest.fixture(params=[_person, _room, _booking, _fields])
def form(request: pytest.FixtureRequest, real_shell: Shell, settle: Settle) -> FormDialog:
    """A form of each kind there is, open."""
    made = request.param(real_shell.workspace, real_shell)
    assert isinstance(made, FormDialog)
    open_dialog(made)
    settle()
    return made


def answers(form: FormDialog) -> tuple[QPushButton, QPushButton]:
    found = {one.text(): one for one in form.findChildren(QPushButton)}
    return found["Cancel"], found["Save"]


def check_marks(form: FormDialog) -> None:
    """What may be left empty is told once on the screen, and aloud where nothing is wrong."""
    told = [one.text() for one in form.findChildren(QLabel) if "left empty" in one.text()]
    if isinstance(form, PersonForm):
        assert told == [form.accessibleDescription()]
        return
    fields = [one for one in form.findChildren(QWidget) if one.accessibleDescription()]
    assert {one.accessibleDescription() for one in fields} == {"may be left empty"}
    assert len(told) == len(fields)
    line = next(one for one in fields if isinstance(one, QLineEdit))
    line.setText("a\tb")
    assert not form.fits()
    assert "table" in line.accessibleDescription()
    form.show_problems([])
    assert line.accessibleDescription() == "may be left empty"


def test_they_stand_at_the_right_and_enter_does_what_has_the_focus(
    form: FormDialog, real: Administration, settle: Settle
) -> None:
    check_marks(form)
    cancel, save = answers(form)
    right = [one.mapTo(form, one.rect().topRight()).x() for one in (cancel, save)]
    assert form.width() - 32 <= right[1] < form.width() - 16
    assert right[0] < right[1] - save.width()
    form.findChildren(QLineEdit)[0].setFocus()
    assert save.isDefault()
    before = len(real.history.recent(0, 9))
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    settle()
    assert not isValid(form) or not form.isVisible()
    assert len(real.history.recent(0, 9)) == before


def test_enter_in_a_field_saves(real_shell: Shell, real: Administration, settle: Settle) -> None:
    form = RoomForm(None, real_shell.workspace, real_shell)
    open_dialog(form)
    QTest.keyClicks(form.name, "Zaal")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    settle()
    assert [one.name for one in real.centre_lists.rooms()] == ["Zaal"]
