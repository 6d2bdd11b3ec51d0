# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of volunteers: who they are, their hours, and neighbours who help each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from buurthuis_admin.gui.pages.neighbour_help import HelpPart
from buurthuis_admin.gui.pages.privacy_part import PrivacyPart
from buurthuis_admin.gui.pages.volunteer_hours import HoursPart
from buurthuis_admin.gui.pages.volunteer_list import VolunteersPart
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class Part(StrEnum):
    """The parts of the page."""

    VOLUNTEERS = "volunteers"
    HOURS = "hours"
    HELP = "help"


class VolunteersPage(Page):
    """One part at a time; each is built when it is first shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Volunteers"))
        self._workspace = workspace
        self._parts: dict[Part, PrivacyPart] = {}
        self.header = PageHeader(_("Volunteers"))
        self.chips = Chips[Part](_words(), _("Part of volunteers"))
        self.stack = QStackedWidget()
        listing = list_column()
        for widget in (self.header, self.chips):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(listing)
        self.chips.chosen.connect(self.show_part)
        self.show_part(Part.VOLUNTEERS)

    def show_part(self, key: Part) -> None:
        """Show one part, as it is now."""
        part = self.part(key)
        self.chips.choose(key)
        self.stack.setCurrentWidget(part)
        part.refresh()

    def part(self, key: Part) -> PrivacyPart:
        """A part, built now when it was not there yet."""
        if key not in self._parts:
            self._parts[key] = _BUILDERS[key](self._workspace)
            self.stack.addWidget(self._parts[key])
        return self._parts[key]

    def focus_first(self) -> None:
        """The chosen chip."""
        self.chips.chip(self.chips.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the part that is shown anew."""
        self.part(self.chips.current).refresh()

    def own_fields(self) -> Sequence[QWidget]:
        """The row in which hours are typed."""
        part = self._parts.get(Part.HOURS)
        return part.entry.fields if isinstance(part, HoursPart) else ()


def _words() -> list[tuple[Part, str]]:
    return [
        (Part.VOLUNTEERS, _("Volunteers")),
        (Part.HOURS, _("Hours")),
        (Part.HELP, _("Neighbour help")),
    ]


_BUILDERS: dict[Part, Callable[[Workspace], PrivacyPart]] = {
    Part.VOLUNTEERS: VolunteersPart,
    Part.HOURS: HoursPart,
    Part.HELP: HelpPart,
}
