# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of volunteers held to the bar of UI.md."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from buurthuis_admin.domain.allowances import Allowance
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.helping import HelpGiven, NeighbourHelp
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail, Volunteer, VolunteerHours
from buurthuis_admin.gui.pages.hours_month import HoursMonthPart
from buurthuis_admin.gui.pages.page_part import ListPart
from buurthuis_admin.gui.pages.volunteers import Part, VolunteersPage
from buurthuis_admin.gui.places import VOLUNTEERS
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from buurthuis_admin.services.administration import Administration
from tests.accessibility.checks import beside, check_controls, cut_off


def fill(real: Administration) -> None:
    ids = []
    for first in ("Ans", "Jan"):
        person = Person(name=PersonName(first=first, last="Bakker"))
        made = PersonDetail(person=person, volunteer=Volunteer(tasks="Bar"))
        ids.append(real.members.save(made))
    today = real.volunteers.day()
    real.volunteers.pay(Allowance(person_id=ids[0], day=today, amount=Decimal(300)))
    hours = VolunteerHours(person_id=ids[0], day=PartialDate.of(today), hours=Decimal(2))
    real.volunteers.add_hours(hours, "Bar")
    asked = NeighbourHelp(person_id=None, what="Boodschappen", day=today)
    real.neighbour_help.note(asked, "Ans Bakker")
    given = HelpGiven(person_id=None, day=today, hours=Decimal(1))
    real.neighbour_help.help(real.neighbour_help.all()[0], "Jan Bakker", given)


# Every size in both languages: make accessibility.
@pytest.mark.parametrize(("language", "size"), [("nl", 200)])
def test_the_page_keeps_the_bar(
    language: str,
    size: int,
    window: MainWindow,
    preferences: Preferences,
    real: Administration,
    settle: Callable[[], None],
) -> None:
    use_language(language)
    fill(real)
    preferences.language, preferences.text_size = language, size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(real, VOLUNTEERS)
    assert window.shell is not None
    page = window.shell.page(VOLUNTEERS)
    assert isinstance(page, VolunteersPage)
    for key in Part:
        page.show_part(key)
        settle()
        part = page.part(key)
        assert isinstance(part, ListPart | HoursMonthPart)
        model = part.model if isinstance(part, ListPart) else part.cells
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(model, mode)
        assert model.rowCount()
        check_controls(window, key)
        assert cut_off(window) == []
        assert beside(window) == []
