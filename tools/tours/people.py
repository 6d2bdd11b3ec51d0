# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of people and of what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import MemberFilter, Person, PersonDetail
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.history import HistoryPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go, opened, settle


def people(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The form, the doubles, and the changes."""
    yield from _form(shell, window)
    yield from _doubles(shell, window)
    yield from _history(shell, window)


def _form(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    go(shell, places.MEMBERS)
    page = shell.page(places.MEMBERS)
    assert isinstance(page, MembersPage)
    yield from opened("person", window, page.new)


def _doubles(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Two people of one name and birthday beside each other."""
    go(shell, places.MEMBERS)
    page = shell.page(places.MEMBERS)
    assert isinstance(page, MembersPage)
    members = shell.workspace.administration.members
    for first, phone in (("Johanna", "0302345678"), ("J.", "0612345678")):
        name = PersonName(first=first, prefix="van der", last="Zonnebloem")
        born = PartialDate(1949, 5, 12)
        members.save(PersonDetail(person=Person(name=name, born=born, phone=phone)))
    yield from opened("doubles", window, page.doubles)


def _history(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """A change of a person, with the bar that takes it back; then what goes with an import."""
    members = shell.workspace.administration.members
    detail = members.detail(members.page("", MemberFilter.MEMBERS, 3, 1)[0].id)
    moved = replace(detail.person.address, street="Beukenlaan", house="7", town="Amersfoort")
    members.save(replace(detail, person=replace(detail.person, address=moved, mobile="")))
    settle(window)
    go(shell, places.HISTORY)
    yield "history", window
    settle(window)
    page = shell.page(places.HISTORY)
    assert isinstance(page, HistoryPage)
    second = page.model.rowCount() - 2  # after the name of the centre
    page.model.row(second)  # asks for the last rows
    settle(window)
    row = page.model.row(second)
    assert row is not None
    shell.show_change(row.id)
    settle(window)
    page.detail.turn_back.click()
    yield "history-import", window
