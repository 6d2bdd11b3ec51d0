# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of today cannot solve itself leads to the page that can."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QPushButton

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.gui.pages.doubles import DoublesDialog
from buurthuis_admin.gui.pages.today import TodayPage
from buurthuis_admin.gui.places import MEMBERS, SUBSIDIES, TODAY
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")


def test_dossiers_that_do_not_fit_and_possible_doubles_lead_to_where_they_are_solved(
    real: Administration, real_shell: Shell, settle: Settle
) -> None:
    for number in range(8):
        money = Decimal(100)
        real.subsidies.save(
            Subsidy(funder=f"Fonds {number}", state=SubsidyState.AWARDED, awarded=money)
        )
    for phone in ("0612345678", ""):
        name = PersonName(first="Anna", last="Blijver")
        real.members.save(PersonDetail(person=Person(name=name, mobile=phone)))
    assert len(real.merging.doubles()) == 1
    real_shell.go_to(TODAY)
    today = real_shell.page(TODAY)
    assert isinstance(today, TodayPage)
    today.refresh()
    settle()
    settle()
    (more,) = [one for one in today.findChildren(QPushButton) if "dossiers" in one.text()]
    more.click()
    assert real_shell.current == SUBSIDIES
    (go_there,) = [
        one for one in today.findChildren(QPushButton) if "1 paar" in one.accessibleName()
    ]
    go_there.click()
    settle()
    assert real_shell.current == MEMBERS
    dialog = real_shell.window().findChild(DoublesDialog)
    assert dialog is not None
    dialog.reject()
