# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doubles are shown side by side; the answer is the person's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.merging import MergeField
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.gui.pages.doubles import DoublesDialog
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.places import MEMBERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration

_BORN = PartialDate(1951, 3, 7)


def _save(administration: Administration, first: str, phone: str) -> int:
    name = PersonName(first=first, prefix="de", last="Vries")
    person = Person(name=name, born=_BORN, phone=phone)
    return administration.members.save(PersonDetail(person=person))


def _opened(qtbot: QtBot, shell: Shell) -> DoublesDialog:
    page = shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    qtbot.mouseClick(page.doubles, Qt.MouseButton.LeftButton)
    dialog = page.findChildren(DoublesDialog)[-1]
    qtbot.waitUntil(lambda: "…" not in dialog.title.text())
    return dialog


def test_two_are_made_one_with_the_chosen_telephone(
    qtbot: QtBot, real: Administration, real_shell: Shell
) -> None:
    administration = real
    jan = _save(administration, "Jan", "0302345678")
    other = _save(administration, "J.", "0301111111")
    dialog = _opened(qtbot, real_shell)
    dialog.people.choices[MergeField.PHONE].buttons()[1].setFocus()
    qtbot.keyClick(dialog.people.choices[MergeField.PHONE].buttons()[1], Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.same, Qt.MouseButton.LeftButton)
    made = administration.members.detail(jan).person
    assert made.phone == "0301111111"
    assert administration.members.count("vries") == 1
    assert not dialog.same.isVisible()
    administration.history.undo()
    assert administration.members.detail(other).person.phone == "0301111111"
    assert administration.members.detail(jan).person.phone == "0302345678"
    dialog.reject()


def test_two_people_are_not_asked_about_again_and_later_is(
    qtbot: QtBot, real: Administration, real_shell: Shell
) -> None:
    administration = real
    _save(administration, "Jan", "")
    _save(administration, "Jan", "")
    dialog = _opened(qtbot, real_shell)
    qtbot.mouseClick(dialog.later, Qt.MouseButton.LeftButton)
    assert not dialog.same.isVisible()
    dialog.reject()
    again = _opened(qtbot, real_shell)
    assert again.same.isVisible()
    qtbot.mouseClick(again.other, Qt.MouseButton.LeftButton)
    again.reject()
    assert administration.merging.doubles() == []
    assert administration.members.count("vries") == 2
