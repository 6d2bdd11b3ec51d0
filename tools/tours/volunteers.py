# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the page of volunteers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain.allowances import Allowance
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.helping import HelpGiven, NeighbourHelp
from buurthuis_admin.domain.people import MemberFilter, Volunteer, VolunteerHours
from buurthuis_admin.gui import places
from buurthuis_admin.gui.pages.neighbour_help import HelpPart
from buurthuis_admin.gui.pages.volunteer_list import VolunteersPart
from buurthuis_admin.gui.pages.volunteers import Part, VolunteersPage
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tools.tours.moving import Shown, go, opened, settle

_TASKS = ("Bar", "Tuin", "Gastvrouw", "Taalcoach")
_PAID = (None, "25.00", "195.00", "240.00")
_MONTH = datetime.timedelta(days=30)


def volunteers(shell: Shell, window: MainWindow) -> Iterator[Shown]:
    """The list with allowances, a form, and the hours."""
    _fill(shell.workspace.administration)
    go(shell, places.VOLUNTEERS)
    page = shell.page(places.VOLUNTEERS)
    assert isinstance(page, VolunteersPage)
    settle(window)
    yield "volunteers", window
    part = page.part(Part.VOLUNTEERS)
    assert isinstance(part, VolunteersPart)
    part.table.selectRow(2)
    yield from opened("volunteer-new", window, part.add)
    yield from opened("volunteer-form", window, part.change)
    yield from opened("allowance", window, part.pay)
    yield from opened("allowance-maxima", window, part.maxima)
    page.show_part(Part.HOURS)
    settle(window)
    yield "volunteer-hours", window
    page.show_part(Part.MONTH)
    settle(window)
    yield "volunteer-month", window
    page.show_part(Part.HELP)
    settle(window)
    yield "neighbour-help", window
    helping = page.part(Part.HELP)
    assert isinstance(helping, HelpPart)
    helping.table.selectRow(0)
    yield from opened("neighbour-help-note", window, helping.new)
    yield from opened("neighbour-help-given", window, helping.helped)


def _fill(administration: Administration) -> None:
    _help(administration)
    service, today = administration.volunteers, administration.volunteers.day()
    rows = administration.members.page("", MemberFilter.MEMBERS, 0, len(_TASKS))
    for place, row in enumerate(rows):
        detail = administration.members.detail(row.id)
        until = today + (3 * place - 2) * _MONTH
        made = Volunteer(
            tasks=_TASKS[place], since=PartialDate(2021), vog_valid_until=until if place else None
        )
        administration.members.save(replace(detail, volunteer=made))
        paid = _PAID[place]
        if paid:
            service.pay(Allowance(person_id=row.id, day=today, amount=Decimal(paid)))
        service.add_hours(
            VolunteerHours(person_id=row.id, day=PartialDate.of(today), hours=Decimal("2.5")),
            _TASKS[place],
        )


def _help(administration: Administration) -> None:
    service, today = administration.neighbour_help, administration.volunteers.day()
    one, other = (row.name for row in administration.volunteers.of_year(today.year)[:2])
    for what in ("Boodschappen op dinsdag", "Een lamp ophangen"):
        service.note(NeighbourHelp(person_id=None, what=what, day=today), one)
    given = HelpGiven(person_id=None, day=today, hours=Decimal("1.5"))
    service.help(service.all()[0], other, given)
