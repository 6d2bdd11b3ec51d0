# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of what is decided about people and rows of a box: doubles, and rows that wait."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.importing import ImportPage
from buurthuis_admin.gui.pages.members import MembersPage
from buurthuis_admin.gui.pages.merge_two import MergeTwoDialog
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.moving import Shown, go, opened, settle

_LIST = """Roepnaam;Tussenv;Achternaam;Geb.dat;Straat;Huisnr;PC;Plaats;Tel;E-mail
G.;van der;Molenaar;;Molenweg;7;3514 XY;Waterdam;030-2345678;molenaar@voorbeeld.nl
Gerda;;Smitsman;1-2-1960;Kerkpad;4;3512 AB;Waterdam;;
Gerda;;Smitsman;;;;;;;
Piet;;Bosscher;3-4-1951;Kerkpad;3;35 AB;Waterdam;06-12345678;
Truus;;Veldhuis;31-2-1949;Lindelaan;12;3512 CD;Waterdam;;
"""


def waiting(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """Who may be one, what waits, and two people who are pointed out."""
    name = PersonName(first="Geertje", prefix="van der", last="Molenaar")
    person = Person(name=name, email="geertje@voorbeeld.nl", phone="0302345678")
    shell.workspace.administration.members.save(PersonDetail(person=person))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nieuwe leden 2025.csv"
        path.write_text(_LIST, encoding="utf-8")
        shell.page(places.IMPORT).take_files([str(path)])
        go(shell, places.IMPORT)
        settle(window)
    page = shell.page(places.IMPORT)
    assert isinstance(page, ImportPage)
    yield "import-questions", window
    page.plan.doubles.click()
    page.doubles.table.selectRow(page.doubles.total - 1)
    yield "import-doubles", window
    assert page._prepared is not None
    for question in page._prepared.outcome.questions:
        page._postpone(question)
        settle(window)
    page.doubles.back.click()
    yield "import-waiting", window
    page.plan.write.click()
    settle(window)
    go(shell, places.TODAY)
    yield "today-waiting", window
    go(shell, places.WAITING)
    settle(window)
    yield "waiting", window
    yield from _two(shell, window)


def _two(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    go(shell, places.MEMBERS)
    settle(window)
    page = shell.page(places.MEMBERS)
    assert isinstance(page, MembersPage)
    yield from opened("merge-choose", window, page.detail.merge)

    def choose() -> None:
        page.detail.merge.click()
        settle(window)
        page.findChildren(MergeTwoDialog)[-1].choose.click()

    yield from opened("merge-two", window, choose)
