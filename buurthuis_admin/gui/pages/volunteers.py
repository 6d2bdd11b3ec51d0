# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of volunteers: who they are, their hours, and neighbours who help each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from buurthuis_admin.gui.pages.hours_month import HoursMonthPart
from buurthuis_admin.gui.pages.neighbour_help import HelpPart
from buurthuis_admin.gui.pages.page_part import PagePart
from buurthuis_admin.gui.pages.parts_page import PartsPage
from buurthuis_admin.gui.pages.volunteer_hours import HoursPart
from buurthuis_admin.gui.pages.volunteer_list import VolunteersPart
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class Part(StrEnum):
    """The parts of the page."""

    VOLUNTEERS = "volunteers"
    HOURS = "hours"
    MONTH = "month"
    HELP = "help"


class VolunteersPage(PartsPage[Part]):
    """Volunteers, their hours, and neighbour help."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, _("Volunteers"), _("Part of volunteers"), _words(), _BUILDERS)

    def own_fields(self) -> Sequence[QWidget]:
        """The row in which hours are typed."""
        part = self._parts.get(Part.HOURS)
        return part.entry.fields if isinstance(part, HoursPart) else ()


def _words() -> list[tuple[Part, str]]:
    return [
        (Part.VOLUNTEERS, _("Volunteers")),
        (Part.HOURS, _("Hours")),
        (Part.MONTH, _("Hours by month")),
        (Part.HELP, _("Neighbour help")),
    ]


_BUILDERS: dict[Part, Callable[[Workspace], PagePart]] = {
    Part.VOLUNTEERS: VolunteersPart,
    Part.HOURS: HoursPart,
    Part.MONTH: HoursMonthPart,
    Part.HELP: HelpPart,
}
